import type { Point } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { MessageFile, MessageGroup } from '../../../src/domain/messages/message-file.ts';
import { groupUnits, pluralStems } from '../../../src/domain/messages/message-units.ts';
import { groupsById } from './messages/message-pairs.ts';
import { sayLacking } from './required/say-lacking.ts';
import type { MessagesRule } from './rule.ts';

/** Finds messages that the settings require and that not even the source has. */
export const missingRequiredMessage: MessagesRule = {
  id: 'missing-required-message',
  on: 'messages',
  severity: 'error',
  docs: {
    summary:
      'A source file of messages lacks messages that the `requiredMessages` of the settings name, or has them empty.',
    why: 'The program puts the key together while it runs, so that its code does not show what it says; its readers would see the bare key in every language.',
    fix: 'Add the messages to the source and to its translations, or take them out of what the program says.',
  },
  *check({ key, source, product }) {
    // What a translation lacks of the source is said there, by another rule.
    if (source?.file.isReadable !== true) return;
    const required = (product.requiredMessages ?? []).filter(({ files }) => files.includes(key));
    if (required.length === 0) return;
    const keys = new Set(required.flatMap((each) => each.keys));
    const { path, file } = source;
    const texts = textsById(file);
    const missing = [...keys].filter((id) => !texts.has(id));
    if (missing.length > 0) {
      const requiring = required.filter((each) => each.keys.some((id) => missing.includes(id)));
      yield {
        message: sayLacking('Message', missing, requiring),
        help:
          missing.length === 1
            ? 'Add the message here and in every language, or no longer say it.'
            : 'Add the messages here and in every language, or no longer say them.',
        span: emptySpanAt(placeFor(missing[0] ?? '', file)),
        path,
        data: { keys: missing },
      };
    }
    for (const message of file.messages) {
      const isAsked = keys.has(message.id) && !missing.includes(message.id);
      if (!isAsked || message.value === 'other' || message.text.trim() !== '') continue;
      yield {
        message: `Required message \`${message.id}\` is empty`,
        help: 'Write what the program is to say.',
        span: message.span,
        path,
        data: { keys: [message.id] },
      };
    }
  },
};

/** Ids of messages, with and without what says the plural form, and of groups that hold some. */
function textsById(file: MessageFile): ReadonlySet<string> {
  const ids = new Set([...file.byId.keys(), ...groupUnits(file, pluralStems(file)).keys()]);
  for (const id of file.byId.keys()) {
    for (let at = id.indexOf('.'); at !== -1; at = id.indexOf('.', at + 1)) ids.add(id.slice(0, at));
  }
  return ids;
}

/** Behind what stands last in the innermost group that is there. */
function placeFor(id: string, file: MessageFile): Point {
  const groups = groupsById(file);
  let name = id;
  while (name !== '' && !groups.has(name)) name = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const group: MessageGroup = groups.get(name) ?? file.root;
  const last = group.children.at(-1);
  if (last === undefined) return moved(group.span.start, 1);
  return moved(last.span.end, last.kind === 'message' && last.value === 'text' ? 1 : 0);
}

/** In the same line. */
function moved({ line, column, offset }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by };
}
