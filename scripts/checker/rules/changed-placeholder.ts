import type { Message, Placeholder } from '../../../src/domain/messages/message-file.ts';
import { bareName, comparePlaceholders, isBlock, writtenAs } from './messages/compare-placeholders.ts';
import {
  type FormPair,
  formPairs,
  listNames,
  type MessagePair,
  messagePairs,
  relatedMessage,
} from './messages/message-pairs.ts';
import { pluralsWithoutNumber } from './messages/plurals-without-number.ts';
import { strangeOptions } from './messages/strange-options.ts';
import type { Draft, DraftFix, MessagesRule } from './rule.ts';

/** Finds placeholders and nested messages that a translation has lost, renamed or invented. */
export const changedPlaceholder: MessagesRule = {
  id: 'changed-placeholder',
  on: 'messages',
  severity: 'error',
  docs: {
    summary:
      'A placeholder or a nested message is missing in a translation, or is there under a name that the source does not have.',
    why: 'The program fills in what the source names: a renamed placeholder is shown as it stands or as nothing, a missing one keeps a value from the reader.',
    fix: 'Write placeholders as the source does, names and signs included, wherever the language needs them in the sentence.',
  },
  *check(context) {
    for (const pair of messagePairs(context)) {
      for (const both of formPairs(pair)) {
        const { message } = both.form;
        if (message.text.trim() === '' || both.counterpart.message.text === '') continue;
        if ((message.problem ?? both.counterpart.message.problem) !== undefined) continue;
        for (const draft of changesOf(both, pair)) yield { ...draft, path: pair.translation.path };
        for (const draft of strangeOptions(both, pair)) yield { ...draft, path: pair.translation.path };
      }
      for (const draft of pluralsWithoutNumber(pair)) yield { ...draft, path: pair.translation.path };
    }
  },
};

function* changesOf(both: FormPair, pair: MessagePair): Iterable<Draft> {
  const { message } = both.form;
  const source = both.counterpart.message;
  if (message.placeholders.length === 0 && source.placeholders.length === 0) return;
  const { renamed, damaged, missing, extra, retyped } = comparePlaceholders(both);
  const related = [relatedMessage(pair, source)];
  const key = message.id;
  for (const { found, source: expected, isOnly } of renamed) {
    const [here, there] = [writtenAs(message.text, found), writtenAs(source.text, expected)];
    yield {
      message: `\`${here}\` is not a placeholder of the source, which has \`${there}\``,
      help: `Write \`${there}\`.`,
      span: spanOf(message, found),
      related,
      data: { key, found: found.name, expected: expected.name },
      fix: {
        title: `Write \`${there}\``,
        safety: isOnly ? 'safe' : 'unsafe',
        edits: message.placeholders
          .filter(({ name }) => name === found.name)
          .map((each) => renaming(message, each, source, expected)),
      },
    };
  }
  for (const { from, to, source: expected } of damaged) {
    const found = message.text.slice(from, to);
    const there = writtenAs(source.text, expected);
    const isQuoted = found === there && message.text[from - 1] === "'";
    const span = isQuoted ? message.spanAt(from - 1, from) : message.spanAt(from, to);
    yield {
      message: isQuoted
        ? `The apostrophe quotes \`${found}\`, which is then no placeholder`
        : `\`${found}\` is not a placeholder, the source has \`${there}\``,
      help: isQuoted ? "Write two apostrophes, `''`, or a typographic one." : `Write \`${there}\`.`,
      span,
      related,
      data: { key, found, expected: expected.name },
      fix: {
        title: isQuoted ? 'Double the apostrophe' : `Write \`${there}\``,
        safety: 'safe',
        edits: [{ span, text: isQuoted ? "''" : escaped(source.text.slice(expected.from, expected.to)) }],
      },
    };
  }
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name);
    yield {
      message: `\`${key}\` lacks ${listNames(missing.map((each) => writtenAs(source.text, each)))}`,
      help: `Put ${names.length === 1 ? 'it' : 'them'} where the sentence needs ${names.length === 1 ? 'it' : 'them'}.`,
      span: message.span,
      // A sentence may do without a value; a program that counts its values breaks.
      severity: missing.some(({ kind }) => kind === 'loose') ? 'error' : 'warning',
      related,
      data: { key, missing: names },
    };
  }
  for (const found of extra.slice(0, mostTold)) {
    yield {
      message: `\`${writtenAs(message.text, found)}\` is not a placeholder of the source`,
      help: 'Remove it, or write the placeholder that the source has.',
      span: spanOf(message, found),
      related,
      data: { key, found: found.name },
    };
  }
  for (const { found, source: expected } of retyped) {
    const [here, there] = [
      message.text.slice(found.from, found.to),
      source.text.slice(expected.from, expected.to),
    ];
    yield {
      message: `\`${here}\` formats another kind of value than the source's \`${there}\``,
      help: `Write \`${there}\`, or number the placeholders where the language needs another order, such as \`%2$s\`.`,
      span: message.spanAt(found.from, found.to),
      severity: 'warning',
      related,
      data: { key, found: here, expected: there },
    };
  }
}

/** Of one message. */
const mostTold = 20;

/** Of `{n, plural, …}` the name alone. */
function spanOf(message: Message, { name, from, to }: Placeholder): Draft['span'] {
  const written = message.text.slice(from, to);
  const at = isBlock(written) ? written.indexOf(bareName(name)) : -1;
  return at === -1 ? message.spanAt(from, to) : message.spanAt(from + at, from + at + bareName(name).length);
}

/** Where a block is on either side, its name alone is replaced. */
function renaming(
  message: Message,
  found: Placeholder,
  source: Message,
  expected: Placeholder,
): DraftFix['edits'][number] {
  const [here, there] = [
    message.text.slice(found.from, found.to),
    source.text.slice(expected.from, expected.to),
  ];
  if (isBlock(here)) return { span: spanOf(message, found), text: escaped(bareName(expected.name)) };
  return {
    span: message.spanAt(found.from, found.to),
    text: escaped(isBlock(there) ? expected.name : there),
  };
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
