import { deepestNesting } from '../../reading.ts';
import type { Container } from '../containers/container.ts';
import type { TagsOfPage } from '../containers/parse-containers.ts';
import { type TagLines, tagLinesOf } from '../containers/tag-lines.ts';
import { isInside, unreadStretches } from '../containers/unread-stretches.ts';
import { findShortcodes, type Shortcode } from './find-shortcodes.ts';
import {
  calloutOf,
  describeShortcode,
  isVerbatim,
  languageOf,
  targetOf,
  titleOf,
} from './shortcode-meaning.ts';

/** The shortcodes of a page: those that enclose blocks, and those amid text. */
export function shortcodesOfPage(body: string): TagsOfPage {
  const shortcodes = body.includes('{{') ? findShortcodes(body) : [];
  if (shortcodes.length === 0) return { containers: [], others: [] };
  const unread = unreadStretches(body);
  const pairs = pairsOf(shortcodes.filter(({ start }) => !isInside(unread, start)));
  const lines = tagLinesOf(body, pairs.flat());
  const containers = pairs.flatMap(([open, close]) => containerOf(lines, open, close) ?? []);
  const taken = new Set(containers.flatMap(({ open, close }) => [open.start, close?.start]));
  return {
    containers,
    // A tag amid a comment ends nothing, whatever it is.
    others: shortcodes.filter(({ start }) => !taken.has(start)),
    readTarget: (tag) => {
      const [shortcode] = findShortcodes(tag);
      const target = shortcode && targetOf(shortcode);
      return target === undefined ? undefined : target + tag.slice(shortcode?.end);
    },
  };
}

/** Shortcodes that are opened and closed, the outer ones before those in them; not those nested too deep. */
function pairsOf(shortcodes: readonly Shortcode[]): readonly (readonly [Shortcode, Shortcode])[] {
  const closed = new Set(shortcodes.flatMap(({ kind, name }) => (kind === 'close' ? [name] : [])));
  const pairs: (readonly [Shortcode, Shortcode])[] = [];
  const open: Shortcode[] = [];
  const openOf = new Map<string, number>();
  const count = (name: string, by: number): void =>
    void openOf.set(name, Math.max((openOf.get(name) ?? 0) + by, 0));
  for (const shortcode of shortcodes) {
    const { kind, name } = shortcode;
    if (kind === 'open' && closed.has(name)) {
      open.push(shortcode);
      count(name, 1);
    }
    if (kind !== 'close' || (openOf.get(name) ?? 0) === 0) continue;
    for (let opened = open.pop(); opened !== undefined; opened = open.pop()) {
      count(opened.name, -1);
      if (opened.name !== name) continue;
      if (open.length < deepestNesting) pairs.push([opened, shortcode]);
      break;
    }
  }
  return pairs.toSorted(([one], [other]) => one.start - other.start);
}

function containerOf(lines: TagLines, open: Shortcode, close: Shortcode): Container | undefined {
  if (!lines.begins(open) || !lines.ends(close)) return undefined;
  const place = { name: open.name, text: describeShortcode(open), open, close, end: close.end };
  if (open.name === 'comment') return { ...place, kind: 'hidden' };
  if (isVerbatim(open) && lines.isAlone(open) && lines.isAlone(close)) {
    const language = languageOf(open);
    return { ...place, kind: 'code', ...(language !== undefined && { language }) };
  }
  const callout = calloutOf(open);
  const title = titleOf(open);
  return {
    ...place,
    kind: callout === undefined ? 'component' : 'callout',
    name: callout ?? open.name,
    ...(title !== undefined && title.value !== '' && { title: { start: title.start, end: title.end } }),
  };
}
