import { ownTexts } from '../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import { type Edit, lineEnd, lineStart } from '../edit-text.ts';
import type { MutationKind, ParityPair } from '../mutation.ts';
import { keyOf, type OutlineEntry, outlineOf } from '../outline.ts';
import { reorderingKinds } from './reorderings.ts';

/** Edits that change nothing for a reader; each is made all over the page at once. */
export const harmlessKinds: readonly MutationKind[] = [
  harmless('break lines anew', brokenLines),
  harmless('other list markers', otherMarkers),
  harmless('other quotation marks', otherQuotes, ({ kind, text }) => foldQuotes(`${kind} ${text}`)),
  harmless('a space at the end of lines', trailingSpaces),
  harmless('comments', comments, undefined, ({ node, text }) => node.kind !== 'html' || text !== ''),
  harmless('more blank lines', blankLines),
  // Python-Markdown knows no `1)`.
  harmless('1) for 1.', ({ text, document }) =>
    document.dialect === 'mkdocs' ? [] : stepMarkers(text, document, (marker) => marker.replace('.', ')')),
  ),
  harmless('1. for every number', ({ text, document }) =>
    stepMarkers(text, document, (marker, first) =>
      // A list that goes on with another's numbers would begin anew.
      first === 1 ? `1${marker.slice(-1)}${' '.repeat(marker.length - 2)}` : marker,
    ),
  ),
  harmless('CRLF line ends', ({ text }) =>
    text.includes('\r')
      ? []
      : Array.from(text.matchAll(/\n/g), ({ index }): Edit => ({ from: index, to: index, text: '\r' })),
  ),
  ...reorderingKinds,
];

/** Takes a page and says which edits to make. */
type PageEdits = (page: ParityPair['translation'], pair: ParityPair) => readonly Edit[];

function harmless(
  name: string,
  editsOf: PageEdits,
  fold: (entry: OutlineEntry) => string = keyOf,
  isShown: (entry: OutlineEntry) => boolean = () => true,
): MutationKind {
  const looksOf = (document: PageDocument): string =>
    outlineOf(document).filter(isShown).map(fold).join('\n').replaceAll(/\s+/g, ' ');
  return {
    name,
    rules: [],
    mutationsOf: (pair) => {
      const { document } = pair.translation;
      const edits = editsOf(pair.translation, pair);
      if (edits.length === 0) return [];
      const isMeant = (after: PageDocument): boolean => looksOf(after) === looksOf(document);
      return [{ what: 'the whole page', edits, isMeant }];
    },
  };
}

/** A long paragraph gets a line end at the space nearest behind so many characters. */
const lineLength = 60;

/** Only at plain spaces between words, where a line that begins there begins no other block. */
function brokenLines({ text, document }: ParityPair['translation']): readonly Edit[] {
  return document.blocks.flatMap((block): Edit[] => {
    if (!['paragraph', 'item', 'step'].includes(block.kind)) return [];
    const { start } = block.textSpan;
    const before = text.slice(lineStart(text, start.offset), start.offset);
    // What continues stands below the first word: markers become spaces, quotes stay quotes.
    const indent = before.replaceAll(/[^ \t>]/g, ' ');
    let last = start.offset;
    return block.traits.runs.flatMap((run): Edit[] => {
      const isPlain = !run.markup.includes('code') && !run.markup.includes('link');
      const { start: from, end } = run.span;
      if (!isPlain || end.offset - from.offset !== run.text.length) return [];
      return Array.from(run.text.matchAll(/(?<=[\p{L},]) (?=\p{L})/gu)).flatMap((space): Edit[] => {
        const at = from.offset + space.index;
        if (at - last < lineLength) return [];
        last = at;
        return [{ from: at, to: at + 1, text: `\n${indent}` }];
      });
    });
  });
}

function otherMarkers({ text, document }: ParityPair['translation']): readonly Edit[] {
  return document.blocks.flatMap((block): Edit[] => {
    const from = block.span.start.offset;
    if (block.kind !== 'item' || !/[-*+]/.test(text.charAt(from))) return [];
    return [{ from, to: from + 1, text: text.charAt(from) === '*' ? '-' : '*' }];
  });
}

function otherQuotes({ text, document }: ParityPair['translation']): readonly Edit[] {
  return ownTexts(document)
    .filter(({ node }) => node.kind !== 'html' && node.kind !== 'component')
    .flatMap(({ traits }) =>
      traits.runs.flatMap((run): Edit[] => {
        const from = run.span.start.offset;
        if (run.markup.includes('code') || text.slice(from, run.span.end.offset) !== run.text) return [];
        return Array.from(run.text.matchAll(/[“”„«»"]/g), (quote): Edit => {
          const at = from + quote.index;
          return { from: at, to: at + 1, text: quote[0] === '"' ? '”' : '"' };
        });
      }),
    );
}

function foldQuotes(text: string): string {
  return text.replaceAll(/\\?[“”„«»"]/g, '"');
}

function trailingSpaces({ text, document }: ParityPair['translation']): readonly Edit[] {
  return ownTexts(document)
    .filter(({ node }) => ['paragraph', 'item', 'step', 'section'].includes(node.kind))
    .flatMap(({ span }): Edit[] => {
      const end = lineEnd(text, span.end.offset);
      const line = text.slice(lineStart(text, end), end);
      return text.slice(span.end.offset, end) !== '' || /[ \\]$/.test(line)
        ? []
        : [{ from: end, to: end, text: ' ' }];
    });
}

/** Below every heading. */
function comments({ text, document }: ParityPair['translation']): readonly Edit[] {
  const comment = document.dialect === 'mdx' ? '{/* Reviewed in May. */}' : '<!-- Reviewed in May. -->';
  return document.sections.flatMap(({ heading }): Edit[] => {
    if (heading === undefined) return [];
    const end = lineEnd(text, heading.span.end.offset);
    return [{ from: end, to: end, text: `\n\n${comment}\n` }];
  });
}

function blankLines({ text, document }: ParityPair['translation']): readonly Edit[] {
  return [document.root, ...document.sections]
    .flatMap(({ blocks, heading }) => [...(heading === undefined ? [] : [heading]), ...blocks])
    .flatMap(({ span }): Edit[] => {
      const from = lineStart(text, span.start.offset);
      return from > 1 && text.slice(from - 2, from) === '\n\n' ? [{ from, to: from, text: '\n' }] : [];
    });
}

function stepMarkers(
  text: string,
  document: PageDocument,
  change: (marker: string, first: number) => string,
): readonly Edit[] {
  const markerAt = (from: number): string | undefined => /^\d+\./.exec(text.slice(from, from + 12))?.[0];
  return document.blocks.flatMap((block): Edit[] => {
    if (block.kind !== 'step') return [];
    const from = block.span.start.offset;
    const marker = markerAt(from);
    const first = markerAt(block.parent?.children[0]?.span.start.offset ?? from) ?? '1';
    if (marker === undefined) return [];
    return [{ from, to: from + marker.length, text: change(marker, Number.parseInt(first, 10)) }];
  });
}
