import { deepestNesting } from '../../reading.ts';
import type { Container, Stretch } from '../containers/container.ts';
import { isInside, unreadStretches } from '../containers/unread-stretches.ts';

const line =
  /^([ \t>]*)(?::{3,}[ \t]*(zone|moniker|row|column)(-end)?(?![\w-])[^\r\n]*?|:{3,}[ \t]*image-end[ \t]*:::)[ \t]*$/gm;

/** Most pages have images alone. */
const mayHoldZone = /:::[ \t]*(?:zone|moniker|row|column|image-end)/;

/** Zones, monikers, rows and columns, from `:::zone` to `:::zone-end`; the end of an image's long description is hidden. */
export function zonesOf(body: string): readonly Container[] {
  if (!body.includes(':::') || !mayHoldZone.test(body)) return [];
  const unread = unreadStretches(body);
  const containers: Container[] = [];
  const open: (Stretch & { readonly name: string })[] = [];
  for (const match of body.matchAll(line)) {
    const [whole, before = '', name, isEnd] = match;
    const start = match.index + before.length;
    const place = { start, end: match.index + whole.trimEnd().length };
    if (isInside(unread, start)) continue;
    if (name === undefined) {
      const text = 'image-end';
      containers.push({ kind: 'hidden', name: text, text, open: place, close: undefined, end: place.end });
    } else if (isEnd === undefined) {
      if (open.length < deepestNesting) open.push({ ...place, name });
    } else {
      const at = open.findLastIndex((opened) => opened.name === name);
      const opened = open[at];
      if (opened === undefined) continue;
      open.length = at;
      const text = body.slice(opened.start, opened.end).replaceAll(/^:+\s*|\s*:+$/g, '');
      containers.push({ kind: 'component', name, text, open: opened, close: place, end: place.end });
    }
  }
  return containers;
}
