import { languageOf, setsSpacesBetweenWords, shareScript } from '../../../src/domain/locale/scripts.ts';
import type { Message } from '../../../src/domain/messages/message-file.ts';
import type { Severity } from '../../../src/domain/report/report.ts';
import {
  formPairs,
  isMostOf,
  listNames,
  type MessagePair,
  messagePairs,
  relatedMessage,
} from './messages/message-pairs.ts';
import type { Draft, MessagesRule } from './rule.ts';
import { englishSmallWords } from './texts/small-words.ts';

/** Finds messages that a translation leaves as the source has them. */
export const untranslatedMessage: MessagesRule = {
  id: 'untranslated-message',
  on: 'messages',
  severity: 'warning',
  docs: {
    summary:
      "A message stands in the source's language; a note where it may be a name or a word of both languages.",
    why: 'The reader meets a sentence in another language among those of their own.',
    fix: 'Translate the message. Names of products stay as they are: a name alone is never reported as sure.',
  },
  *check(context) {
    const pairs = messagePairs(context);
    for (const pair of pairs) {
      if (pair.isOneLanguage) continue;
      const found: Draft[] = [];
      for (const { form, counterpart, id } of formPairs(pair)) {
        const { message } = form;
        if (message.value !== 'text' || message.text !== counterpart.message.text) continue;
        const severity = severityOf(message, pair, othersOn(id, message.text, pair, pairs));
        if (severity === undefined) continue;
        found.push({
          message: `Message \`${message.id}\` is the source's: \`${shortened(message.text)}\``,
          help: 'Translate the message.',
          span: message.span,
          path: pair.translation.path,
          severity,
          related: [relatedMessage(pair, counterpart.message)],
          data: { keys: [message.id] },
        });
      }
      yield* isMostOf(found.length, pair.translation.file.messages.length) ? [inOne(found, pair)] : found;
    }
  },
};

function inOne(found: readonly Draft[], { translation }: MessagePair): Draft {
  const keys = found.flatMap(({ data }) => (data?.['keys'] ?? []) as string[]);
  const [first] = found;
  return {
    message: `${found.length} of ${translation.file.messages.length} messages are the source's: ${listNames(keys)}`,
    help: 'Translate the messages, or leave the file out with `ignore` in the settings until it is.',
    span: first?.span ?? translation.file.root.keySpan,
    path: translation.path,
    severity: 'warning',
    related: first?.related ?? [],
    data: { keys },
  };
}

/** How many other languages have translated a message, and how many have left it. */
interface Others {
  readonly translated: number;
  readonly left: number;
}

function othersOn(id: string, text: string, pair: MessagePair, pairs: readonly MessagePair[]): Others {
  const languages = new Map<string, boolean>();
  for (const { units, translation, isOneLanguage } of pairs) {
    const forms = units.get(id)?.forms;
    const language = languageOf(translation.locale);
    if (forms === undefined || isOneLanguage || language === languageOf(pair.translation.locale)) continue;
    languages.set(language, !forms.some(({ message }) => message.text === text));
  }
  const translated = [...languages.values()].filter(Boolean).length;
  return { translated, left: languages.size - translated };
}

/**
 * How sure it is that a text was left: small words make sentences, and words that another script would not write are
 * strangers; what no language translates is a name. Patterns of dates and times are no text.
 */
function severityOf(message: Message, pair: MessagePair, others: Others): Severity | undefined {
  const { source, translation } = pair;
  const text = plainText(message);
  if (/^[\sHhmsSMdDyYaAEekz:.,'/-]+$/.test(text)) return undefined;
  const isStranger = !shareScript(source.locale, translation.locale);
  const isOften = others.translated >= fewestToAgree && others.left === 0;
  const isNever = others.translated === 0 && others.left >= fewestToAgree;
  if (!setsSpacesBetweenWords(source.locale)) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < 4) return undefined;
    return isStranger && !isNever ? 'warning' : letters < 10 ? undefined : 'note';
  }
  const words = text.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const plain = words.filter((word) => /^\p{Ll}/u.test(word) && word.length > 1);
  const small = words.filter((word) => englishSmallWords.has(word.toLowerCase()));
  const isEnglish = languageOf(source.locale) === 'en';
  const beginsLarge = /^[^\p{L}]*\p{Lu}/u.test(text);
  if (words.length >= 3 && (isEnglish ? small.length > 0 && plain.length >= 2 : plain.length >= 5))
    return 'warning';
  if (isNever || words.length < 2) {
    // One word may be a name, or the same in both languages.
    return words.length === 1 && isStranger && isOften && !isAbbreviation(text) ? 'note' : undefined;
  }
  if (beginsLarge && plain.length >= 3) return isOften || isStranger ? 'warning' : 'note';
  if (beginsLarge && plain.length > 0)
    return isStranger && isOften ? 'warning' : isStranger || isOften ? 'note' : undefined;
  return isStranger && isOften ? 'note' : undefined;
}

const fewestToAgree = 2;

function isAbbreviation(text: string): boolean {
  return /^[^\p{Ll}]*$|\p{Ll}\p{Lu}/u.test(text.trim());
}

/** Without what is no word of a language: placeholders, tags, addresses, paths, plural selectors. */
function plainText({ text, placeholders, plurals, choices }: Message): string {
  const blocks = new Set([...plurals, ...choices].map(({ argument }) => `{${argument}}`));
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, name } of placeholders) {
    if (blocks.has(name) || from < at) continue;
    pieces.push(text.slice(at, from));
    at = to;
  }
  return [...pieces, text.slice(at)]
    .join(' ')
    .replaceAll(/\{\s?[\w.]+\s?,\s?\w+\s?,|\b(?:zero|one|two|few|many|other|=\d+)\s?\{/g, ' ')
    .replaceAll(/<[^<>]*>|&#?\w{1,10};/g, ' ')
    .replaceAll(/[!-~]+/g, (piece) => (/[/\\@]|\w\.\w|::/.test(piece) ? ' ' : piece));
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown).trimEnd()}…` : line;
}

const longestShown = 60;
