import { compareKeys } from './messages/compare-keys.ts';
import { isMostOf, listNames, messagePairs } from './messages/message-pairs.ts';
import type { MessagesRule } from './rule.ts';

/** Finds messages that a translation has and the source does not. */
export const extraMessage: MessagesRule = {
  id: 'extra-message',
  on: 'messages',
  severity: 'warning',
  docs: {
    summary: 'A translation has a message, or a group of them, that the source does not have.',
    why: 'Nothing shows it: the source has dropped it, or the key is misspelt and the right one is missing.',
    fix: 'Remove it, or give it the key that the source has.',
  },
  *check(context) {
    for (const pair of messagePairs(context)) {
      const { extra } = compareKeys(pair);
      const { path } = pair.translation;
      const ids = extra.flatMap((each) => each.ids);
      const [first] = extra;
      if (first !== undefined && extra.length > 1 && isMostOf(ids.length, pair.units.size)) {
        yield {
          message: `${ids.length} of ${pair.units.size} messages are none of the source's: ${listNames(ids)}`,
          help: 'Remove what the source has dropped, and look whether the two files belong together.',
          span: first.item.keySpan,
          path,
          related: [{ label: 'the source', path: pair.source.path, span: pair.source.file.root.keySpan }],
          data: { keys: ids },
        };
        continue;
      }
      for (const { item, ids: own } of extra) {
        const what =
          item.kind === 'group'
            ? `Group \`${item.id}\` with ${own.length} message${own.length === 1 ? '' : 's'}`
            : `Message ${listNames(own)}`;
        yield {
          message: `${what} is not in the source`,
          help: 'Remove it, or give it the key that the source has.',
          span: item.keySpan.start.offset === item.keySpan.end.offset ? item.span : item.keySpan,
          path,
          related: [{ label: 'the source', path: pair.source.path, span: pair.source.file.root.keySpan }],
          data: { keys: own },
        };
      }
    }
  },
};
