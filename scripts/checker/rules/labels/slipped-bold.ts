import { labelTextOf, placesOfLabel } from '../../../../src/domain/document/label-text.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { EmphasisTrait } from '../../../../src/domain/document/page-document.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';
import { type BoldEdges, readBoldEdges, wordsOfRun } from './bold-edges.ts';
import { findCutWord, wordsIn } from './cut-word.ts';
import { isInStep } from './in-step.ts';
import { capitalisesNouns } from './noun-capitals.ts';

/** How bold misses its label, as far as a page alone can tell. */
export type Slip =
  /** `**sidan Kontoinformation**`: a word of the sentence is inside. */
  | { readonly kind: 'word-inside'; readonly word: string; readonly label: string }
  /** `Wählen **Sie Kunden** aus`, `wählen Sie **Kunden aus**`: a word that stands beside labels elsewhere is inside. */
  | { readonly kind: 'neighbour-inside'; readonly word: string; readonly label: string }
  /** `Lägg **till kund.**`: the label begins before the bold. */
  | { readonly kind: 'begins-before'; readonly word: string }
  /** `**[下一步]：** 當…`: the label goes on after the bold. */
  | { readonly kind: 'goes-on'; readonly label: string }
  /** `**Använd olika steg för** befintliga kunder:`: the lead-in goes on to the colon. */
  | { readonly kind: 'stops-short'; readonly rest: string }
  /** `**vikti**gt`: a part of a word. */
  | { readonly kind: 'cut-word'; readonly word: string; readonly end: 'begins' | 'ends' }
  /** `**Klar.**`: the sentence's full stop is inside. */
  | { readonly kind: 'stop-inside'; readonly stop: string };

/** What is known besides the text itself. */
export interface SlipEvidence {
  readonly locale: string;
  /** Default English. */
  readonly sourceLocale?: string;
  readonly page: PageWords;
  /** Bold runs of the source's text, where one answers. */
  readonly sourceBolds: readonly string[];
  /** The source's text, where one answers. */
  readonly sourceText: string | undefined;
}

/** What the bold runs of a page have in common with each other and with the rest of it. */
export interface PageWords {
  /** Every bold run as a label. */
  readonly labels: ReadonlySet<string>;
  /** `Nästa` of `**Nästa: Granska**`. */
  readonly heads: ReadonlySet<string>;
  /** `Granska` of `**Nästa: Granska**`. */
  readonly tails: ReadonlySet<string>;
  /** Words outside bold that keep their capital within a sentence: names. */
  readonly names: ReadonlySet<string>;
  /** Every word in lower case, and how often it stands there. */
  readonly words: ReadonlyMap<string, number>;
  /** What stands at the edges of bold runs, inside and outside. */
  readonly edges: BoldEdges;
}

/** What `findSlip` may ask of the whole page, each part read when it is first asked for: most bold asks for none. */
export function readPageWords(texts: readonly OwnText[]): PageWords {
  let bolds: BoldLabels | undefined;
  let names: PageWords['names'] | undefined;
  let words: PageWords['words'] | undefined;
  let edges: BoldEdges | undefined;
  return {
    get labels() {
      bolds ??= readBoldLabels(texts);
      return bolds.labels;
    },
    get heads() {
      bolds ??= readBoldLabels(texts);
      return bolds.heads;
    },
    get tails() {
      bolds ??= readBoldLabels(texts);
      return bolds.tails;
    },
    get names() {
      names ??= readNames(texts);
      return names;
    },
    get edges() {
      edges ??= readBoldEdges(texts);
      return edges;
    },
    get words() {
      words ??= wordsIn(texts);
      return words;
    },
  };
}

type BoldLabels = Pick<PageWords, 'labels' | 'heads' | 'tails'>;

function readBoldLabels(texts: readonly OwnText[]): BoldLabels {
  const labels = new Set<string>();
  const heads = new Set<string>();
  const tails = new Set<string>();
  for (const { traits } of texts) {
    for (const { kind, text } of traits.emphases) {
      if (kind !== 'strong') continue;
      const label = labelTextOf(text);
      const [head, ...rest] = label.split(/\s*[:：]\s*/);
      labels.add(label);
      if (head !== undefined && rest.length > 0) heads.add(head);
      for (const tail of rest) tails.add(tail);
    }
  }
  return { labels, heads, tails };
}

function readNames(texts: readonly OwnText[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { traits } of texts) {
    const plain = traits.runs.map(({ text, markup }) => (markup.includes('strong') ? '\0' : text)).join('');
    for (const [name] of plain.matchAll(/(?<=[\p{Ll},(] )\p{Lu}[\p{L}\p{M}]*/gu)) names.add(name);
  }
  return names;
}

/**
 * How a bold run of a text misses the label it is for, or `undefined` where it does not or nothing can tell.
 *
 * Machine translation moves markers along with words: bold then covers the word before the label, or the end of
 * the label and the full stop. Letter case tells in scripts that have it, except in German and Luxembourgish, where
 * every noun is capital; brackets tell in Chinese and Japanese.
 */
export function findSlip(text: OwnText, bold: EmphasisTrait, evidence: SlipEvidence): Slip | undefined {
  const range = textRangeOf(text.traits, bold.contentSpan);
  if (range === undefined) return undefined;
  // The end of what stands before is enough; a mark in front keeps it from passing for the start.
  const before =
    range.from > 200 ? `x${text.text.slice(range.from - 200, range.from)}` : text.text.slice(0, range.from);
  const after = text.text.slice(range.to);
  return (
    goingOn(bold, before, after, evidence) ??
    (capitalisesNouns(evidence.locale)
      ? undefined
      : (wordInside(bold, before, evidence) ?? beginningBefore(bold, before, evidence))) ??
    neighbourInside(text, bold, before, evidence) ??
    cutWord(bold, before, after, evidence) ??
    stoppingShort(bold, before, after, evidence) ??
    stopInside(bold, before, after, evidence)
  );
}

/** `**[下一步]：** 當…`: the bracket closes before the colon although the label goes on behind it. */
function goingOn(
  bold: EmphasisTrait,
  before: string,
  after: string,
  evidence: SlipEvidence,
): Slip | undefined {
  const match = /^[[［「『【“"](.+)[\]］」』】”"]\s*[:：]$/u.exec(bold.text.trim());
  if (match?.[1] === undefined || startsSentence(before) || after.trim() === '') return undefined;
  const [, head] = match;
  const goesOnInSource = evidence.sourceBolds.some((other) => /\p{L}\s*[:：]\s*\p{L}/u.test(other));
  return evidence.page.heads.has(head) || goesOnInSource ? { kind: 'goes-on', label: head } : undefined;
}

/** `**du Nästa: Prenumerationer**`: lower case, then the label with its capital. */
function wordInside(bold: EmphasisTrait, before: string, evidence: SlipEvidence): Slip | undefined {
  const match = /^((?:\p{Ll}[\p{L}’']*\s+){1,2})(\p{Lu}.*)$/u.exec(bold.text.trim());
  if (match?.[1] === undefined || match[2] === undefined || startsSentence(before)) return undefined;
  const word = match[1].trim();
  const label = labelTextOf(match[2]);
  const { page, sourceBolds, sourceText, sourceLocale = 'en' } = evidence;
  if (isName(label, page)) return undefined;
  const slip: Slip = { kind: 'word-inside', word, label };
  // A compound such as `Willkommensseite` holds the word and the label alike.
  if (sourceBolds.length === 0 || sourceText === undefined || capitalisesNouns(sourceLocale)) {
    return isLabelElsewhere(label, page) ? slip : undefined;
  }
  // A name that the source has too, as in `compte Microsoft`, is no label with a word before it.
  const isInSource = label
    .split(/\s+/)
    .some((part) => /^\p{Lu}/u.test(part) && placesOfLabel(sourceText, part).length > 0);
  return beginCapital(sourceBolds) && !isInSource ? slip : undefined;
}

/**
 * `Wählen **Sie Kunden** aus`: elsewhere on the page the word stands beside bold runs and not in them. That tells only
 * where bold is for labels; emphasis takes in an article as it likes.
 */
function neighbourInside(
  text: OwnText,
  bold: EmphasisTrait,
  before: string,
  evidence: SlipEvidence,
): Slip | undefined {
  const { page, locale, sourceLocale = 'en', sourceBolds } = evidence;
  const words = wordsOfRun(bold.text);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > mostLabelWords || startsSentence(before)) return undefined;
  const { edges } = page;
  const hasSource = sourceBolds.length > 0;
  const isForLabels = hasSource ? beginCapital(sourceBolds) : edges.labelShare >= 0.5;
  // Where nouns have capitals, only steps tell labels from emphasis.
  const isUnclear = capitalisesNouns(hasSource ? sourceLocale : locale) && !isInStep(text);
  if (!isForLabels || isUnclear) return undefined;
  const mayBegin = capitalisesNouns(locale) || /^\p{Ll}/u.test(first);
  const mayEnd = /^\p{Ll}/u.test(last);
  const begins = mayBegin ? neighbourhood(edges.before.get(first), edges.firsts.get(first)) : 0;
  const ends = mayEnd ? neighbourhood(edges.after.get(last), edges.lasts.get(last)) : 0;
  if (begins + ends === 0) return undefined;
  return begins > ends
    ? { kind: 'neighbour-inside', word: first, label: words.slice(1).join(' ') }
    : { kind: 'neighbour-inside', word: last, label: words.slice(0, -1).join(' ') };
}

/** More words are a sentence. */
const mostLabelWords = 8;

/** How often a word stands beside bold runs; 0 where it is as likely to be a part of one. */
function neighbourhood(outside = 0, inside = 0): number {
  return outside >= 2 && inside * 2 <= outside ? outside : 0;
}

/** Names stand in plain text too, and keep capitals within: `OpenAPI`, `IP`, `HTTP/2`. A label does neither. */
function isName(label: string, { names }: PageWords): boolean {
  const [first = ''] = label.split(/[\s:：]/);
  return /.\p{Lu}|\d/u.test(first) || names.has(/^[\p{L}\p{M}]*/u.exec(first)?.[0] ?? '');
}

/** True when another bold run of the page is this label, begins as it does, or names it after a colon. */
function isLabelElsewhere(label: string, { labels, heads, tails }: PageWords): boolean {
  const [head = ''] = label.split(/\s*[:：]\s*/);
  return labels.has(label) || heads.has(head) || tails.has(label);
}

function beginCapital(bolds: readonly string[]): boolean {
  return bolds.every((bold) => /^\P{L}*\p{Lu}/u.test(bold));
}

/** `Lägg **till kund.**`: bold begins in lower case right after a capital within the sentence, and takes the stop. */
function beginningBefore(bold: EmphasisTrait, before: string, evidence: SlipEvidence): Slip | undefined {
  const word = /(?:^|\s)(\p{Lu}\p{Ll}+)\s$/u.exec(before)?.[1];
  if (word === undefined || !/^\p{Ll}/u.test(bold.text)) return undefined;
  if (startsSentence(before.slice(0, before.length - word.length - 1))) return undefined;
  const { sourceText, sourceBolds } = evidence;
  const isSourceName = sourceText !== undefined && placesOfLabel(sourceText, word).length > 0;
  const takesStop = /[.!]$/u.test(bold.text.trim());
  return takesStop && beginCapital(sourceBolds) && !isSourceName
    ? { kind: 'begins-before', word }
    : undefined;
}

/** `**vikti**gt`: bold begins or ends inside a word. */
function cutWord(
  bold: EmphasisTrait,
  before: string,
  after: string,
  evidence: SlipEvidence,
): Slip | undefined {
  const cut = findCutWord(bold.text, before, after, evidence);
  return cut && { kind: 'cut-word', ...cut };
}

/** `**Använd olika steg för** befintliga kunder:`: in the source the whole lead-in is bold, up to its colon. */
function stoppingShort(
  bold: EmphasisTrait,
  before: string,
  after: string,
  { sourceBolds, sourceText }: SlipEvidence,
): Slip | undefined {
  const [lead] = sourceBolds;
  if (lead === undefined || sourceText === undefined || before.trim() !== '') return undefined;
  const endsAtColon = /[:：]$/u.test(lead.trim()) || /^\s*[:：]/u.test(sourceText.slice(lead.length));
  const rest = /^[^.!?。！？:：;,，；、()（）]{1,40}(?=[:：])/u.exec(after)?.[0].trim();
  const isLeadIn = sourceText.startsWith(lead) && endsAtColon && !/[:：]$/u.test(bold.text.trim());
  if (!isLeadIn || rest === undefined || !/\p{L}/u.test(rest)) return undefined;
  return { kind: 'stops-short', rest };
}

/** `väljer du **Klar.**`: a label is no sentence, so the full stop is not bold. */
function stopInside(
  bold: EmphasisTrait,
  before: string,
  after: string,
  evidence: SlipEvidence,
): Slip | undefined {
  const stop = /[.。．]$/u.exec(bold.text.trim())?.[0];
  if (stop === undefined || startsSentence(before) || after.trim() !== '') return undefined;
  const content = bold.text.trim().slice(0, -1);
  const isLabelLike =
    /^\p{L}/u.test(content) && !/[.,;!?。，；、]/u.test(content) && content.split(/\s+/).length <= 5;
  const isAbbreviation = /(?:^|[\s.])\p{L}{1,3}$/u.test(content);
  const sourceTakesStop = evidence.sourceBolds.some((other) => /[.!?。！？]$/u.test(other.trim()));
  return isLabelLike && !isAbbreviation && !sourceTakesStop ? { kind: 'stop-inside', stop } : undefined;
}

/** True when nothing of the same sentence stands before. */
function startsSentence(before: string): boolean {
  return /(?:^|[.!?。！？:：;；|–—•-])["'“”„«»「『(（[［]*\s*["'“”„«»「『(（[［]*$/u.test(before);
}
