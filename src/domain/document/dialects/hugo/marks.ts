import type { Mark } from '../dialect-reader.ts';
import { findShortcodes, type Shortcode } from './find-shortcodes.ts';
import { describeShortcode, imageOf, shownTextOf, targetOf } from './shortcode-meaning.ts';

/** What Hugo takes out of running text: shortcodes, and attributes behind headings or on lines of their own. */
export function findHugoMarks(source: string, place: 'heading' | 'text'): Mark[] {
  if (!source.includes('{')) return [];
  const marks = source.includes('{{')
    ? findShortcodes(source).flatMap((shortcode) => marksOf(shortcode))
    : [];
  for (const match of source.matchAll(place === 'heading' ? headingAttributes : blockAttributes)) {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].length;
    const id = /#([\w:.-]+)/.exec(match[2] ?? '')?.[1];
    marks.push(id === undefined ? { start, end } : { start, end, anchor: id });
  }
  return marks.toSorted((one, other) => one.start - other.start);
}

const attributes =
  '[ \\t]{0,20}((?:[#.][^\\s{}#]{1,200}|[\\w-]{1,50}=(?:"[^"\\n]{0,200}"|[^\\s"{}]{1,200}))(?:[ \\t,]{1,20}[^\\s{}]{1,200}){0,20})[ \\t]{0,20}';
const headingAttributes = new RegExp(`([^{])\\{${attributes}\\}[ \\t]*(?![^\\r\\n])`, 'g');
/** A line of its own, the last of a paragraph. */
const blockAttributes = new RegExp(`((?:^|[\\r\\n])[ \\t>]*)\\{${attributes}\\}[ \\t]*$`, 'g');

function marksOf(shortcode: Shortcode): Mark[] {
  const { start, end, kind, name } = shortcode;
  const shown = shownTextOf(shortcode);
  // The comment marks of an escape are left out, the rest of it is shown.
  if (kind === 'escape')
    return [
      { start: start + 3, end: start + 5 },
      { start: end - 5, end: end - 3 },
    ];
  // What an inline pair encloses is text, its tags are not; the target of a link is read with the link.
  if (kind === 'close' || targetOf(shortcode) !== undefined) return [{ start, end }];
  const image = imageOf(shortcode);
  return [
    {
      start,
      end,
      component: { name, text: describeShortcode(shortcode) },
      ...(image && { image }),
      ...(shown && { shown: { start: shown.start, end: shown.end } }),
    },
  ];
}
