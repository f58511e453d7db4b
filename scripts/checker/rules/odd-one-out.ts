import { findLostOfOldSource, findLostOfSource } from './consensus/beside-source.ts';
import { findOddities } from './consensus/find-oddities.ts';
import type { Oddity } from './consensus/oddity.ts';
import { groupPages, type PageGroup } from './consensus/page-group.ts';
import { quoteAll } from './consensus/wording.ts';
import type { Draft, FamilyRule } from './rule.ts';

/** Finds what one translation lacks, or has otherwise, where most translations of the same text agree. */
export const oddOneOut: FamilyRule = {
  id: 'odd-one-out',
  on: 'family',
  severity: 'error',
  docs: {
    summary:
      'One translation differs in structure from the others that were made from the same text, or the source from all.',
    why: 'Where the source is not at hand, the other languages tell what a reader of this one misses.',
    fix: 'Look at the source, and make this page say what it says.',
  },
  *check({ pages, pairs, product, pinKey }) {
    if (pairs.length > 0) {
      for (const { group, oddity } of findLostOfOldSource(pairs, pinKey)) yield draftOf(group, oddity);
      yield* findLostOfSource(pairs);
      return;
    }
    const translations = pages.filter((page) => !page.isSource && page.state !== 'unreadable');
    for (const group of groupPages(translations, pinKey)) {
      for (const oddity of findOddities(group, product.sourceLocale)) yield draftOf(group, oddity);
    }
  },
};

function draftOf(group: PageGroup, oddity: Oddity): Draft {
  const { page, holders, words } = oddity;
  const localeOf = (at: number): string => group.pages[at]?.locale ?? '';
  const pathOf = (at: number): string => group.pages[at]?.path ?? '';
  return {
    message: `\`${localeOf(page)}\` ${words.odd} ${quoteAll(holders.map(localeOf))} ${words.others}`,
    help: oddity.help,
    span: oddity.span,
    path: pathOf(page),
    severity: group.isClaimed ? oddity.severity : lighter[oddity.severity],
    confidence: oddity.confidence * (1 - 0.2 / holders.length) * (group.isClaimed ? 1 : 0.7),
    related: oddity.related.map(({ page: at, span }) => ({ label: localeOf(at), path: pathOf(at), span })),
    data: { ...oddity.data, locales: holders.map(localeOf) },
  };
}

/** Pages that do not say what they were made from may be of two revisions. */
const lighter = { error: 'warning', warning: 'note', note: 'note' } as const;
