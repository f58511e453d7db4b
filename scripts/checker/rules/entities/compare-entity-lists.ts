import type { Block, PageDocument, Section, Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import {
  type EntityList,
  type EntityToken,
  findEntityLists,
  isEntityList,
  matchedShare,
  readEnumerations,
} from '../../../../src/domain/locale/entity-list.ts';
import { foldName } from '../../../../src/domain/locale/fold-name.ts';
import type { CheckedPage, FamilyContext, PairContext, EntityList as ProductList } from '../rule.ts';

/** An entity and every place where a list names it. */
interface ListedEntity {
  readonly code: string;
  readonly tokens: readonly EntityToken[];
}

/** A word of a list that names nothing of the kind. */
interface UnknownName {
  readonly text: string;
  readonly tokens: readonly EntityToken[];
  /** What it is likely to mean: the code of a name close to it, or of what the source has in its place. */
  readonly standsFor: string | undefined;
}

/** What a list ought to hold, and where that is said. */
interface ListReference {
  /** Where a message says what the list was held against: "the source", "the product's list `name`". */
  readonly name: string;
  readonly codes: readonly string[];
  readonly related: readonly { readonly label: string; readonly path: string; readonly span: Span }[];
}

/** A page's list of entities held against what it ought to hold, as sets: languages sort names in their own way. */
export interface ListComparison {
  readonly kind: EntityKind;
  readonly page: CheckedPage;
  readonly reference: ListReference;
  /** `undefined` where the section has no list at all. */
  readonly list: EntityList | undefined;
  /** Where a missing name would be put in. */
  readonly place: Span;
  readonly missing: readonly string[];
  readonly extra: readonly ListedEntity[];
  readonly repeated: readonly ListedEntity[];
  readonly untranslated: readonly ListedEntity[];
  readonly unknown: readonly UnknownName[];
  /** 0 to 1: that this list is the one that answers the reference. */
  readonly confidence: number;
}

/**
 * Every list of a kind in every page, held against the list of its source, or where the product has a list of its
 * own for that place, against that one.
 *
 * Source pages, and translations without a source, are held against the product alone; where it says nothing, a
 * source page's lists are only looked through for names that stand twice.
 */
export function compareEntityLists(context: FamilyContext, kind: EntityKind): readonly ListComparison[] {
  const known = comparisons.get(context)?.get(kind);
  if (known !== undefined) return known;
  const paired = new Set(context.pairs.map((pair) => pair.translation.path));
  const alone = context.pages.filter((page) => !paired.has(page.path) && page.state !== 'unreadable');
  const found = [
    ...alone.flatMap((page) => comparePage(page, context, kind)),
    ...context.pairs.flatMap((pair) => comparePair(pair, context, kind)),
  ];
  const ofContext = comparisons.get(context) ?? new Map<EntityKind, readonly ListComparison[]>();
  ofContext.set(kind, found);
  comparisons.set(context, ofContext);
  return found;
}

/** The rules of a kind ask for the same comparisons one after the other. */
const comparisons = new WeakMap<FamilyContext, Map<EntityKind, readonly ListComparison[]>>();

function comparePage(page: CheckedPage, { product }: FamilyContext, kind: EntityKind): ListComparison[] {
  if (!kind.isKnownIn(page.locale)) return [];
  const locales = { locale: page.locale, sourceLocale: product.sourceLocale };
  const lists = listsOf(page, kind, product.sourceLocale);
  const claimed = new Set<EntityList>();
  const compared = productListsOf(page.key, product.entityLists, kind).flatMap(({ entityList, anchor }) => {
    const sections = sectionsWith(page, anchor);
    if (sections === undefined) return [];
    const candidates = readEnumerations(blocksIn(sections), kind, locales);
    const answer = bestAnswer(candidates, entityList.codes, () => false);
    if (answer === undefined && anchor === undefined) return [];
    const repeats = lists.filter(
      (list) =>
        sections.includes(list.section) &&
        shareOf(list, entityList.codes) >= sameList &&
        (answer === undefined || !overlaps(list, answer)),
    );
    return [answer, ...repeats].map((list) => {
      for (const own of lists) if (list !== undefined && overlaps(own, list)) claimed.add(own);
      return compareList(kind, page, list, referenceTo(entityList), endOf(sections), undefined, 1);
    });
  });
  const others = lists.filter((list) => !claimed.has(list));
  return page.isSource
    ? [...compared, ...others.map((list) => compareWithItself(kind, page, list))]
    : compared;
}

/** From here on a list is the product's whole list once more; below, a part of it for another purpose. */
const sameList = 0.75;

/** The lists of a page; a source page has to be read once, however many translations it has. */
function listsOf(page: CheckedPage, kind: EntityKind, sourceLocale: string): readonly EntityList[] {
  const ofKind = pageLists.get(kind) ?? new WeakMap<PageDocument, readonly EntityList[]>();
  pageLists.set(kind, ofKind);
  const lists =
    ofKind.get(page.document) ?? findEntityLists(page.document, kind, { locale: page.locale, sourceLocale });
  ofKind.set(page.document, lists);
  return lists;
}

const pageLists = new Map<EntityKind, WeakMap<PageDocument, readonly EntityList[]>>();

/** A list that nothing else is known of: only what it repeats can be said. */
function compareWithItself(kind: EntityKind, page: CheckedPage, list: EntityList): ListComparison {
  const reference: ListReference = { name: 'itself', codes: codesOf(list), related: [] };
  const compared = compareList(kind, page, list, reference, list.span, undefined, 1);
  return { ...compared, unknown: [], untranslated: [] };
}

function comparePair(pair: PairContext, context: FamilyContext, kind: EntityKind): ListComparison[] {
  const { source, translation, product } = pair;
  const ofProduct = productListsOf(source.key, product.entityLists, kind);
  const sourceLists = listsOf(source, kind, source.locale);
  if (sourceLists.length === 0 && ofProduct.length === 0) return [];
  if (!kind.isKnownIn(translation.locale)) return [];
  const candidates = readEnumerations(translation.document.blocks, kind, {
    locale: translation.locale,
    sourceLocale: source.locale,
  });
  const taken: EntityList[] = [];
  const used = new Set<ProductList>();
  const compared = sourceLists.flatMap((list) => {
    const own = ofProduct.find(({ anchor }) => anchor === undefined || isUnder(list.section, anchor));
    const isProducts = own !== undefined && isProductsList(list, own.entityList, sourceLists);
    if (isProducts) used.add(own.entityList);
    const reference = withSource(
      isProducts ? referenceTo(own.entityList) : undefined,
      list,
      pair,
      context,
      kind,
    );
    const others = sourceLists.filter((other) => other !== list);
    const free = candidates.filter(
      (candidate) =>
        !taken.some((other) => overlaps(candidate, other)) &&
        (isAlignedWith(candidate, list, pair) ||
          !others.some((other) => isAlignedWith(candidate, other, pair))),
    );
    const answer = answerTo(list, reference.codes, pair, free);
    if (answer === undefined) return [];
    if (answer.list !== undefined) taken.push(answer.list);
    return [compareList(kind, translation, answer.list, reference, answer.place, list, answer.confidence)];
  });
  const left = ofProduct.filter(({ entityList }) => !used.has(entityList));
  const alone = left.flatMap(({ entityList, anchor }) => {
    const sections = sectionsWith(translation, anchor);
    if (sections === undefined) return [];
    const inside = candidates.filter((candidate) => sections.includes(candidate.section));
    const answer = bestAnswer(inside, entityList.codes, () => false);
    if (answer === undefined) return [];
    return [compareList(kind, translation, answer, referenceTo(entityList), endOf(sections), undefined, 1)];
  });
  return [...compared, ...alone];
}

function isAlignedWith(candidate: EntityList, list: EntityList, { alignment }: PairContext): boolean {
  return isInside(candidate.block, new Set<unknown>(alignment.pairOf(list.block).translation));
}

interface Answer {
  readonly list: EntityList | undefined;
  readonly place: Span;
  readonly confidence: number;
}

/**
 * The list of the translation that answers a list of the source. A list that is damaged beyond recognition is known
 * by its place; one that stands elsewhere by its names. `undefined` where its whole section is missing: that is
 * another rule's to say.
 */
function answerTo(
  list: EntityList,
  expected: readonly string[],
  { alignment }: PairContext,
  candidates: readonly EntityList[],
): Answer | undefined {
  const blocks = alignment.pairOf(list.block);
  const aligned = new Set<unknown>(blocks.translation);
  const sections = alignment
    .pairOf(list.section)
    .translation.filter((part): part is Section => part.kind === 'section');
  const isAligned = (candidate: EntityList): boolean => isInside(candidate.block, aligned);
  const near = candidates.filter((candidate) => isAligned(candidate) || sections.includes(candidate.section));
  const answer = bestAnswer(near, expected, isAligned);
  if (answer !== undefined) return { list: answer, place: answer.span, confidence: 1 };
  const far = bestAnswer(candidates.filter(isEntityList), expected, () => false);
  if (far !== undefined && shareOf(far, expected) >= 0.5) {
    return { list: far, place: far.span, confidence: 0.8 };
  }
  if (sections.length === 0 || holdsOtherForm(sections, list.section)) return undefined;
  const place = blocks.place === undefined ? endOf(sections) : emptySpanAt(blocks.place);
  return { list: undefined, place, confidence: 0.8 };
}

/** An include or a component may bring the list in. */
function holdsOtherForm(sections: readonly Section[], source: Section): boolean {
  const inserts = sections.reduce((sum, section) => sum + countInserts(section), 0);
  return inserts > countInserts(source);
}

function countInserts({ blocks }: Section): number {
  return blocks.filter((block) => block.kind === 'component' || block.kind === 'html').length;
}

function bestAnswer(
  candidates: readonly EntityList[],
  expected: readonly string[],
  isAligned: (candidate: EntityList) => boolean,
): EntityList | undefined {
  const scored = candidates
    .map((list) => ({ list, score: shareOf(list, expected) + matchedShare(list.tokens) / 2 }))
    .filter(({ list }) => isAnswer(list, expected, isAligned(list)))
    .map(({ list, score }) => ({ list, score: score + (isAligned(list) ? 0.3 : 0) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.list;
}

/** True when a list names enough of what is expected, or has the place and the shape of a list of names. */
function isAnswer(list: EntityList, expected: readonly string[], isAligned: boolean): boolean {
  const understood = matchedShare(list.tokens);
  if (understood >= 0.25 && shareOf(list, expected) >= 0.25) return true;
  if (list.tokens.length < expected.length / 3 || !list.tokens.every(isShort)) return false;
  return isAligned || understood >= 0.4;
}

function isShort({ text }: EntityToken): boolean {
  return text.length <= 30 && text.split(/\s+/).length <= 4;
}

/** The share of the expected codes that a list names. */
function shareOf(list: EntityList, expected: readonly string[]): number {
  const named = new Set(codesOf(list));
  return expected.filter((code) => named.has(code)).length / Math.max(1, expected.length);
}

function compareList(
  kind: EntityKind,
  page: CheckedPage,
  list: EntityList | undefined,
  reference: ListReference,
  place: Span,
  source: EntityList | undefined,
  confidence: number,
): ListComparison {
  const tokens = list?.tokens ?? [];
  const expected = new Set(reference.codes);
  const listed = groupByCode(tokens);
  const absent = reference.codes.filter((code) => !listed.has(code));
  const unread = source?.tokens.filter((token) => token.match === undefined).length ?? 0;
  const unknown = explainUnknown(kind, page.locale, tokens, absent, source, unread);
  const meant = new Set(unknown.map((word) => word.standsFor));
  const entities = [...listed].map(([code, ofCode]): ListedEntity => ({ code, tokens: ofCode }));
  const extra = entities.filter(({ code }) => !expected.has(code));
  const usual = groupByCode(source?.tokens ?? []);
  const missing = absent.filter((code) => !meant.has(code));
  const isWhole = missing.length * 2 >= reference.codes.length;
  const end = list === undefined ? place : isWhole ? list.span : emptySpanAt(list.span.end);
  return {
    kind,
    page,
    reference,
    list,
    place: end,
    missing,
    // A name that the source's reader does not understand may be any of these.
    extra: extra.length > unread ? extra : [],
    repeated: entities
      .map(({ code, tokens: ofCode }) => ({ code, tokens: ofCode.filter(isRepeatable(ofCode)) }))
      .filter(
        ({ code, tokens: own }) =>
          expected.has(code) && own.length > Math.max(1, usual.get(code)?.length ?? 1),
      ),
    untranslated: entities
      .map(({ code, tokens: ofCode }) => ({
        code,
        tokens: ofCode.filter((token) => token.match?.as === 'foreign'),
      }))
      .filter(({ tokens: foreign }) => foreign.length > 0),
    unknown,
    confidence,
  };
}

/**
 * Leaves out names in another language, which are a fault of their own, and names whose notes in brackets tell them
 * apart: "Argentina (English), Argentina (Spanish)".
 */
function isRepeatable(ofCode: readonly EntityToken[]): (token: EntityToken) => boolean {
  const hasNotes = ofCode.some(({ text }) => /[(（]/.test(text));
  return (token) =>
    token.match?.as !== 'foreign' &&
    (!hasNotes || ofCode.some((other) => other !== token && foldName(other.text) === foldName(token.text)));
}

/**
 * The words of a list that name nothing, each with what it is likely to mean. As many as the source's own list has
 * are let pass: "other countries" is no country in any language.
 */
function explainUnknown(
  kind: EntityKind,
  locale: string,
  tokens: readonly EntityToken[],
  absent: readonly string[],
  source: EntityList | undefined,
  unread: number,
): UnknownName[] {
  const words = [
    ...Map.groupBy(
      tokens.filter(({ match }) => match === undefined),
      ({ text }) => foldName(text),
    ).values(),
  ];
  const free = new Set(absent);
  const meanings = new Map<readonly EntityToken[], string>();
  const near = words
    .flatMap((ofWord) => {
      const nearest = kind.nearest(ofWord[0]?.text ?? '', locale, free);
      return nearest === undefined ? [] : [{ ofWord, ...nearest }];
    })
    .toSorted((one, other) => other.similarity - one.similarity);
  for (const { ofWord, code } of near) {
    if (!free.has(code)) continue;
    free.delete(code);
    meanings.set(ofWord, code);
  }
  for (const ofWord of words) {
    const code = meanings.has(ofWord) ? undefined : codeInPlace(ofWord, tokens, source, free);
    if (code === undefined) continue;
    free.delete(code);
    meanings.set(ofWord, code);
  }
  const rest = words.filter((ofWord) => !meanings.has(ofWord));
  const [only] = rest;
  const [last] = free;
  const isOneLeft = rest.length === 1 && free.size === 1 && unread === 0 && matchedShare(tokens) >= 0.8;
  if (isOneLeft && only !== undefined && last !== undefined) meanings.set(only, last);
  const told = rest.length > unread || unread === 0 ? words : words.filter((ofWord) => meanings.has(ofWord));
  return told.map((ofWord) => ({
    text: ofWord[0]?.text ?? '',
    tokens: ofWord,
    standsFor: meanings.get(ofWord),
  }));
}

/** What the source has in a word's place, where both lists are in the same order. */
function codeInPlace(
  [word]: readonly EntityToken[],
  tokens: readonly EntityToken[],
  source: EntityList | undefined,
  free: ReadonlySet<string>,
): string | undefined {
  if (source === undefined || word === undefined || source.tokens.length !== tokens.length) return undefined;
  const same = tokens.filter(
    ({ match }, at) => match !== undefined && match.code === source.tokens[at]?.match?.code,
  ).length;
  if (same < tokens.length * 0.7) return undefined;
  const code = source.tokens[tokens.indexOf(word)]?.match?.code;
  return code !== undefined && free.has(code) ? code : undefined;
}

function groupByCode(tokens: readonly EntityToken[]): ReadonlyMap<string, readonly EntityToken[]> {
  const groups = new Map<string, EntityToken[]>();
  for (const token of tokens) {
    if (token.match === undefined) continue;
    const group = groups.get(token.match.code) ?? [];
    group.push(token);
    groups.set(token.match.code, group);
  }
  return groups;
}

function codesOf(list: EntityList): readonly string[] {
  return [...groupByCode(list.tokens).keys()];
}

/** The product's lists for a page, with the anchor of the section that each stands in. */
function productListsOf(
  key: string,
  entityLists: readonly ProductList[],
  kind: EntityKind,
): { readonly entityList: ProductList; readonly anchor: string | undefined }[] {
  return entityLists
    .filter((entityList) => entityList.kind === kind.id)
    .flatMap((entityList) =>
      entityList.pages.filter((page) => page.key === key).map(({ anchor }) => ({ entityList, anchor })),
    );
}

function referenceTo({ name, codes }: ProductList): ListReference {
  return { name: `the product's list \`${name}\``, codes, related: [] };
}

/** True for the list of the page that is nearest to the product's, and for every other one that repeats it. */
function isProductsList(list: EntityList, { codes }: ProductList, lists: readonly EntityList[]): boolean {
  const share = shareOf(list, codes);
  return share >= sameList || (share > 0 && lists.every((other) => shareOf(other, codes) <= share));
}

/** The source's list is the counterpart to show; it is what counts only where the product has none of its own. */
function withSource(
  reference: ListReference | undefined,
  list: EntityList,
  { source }: PairContext,
  { pages }: FamilyContext,
  kind: EntityKind,
): ListReference {
  const codes = codesOf(list);
  const shown = shownList(list, codes, source, pages, kind);
  const related = shown === undefined ? [] : [{ label: 'the source', path: source.path, span: shown.span }];
  return reference === undefined ? { name: 'the source', codes, related } : { ...reference, related };
}

/** The list in the source as it is today, where the translation was held against an older text. */
function shownList(
  list: EntityList,
  codes: readonly string[],
  source: CheckedPage,
  pages: readonly CheckedPage[],
  kind: EntityKind,
): EntityList | undefined {
  const today = pages.find((page) => page.path === source.path);
  if (today === undefined || today.document === source.document) return list;
  const lists = listsOf(today, kind, source.locale);
  return bestAnswer(lists, codes, () => false);
}

/** The section with an anchor; every section where none is named; `undefined` where the page has no such section. */
function sectionsWith(page: CheckedPage, anchor: string | undefined): readonly Section[] | undefined {
  const { root, sections } = page.document;
  if (anchor === undefined) return [root, ...sections];
  const anchored = sections.filter((section) => isUnder(section, anchor));
  return anchored.length === 0 ? undefined : anchored;
}

/** True when the section, or one that it lies in, has an explicit id, or a heading that renders to it. */
function isUnder(section: Section, anchor: string): boolean {
  const { heading, parent } = section;
  const isAnchored =
    heading !== undefined &&
    (heading.anchors.length > 0
      ? heading.anchors.some(({ id }) => id === anchor)
      : slugOf(heading.text) === anchor);
  return isAnchored || (parent !== undefined && isUnder(parent, anchor));
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function blocksIn(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap((section) => section.blocks.flatMap(withChildren));
}

function withChildren(block: Block): readonly Block[] {
  return [block, ...block.children.flatMap(withChildren)];
}

function isInside(block: Block | undefined, blocks: ReadonlySet<unknown>): boolean {
  return block !== undefined && (blocks.has(block) || isInside(block.parent, blocks));
}

function overlaps(one: EntityList, other: EntityList): boolean {
  return one.span.start.offset < other.span.end.offset && other.span.start.offset < one.span.end.offset;
}

/** Behind the last block that stands directly in the sections. */
function endOf(sections: readonly Section[]): Span {
  const last = sections.at(-1);
  return emptySpanAt((last?.blocks.at(-1)?.span ?? last?.heading?.span ?? last?.span ?? emptySpan).end);
}

const emptySpan: Span = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};
