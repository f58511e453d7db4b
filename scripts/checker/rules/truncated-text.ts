import type { Block, Span } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { Alignment } from '../align/alignment.ts';
import { readingLength } from '../align/reading-length.ts';
import { type MeasuredPair, measurePage, type PageRatio } from './lengths/page-ratio.ts';
import type { Draft, PairRule } from './rule.ts';
import { spanToShow } from './structure/absent-blocks.ts';
import { excerpt } from './structure/excerpt.ts';
import { isFinished, type UnfinishedEnd, unfinishedEnd } from './texts/unfinished-end.ts';

/** Finds a text whose translation stops in the middle, or is far shorter than its source. */
export const truncatedText: PairRule = {
  id: 'truncated-text',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A paragraph, step or item stops in the middle, or says far less than its source.',
    why: 'A reader does not get to know the rest.',
    fix: 'Translate the rest of the text.',
  },
  *check({ alignment, source, translation }) {
    if (!mayBeTruncated(alignment, translation.locale)) return;
    const page = measurePage(alignment, readingLength);
    for (const [at, measured] of page.pairs.entries()) {
      const { pair } = measured;
      const [one, last] = [pair.source[0], pair.translation.at(-1)];
      if (one === undefined || last === undefined) continue;
      const share = shareOf(measured, page);
      const looksShort = share < shortShare(measured, page);
      if (!looksShort && unfinishedEnd(last.text, translation.locale) === undefined) continue;
      const sureness = surenessOf(page, at);
      if (sureness < leastScore || isTitle(one)) continue;
      const isShort = looksShort && !isNearby(alignment, page, at);
      const end = isFinished(pair.source.at(-1)?.text ?? '')
        ? unfinishedEnd(last.text, translation.locale)
        : undefined;
      // A comma may end a text that a list or the next paragraph goes on with.
      if (!isShort && (end === undefined || end === 'comma' || hasOwnEnd(last))) continue;
      yield {
        ...wordsFor(last, share, isShort, end),
        span: isShort ? spanToShow(last) : placeOfEnd(last),
        severity: severityOf(last, share, isShort, end, sureness),
        confidence: sureness * (isShort && end !== undefined ? 0.95 : 0.7),
        related: [{ label: 'the source', path: source.path, span: spanToShow(one) }],
        data: { share: Math.round(share * 100) / 100, end: end ?? '' },
      };
    }
  },
};

/** A first look, by characters: reading lengths take longer to measure, and most pages need none. */
function mayBeTruncated(alignment: Alignment, locale: string): boolean {
  const page = measurePage(alignment, (text) => text.length);
  return page.pairs.some(
    (measured) =>
      shareOf(measured, page) < 0.65 ||
      unfinishedEnd(measured.pair.translation.at(-1)?.text ?? '', locale) !== undefined,
  );
}

/** Below this, the two texts may not answer each other. */
const leastScore = 0.6;

/** A text that is one link or bold throughout names a page or a thing, as long as a language names it. */
function isTitle({ text, traits }: Block): boolean {
  return [...traits.links, ...traits.emphases].some((run) => run.text.length >= text.trim().length - 1);
}

/** What is left of a text says little of where it belongs; what stands before and behind it says more. */
function surenessOf({ pairs }: PageRatio, at: number): number {
  const around = [pairs[at - 1], pairs[at + 1]].flatMap((other) =>
    other === undefined ? [] : [other.pair.score],
  );
  const own = pairs[at]?.pair.score ?? 0;
  return own < lostScore || around.length === 0 ? own : Math.max(own, 0.9 * Math.min(...around));
}

/** Below this, the two texts were paired for want of anything else. */
const lostScore = 0.3;

/** How much of the length that the page's ratio asks for is there. */
function shareOf({ sourceLength, length }: MeasuredPair, { usual }: PageRatio): number {
  return sourceLength === 0 ? 1 : length / (sourceLength * usual);
}

/** From here on down a text is too short: short texts, and pages of unsteady length, have more play. */
function shortShare({ sourceLength }: MeasuredPair, { spread }: PageRatio): number {
  if (sourceLength < 60) return 0;
  return Math.min(sourceLength < 120 ? 0.35 : 0.45, spread ** -3.5);
}

/** The rest may stand in the text before or behind, or in a block that answers nothing. */
function isNearby(alignment: Alignment, page: PageRatio, at: number): boolean {
  const own = page.pairs[at];
  if (own === undefined) return false;
  const deficit = own.sourceLength * page.usual - own.length;
  const surplus = [page.pairs[at - 1], page.pairs[at + 1]].reduce(
    (sum, other) =>
      sum + Math.max(0, other === undefined ? 0 : other.length - other.sourceLength * page.usual),
    0,
  );
  if (surplus * 2 >= deficit) return true;
  const last = own.pair.translation.at(-1);
  const siblings = last?.parent?.children ?? last?.section.blocks ?? [];
  const index = last === undefined ? -1 : siblings.indexOf(last);
  const around = [siblings[index - 1], siblings[index + 1], ...(last?.children ?? [])];
  return around.some((block) => block !== undefined && alignment.pairOf(block).source.length === 0);
}

/** What stands below a text goes on with it: a list, code. */
function hasOwnEnd(block: Block): boolean {
  return block.children.length > 0;
}

function wordsFor(
  block: Block,
  share: number,
  isShort: boolean,
  end: UnfinishedEnd | undefined,
): Pick<Draft, 'message' | 'help'> {
  const tail = excerptOfEnd(block.text);
  const help = 'Translate the rest of the text.';
  if (!isShort) return { message: `The text ends in the middle: \`${tail}\``, help };
  const size = `has ${Math.max(1, Math.round(share * 100))} % of the length that the page's other texts lead to expect`;
  return end === undefined
    ? {
        message: `The text \`${excerpt(block.text)}\` ${size}`,
        help: 'Translate what is missing of the text.',
      }
    : { message: `The text ends in the middle, \`${tail}\`, and ${size}`, help };
}

function severityOf(
  block: Block,
  share: number,
  isShort: boolean,
  end: UnfinishedEnd | undefined,
  sureness: number,
): NonNullable<Draft['severity']> {
  if (isShort && end !== undefined) return sureness >= 0.75 ? 'error' : 'warning';
  return isShort && (share < 0.25 || !isFinished(block.text)) ? 'warning' : 'note';
}

function excerptOfEnd(text: string): string {
  const characters = [...text.trimEnd()];
  return characters.length <= 40 ? excerpt(text) : excerpt(`…${characters.slice(-40).join('').trimStart()}`);
}

function placeOfEnd(block: Block): Span {
  return emptySpanAt(block.textSpan.end);
}
