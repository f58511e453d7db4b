import type { PageDocument, Section } from '../../../../src/domain/document/page-document.ts';
import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import {
  type EntityList,
  findEntityLists,
  readEnumerations,
} from '../../../../src/domain/locale/entity-list.ts';
import type { ReadingLocales } from '../../../../src/domain/locale/resolve-entity.ts';
import type { CheckedPage, FamilyContext, PairContext, EntityList as ProductList } from '../rule.ts';
import { blocksIn, endOf, isUnder, sectionsWith } from './anchored-sections.ts';
import { answerTo, bestAnswer, isAlignedWith } from './answering-list.ts';
import { compareList } from './compare-list.ts';
import type { ListComparison, ListReference } from './list-comparison.ts';
import { codesOf, shareOf } from './listed-codes.ts';
import { isProductsList, productListsOf, referenceTo, sameList } from './product-lists.ts';

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

/** The same without lists that are beyond use: of those, one finding says all there is to say. */
export function compareUsableLists(context: FamilyContext, kind: EntityKind): readonly ListComparison[] {
  return compareEntityLists(context, kind).filter(({ isGarbled }) => !isGarbled);
}

/** The rules of a kind ask for the same comparisons one after the other. */
const comparisons = new WeakMap<FamilyContext, Map<EntityKind, readonly ListComparison[]>>();

function comparePage(page: CheckedPage, { product }: FamilyContext, kind: EntityKind): ListComparison[] {
  if (!kind.isKnownIn(page.locale)) return [];
  const ofProduct = productListsOf(page.key, product.entityLists, kind);
  if (!page.isSource && ofProduct.length === 0) return [];
  const locales = { locale: page.locale, sourceLocale: product.sourceLocale };
  const lists = listsOf(page, kind, product.sourceLocale);
  const claimed = new Set<EntityList>();
  const compared = ofProduct.flatMap(({ entityList, anchor }) => {
    const sections = sectionsWith(page, anchor);
    if (sections === undefined) return [];
    const answer = answerToProduct(entityList, anchor, sections, kind, locales);
    if (answer === undefined && anchor === undefined) return [];
    const repeats = lists.filter(
      (list) =>
        sections.includes(list.section) &&
        shareOf(list, entityList.codes) >= sameList &&
        (answer === undefined || !overlaps(list, answer)),
    );
    return [answer, ...repeats].map((list) => {
      for (const own of lists) if (list !== undefined && overlaps(own, list)) claimed.add(own);
      return compareList({
        kind,
        page,
        list,
        reference: referenceTo(entityList),
        place: endOf(sections),
        source: undefined,
        confidence: 1,
      });
    });
  });
  const others = lists.filter((list) => !claimed.has(list));
  return page.isSource
    ? [...compared, ...others.map((list) => compareWithItself(kind, page, list))]
    : compared;
}

/** What in some sections answers the product's list; a short one is looked for only where the settings name its section. */
function answerToProduct(
  { codes }: ProductList,
  anchor: string | undefined,
  sections: readonly Section[],
  kind: EntityKind,
  locales: ReadingLocales,
): EntityList | undefined {
  const fewest = anchor !== undefined && codes.length <= shortList ? 1 : undefined;
  return bestAnswer(readEnumerations(blocksIn(sections), kind, locales, fewest), codes, () => false);
}

const shortList = 4;

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
  const compared = compareList({
    kind,
    page,
    list,
    reference,
    place: list.span,
    source: undefined,
    confidence: 1,
  });
  return { ...compared, unknown: [], untranslated: [], misplaced: [], isGarbled: false };
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
    const answer = answerTo(list, reference.codes, pair, free, kind);
    if (answer === undefined) return [];
    if (answer.list !== undefined) taken.push(answer.list);
    return [
      compareList({
        kind,
        page: translation,
        list: answer.list,
        reference,
        place: answer.place,
        source: list,
        sourceLocale: source.locale,
        confidence: answer.confidence,
      }),
    ];
  });
  const left = ofProduct.filter(({ entityList }) => !used.has(entityList));
  const alone = left.flatMap(({ entityList, anchor }) => {
    const sections = sectionsWith(translation, anchor);
    if (sections === undefined) return [];
    const locales = { locale: translation.locale, sourceLocale: source.locale };
    const answer = answerToProduct(entityList, anchor, sections, kind, locales);
    if (answer === undefined) return [];
    return [
      compareList({
        kind,
        page: translation,
        list: answer,
        reference: referenceTo(entityList),
        place: endOf(sections),
        source: undefined,
        confidence: 1,
      }),
    ];
  });
  return [...compared, ...alone];
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

function overlaps(one: EntityList, other: EntityList): boolean {
  return one.span.start.offset < other.span.end.offset && other.span.start.offset < one.span.end.offset;
}
