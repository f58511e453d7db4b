import type { Choice } from '../../../../src/domain/messages/message-file.ts';
import type { Draft } from '../rule.ts';
import { type FormPair, listNames, type MessagePair, relatedMessage } from './message-pairs.ts';

/** Options of a choice by a word that the source does not have: its names are the program's, not the reader's. */
export function* strangeOptions({ form, counterpart }: FormPair, pair: MessagePair): Iterable<Draft> {
  const { message } = form;
  for (const { argument, options } of message.choices) {
    const known = optionsOf(counterpart.message.choices, argument);
    if (known.size === 0) continue;
    const names = [...known];
    for (const { name, from } of options) {
      if (known.has(name)) continue;
      // The name stands before the brace where the option begins.
      const at = message.text.lastIndexOf(name, from);
      yield {
        message: `\`${name}\` is not a choice by \`${argument}\` in the source, which has ${listNames(names)}`,
        help: "Write the source's word; it names what the program says and is not shown.",
        span: at === -1 ? message.span : message.spanAt(at, at + name.length),
        related: [relatedMessage(pair, counterpart.message)],
        data: { key: message.id, argument, found: name, expected: names },
      };
    }
  }
}

function optionsOf(choices: readonly Choice[], argument: string): ReadonlySet<string> {
  const own = choices.filter((choice) => choice.argument === argument);
  return new Set(own.flatMap(({ options }) => options.map(({ name }) => name)));
}
