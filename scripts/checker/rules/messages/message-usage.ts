import type { MessageUnit } from '../../../../src/domain/messages/message-units.ts';
import { groupUnits, pluralStems } from '../../../../src/domain/messages/message-units.ts';
import type { CheckedMessages, UsageContext } from '../rule.ts';
import { groupsById } from './message-pairs.ts';

/** A message of the source that code may say. */
export interface DefinedMessage {
  readonly messages: CheckedMessages;
  readonly unit: MessageUnit;
}

/** Every message of the source locale, plural forms put together. */
export function definedMessages({ sources }: UsageContext): readonly DefinedMessage[] {
  return sources.flatMap((messages) => {
    const units = groupUnits(messages.file, pluralStems(messages.file));
    return Array.from(units.values(), (unit) => ({ messages, unit }));
  });
}

/** Keys under which code may ask for what is defined: whole ones, their groups, and each without its first parts. */
export function knownKeys(context: UsageContext): ReadonlySet<string> {
  const known = new Set<string>();
  const add = (id: string): void => {
    for (const tail of tailsOf(id)) known.add(tail);
  };
  for (const { unit } of definedMessages(context)) {
    add(unit.id);
    for (const { message } of unit.forms) add(message.id);
  }
  for (const { file } of context.sources) for (const id of groupsById(file).keys()) add(id);
  return known;
}

/**
 * A key and what is left of it without its first parts, which code may have said before.
 * @example tailsOf('form.fields.city') // => ['form.fields.city', 'fields.city', 'city']
 */
export function tailsOf(id: string): readonly string[] {
  const tails = [id];
  for (let at = id.indexOf('.'); at !== -1 && tails.length < mostTails; at = id.indexOf('.', at + 1)) {
    tails.push(id.slice(at + 1));
  }
  return tails;
}

/** Nobody nests keys deeper; what does is no key of a person. */
const mostTails = 20;

/**
 * A key without its namespace.
 * @example withoutNamespace('common:save') // => 'save'
 */
export function withoutNamespace(key: string): string {
  return /^[\w-]+:\S/.test(key) ? key.slice(key.indexOf(':') + 1) : key;
}
