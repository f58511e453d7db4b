import { readFrontMatter } from '../../../src/domain/document/front-matter.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { RevisionSettings } from '../config/revision-settings.ts';
import { stampField } from './stamp-field.ts';
import type { WrittenPins } from './written-pins.ts';

/** The pins that a page gets. */
export interface NewPins {
  readonly page: string;
  /** One for each section that has a pin, in their order. */
  readonly sections: readonly string[];
}

/**
 * A page's text with its pins set; every other character stays as it is.
 *
 * A page without a pin gets one where the settings want it: in its front matter, or in a comment at its top.
 * @throws {OperationalError} Where the front matter leaves open where the pin belongs.
 */
export function stampPage(
  path: string,
  text: string,
  written: WrittenPins,
  pins: NewPins,
  { frontMatter, comment }: RevisionSettings,
): string {
  const isInComment = written.page?.isInComment ?? frontMatter === undefined;
  const places = [
    ...written.sections.map(({ span }, index) => ({ span, pin: pins.sections[index] })),
    ...(isInComment && written.page !== undefined ? [{ span: written.page.span, pin: pins.page }] : []),
  ].toSorted((one, other) => other.span.start.offset - one.span.start.offset);
  let stamped = text;
  for (const { span, pin } of places) {
    if (pin !== undefined)
      stamped = stamped.slice(0, span.start.offset) + pin + stamped.slice(span.end.offset);
  }
  if (!isInComment && frontMatter !== undefined) return stampField(stamped, frontMatter, pins.page);
  if (written.page !== undefined) return stamped;
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const { bodyStart } = readFrontMatter(stamped, indexLines(stamped));
  const said = `${comment ?? 'source'}: ${pins.page}`;
  const line = path.endsWith('.mdx') ? `{/* ${said} */}` : `<!-- ${said} -->`;
  // A front matter without a line end behind it would swallow the comment.
  const gap = bodyStart > 1 && !/[\r\n]$/.test(stamped.slice(0, bodyStart)) ? lineEnd : '';
  return `${stamped.slice(0, bodyStart)}${gap}${line}${lineEnd}${/^[\r\n]/.test(stamped.slice(bodyStart)) ? '' : lineEnd}${stamped.slice(bodyStart)}`;
}
