import { parse as parseYaml } from 'yaml';
import { readToml } from '../../../src/domain/document/toml.ts';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';

/** What Hugo's settings say of folders that are not called after their locale. */
export interface ContentFolders {
  /** By the folder's path. */
  readonly locales: ReadonlyMap<string, string>;
  readonly sourceLocale: string | undefined;
}

const settingsName =
  /^(?:.*\/)?(?:config\/_default\/(?:hugo|config|languages)|hugo|config)\.(?:toml|ya?ml|json)$/;

/** The `contentDir` of each language in Hugo's settings; `undefined` where they name none. */
export function readContentFolders(
  files: readonly string[],
  readText: (path: string) => string,
): ContentFolders | undefined {
  for (const path of files.filter((file) => settingsName.test(file))) {
    const data = readSettings(path, readText(path));
    const languages = recordIn(/\/languages\.\w+$/.test(path) ? data : data?.['languages']);
    const base = path.replace(/(?:config\/_default\/)?[^/]*$/, '');
    const locales = Object.entries(languages ?? {}).flatMap(([code, own]): [string, string][] => {
      const folder = recordIn(own)?.['contentDir'] ?? recordIn(own)?.['contentdir'];
      const locale = localeTagOf(code);
      return typeof folder === 'string' && locale !== undefined
        ? [[`${base}${folder.replace(/^\.?\/|\/$/g, '')}`, locale]]
        : [];
    });
    const source = data?.['defaultContentLanguage'] ?? data?.['defaultcontentlanguage'];
    if (locales.length > 1)
      return {
        locales: new Map(locales),
        sourceLocale: typeof source === 'string' ? localeTagOf(source) : undefined,
      };
  }
  return undefined;
}

function readSettings(path: string, text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return recordIn(path.endsWith('.toml') ? readToml(text).data : parseYaml(text));
  } catch {
    return undefined;
  }
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
