import type { PageChange } from './page-drift.ts';
import type { ReportedPage } from './report.ts';

/** A change of the source that a translation does not have yet, and where in the translation it belongs. */
export interface PlacedChange {
  readonly change: PageChange;
  /** The id of the step that says it, or else of the section; `null` above the first section. */
  readonly anchor: string | null;
  readonly isAtStep: boolean;
}

/**
 * What a translation lacks of its source, in the source's order: empty where nothing has changed, where only the form
 * has, and where the translation has it already. `text` is the translation's own file: steps are known by their ids
 * there, as their numbers may be other ones in the source.
 */
export function placeChanges(page: ReportedPage, text: string): PlacedChange[] {
  const { drift, alignment } = page;
  if (drift === undefined || drift.cosmetic) return [];
  const steps = (alignment?.pairs ?? [])
    .filter(({ kind }) => kind === 'step')
    .flatMap(({ translation }) => translation)
    .map(({ start, end }) => ({
      start: start.offset,
      end: end.offset,
      id: /\{\/\*\s*#(?<id>[\p{L}\p{N}_-]+)\s*\*\/\}/u.exec(text.slice(start.offset, end.offset))?.groups?.[
        'id'
      ],
    }));
  return (drift.changes ?? [])
    .filter(({ inTranslation }) => !inTranslation)
    .map((change) => {
      const at = change.translation?.start.offset;
      const step = steps.find(({ start, end }) => at !== undefined && start <= at && at < end);
      return step?.id === undefined
        ? { change, anchor: change.section?.anchor ?? null, isAtStep: false }
        : { change, anchor: step.id, isAtStep: true };
    });
}
