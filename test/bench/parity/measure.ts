import type { Finding } from '../../../src/domain/report/report.ts';
import { changedPage } from '../../mutations/changed-page.ts';
import type { MutationKind, ParityPair } from '../../mutations/mutation.ts';
import { shuffled } from '../../mutations/random.ts';
import { countingSays } from './counting.ts';
import { type Judgement, judge, newFindings } from './judge.ts';
import type { ParityCorpus } from './pairs.ts';

/** What came of one mutation. */
export interface Outcome extends Judgement {
  readonly kind: MutationKind;
  readonly pair: ParityPair;
  readonly what: string;
  /** Whether plain counting says something of it that it did not say before. */
  readonly isCounted: boolean;
}

/** What was measured on one corpus. */
export interface Measurement {
  readonly name: string;
  readonly pairs: readonly ParityPair[];
  readonly untouched: Untouched;
  readonly outcomes: readonly Outcome[];
  /** Mutations that did not do what they say, by the name of their kind. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** What is said of the pages as they are, the sample and all others. */
export interface Untouched {
  readonly pairs: number;
  readonly findings: readonly Finding[];
  /** How many of the sample plain counting complains of. */
  readonly counted: number;
}

/** Mutations of a kind and page that may fail before the next kind is tried. */
const mostFailures = 4;

/** Mutates each page in every way, and checks it before and after. */
export function measureCorpus(
  { name, pairs, each, check, checkAll }: ParityCorpus,
  kinds: readonly MutationKind[],
  seed: string,
): Measurement {
  const skipped = new Map<string, number>();
  const outcomes: Outcome[] = [];
  for (const pair of pairs) {
    const before = check(pair, pair.translation.text);
    const counted = new Set(countingSays(pair.source.document, pair.translation.document));
    for (const kind of kinds) {
      const candidates = shuffled(kind.mutationsOf(pair), `${seed} ${pair.translation.path} ${kind.name}`);
      let done = 0;
      let failures = 0;
      for (const mutation of candidates) {
        if (done === each || failures === mostFailures) break;
        const changed = changedPage(pair, mutation);
        if (changed === undefined) {
          failures += 1;
          skipped.set(kind.name, (skipped.get(kind.name) ?? 0) + 1);
          continue;
        }
        done += 1;
        const said = newFindings(before, check(pair, changed.text));
        const { rules, findings = 1, isEverywhere = false } = kind;
        const { path } = pair.translation;
        const judgement = judge(said, { ...changed, path, rules, findings, isEverywhere });
        const isCounted = countingSays(pair.source.document, changed.after).some(
          (thing) => !counted.has(thing),
        );
        outcomes.push({ ...judgement, kind, pair, what: mutation.what, isCounted });
      }
    }
  }
  const counted = pairs.filter(
    ({ source, translation }) => countingSays(source.document, translation.document).length > 0,
  ).length;
  return { name, pairs, untouched: { ...checkAll(), counted }, outcomes, skipped };
}
