import { expect, it } from 'vitest';
import { codeLanguageOf } from '../../../scripts/checker/rules/code/code-language.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

it.each([
  ['console', 'shell'],
  ['SH', 'shell'],
  ['azurecli-interactive', 'shell'],
  ['Python hl_lines="1"', 'python'],
  ['{ .dockerfile .annotate }', 'docker'],
  ['{.js title="a.js"}', 'javascript'],
  ['yaml{1,3}', 'yaml'],
  ['hl_lines="4"', ''],
  ['', ''],
  ['terraform', 'terraform'],
])('reads the fence `%s` as %s', (info, name) => {
  const page = parsePage(`\`\`\`${info}\na\n\`\`\`\n`, { dialect: 'gfm' });
  const [block] = page.blocks;
  expect(block && codeLanguageOf(page, block).name).toBe(name);
});
