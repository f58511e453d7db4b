import { datesOf, mayBeSameDate } from '../../../src/domain/document/dates.ts';
import { type OwnText, ownTextOf, ownTexts } from '../../../src/domain/document/own-text.ts';
import type { Block, EmphasisTrait, PageDocument } from '../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import { cutLines, type Edit, linesOf } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';
import { hasOutline } from '../outline.ts';
import { outlineWithout } from './siblings.ts';

/** What can happen inside a text. */
export const inlineKinds: readonly MutationKind[] = [
  { name: 'drop an image', rules: ['missing-image'], mutationsOf: droppedImages },
  { name: 'drop a link', rules: ['missing-link'], mutationsOf: droppedLinks },
  {
    name: 'change where a link leads',
    rules: ['changed-link', 'broken-anchor', 'broken-link'],
    mutationsOf: changedLinks,
  },
  {
    name: 'change a number',
    rules: ['changed-number', 'changed-date', 'changed-version', 'changed-unit'],
    mutationsOf: changedNumbers,
  },
  { name: 'change a date', rules: ['changed-date'], mutationsOf: changedDates },
  { name: 'change code in a text', rules: ['changed-inline-code'], mutationsOf: changedInlineCode },
  { name: 'write code in other letters', rules: ['changed-inline-code'], mutationsOf: otherLetters },
  { name: 'set typographic quotes in code', rules: ['changed-code'], mutationsOf: typographicCode },
  { name: 'show another image', rules: ['changed-image', 'changed-component'], mutationsOf: otherImages },
  { name: 'translate a placeholder', rules: ['missing-placeholder'], mutationsOf: translatedPlaceholders },
  { name: 'change an id', rules: ['changed-anchor'], mutationsOf: changedAnchors },
  {
    name: 'shift the bold of a label',
    rules: ['shifted-emphasis', 'unknown-label'],
    mutationsOf: (pair) => eachBold(pair, ({ text }) => pair.labels.has(text), shiftedBold),
  },
  {
    name: 'cut the bold of a label',
    rules: ['shifted-emphasis', 'unknown-label'],
    mutationsOf: (pair) => eachBold(pair, ({ text }) => pair.labels.has(text), cutBold),
  },
  {
    name: 'end bold inside a word',
    rules: ['shifted-emphasis'],
    mutationsOf: (pair) =>
      eachBold(pair, ({ text }) => spacedWord.test(text) && !pair.labels.has(text), cutBold),
  },
  { name: 'put a space inside bold', rules: ['unrendered-emphasis'], mutationsOf: spacedBold },
  { name: 'break the letters of a word', rules: ['mojibake'], mutationsOf: garbledWords },
];

type Change = Omit<Mutation, 'what'>;

function eachText<Part>(
  { translation: { document } }: ParityPair,
  partsOf: (text: OwnText) => readonly Part[],
  change: (part: Part, text: OwnText, n: number) => Change | undefined,
): readonly Mutation[] {
  return ownTexts(document).flatMap((text) =>
    partsOf(text).flatMap((part, n): Mutation[] => {
      const made = change(part, text, n);
      return made === undefined ? [] : [{ what: `${n + 1} of line ${text.span.start.line}`, ...made }];
    }),
  );
}

/** The text in a changed page that has the place of one in the page before, where nothing else moved. */
export function sameText(before: PageDocument, after: PageDocument, { node }: OwnText): OwnText | undefined {
  if (before.blocks.length !== after.blocks.length || before.sections.length !== after.sections.length) {
    return undefined;
  }
  const now = node.kind === 'section' ? after.sections[node.index] : after.blocks[node.index];
  return now?.kind === node.kind ? ownTextOf(now) : undefined;
}

function droppedImages({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((block): readonly Mutation[] => {
    const { images } = block.traits;
    const what = `image in line ${block.span.start.line}`;
    if (images.length === 1 && (block.kind === 'image' || (isBare(block) && block.children.length === 0))) {
      const lines = linesOf(text, block.span);
      if (lines === undefined) return [];
      const isMeant = (after: PageDocument): boolean => hasOutline(after, outlineWithout(document, [block]));
      return [{ what, edits: [cutLines(text, lines)], isMeant }];
    }
    return images.map(({ span }) => ({
      what,
      edits: [{ from: span.start.offset, to: span.end.offset, text: '', place: 'all' }],
      isMeant: (after) =>
        countImages(after) === countImages(document) - 1 && after.blocks.length === document.blocks.length,
    }));
  });
}

/** An image in a form of its own, such as Microsoft Learn's `:::image:::`, has its description for text. */
function isBare({ kind, text }: Block): boolean {
  return text === '' || kind === 'component';
}

function countImages({ blocks }: PageDocument): number {
  return blocks.reduce((sum, { traits }) => sum + traits.images.length, 0);
}

function droppedLinks(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    ({ traits }) => traits.links,
    ({ span, textSpan, target }, own) => {
      const words = text.slice(textSpan.start.offset, textSpan.end.offset);
      if (words === '' || words.includes(target)) return undefined;
      return {
        edits: [{ from: span.start.offset, to: span.end.offset, text: words, place: 'all' }],
        isMeant: (after) => {
          const now = sameText(document, after, own);
          return now?.text === own.text && now.traits.links.length === own.traits.links.length - 1;
        },
      };
    },
  );
}

function changedLinks(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    ({ traits }) => traits.links,
    ({ span, textSpan, target }, own, n) => {
      const other = target.replace(/(\w)(?=(?:\.\w+)?(?:#.*)?$)/, '$1-other');
      const from = text.lastIndexOf(target, span.end.offset);
      if (other === target || from < textSpan.end.offset) return undefined;
      return {
        edits: [{ from, to: from + target.length, text: other, place: 'all' }],
        isMeant: (after) => sameText(document, after, own)?.traits.links[n]?.target === other,
      };
    },
  );
}

/** Another last digit. */
function changedNumbers(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    ({ traits }) => traits.numbers,
    ({ span, value }, own, n) => {
      const from = span.end.offset - 1;
      const digit = Number.parseInt(text.slice(from, span.end.offset), 10);
      if (Number.isNaN(digit)) return undefined;
      return {
        edits: [{ from, to: from + 1, text: String((digit + 1) % 10), place: 'all' }],
        isMeant: (after) => {
          const now = sameText(document, after, own)?.traits.numbers;
          const [number] = now?.slice(n) ?? [];
          return now?.length === own.traits.numbers.length && number !== undefined && number.value !== value;
        },
      };
    },
  );
}

/** Another year, of dates in digits or with a month in words. */
function changedDates(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    (own) => datesOf(own, pair.locale),
    ({ span, readings }, own, n) => {
      const year = /\d{4}/.exec(text.slice(span.start.offset, span.end.offset));
      if (year === null) return undefined;
      const at = span.start.offset + year.index + 3;
      const digit = Number(text.charAt(at));
      return {
        edits: [{ from: at, to: at + 1, text: String((digit + 1) % 10), place: 'all' }],
        isMeant: (after) => {
          const now = sameText(document, after, own);
          const [date] = now === undefined ? [] : datesOf(now, pair.locale).slice(n);
          return date !== undefined && !mayBeSameDate(date.readings, readings);
        },
      };
    },
  );
}

function changedInlineCode(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    ({ traits }) => traits.codes,
    ({ span, text: code }, own, n) => {
      const last = /[a-z](?=[^a-z]*$)/.exec(code);
      const from = span.start.offset + text.slice(span.start.offset, span.end.offset).lastIndexOf(code);
      if (last === null || from < span.start.offset) return undefined;
      const at = from + last.index;
      return {
        edits: [{ from: at, to: at + 1, text: last[0] === 'x' ? 'z' : 'x', place: 'all' }],
        isMeant: (after) => {
          const now = sameText(document, after, own)?.traits.codes[n]?.text;
          return now !== undefined && now !== code;
        },
      };
    },
  );
}

/** A Latin letter as the Cyrillic one that looks like it. */
function otherLetters(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  const twins: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х' };
  return eachText(
    pair,
    ({ traits }) => traits.codes,
    ({ span, text: code }, own, n) => {
      const at = code.search(/[aceopx]/);
      const from = span.start.offset + text.slice(span.start.offset, span.end.offset).lastIndexOf(code);
      const twin = twins[code[at] ?? ''];
      if (twin === undefined || from < span.start.offset || /[^\p{ASCII}]/u.test(code)) return undefined;
      return {
        edits: [{ from: from + at, to: from + at + 1, text: twin, place: 'all' }],
        isMeant: (after) => {
          const now = sameText(document, after, own)?.traits.codes[n]?.text;
          return now !== undefined && now !== code;
        },
      };
    },
  );
}

/** Quotation marks as word processors set them; in a text a program has them for signs of its own. */
function typographicCode({ source, translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((block): readonly Mutation[] => {
    const isProgram = block.language !== undefined && !/^(?:te?xt|md|markdown|mermaid)/.test(block.language);
    const isSame = source.document.blocks.some(
      ({ kind, text: code }) => kind === 'code' && code === block.text,
    );
    if (block.kind !== 'code' || !isProgram || !isSame) return [];
    const line = /^[^#/\n]*?\(("[^"\n]+")\)[^"\n]*$/m.exec(block.text);
    const quoted = line?.[1];
    const from = quoted === undefined ? -1 : text.indexOf(quoted, block.span.start.offset);
    if (quoted === undefined || from === -1 || from > block.span.end.offset) return [];
    const typographic = `“${quoted.slice(1, -1)}”`;
    return [
      {
        what: `code in line ${block.span.start.line}`,
        node: block,
        edits: [{ from, to: from + quoted.length, text: typographic, place: 'all' }],
        isMeant: (after) => after.blocks[block.index]?.text.includes(typographic) === true,
      },
    ];
  });
}

function otherImages({ translation: { text, document } }: ParityPair): readonly Mutation[] {
  return document.blocks.flatMap((block) =>
    block.traits.images.flatMap(({ source, span }, n): readonly Mutation[] => {
      const name = /[\w-]+(?=\.\w+$)/.exec(source);
      const from = text.lastIndexOf(source, span.end.offset);
      if (name === null || from < span.start.offset) return [];
      const at = from + name.index;
      return [
        {
          what: `image in line ${span.start.line}`,
          edits: [{ from: at, to: at + name[0].length, text: 'before-the-move', place: 'all' }],
          isMeant: (after) =>
            after.blocks[block.index]?.traits.images[n]?.source.includes('before-the-move') === true,
        },
      ];
    }),
  );
}

/** The name in a placeholder, in letters that the source does not have. */
function translatedPlaceholders(pair: ParityPair): readonly Mutation[] {
  const { document } = pair.translation;
  return eachText(
    pair,
    ({ text, traits }) =>
      Array.from(text.matchAll(/(?<!\{)\{([A-Za-z][\w-]*)\}(?!\})/g)).filter(({ index }) =>
        traits.runs.some(
          ({ at, text: piece, markup }) =>
            at <= index && index < at + piece.length && !markup.includes('code'),
        ),
      ),
    (match, own) => {
      const [whole, name = ''] = match;
      const { start, end } = spanOfRunText(
        { textSpan: own.span, traits: own.traits },
        match.index,
        match.index + whole.length,
      );
      const other = `{ö${name}}`;
      return {
        edits: [{ from: start.offset, to: end.offset, text: other, place: 'all' }],
        isMeant: (after) => sameText(document, after, own)?.text.includes(other) === true,
      };
    },
  );
}

function changedAnchors(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(pair, anchorsOf, ({ id, span }, own, n) => {
    const from = span.start.offset + text.slice(span.start.offset, span.end.offset).indexOf(id);
    if (from < span.start.offset) return undefined;
    return {
      edits: [{ from, to: from + id.length, text: `${id}-2`, place: 'all' }],
      isMeant: (after) => {
        const now = sameText(document, after, own);
        return now !== undefined && anchorsOf(now)[n]?.id === `${id}-2`;
      },
    };
  });
}

function anchorsOf({ node, traits }: OwnText): OwnText['traits']['anchors'] {
  return (node.kind === 'section' ? node.heading?.anchors : traits.anchors) ?? [];
}

/** Parts of a bold text: what stays in or comes in, and what falls out. */
type BoldChange = (
  bold: EmphasisTrait,
  words: { readonly content: string; readonly behind: string },
) => { readonly edit: Edit; readonly bold: string } | undefined;

/** One word of a script that sets spaces between words. */
const spacedWord = /^(?:(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}|\p{sc=Deva})\p{L}){5,}$/u;

function eachBold(
  pair: ParityPair,
  isWanted: (bold: EmphasisTrait) => boolean,
  change: BoldChange,
): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    ({ traits }) => traits.emphases,
    (bold, own, n) => {
      if (bold.kind !== 'strong' || !isWanted(bold)) return undefined;
      const content = text.slice(bold.contentSpan.start.offset, bold.contentSpan.end.offset);
      if (content !== bold.text) return undefined;
      const behind = text.slice(bold.span.end.offset, own.span.end.offset);
      const made = change(bold, { content, behind });
      if (made === undefined) return undefined;
      return {
        edits: [made.edit],
        isMeant: (after) => {
          const now = sameText(document, after, own);
          return now?.text === own.text && now.traits.emphases[n]?.text === made.bold;
        },
      };
    },
  );
}

/** With a space before and behind them, asterisks begin no bold, whatever the renderer: a reader sees them. */
function spacedBold(pair: ParityPair): readonly Mutation[] {
  const { text, document } = pair.translation;
  return eachText(
    pair,
    ({ traits }) => traits.emphases.filter(({ kind }) => kind === 'strong'),
    ({ contentSpan }, own) => {
      const from = contentSpan.start.offset;
      if (!/\s\*\*$/.test(text.slice(0, from))) return undefined;
      return {
        edits: [{ from: from - 2, to: from, text: '** ', place: 'all' }],
        isMeant: (after) => {
          const now = sameText(document, after, own);
          return now !== undefined && now.traits.emphases.length < own.traits.emphases.length;
        },
      };
    },
  );
}

/** The bold begins later, and takes in the word behind it. */
function shiftedBold(
  { span }: EmphasisTrait,
  { content, behind }: Parameters<BoldChange>[1],
): ReturnType<BoldChange> {
  const out = firstPart(content);
  const next = /^ ?(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,2}|[\p{L}\p{M}]{2,})/u.exec(behind)?.[0];
  if (out === undefined || next === undefined) return undefined;
  const rest = content.slice(out.length);
  const space = / *$/.exec(out)?.[0] ?? '';
  const bold = `${rest}${next}`;
  const text = `${out.trimEnd()}${space}**${bold}**`;
  return {
    edit: { from: span.start.offset, to: span.end.offset + next.length, text, place: 'all' },
    bold,
  };
}

/** The bold ends earlier. */
function cutBold({ span }: EmphasisTrait, { content }: Parameters<BoldChange>[1]): ReturnType<BoldChange> {
  const first = firstPart(content);
  if (first === undefined) return undefined;
  const bold = first.trimEnd();
  const text = `**${bold}**${content.slice(bold.length)}`;
  return { edit: { from: span.start.offset, to: span.end.offset, text, place: 'all' }, bold };
}

/** The first word and the space behind it, or the first half of a single word. */
function firstPart(content: string): string | undefined {
  const words = /^\S+ +(?=\S)/.exec(content)?.[0];
  if (words !== undefined) return words;
  const letters = [...content];
  return letters.length < 3 ? undefined : letters.slice(0, Math.ceil(letters.length / 2)).join('');
}

/** Three letters or two Han characters are enough to tell a broken word; in a syllable the broken signs may be meant. */
const breakableWord = /\p{sc=Han}{2,4}|[\p{sc=Hira}\p{sc=Kana}]{2,4}|[\p{L}\p{M}]{3,}/gu;

/** A word written in UTF-8 and read in windows-1252. */
function garbledWords(pair: ParityPair): readonly Mutation[] {
  const { document } = pair.translation;
  return eachText(pair, breakableWordsOf, ({ word, from }, own) => {
    const { start, end } = spanOfRunText(
      { textSpan: own.span, traits: own.traits },
      from,
      from + word.length,
    );
    const broken = new TextDecoder('windows-1252').decode(Buffer.from(word, 'utf8'));
    return {
      edits: [{ from: start.offset, to: end.offset, text: broken, place: 'all' }],
      isMeant: (after) => {
        const now = sameText(document, after, own);
        return now?.text.replaceAll(/\s/g, '').includes(broken.replaceAll(/\s/g, '')) === true;
      },
    };
  });
}

function breakableWordsOf({ traits }: OwnText): readonly { readonly word: string; readonly from: number }[] {
  return traits.runs
    .filter(({ markup }) => !markup.includes('code'))
    .flatMap((run) =>
      Array.from(run.text.matchAll(breakableWord), (match) => ({
        word: match[0],
        from: run.at + match.index,
      })),
    )
    .filter(({ word }) => /[^a-zA-Z]/.test(word));
}
