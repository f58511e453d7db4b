import type { CheckedPage, Draft, FamilyRule, PairContext } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';
import { groupLeftText } from './texts/left-groups.ts';
import { type LeftText, spanOfLeftText } from './texts/left-in-source.ts';
import { findSideBySide } from './texts/side-by-side.ts';

/** Finds words of the source inside a translated text, and pages that say everything in both languages. */
export const leakedSource: FamilyRule = {
  id: 'leaked-source',
  on: 'family',
  severity: 'warning',
  docs: {
    summary:
      "Words of the source stand inside a translated text, or beside it as a whole: in brackets, behind it, in a paragraph of their own or in Learn's `sxs-lookup` spans.",
    why: 'A reader stumbles over words of a language they may not know, and reads everything twice.',
    fix: 'Translate the words, or remove what was left behind.',
  },
  *check({ pages, pairs }) {
    for (const page of pages) {
      if (!page.isSource && page.state !== 'unreadable') {
        yield* sideBySide(
          page,
          pairs.find(({ translation }) => translation === page),
        );
      }
    }
    for (const pair of pairs) {
      const { twice, parts } = groupLeftText(pair);
      yield* toldTwice(twice, pair);
      for (const left of parts) yield partLeft(left, pair);
    }
  },
};

/** Marked as the source's text, so that it is certain what to remove. */
function* sideBySide({ document, path }: CheckedPage, pair: PairContext | undefined): Generator<Draft> {
  const found = findSideBySide(document.text);
  const [first] = found;
  if (first === undefined) return;
  const edits = found.flatMap(({ whole }) => (whole === undefined ? [] : [{ span: whole, text: '' }]));
  yield {
    message: `${found.length === 1 ? 'A sentence stands' : `${found.length} sentences stand`} twice, in both languages`,
    help: 'Remove the `sxs-lookup` spans with the source text in them.',
    span: first.tag,
    path,
    ...(pair && { related: [wholeSource(pair)] }),
    data: { words: null, sentences: found.length },
    ...(edits.length === found.length && {
      fix: { title: "Remove the source's sentences", safety: 'safe', edits },
    }),
  };
}

/** More than these are the page's way, and are told at once. */
const mostAlone = 2;

function* toldTwice(twice: readonly LeftText[], pair: PairContext): Generator<Draft> {
  const [first] = twice;
  const texts = new Set(twice.map(({ text }) => text));
  if (first === undefined) return;
  if (texts.size > mostAlone) {
    yield {
      message: `${texts.size} texts stand twice, in both languages, from \`${excerpt(wordsOfLeft(first))}\` on`,
      help: "Remove what is in the source's language.",
      span: spanOfLeftText(first),
      path: pair.translation.path,
      related: [wholeSource(pair)],
      data: { words: null, sentences: texts.size },
    };
    return;
  }
  for (const text of texts) {
    const own = twice.filter((left) => left.text === text);
    const [from, to] = [own[0], own.at(-1)];
    if (from === undefined || to === undefined) continue;
    const left = { ...from, to: to.to };
    yield {
      message: `\`${excerpt(wordsOfLeft(left))}\` stands beside its translation`,
      help: 'Remove it.',
      span: spanOfLeftText(left),
      path: pair.translation.path,
      related: [{ label: 'the source', path: pair.source.path, span: left.source.span }],
      data: { words: wordsOfLeft(left), sentences: 1 },
    };
  }
}

function partLeft(left: LeftText, { source, translation }: PairContext): Draft {
  return {
    message: `Words \`${excerpt(wordsOfLeft(left))}\` are still the source's`,
    help: 'Translate them.',
    span: spanOfLeftText(left),
    path: translation.path,
    severity: left.isHabit ? 'note' : 'warning',
    confidence: left.wordCount < 7 ? 0.8 : 0.95,
    related: [{ label: 'the source', path: source.path, span: left.source.span }],
    data: { words: wordsOfLeft(left), sentences: null },
  };
}

function wordsOfLeft({ text, from, to }: LeftText): string {
  return text.text.slice(from, to);
}

function wholeSource({ source }: PairContext): NonNullable<Draft['related']>[number] {
  return { label: 'the source', path: source.path, span: source.document.root.span };
}
