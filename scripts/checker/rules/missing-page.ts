import type { FamilyRule } from './rule.ts';

/** Finds source pages that a locale has no translation of. */
export const missingPage: FamilyRule = {
  id: 'missing-page',
  on: 'family',
  severity: 'error',
  docs: {
    summary: 'A source page has no translation in one of the locales.',
    why: 'Readers of that language find nothing, or a page in another language.',
    fix: 'Translate the page and run `lockstep stamp` on it, or take the locale or the page out of the settings.',
  },
  *check({ expected }) {
    for (const page of expected) {
      if (page.exists || page.source === undefined) continue;
      yield {
        message: `\`${page.locale}\` has no translation of \`${page.key}\``,
        help: `Translate \`${page.source}\` into \`${page.path}\`.`,
        span: { start, end: start },
        path: page.path,
        related: [{ label: 'the source', path: page.source, span: { start, end: start } }],
        data: { key: page.key },
      };
    }
  },
};

const start = { line: 1, column: 1, offset: 0 };
