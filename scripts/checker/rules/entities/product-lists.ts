import type { EntityKind } from '../../../../src/domain/locale/entity-kind.ts';
import type { EntityList } from '../../../../src/domain/locale/entity-list.ts';
import type { EntityList as ProductList } from '../rule.ts';
import type { ListReference } from './list-comparison.ts';
import { shareOf } from './listed-codes.ts';

/** The product's lists for a page, with the anchor of the section that each stands in. */
export function productListsOf(
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

/** The product's list as what a page's list is held against. */
export function referenceTo({ name, codes }: ProductList): ListReference {
  return { name: `the product's list \`${name}\``, codes, related: [] };
}

/** True for the list of the page that is nearest to the product's, and for every other one that repeats it. */
export function isProductsList(
  list: EntityList,
  { codes }: ProductList,
  lists: readonly EntityList[],
): boolean {
  const share = shareOf(list, codes);
  return share >= sameList || (share > 0 && lists.every((other) => shareOf(other, codes) <= share));
}

/** From here on a list is the product's whole list once more; below, a part of it for another purpose. */
export const sameList = 0.75;
