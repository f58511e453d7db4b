import { applyEdits, findNodeAtLocation, type JSONPath, modify, parse, parseTree } from 'jsonc-parser';

/** Rules on what is not there yet: in a locale in progress each such finding is a note, which fails nothing. */
export const progressRules = {
  'missing-page': 'note',
  'missing-message': 'note',
  'empty-message': 'note',
} as const;

interface Override {
  readonly locales?: readonly string[];
  readonly files?: unknown;
  readonly rules: Readonly<Record<string, unknown>>;
}

/**
 * The list of the site's locales with one more, in progress; the text as it is if the locale is in it.
 * @param text what `src/domain/locale/locales.json` holds
 */
export function addToSiteLocales(text: string, locale: string, name: string): string {
  const list = parse(text) as Record<string, object>;
  return locale in list ? text : written({ ...list, [locale]: { name, inProgress: true } });
}

/** The list of the site's locales with `locale` finished. */
export function finishInSiteLocales(text: string, locale: string): string {
  const list = parse(text) as Record<string, { readonly name: string }>;
  const own = list[locale];
  return own === undefined ? text : written({ ...list, [locale]: { name: own.name } });
}

/** One locale a line, as the list is kept. */
function written(list: Readonly<Record<string, object>>): string {
  const lines = Object.entries(list).map(([locale, facts]) => {
    const parts = Object.entries(facts).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
    return `  "${locale}": { ${parts.join(', ')} }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * The checker's settings with one more locale, in progress; the rest of the file stays as it is written.
 * @param text what package.json holds
 */
export function addToSettings(text: string, locale: string): string {
  const { locales, overrides } = settingsIn(text);
  const listed = locales.includes(locale)
    ? text
    : inserted(text, ['lockstep', 'locales', locales.length], locale);
  const at = overrides.findIndex(isOfProgress);
  const own = overrides[at]?.locales ?? [];
  if (own.includes(locale)) return listed;
  if (at !== -1) return inserted(listed, ['lockstep', 'overrides', at, 'locales', own.length], locale);
  const override = { locales: [locale], rules: progressRules };
  return overrides.length === 0
    ? changed(listed, ['lockstep', 'overrides'], [override])
    : inserted(listed, ['lockstep', 'overrides', overrides.length], override);
}

/** The checker's settings with `locale` held to all that finished ones are held to. */
export function finishInSettings(text: string, locale: string): string {
  const { overrides } = settingsIn(text);
  const at = overrides.findIndex(isOfProgress);
  const own = overrides[at]?.locales ?? [];
  if (!own.includes(locale)) return text;
  const path =
    own.length > 1
      ? ['lockstep', 'overrides', at, 'locales', own.indexOf(locale)]
      : ['lockstep', 'overrides', ...(overrides.length > 1 ? [at] : [])];
  return changed(text, path, undefined);
}

function settingsIn(text: string): {
  readonly locales: readonly string[];
  readonly overrides: readonly Override[];
} {
  const root = parseTree(text);
  const read = (key: string): unknown => {
    const node = root && findNodeAtLocation(root, ['lockstep', key]);
    return node && parse(text.slice(node.offset, node.offset + node.length));
  };
  return { locales: (read('locales') ?? []) as string[], overrides: (read('overrides') ?? []) as Override[] };
}

function isOfProgress({ locales, files, rules }: Override): boolean {
  return (
    locales !== undefined && files === undefined && JSON.stringify(rules) === JSON.stringify(progressRules)
  );
}

function inserted(text: string, path: JSONPath, value: unknown): string {
  return changed(text, path, value, true);
}

function changed(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}
