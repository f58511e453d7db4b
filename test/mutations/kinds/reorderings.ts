import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { resolveTerritory } from '../../../src/domain/locale/territories.ts';
import type { Edit } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { keyOf, outlineOf } from '../outline.ts';
import { countryListsOf } from './countries.ts';
import { listsOf, type SiblingLines, siblingLines } from './siblings.ts';

/** Another order of what has none: languages sort names and build sentences in their own way. */
export const reorderingKinds: readonly MutationKind[] = [
  { name: 'sort countries another way', rules: [], mutationsOf: sortedCountries },
  { name: 'sort a list by its letters', rules: [], mutationsOf: sortedLists },
];

/** In the order of their codes: lists and the rows of tables. */
function sortedCountries({ locale, translation: { text, document } }: ParityPair): readonly Mutation[] {
  const lists = countryListsOf(document, locale).map(({ list }) => list);
  const tables = document.blocks.filter(
    ({ kind, children }) =>
      kind === 'table' &&
      children.length > 5 &&
      children.slice(1).every((row) => codeOf(row, locale) !== undefined),
  );
  return [...lists, ...tables].flatMap((list) =>
    (siblingLines(text, list) ?? []).map((siblings) =>
      sortedBy(text, document, siblings, (one, other) =>
        (codeOf(one, locale) ?? '') < (codeOf(other, locale) ?? '') ? -1 : 1,
      ),
    ),
  );
}

function codeOf(block: Block, locale: string): string | undefined {
  const name = block.kind === 'row' ? (block.children[0]?.text ?? '') : block.text;
  return resolveTerritory(name, locale)?.code;
}

/** As a dictionary of the language has its items. */
function sortedLists({ locale, translation: { text, document } }: ParityPair): readonly Mutation[] {
  const collator = new Intl.Collator(locale);
  return listsOf(text, document, false)
    .map((siblings) =>
      sortedBy(text, document, siblings, (one, other) => collator.compare(one.text, other.text)),
    )
    .filter(({ edits }) => edits.length > 0);
}

function sortedBy(
  text: string,
  document: PageDocument,
  { list, children, lines }: SiblingLines,
  compare: (one: Block, other: Block) => number,
): Mutation {
  const body = list.kind === 'table' ? children.slice(1) : children;
  const sorted = body.toSorted(compare);
  const rangeOf = (child: Block | undefined) => lines[child === undefined ? -1 : children.indexOf(child)];
  return {
    what: `${list.kind} in line ${list.span.start.line}`,
    node: list,
    edits: body.flatMap((child, n): Edit[] => {
      const [range, other] = [rangeOf(child), rangeOf(sorted[n])];
      if (range === undefined || other === undefined || range === other) return [];
      return [{ ...range, text: text.slice(other.from, other.to) }];
    }),
    isMeant: (after) => contentOf(after) === contentOf(document),
  };
}

/** Everything that a page says, in no order. */
function contentOf(document: PageDocument): string {
  return outlineOf(document).map(keyOf).toSorted().join('\n');
}
