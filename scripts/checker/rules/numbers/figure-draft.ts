import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';
import { setsSpacesBetweenWords } from '../../../../src/domain/locale/scripts.ts';
import type { Severity } from '../../../../src/domain/report/report.ts';
import type { Draft, PairContext } from '../rule.ts';
import { excerpt } from '../structure/excerpt.ts';
import type { FigureChange } from './changed-figures.ts';
import { figureFix } from './figure-fix.ts';
import type { Figure, FoundWord } from './figures.ts';
import type { Placed } from './match-figures.ts';

/** What the rules about figures say of one that was changed; `noun` begins the message: `Number`. */
export function figureDraft(context: PairContext, change: FigureChange, noun: string): Draft {
  const { source, translation, reason, texts } = change;
  const found = shownFigure(translation, context.translation.locale);
  const expected = shownFigure(source, context.source.locale);
  const fix = figureFix(change, context);
  return {
    message: `${noun} is \`${found}\`, the source says \`${expected}\``,
    help: `Write what the source says, or ignore this line with a reason if something else holds here.`,
    span: spanOfFigure(translation, change, context.translation.locale),
    severity: texts.score < sureScore && severities[reason] === 'error' ? 'warning' : severities[reason],
    confidence: Math.round(Math.min(1, 0.4 + texts.score * 0.6) * sureness[reason] * 100) / 100,
    related: [
      {
        label: 'the source',
        path: context.source.path,
        span: spanOfFigure(source, change, context.source.locale),
      },
    ],
    data: { found: translation.figure.text, expected: source.figure.text },
    ...(fix && { fix }),
  };
}

/** Below this, one of two texts may say a little more than the other. */
const sureScore = 0.75;

/** Several at once, and words, may be put in another way. */
const severities: Readonly<Record<FigureChange['reason'], Severity>> = {
  unit: 'error',
  name: 'error',
  only: 'error',
  order: 'warning',
  word: 'warning',
  'vague word': 'note',
  bound: 'note',
};

const sureness: Readonly<Record<FigureChange['reason'], number>> = {
  unit: 0.95,
  name: 0.95,
  only: 0.9,
  order: 0.75,
  word: 0.75,
  'vague word': 0.5,
  bound: 0.5,
};

type PlacedFigure = Placed<Figure | FoundWord>;

/** The digits or the word; with the unit where that is another one. */
export function spanOfFigure({ figure, text }: PlacedFigure, { kind }: FigureChange, locale: string): Span {
  const to = kind === 'unit' ? endOfCounted(figure, text.text, locale) : figure.to;
  return spanOfRunText({ textSpan: text.span, traits: text.traits }, figure.from, to);
}

/** The figure with the word behind it, which says what is counted, or the name it stands behind. */
export function shownFigure({ figure, text: { text } }: PlacedFigure, locale: string): string {
  const name = 'name' in figure ? figure.name : undefined;
  if (name !== undefined) return excerpt(text.slice(beginOf(text, figure.from, name), figure.to));
  return excerpt(text.slice(figure.from, endOfCounted(figure, text, locale)));
}

/** Behind the word that says what a number counts. */
function endOfCounted(figure: Figure | FoundWord, text: string, locale: string): number {
  if (!('values' in figure)) return figure.to;
  const pattern = setsSpacesBetweenWords(locale) ? wordBehind : signsBehind;
  return figure.to + (pattern.exec(text.slice(figure.to, figure.to + 40))?.[0].length ?? 0);
}

const wordBehind = /^(?:[ \u00A0\u202F-]?[%°]|[ \u00A0\u202F-]?[\p{L}\p{M}]+)/u;
/** Two characters are a word, most often. */
const signsBehind = /^(?:[%°]|[ \u00A0\u202F]?[\p{L}\p{M}]{1,2})/u;

function beginOf(text: string, at: number, name: string): number {
  const begin = text.slice(0, at).toLowerCase().lastIndexOf(name);
  return begin === -1 ? at : begin;
}
