/** A project that every kind of rule has something to say about: pages, messages, code, labels and a glossary. */
export const settings = {
  sourceLocale: 'en',
  pages: 'content/{locale}/{path}.md',
  messages: 'locales/{locale}/{path}.json',
  messageUsage: { code: 'src/**/*.ts' },
  labels: 'locales/{locale}/labels.json',
  glossary: 'glossary.json',
  dialect: 'gfm' as const,
};

const english = {
  page: `---
title: Add a customer
---

# Add a customer

See [what to know](guide/next.md#limits) and ![the form](form.png).

1. Select **Customers**.
2. Select **Add customer**.
3. Enter up to 5 addresses.
`,
  guide: '# What to know\n\n## Limits {#limits}\n\nThere are 5 addresses. Select **Customers**.\n',
};

const swedish = {
  page: `---
title: Lägg till en kund
---

# Lägg till en kund

Se [vad du bör veta](guide/next.md#limits) och ![formuläret](form.png).

1. Välj **Kunder**.
2. Välj **Lägg till kund**.
3. Ange upp till 5 adresser.
`,
  guide: '# Vad du bör veta\n\n## Gränser {#limits}\n\nDet finns 5 adresser. Välj **Kunder**.\n',
};

const chinese = {
  page: `---
title: 添加客户
---

# 添加客户

请参阅[须知](guide/next.md#limits)和![表单](form.png)。

1. 选择**客户**。
2. 选择**添加客户**。
3. 输入最多 5 个地址。
`,
  guide: '# 须知\n\n## 限制 {#limits}\n\n有 5 个地址。选择**客户**。\n',
};

/** The project's files; its translations are in step. */
export const files = {
  'content/en/add.md': english.page,
  'content/en/guide/next.md': english.guide,
  'content/en/form.png': 'an image',
  'content/sv/add.md': swedish.page,
  'content/sv/guide/next.md': swedish.guide,
  'content/sv/form.png': 'an image',
  'content/zh-CN/add.md': chinese.page,
  'content/zh-CN/guide/next.md': chinese.guide,
  'content/zh-CN/form.png': 'an image',
  'locales/en/labels.json': '{ "customers": "Customers", "add": "Add customer" }',
  'locales/sv/labels.json': '{ "customers": "Kunder", "add": "Lägg till kund" }',
  'locales/zh-CN/labels.json': '{ "customers": "客户", "add": "添加客户" }',
  'glossary.json': '{ "terms": [{ "source": "address", "translations": { "sv": "adress" } }] }',
  'src/form.ts': "t('customers');\nt('add');\n",
} as const;

/** Texts that a page may come to hold, of which each makes other rules speak. */
export const pageTexts: readonly string[] = [
  english.page,
  english.guide,
  swedish.page,
  swedish.guide,
  chinese.page,
  swedish.page.replace('2. Välj **Lägg till kund**.\n', ''),
  swedish.page.replace('5 adresser', '7 adresser'),
  swedish.page.replace('**Kunder**', '**Kunderna**'),
  swedish.page.replace('next.md#limits', 'next.md#gone'),
  english.page.replace('guide/next.md', 'guide/after.md'),
  swedish.page.replace('Välj **Kunder**', 'VÃ¤lj **Kunder**'),
  `<!-- lockstep-ignore-page mojibake: as it came -->\n\n${swedish.guide}`,
  `<!-- lockstep-ignore-page changed-number: the local limit -->\n\n${swedish.guide.replace('5', '6')}`,
  english.guide.replace('{#limits}', '{#bounds}'),
  `${english.page}\nOne paragraph more, of which the translations know nothing.\n`,
  '\uFEFF# Add\r\n\r\n1. One\r\n',
  '',
];
