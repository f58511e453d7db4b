import type { MessageFormat, Placeholder } from './message-file.ts';

/**
 * What the program fills into a text of i18next or of plain JSON, in the order of the text.
 *
 * Names are written in one way, so that `{{- name }}` and `{{name, uppercase}}` are the same.
 * @example readPlaceholders('Hej {{ name }}!', 'i18next') // => [{ name: '{{name}}', kind: 'value', from: 4, to: 14 }]
 * @example readPlaceholders('%2$s av %1$d', 'plain') // names `%2` and `%1`, types `s` and `d`
 */
export function readPlaceholders(text: string, format: MessageFormat): readonly Placeholder[] {
  if (!signs.test(text)) return [];
  const found: Placeholder[] = [];
  // What one syntax has taken is blank for the next.
  let left = text;
  if (format === 'i18next') {
    for (const each of nestings(text)) found.push(each);
    left = blanked(text, found);
  }
  for (const { sign, pattern, kind, write, allows, isNumbered } of syntaxes) {
    if (!left.includes(sign)) continue;
    let position = 0;
    const taken: Placeholder[] = [];
    for (const match of left.matchAll(pattern)) {
      const named = match.groups?.['name']?.trim() ?? '';
      const name = isNumbered && named === '' ? String(++position) : named;
      if (name === '' || !allows(name)) continue;
      const type = match.groups?.['type'];
      taken.push({
        name: write(name),
        kind,
        ...(type !== undefined && { type: type === 'i' ? 'd' : type }),
        from: match.index,
        to: match.index + match[0].length,
      });
    }
    if (taken.length === 0) continue;
    for (const each of taken) found.push(each);
    left = blanked(left, taken);
  }
  return found.toSorted((one, other) => one.from - other.from);
}

function blanked(text: string, places: readonly { readonly from: number; readonly to: number }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of places) {
    pieces.push(text.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  return [...pieces, text.slice(at)].join('');
}

/** Without one of these a text holds no placeholder. */
const signs = /[{%$:]/;

interface Syntax {
  /** Without it a text has none. */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly kind: Placeholder['kind'];
  readonly write: (name: string) => string;
  readonly allows: (name: string) => boolean;
  /** Whether those without a name are counted. */
  readonly isNumbered?: true;
}

const isName = (name: string): boolean => /^[\p{L}_$][\p{L}\p{N}_$.\-[\]]*$|^\d{1,3}$/u.test(name);
const anyName = (): boolean => true;

/** Those that say most of themselves come first; no pattern looks further than it has to. */
const syntaxes: readonly Syntax[] = [
  {
    // What stands behind a comma is how the value is formatted, which may differ.
    sign: '{{',
    pattern: /\{\{-?(?<name>[^{},]*)(?:,[^{}]*)?\}\}/g,
    kind: 'value',
    write: (name) => `{{${name}}}`,
    allows: isName,
  },
  {
    sign: '${',
    pattern: /\$\{(?<name>[^{}]*)\}/g,
    kind: 'value',
    write: (name) => `\${${name}}`,
    allows: isName,
  },
  {
    sign: '%{',
    pattern: /%\{(?<name>[^{}]*)\}/g,
    kind: 'value',
    write: (name) => `%{${name}}`,
    allows: isName,
  },
  {
    sign: '{',
    pattern: /\{(?<name>[^{},]*)(?:,[^{}]*)?\}/g,
    kind: 'value',
    write: (name) => `{${name}}`,
    allows: isName,
  },
  {
    sign: '%(',
    pattern: /%\((?<name>[^()]*)\)(?<type>[sdif])/g,
    kind: 'value',
    write: (name) => `%(${name})`,
    allows: isName,
  },
  {
    // `%%` is a percent sign. A flag of a space is left out: "50 % sedan" holds no placeholder.
    sign: '%',
    pattern:
      /(?<![%\p{N}])%(?:(?<name>\d{1,2})\$)?[-+0]?(?:\d{1,2})?(?:\.\d{1,2})?l{0,2}(?<type>[sdiuf@])(?![\p{Ll}\p{N}])/gu,
    kind: 'loose',
    write: (name) => `%${name}`,
    allows: anyName,
    isNumbered: true,
  },
  {
    sign: ':',
    pattern: /(?<![\p{L}\p{N}:/])(?<name>:[a-z][a-zA-Z0-9_]*)(?![\p{L}\p{N}:/])/gu,
    kind: 'loose',
    write: (name) => name,
    allows: anyName,
  },
  {
    sign: '$',
    pattern: /\$(?<name>[A-Za-z_][A-Za-z0-9_@]*)\$/g,
    kind: 'loose',
    write: (name) => `$${name.toUpperCase()}$`,
    allows: anyName,
  },
];

/** `$t(common:save, {"count": 2})`: another message inside this one; only its key matters. */
function* nestings(text: string): Iterable<Placeholder> {
  let close = 0;
  for (let at = text.indexOf('$t('); at !== -1; at = text.indexOf('$t(', close)) {
    close = text.indexOf(')', at);
    if (close === -1) return;
    const key =
      text
        .slice(at + 3, close)
        .split(',')[0]
        ?.trim() ?? '';
    if (key === '' || key.length > longestKey) continue;
    yield { name: `$t(${key.replace(/^['"]|['"]$/g, '')})`, kind: 'nesting', from: at, to: close + 1 };
  }
}

const longestKey = 200;
