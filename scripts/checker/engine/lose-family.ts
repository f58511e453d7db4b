import type { Family } from './family.ts';
import type { FamilyResult, JudgedPage } from './judge-family.ts';

/** The result of a family whose thread died over it: its pages are there, and it is said that they were not judged. */
export function loseFamily({ key, files, expected }: Family, fault: string): FamilyResult {
  const sources = new Map(expected.map((place) => [place.path, place.source]));
  const reason = `It was not judged: the thread that judged it and its translations broke off (${fault}).`;
  const rest = { isCompared: false, certainty: 1 };
  const pages = [
    ...files.map(({ locale, path, isSource }): JudgedPage => {
      const source = isSource ? null : (sources.get(path) ?? null);
      return { key, locale, path, source, state: isSource ? 'source' : 'unknown', ...rest };
    }),
    ...expected
      .filter((place) => !place.exists)
      .map(({ locale, path, source = null }): JudgedPage => {
        return { key, locale, path, source, state: 'missing', ...rest };
      }),
  ];
  const lost = files.map(({ path }) => ({ path, reason }));
  return {
    key,
    pages,
    findings: [],
    facts: {},
    alignments: [],
    notCompared: lost,
    suppressions: [],
    crashes: lost,
  };
}
