import type { FamilyRule } from './rule.ts';

/** Finds translations whose source page is gone. */
export const orphanPage: FamilyRule = {
  id: 'orphan-page',
  on: 'family',
  severity: 'warning',
  docs: {
    summary: 'A translation has no source page.',
    why: 'Nobody maintains it: the source was deleted or renamed, and this page stayed.',
    fix: 'Delete it, or give it the name that its source has now.',
  },
  *check({ expected, pages }) {
    for (const page of expected) {
      if (!page.exists || page.source !== undefined) continue;
      // A file that cannot be read may be no page at all: that it is so is said already.
      if (pages.some(({ path, state }) => path === page.path && state === 'unreadable')) continue;
      yield {
        message: `\`${page.key}\` in \`${page.locale}\` has no source page`,
        help: 'Delete the page, or rename it as its source is named now.',
        span: { start, end: start },
        path: page.path,
        data: { key: page.key },
      };
    }
  },
};

const start = { line: 1, column: 1, offset: 0 };
