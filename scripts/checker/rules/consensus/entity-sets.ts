import type { Section } from '../../../../src/domain/document/page-document.ts';
import { type EntityKind, entityKinds } from '../../../../src/domain/locale/entity-kind.ts';
import { type EntityList, findEntityLists } from '../../../../src/domain/locale/entity-list.ts';
import { listOrder } from '../entities/list-order.ts';
import { quoteNames } from '../entities/wording.ts';
import type { CheckedPage } from '../rule.ts';
import { majorityOf } from './majority.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';

/** What one page's list of countries, languages, currencies or time zones lacks, or has alone, where the same list of most pages agrees. */
export function findOddEntities(group: PageGroup, sourceLocale: string): readonly Oddity[] {
  return entityKinds.flatMap((kind) => {
    if (!group.pages.every((page) => kind.isKnownIn(page.locale))) return [];
    const lists = group.pages.map((page) => listsOf(page, kind, sourceLocale));
    const [first = []] = lists;
    return first.flatMap((list) => {
      const same = answersOf(group, list, lists);
      return same === undefined ? [] : compareSets(group, kind, same);
    });
  });
}

function listsOf(
  { document, locale }: CheckedPage,
  kind: EntityKind,
  sourceLocale: string,
): readonly EntityList[] {
  return findEntityLists(document, kind, { locale, sourceLocale });
}

/** The list that answers one of the first page in every page, or `undefined` where one has none for certain. */
function answersOf(
  group: PageGroup,
  list: EntityList,
  lists: readonly (readonly EntityList[])[],
): readonly EntityList[] | undefined {
  const answers = lists.flatMap((candidates, page) => {
    if (page === 0) return [list];
    const block = group.answerTo(0, list.block, page).others;
    const section: readonly unknown[] = sectionAnswers(group, list.section, page);
    const near = candidates.filter(
      (candidate) => block.includes(candidate.block) || section.includes(candidate.section),
    );
    const [best] = near.toSorted((one, other) => sharedShare(list, other) - sharedShare(list, one));
    return best !== undefined && sharedShare(list, best) >= sameList ? [best] : [];
  });
  return answers.length === group.pages.length ? answers : undefined;
}

function sectionAnswers(group: PageGroup, section: Section, page: number): readonly unknown[] {
  const root = group.pages[page]?.document.root;
  return section.depth === 0 ? [root] : group.answerTo(0, section, page).others;
}

/** Below this, two lists of one section are lists of different things. */
const sameList = 0.6;

function sharedShare(one: EntityList, other: EntityList): number {
  const [codes, others] = [codesOf(one), codesOf(other)];
  const shared = [...codes].filter((code) => others.has(code)).length;
  return shared / Math.max(1, codes.size, others.size);
}

function codesOf({ tokens }: EntityList): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ match }) => match?.code ?? []));
}

function compareSets(group: PageGroup, kind: EntityKind, lists: readonly EntityList[]): readonly Oddity[] {
  const sets = lists.map(codesOf);
  const differences = [...new Set(sets.flatMap((codes) => [...codes]))].toSorted().flatMap((code) => {
    const majority = majorityOf(sets, (codes) => String(codes.has(code)));
    return majority === undefined ? [] : [{ code, ...majority }];
  });
  const hasSame = (codes: ReadonlySet<string> | undefined, code: string): boolean =>
    kind.mayBeSame !== undefined && [...(codes ?? [])].some((other) => kind.mayBeSame?.(code, other));
  return lists.flatMap((list, page): Oddity[] => {
    const own = differences.filter(({ odd }) => odd.includes(page));
    const lacks = own.filter(({ code }) => sets[page]?.has(code) === false && !hasSame(sets[page], code));
    const extra = own.filter(
      ({ code, holders }) =>
        sets[page]?.has(code) === true && !holders.some((holder) => hasSame(sets[holder], code)),
    );
    // A name that is not understood may be the one that seems lost; what no page's reader understands is not.
    const usual = Math.min(...lists.map(unknownIn));
    const unknown = unknownIn(list) - usual;
    const elsewhere =
      Math.max(usual, ...own.flatMap(({ holders }) => holders.map((at) => unknownIn(lists[at])))) - usual;
    return [...(lacks.length > unknown ? [lacks] : []), ...(extra.length > elsewhere ? [extra] : [])].flatMap(
      (found): Oddity[] => {
        const [{ holders } = { holders: [] }] = found;
        const codes = found.map(({ code }) => code);
        const locale = group.pages[page]?.locale ?? '';
        const isLack = found === lacks;
        const tokens = codes.flatMap((code) => list.tokens.find(({ match }) => match?.code === code) ?? []);
        const ownNames = codes.map((code) => kind.nameOf(code, locale));
        const names = quoteNames(isLack ? ownNames : tokens.map(({ text }) => text));
        const [token] = tokens.toSorted((one, other) => one.span.start.offset - other.span.start.offset);
        return [
          {
            page,
            holders,
            span: isLack ? listOrder(list, locale).placeOf(ownNames[0] ?? '') : (token?.span ?? list.span),
            related: holders.flatMap((holder) => {
              const other = lists[holder];
              return other === undefined ? [] : [{ page: holder, span: other.span }];
            }),
            words: {
              odd: `${isLack ? 'lacks' : 'lists'} ${names}, which`,
              others: isLack ? 'list' : 'do not list',
            },
            help: isLack
              ? 'Look at the source, and add to the list what it has.'
              : 'Look at the source, and remove from the list what it does not have.',
            severity: isLack ? 'error' : 'warning',
            confidence: 0.9 * Math.max(0.5, 1 - unknown / list.tokens.length),
            data: { kind: isLack ? 'missing-entities' : 'extra-entities', [kind.key]: codes },
          },
        ];
      },
    );
  });
}

function unknownIn(list: EntityList | undefined): number {
  return list?.tokens.filter(({ match }) => match === undefined).length ?? 0;
}
