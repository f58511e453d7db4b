import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import type { CheckedPage } from '../rule.ts';
import { excerpt } from '../structure/excerpt.ts';
import { isCutName } from '../texts/unfinished-end.ts';

/** One of several names in a line that ends in the middle, or is not there: JSON, and small. */
export interface CutName {
  readonly kind: 'name';
  readonly path: string;
  readonly span: Span;
  /** Empty where nothing stands between two bars. */
  readonly text: string;
  readonly end: 'word' | 'hyphen' | 'nothing';
}

/** A sentence about bars holds longer pieces. */
const longestName = 80;

/** The names of a page that are cut, in lines that set names apart by bars: `Admin agent | Sales agent`. */
export function* cutNames({ document, locale, path }: CheckedPage): Generator<CutName> {
  if (!document.text.includes('| ')) return;
  for (const text of ownTexts(document)) {
    if (!text.text.includes('|') || text.node.kind === 'cell') continue;
    const names = namesOf(text);
    if (names.filter(({ name }) => name !== '').length < 3) continue;
    if (names.some(({ name }) => name.length > longestName)) continue;
    for (const { name, from, to } of names.slice(0, -1)) {
      const end = endOf(name, locale);
      if (end === undefined) continue;
      const span = spanOfRunText({ textSpan: text.span, traits: text.traits }, from, to);
      yield { kind: 'name', path, span, text: excerpt(name), end };
    }
  }
}

function endOf(name: string, locale: string): CutName['end'] | undefined {
  if (name === '') return 'nothing';
  if (!isCutName(name, locale)) return undefined;
  return name.endsWith('-') ? 'hyphen' : 'word';
}

interface Name {
  readonly name: string;
  /** Of an empty one with the spaces that are in its place. */
  readonly from: number;
  readonly to: number;
}

/** What stands between bars; nothing of a text that holds code, whose bars are code. */
function namesOf({ text, traits }: OwnText): readonly Name[] {
  if (traits.codes.length > 0) return [];
  return Array.from(text.matchAll(/[^|]+/g), ({ 0: piece, index }, n): Name => {
    // What announces the names ends in a colon.
    const start = (n === 0 ? /^.*?[:：]\s/u.exec(piece)?.[0].length : undefined) ?? 0;
    const name = piece.slice(start).trim();
    if (name === '') return { name, from: index, to: index + piece.length };
    const from = index + start + piece.slice(start).search(/\S/u);
    return { name, from, to: from + name.length };
  });
}
