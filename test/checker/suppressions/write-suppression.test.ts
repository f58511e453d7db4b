import { describe, expect, it } from 'vitest';
import { readSuppressions } from '../../../scripts/checker/suppressions/read-suppressions.ts';
import { writeSuppression } from '../../../scripts/checker/suppressions/write-suppression.ts';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';

/** The page with a comment for what begins in a line, from 1. */
function suppressed(text: string, line: number, dialect: Dialect = 'gfm'): string | undefined {
  const place = writeSuppression(parsePage(text, { dialect }), 'changed-number', line);
  if (place === undefined) return undefined;
  const { offset, before, after } = place;
  return `${text.slice(0, offset)}${before}lokal gräns${after}${text.slice(offset)}`;
}

describe('a comment that lets a finding pass', () => {
  it('stands at the end of a line of text, before a hard line break', () => {
    expect(suppressed('Högst 15.\nMer.\n', 1)).toBe(
      'Högst 15. <!-- lockstep-ignore changed-number: lokal gräns -->\nMer.\n',
    );
    expect(suppressed('Högst 15.  \nMer.\n', 1)).toBe(
      'Högst 15. <!-- lockstep-ignore changed-number: lokal gräns -->  \nMer.\n',
    );
    expect(suppressed('Högst 15.\\\r\nMer.\r\n', 1)).toBe(
      'Högst 15. <!-- lockstep-ignore changed-number: lokal gräns -->\\\r\nMer.\r\n',
    );
  });

  it('stands behind the text of a step, so that its list stays one', () => {
    expect(suppressed('1. Välj **Kunder**.\n2. Ange 15.\n3. Spara.\n', 2, 'mdx')).toBe(
      '1. Välj **Kunder**.\n2. Ange 15. {/* lockstep-ignore changed-number: lokal gräns */}\n3. Spara.\n',
    );
  });

  it('stands above a heading, whose id must stay last, and above a table and code', () => {
    const comment = '<!-- lockstep-ignore changed-number: lokal gräns -->';
    expect(suppressed('Text.\n\n## Högst 15 {#limit}\n\nText.\n', 3, 'hugo')).toBe(
      `Text.\n\n${comment}\n\n## Högst 15 {#limit}\n\nText.\n`,
    );
    expect(suppressed('| A | B |\n| - | - |\n| 1 | 15 |\n', 3)).toBe(
      `${comment}\n\n| A | B |\n| - | - |\n| 1 | 15 |\n`,
    );
    expect(suppressed('\uFEFF```sh\r\nadd --limit 15\r\n```\r\n', 2)).toBe(
      `\uFEFF${comment}\r\n\r\n\`\`\`sh\r\nadd --limit 15\r\n\`\`\`\r\n`,
    );
  });

  it('stands in the item that code belongs to, as far in as the code', () => {
    expect(suppressed('1. Kör:\n\n   ```sh\n   add --limit 15\n   ```\n\n2. Spara.\n', 4)).toBe(
      '1. Kör:\n\n   <!-- lockstep-ignore changed-number: lokal gräns -->\n   ```sh\n   add --limit 15\n   ```\n\n2. Spara.\n',
    );
  });

  it('speaks of the whole page where none reaches the line', () => {
    expect(suppressed('---\ntitle: Högst 15\n---\n\n# Gräns\n', 2)).toBe(
      '---\ntitle: Högst 15\n---\n\n<!-- lockstep-ignore-page changed-number: lokal gräns -->\n\n# Gräns\n',
    );
    expect(suppressed('```sh\na\n\nadd --limit 15\n```\n', 4)).toBe(
      '<!-- lockstep-ignore-page changed-number: lokal gräns -->\n\n```sh\na\n\nadd --limit 15\n```\n',
    );
  });

  it('is read as one that reaches the line, whatever the line is in', () => {
    const text = `# 标题 😀

> [!NOTE]
> 最多 15。

- 一
  - 二 15
- 三

<div>

15

</div>
`;
    for (const [line, written] of text.split('\n').entries()) {
      const page = suppressed(text, line + 1);
      if (written === '') continue;
      const at = page?.split('\n').indexOf(written) ?? -1;
      const [comment] = readSuppressions('zh/add.md', parsePage(page ?? '', { dialect: 'gfm' }));
      const own = at === -1 ? line : at;
      expect([written, comment && comment.fromLine <= own + 1 && own + 1 <= comment.toLine]).toEqual([
        written,
        true,
      ]);
    }
  });
});
