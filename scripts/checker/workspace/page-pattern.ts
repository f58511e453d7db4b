/** A pattern such as `content/{locale}/{path}.mdx`, taken apart. */
export interface PagePattern {
  readonly text: string;
  /** Whether translations are found by it too; without {locale} it describes source pages. */
  readonly hasLocale: boolean;
  /** Folders from the working folder on, up to the one where {path} begins: a name, or what names must look like. */
  readonly folders: readonly (string | RegExp)[];
  /** What a path says, or `undefined` when the pattern is not about it. */
  readonly read: (path: string) => PatternMatch | undefined;
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
 * A pattern of paths: `{locale}` stands for a locale, `{path}` for folders and a file name, any other `{name}` for one folder.
 * @example
 * parsePagePattern('docs/{path}.{locale}.md').read('docs/setup/start.sv.md')
 * // => { key: 'setup/start', locale: 'sv', captures: Map { 'path' => 'setup/start' } }
 */
export function parsePagePattern(text: string): PagePattern {
  const pattern = text.replaceAll('\\', '/').replace(/^\.\//, '');
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const keyNames = [...new Set(names)].filter((name) => name !== 'locale');
  const expression = new RegExp(`^${expressionOf(pattern)}$`, 'u');
  return {
    text,
    hasLocale: names.includes('locale'),
    folders: foldersBeforePath(pattern).map((folder) =>
      folder.includes('{') ? new RegExp(`^${expressionOf(folder)}$`, 'u') : folder,
    ),
    read: (path) => {
      const groups = expression.exec(path)?.groups;
      if (groups === undefined) return undefined;
      const captures = new Map(keyNames.map((name) => [name, groups[name] ?? '']));
      return { key: [...captures.values()].join('/'), locale: groups['locale'], captures };
    },
    write: (captures, localeSpelling) =>
      pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
        name === 'locale' ? localeSpelling : (captures.get(name) ?? whole),
      ),
  };
}

function foldersBeforePath(pattern: string): readonly string[] {
  const folders = pattern.split('/').slice(0, -1);
  const first = folders.findIndex((folder) => folder.includes('{path}'));
  return first === -1 ? folders : folders.slice(0, first);
}

function expressionOf(pattern: string): string {
  const seen = new Set<string>();
  return pattern.replace(/\{(\w+)\}|[.*+?^${}()|[\]\\]/g, (token, name: string | undefined) => {
    if (name === undefined) return `\\${token}`;
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    if (name === 'path') return '(?<path>.+)';
    return name === 'locale' ? '(?<locale>[A-Za-z][A-Za-z0-9_-]+)' : `(?<${name}>[^/]+)`;
  });
}
