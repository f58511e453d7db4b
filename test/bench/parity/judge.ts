import type { PageDocument, Section } from '../../../src/domain/document/page-document.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { Range } from '../../mutations/edit-text.ts';

/**
 * How near the finding is: at a line of the change, in its section, somewhere else; another rule in its section says
 * something; nothing is said there.
 */
export const sights = ['line', 'section', 'elsewhere', 'other rule', 'silent'] as const;

/** One of `sights`. */
export type Sight = (typeof sights)[number];

/** What the check says of one mutation. */
export interface Judgement {
  readonly sight: Sight;
  /** Lines between the change and the nearest finding, 0 at its own; `undefined` where nothing is found in the page. */
  readonly distance: number | undefined;
  /** True where the nearest finding is a note only. */
  readonly isNote: boolean;
  /** What it says beyond what there is to say. */
  readonly extra: readonly Finding[];
  /** Everything that it did not say before. */
  readonly said: readonly Finding[];
}

/** What a mutation is judged by. */
export interface Expectation {
  readonly path: string;
  /** The changed page. */
  readonly after: PageDocument;
  /** In the changed page. */
  readonly places: readonly Range[];
  readonly rules: readonly string[];
  /** How many findings are no more than there is to say. */
  readonly findings: number;
  /** True where each place needs its own finding; nine in ten are enough. */
  readonly isEverywhere: boolean;
}

/** The findings that were not there before; one that only moved was. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const fingerprints = new Set(before.map(({ fingerprint }) => fingerprint));
  const kept = new Set(after.map(({ fingerprint }) => fingerprint));
  const open = Map.groupBy(
    before.filter(({ fingerprint }) => !kept.has(fingerprint)),
    nameOf,
  );
  return after
    .filter(({ fingerprint }) => !fingerprints.has(fingerprint))
    .filter((finding) => open.get(nameOf(finding))?.pop() === undefined);
}

/** A message may quote a list marker, which changes with the steps before it. */
function nameOf({ rule, path, message }: Finding): string {
  return `${rule} ${path} ${message.replaceAll(/`(?:\d+[.)]|[-*+]) */g, '`')}`;
}

/** How well new findings tell a fault. */
export function judge(said: readonly Finding[], expectation: Expectation): Judgement {
  const { rules, findings } = expectation;
  const ranked = said.map((finding) => ({ finding, nearness: nearnessOf(finding, expectation) }));
  const answers = ranked
    .filter(({ finding }) => rules.includes(finding.rule))
    .toSorted((one, other) => one.nearness - other.nearness);
  const [nearest] = answers;
  const told = new Set(answers.slice(0, findings).map(({ finding }) => finding));
  const extra = said.filter((finding) => !told.has(finding));
  if (nearest === undefined) {
    const isNear = ranked.some(({ nearness }) => nearness < 2);
    return { sight: isNear ? 'other rule' : 'silent', distance: undefined, isNote: false, extra, said };
  }
  const hits = answers.map(({ finding }) => finding);
  const isWhole = !expectation.isEverywhere || shareOfPlaces(hits, expectation) >= 0.9;
  const sight = nearest.nearness === 0 && !isWhole ? 'section' : (sights[nearest.nearness] ?? 'elsewhere');
  const distance = distanceOf(hits, expectation);
  return { sight, distance, isNote: nearest.finding.severity === 'note', extra, said };
}

function distanceOf(hits: readonly Finding[], { path, places, after }: Expectation): number | undefined {
  const { text } = after;
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const lines = places.map(({ from, to }) => ({ first: lineAt(from), last: lineAt(Math.max(to - 1, from)) }));
  const distances = hits
    .filter((hit) => hit.path === path)
    .flatMap(({ range: { start } }) =>
      lines.map(({ first, last }) => Math.max(first - start.line, start.line - last, 0)),
    );
  return distances.length === 0 ? undefined : Math.min(...distances);
}

function nearnessOf({ path, range }: Finding, { path: own, after, places }: Expectation): 0 | 1 | 2 {
  if (path !== own) return 2;
  if (places.some((place) => isAtLines(range, place, after))) return 0;
  const section = sectionAt(after, range.start.offset);
  const isNear = places.some(
    ({ from, to }) => sectionAt(after, from) === section || sectionAt(after, to) === section,
  );
  return isNear ? 1 : 2;
}

/** A finding may cover more lines than the change, such as a whole section; it is at the line where it begins. */
function isAtLines({ start }: Finding['range'], { from, to }: Range, { text }: PageDocument): boolean {
  const first = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', Math.max(to - 1, from));
  return first <= start.offset && start.offset <= (end === -1 ? text.length : end);
}

function sectionAt({ root, sections }: PageDocument, offset: number): Section {
  return sections.findLast(({ span, heading }) => (heading?.span ?? span).start.offset <= offset) ?? root;
}

/** A finding on words leaves out the full stop, quotes and markers behind the last one. */
const closingSigns = 8;

function shareOfPlaces(hits: readonly Finding[], { places, after }: Expectation): number {
  // One finding may tell of many places in a row.
  const seen = places.filter((place) =>
    hits.some(
      ({ range }) =>
        isAtLines(range, place, after) ||
        (range.start.offset <= place.from && place.to <= range.end.offset + closingSigns),
    ),
  );
  return seen.length / Math.max(places.length, 1);
}
