import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';

/** A comment in a page that lets findings pass: JSON values only, for it crosses threads and lies in the cache. */
export interface Suppression {
  /** Relative to the working folder. */
  readonly path: string;
  /** Rules that it names, as written. */
  readonly rules: readonly string[];
  /** Why; empty where the comment does not say. */
  readonly reason: string;
  /** The comment. */
  readonly span: Span;
  /** Lines that findings begin in for it to let them pass, from 1, both included. */
  readonly fromLine: number;
  readonly toLine: number;
}

/**
 * The comments of a page that let findings pass.
 *
 * `<!-- lockstep-ignore changed-number: the local limit differs -->`, in MDX `{/* lockstep-ignore … *\/}`, speaks of
 * its own line, and where it stands alone, of the lines below it up to the next empty one.
 * `lockstep-ignore-page` speaks of the whole page. Several rules stand with commas between them. Comments in code say
 * nothing.
 */
export function readSuppressions(path: string, { text, blocks }: PageDocument): readonly Suppression[] {
  if (!text.includes('lockstep-ignore')) return [];
  const lines = indexLines(text);
  const code = blocks.filter(({ kind }) => kind === 'code').map(({ span }) => span);
  return [...text.matchAll(comment)].flatMap((match) => {
    const span = lines.spanOf(match.index, match.index + match[0].length);
    if (code.some(({ start, end }) => start.offset <= match.index && match.index < end.offset)) return [];
    const extent = match[1] ?? match[4];
    const names = match[2] ?? match[5] ?? '';
    const reason = (match[3] ?? match[6] ?? '').trim();
    const rules = names.split(',').map((name) => name.trim());
    const wholePage = { fromLine: 1, toLine: Number.MAX_SAFE_INTEGER };
    return [
      {
        path,
        rules: rules.filter((name) => name !== ''),
        reason,
        span,
        ...(extent === '-page' ? wholePage : linesBelow(text, span)),
      },
    ];
  });
}

/**
 * What the comment may be written in: rules before the colon, the reason behind it. Lengths are bounded, since a page
 * may hold thousands of comments that never end.
 */
const comment =
  /<!--\s{0,20}lockstep-ignore(-page)?(?=[\s:-])([^:>]{0,500}?)(?::((?:(?!-->)[^]){0,2000}?))?\s{0,20}-->|\{\/\*\s{0,20}lockstep-ignore(-page)?(?=[\s:*])([^:*]{0,500}?)(?::((?:(?!\*\/)[^]){0,2000}?))?\s{0,20}\*\/\}/g;

/** The comment's own lines; where nothing else stands in them, those of the paragraph below too. */
function linesBelow(
  text: string,
  { start, end }: Span,
): { readonly fromLine: number; readonly toLine: number } {
  const lineStart = text.lastIndexOf('\n', start.offset - 1) + 1;
  const lineEnd = text.indexOf('\n', end.offset);
  const around =
    text.slice(lineStart, start.offset) + text.slice(end.offset, lineEnd === -1 ? text.length : lineEnd);
  if (around.trim() !== '' || lineEnd === -1) return { fromLine: start.line, toLine: end.line };
  const below = text.slice(lineEnd + 1).split('\n');
  const first = below.findIndex((line) => line.trim() !== '');
  if (first === -1) return { fromLine: start.line, toLine: end.line };
  const empty = below.findIndex((line, at) => at > first && line.trim() === '');
  return { fromLine: start.line, toLine: end.line + (empty === -1 ? below.length : empty) };
}
