import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { Span } from '../../../src/domain/document/page-document.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { findingsOf, type OwnPage, source } from './own-pages.ts';

/** A page with faults, and what the check has to say of each. */
export interface Damage {
  readonly text: string;
  /** Where the source page is another one too. */
  readonly sourceText?: string;
  readonly faults: readonly Fault[];
}

/** One fault of a damaged page. */
export interface Fault {
  /** Which step, section, country or label. */
  readonly what: string;
  /** Each of them is right; each is a list of findings. */
  readonly answers: readonly (readonly Expected[])[];
}

/** A fault inside one text: pages can have several of them that know nothing of each other. */
export interface LocalFault {
  readonly what: string;
  readonly edits: readonly Edit[];
  /** Offsets in the page with these edits alone. */
  readonly from: number;
  readonly to: number;
  /** True where the finding may be smaller. */
  readonly isWithin?: boolean;
  /** Any of them is right. */
  readonly rules: readonly string[];
  /** Any of them is right; none where the rule looks at the page alone. */
  readonly counterparts: readonly Span[];
}

/** A finding as it has to be. */
export interface Expected {
  readonly rule: string;
  /** Default: the translation. */
  readonly path?: string;
  readonly place: Place;
  /** Where `related` has to point in the source, in any order; empty where the fault has no counterpart. */
  readonly counterparts: readonly Place[];
  /** What `data` has to hold. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Where a finding has to be. */
export type Place =
  /** Just there. */
  | { readonly kind: 'at'; readonly span: Span }
  /** Nothing else, and something of it. */
  | { readonly kind: 'within'; readonly from: number; readonly to: number }
  /** An empty place from one offset to another. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number };

/** A way to damage a page. */
export interface Way {
  /** Goes on: "sees …". */
  readonly name: string;
  /** Locales in which the check misses some of it, or says more than there is to say. */
  readonly missedIn?: readonly string[];
  readonly damage: (page: OwnPage) => readonly Damage[];
}

/** One place of a text that gets other words. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with all edits, which must not overlap; one may put words in at either end of another. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    result += text.slice(end, edit.from) + edit.text;
    end = Math.max(end, edit.to);
  }
  return result + text.slice(end);
}

/** The place of a span. */
export function at(span: Span): Place {
  return { kind: 'at', span };
}

/** The place between two offsets of a text. */
export function exactly(text: string, from: number, to: number): Place {
  return { kind: 'at', span: indexLines(text).spanOf(from, to) };
}

/** Somewhere in a span. */
export function within({ start, end }: Span): Place {
  return { kind: 'within', from: start.offset, to: end.offset };
}

/** The empty place between what precedes and what follows. */
export function between(before: Span | undefined, after: Span | undefined): Place {
  const from = before?.end.offset ?? after?.start.offset ?? 0;
  return { kind: 'gap', from, to: Math.max(from, after?.start.offset ?? from) };
}

/** So many pages share the faults of different lines: a page with a fault in every line is no translation any more. */
const pagesPerRound = 2;

/** Pages with these faults, each of them in one page, and no two of a page in the same line. */
export function damagedTogether(page: OwnPage, faults: readonly LocalFault[]): readonly Damage[] {
  const rounds = new Map<number, LocalFault[]>();
  const lines = indexLines(page.text);
  const byLine = Map.groupBy(faults, (fault) => lines.spanOf(startOf(fault), startOf(fault)).start.line);
  for (const [line, inLine] of [...byLine.values()].entries()) {
    for (const [n, fault] of inLine.entries()) {
      const round = n * pagesPerRound + (line % pagesPerRound);
      rounds.set(round, [...(rounds.get(round) ?? []), fault]);
    }
  }
  return [...rounds.values()].map((round): Damage => {
    const text = edited(
      page.text,
      round.flatMap(({ edits }) => edits),
    );
    return { text, faults: round.map((fault) => placed(fault, text, round)) };
  });
}

function startOf({ edits }: LocalFault): number {
  return Math.min(...edits.map(({ from }) => from));
}

function placed(fault: LocalFault, text: string, all: readonly LocalFault[]): Fault {
  const before = all.filter((other) => startOf(other) < startOf(fault)).flatMap(({ edits }) => edits);
  const shift = before.reduce((sum, edit) => sum + edit.text.length - (edit.to - edit.from), 0);
  const [from, to] = [fault.from + shift, fault.to + shift];
  const place: Place = fault.isWithin === true ? { kind: 'within', from, to } : exactly(text, from, to);
  const counterparts = fault.counterparts.length === 0 ? [[]] : fault.counterparts.map((span) => [at(span)]);
  return {
    what: fault.what,
    answers: fault.rules.flatMap((rule) =>
      counterparts.map((ofOne) => [{ rule, place, counterparts: ofOne }]),
    ),
  };
}

/** How well the check saw a fault: `elsewhere` is the right rule at another place, or with another counterpart. */
export type Sight = 'exact' | 'elsewhere' | 'missed';

/** What came of a check. */
export interface Verdict {
  readonly faults: readonly { readonly what: string; readonly sight: Sight }[];
  /** What it said besides; notes are no alarm, and left out. */
  readonly noise: readonly string[];
}

/** Runs the check over a damaged page. */
export function judge(page: OwnPage, { text, sourceText, faults }: Damage): Verdict {
  const known = saidOfUntouched(page);
  const findings = findingsOf(page, text, sourceText).filter((finding) => !known.has(nameOf(finding)));
  const open = new Set(findings);
  const judged = faults.map(({ what, answers }) => {
    const found = answers.map((answer) => answer.map((one) => findings.find((f) => isAnswer(f, one, page))));
    const whole = found.find((ofAnswer) => ofAnswer.every((finding) => finding !== undefined));
    for (const finding of whole ?? []) if (finding !== undefined) open.delete(finding);
    const isNamed = answers.some((answer) =>
      answer.every((one) => findings.some(({ rule }) => rule === one.rule)),
    );
    const sight: Sight = whole !== undefined ? 'exact' : isNamed ? 'elsewhere' : 'missed';
    return { what, sight };
  });
  return { faults: judged, noise: [...open].filter(({ severity }) => severity !== 'note').map(describe) };
}

/** A fault of the page as it is would hide in every damage; the test of untouched pages tells it. */
function saidOfUntouched(page: OwnPage): ReadonlySet<string> {
  const known = untouched.get(page) ?? new Set(findingsOf(page, page.text).map(nameOf));
  untouched.set(page, known);
  return known;
}

const untouched = new Map<OwnPage, ReadonlySet<string>>();

function nameOf({ rule, path, message }: Finding): string {
  return `${rule} ${path} ${message}`;
}

/** The faults that the check does not see as it should, and what it says without reason. */
export function unseen(page: OwnPage, damages: readonly Damage[]): readonly string[] {
  return damages.flatMap((damage) => {
    const { faults, noise } = judge(page, damage);
    const lost = faults
      .filter(({ sight }) => sight !== 'exact')
      .map(({ what, sight }) => `${what}: ${sight}`);
    if (lost.length + noise.length === 0) return [];
    const names = faults.map(({ what }) => what).join(', ');
    return [
      [...lost, ...noise.map((said) => `${faults.length > 3 ? '' : `${names}: `}it said ${said}`)].join('; '),
    ];
  });
}

function isAnswer(finding: Finding, expected: Expected, page: OwnPage): boolean {
  const places = finding.related.filter(({ path }) => path === source.path);
  return (
    finding.rule === expected.rule &&
    finding.path === (expected.path ?? page.path) &&
    isAt(finding.range, expected.place) &&
    expected.counterparts.every((place) => places.some(({ range }) => isAt(range, place))) &&
    Object.entries(expected.data ?? {}).every(
      ([key, value]) => JSON.stringify(finding.data[key]) === JSON.stringify(value),
    )
  );
}

function isAt({ start, end }: Finding['range'], place: Place): boolean {
  switch (place.kind) {
    case 'at':
      return start.offset === place.span.start.offset && end.offset === place.span.end.offset;
    case 'within':
      return place.from <= start.offset && end.offset <= place.to && start.offset < end.offset;
    case 'gap':
      return start.offset === end.offset && place.from <= start.offset && start.offset <= place.to;
  }
}

function describe({ rule, severity, message, range, related }: Finding): string {
  const places = related.map((place) => `${place.range.start.line}:${place.range.start.column}`).join(', ');
  const { start, end } = range;
  return `${severity} ${rule} ${start.line}:${start.column}-${end.line}:${end.column} (${places}) ${message}`;
}
