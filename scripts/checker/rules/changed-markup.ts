import { type MessageTag, readTags, voidElements } from '../../../src/domain/messages/read-markup.ts';
import {
  type FormPair,
  formPairs,
  type MessagePair,
  messagePairs,
  relatedMessage,
} from './messages/message-pairs.ts';
import type { Draft, MessagesRule } from './rule.ts';

/** Finds tags, links and entities that a translated message has lost, changed or not closed. */
export const changedMarkup: MessagesRule = {
  id: 'changed-markup',
  on: 'messages',
  severity: 'warning',
  docs: {
    summary:
      "A translated message lacks a tag or a link of the source's, has one of its own, or does not close one.",
    why: 'The program puts links and buttons in the place of tags: one that is lost takes them away, one that is broken shows as signs.',
    fix: 'Put the same tags around the words that answer those of the source.',
  },
  *check(context) {
    for (const pair of messagePairs(context)) {
      for (const both of formPairs(pair)) {
        if (both.form.message.text.trim() === '' || !hasMarkup(both)) continue;
        const { path } = pair.translation;
        for (const draft of tagChanges(both, pair)) yield { ...draft, path };
        for (const draft of brokenMarkdown(both, pair)) yield { ...draft, path };
        for (const draft of brokenEntities(both, pair)) yield { ...draft, path };
      }
    }
  },
};

/** A look at every message that makes nothing of most. */
function hasMarkup({ form, sourceUnit }: FormPair): boolean {
  return (
    markupSigns.test(form.message.text) ||
    sourceUnit.forms.some(({ message }) => markupSigns.test(message.text))
  );
}

const markupSigns = /[<&[]|\*\*/;

/** Tags that languages set as they need them. */
const freeTags = new Set(['br', 'wbr', 'nobr', 'p', 'bdi', 'bdo', 'ruby', 'rt', 'rp', 'sup', 'sub']);
/** Tags that only make letters look otherwise: languages emphasise otherwise too. */
const lightTags = new Set(['b', 'i', 'em', 'strong', 'u', 'small', 'mark', 'span', 'q']);

function* tagChanges({ form, counterpart, sourceUnit }: FormPair, pair: MessagePair): Iterable<Draft> {
  const { message } = form;
  const sources = sourceUnit.forms.map((each) => readTags(each.message.text));
  const own = readTags(message.text);
  if (own.length === 0 && sources.every((tags) => tags.length === 0)) return;
  const counts = sources.map(countTags);
  const ownCounts = countTags(own);
  const related = [relatedMessage(pair, counterpart.message)];
  const data = (tag: string): NonNullable<Draft['data']> => ({ key: message.id, tag });
  const known = new Set(counts.flatMap((each) => [...each.keys()]));
  const lost = [...known].filter((name) => {
    const found = ownCounts.get(name);
    const isTouched = found !== undefined && Math.max(found.opened, found.closed, found.whole) > 0;
    return !isTouched && !isFree(name) && counts.every((each) => (each.get(name)?.whole ?? 0) > 0);
  });
  const strange = [...ownCounts].filter(
    ([name, { whole }]) =>
      // Where the source says "image buttons", a translation may name `<input type="image">`.
      !known.has(name) &&
      whole > 0 &&
      !isFree(name) &&
      !isLight(name) &&
      !voidElements.has(name.toLowerCase()),
  );
  const [onlyStrange] = strange.length === 1 && lost.length === 1 ? strange : [];
  for (const name of lost) {
    const [written, count] = onlyStrange ?? [];
    yield written === undefined || count === undefined
      ? {
          message: `\`${message.id}\` lacks the tag \`<${name}>\``,
          help: 'Put the tag around the words that answer those of the source.',
          span: message.span,
          ...(isLight(name) && { severity: 'note' }),
          related,
          data: data(name),
        }
      : {
          message: `\`<${written}>\` is not a tag of the source, which has \`<${name}>\``,
          help: `Write \`<${name}>\`.`,
          span: message.spanAt(count.first.from, count.first.to),
          related,
          data: { ...data(name), found: written },
        };
  }
  for (const [name, { first }] of onlyStrange === undefined ? strange : []) {
    yield {
      message: `\`<${name}>\` is not a tag of the source`,
      help: "Remove the tag, or write the source's.",
      span: message.spanAt(first.from, first.to),
      related,
      data: data(name),
    };
  }
  for (const [name, { opened, closed, first }] of ownCounts) {
    const most = Math.max(...counts.map((each) => each.get(name)?.whole ?? 0));
    if (most === 0 || opened === closed || isFree(name)) continue;
    yield {
      message: opened > closed ? `\`<${name}>\` is not closed` : `\`</${name}>\` closes nothing`,
      help: `Write \`<${name}>\` before the words and \`</${name}>\` behind them.`,
      span: message.spanAt(first.from, first.to),
      related,
      data: data(name),
    };
  }
}

function isFree(name: string): boolean {
  return freeTags.has(name.toLowerCase());
}

function isLight(name: string): boolean {
  return lightTags.has(name.toLowerCase());
}

interface TagCount {
  readonly opened: number;
  readonly closed: number;
  /** Those that stand alone, and pairs: what looks like a tag and is never closed, as in "usage: cp <file>", is none. */
  readonly whole: number;
  readonly first: MessageTag;
}

function countTags(tags: readonly MessageTag[]): ReadonlyMap<string, TagCount> {
  const counts = new Map<string, TagCount>();
  for (const tag of tags) {
    const known = counts.get(tag.name) ?? { opened: 0, closed: 0, whole: 0, first: tag };
    const opened = known.opened + Number(tag.kind === 'open');
    const closed = known.closed + Number(tag.kind === 'close');
    const alone = known.whole - Math.min(known.opened, known.closed) + Number(tag.kind === 'empty');
    counts.set(tag.name, { opened, closed, whole: alone + Math.min(opened, closed), first: known.first });
  }
  return counts;
}

/** A Markdown link that its signs no longer make, and bold that is not closed. */
function* brokenMarkdown({ form, counterpart }: FormPair, pair: MessagePair): Iterable<Draft> {
  const { message } = form;
  const { text } = message;
  const source = counterpart.message.text;
  const related = [relatedMessage(pair, counterpart.message)];
  const sourceLinks = countOf(source, linkPattern);
  if (sourceLinks > 0 && countOf(text, linkPattern) < sourceLinks) {
    const broken = /[\]］]\s?[(（][^()（）\s]{1,500}[)）]/u.exec(
      text.replaceAll(linkPattern, (link) => ' '.repeat(link.length)),
    );
    yield {
      message:
        broken === null
          ? `\`${message.id}\` lacks a Markdown link of the source`
          : `\`${broken[0]}\` makes no Markdown link`,
      help: 'Write `[words](address)`, without a space between and with plain brackets.',
      span: broken === null ? message.span : message.spanAt(broken.index, broken.index + broken[0].length),
      related,
      data: { key: message.id },
    };
  }
  const stars = countOf(source, /\*\*/g);
  if (stars > 0 && stars % 2 === 0 && countOf(text, /\*\*/g) % 2 === 1) {
    const at = text.lastIndexOf('**');
    yield {
      message: '`**` is not closed',
      help: 'Put `**` before and behind the bold words.',
      span: message.spanAt(at, at + 2),
      related,
      data: { key: message.id },
    };
  }
}

const linkPattern = /\[[^[\]]{1,300}\]\([^()\s]{1,500}\)/g;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** `&amp;nbsp;` and `& nbsp;` for `&nbsp;`. */
function* brokenEntities({ form, counterpart }: FormPair, pair: MessagePair): Iterable<Draft> {
  const { message } = form;
  const source = counterpart.message.text;
  if (!message.text.includes('&') || !source.includes('&')) return;
  for (const match of message.text.matchAll(
    /&\s?(?:amp;)?\s?(lt|gt|amp|quot|nbsp|#\d{1,6})(?:;|(?![\w;]))/g,
  )) {
    const [written, name = ''] = match;
    const entity = `&${name};`;
    if (written === entity || !source.includes(entity) || source.includes(written)) continue;
    const span = message.spanAt(match.index, match.index + written.length);
    yield {
      message: `\`${written}\` is not an entity, the source has \`${entity}\``,
      help: `Write \`${entity}\`.`,
      span,
      related: [relatedMessage(pair, counterpart.message)],
      data: { key: message.id, found: written, expected: entity },
      fix: { title: `Write \`${entity}\``, safety: 'safe', edits: [{ span, text: entity }] },
    };
  }
}
