import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import type { Edit, Range } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { type ExpectedEntry, hasOutline, type OutlineEntry } from '../outline.ts';
import {
  dropSibling,
  entriesOf,
  listsOf,
  outlineWith,
  outlineWithout,
  type SiblingLines,
  separatorAt,
} from './siblings.ts';

/** What can happen to the steps or items of a list. */
export const stepKinds: readonly MutationKind[] = [
  { name: 'drop a step', rules: ['missing-step'], mutationsOf: (pair) => eachStep(pair, dropped) },
  { name: 'duplicate a step', rules: ['extra-step'], mutationsOf: (pair) => eachStep(pair, duplicated) },
  {
    name: 'swap two steps',
    rules: ['moved-step'],
    findings: 2,
    mutationsOf: (pair) => eachStep(pair, swapped),
  },
  { name: 'merge two steps', rules: ['merged-steps'], mutationsOf: (pair) => eachStep(pair, merged) },
  { name: 'split a step', rules: ['split-step'], mutationsOf: (pair) => eachStep(pair, split) },
  { name: 'steps become bullets', rules: ['changed-list-kind'], mutationsOf: bulleted },
  {
    name: 'duplicate a list item',
    rules: ['extra-block'],
    mutationsOf: (pair) => eachItem(pair, duplicated),
  },
  { name: 'merge two list items', rules: [], mutationsOf: (pair) => eachItem(pair, merged) },
  { name: 'split a list item', rules: [], mutationsOf: (pair) => eachItem(pair, split) },
  { name: 'swap two list items', rules: [], mutationsOf: (pair) => eachItem(pair, swapped) },
];

interface StepPlace {
  readonly pair: ParityPair;
  readonly siblings: SiblingLines;
  readonly n: number;
  readonly step: Block;
  readonly text: string;
  readonly document: PageDocument;
}

type Change = Omit<Mutation, 'what' | 'node'>;

type ChangeOf = (place: StepPlace) => Change | undefined;

function eachStep(pair: ParityPair, change: ChangeOf): readonly Mutation[] {
  return eachChild(pair, true, change);
}

function eachItem(pair: ParityPair, change: ChangeOf): readonly Mutation[] {
  return eachChild(pair, false, change);
}

function eachChild(pair: ParityPair, isOrdered: boolean, change: ChangeOf): readonly Mutation[] {
  const { text, document } = pair.translation;
  return listsOf(text, document, isOrdered).flatMap((siblings) =>
    siblings.children.flatMap((step, n): Mutation[] => {
      const made = change({ pair, siblings, n, step, text, document });
      if (made === undefined) return [];
      return [{ what: `${step.kind} ${n + 1} in line ${step.span.start.line}`, node: step, ...made }];
    }),
  );
}

function dropped({ siblings, n, step, text, document }: StepPlace): Change {
  return {
    edits: [dropSibling(siblings, n), ...renumbered(text, siblings, n + 1, -1)],
    isMeant: (after) => hasOutline(after, outlineWithout(document, [step])),
  };
}

function duplicated({ siblings, n, step, text, document }: StepPlace): Change {
  const { from, to } = siblings.lines[n] ?? { from: 0, to: 0 };
  const lines = text.slice(from, to);
  const copy = withNumber(lines, numberAt(text, siblings, n, 1));
  const entries = entriesOf(document, step);
  return {
    edits: [
      { from, to, text: lines, place: 'first-line' },
      { from: to, to, text: `${separatorAt(text, siblings, n)}${copy}`, place: 'first-line' },
      ...renumbered(text, siblings, n + 1, 1),
    ],
    isMeant: (after) => hasOutline(after, outlineWith(document, step, [...entries, ...entries])),
  };
}

function swapped({ siblings, n, step, text, document }: StepPlace): Change | undefined {
  const [one, other] = [siblings.lines[n], siblings.lines[n + 1]];
  const next = siblings.children[n + 1];
  if (one === undefined || other === undefined || next === undefined || next.text === step.text)
    return undefined;
  const [first, second] = [text.slice(one.from, one.to), text.slice(other.from, other.to)];
  const entries = [...entriesOf(document, next), ...entriesOf(document, step)];
  const whole = outlineWithout(document, [next]);
  const at = whole.findIndex(({ node }) => node === step);
  const length = entriesOf(document, step).length;
  return {
    edits: [
      { ...one, text: withNumber(second, numberAt(text, siblings, n, 0)), place: 'first-line' },
      { ...other, text: withNumber(first, numberAt(text, siblings, n + 1, 0)), place: 'first-line' },
    ],
    isMeant: (after) => hasOutline(after, whole.toSpliced(at, length, ...entries)),
  };
}

function merged({ pair, siblings, n, step, text, document }: StepPlace): Change | undefined {
  const next = siblings.children[n + 1];
  const nextLines = siblings.lines[n + 1];
  if (next === undefined || nextLines === undefined || step.text === '' || next.text === '') return undefined;
  const end = wordsEnd(text, step);
  const words = text.slice(next.textSpan.start.offset, wordsEnd(text, next)).replaceAll(/\s*\n[ \t>]*/g, ' ');
  const own = text.slice(step.textSpan.start.offset, end);
  const joined = `${betweenSentences(own, pair.locale)}${words}`;
  const lastOwn = text.indexOf('\n', next.textSpan.end.offset);
  const cut: Range =
    next.children.length === 0 ? dropSibling(siblings, n + 1) : { from: nextLines.from, to: lastOwn + 1 };
  const claim = (entry: OutlineEntry): boolean =>
    isOfList(entry) && entry.text.startsWith(step.text) && entry.text.endsWith(next.text);
  return {
    edits: [
      { from: step.textSpan.start.offset, to: end, text: `${own}${joined}`, place: 'all' },
      { from: cut.from, to: cut.to, text: '' },
      ...renumbered(text, siblings, n + 2, -1),
    ],
    isMeant: (after) => {
      const [first, ...rest] = entriesOf(document, step);
      const [, ...ofNext] = entriesOf(document, next);
      if (first === undefined) return false;
      const expected: readonly ExpectedEntry[] = [{ level: first.level, claim }, ...rest, ...ofNext];
      const whole = outlineWithout(document, [next]);
      const at = whole.findIndex(({ node }) => node === step);
      return hasOutline(
        after,
        (whole as readonly ExpectedEntry[]).toSpliced(at, 1 + rest.length, ...expected),
      );
    },
  };
}

/** The first step keeps the id. */
function split({ pair, siblings, n, step, text, document }: StepPlace): Change | undefined {
  const lines = siblings.lines[n];
  const cut = secondSentence(step, pair.locale);
  if (lines === undefined || cut === undefined) return undefined;
  const before = text.slice(0, cut).trimEnd().length;
  const end = wordsEnd(text, step);
  const marker = /^[ \t>]*(?:\d+[.)]|[-+*])[ \t]+/.exec(text.slice(lines.from, lines.to))?.[0];
  if (marker === undefined || cut >= end) return undefined;
  const id = text.slice(end, step.textSpan.end.offset);
  const rest = `${marker}${text.slice(cut, end)}${text.slice(step.textSpan.end.offset, lines.to)}`;
  const [first, ...children] = entriesOf(document, step);
  if (first === undefined) return undefined;
  const parts: readonly ExpectedEntry[] = [
    { level: first.level, claim: (entry) => isOfList(entry) && step.text.startsWith(entry.text) },
    { level: first.level, claim: (entry) => isOfList(entry) && step.text.endsWith(entry.text) },
  ];
  return {
    edits: [
      { from: lines.from, to: before, text: `${text.slice(lines.from, before)}${id}`, place: 'first-line' },
      {
        from: before,
        to: lines.to,
        text: `\n${withNumber(rest, numberAt(text, siblings, n, 1))}`,
        place: 'first-line',
      },
      ...renumbered(text, siblings, n + 1, 1),
    ],
    isMeant: (after) => hasOutline(after, outlineWith(document, step, [...parts, ...children])),
  };
}

function isOfList({ kind, text }: OutlineEntry): boolean {
  return /^(?:step|item)/.test(kind) && text !== '';
}

function bulleted({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return listsOf(text, document, true).map(
    ({ list, children }): Mutation => ({
      what: `list in line ${list.span.start.line}`,
      node: list,
      edits: children.map(({ span }, n): Edit => {
        const from = span.start.offset;
        const { length } = /^\d+[.)]/.exec(text.slice(from))?.[0] ?? '';
        // The bullet is as wide as the number, so that what follows stays below it.
        const bullet = `-${' '.repeat(Math.max(length - 1, 0))}`;
        return { from, to: from + length, text: bullet, ...(n === 0 && { place: 'first-line' }) };
      }),
      isMeant: (after) => {
        return (
          after.blocks.length === document.blocks.length &&
          countOf(after, 'step') === countOf(document, 'step') - children.length &&
          countOf(after, 'item') === countOf(document, 'item') + children.length
        );
      },
    }),
  );
}

function countOf({ blocks }: PageDocument, kind: Block['kind']): number {
  return blocks.filter((block) => block.kind === kind).length;
}

/** Gives the steps from the n-th on other numbers, where the list counts them. */
function renumbered(text: string, siblings: SiblingLines, from: number, by: number): readonly Edit[] {
  return siblings.lines.slice(from).map((range, offset): Edit => {
    const number = numberAt(text, siblings, from + offset, by);
    return { ...range, text: withNumber(text.slice(range.from, range.to), number) };
  });
}

/** The number of the n-th step moved by some; as it is where all steps have the same. */
function numberAt(text: string, { children }: SiblingLines, n: number, by: number): number {
  const [first = 1, second = 1] = children.map(({ span }) =>
    Number.parseInt(text.slice(span.start.offset, span.start.offset + 9), 10),
  );
  return first === second ? first : first + n + by;
}

/** A step's lines with another number; what the step holds is moved to the right where it would no longer be in it. */
function withNumber(lines: string, number: number): string {
  const match = /^([ \t>]*)(\d+)([.)][ \t]+)/.exec(lines);
  if (match === null) return lines;
  const [marker, before = '', old = '', sign = ''] = match;
  const [first = '', ...rest] = lines.split('\n');
  const wider = String(number).length - old.length;
  const needed = marker.length - before.length + wider;
  const isShort = rest.some(
    (line) => line.trim() !== '' && line.slice(before.length).search(/[^ ]/) < needed,
  );
  const moved = rest.map((line) =>
    wider > 0 && isShort && line.trim() !== ''
      ? `${line.slice(0, before.length)}${' '.repeat(wider)}${line.slice(before.length)}`
      : line,
  );
  return [`${before}${number}${sign}${first.slice(marker.length)}`, ...moved].join('\n');
}

/** Behind the last word of a step's own text, before its id. */
function wordsEnd(text: string, { textSpan, traits }: Block): number {
  const words = (end: number): number => text.slice(0, end).trimEnd().length;
  const last = traits.anchors.at(-1)?.span;
  const end = words(textSpan.end.offset);
  return last !== undefined && last.end.offset >= end ? words(last.start.offset) : end;
}

/** Chinese and Japanese set no space between sentences. */
function betweenSentences(sentence: string, locale: string): string {
  const { language } = new Intl.Locale(locale);
  const isWide = language === 'zh' || language === 'ja';
  const stop = /[.!?:;。！？：；…)）]\s*$/u.test(sentence) ? '' : isWide ? '。' : '.';
  return isWide ? stop : `${stop} `;
}

function secondSentence(step: Block, locale: string): number | undefined {
  const [, second] = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(step.text);
  if (second === undefined || second.segment.trim().length < 4) return undefined;
  const run = step.traits.runs.find(({ at, text }) => at <= second.index && second.index < at + text.length);
  if (run === undefined || second.index > step.text.length - 2) return undefined;
  // Bold or a link that begins here begins with its markers.
  const outer = [...step.traits.emphases, ...step.traits.links].filter(
    ({ span }) => span.start.offset < run.span.start.offset && run.span.start.offset < span.end.offset,
  );
  const own = spanOfRunText(step, second.index, second.index + 1).start.offset;
  return run.at === second.index ? Math.min(own, ...outer.map(({ span }) => span.start.offset)) : own;
}
