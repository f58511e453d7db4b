import type { Block, PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { Alignment } from '../../align/alignment.ts';
import { readingLength } from '../../align/reading-length.ts';
import type { FamilyContext, PairContext } from '../rule.ts';
import { spanToShow } from '../structure/absent-blocks.ts';
import { excerpt } from '../structure/excerpt.ts';
import { isFinished, type UnfinishedEnd, unfinishedEnd } from '../texts/unfinished-end.ts';
import { sampleRatios } from './locale-ratio.ts';
import { type MeasuredPair, measurePage, type PageRatio } from './page-ratio.ts';
import { countSentences } from './sentence-count.ts';

/** What a page tells of the lengths of its texts: JSON, and small. */
export type LengthFact = RatioSamples | ShortText;

/** Some of the ratios of a page. */
export interface RatioSamples {
  readonly kind: 'ratios';
  readonly locale: string;
  readonly ratios: readonly number[];
}

/** A text that may be cut, with all that it is judged by. */
export interface ShortText {
  readonly kind: 'text';
  readonly locale: string;
  readonly path: string;
  readonly span: Span;
  readonly end: Span;
  readonly excerpt: string;
  readonly tail: string;
  readonly source: { readonly path: string; readonly span: Span };
  readonly sourceLength: number;
  readonly length: number;
  readonly page: Omit<PageRatio, 'pairs'>;
  /** Whether the translation has at most two thirds of the source's sentences. */
  readonly lacksSentences: boolean;
  /** Whether the rest may stand beside it. */
  readonly isNearby: boolean;
  /** Whether it ends as its source does, with a full stop or without. */
  readonly isFinished: boolean;
  /** What it stops at, where its source does not. */
  readonly unfinished: UnfinishedEnd | null;
  readonly sureness: number;
}

/** Samples of a pair's lengths, and its texts that may be cut. */
export function* lengthFacts(pair: PairContext, family: FamilyContext): Generator<LengthFact> {
  const { alignment, translation } = pair;
  const byUnits = measurePage(alignment, (text) => text.length);
  const ratios = sampleRatios(byUnits.pairs, readPair);
  if (ratios.length > 0) yield { kind: 'ratios', locale: translation.locale, ratios };
  // Reading lengths take longer to measure, and most pages need none.
  let known: boolean | undefined;
  const hasSentences = (): boolean => {
    known ??= setsFullStops(byUnits);
    return known;
  };
  if (!byUnits.pairs.some((measured) => maySeemCut(measured, byUnits, hasSentences, translation.locale)))
    return;
  const page = measurePage(alignment, readingLength);
  for (const [at, measured] of page.pairs.entries()) {
    if (maySeemCut(measured, page, hasSentences, translation.locale)) {
      yield* shortText(pair, family, page, at, hasSentences);
    }
  }
}

function readPair({ pair }: MeasuredPair): Pick<MeasuredPair, 'sourceLength' | 'length'> {
  const { source, translation } = pair;
  return { sourceLength: sumOf(source, readingLength), length: sumOf(translation, readingLength) };
}

function sumOf(blocks: readonly Block[], measure: (text: string) => number): number {
  return blocks.reduce((sum, { text }) => sum + measure(text), 0);
}

/** Thai sets none, and neither do some translators. */
function setsFullStops({ pairs }: PageRatio): boolean {
  let [own, all] = [0, 0];
  for (const { pair } of pairs) {
    if (!isFinished(pair.source.at(-1)?.text ?? '')) continue;
    all++;
    if (isFinished(pair.translation.at(-1)?.text ?? '')) own++;
  }
  return own * 2 > all;
}

/** A first look, wide enough for what the locale's other pages tell. */
function maySeemCut(
  measured: MeasuredPair,
  page: PageRatio,
  hasSentences: () => boolean,
  locale: string,
): boolean {
  const { sourceLength, length, pair } = measured;
  const share = length / (sourceLength * page.usual);
  if (share < 0.6 || unfinishedEnd(pair.translation.at(-1)?.text ?? '', locale) !== undefined) return true;
  return share < 0.8 && lacksSentences(measured) && hasSentences();
}

function lacksSentences({ pair }: MeasuredPair): boolean {
  const sourceCount = sumOf(pair.source, countSentences);
  return sourceCount >= 2 && sumOf(pair.translation, countSentences) * 3 <= sourceCount * 2;
}

/** Below this, the two texts may not answer each other. */
const leastScore = 0.6;

function* shortText(
  { alignment, source, translation }: PairContext,
  family: FamilyContext,
  page: PageRatio,
  at: number,
  hasSentences: () => boolean,
): Generator<ShortText> {
  const measured = page.pairs[at];
  const [one, last] = [measured?.pair.source[0], measured?.pair.translation.at(-1)];
  const sureness = surenessOf(page, at);
  if (measured === undefined || one === undefined || last === undefined) return;
  if (sureness < leastScore || isTitle(one)) return;
  const isSourceFinished = isFinished(measured.pair.source.at(-1)?.text ?? '');
  const unfinished = isSourceFinished ? unfinishedEnd(last.text, translation.locale) : undefined;
  yield {
    kind: 'text',
    locale: translation.locale,
    path: translation.path,
    span: spanToShow(last),
    end: emptySpanAt(last.textSpan.end),
    excerpt: excerpt(last.text),
    tail: excerptOfEnd(last.text),
    source: { path: source.path, span: placeToday(one, source.document, family) },
    sourceLength: measured.sourceLength,
    length: measured.length,
    page: { usual: page.usual, spread: page.spread, count: page.count },
    lacksSentences: lacksSentences(measured) && hasSentences(),
    isNearby: isNearby(alignment, page, at),
    isFinished: !isSourceFinished || isFinished(last.text),
    // A comma may end a text that a list or the next paragraph goes on with.
    unfinished: unfinished === 'comma' || last.children.length > 0 ? null : (unfinished ?? null),
    sureness,
  };
}

/** Facts speak of files as they are: of an older source text, what stands there today with the same words. */
function placeToday(block: Block, document: PageDocument, { pages }: FamilyContext): Span {
  const today = pages.find(({ isSource }) => isSource)?.document;
  if (today === undefined || today === document) return spanToShow(block);
  const same = today.blocks.find(({ kind, text }) => kind === block.kind && text === block.text);
  return same === undefined ? emptySpanAt(today.root.span.start) : spanToShow(same);
}

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

function excerptOfEnd(text: string): string {
  const characters = [...text.trimEnd()];
  return characters.length <= 40 ? excerpt(text) : excerpt(`…${characters.slice(-40).join('').trimStart()}`);
}
