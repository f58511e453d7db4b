import { indexLines, type LineIndex } from '../document/line-index.ts';
import type { Span } from '../document/page-document.ts';
import { localeTagOf, meansSameLocale } from '../locale/locale-tag.ts';
import type {
  Message,
  MessageFile,
  MessageFormat,
  MessageGroup,
  MessageProblem,
  RepeatedKey,
} from './message-file.ts';
import { type IcuParts, readIcu } from './read-icu.ts';
import {
  type JsonDocument,
  type JsonEntry,
  type JsonProblem,
  type JsonValue,
  readJson,
} from './read-json.ts';
import { readPlaceholders } from './read-placeholders.ts';

/** A resource file of which nobody has said yet how its texts are written. */
export interface RawMessages {
  /** As decoded, BOM included. */
  readonly text: string;
  readonly json: JsonDocument;
  /** Application Resource Bundles: `@key` beside `key` describes it. */
  readonly isArb: boolean;
}

/** Reads the JSON of a resource file; `path` tells an ARB file by its ending. */
export function readRawMessages(text: string, path: string): RawMessages {
  const json = readJson(text);
  const names = json.value?.entries ?? [];
  return { text, json, isArb: path.endsWith('.arb') || names.some(({ key }) => key === '@@locale') };
}

/**
 * The keys and texts of a resource file, with their places.
 *
 * Read are JSON objects of texts, flat or in groups, also with everything under the name of the locale, ARB, and objects
 * that keep each text beside its description (`message`, `defaultMessage`, `string`): web extensions, Docusaurus,
 * FormatJS. What cannot be read is a problem; the rest is still there.
 */
export function parseMessages(raw: RawMessages, format: MessageFormat, locale: string): MessageFile {
  const { text, json, isArb } = raw;
  const lines = indexLines(text);
  const top = json.value;
  const problems = json.problems.map((problem) => describe(problem, lines));
  if (top?.kind !== 'object') {
    if (top !== undefined) problems.push(noObject(top, lines));
    return unreadable(text, format, isArb, problems, lines);
  }
  const [only] = top.entries;
  const isWrapped = top.entries.length === 1 && only?.value.kind === 'object' && isTagOf(only.key, locale);
  const content = isWrapped && only !== undefined ? only.value : top;
  const reading: Reading = { text, format, isArb, lines, textKey: textKeyOf(content), messages: [] };
  const empty = lines.spanOf(content.from, content.from);
  const root = readGroup(content, { id: '', keySpan: empty, isTop: true }, reading);
  const byId = new Map(reading.messages.map((message) => [message.id, message]));
  const repeats = json.repeats.map(({ path, first, last }): RepeatedKey => {
    return {
      id: path.slice(isWrapped ? 1 : 0).join('.'),
      keySpan: lines.spanOf(last.from + 1, last.to - 1),
      firstKeySpan: lines.spanOf(first.from + 1, first.to - 1),
      isEqual: text.slice(first.value.from, first.value.to) === text.slice(last.value.from, last.value.to),
    };
  });
  return {
    text,
    format,
    isArb,
    root,
    messages: reading.messages,
    byId,
    problems,
    repeats,
    isReadable: true,
  };
}

/** A file of which nothing can be read, for the reason given. */
export function unreadableMessages(problem: MessageProblem): MessageFile {
  return unreadable('', 'plain', false, [problem], indexLines(''));
}

function unreadable(
  text: string,
  format: MessageFormat,
  isArb: boolean,
  problems: readonly MessageProblem[],
  lines: LineIndex,
): MessageFile {
  const span = lines.spanOf(0, 0);
  const root: MessageGroup = { kind: 'group', id: '', keySpan: span, span, children: [], isList: false };
  return {
    text,
    format,
    isArb,
    root,
    messages: [],
    byId: new Map(),
    problems,
    repeats: [],
    isReadable: false,
  };
}

interface Reading {
  readonly text: string;
  readonly format: MessageFormat;
  readonly isArb: boolean;
  readonly lines: LineIndex;
  /** The key that holds the text where each stands beside its description. */
  readonly textKey: string | undefined;
  readonly messages: Message[];
}

interface GroupPlace {
  readonly id: string;
  readonly keySpan: Span;
  readonly isTop: boolean;
}

function readGroup(value: JsonValue, place: GroupPlace, reading: Reading): MessageGroup {
  const children: (Message | MessageGroup)[] = [];
  const { lines, isArb } = reading;
  const isList = value.kind === 'list';
  for (const entry of value.entries) {
    if (!isList && isRemark(entry.key, isArb)) continue;
    const id = place.isTop ? entry.key : `${place.id}.${entry.key}`;
    const keySpan = isList
      ? lines.spanOf(entry.from, entry.from)
      : lines.spanOf(entry.from + 1, entry.to - 1);
    const described = place.isTop ? describedText(entry, reading.textKey) : undefined;
    const held = described ?? entry.value;
    if (held.kind === 'object' || held.kind === 'list') {
      children.push(readGroup(held, { id, keySpan, isTop: false }, reading));
    } else {
      const message = readMessage(held, id, keySpan, reading);
      children.push(message);
      reading.messages.push(message);
    }
  }
  const span = lines.spanOf(value.from, value.to);
  return { kind: 'group', id: place.id, keySpan: place.keySpan, span, children, isList };
}

/** What a file says about itself and for its translators. */
function isRemark(key: string, isArb: boolean): boolean {
  return (isArb && key.startsWith('@')) || /^(?:\$schema|\/\/.*|_+comments?)$/.test(key);
}

const textKeys = ['message', 'defaultMessage', 'string'];
const besidesText = new Set([
  ...textKeys,
  'description',
  'placeholders',
  'developer_comment',
  'character_limit',
  'context',
  'id',
  'file',
  'start',
  'end',
]);

/** The key that holds the text in every entry of a file, where all are such objects. */
function textKeyOf({ entries }: JsonValue): string | undefined {
  if (entries.length === 0) return undefined;
  return textKeys.find((name) =>
    entries.every(
      ({ value }) =>
        value.kind === 'object' &&
        value.entries.every(({ key }) => besidesText.has(key)) &&
        value.entries.some((inner) => inner.key === name && inner.value.kind === 'text'),
    ),
  );
}

function describedText({ value }: JsonEntry, textKey: string | undefined): JsonValue | undefined {
  return textKey === undefined ? undefined : value.entries.find(({ key }) => key === textKey)?.value;
}

function readMessage(value: JsonValue, id: string, keySpan: Span, reading: Reading): Message {
  const { text: file, lines, format, isArb } = reading;
  const isText = value.kind === 'text';
  const from = isText ? value.from + 1 : value.from;
  const to = isText ? value.to - 1 : value.to;
  const { text } = value;
  const parts: IcuParts =
    format === 'icu'
      ? readIcu(text, isArb)
      : { placeholders: readPlaceholders(text, format), plurals: [], choices: [], problem: undefined };
  let offsets: readonly number[] | undefined;
  const offsetAt = (index: number): number => {
    if (to - from === text.length) return from + index;
    offsets ??= offsetsOf(file.slice(from, to));
    return from + (offsets[index] ?? to - from);
  };
  return {
    kind: 'message',
    id,
    keySpan,
    span: lines.spanOf(from, to),
    value: isText ? 'text' : value.kind === 'null' ? 'null' : 'other',
    text: isText ? text : value.kind === 'null' ? '' : file.slice(from, to),
    ...parts,
    spanAt: (start, end) => lines.spanOf(offsetAt(start), offsetAt(end)),
  };
}

/** Where each UTF-16 unit of a text begins in what stands between its quotes. */
function offsetsOf(raw: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  while (at < raw.length) {
    offsets.push(at);
    if (raw[at] !== '\\') at++;
    else at += raw[at + 1] === 'u' ? 6 : 2;
  }
  return [...offsets, raw.length];
}

function isTagOf(key: string, locale: string): boolean {
  const tag = /^[A-Za-z]{2,3}(?:[-_]\w+)*$/.test(key) ? localeTagOf(key) : undefined;
  return tag !== undefined && (meansSameLocale(tag, locale) || tag === new Intl.Locale(locale).language);
}

function describe({ kind, reason, from, to }: JsonProblem, lines: LineIndex): MessageProblem {
  const span = lines.spanOf(from, to);
  switch (kind) {
    case 'comment':
      return {
        message: 'The file holds a comment, which JSON does not have',
        help: 'Remove the comment, or move it out of the file.',
        span,
        isForgiven: true,
      };
    case 'trailing comma':
      return {
        message: `The file holds ${reason}, which JSON does not allow`,
        help: 'Remove the comma.',
        span,
        isForgiven: true,
      };
    case 'nesting':
      return {
        message: `The file cannot be read: ${reason}`,
        help: 'Keep messages in fewer groups, or leave the file out with `ignore` in the settings.',
        span,
        isForgiven: false,
      };
    case 'syntax':
      return {
        message: `The file is no JSON: ${reason}`,
        help: 'Mend the JSON; until then nothing in the file can be compared.',
        span,
        isForgiven: false,
      };
  }
}

function noObject({ kind, from, to }: JsonValue, lines: LineIndex): MessageProblem {
  return {
    message: `The file holds ${kind === 'list' ? 'a list' : 'one value'}, not keys with their texts`,
    help: 'Write an object of keys and texts, or leave the file out with `ignore` in the settings.',
    span: lines.spanOf(from, kind === 'list' ? from + 1 : to),
    isForgiven: false,
  };
}
