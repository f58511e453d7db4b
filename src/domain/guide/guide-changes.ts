import record from './guide-changes.json' with { type: 'json' };

/** The name of a change that readers are told of: `news.` before it is the message. */
export type ChangeId = keyof typeof record.changes;

/** Something new in the guide: a page, or a change of one. */
export type GuideChange =
  | { readonly kind: 'published'; readonly page: string; readonly date: Date }
  | {
      readonly kind: 'changed';
      readonly id: ChangeId;
      readonly page: string;
      /** The id of the place in the page. */
      readonly anchor: string;
      readonly date: Date;
    };

/**
 * What is new in the pages, last first; days are midnight UTC. What is worth telling is written down in
 * `guide-changes.json` by hand: not every commit is. A page that is not in it yet is taken as published on its own date.
 * @example guideChanges([{ key: 'agreements', date }])
 * // => [{ kind: 'published', page: 'agreements', date: new Date('2026-11-26') }]
 */
export function guideChanges(pages: readonly { readonly key: string; readonly date: Date }[]): GuideChange[] {
  const published: Readonly<Record<string, string>> = record.published;
  const found = pages.map(({ key, date }): GuideChange => {
    const day = published[key];
    return { kind: 'published', page: key, date: day === undefined ? date : new Date(day) };
  });
  const keys = new Set(pages.map(({ key }) => key));
  for (const [id, change] of Object.entries(record.changes)) {
    if (!keys.has(change.page)) continue;
    found.push({ kind: 'changed', ...change, id: id as ChangeId, date: new Date(change.date) });
  }
  // Of one day, what was written down last comes first.
  return found.toReversed().toSorted((first, second) => second.date.getTime() - first.date.getTime());
}
