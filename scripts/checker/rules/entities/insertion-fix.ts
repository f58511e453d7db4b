import type { Draft } from '../rule.ts';
import type { ListComparison } from './list-comparison.ts';

/**
 * The fix that adds what a bulleted list lacks, each name as an item of its own; none for other lists, where more has to
 * be written than the name. A person has to look whether the name is the one that the page uses.
 */
export function insertionFix({ page, list, missing }: ListComparison): Pick<Draft, 'fix'> {
  if (list?.form !== 'items') return {};
  const { text } = page.document;
  const edits = missing.map(({ name, place }) => {
    const at = place.start.offset;
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const after = list.tokens.find(({ span }) => span.end.offset === at);
    const marker = after === undefined ? '' : text.slice(lineStart, after.span.start.offset);
    const isBare = /^\s*[-*+]\s+$/.test(marker) && /^(?:\r?\n|$)/.test(text.slice(at));
    const lineEnd = text.slice(0, at).includes('\r\n') ? '\r\n' : '\n';
    return isBare ? { at, span: place, text: `${lineEnd}${marker}${name}` } : undefined;
  });
  const found = edits.filter((edit) => edit !== undefined);
  if (found.length === 0 || found.length < missing.length) return {};
  const { compare } = new Intl.Collator(page.locale);
  const joined = [...Map.groupBy(found, ({ at }) => at).values()].flatMap((ofPlace) => {
    const [first] = ofPlace;
    const lines = ofPlace.map((edit) => edit.text).toSorted(compare);
    return first === undefined ? [] : [{ span: first.span, text: lines.join('') }];
  });
  const title = found.length === 1 ? 'Add the item' : `Add the ${found.length} items`;
  return { fix: { title, safety: 'unsafe', edits: joined } };
}
