import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import { localeTagOf, meansSameLocale } from '../../../src/domain/locale/locale-tag.ts';
import { countScripts, type Script } from '../../../src/domain/locale/scripts.ts';
import type { Settings } from '../config/settings.ts';
import { blobId } from '../history/blob-id.ts';
import { isMarkdown } from '../workspace/document-formats.ts';
import { listFiles } from '../workspace/list-files.ts';
import { parsePagePattern } from '../workspace/page-pattern.ts';
import { readPage } from '../workspace/read-page.ts';
import { type Layout, recogniseLayout } from './recognise-layout.ts';

/** What a folder was taken for, and the settings that say so. */
export interface RecognisedProject {
  readonly settings: Settings;
  /** A sentence on each thing that was recognised, and on what was not. */
  readonly words: readonly string[];
}

interface PageText {
  readonly path: string;
  readonly text: string;
}

/** Pages that are read to tell dialect and pins. */
const mostRead = 60;

/** What built sites and packages leave behind. */
const builtFolders = /(?:^|\/)(?:node_modules|dist|build|out|_site|site|public|coverage|vendor|target)\//;

/** What the files of a folder tell about its pages; `undefined` where no page is there in two languages. */
export function recogniseProject(folder: string): RecognisedProject | undefined {
  const files = listFiles(folder, parsePagePattern('{path}'));
  const pages = files.filter(isMarkdown);
  const written = pages.filter((path) => !builtFolders.test(path));
  const layout = recogniseLayout(written) ?? recogniseLayout(pages);
  if (layout === undefined) return messagesAlone(folder, files);
  const patterns = layout.pages.map(parsePagePattern);
  const own = pages.filter((path) => patterns.some((pattern) => pattern.read(path) !== undefined));
  const texts = spread(own, mostRead).flatMap((path) => {
    const content = readPage(join(folder, path));
    return content.kind === 'text' ? [{ path, text: content.text }] : [];
  });
  const dialect = dialectOf(folder, files, texts);
  const sample = readText(join(folder, layout.sample));
  const key = pinKeyOf(texts, dialect);
  // A page that names the text it was made from is a translation itself.
  const isTranslated = key !== undefined && pinIn(sample, dialect, key) !== undefined;
  const sourceLocale = isTranslated ? 'en' : (layout.sourceLocale ?? localeOfText(sample));
  const locales = [...layout.locales, ...(isTranslated ? [layout.sourceLocale ?? []] : [])].flat();
  const pin = key !== undefined && isBlobId(key, texts, own, folder, dialect) ? key : undefined;
  const messages = messagesIn(folder, files, sourceLocale);
  const settings: Settings = {
    sourceLocale,
    pages: layout.pages.length === 1 ? (layout.pages[0] ?? '') : [...layout.pages],
    dialect,
    ...(pin !== undefined && { sourceRevision: { frontMatter: pin } }),
    ...(messages && { messages: [...messages.pages] }),
  };
  return {
    settings,
    words: [
      `Layout: ${layout.kind}, ${layout.pages.map((pattern) => `\`${pattern}\``).join(', ')}.`,
      `Source: \`${sourceLocale}\`${isTranslated ? ', whose pages are not here, so translations are held against each other' : ''}.`,
      `Translations: ${locales.map((locale) => `\`${locale}\``).join(', ')}.`,
      `Dialect: \`${dialect}\`.`,
      pin === undefined
        ? 'Source revisions: no page says which text of its source it was made from, so drift is not told apart from faults; `lockstep stamp` can note it from now on.'
        : `Source revisions: pinned in the front matter under \`${pin}\`.`,
      ...(messages ? [wordsOn(messages)] : []),
      'Labels: not looked for; where the product has its words in JSON, name the files as `labels`, and bold labels are held against them.',
    ],
  };
}

/** A project without pages in two languages, whose interface is translated. */
function messagesAlone(folder: string, files: readonly string[]): RecognisedProject | undefined {
  const messages = messagesIn(folder, files, undefined);
  if (messages?.sourceLocale === undefined) return undefined;
  const sourceLocale = localeTagOf(messages.sourceLocale) ?? messages.sourceLocale;
  return {
    settings: { sourceLocale, messages: [...messages.pages] },
    words: ['Pages: none is here in two languages.', `Source: \`${sourceLocale}\`.`, wordsOn(messages)],
  };
}

/** Files of messages with one in the source's locale; data of other kinds holds fewer texts than anything else. */
function messagesIn(
  folder: string,
  files: readonly string[],
  sourceLocale: string | undefined,
): Layout | undefined {
  let resources = files.filter((path) => /\.(?:json|arb)$/.test(path) && !builtFolders.test(path));
  for (let tries = 0; tries < mostTries; tries++) {
    const layout = recogniseLayout(resources);
    if (layout === undefined) return undefined;
    const spelling = layout.sourceLocale === undefined ? undefined : localeTagOf(layout.sourceLocale);
    const isSource =
      spelling !== undefined && (sourceLocale === undefined || meansSameLocale(spelling, sourceLocale));
    if (isSource && holdsMessages(readText(join(folder, layout.sample)))) return layout;
    const patterns = layout.pages.map(parsePagePattern);
    resources = resources.filter((path) => patterns.every((pattern) => pattern.read(path) === undefined));
  }
  return undefined;
}

/** Sets of files that are looked at for messages. */
const mostTries = 5;

function holdsMessages(text: string): boolean {
  try {
    const leaves = leavesOf(JSON.parse(text.replace(/^\uFEFF/, '')));
    const texts = leaves.filter((leaf) => typeof leaf === 'string');
    return texts.length > 0 && texts.length * 4 >= leaves.length * 3;
  } catch {
    return false;
  }
}

function leavesOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

function wordsOn({ pages, locales }: Layout): string {
  const named = locales.map((locale) => `\`${locale}\``).join(', ');
  return `Messages: ${pages.map((pattern) => `\`${pattern}\``).join(', ')}, also in ${named}.`;
}

function dialectOf(folder: string, files: readonly string[], texts: readonly PageText[]): Dialect {
  const has = (pattern: RegExp): boolean => files.some((path) => pattern.test(path));
  if (has(/(?:^|\/)mkdocs\.ya?ml$/)) return 'mkdocs';
  if (has(/(?:^|\/)docfx\.json$/) || existsSync(join(folder, '.openpublishing.publish.config.json')))
    return 'learn';
  if (has(/(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/)) return 'mdx';
  if (has(/(?:^|\/)hugo\.(?:toml|ya?ml|json)$/)) return 'hugo';
  // Few pages show what is special about their dialect: one that does counts for the others.
  const counts = Map.groupBy(texts, ({ path, text }) => recogniseDialect(path, text));
  counts.delete('gfm');
  const [most] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? 'gfm';
}

/** The key under which most pages hold a git id in their front matter. */
function pinKeyOf(texts: readonly PageText[], dialect: Dialect): string | undefined {
  const keys = texts.flatMap(({ text }) => {
    const { frontMatter } = parsePage(text, { dialect });
    return Object.entries(frontMatter?.data ?? {}).flatMap(([key, value]) => (isGitId(value) ? [key] : []));
  });
  const [most] = [...Map.groupBy(keys, (key) => key)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return most !== undefined && most[1].length * 3 >= texts.length ? most[0] : undefined;
}

function pinIn(text: string, dialect: Dialect, key: string): string | undefined {
  const value = parsePage(text, { dialect }).frontMatter?.data[key];
  return isGitId(value) ? value : undefined;
}

function isGitId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value);
}

/** Whether the key holds ids of texts: one of them is that of a page which is here. Other tools write other hashes. */
function isBlobId(
  key: string,
  texts: readonly PageText[],
  pages: readonly string[],
  folder: string,
  dialect: Dialect,
): boolean {
  const pins = new Set(texts.map(({ text }) => pinIn(text, dialect, key)));
  return pages.some((path) => pins.has(blobId(readText(join(folder, path)))));
}

/** The language that a source text is likely to be in, where its path does not say. */
function localeOfText(text: string): string {
  const scripts = countScripts(text.replace(/```[^]*?```|https?:\S+/g, ''));
  const letters = [...scripts.values()].reduce((sum, count) => sum + count, 0);
  const share = (script: Script): number => (scripts.get(script) ?? 0) / Math.max(1, letters);
  if (share('Hira') + share('Kana') > 0.1) return 'ja';
  if (share('Hang') > 0.2) return 'ko';
  if (share('Han') > 0.2) return 'zh';
  if (share('Cyrl') > 0.4) return 'ru';
  return share('Arab') > 0.4 ? 'ar' : 'en';
}

function readText(path: string): string {
  const content = readPage(path);
  return content.kind === 'text' ? content.text : '';
}

/** At most so many of a list, from all over it. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(most, items.length) },
    (_, index) => items[Math.floor(index * step)],
  ).filter((item) => item !== undefined);
}
