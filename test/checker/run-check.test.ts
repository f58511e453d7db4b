import { describe, expect, it } from 'vitest';
import { blobId } from '../../scripts/checker/history/blob-id.ts';
import type { FamilyRule, PageRule, PairRule, Rule } from '../../scripts/checker/rules/rule.ts';
import {
  type CheckInput,
  type CheckResult,
  type PageFile,
  runCheck,
} from '../../scripts/checker/run-check.ts';
import { decodePage } from '../../scripts/checker/workspace/decode-page.ts';
import { reportSchema } from '../../src/domain/report/report.ts';
import { historyOf } from './history/histories.ts';

const source = '# Add a customer\n\nSelect **Customers**.\n\nSelect **Submit**.\n';
const translation = '# Lägg till en kund\n\nVälj **Kunder**.\n\nVälj **Skicka**.\n';

describe('runCheck', () => {
  it('gives what rules say its page, severity, order and fingerprint', () => {
    const { report } = check({ rules: [bolds, boldPairs] });
    expect(reportSchema.parse(report)).toEqual(report);
    expect(
      report.findings.map(({ rule, path, range, severity }) => [rule, path, range.start.line, severity]),
    ).toEqual([
      ['bold', 'en/add.md', 3, 'note'],
      ['bold', 'en/add.md', 5, 'note'],
      ['bold', 'sv/add.md', 3, 'note'],
      ['bold-pair', 'sv/add.md', 3, 'warning'],
      ['bold', 'sv/add.md', 5, 'note'],
      ['bold-pair', 'sv/add.md', 5, 'warning'],
    ]);
    expect(new Set(report.findings.map((finding) => finding.fingerprint)).size).toBe(6);
    expect(report.summary).toEqual({ pages: 2, pairs: 1, errors: 0, warnings: 2, notes: 4, suppressed: 0 });
  });

  it('tells equal faults on one page apart, and knows them again when they moved', () => {
    const twice = check({ texts: [source, '# Kund\n\n**Kunder** och **Kunder**\n'], rules: [bolds] });
    const moved = check({
      texts: [source, '# Kund\r\n\r\n\r\n**Kunder**\r\n\r\noch **Kunder**\r\n'],
      rules: [bolds],
    });
    expect(new Set(prints(twice)).size).toBe(2);
    expect(prints(moved)).toEqual(prints(twice));
  });

  it('lets the settings change a severity, but not make a light fault heavy', () => {
    const severitiesOf = (set: 'error' | 'note'): readonly string[] => {
      const { report } = check({ rules: [boldPairs], severities: new Map([['bold-pair', set]]) });
      return report.findings.map(({ severity }) => severity);
    };
    expect(severitiesOf('error')).toEqual(['error', 'error']);
    expect(severitiesOf('note')).toEqual(['note', 'note']);
    const lighter: PairRule = {
      ...boldPairs,
      check: (context) => Array.from(boldPairs.check(context), (draft) => ({ ...draft, severity: 'note' })),
    };
    const { report } = check({ rules: [lighter], severities: new Map([['bold-pair', 'error']]) });
    expect(report.findings.map(({ severity }) => severity)).toEqual(['note', 'note']);
  });

  it('survives a rule that breaks, and says that the page was not judged by it', () => {
    const broken: PageRule = {
      ...bolds,
      id: 'broken',
      check: ({ page }) => {
        if (page.isSource) throw new RangeError('no luck');
        return [];
      },
    };
    const { report, crashes } = check({ rules: [broken, bolds] });
    expect(report.findings).toHaveLength(4);
    expect(report.notCompared).toEqual([{ path: 'en/add.md', reason: 'The rule `broken` broke: no luck.' }]);
    expect(crashes).toHaveLength(1);
  });

  it('reports a missing page at the place where it would be', () => {
    const missing: FamilyRule = {
      ...bolds,
      id: 'gone',
      on: 'family',
      *check({ expected }) {
        for (const { path, exists } of expected) if (!exists) yield { ...said, span: origin, path };
      },
    };
    const { report } = check({
      rules: [missing],
      expected: [{ key: 'add', locale: 'ru', path: 'ru/add.md', exists: false, source: 'en/add.md' }],
    });
    expect(report.findings).toMatchObject([{ path: 'ru/add.md', locale: 'ru' }]);
    expect(report.pages.map(({ path, state }) => [path, state])).toContainEqual(['ru/add.md', 'missing']);
  });

  it('does not judge a page whose source cannot be read', () => {
    const { report } = check({ rules: [boldPairs], texts: ['', translation] });
    expect(report.findings).toEqual([]);
    expect(report.summary.pairs).toBe(0);
    expect(report.notCompared).toContainEqual({
      path: 'sv/add.md',
      reason: 'Its source `en/add.md` could not be read.',
    });
  });
});

describe('runCheck with source revisions', () => {
  const pinned = `---\nsource: ${blobId(source)}\n---\n${translation}`;

  it('knows a translation that is current', () => {
    const { report } = check({
      texts: [source, pinned],
      rules: [boldPairs],
      history: historyOf(() => undefined),
    });
    expect(report.pages.map((page) => page.state)).toEqual(['source', 'current']);
  });

  it('shows a counterpart where it stands now, or as it was', () => {
    const now = `Read this first.\n\n${source.replace('**Submit**', '**Send**')}`;
    const { report, textOf } = check({
      texts: [now, pinned],
      rules: [boldPairs],
      history: historyOf(() => source),
    });
    const related = report.findings.flatMap((finding) => finding.related);
    expect(related.map(({ label, range, revision }) => [label, range.start.line, revision])).toEqual([
      ['the source', 5, undefined],
      [`the source as of ${blobId(source).slice(0, 7)}`, 5, blobId(source)],
    ]);
    expect(
      related.map(({ path, range, revision }) =>
        textOf(path, revision)?.slice(range.start.offset, range.end.offset),
      ),
    ).toEqual(['**Customers**', '**Submit**']);
    expect(report.findings.map((finding) => finding.confidence)).toEqual([0.8, 0.8]);
  });

  it('is less sure where the old text is not to be had, and says so', () => {
    const { report } = check({
      texts: [source.replace('Submit', 'Send'), pinned],
      rules: [boldPairs],
      history: historyOf(() => undefined),
    });
    expect(report.findings.map((finding) => finding.confidence)).toEqual([0.56, 0.56]);
    expect(report.pages.map((page) => page.state)).toEqual(['source', 'behind']);
    expect(report.notCompared.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      expect.stringMatching(
        /^sv\/add\.md .*held against the source as it is, with less confidence\. There is no git\.$/,
      ),
    ]);
  });
});

const origin = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
const said = { message: 'Something is bold', help: 'Look at it.' };
const docs = { summary: 'Finds bold.', why: 'It stands out.', fix: 'Look at it.' };

/** Finds every bold. */
const bolds: PageRule = {
  id: 'bold',
  on: 'page',
  severity: 'note',
  docs,
  *check({ page }) {
    for (const { traits } of page.document.blocks) {
      for (const { span } of traits.emphases) yield { ...said, span };
    }
  },
};

/** Finds every bold of a translation beside the one of the source with the same number. */
const boldPairs: PairRule = {
  id: 'bold-pair',
  on: 'pair',
  severity: 'warning',
  docs,
  *check({ source: original, translation: page }) {
    const counterparts = original.document.blocks.flatMap(({ traits }) => traits.emphases);
    const own = page.document.blocks.flatMap(({ traits }) => traits.emphases);
    for (const [index, { span }] of own.entries()) {
      const counterpart = counterparts[index];
      if (counterpart === undefined) continue;
      yield {
        ...said,
        span,
        confidence: 0.8,
        related: [{ label: 'the source', path: original.path, span: counterpart.span }],
      };
    }
  },
};

/** Fingerprints of what was found in the translation. */
function prints({ report }: CheckResult): readonly string[] {
  return report.findings.filter(({ locale }) => locale === 'sv').map(({ fingerprint }) => fingerprint);
}

interface Situation extends Partial<CheckInput> {
  readonly rules: readonly Rule[];
  /** The source and its translation. */
  readonly texts?: readonly [string, string];
}

function check({ texts = [source, translation], expected = [], ...input }: Situation): CheckResult {
  return runCheck({
    files: [pageOf('en', texts[0]), pageOf('sv', texts[1])],
    expected: [
      { key: 'add', locale: 'sv', path: 'sv/add.md', exists: true, source: 'en/add.md' },
      ...expected,
    ],
    product: { sourceLocale: 'en', labels: new Map(), entityLists: [] },
    ...input,
  });
}

function pageOf(locale: string, text: string): PageFile {
  return {
    key: 'add',
    locale,
    path: `${locale}/add.md`,
    isSource: locale === 'en',
    content: decodePage(Buffer.from(text)),
  };
}
