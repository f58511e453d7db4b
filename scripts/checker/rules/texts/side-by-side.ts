import { indexLines } from '../../../../src/domain/document/line-index.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';

/** Source text that a page carries beside its translation, as Microsoft Learn shows it on demand. */
export interface SideBySide {
  /** The opening tag. */
  readonly tag: Span;
  /** With the tags and all that they hold; `undefined` where the element is not closed. */
  readonly whole: Span | undefined;
}

/**
 * The elements of a page that are marked as the source's text: `<span class="sxs-lookup">`.
 *
 * @example findSideBySide('<span>添加</span><span class="sxs-lookup">Add</span>').length // => 1
 */
export function findSideBySide(text: string): readonly SideBySide[] {
  if (!text.includes('sxs-lookup')) return [];
  const lines = indexLines(text);
  const found: SideBySide[] = [];
  let open: number | undefined;
  let tag: Span | undefined;
  let depth = 0;
  for (const { 0: written, 1: slash, index } of text.matchAll(/<(\/?)span\b[^<>]*>/g)) {
    const end = index + written.length;
    if (open === undefined) {
      if (slash !== '' || !/\bclass=["']?sxs-lookup\b/.test(written)) continue;
      [open, tag, depth] = [index, lines.spanOf(index, end), 1];
      continue;
    }
    depth += slash === '' ? 1 : -1;
    if (depth > 0 || tag === undefined) continue;
    found.push({ tag, whole: lines.spanOf(open, end) });
    open = undefined;
  }
  return open === undefined || tag === undefined ? found : [...found, { tag, whole: undefined }];
}
