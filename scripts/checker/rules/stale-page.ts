import { isAllInTranslation, type SourceDrift } from '../drift/source-drift.ts';
import type { Draft, PageRule, PinnedRevision } from './rule.ts';

/** Finds translations of a source that has changed since. */
export const stalePage: PageRule = {
  id: 'stale-page',
  on: 'page',
  severity: 'warning',
  docs: {
    summary: 'The source has changed since the translation was made.',
    why: 'Readers of the translation follow guidance that is no longer given.',
    fix: 'Bring the translation up to date with the source, then run `lockstep stamp` on it.',
  },
  *check({ page }) {
    if (page.state !== 'behind') return;
    const { revision } = page;
    const start = { line: 1, column: 1, offset: 0 };
    yield {
      ...wordsFor(revision, page.path),
      ...(revision && { confidence: revision.certainty }),
      span: revision?.span ?? { start, end: start },
      related: revision ? [changeIn(revision)] : [],
      data: {
        pin: revision?.pin ?? null,
        changedLines: revision?.changedLines ?? null,
        lastCommit: revision?.lastCommit ?? null,
        behindSince: revision?.behindSince ?? null,
        commitsBehind: revision?.commitsBehind ?? null,
        known: revision?.known ?? null,
        sections: revision?.sections ?? [],
        ...driftData(revision?.drift),
      },
    };
  },
};

/** What a translator has nothing to do about is a note: the page is right, and its pin is old. */
function wordsFor(
  revision: PinnedRevision | undefined,
  path: string,
): Pick<Draft, 'message' | 'help' | 'severity'> {
  const drift = revision?.drift;
  const known = revision?.known ?? 'pin';
  // A page whose history tells has no pin to stamp.
  const stamp = known === 'history' ? 'commit it' : `run \`lockstep stamp ${path}\``;
  if (drift?.isCosmetic) {
    return {
      message: `Only the form of the source has changed since this was translated${evidence[known]}`,
      help:
        known === 'history'
          ? 'There is nothing to translate.'
          : `Run \`lockstep stamp ${path}\`; there is nothing to translate.`,
      severity: 'note',
    };
  }
  if (drift !== undefined && isAllInTranslation(drift)) {
    return {
      message: `The source has changed since this was ${known === 'history' ? 'translated' : 'stamped'}${evidence[known]}, and this has the same: ${drift.summary.text}`,
      help: `Look the page over, then ${stamp}.`,
      severity: 'note',
    };
  }
  return {
    message: `The source has changed since this was translated${evidence[known]}${detailsOf(revision)}`,
    help: `Bring the page up to date, then ${stamp}.`,
  };
}

/** What is said where the page does not say itself which text it was made from. */
const evidence = {
  pin: '',
  hash: '',
  history: ', as far as its history in git tells',
  date: ', as far as its date tells',
} as const;

function detailsOf(revision: PinnedRevision | undefined): string {
  if (revision === undefined) return '';
  const { drift, changedLines, behindSince, lastCommit } = revision;
  const details: string[] = [];
  if (drift !== undefined && drift.changes.length > 0) details.push(drift.summary.text);
  else if (changedLines !== undefined) {
    details.push(changedLines === 1 ? '1 line differs' : `${changedLines} lines differ`);
  }
  const behind = revision.sections.filter(({ state }) => state === 'behind');
  if (behind.length > 0) {
    const lines = behind.map(({ line }) => line).join(', ');
    details.push(`in the ${behind.length === 1 ? 'section' : 'sections'} pinned in line ${lines}`);
  }
  if (behindSince !== undefined) details.push(`since ${behindSince.date} (${behindSince.id})`);
  else if (lastCommit !== undefined) details.push(`last in commit ${lastCommit.id} of ${lastCommit.date}`);
  const separator = behindSince === undefined ? ', ' : ' ';
  return details.length === 0 ? '' : `: ${details.join(separator)}`;
}

function changeIn({
  drift,
  changedLines,
  sourcePath,
  firstChange,
}: PinnedRevision): NonNullable<Draft['related']>[number] {
  return {
    label: changedLines === undefined ? 'the source' : 'first change in the source',
    path: sourcePath,
    span: drift?.changes[0]?.range ?? firstChange,
  };
}

function driftData(drift: SourceDrift | undefined): Draft['data'] {
  if (drift === undefined) return { changes: null };
  const { added, removed, changed, moved, wordsAdded, wordsRemoved } = drift.summary;
  return {
    changes: { added, removed, changed, moved, wordsAdded, wordsRemoved },
    cosmetic: drift.isCosmetic,
    inTranslation: isAllInTranslation(drift),
  };
}
