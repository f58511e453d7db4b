/** Settings of a small project. */
export const settings = {
  sourceLocale: 'en-US',
  pages: 'content/{locale}/{path}.md',
  sourceRevision: { frontMatter: 'source' },
};

/** A small page and its translations, which are in step. */
export const pages = {
  'content/en-US/add.md': `---
title: Add a new customer
---

# Add a new customer

1. Select **Customers**.
2. Select **Add customer**.
3. Enter the account info, and select **Next: Subscriptions**.
`,
  'content/sv-SE/add.md': `---
title: Lägg till en ny kund
---

# Lägg till en ny kund

1. Välj **Kunder**.
2. Välj **Lägg till kund**.
3. Ange kontoinformationen och välj **Nästa: Prenumerationer**.
`,
  'content/zh-CN/add.md': `---
title: 添加新客户
---

# 添加新客户

1. 选择**客户**。
2. 选择**添加客户**。
3. 输入帐户信息，然后选择**下一步：订阅**。
`,
} as const;

/** The project as files. */
export const project = { ...pages, 'lockstep.config.json': JSON.stringify(settings) };

/** The Chinese page with its text read as if it were Latin. */
export const garbledPage = pages['content/sv-SE/add.md'].replace('Välj **Kunder**', 'VÃ¤lj **Kunder**');
