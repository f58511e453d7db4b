import type { Report } from '../../../src/domain/report/report.ts';

/** The pages that `exampleReport` is about. */
export const exampleTexts: Readonly<Record<string, string>> = {
  'content/en-US/add.md': '# Add a new customer\n\nSelect **Customers**, then **Add customer**.\n',
  'content/zh-CN/add.md': '# 添加新客户\n\n👋 请选择**顾客**，然后选择**添加客户**。\n',
};

/** A report with a finding of each severity. */
export const exampleReport: Report = {
  version: 1,
  summary: { pages: 2, pairs: 1, errors: 1, warnings: 1, notes: 1, suppressed: 0 },
  pages: [
    { key: 'add', locale: 'en-US', path: 'content/en-US/add.md', source: null, state: 'source' },
    {
      key: 'add',
      locale: 'ru-RU',
      path: 'content/ru-RU/add.md',
      source: 'content/en-US/add.md',
      state: 'missing',
    },
    {
      key: 'add',
      locale: 'zh-CN',
      path: 'content/zh-CN/add.md',
      source: 'content/en-US/add.md',
      state: 'behind',
    },
  ],
  findings: [
    {
      rule: 'missing-page',
      severity: 'warning',
      confidence: 1,
      message: '`ru-RU` has no translation of `add`',
      help: 'Translate `content/en-US/add.md` into `content/ru-RU/add.md`.',
      locale: 'ru-RU',
      path: 'content/ru-RU/add.md',
      range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
      related: [
        {
          label: 'the source',
          path: 'content/en-US/add.md',
          range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
        },
      ],
      data: { key: 'add' },
      fingerprint: '0f',
      fix: null,
    },
    {
      rule: 'unknown-label',
      severity: 'error',
      confidence: 0.9,
      message: '`顾客` is no label, the source says `Customers`',
      help: 'Write the label as the product shows it.',
      locale: 'zh-CN',
      path: 'content/zh-CN/add.md',
      range: { start: { line: 3, column: 9, offset: 17 }, end: { line: 3, column: 11, offset: 19 } },
      related: [
        {
          label: 'the source as of 1234567',
          path: 'content/en-US/add.md',
          range: { start: { line: 3, column: 10, offset: 31 }, end: { line: 3, column: 19, offset: 40 } },
          revision: '1234567890123456789012345678901234567890',
        },
      ],
      data: { found: '顾客' },
      fingerprint: '1f',
      fix: null,
    },
    {
      rule: 'stray-space',
      severity: 'note',
      confidence: 0.5,
      message: 'A space at the end of the page, and \u001B[2J in the message',
      help: 'Remove the space.',
      locale: 'zh-CN',
      path: 'content/zh-CN/add.md',
      range: { start: { line: 3, column: 27, offset: 35 }, end: { line: 3, column: 27, offset: 35 } },
      related: [],
      data: {},
      fingerprint: '2f',
      fix: null,
    },
  ],
  notCompared: [{ path: 'locales/ru-RU/labels.json', reason: '`ru-RU` has no labels.' }],
};
