import type { Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { EntityList } from '../../../../src/domain/locale/entity-list.ts';
import type { EntityToken } from '../../../../src/domain/locale/entity-token.ts';
import { sortedNames } from '../../../../src/domain/locale/sort-order.ts';
import type { MisplacedName } from './list-comparison.ts';

/** What the order of a list says. */
export interface ListOrder {
  /** Where a name would be put in: where the order puts it, or at the end of a list that is in no order. */
  readonly placeOf: (name: string) => Span;
  /**
   * The few names that stand elsewhere than the order of all others puts them, and where the source, if there is one, has
   * not put them before the others as well.
   */
  readonly misplaced: (
    source: EntityList | undefined,
    sourceLocale: string | undefined,
  ) => readonly MisplacedName[];
}

/** How the names of a list are sorted. */
export function listOrder({ tokens, span, form }: EntityList, locale: string): ListOrder {
  const { inOrder, compare } = sortedNames(
    tokens.map(({ text }) => text),
    locale,
  );
  const sorted = inOrder.flatMap((place) => tokens[place] ?? []);
  const isSorted = tokens.length >= 3 && tokens.length - sorted.length <= mostMisplaced(tokens.length);
  return {
    placeOf(name) {
      if (!isSorted) return emptySpanAt(span.end);
      const before = sorted.findLast(({ text }) => compare(text, name) <= 0);
      return emptySpanAt(before === undefined ? span.start : before.span.end);
    },
    misplaced(source, sourceLocale) {
      if (!isSorted || tokens.length < fewestSorted || sorted.length === tokens.length) return [];
      if (tokens.some((token) => !isSortable(token, form, locale))) return [];
      const deliberate = misplacedCodes(source, sourceLocale);
      const inPlace = new Set(sorted);
      return tokens.flatMap((token): MisplacedName[] => {
        const code = token.match?.code;
        if (inPlace.has(token) || code === undefined || deliberate.has(code)) return [];
        return [{ code, token, behind: sorted.findLast(({ text }) => compare(text, token.text) <= 0) }];
      });
    },
  };
}

/** Fewer names are in order by chance. */
const fewestSorted = 8;

function mostMisplaced(count: number): number {
  return Math.max(1, Math.floor(count / 8));
}

/**
 * Words that are no names are a fault of their own, and so are names in another language; names in a sentence may have
 * articles and case ends. Japanese sorts by a reading that ideographs do not show.
 */
function isSortable({ text, match }: EntityToken, form: EntityList['form'], locale: string): boolean {
  if (match === undefined || match.as === 'foreign' || match.as === 'repaired') return false;
  if (form === 'prose' && (match.as === 'inflected' || /^\p{Ll}/u.test(text))) return false;
  return new Intl.Locale(locale).language !== 'ja' || !/^\p{Script=Han}/u.test(text);
}

function misplacedCodes(source: EntityList | undefined, locale: string | undefined): ReadonlySet<string> {
  if (source === undefined || locale === undefined) return new Set();
  const { inOrder } = sortedNames(
    source.tokens.map(({ text }) => text),
    locale,
  );
  const places = new Set(inOrder);
  return new Set(source.tokens.flatMap(({ match }, place) => (places.has(place) ? [] : (match?.code ?? []))));
}
