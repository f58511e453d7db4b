import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';

/** A text of a page with what is no prose blotted out, unit for unit: code by `codeBlot`, addresses by `addressBlot`. */
export interface Prose {
  readonly own: OwnText;
  /** As long as the own text, unit for unit. */
  readonly text: string;
}

/** Stands for code: U+FFFC, the object replacement character. */
export const codeBlot = '\ufffc';
/** Stands for addresses: U+FFFB, which no page has either. */
export const addressBlot = '\ufffb';

/** Every text of a page that people wrote to be read, in order: no code, no raw HTML, no component. */
export function proseOf(document: PageDocument): readonly Prose[] {
  const known = proseBefore.get(document) ?? readProse(document);
  proseBefore.set(document, known);
  return known;
}

/** Where a range of the prose stands in the file. */
export function spanOfProse({ own }: Prose, from: number, to: number): Span {
  return spanOfRunText({ textSpan: own.span, traits: own.traits }, from, to);
}

/** True when a range of the prose is one piece of the file, without markup or character references in it. */
export function isOnePiece({ own }: Prose, from: number, to: number): boolean {
  const run = own.traits.runs.find(({ at, text }) => at <= from && from < at + text.length);
  if (run === undefined || run.at + run.text.length < to) return false;
  return run.span.end.offset - run.span.start.offset === run.text.length;
}

/** Rules about characters all go through the same texts. */
const proseBefore = new WeakMap<PageDocument, readonly Prose[]>();

function readProse(document: PageDocument): readonly Prose[] {
  return ownTexts(document).flatMap((own) =>
    own.node.kind === 'html' || own.node.kind === 'component' ? [] : [{ own, text: blotOut(own) }],
  );
}

function blotOut({ text, traits }: OwnText): string {
  if (traits.codes.length === 0 && !addressSign.test(text)) return text;
  let prose = '';
  for (const run of traits.runs) {
    if (!run.markup.includes('code') || run.at < prose.length) continue;
    prose += text.slice(prose.length, run.at) + codeBlot.repeat(run.text.length);
  }
  prose += text.slice(prose.length);
  return addressSign.test(prose)
    ? prose.replace(address, (written) => addressBlot.repeat(written.length))
    : prose;
}

const addressSign = /:\/\/|www\.|@/;
const address =
  /(?:[a-z][a-z+.-]{1,20}:\/\/|www\.)[^\s\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}<>"'`，。、；：！？（）「」]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
