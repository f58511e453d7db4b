import { indexLines } from '../../../src/domain/document/line-index.ts';
import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { keywordNames } from './fields/field-names.ts';
import { type LeafField, leafFields } from './fields/leaf-fields.ts';
import type { CheckedPage, Draft, FamilyRule } from './rule.ts';

/** Finds keywords that a page lists twice. */
export const repeatedKeyword: FamilyRule = {
  id: 'repeated-keyword',
  on: 'family',
  severity: 'warning',
  docs: {
    summary: 'The keywords, tags or categories of a page hold one twice.',
    why: 'Lists of tags show it twice, and two words of the source that became one lose what told them apart.',
    fix: 'Remove the second one, or find another word where two words of the source became the same.',
  },
  *check({ pages, pairs }) {
    const sources = new Map(pairs.map(({ source, translation }) => [translation.path, source]));
    for (const page of pages) {
      if (page.document.frontMatter === undefined) continue;
      for (const field of leafFields(page.document).values()) {
        if (keywordNames.has(field.name.toLowerCase()))
          yield* repeatedIn(field, page, sources.get(page.path));
      }
    }
  },
};

function* repeatedIn(field: LeafField, page: CheckedPage, source: CheckedPage | undefined): Generator<Draft> {
  const entries = readEntries(field, page.document);
  const repeated = entries.filter(({ key }, at) => entries.findIndex((earlier) => earlier.key === key) < at);
  const [first] = repeated;
  if (first === undefined) return;
  const original = source && leafFields(source.document).get(field.path);
  const originals = source && original ? readEntries(original, source.document) : [];
  const isMerged =
    originals.length === entries.length && new Set(originals.map(({ key }) => key)).size === originals.length;
  const words = [...new Set(repeated.map(({ text }) => `\`${text}\``))];
  yield {
    message: `\`${field.path}\` has ${words.join(', ')} ${repeated.length === 1 ? 'twice' : 'more than once'}`,
    help: isMerged
      ? 'Write another word, or remove it: two keywords of the source became the same.'
      : 'Remove what is repeated.',
    span: first.span,
    path: page.path,
    ...(isMerged && { severity: 'note' }),
    ...(source && original && { related: [{ label: 'the source', path: source.path, span: original.span }] }),
    data: { field: field.path, keywords: repeated.map(({ text }) => text) },
    ...(!isMerged && {
      fix: {
        title: `Remove ${words.join(', ')}`,
        safety: 'safe',
        edits: repeated.map(({ withSign }) => ({ span: withSign, text: '' })),
      },
    }),
  };
}

interface Entry {
  readonly text: string;
  /** Equal for two that readers take for the same. */
  readonly key: string;
  readonly span: Span;
  /** With the sign or the line before it that sets it apart. */
  readonly withSign: Span;
}

/** The entries of a list or of a text with commas, each with its place; none where they cannot be told. */
function readEntries({ value, span }: LeafField, { text }: PageDocument): readonly Entry[] {
  const written = text.slice(span.start.offset, span.end.offset);
  const isList = Array.isArray(value);
  // A comma inside quotes, a comment or a value of several lines is not told apart here.
  if (isList ? /["'].*,.*["']|#/.test(written) : typeof value !== 'string' || /[\r\n]/.test(written))
    return [];
  const lines = indexLines(text);
  const entries = Array.from(
    written.matchAll(isList ? listEntry : textEntry),
    ({ 0: whole, index }): Entry => {
      const start = span.start.offset + index;
      const from = start + (/^[\s,，、;；[-]*["']?/u.exec(whole)?.[0].length ?? 0);
      const to = start + whole.replace(/[\s"'\]]+$/u, '').length;
      const own = text.slice(from, Math.max(from, to));
      return {
        text: own,
        key: own.normalize('NFKC').toLowerCase(),
        span: lines.spanOf(from, to),
        withSign: lines.spanOf(start, isList ? start + whole.replace(/[\s\]]+$/u, '').length : to),
      };
    },
  ).filter(({ key }) => key !== '');
  return isList && entries.length !== value.length ? [] : entries;
}

/** An entry of a list, with the comma, or the line end and dash, before it. */
const listEntry = /(?:^|[[,]|\r?\n[ \t]*-[ \t])[^,\r\n]*/g;

/** A part of a text, with the comma before it. */
const textEntry = /(?:^|[,，、;；])[^,，、;；]*/gu;
