import type { Draft, ExpectedPage, FamilyRule } from './rule.ts';

/** Finds source pages that a locale has no translation of. */
export const missingPage: FamilyRule = {
  id: 'missing-page',
  on: 'family',
  severity: 'error',
  docs: {
    summary:
      'A source page has no translation in one of the locales; a note where none of several locales has one.',
    why: 'Readers of that language find nothing, or a page in another language.',
    fix: 'Translate the page and run `lockstep stamp` on it, or take the locale or the page out of the settings.',
  },
  *check({ expected }) {
    const missing = expected.filter((page) => !page.exists && page.source !== undefined);
    const isBegun = expected.some((page) => page.exists && page.source !== undefined);
    const [first] = missing;
    if (first === undefined) return;
    if (!isBegun && missing.length >= fewestToAgree) yield untranslatedEverywhere(first, missing);
    else yield* missing.map(missingFrom);
  },
};

/** So many locales that all lack a page leave it out on purpose, or nobody has come to it yet. */
const fewestToAgree = 3;

const start = { line: 1, column: 1, offset: 0 };

function missingFrom({ key, locale, path, source = path }: ExpectedPage): Draft {
  return {
    message: `\`${locale}\` has no translation of \`${key}\``,
    help: `Translate \`${source}\` into \`${path}\`.`,
    span: { start, end: start },
    path,
    related: [{ label: 'the source', path: source, span: { start, end: start } }],
    data: { key },
  };
}

/** One note at the source, for there is one reason. */
function untranslatedEverywhere(
  { key, source, path }: ExpectedPage,
  missing: readonly ExpectedPage[],
): Draft {
  const locales = missing.map(({ locale }) => locale);
  return {
    message: `None of the ${locales.length} locales has a translation of \`${key}\``,
    help: 'Translate the page, or leave it out in the settings if it is meant for readers of the source alone.',
    span: { start, end: start },
    path: source ?? path,
    severity: 'note',
    data: { key, locales },
  };
}
