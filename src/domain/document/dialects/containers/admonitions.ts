import { deepestNesting } from '../../reading.ts';
import type { Container, Stretch } from './container.ts';
import { isInside, unreadStretches } from './unread-stretches.ts';

const callouts = new Set('note tip info important caution warning danger success secondary'.split(' '));
const components = new Set(['details', 'tabs', 'tab', 'steps', 'code-group']);

const line =
  /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?)(:{3,})[ \t]*(?:([A-Za-z][\w-]*)(?:\[([^\]\r\n]*)\]|[ \t]+([^\s{][^\r\n{]*?))?(?:[ \t]*\{[^}\r\n]*\})?)?[ \t]*$/gm;

interface Opening extends Stretch {
  readonly length: number;
  readonly name: string;
  readonly title: Stretch | undefined;
}

/**
 * The admonitions of Docusaurus, Starlight and VitePress, which plain Markdown shows as they are written:
 * `:::note[Title]` or `:::note Title`, and `:::` at the end (their documentation). One that nothing closes is text.
 */
export function admonitionsOf(body: string): readonly Container[] {
  if (!body.includes(':::')) return [];
  const unread = unreadStretches(body);
  const containers: Container[] = [];
  const open: Opening[] = [];
  for (const match of body.matchAll(line)) {
    const [whole, before = '', colons = '', name, bracketed, bare] = match;
    const start = match.index + before.length;
    if (isInside(unread, start)) continue;
    const tag = { start, end: match.index + whole.trimEnd().length };
    if (name !== undefined) {
      const title = bracketed ?? bare;
      const titleStart = start + body.slice(start, tag.end).indexOf(title ?? '', colons.length + name.length);
      const opening = { ...tag, length: colons.length, name: name.toLowerCase() };
      const place = title ? { start: titleStart, end: titleStart + title.trimEnd().length } : undefined;
      if (open.length < deepestNesting) open.push({ ...opening, title: place });
      continue;
    }
    const at = open.findLastIndex(({ length }) => length <= colons.length);
    const opened = open[at];
    if (opened === undefined) continue;
    open.length = at;
    const container = containerOf(opened, tag);
    if (container !== undefined) containers.push(container);
  }
  return containers;
}

function containerOf(open: Opening, close: Stretch): Container | undefined {
  const { name, title } = open;
  if (!callouts.has(name) && !components.has(name)) return undefined;
  return {
    kind: callouts.has(name) ? 'callout' : 'component',
    name,
    text: name,
    open: { start: open.start, end: open.end },
    close,
    end: close.end,
    ...(title !== undefined && { title }),
  };
}
