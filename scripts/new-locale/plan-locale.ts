import type { MessageTree } from '../../src/domain/messages/fill-messages.ts';
import { OperationalError } from '../checker/operational-error.ts';
import { addToSettings, addToSiteLocales } from './add-to-lists.ts';
import { blankMessages } from './blank-messages.ts';
import { canonicalLocale, ownName } from './name-locale.ts';

/** The files that a new locale rests on, and those it changes. */
export interface LocaleProject {
  readonly sourceLocale: string;
  readonly locales: readonly string[];
  /** Names of the source's files of messages, such as `form.json`. */
  readonly messageFiles: readonly string[];
  /** The text of a file, by its path in the project; `undefined` where there is none. */
  readonly read: (path: string) => string | undefined;
}

/** What a new locale takes. */
export interface LocalePlan {
  readonly locale: string;
  readonly name: string;
  /** Texts by path. */
  readonly writes: ReadonlyMap<string, string>;
}

/** Where the list of the site's locales is. */
export const siteList = 'src/domain/locale/locales.json';

/**
 * What makes a locale of a project: its files of messages with every message empty, and its place in the lists. Messages
 * that are there already stay, so that a plan that was carried out in part can be made again.
 * @param name what the language calls itself; default: what CLDR says
 * @throws When the locale is none or there already, or there is no source.
 */
export function planLocale(project: LocaleProject, spelling: string, name?: string): LocalePlan {
  const { sourceLocale, locales, messageFiles, read } = project;
  const locale = canonicalLocale(spelling, locales);
  if (messageFiles.length === 0) {
    throw new OperationalError(
      `There is nothing to translate: \`locales/${sourceLocale}/\` has no messages.`,
      'Run the command in the folder of the guide, with its source in place.',
    );
  }
  const ofLocale = name ?? ownName(locale, locales);
  const writes = new Map<string, string>();
  for (const file of messageFiles) {
    const path = `locales/${locale}/${file}`;
    const source = parsed(read(`locales/${sourceLocale}/${file}`), `locales/${sourceLocale}/${file}`);
    writes.set(path, printed(blankMessages(source, locale, parsed(read(path), path))));
  }
  writes.set(siteList, addToSiteLocales(needed(read, siteList), locale, ofLocale));
  writes.set('package.json', addToSettings(needed(read, 'package.json'), locale));
  return { locale, name: ofLocale, writes };
}

/** A file of messages, as the project formats it. */
function printed(messages: MessageTree): string {
  return `${JSON.stringify(messages, null, 2)}\n`;
}

function parsed(text: string | undefined, path: string): MessageTree {
  try {
    return JSON.parse(text ?? '{}') as MessageTree;
  } catch (cause) {
    throw new OperationalError(
      `Could not read \`${path}\`: it is not valid JSON.`,
      'Correct it, or remove it, and run the command again.',
      { cause },
    );
  }
}

function needed(read: LocaleProject['read'], path: string): string {
  const text = read(path);
  if (text !== undefined) return text;
  throw new OperationalError(`There is no \`${path}\`.`, 'Run the command in the folder of the guide.');
}
