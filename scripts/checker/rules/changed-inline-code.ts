import type { OwnText } from '../../../src/domain/document/own-text.ts';
import type { PageDocument, Span, TextTrait } from '../../../src/domain/document/page-document.ts';
import { sliceOf, spanOfRunText } from '../../../src/domain/document/spans.ts';
import { type CodeMatch, type LostCode, matchCodes } from './code/match-codes.ts';
import type { Draft, PairContext, PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds code inside a text that is not what the source says. */
export const changedInlineCode: PairRule = {
  id: 'changed-inline-code',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'Code inside a text is spelt otherwise than in the source, translated, or no longer code.',
    why: 'A reader who types or copies it gets something that no program knows.',
    fix: 'Copy the code from the source; names, values and commands are the same in every language.',
  },
  *check(context) {
    const { changed, lost } = matchCodes(context);
    for (const match of changed) {
      const draft = draftOfChange(match, context);
      if (draft !== undefined) yield draft;
    }
    const said = new Set<string>();
    for (const code of lost) {
      const draft = said.has(code.source.text) ? undefined : draftOfLost(code, context);
      if (draft === undefined) continue;
      said.add(code.source.text);
      yield draft;
    }
  },
};

function draftOfChange(match: CodeMatch, context: PairContext): Draft | undefined {
  const { kind, source, translation, texts } = match;
  if (isOwnAffair(match, context)) return undefined;
  const span = contentSpan(context.translation.document, translation);
  const isSafe = kind === 'letters' || kind === 'quotes';
  const fix = { title: `Write \`${excerpt(source.text)}\``, edits: [{ span, text: source.text }] };
  return {
    message: `Code is \`${excerpt(translation.text)}\`, the source's is \`${excerpt(source.text)}\`${reasons[kind]}`,
    help: 'Copy the code from the source.',
    span,
    severity: kind === 'spaces' && isInsideWord(source.text, translation.text) ? 'warning' : severities[kind],
    confidence: Math.min(texts.score, kind === 'words' ? 0.7 : 1),
    related: [{ label: 'the source', path: context.source.path, span: source.span }],
    data: { kind, code: translation.text, sourceCode: source.text },
    ...(isSafe && { fix: { ...fix, safety: 'safe' } }),
    ...((kind === 'spelling' || kind === 'spaces') && { fix: { ...fix, safety: 'unsafe' } }),
  };
}

const severities: Readonly<Record<CodeMatch['kind'], NonNullable<Draft['severity']>>> = {
  letters: 'error',
  quotes: 'warning',
  spelling: 'warning',
  spaces: 'note',
  case: 'note',
  ending: 'note',
  words: 'note',
};

const reasons: Readonly<Record<CodeMatch['kind'], string>> = {
  letters: '; some of its signs only look like those',
  quotes: '; its quotation marks are typographic',
  spelling: '',
  spaces: '; its spaces differ',
  case: '',
  ending: '',
  words: '',
};

/** Keys carry the names of their keyboard, and names that are made up may be so in any language. */
function isOwnAffair({ kind, source, translation }: CodeMatch, context: PairContext): boolean {
  if (kind === 'letters' || kind === 'quotes' || kind === 'spaces') return false;
  if (keyNames.test(source.text)) return true;
  if (kind !== 'words') return false;
  const isKept = context.translation.document.text.includes(source.text);
  return !isKept || context.source.document.text.includes(translation.text);
}

const keyNames =
  /^(?:(?:ctrl|alt|shift|cmd|command|option|win|fn)\b|(?:enter|esc|escape|tab|space|return)$)/i;

/** A space where a name would break in two, or none where two words part. */
function isInsideWord(source: string, translation: string): boolean {
  return wordsOf(source) !== wordsOf(translation);
}

function wordsOf(code: string): string {
  return code.match(/\w+/g)?.join(' ') ?? '';
}

/** Code that stands in the text as a plain word. */
function draftOfLost({ source, texts }: LostCode, context: PairContext): Draft | undefined {
  const { text: code } = source;
  if (!/[A-Za-z]{2}/.test(code)) return undefined;
  if (texts.source.some((text) => plainPlaceOf(code, text) !== undefined)) return undefined;
  for (const text of texts.translation) {
    const at = plainPlaceOf(code, text);
    if (at === undefined) continue;
    const span = spanOfRunText({ textSpan: text.span, traits: text.traits }, at, at + code.length);
    if (sliceOf(context.translation.document, span) !== code) continue;
    return {
      message: `\`${excerpt(code)}\` is plain text, the source has it as code`,
      help: 'Set it between backticks, as the source does.',
      span,
      severity: 'note',
      confidence: texts.score,
      related: [{ label: 'the source', path: context.source.path, span: source.span }],
      data: { kind: 'plain', code, sourceCode: code },
      fix: {
        title: `Set \`${excerpt(code)}\` as code`,
        safety: 'unsafe',
        edits: [{ span, text: `\`${code}\`` }],
      },
    };
  }
  return undefined;
}

/** Where a text has the code as words of its own, outside code and links. */
function plainPlaceOf(code: string, { text, traits: { runs } }: OwnText): number | undefined {
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1)) {
    const isWhole = !isWordSign(text[at - 1]) && !isWordSign(text[at + code.length]);
    const run = runs.find((each) => each.at <= at && at < each.at + each.text.length);
    if (isWhole && run !== undefined && !run.markup.includes('code') && !run.markup.includes('link'))
      return at;
  }
  return undefined;
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\w.\-/@]/.test(sign);
}

/** Between the backticks, where the code stands there as it is. */
function contentSpan(document: PageDocument, { text, span }: TextTrait): Span {
  const at = sliceOf(document, span).indexOf(text);
  if (at <= 0 || text.includes('\n')) return span;
  const { start } = span;
  const from = { line: start.line, column: start.column + at, offset: start.offset + at };
  return {
    start: from,
    end: { ...from, column: from.column + text.length, offset: from.offset + text.length },
  };
}
