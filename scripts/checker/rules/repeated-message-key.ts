import type { MessagesRule } from './rule.ts';

/** Finds keys that an object of a file of messages has twice. */
export const repeatedMessageKey: MessagesRule = {
  id: 'repeated-message-key',
  on: 'messages',
  severity: 'error',
  docs: {
    summary: 'A key stands twice in one object of a file of messages.',
    why: 'JSON keeps the last: what stands under the first is never shown, and whoever edits it wonders why.',
    fix: 'Keep one of them, or give the other its own key.',
  },
  *check({ source, translations }) {
    for (const { path, file } of source === undefined ? translations : [source, ...translations]) {
      for (const { id, keySpan, firstKeySpan, isEqual } of file.repeats) {
        yield {
          message: isEqual
            ? `Key \`${id}\` is there twice with the same value`
            : `Key \`${id}\` is there twice, and only the last counts`,
          help: 'Keep one of them, or give the other its own key.',
          span: firstKeySpan,
          path,
          ...(isEqual && { severity: 'warning' }),
          related: [{ label: 'the last', path, span: keySpan }],
          data: { key: id, isEqual },
        };
      }
    }
  },
};
