import { repairMojibake } from '../document/mojibake.ts';
import type { Block } from '../document/page-document.ts';
import { type EntityToken, matchedShare, mostlyUnderstood, tokenOf } from './entity-token.ts';
import type { ResolveEntity } from './resolve-entity.ts';
import {
  splitAtConjunctions,
  splitEnumerations,
  type TextPart,
  withoutSignsBehind,
} from './split-enumeration.ts';

/** What a block lists, one name after the other. */
export interface ListedNames {
  readonly form: 'items' | 'table' | 'definitions';
  readonly tokens: readonly EntityToken[];
}

/** The names that the items of a list, the cells of a table or the terms of definitions are; all terms at the first. */
export function readListedNames(
  block: Block,
  resolve: ResolveEntity,
  locale: string,
): ListedNames | undefined {
  switch (block.kind) {
    case 'list': {
      const items = block.children.filter((child) => child.kind === 'item' || child.kind === 'step');
      return { form: 'items', tokens: items.flatMap((item) => readItem(item, resolve, locale)) };
    }
    case 'table':
      return { form: 'table', tokens: readTable(block, resolve, locale) };
    case 'definition': {
      const terms = (block.parent?.children ?? block.section.blocks).filter(
        (sibling) => sibling.kind === 'definition',
      );
      if (terms[0] !== block) return undefined;
      return { form: 'definitions', tokens: terms.flatMap((term) => readItem(term, resolve, locale)) };
    }
    default:
      return undefined;
  }
}

/**
 * The names of an item: its text as a whole, or what stands before a colon or dash or in bold, or several names if
 * all are understood. An item that is none of these is one word that nobody understands.
 */
function readItem(item: Block, resolve: ResolveEntity, locale: string): EntityToken[] {
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
  const parts = splitEnumerations(item.text, locale, isKnown).flat();
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

/** The names before a colon or dash, and in bold; behind a tag or code, `en: English`. */
function headsOf(item: Block): TextPart[] {
  const cut = /\s*[:：]|\s+[–—-]\s/u.exec(item.text)?.index;
  const bold = item.traits.emphases.find((emphasis) => item.text.trimStart().startsWith(emphasis.text));
  const ends = [cut, bold === undefined ? undefined : item.text.indexOf(bold.text) + bold.text.length];
  const heads = ends.flatMap((end) => (end === undefined ? [] : splitWhole(item.text.slice(0, end))));
  const code = /^\s*[A-Za-z]{2,4}(?:[-_]\w{2,4})*(?:\s*[:：]\s*|\s+[–—-]\s+)/u.exec(item.text)?.[0];
  if (code === undefined) return heads;
  const [tail] = splitWhole(item.text.slice(code.length));
  return tail === undefined
    ? heads
    : [...heads, { text: tail.text, from: tail.from + code.length, to: tail.to + code.length }];
}

/** Tables list names in one column or in several; the heading row and the other columns are left out. */
function readTable(table: Block, resolve: ResolveEntity, locale: string): EntityToken[] {
  const rows = table.children.filter((row) => row.kind === 'row').slice(1);
  const width = Math.max(0, ...rows.map((row) => row.children.length));
  const columns = Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => {
      const cell = row.children[column];
      return cell === undefined ? [] : readItem(cell, resolve, locale);
    }),
  );
  const understood = columns.filter((tokens) => matchedShare(tokens) >= mostlyUnderstood);
  const best = columns.toSorted((one, other) => matchedShare(other) - matchedShare(one)).slice(0, 1);
  return (understood.length > 0 ? understood : best)
    .flat()
    .toSorted((one, other) => one.span.start.offset - other.span.start.offset);
}
