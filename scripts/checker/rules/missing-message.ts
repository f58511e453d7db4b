import type { Span } from '../../../src/domain/document/page-document.ts';
import { compareKeys, isContextOf, type MissingRun } from './messages/compare-keys.ts';
import { isMostOf, listNames, type MessagePair, messagePairs } from './messages/message-pairs.ts';
import type { Draft, MessagesContext, MessagesRule } from './rule.ts';

/** Finds messages of the source that a translation does not have. */
export const missingMessage: MessagesRule = {
  id: 'missing-message',
  on: 'messages',
  severity: 'error',
  docs: {
    summary: 'A message of the source, a group of them or the whole file is missing in a translation.',
    why: 'The program shows the message in another language, or its bare key.',
    fix: 'Add the key with its translation, or correct the spelling of the key where the finding names one like it.',
  },
  *check(context) {
    yield* missingFiles(context);
    for (const pair of messagePairs(context)) {
      const { missing, misspelt, otherKind } = compareKeys(pair);
      const { path } = pair.source;
      const count = missing.reduce((sum, { ids }) => sum + ids.length, 0);
      if (missing.length > 1 && isMostOf(count, pair.sourceUnits.size)) yield mostOf(pair, missing, count);
      else for (const run of missing) yield missingRun(pair, run);
      for (const { message, source } of misspelt) {
        const name = lastKey(source.id);
        yield {
          message: `Key \`${message.id}\` is none of the source's, which has \`${source.id}\``,
          help: `Rename the key to \`${name}\`, or add the message under that key.`,
          span: message.keySpan,
          path: pair.translation.path,
          related: [{ label: 'the source', path, span: source.keySpan }],
          data: { keys: [source.id], found: message.id },
          fix: {
            title: `Rename the key to \`${name}\``,
            safety: 'unsafe',
            edits: [{ span: message.keySpan, text: JSON.stringify(name).slice(1, -1) }],
          },
        };
      }
      for (const { item, source } of otherKind) {
        const [found, expected] = item.kind === 'group' ? [group, text] : [text, group];
        yield {
          message: `\`${source.id}\` holds ${found}, the source's ${expected}`,
          help: 'Write under the key what the source has there, translated.',
          span: item.keySpan,
          path: pair.translation.path,
          related: [{ label: 'the source', path, span: source.keySpan }],
          data: { keys: [source.id] },
        };
      }
    }
  },
};

const group = 'a group of messages';
const text = 'one message';

function missingRun(pair: MessagePair, { items, ids, at }: MissingRun): Draft {
  const [first] = items;
  const last = items.at(-1);
  const isContext = ids.every((id) => isContextOf(id, pair));
  return {
    message: messageFor(items, ids),
    help: ids.length === 1 ? 'Add the message, translated.' : 'Add the messages, translated.',
    span: { start: at, end: at },
    path: pair.translation.path,
    ...(isContext && { severity: 'note' }),
    related:
      first === undefined || last === undefined
        ? []
        : [
            {
              label: 'the source',
              path: pair.source.path,
              span: items.length === 1 ? first.keySpan : { start: first.keySpan.start, end: last.span.end },
            },
          ],
    data: { keys: ids },
  };
}

function messageFor(items: MissingRun['items'], ids: MissingRun['ids']): string {
  const [first, second] = items;
  if (second === undefined && first?.kind === 'group') {
    const what = `${ids.length} message${ids.length === 1 ? '' : 's'}`;
    return `Group \`${first.id}\` with ${what} is missing`;
  }
  return ids.length === 1 ? `Message ${listNames(ids)} is missing` : `Messages ${listNames(ids)} are missing`;
}

/** One finding says more than the many places of a file that is hardly begun. */
function mostOf(
  { source, translation, sourceUnits }: MessagePair,
  missing: readonly MissingRun[],
  count: number,
): Draft {
  const ids = missing.flatMap((run) => run.ids);
  const at = missing[0]?.at ?? translation.file.root.span.start;
  const first = missing[0]?.items[0];
  return {
    message: `${count} of the source's ${sourceUnits.size} messages are missing: ${listNames(ids)}`,
    help: 'Add the messages, translated.',
    span: { start: at, end: at },
    path: translation.path,
    related: first === undefined ? [] : [{ label: 'the source', path: source.path, span: first.keySpan }],
    data: { keys: ids },
  };
}

/** Files that are not there; a note where none of several locales has one. */
function* missingFiles({ source, expected, translations }: MessagesContext): Iterable<Draft> {
  if (source?.file.isReadable !== true || source.file.messages.length === 0) return;
  const missing = expected.filter(({ exists }) => !exists);
  const count = source.file.messages.length;
  if (translations.length === 0 && missing.length >= fewestToAgree) {
    const locales = missing.map(({ locale }) => locale);
    yield {
      message: `None of the ${locales.length} locales has this file of ${counted(count)}`,
      help: 'Translate the file, or leave it out with `ignore` in the settings.',
      span: fileStart,
      path: source.path,
      severity: 'note',
      data: { keys: [], locales },
    };
    return;
  }
  for (const place of missing) {
    yield {
      message: `\`${place.locale}\` lacks this file of ${counted(count)}`,
      help: `Translate \`${source.path}\` into \`${place.path}\`.`,
      span: fileStart,
      path: place.path,
      related: [{ label: 'the source', path: source.path, span: fileStart }],
      data: { keys: [], locale: place.locale },
    };
  }
}

const fewestToAgree = 3;

const start = { line: 1, column: 1, offset: 0 };
const fileStart: Span = { start, end: start };

function counted(count: number): string {
  return `${count} message${count === 1 ? '' : 's'}`;
}

function lastKey(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
