import { describe, expect, it } from 'vitest';
import { applySuppressions } from '../../../scripts/checker/suppressions/apply-suppressions.ts';
import { readSuppressions } from '../../../scripts/checker/suppressions/read-suppressions.ts';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { project } from '../cli/pages.ts';
import { runLockstep } from '../cli/run-lockstep.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function read(text: string, dialect: Dialect = 'gfm'): ReturnType<typeof readSuppressions> {
  return readSuppressions('sv/add.md', parsePage(text, { dialect }));
}

function findingAt(line: number, rule: string, path = 'sv/add.md'): Finding {
  const point = { line, column: 1, offset: 0 };
  return {
    rule,
    severity: 'warning',
    confidence: 1,
    message: 'Limit is `15`',
    help: 'Update it.',
    locale: 'sv',
    path,
    range: { start: point, end: point },
    related: [],
    data: {},
    fingerprint: `${path}:${line}`,
    fix: null,
  };
}

describe('comments that let findings pass', () => {
  it('speak of the lines below up to the next empty one, and of their own', () => {
    const text = `# A

<!-- lockstep-ignore changed-number: lokal gräns -->

1. Högst 15.
2. Välj.

Sist. <!-- lockstep-ignore stray-space, repeated-word: så: ska det vara -->
Mer.
`;
    expect(read(text)).toMatchObject([
      { rules: ['changed-number'], reason: 'lokal gräns', fromLine: 3, toLine: 6 },
      { rules: ['stray-space', 'repeated-word'], reason: 'så: ska det vara', fromLine: 8, toLine: 8 },
    ]);
    expect(read(text.replaceAll('\n', '\r\n'))).toMatchObject([
      { fromLine: 3, toLine: 6 },
      { fromLine: 8, toLine: 8 },
    ]);
  });

  it('are written as MDX has them, too, and over several lines', () => {
    const mdx = '# A\n\n{/* lockstep-ignore-page missing-step: görs\n   av systemet */}\n\nB.\n';
    expect(read(mdx, 'mdx')).toMatchObject([
      {
        rules: ['missing-step'],
        reason: 'görs\n   av systemet',
        fromLine: 1,
        toLine: Number.MAX_SAFE_INTEGER,
      },
    ]);
  });

  it('are read as far as they can be', () => {
    expect(read('<!-- lockstep-ignore -->\nA.\n')).toMatchObject([{ rules: [], reason: '' }]);
    expect(read('<!-- lockstep-ignored: x -->\n\n<!-- lockstep-ignore never ends\n')).toEqual([]);
    expect(read('A.\n\n<!-- lockstep-ignore mojibake: x -->')).toMatchObject([{ fromLine: 3, toLine: 3 }]);
  });

  it('are looked for in a page of thousands that never end', () => {
    expect(read(`${'<!-- lockstep-ignore a:'.repeat(4000)}\n`)).toEqual([]);
  });

  it('let pass what they name, where they stand, and tell what they were not needed for', () => {
    const text = '<!-- lockstep-ignore changed-number, moved-step: lokal gräns -->\nHögst 15.\n\nHögst 15.\n';
    const suppressions = read(text);
    const kept = [
      findingAt(4, 'changed-number'),
      findingAt(2, 'mojibake'),
      findingAt(2, 'changed-number', 'ru/add.md'),
    ];
    expect(applySuppressions([findingAt(2, 'changed-number'), ...kept], suppressions)).toEqual({
      findings: kept,
      suppressed: 1,
      unused: [{ suppression: suppressions[0], rules: ['moved-step'] }],
    });
  });

  it('are counted in the report', async () => {
    const page = project['content/sv-SE/add.md'].replace('2. Välj **Lägg till kund**.\n', '');
    const comment = '<!-- lockstep-ignore missing-step: knappen finns inte här -->\n';
    const folder = temporaryFolder({
      ...project,
      'content/sv-SE/add.md': page.replace('1. Välj', `${comment}1. Välj`),
    });
    const { stdout, code } = await runLockstep(folder, ['check']);
    expect(stdout).toBe('Compared 2 translations with their sources: 1 suppressed finding.\n');
    expect(code).toBe(0);
    // What is kept for the next run has the comments, too.
    expect((await runLockstep(folder, ['check'])).stdout).toBe(stdout);
    const narrowed = await runLockstep(folder, ['check', '--rule', 'mojibake,unused-suppression']);
    expect(narrowed.stdout).toBe('Compared 2 translations with their sources: nothing to fix.\n');
  });
});
