import type { Block, PageDocument, Section, Span } from '../document/page-document.ts';
import type { EntityKind } from './entity-kind.ts';
import { type EntityToken, matchedShare, mostlyUnderstood } from './entity-token.ts';
import { piecesOf } from './list-pieces.ts';
import { type ListedNames, readListedNames } from './read-listed-names.ts';
import { readProseNames } from './read-prose-names.ts';
import { entityResolver, type ReadingLocales, withRepairs } from './resolve-entity.ts';

/** A list of names in a page, in whatever form it is printed. */
export interface EntityList {
  readonly form: ListedNames['form'] | 'prose';
  /** The list, the table, the first definition, or the block whose text is the list. */
  readonly block: Block;
  readonly section: Section;
  /** In the order of the page. */
  readonly tokens: readonly EntityToken[];
  /** From the first name to the end of the last one. */
  readonly span: Span;
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
  const { locale } = locales;
  if (!kind.isKnownIn(locale)) return [];
  const promising = document.blocks.filter((block) =>
    piecesOf(block, locale).some((piece) => kind.mayBe(piece, locale)),
  );
  const accepted: EntityList[] = [];
  for (const list of readEnumerations(promising, kind, locales)) {
    if (!isEntityList(list, kind, locale) || accepted.some((outer) => holds(outer, list))) continue;
    accepted.push(list);
  }
  return accepted;
}

/**
 * True when a list names entities without a doubt: five names or more, seven in ten understood. A column that says the
 * same few things of many rows lists other things.
 */
export function isEntityList({ tokens }: EntityList, kind: EntityKind, locale: string): boolean {
  if (tokens.length < fewestNames || matchedShare(tokens) < mostlyUnderstood) return false;
  const understood = tokens.filter(({ match }) => match !== undefined);
  const distinct = new Set(understood.map(({ match }) => match?.code)).size;
  if (distinct < fewestNames * mostlyUnderstood || distinct * 2 < understood.length) return false;
  const { isDistinctive } = kind;
  if (isDistinctive === undefined) return true;
  return understood.filter(({ text }) => isDistinctive(text, locale)).length * 2 >= tokens.length;
}

const fewestNames = 5;

/**
 * Everything in some blocks that has the form of a list of so many, whether its words are understood or not.
 *
 * Lists, tables and definitions come before the texts inside them.
 */
export function readEnumerations(
  blocks: readonly Block[],
  kind: EntityKind,
  locales: ReadingLocales,
  fewest = shortestEnumeration,
): readonly EntityList[] {
  const { locale } = locales;
  if (!kind.isKnownIn(locale)) return [];
  const resolve = entityResolver(kind, locales);
  return blocks.flatMap((block) => {
    const listed = readListedNames(block, resolve, locale);
    return [
      ...(listed === undefined ? [] : listOf(listed.form, block, listed.tokens, fewest)),
      ...readProseNames(block, resolve, locale).flatMap((tokens) => listOf('prose', block, tokens, fewest)),
    ].map((list) => ({ ...list, tokens: withRepairs(list.tokens, kind, locale) }));
  });
}

function listOf(
  form: EntityList['form'],
  block: Block,
  tokens: readonly EntityToken[],
  fewest: number,
): EntityList[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || tokens.length < fewest) return [];
  const span = { start: first.span.start, end: last.span.end };
  return [{ form, block, section: block.section, tokens, span }];
}

/** Two names with a conjunction stand in any sentence. */
const shortestEnumeration = 3;

function holds(outer: EntityList, inner: EntityList): boolean {
  return outer.span.start.offset <= inner.span.start.offset && inner.span.end.offset <= outer.span.end.offset;
}
