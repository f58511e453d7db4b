/** A pattern such as `content/{locale}/{path}.mdx`, taken apart. */
export interface PagePattern {
  readonly text: string;
  /** Whether translations are found by it too; without {locale} it describes source pages. */
  readonly hasLocale: boolean;
  /** What stands in braces, without {locale}: pages of patterns with the same names answer each other. */
  readonly names: readonly string[];
  /** Folders from the working folder on, up to the one where {path} begins: a name, or what names must look like. */
  readonly folders: readonly (string | RegExp)[];
  /** What a path says, or `undefined` when the pattern is not about it. */
  readonly read: (path: string) => PatternMatch | undefined;
  /** Everything that a path may say, the likeliest first: `README_zh_CN` is `README` in `zh_CN`, or `README_zh` in `CN`. */
  readonly readings: (path: string) => readonly PatternMatch[];
  /** The path of the page with that key, the locale spelled as given. */
  readonly write: (captures: ReadonlyMap<string, string>, localeSpelling: string) => string;
}

/** What a path says of its page. */
export interface PatternMatch {
  /** What the page and its translations have in common. */
  readonly key: string;
  /** As spelled in the path. */
  readonly locale: string | undefined;
  /** What every {name} but {locale} stands for. */
  readonly captures: ReadonlyMap<string, string>;
}

/**
 * A pattern of paths: `{locale}` stands for a locale, `{path}` for folders and a file name, any other `{name}` for one
 * folder or a part of its name, `{md,mdx}` for either. Without names it is about one page: `README.{locale}.md`.
 * @example
 * parsePagePattern('docs/{path}.{locale}.md').read('docs/setup/start.sv.md')
 * // => { key: 'setup/start', locale: 'sv', captures: Map { 'path' => 'setup/start' } }
 */
export function parsePagePattern(text: string): PagePattern {
  const pattern = text.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const inBraces = Array.from(pattern.matchAll(placeholder), ([, inside = '']) => inside);
  const names = [...new Set(inBraces)].filter((name) => name !== 'locale');
  const keyNames = names.filter((name) => !name.includes(','));
  const fileKey = fileKeyOf(pattern);
  const groups = groupNames(names);
  const [short, long] = ['+?', '+'].map(
    (most) => new RegExp(`^${expressionOf(pattern, groups, most)}$`, 'u'),
  );
  const readWith = (expression: RegExp | undefined, path: string): PatternMatch | undefined => {
    const read = expression?.exec(path) ?? null;
    if (read === null) return undefined;
    const found = read.groups ?? {};
    const captures = new Map(names.map((name) => [name, found[groups.get(name) ?? name] ?? '']));
    const key = keyNames.length === 0 ? fileKey : keyNames.map((name) => captures.get(name)).join('/');
    return { key, locale: found['locale'], captures };
  };
  return {
    text,
    hasLocale: inBraces.includes('locale'),
    names,
    folders: foldersBeforePath(pattern).map((folder) =>
      folder.includes('{') ? new RegExp(`^${expressionOf(folder, groups, '+')}$`, 'u') : folder,
    ),
    read: (path) => readWith(long, path),
    readings: (path) => {
      const least = readWith(short, path);
      if (least === undefined) return [];
      const most = readWith(long, path) ?? least;
      return least.key === most.key && least.locale === most.locale ? [most] : [least, most];
    },
    write: (captures, localeSpelling) =>
      pattern.replace(placeholder, (whole, name: string) =>
        name === 'locale' ? localeSpelling : (captures.get(name) ?? firstOf(name) ?? whole),
      ),
  };
}

/** The key of the one page that a pattern without names is about: `README.md` and `docs/{locale}/README.md` are one page. */
function fileKeyOf(pattern: string): string {
  const parts = pattern
    .split('/')
    .map((part) => part.replace(/\.(?:\w+|\{[^{}]*\})$/, '').replace(/[._-]?\{locale\}/, ''));
  return parts.findLast((part) => part !== '') ?? 'index';
}

/** A name, or alternatives with commas between them. */
const placeholder = /\{(\w+|[^{}/]*,[^{}/]*)\}/g;

function firstOf(name: string): string | undefined {
  return name.includes(',') ? name.split(',')[0] : undefined;
}

/** Groups of an expression are called by words alone. */
function groupNames(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.filter((name) => name.includes(',')).map((name, at) => [name, `either${at}`]));
}

function foldersBeforePath(pattern: string): readonly string[] {
  const folders = pattern.split('/').slice(0, -1);
  const first = folders.findIndex((folder) => folder.includes('{path}'));
  return first === -1 ? folders : folders.slice(0, first);
}

/** `most` tells how much {path} takes: `+` as much as it can. */
function expressionOf(pattern: string, groups: ReadonlyMap<string, string>, most: string): string {
  const seen = new Set<string>();
  const tokens = /\{(\w+|[^{}/]*,[^{}/]*)\}|[.*+?^${}()|[\]\\]/g;
  return pattern.replace(tokens, (token, name: string | undefined) => {
    if (name === undefined) return `\\${token}`;
    const group = groups.get(name) ?? name;
    if (seen.has(name)) return `\\k<${group}>`;
    seen.add(name);
    if (name === 'path') return `(?<path>.${most})`;
    if (name === 'locale') return '(?<locale>[A-Za-z][A-Za-z0-9_@-]+)';
    if (!name.includes(',')) return `(?<${name}>[^/]+)`;
    return `(?<${group}>${name.split(',').map(escaped).join('|')})`;
  });
}

function escaped(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
