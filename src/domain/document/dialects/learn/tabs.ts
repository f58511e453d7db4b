import type { Container, Stretch } from '../containers/container.ts';
import { isInside, unreadStretches } from '../containers/unread-stretches.ts';

const tabOrLine =
  /^(#{1,6})[ \t]+\[([^\r\n]*)\]\(#(tab\/[\w/-]+)\)[ \t]*$|^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/gm;

interface Tab extends Stretch {
  readonly title: Stretch;
  readonly target: string;
}

/** Tabs, `# [Title](#tab/id)`: each ends where the next begins, the last at a line across the page (docfx's reference). */
export function tabsOf(body: string): readonly Container[] {
  if (!body.includes('](#tab/')) return [];
  const unread = unreadStretches(body);
  const containers: Container[] = [];
  let tabs: Tab[] = [];
  for (const match of body.matchAll(tabOrLine)) {
    if (isInside(unread, match.index)) continue;
    const [whole, signs, title = '', target = ''] = match;
    const start = match.index;
    const place = { start, end: start + whole.trimEnd().length };
    if (signs !== undefined) {
      const titleStart = start + whole.indexOf('[') + 1;
      tabs.push({ ...place, target, title: { start: titleStart, end: titleStart + title.length } });
    } else if (tabs.length > 0 && !isUnderline(body, start)) {
      containers.push(...tabs.map((tab, at) => containerOf(tab, tabs[at + 1], place)));
      tabs = [];
    }
  }
  return containers;
}

function containerOf(tab: Tab, next: Tab | undefined, line: Stretch): Container {
  return {
    kind: 'component',
    name: 'tab',
    text: tab.target.replace('/', ' '),
    open: { start: tab.start, end: tab.end },
    close: next === undefined ? line : undefined,
    end: next?.start ?? line.end,
    title: tab.title,
    opensWithHeading: true,
  };
}

/** Dashes right below a text make a heading of it. */
function isUnderline(body: string, start: number): boolean {
  return (
    body[start] === '-' &&
    !/(?:^|[\r\n])[ \t]*(?:\r\n|\n|\r)$/.test(body.slice(Math.max(start - 200, 0), start))
  );
}
