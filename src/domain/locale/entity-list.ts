import { findMojibake, repairMojibake } from '../document/mojibake.ts';
import type { Block, PageDocument, Section, Span } from '../document/page-document.ts';
import { spanOfRunText } from '../document/spans.ts';
import type { EntityKind, EntityMatch } from './entity-kind.ts';
import { conjunctionPattern } from './list-separators.ts';
import { setsSpacesBetweenWords } from './scripts.ts';
import {
  splitAtConjunctions,
  splitEnumerations,
  type TextPart,
  withoutSignsBehind,
} from './split-enumeration.ts';

/** One printed name of a list. */
export interface EntityToken {
  readonly text: string;
  /** Inside the page. */
  readonly span: Span;
  /** What it stands for; `undefined` for a word that is no name of the kind. */
  readonly match: EntityMatch | undefined;
}

/** A list of names in a page, in whatever form it is printed. */
export interface EntityList {
  readonly form: 'items' | 'table' | 'definitions' | 'prose';
  /** The list, the table, the first definition, or the block whose text is the list. */
  readonly block: Block;
  readonly section: Section;
  /** In the order of the page. */
  readonly tokens: readonly EntityToken[];
  /** From the first name to the end of the last one. */
  readonly span: Span;
}

/** In which languages names are looked for. */
export interface ReadingLocales {
  readonly locale: string;
  /** Of the page that this one was translated from: a name may have been left in it. */
  readonly sourceLocale: string;
}

/**
 * The lists of a page that are lists of entities: five names or more, at least seven in ten of them understood.
 *
 * A sentence that mentions two countries is none. Where blocks lie in each other, the outer list is given.
 */
export function findEntityLists(
  document: PageDocument,
  kind: EntityKind,
  locales: ReadingLocales,
): readonly EntityList[] {
  const accepted: EntityList[] = [];
  for (const list of readEnumerations(document.blocks, kind, locales)) {
    if (!isEntityList(list) || accepted.some((outer) => holds(outer, list))) continue;
    accepted.push(list);
  }
  return accepted;
}

/** True when a list names entities without a doubt: five names or more, seven in ten understood. */
export function isEntityList({ tokens }: EntityList): boolean {
  return tokens.length >= fewestNames && matchedShare(tokens) >= mostlyUnderstood;
}

/** The share of a list's words that stand for something, 0 to 1. */
export function matchedShare(tokens: readonly EntityToken[]): number {
  return tokens.filter((token) => token.match !== undefined).length / Math.max(1, tokens.length);
}

const fewestNames = 5;
const mostlyUnderstood = 0.7;

/**
 * Everything in some blocks that has the form of a list of three or more, whether its words are understood or not.
 *
 * Lists, tables and definitions come before the texts inside them.
 */
export function readEnumerations(
  blocks: readonly Block[],
  kind: EntityKind,
  locales: ReadingLocales,
): readonly EntityList[] {
  if (!kind.isKnownIn(locales.locale)) return [];
  const resolve = resolver(kind, locales);
  return blocks.flatMap((block) => {
    const lists = [...readBlockAsList(block, resolve, locales), ...readProse(block, resolve, locales)];
    return lists
      .filter((list) => list.tokens.length >= shortestEnumeration)
      .map((list) => withRepairs(list, kind, locales.locale));
  });
}

const shortestEnumeration = 3;

type Resolve = (text: string) => EntityMatch | undefined;

/** Looks a name up in the page's language, then in the source's and in English. */
function resolver(kind: EntityKind, { locale, sourceLocale }: ReadingLocales): Resolve {
  const known = new Map<string, EntityMatch | undefined>();
  const others = new Set([sourceLocale, 'en', ...(otherScripts[scriptKey(locale)] ?? [])]);
  others.delete(locale);
  const find = (text: string): EntityMatch | undefined => {
    // `Bra,Zil`: the comma inside a name has a space after it.
    if (/\p{L}[,;]\p{L}/u.test(text)) return undefined;
    const own = kind.resolve(text, locale);
    if (own?.as === 'name') return own;
    for (const other of others) {
      const foreign = kind.resolve(text, other);
      if (foreign?.as === 'name') return { code: foreign.code, as: 'foreign', locale: other };
    }
    return own;
  };
  return (text) => {
    if (!known.has(text)) known.set(text, find(text));
    return known.get(text);
  };
}

/** Where a language is written in two scripts with words of their own, a name of the other one is understood. */
const otherScripts: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['zh-Hant'],
  'zh-Hant': ['zh-Hans'],
};

function scriptKey(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  return `${language}-${script}`;
}

/** A list that names some entities may name others in letters that an encoding mix-up broke. */
function withRepairs(list: EntityList, kind: EntityKind, locale: string): EntityList {
  if (matchedShare(list.tokens) < mayBeRepaired) return list;
  const tokens = list.tokens.map((token) => {
    const sound = token.match === undefined ? repairedText(token.text) : undefined;
    const match = sound === undefined ? undefined : kind.resolve(sound, locale);
    return match === undefined ? token : { ...token, match: { code: match.code, as: 'repaired' as const } };
  });
  return { ...list, tokens };
}

const mayBeRepaired = 0.3;

function repairedText(text: string): string | undefined {
  let sound = text;
  for (const broken of findMojibake(text).toReversed()) {
    if (broken.repaired === undefined) return undefined;
    sound = sound.slice(0, broken.from) + broken.repaired + sound.slice(broken.to);
  }
  return sound === text ? undefined : sound;
}

function readBlockAsList(block: Block, resolve: Resolve, locales: ReadingLocales): EntityList[] {
  switch (block.kind) {
    case 'list': {
      const items = block.children.filter((child) => child.kind === 'item' || child.kind === 'step');
      return listOf(
        'items',
        block,
        items.flatMap((item) => readItem(item, resolve, locales)),
      );
    }
    case 'table':
      return listOf('table', block, readTable(block, resolve, locales));
    case 'definition': {
      const siblings = (block.parent?.children ?? block.section.blocks).filter(
        (sibling) => sibling.kind === 'definition',
      );
      if (siblings[0] !== block) return [];
      return listOf(
        'definitions',
        block,
        siblings.flatMap((term) => readItem(term, resolve, locales)),
      );
    }
    default:
      return [];
  }
}

/**
 * The names of an item: its text as a whole, or what stands before a colon or dash or in bold, or several names if
 * all are understood. An item that is none of these is one word that nobody understands.
 */
function readItem(item: Block, resolve: Resolve, { locale }: ReadingLocales): EntityToken[] {
  const [whole] = splitWhole(item.text);
  if (whole === undefined) return [];
  const heads = [whole, ...headsOf(item)];
  for (const head of heads) {
    const match = resolve(head.text);
    if (match !== undefined) return [tokenOf(item, head, match)];
  }
  const repaired = repairMojibake(item.text);
  if (repaired !== item.text && resolve(repaired) !== undefined) {
    // Broken letters look like signs that part or enclose a name.
    return [tokenOf(item, { text: item.text, from: 0, to: item.text.length }, undefined)];
  }
  if (item.text.length > longestItem) return [tokenOf(item, heads.at(-1) ?? whole, undefined)];
  const isKnown = (text: string): boolean => resolve(text) !== undefined;
  const parts = splitEnumerations(item.text, isKnown).flat();
  const names = parts.flatMap((part) => splitAtConjunctions(part, locale, isKnown));
  if (names.length > 1 && names.every((name) => resolve(name.text) !== undefined)) {
    return names.map((name) => tokenOf(item, name, resolve(name.text)));
  }
  return [tokenOf(item, heads.at(-1) ?? whole, undefined)];
}

/** UTF-16 units of an item that may hold several names; a longer one is read as prose. */
const longestItem = 120;

/** The whole text without the signs around it. */
function splitWhole(text: string): TextPart[] {
  const from = text.search(/[\p{L}\p{N}]/u);
  if (from === -1) return [];
  const trimmed = withoutSignsBehind(text.slice(from));
  return [{ text: trimmed, from, to: from + trimmed.length }];
}

function headsOf(item: Block): TextPart[] {
  const cut = /\s*[:：]|\s+[–—-]\s/u.exec(item.text)?.index;
  const bold = item.traits.emphases.find((emphasis) => item.text.trimStart().startsWith(emphasis.text));
  const ends = [cut, bold === undefined ? undefined : item.text.indexOf(bold.text) + bold.text.length];
  return ends.flatMap((end) => (end === undefined ? [] : splitWhole(item.text.slice(0, end))));
}

/** Tables list names in one column or in several; the heading row and the other columns are left out. */
function readTable(table: Block, resolve: Resolve, locales: ReadingLocales): EntityToken[] {
  const rows = table.children.filter((row) => row.kind === 'row').slice(1);
  const width = Math.max(0, ...rows.map((row) => row.children.length));
  const columns = Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => {
      const cell = row.children[column];
      return cell === undefined ? [] : readItem(cell, resolve, locales);
    }),
  );
  const understood = columns.filter((tokens) => matchedShare(tokens) >= mostlyUnderstood);
  const best = columns.toSorted((one, other) => matchedShare(other) - matchedShare(one)).slice(0, 1);
  return (understood.length > 0 ? understood : best)
    .flat()
    .toSorted((one, other) => one.span.start.offset - other.span.start.offset);
}

/** The enumerations in a block's own text, each with the prose before its first and behind its last name cut off. */
function readProse(block: Block, resolve: Resolve, locales: ReadingLocales): EntityList[] {
  if (block.kind === 'code' || block.kind === 'table' || !mayEnumerate(block.text, locales.locale)) return [];
  const isKnown = (text: string): boolean => resolve(text) !== undefined;
  return splitEnumerations(block.text, isKnown).flatMap((parts) => {
    const names = parts.flatMap((part) => splitAtConjunctions(part, locales.locale, isKnown));
    const tokens = withoutProse(names, resolve, locales.locale).map((name) =>
      tokenOf(block, name, resolve(name.text)),
    );
    return listOf('prose', block, tokens);
  });
}

/** A quick look that spares most sentences: two signs or conjunctions that can part three names. */
function mayEnumerate(text: string, locale: string): boolean {
  const signs = text.match(/[,，、،;；፣]|\s(?:\*\s?|[+-])(?=\p{L})/gu)?.length ?? 0;
  return signs >= 2 || (signs === 0 && (text.match(conjunctionPattern(locale))?.length ?? 0) >= 2);
}

/** "customers in Armenia, Brazil and India need it" lists Armenia, Brazil and India. */
function withoutProse(names: readonly TextPart[], resolve: Resolve, locale: string): readonly TextPart[] {
  if (names.filter((name) => resolve(name.text) !== undefined).length < 2) return names;
  const first = names.findIndex(
    (name) => resolve(name.text) !== undefined || edge(name, 'end') !== undefined,
  );
  const last = names.findLastIndex(
    (name) => resolve(name.text) !== undefined || edge(name, 'start') !== undefined,
  );
  return names.flatMap((name, at) => {
    if (resolve(name.text) !== undefined) return [name];
    const atEdge = at <= first ? edge(name, 'end') : at >= last ? edge(name, 'start') : undefined;
    if (atEdge !== undefined) return [atEdge];
    const isOutside = at < first || at > last;
    return isOutside && (isSentence(name.text, locale) || isLowerCase(name.text)) ? [] : [name];
  });

  function edge(name: TextPart, side: 'start' | 'end'): TextPart | undefined {
    for (const part of edgesOf(name, side, locale)) if (resolve(part.text) !== undefined) return part;
    return undefined;
  }
}

/** Parts of a text at its start or end, longest first, cut at words, or anywhere where words are not set apart. */
function edgesOf(name: TextPart, side: 'start' | 'end', locale: string): TextPart[] {
  const cuts = setsSpacesBetweenWords(locale)
    ? [...name.text.matchAll(/\s+/g)].map((space) =>
        side === 'end' ? space.index + space[0].length : space.index,
      )
    : Array.from({ length: Math.max(0, name.text.length - 1) }, (_, at) => at + 1);
  const nearest = side === 'end' ? cuts.slice(-longestEdge) : cuts.slice(0, longestEdge).toReversed();
  return nearest.map((cut) => {
    const text = side === 'end' ? name.text.slice(cut) : name.text.slice(0, cut).trimEnd();
    const from = side === 'end' ? name.from + cut : name.from;
    return { text, from, to: from + text.length };
  });
}

/** Words, or characters where words are not set apart, that a name at the edge of a sentence may have. */
const longestEdge = 12;

/** Names begin with a capital where the script has them; what follows a list's last name may go on in small letters. */
function isLowerCase(text: string): boolean {
  return /^\p{Ll}+\s/u.test(text);
}

function isSentence(text: string, locale: string): boolean {
  return setsSpacesBetweenWords(locale) ? text.split(/\s+/).length > 3 : text.length > 12;
}

function tokenOf(block: Block, part: TextPart, match: EntityMatch | undefined): EntityToken {
  return { text: part.text, span: spanOfRunText(block, part.from, part.to), match };
}

function listOf(form: EntityList['form'], block: Block, tokens: readonly EntityToken[]): EntityList[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { start: first.span.start, end: last.span.end };
  return [{ form, block, section: block.section, tokens, span }];
}

function holds(outer: EntityList, inner: EntityList): boolean {
  return outer.span.start.offset <= inner.span.start.offset && inner.span.end.offset <= outer.span.end.offset;
}
