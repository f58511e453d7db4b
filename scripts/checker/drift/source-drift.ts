import type { Alignment } from '../align/alignment.ts';
import { type DriftSummary, summariseDrift } from './describe-drift.ts';
import type { Drift, DriftChange } from './drift.ts';
import { isInTranslation } from './is-in-translation.ts';

/** How a source has gone on since a translation was made from it, and what of that the translation has. */
export interface SourceDrift extends Drift {
  readonly summary: DriftSummary;
  /** Changes that the translation certainly has already. */
  readonly inTranslation: ReadonlySet<DriftChange>;
}

/**
 * The drift of a source beside a translation.
 * @param locale BCP 47 of the source
 * @param alignment gives the alignment of the old source with the translation when it is asked for; none where they
 * could not be aligned
 */
export function sourceDriftOf(
  drift: Drift,
  locale: string,
  alignment: () => Alignment | undefined,
): SourceDrift {
  let summary: DriftSummary | undefined;
  let inTranslation: ReadonlySet<DriftChange> | undefined;
  return {
    ...drift,
    get summary() {
      return (summary ??= summariseDrift(drift.changes, locale));
    },
    get inTranslation() {
      return (inTranslation ??= changesIn(drift, alignment()));
    },
  };
}

/** True when the translation certainly has everything that changed. */
export function isAllInTranslation({ changes, inTranslation }: SourceDrift): boolean {
  return changes.length > 0 && inTranslation.size === changes.length;
}

function changesIn(drift: Drift, alignment: Alignment | undefined): ReadonlySet<DriftChange> {
  if (alignment === undefined) return new Set();
  return new Set(drift.changes.filter((change) => isInTranslation(change, drift, alignment)));
}
