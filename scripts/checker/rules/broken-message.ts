import type { Message } from '../../../src/domain/messages/message-file.ts';
import type { CheckedMessages, Draft, MessagesRule } from './rule.ts';

/** Finds messages that their format cannot read. */
export const brokenMessage: MessagesRule = {
  id: 'broken-message',
  on: 'messages',
  severity: 'error',
  docs: {
    summary:
      'A message in ICU MessageFormat cannot be read: a brace is not closed, or a form `other` is missing.',
    why: 'The program throws an error when it comes to this message, or shows it with its braces.',
    fix: "Correct the braces and forms as the source has them; a brace that is meant as a brace is quoted: `'{'`.",
  },
  *check({ source, translations }) {
    if (source !== undefined) yield* brokenIn(source, undefined);
    for (const translation of translations) yield* brokenIn(translation, source);
  },
};

function* brokenIn({ path, file }: CheckedMessages, source: CheckedMessages | undefined): Iterable<Draft> {
  for (const message of file.messages) {
    const { problem, text, span } = message;
    if (problem === undefined) continue;
    const counterpart = source?.file.byId.get(message.id);
    // What no language can read is no MessageFormat: an example with braces, say.
    if (counterpart?.problem !== undefined || (counterpart === undefined && !isMeantAsFormat(message)))
      continue;
    const place = message.spanAt(problem.from, problem.to);
    yield {
      message: `\`${message.id}\` cannot be read: ${problem.reason}`,
      help: 'Correct the braces and the forms; quote a brace that is meant as one.',
      span: problem.from < text.length || problem.from > 0 ? place : span,
      path,
      related:
        source === undefined || counterpart === undefined
          ? []
          : [{ label: 'the source', path: source.path, span: counterpart.span }],
      data: { key: message.id, reason: problem.reason },
    };
  }
}

function isMeantAsFormat({ text }: Message): boolean {
  return /\{\s{0,9}\w+\s{0,9},\s{0,9}(?:plural|select|selectordinal)\b/.test(text);
}
