import type { Message } from '../../../src/domain/messages/message-file.ts';
import { formPairs, isMostOf, listNames, messagePairs, relatedMessage } from './messages/message-pairs.ts';
import type { MessagesRule } from './rule.ts';

/** Finds messages that a translation leaves empty. */
export const emptyMessage: MessagesRule = {
  id: 'empty-message',
  on: 'messages',
  severity: 'warning',
  docs: {
    summary: 'A message is empty in a translation, and the source says something.',
    why: 'A button or a sentence shows nothing, or, where the program is set so, another language.',
    fix: 'Translate the message, or remove the key where another language may stand in.',
  },
  *check(context) {
    for (const pair of messagePairs(context)) {
      const found = Array.from(formPairs(pair)).filter(
        ({ form, counterpart }) => isEmpty(form.message) && !isEmpty(counterpart.message),
      );
      const ids = found.map(({ form }) => form.message.id);
      const { path, file } = pair.translation;
      const isOne = isMostOf(found.length, file.messages.length);
      for (const { form, counterpart } of isOne ? found.slice(0, 1) : found) {
        yield {
          message: isOne
            ? `${found.length} of ${file.messages.length} messages are empty: ${listNames(ids)}`
            : `Message \`${form.message.id}\` is empty`,
          help: isOne ? 'Translate the messages.' : 'Translate the message.',
          span: form.message.span,
          path,
          related: [relatedMessage(pair, counterpart.message)],
          data: { keys: isOne ? ids : [form.message.id] },
        };
      }
    }
  },
};

function isEmpty({ value, text }: Message): boolean {
  return value !== 'other' && text.trim() === '';
}
