import { type CutName, cutNames } from './lengths/cut-names.ts';
import { expectedRatio, type LocaleRatio, localeRatioOf } from './lengths/locale-ratio.ts';
import { type LengthFact, lengthFacts, type ShortText } from './lengths/short-texts.ts';
import type { Draft, TreeRule } from './rule.ts';

/** Finds a text whose translation stops in the middle, or is far shorter than its source. */
export const truncatedText: TreeRule<LengthFact | CutName> = {
  id: 'truncated-text',
  on: 'tree',
  severity: 'error',
  docs: {
    summary:
      'A paragraph, step or item stops in the middle, or says far less than its source, by the length that the texts of this language have on the other pages; or one of several names between bars is cut or gone.',
    why: 'A reader does not get to know the rest.',
    fix: 'Translate the rest of the text.',
  },
  *collect(family) {
    for (const pair of family.pairs) yield* lengthFacts(pair, family);
    for (const page of family.pages) {
      if (!page.isSource && page.state !== 'unreadable') yield* cutNames(page);
    }
  },
  *check({ facts }) {
    const samples = new Map<string, number[]>();
    for (const fact of facts) {
      if (fact.kind !== 'ratios') continue;
      const known = samples.get(fact.locale) ?? [];
      samples.set(fact.locale, known);
      known.push(...fact.ratios);
    }
    const ratios = new Map([...samples].map(([locale, own]) => [locale, localeRatioOf(own)]));
    for (const fact of facts) {
      if (fact.kind === 'text') yield* draftsFor(fact, ratios.get(fact.locale));
      if (fact.kind === 'name') yield draftForName(fact);
    }
  },
};

function draftForName({ path, span, text, end }: CutName): Draft {
  return {
    message: end === 'nothing' ? 'Nothing stands between two bars' : `\`${text}\` ends in the middle`,
    help: end === 'nothing' ? 'Write the name, or remove a bar.' : 'Write the whole name.',
    span,
    path,
    severity: 'warning',
    confidence: 0.9,
    data: { share: null, end },
  };
}

function* draftsFor(text: ShortText, locale: LocaleRatio | undefined): Generator<Draft> {
  const ratio = expectedRatio(text.page, locale);
  const share = text.sourceLength === 0 ? 1 : text.length / (text.sourceLength * ratio.usual);
  const shortness = text.isNearby ? 'usual' : shortnessOf(text, share, ratio);
  const { unfinished } = text;
  if (shortness === 'usual' && unfinished === null) return;
  yield {
    ...wordsFor(text, share, shortness !== 'usual', locale !== undefined),
    span: shortness === 'usual' ? text.end : text.span,
    path: text.path,
    severity: severityOf(text, share, shortness),
    confidence: text.sureness * (shortness !== 'usual' && unfinished !== null ? 0.95 : 0.7),
    related: [{ label: 'the source', ...text.source }],
    data: { share: Math.round(share * 100) / 100, end: unfinished ?? '' },
  };
}

type Shortness = 'usual' | 'short' | 'very short';

/**
 * How far out the length is. Where sentences are missing too, or the full stop, less is enough: translations with fewer
 * sentences are as long as others, for their sentences are longer.
 */
function shortnessOf(
  { sourceLength, lacksSentences, isFinished }: ShortText,
  share: number,
  { spread }: LocaleRatio,
): Shortness {
  if (sourceLength < 60) return 'usual';
  const distance = -Math.log(share) / spread;
  const isLong = sourceLength >= 80;
  if (isLong && distance > 6 && share < 0.45) return 'very short';
  if (lacksSentences && share < 0.7 && distance > (isLong ? 2.8 : 3.5)) {
    return sourceLength >= 120 || share < 0.5 ? 'very short' : 'short';
  }
  if (isLong && !isFinished && share < 0.6 && distance > 4) return 'very short';
  return isLong && share < 0.5 && distance > 4.5 ? 'short' : 'usual';
}

function severityOf(
  { unfinished, sureness }: ShortText,
  share: number,
  shortness: Shortness,
): NonNullable<Draft['severity']> {
  if (unfinished !== null && shortness !== 'usual') return sureness >= 0.75 ? 'error' : 'warning';
  if (unfinished !== null && share < 0.75) return 'warning';
  return shortness === 'very short' ? 'warning' : 'note';
}

function wordsFor(
  { tail, excerpt, unfinished }: ShortText,
  share: number,
  isShort: boolean,
  isOfLocale: boolean,
): Pick<Draft, 'message' | 'help'> {
  const help = 'Translate the rest of the text.';
  if (!isShort) return { message: `The text ends in the middle: \`${tail}\``, help };
  const others = isOfLocale ? "this language's other texts" : "the page's other texts";
  const size = `has ${Math.max(1, Math.round(share * 100))}% of the length that ${others} lead to expect`;
  return unfinished === null
    ? { message: `The text \`${excerpt}\` ${size}`, help: 'Translate what is missing of the text.' }
    : { message: `The text ends in the middle, \`${tail}\`, and ${size}`, help };
}
