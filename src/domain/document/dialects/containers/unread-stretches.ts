import type { Stretch } from './container.ts';

/** Comments of HTML and fenced code, which Markdown reads as one piece. */
export function unreadStretches(body: string): readonly Stretch[] {
  const found: Stretch[] = [];
  const start = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\r\n]*$)|~{3,})|<!--/gm;
  for (let match = start.exec(body); match !== null; match = start.exec(body)) {
    const fence = match[1];
    const end =
      fence === undefined
        ? body.indexOf('-->', match.index)
        : endOfFence(body, match.index + match[0].length, fence);
    const last = end === -1 ? body.length : end;
    found.push({ start: match.index, end: last });
    start.lastIndex = Math.max(last, match.index + 1);
  }
  return found;
}

function endOfFence(body: string, from: number, fence: string): number {
  const sign = fence[0] === '~' ? '~' : '`';
  const closing = new RegExp(`^[ \\t>]*${sign}{${fence.length},}[ \\t]*$`, 'gm');
  closing.lastIndex = from;
  const match = closing.exec(body);
  return match === null ? -1 : match.index + match[0].length;
}

/** Whether an offset lies in one of stretches that stand in order. */
export function isInside(stretches: readonly Stretch[], offset: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return (stretches[low]?.start ?? offset + 1) <= offset;
}
