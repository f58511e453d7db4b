import { expect, it } from 'vitest';
import { leadsToOtherLanguage } from '../../../scripts/checker/rules/links/leads-to-other-language.ts';

it.each([
  ['README.zh-CN.md', true],
  ['README_ja.md', true],
  ['guide-pt-BR.html', true],
  ['guide.en.md', false],
  ['../docs/zh-CN/README.md', true],
  ['docs/ru/', true],
  ['https://learn.microsoft.com/sv-se/azure/', true],
  ['https://learn.microsoft.com/en-us/azure/', false],
  ['how-to.md', false],
  ['log-in.md#is', false],
  ['guide.md?lang=sv', false],
  ['my/guide.md', false],
  ['#sv', false],
])('knows whether %s leads an English page to another language: %s', (target, expected) => {
  expect(leadsToOtherLanguage(target, 'en-US')).toBe(expected);
});
