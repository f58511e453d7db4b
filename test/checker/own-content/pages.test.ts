import { describe, expect, it } from 'vitest';
import { blobId } from '../../../scripts/checker/history/blob-id.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { historyOf } from '../history/histories.ts';
import { check, expectedPages, type OwnPage, ownPages, parse, source, translations } from './own-pages.ts';

const each = describe.each(translations.map((page) => [page.locale, page] as const));

/** What matters of a finding about a page as a whole. */
function summaryOf({ rule, path, range, related }: Finding): unknown {
  return { rule, path, line: range.start.line, counterparts: related.map((place) => place.path) };
}

describe('the pages as they are', () => {
  it('leave nothing to fix', () => {
    const { report, crashes } = check(ownPages, new Map(), { expected: expectedPages });
    expect(
      report.findings.map(({ path, range, message }) => `${path}:${range.start.line} ${message}`),
    ).toEqual([]);
    expect(report.notCompared).toEqual([]);
    expect(crashes).toEqual([]);
    expect(report.summary.pairs).toBe(ownPages.filter(({ locale }) => locale !== source.locale).length);
  });
});

each('in %s the check', (_, page) => {
  const others = ownPages.filter((other) => other !== page);

  it('sees a page that is gone', () => {
    const expected = expectedPages.map((place) => ({
      ...place,
      exists: place.exists && place.path !== page.path,
    }));
    const { report } = check(others, new Map(), { expected });
    expect(report.findings.map(summaryOf)).toEqual([
      { rule: 'missing-page', path: page.path, line: 1, counterparts: [source.path] },
    ]);
    expect(report.pages.find(({ path }) => path === page.path)?.state).toBe('missing');
  });

  it('sees a page that has no source', () => {
    const orphan: OwnPage = {
      ...page,
      key: 'return-a-device',
      path: page.path.replace(page.key, 'return-a-device'),
    };
    const { key, locale, path } = orphan;
    const expected = [...expectedPages, { key, locale, path, exists: true, source: undefined }];
    const { report } = check([...ownPages, orphan], new Map(), { expected });
    expect(report.findings.map(summaryOf)).toEqual([
      { rule: 'orphan-page', path, line: 1, counterparts: [] },
    ]);
    expect(report.pages.find((reported) => reported.path === path)?.state).toBe('orphan');
  });

  it('says that a page with the pin of the source as it is, is current', () => {
    const { report } = checkPinned(page, blobId(source.text), new Map());
    expect(report.findings).toEqual([]);
    expect(stateOf(page, report)).toBe('current');
  });

  it('says that a page with the pin of an older source is behind, and since which line', () => {
    const old = olderSource();
    const { report, line } = checkPinned(page, blobId(old.text), new Map([[blobId(old.text), old.text]]));
    expect(report.findings.map(summaryOf)).toEqual([
      { rule: 'stale-page', path: page.path, line, counterparts: [source.path] },
    ]);
    expect(report.findings[0]?.related[0]?.range.start.line).toBe(old.line);
    expect(report.findings[0]?.data).toMatchObject({ pin: blobId(old.text), changedLines: 1 });
    expect(stateOf(page, report)).toBe('behind');
  });

  it('says that a page is behind also where the older source is not to be had', () => {
    const pin = blobId(olderSource().text);
    const { report, line } = checkPinned(page, pin, new Map());
    expect(report.findings.map(summaryOf)).toEqual([
      { rule: 'stale-page', path: page.path, line, counterparts: [source.path] },
    ]);
    expect(report.notCompared.map(({ path }) => path)).toEqual([page.path]);
    expect(stateOf(page, report)).toBe('behind');
  });
});

/** The source before one of its considerations was put otherwise, and the line that it stands in today. */
function olderSource(): { readonly text: string; readonly line: number } {
  const consideration = source.document.sections[1]?.blocks.find(({ kind }) => kind === 'list')?.children[2];
  if (consideration === undefined) throw new RangeError('There are no considerations.');
  const { start, end } = consideration.textSpan;
  const text = `${source.text.slice(0, start.offset)}Never invent a name.${source.text.slice(end.offset)}`;
  return { text, line: start.line };
}

function checkPinned(
  page: OwnPage,
  pin: string,
  texts: ReadonlyMap<string, string>,
): { readonly report: ReturnType<typeof check>['report']; readonly line: number } {
  const unpinned = page.text.replace(/^source: .*\n/m, '');
  const text = unpinned.replace('---\n', `---\nsource: ${pin}\n`);
  const history = historyOf((revision) => texts.get(revision), { limit: () => undefined });
  const { report } = check([source, page], new Map([[page.path, text]]), { history });
  return { report, line: parse(text).frontMatter?.valueSpans.get('source')?.start.line ?? 0 };
}

function stateOf(page: OwnPage, report: ReturnType<typeof check>['report']): string | undefined {
  return report.pages.find(({ path }) => path === page.path)?.state;
}
