import { languageOf } from '../../../../src/domain/locale/scripts.ts';
import type { Message, MessageFile, MessageGroup } from '../../../../src/domain/messages/message-file.ts';
import {
  groupUnits,
  type MessageUnit,
  pluralStems,
  type UnitForm,
} from '../../../../src/domain/messages/message-units.ts';
import type { CheckedMessages, MessagesContext } from '../rule.ts';

/** A translated file of messages beside its source, both readable. */
export interface MessagePair {
  readonly source: CheckedMessages;
  readonly translation: CheckedMessages;
  /** Messages with their plural forms, by id. */
  readonly sourceUnits: ReadonlyMap<string, MessageUnit>;
  readonly units: ReadonlyMap<string, MessageUnit>;
  /** Whether a more general locale has the message, as `pt` has for `pt-BR`: readers fall back to it. */
  readonly isInherited: (id: string) => boolean;
  /** True for `en-GB` beside `en-US`: it says only what differs. */
  readonly isOneLanguage: boolean;
}

/** The translations of a resource that can be held against its source. */
export function messagePairs(context: MessagesContext): readonly MessagePair[] {
  const known = pairsBefore.get(context);
  if (known !== undefined) return known;
  const pairs = findPairs(context);
  pairsBefore.set(context, pairs);
  return pairs;
}

const pairsBefore = new WeakMap<MessagesContext, readonly MessagePair[]>();

function findPairs({ source, translations }: MessagesContext): readonly MessagePair[] {
  if (source?.file.isReadable !== true) return [];
  const stems = pluralStems(source.file);
  const sourceUnits = groupUnits(source.file, stems);
  return translations
    .filter(({ file }) => file.isReadable)
    .map((translation): MessagePair => {
      const own = new Set([...stems, ...pluralStems(translation.file)]);
      const general = translations.filter(({ locale }) => translation.locale.startsWith(`${locale}-`));
      return {
        source,
        translation,
        sourceUnits,
        units: groupUnits(translation.file, own),
        isInherited: (id) => general.some(({ file }) => file.byId.has(id)),
        isOneLanguage: languageOf(source.locale) === languageOf(translation.locale),
      };
    });
}

/** A message of a translation beside those of the source that it answers. */
export interface FormPair {
  readonly id: string;
  readonly form: UnitForm;
  /** The source's form for the same numbers, or the nearest to it. */
  readonly counterpart: UnitForm;
  readonly unit: MessageUnit;
  readonly sourceUnit: MessageUnit;
}

/** Every text of a translation that the source has too; plural forms one by one. */
export function* formPairs({ units, sourceUnits }: MessagePair): Iterable<FormPair> {
  for (const unit of units.values()) {
    const sourceUnit = sourceUnits.get(unit.id);
    if (sourceUnit === undefined) continue;
    for (const form of unit.forms) {
      const counterpart = counterpartOf(form, sourceUnit);
      if (counterpart !== undefined) yield { id: unit.id, form, counterpart, unit, sourceUnit };
    }
  }
}

function counterpartOf({ selector, type }: UnitForm, { forms }: MessageUnit): UnitForm | undefined {
  const alike = forms.filter((form) => form.type === type);
  return (
    alike.find((form) => form.selector === selector) ??
    alike.find((form) => form.selector === 'other' || form.selector === 'plural') ??
    alike.at(-1) ??
    forms.at(-1)
  );
}

/** The source's message as the place that a finding is related to. */
export function relatedMessage(
  pair: MessagePair,
  message: Message,
): {
  readonly label: string;
  readonly path: string;
  readonly span: Message['span'];
} {
  return { label: 'the source', path: pair.source.path, span: message.span };
}

/** Every group of a file by its id, the file itself too. */
export function groupsById({ root }: MessageFile): ReadonlyMap<string, MessageGroup> {
  const groups = new Map<string, MessageGroup>();
  const visit = (group: MessageGroup): void => {
    groups.set(group.id, group);
    for (const child of group.children) if (child.kind === 'group') visit(child);
  };
  visit(root);
  return groups;
}

/**
 * Names for a message: all of a few, the first of many.
 * @example listNames(['a', 'b', 'c', 'd', 'e']) // => '`a`, `b`, `c` and 2 more'
 */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (names.length > mostNames + 1) {
    return `${quoted.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`;
  }
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

const mostNames = 3;

/** True where so much of a file has the same fault that one finding says more than many. */
export function isMostOf(count: number, total: number): boolean {
  return count >= fewestForOne && count * 2 > total;
}

const fewestForOne = 10;
