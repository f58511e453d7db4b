import type { Container, Stretch } from './container.ts';
import { tagLinesOf } from './tag-lines.ts';

/** Stands for a tag amid text: no renderer takes it for a space or a punctuation mark. */
export const maskSign = '\uE000';

/**
 * The page as it is parsed: in place of tags that fill their lines stand lines across the page, or headings where a
 * tag has a title; these end paragraphs and lists as the tags do. Other tags become letters. The length stays.
 */
export function maskTags(body: string, containers: readonly Container[], others: readonly Stretch[]): string {
  const masks: { readonly at: number; readonly mask: string }[] = [];
  const add = ({ start }: Stretch, mask: string): void => void masks.push({ at: start, mask });
  for (const other of others) add(other, filled(body, other, maskSign));
  const lines = tagLinesOf(
    body,
    containers.flatMap(({ open, close }) => (close === undefined ? [open] : [open, close])),
  );
  // A star before a tag would make one line across the page of both.
  const isFilling = (tag: Stretch): boolean =>
    lines.begins(tag) &&
    lines.ends(tag) &&
    !/\*[ \t]*$/.test(body.slice(Math.max(tag.start - 20, 0), tag.start));
  for (const container of containers) {
    const { kind, open, close, title, opensWithHeading } = container;
    if (opensWithHeading !== true) {
      if (kind === 'code') add(open, fenceOf(body, open));
      else if (title !== undefined && lines.isAlone(open)) add(open, headingOf(body, open, title));
      else add(open, filled(body, open, isFilling(open) ? '*' : maskSign));
    }
    if (close === undefined) continue;
    if (kind === 'code') add(close, fenceOf(body, close));
    else add(close, filled(body, close, isFilling(close) ? '*' : maskSign));
  }
  let masked = '';
  for (const { at, mask } of masks.toSorted((one, other) => one.at - other.at)) {
    if (at < masked.length) continue;
    masked += body.slice(masked.length, at) + mask;
  }
  return masked + body.slice(masked.length);
}

/** A sign for each unit of a tag's first line, spaces for the other lines where a line across the page is meant. */
function filled(body: string, { start, end }: Stretch, sign: string): string {
  const source = body.slice(start, end);
  if (sign !== '*') return source.replace(/[^\r\n]/g, sign);
  const [first = ''] = source.split(/[\r\n]/, 1);
  return sign.repeat(first.length) + source.slice(first.length).replace(/[^\r\n]/g, ' ');
}

function headingOf(body: string, { start, end }: Stretch, title: Stretch): string {
  const words = body.slice(title.start, title.end);
  if (/[\r\n]/.test(body.slice(start, end)) || title.start - start < 7)
    return filled(body, { start, end }, '*');
  return `######${' '.repeat(title.start - start - 6)}${words}${' '.repeat(end - title.end)}`;
}

function fenceOf(body: string, { start, end }: Stretch): string {
  const source = body.slice(start, end).replace(/[^\r\n]/g, ' ');
  return `\`\`\`\`\`\`${source.slice(6)}`;
}
