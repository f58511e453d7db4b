import type { PageRule, PinnedRevision } from './rule.ts';

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
      message: `The source has changed since this was translated${detailsOf(revision)}`,
      help: `Bring the page up to date, then run \`lockstep stamp ${page.path}\`.`,
      span: revision?.span ?? { start, end: start },
      related: revision
        ? [
            {
              label: revision.changedLines === undefined ? 'the source' : 'first change in the source',
              path: revision.sourcePath,
              span: revision.firstChange,
            },
          ]
        : [],
      data: {
        pin: revision?.pin ?? null,
        changedLines: revision?.changedLines ?? null,
        lastCommit: revision?.lastCommit ?? null,
      },
    };
  },
};

function detailsOf(revision: PinnedRevision | undefined): string {
  const details: string[] = [];
  const lines = revision?.changedLines;
  if (lines !== undefined) details.push(lines === 1 ? '1 line differs' : `${lines} lines differ`);
  const commit = revision?.lastCommit;
  if (commit !== undefined) details.push(`last in commit ${commit.id} of ${commit.date}`);
  return details.length === 0 ? '' : `: ${details.join(', ')}`;
}
