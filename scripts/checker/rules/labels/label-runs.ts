import { labelTextOf, looseLabelOf } from '../../../../src/domain/document/label-text.ts';
import { repairMojibake } from '../../../../src/domain/document/mojibake.ts';
import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';

/** A piece of a text that is set off from the rest, as labels are. */
export interface LabelRun {
  readonly how: 'strong' | 'emphasis' | 'quoted';
  /** What a reader sees inside the markers. */
  readonly text: string;
  /** What it says, or said before an encoding mix-up broke its letters. */
  readonly words: string;
  readonly own: OwnText;
  /** Inside the markers, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  /** With the markers. */
  readonly span: Span;
  readonly contentSpan: Span;
}

/**
 * What a text sets off by bold or italic type or by quotation marks, in order. The parts of a menu path such as
 * `**File > Save**` are runs of their own, unless `isLabel` knows the whole.
 */
export function labelRunsOf(own: OwnText, isLabel: (text: string) => boolean): readonly LabelRun[] {
  const emphasised = own.traits.emphases.flatMap((trait): LabelRun[] => {
    const range = textRangeOf(own.traits, trait.contentSpan);
    if (range === undefined) return [];
    const { kind, text, span, contentSpan } = trait;
    return [{ how: kind, text, words: repairMojibake(text), own, ...range, span, contentSpan }];
  });
  const quoted = quotedRunsOf(own).filter(
    ({ from, to }) => !emphasised.some((run) => run.from < to && from < run.to),
  );
  return [...emphasised, ...quoted]
    .toSorted((one, other) => one.from - other.from)
    .flatMap((run) => (isLabel(run.words) ? [run] : partsOfPath(run)));
}

/** Longer pieces in quotation marks are speech. */
const longestQuoted = 60;

/** Marks as they open and close in one language or another; the same straight ones only around whole words. */
const quotePattern = new RegExp(
  [
    ['["”]', '["”]'],
    ['“', '”'],
    ['„', '[“”]'],
    ['«\\s?', '\\s?»'],
    ['»', '«'],
    ['「', '」'],
    ['『', '』'],
    ['‘', '’'],
    ["(?<![\\p{L}\\p{N}])'", "'(?![\\p{L}\\p{N}])"],
  ]
    .map(([open, close]) => `${open}([^"'“”„«»「」『』‘’]{1,${longestQuoted}})${close}`)
    .join('|'),
  'dgu',
);

function quotedRunsOf(own: OwnText): LabelRun[] {
  if (!/["“”„«»「『‘']/u.test(own.text)) return [];
  return Array.from(own.text.matchAll(quotePattern)).flatMap((match): LabelRun[] => {
    const at = match.slice(1).findIndex((part) => part !== undefined) + 1;
    const [from, to] = match.indices?.[at] ?? [0, 0];
    const text = match[at] ?? '';
    if (text.trim() === '' || isInCode(own, from, to)) return [];
    return [
      {
        how: 'quoted',
        text,
        words: repairMojibake(text),
        own,
        from,
        to,
        span: spanIn(own, match.index, match.index + match[0].length),
        contentSpan: spanIn(own, from, to),
      },
    ];
  });
}

/** Signs between the steps of a menu path. */
const pathSign = /\s*(?:[>›»→⇒⟶➔➜]|->|=>)\s*/gu;

function partsOfPath(run: LabelRun): LabelRun[] {
  if (!/[>›»→⇒⟶➔➜]/u.test(run.text)) return [run];
  const shown = run.own.text.slice(run.from, run.to);
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (const sign of shown.matchAll(pathSign)) {
    parts.push({ from, to: sign.index });
    from = sign.index + sign[0].length;
  }
  parts.push({ from, to: shown.length });
  if (parts.length < 2 || parts.some((part) => shown.slice(part.from, part.to).trim() === '')) return [run];
  return parts.map((part): LabelRun => {
    const [start, end] = [run.from + part.from, run.from + part.to];
    const span = spanIn(run.own, start, end);
    const text = shown.slice(part.from, part.to);
    return { ...run, text, words: repairMojibake(text), from: start, to: end, span, contentSpan: span };
  });
}

function spanIn({ span, traits }: OwnText, from: number, to: number): Span {
  return spanOfRunText({ textSpan: span, traits }, from, to);
}

function isInCode({ traits }: OwnText, from: number, to: number): boolean {
  return traits.runs.some(
    (run) => run.markup.includes('code') && run.at < to && from < run.at + run.text.length,
  );
}

/** A place that a program fills in: `{{count}}`, `{name}`, `%{name}`, `${name}`, `%1$s`, `%d`, `{0}`. */
const placeholder = /\{\{[^{}]*\}\}|[%$]?\{[^{}]*\}|%(?:\d+\$)?[sdif@]/g;

/** What `labelReader` found a text to be. */
export interface ReadLabel<Id> {
  readonly ids: readonly Id[];
  /** What stands where the label has a placeholder, by its name. */
  readonly values: ReadonlyMap<string, string>;
}

/** Looks texts up among labels; a placeholder stands for any words. */
export function labelReader<Id>(
  labels: Iterable<readonly [Id, string]>,
): (text: string) => ReadLabel<Id> | undefined {
  const plain = new Map<string, Id[]>();
  const filled: { id: Id; names: readonly string[]; pattern: RegExp }[] = [];
  for (const [id, text] of labels) {
    const names = text.match(placeholder);
    if (names === null) {
      const key = labelTextOf(text);
      plain.set(key, [...(plain.get(key) ?? []), id]);
    } else if (/\p{L}{2}/u.test(text.replaceAll(placeholder, ''))) {
      filled.push({ id, names, pattern: patternOf(text) });
    }
  }
  return (text) => {
    const label = labelTextOf(text);
    const ids = plain.get(label);
    if (ids !== undefined) return { ids, values: new Map() };
    for (const { id, names, pattern } of filled) {
      const match = pattern.exec(label);
      if (match === null) continue;
      return { ids: [id], values: new Map(names.map((name, at) => [name, match[at + 1] ?? ''])) };
    }
    return undefined;
  };
}

function patternOf(text: string): RegExp {
  const parts = labelTextOf(text)
    .split(placeholder)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.{1,40})')}$`, 'u');
}

/** A label with the words that another language's has in its placeholders. */
export function fillLabel(label: string, values: ReadonlyMap<string, string>): string {
  return label.replaceAll(placeholder, (name) => values.get(name) ?? name);
}

/** True when a text is the label, whatever stands in its placeholders. */
export function isFilledLabel(text: string, label: string): boolean {
  return label.search(placeholder) !== -1 && patternOf(looseLabelOf(label)).test(looseLabelOf(text));
}
