import type { Block } from '../../../../src/domain/document/page-document.ts';
import { entityKinds } from '../../../../src/domain/locale/entity-kind.ts';

/** Fewer names are held against each other by what stands around them. */
const fewestNames = 5;
const mostlyNames = 0.7;

/**
 * True for a list of countries, languages and the like, and for an item or table row of one: which of them are there is
 * told by what they name, in whichever form the list is printed, and is for the rules on such lists.
 */
export function isOfEntityList(block: Block, locale: string): boolean {
  const list = block.kind === 'list' ? block : block.parent;
  const names = (list?.children ?? []).map(nameOf).slice(block.kind === 'row' ? 1 : 0);
  if (names.length < fewestNames) return false;
  return entityKinds.some(({ resolve, isComplete }) => {
    const known = names.filter((name) => resolve(name, locale) !== undefined).length;
    return known >= names.length * (isComplete ? mostlyNames : 1);
  });
}

function nameOf({ kind, text, children }: Block): string {
  return kind === 'row' ? (children[0]?.text ?? '') : text;
}
