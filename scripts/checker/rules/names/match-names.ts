import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { Block, Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { alignedTexts } from '../../align/aligned-texts.ts';
import type { PairContext } from '../rule.ts';
import { codeNamesIn, isCodeName } from './code-names.ts';

/** A name of the source that the answering text does not have. */
export interface LostName {
  readonly name: string;
  readonly sourceSpan: Span;
  readonly text: OwnText;
  /**
   * `whole`: the source's text is the name, and the translation's something else. `column`: that stands among cells
   * that are the same in both languages. `within`: the name is one of many words.
   */
  readonly how: 'whole' | 'column' | 'within';
}

/**
 * Names which programs read that a translation has nowhere at all: where one stands elsewhere in the page, its cell or
 * sentence may have moved.
 */
export function lostNames({ translation, alignment }: PairContext): readonly LostName[] {
  const lost: LostName[] = [];
  let page: string | undefined;
  for (const pair of alignedTexts(alignment)) {
    const [from, to] = [pair.source[0], pair.translation[0]];
    if (from === undefined || to === undefined || pair.score < 0.5) continue;
    if (pair.source.length + pair.translation.length > 2 || from.text === to.text || !isReadable(from))
      continue;
    const found = namesOf(from, to, alignment.pairOf);
    if (found.length === 0) continue;
    page ??= ownTexts(translation.document)
      .map(({ text }) => text)
      .join('\n')
      .toLowerCase();
    const whole = page;
    lost.push(...found.filter(({ name }) => !holds(whole, name.toLowerCase())));
  }
  return lost;
}

/** True when a name stands in a text by itself; letters without case, as of Chinese, are no part of it. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const isPart = /[\p{Ll}\p{N}]$/u.test(text.slice(Math.max(0, at - 1), at));
    if (!isPart && !/^[\p{Ll}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 1))) return true;
  }
  return false;
}

function isReadable({ node }: OwnText): boolean {
  return node.kind !== 'html' && node.kind !== 'component' && node.kind !== 'image';
}

function namesOf(from: OwnText, to: OwnText, pairOf: PairContext['alignment']['pairOf']): LostName[] {
  const name = from.text.trim();
  if (isCodeName(name)) {
    return isLetters(to.text) ? [{ name, sourceSpan: from.span, text: to, how: 'whole' }] : [];
  }
  if (from.node.kind === 'cell' && /^[\p{Ll}\p{Lu}\p{N}.&-]{2,12}$/u.test(name) && isLetters(to.text)) {
    return isAmongSame(from.node, pairOf) ? [{ name, sourceSpan: from.span, text: to, how: 'column' }] : [];
  }
  return namesWithin(from).map((within) => ({ ...within, text: to, how: 'within' }));
}

type NameWithin = Pick<LostName, 'name' | 'sourceSpan'>;

/** A source's text is asked once for each translation. */
const withinBefore = new WeakMap<OwnText, readonly NameWithin[]>();

function namesWithin(text: OwnText): readonly NameWithin[] {
  const known = withinBefore.get(text) ?? readNamesWithin(text);
  withinBefore.set(text, known);
  return known;
}

function readNamesWithin({ text, traits, span }: OwnText): readonly NameWithin[] {
  return codeNamesIn(text).flatMap(({ name, from }): NameWithin[] => {
    const isInCode = traits.runs.some(
      (run) => run.markup.includes('code') && run.at <= from && from < run.at + run.text.length,
    );
    if (isInCode) return [];
    return [{ name, sourceSpan: spanOfRunText({ textSpan: span, traits }, from, from + name.length) }];
  });
}

function isLetters(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** True where at least four in five of the other cells of a column, and three, are the same in both languages. */
function isAmongSame(cell: Block, pairOf: PairContext['alignment']['pairOf']): boolean {
  const rows = cell.parent?.parent?.children.slice(1) ?? [];
  const column = rows.flatMap(({ children }) => children[cell.position ?? -1] ?? []);
  const others = column.filter((other) => other !== cell && other.text !== '' && isLetters(other.text));
  if (!column.includes(cell)) return false;
  const same = others.filter((other) => pairOf(other).translation.some(({ text }) => text === other.text));
  return same.length >= 3 && same.length * 5 >= others.length * 4;
}
