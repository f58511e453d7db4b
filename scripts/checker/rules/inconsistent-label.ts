import { labelTextOf, looseLabelOf } from '../../../src/domain/document/label-text.ts';
import type { OwnText } from '../../../src/domain/document/own-text.ts';
import type { EmphasisTrait, Span } from '../../../src/domain/document/page-document.ts';
import { textRangeOf } from '../../../src/domain/document/text-place.ts';
import { languageOf } from '../../../src/domain/locale/scripts.ts';
import { alignedTexts } from '../align/aligned-texts.ts';
import { isInStep } from './labels/in-step.ts';
import { hasBrokenLetters, mostBolds } from './labels/match-labels.ts';
import type { Draft, PairContext, TreeRule } from './rule.ts';

/** Finds one label of the source that a locale's pages call by two names. */
export const inconsistentLabel: TreeRule<LabelledText> = {
  id: 'inconsistent-label',
  on: 'tree',
  severity: 'warning',
  docs: {
    summary: 'One bold label of the source has two different names in one locale.',
    why: 'A reader looks for two buttons where there is one.',
    fix: 'Choose the name that the product shows, and use it everywhere.',
  },
  *collect({ pairs }) {
    for (const pair of pairs) yield* labelledTexts(pair);
  },
  *check({ facts, product }) {
    const ofProduct = new Set(
      [...(product.labels.get(product.sourceLocale)?.values() ?? [])].map(({ text }) => labelTextOf(text)),
    );
    for (const [locale, texts] of Map.groupBy(facts, (text) => text.locale)) {
      const uses = withoutSlips(texts.flatMap(usesIn));
      const known = new KnownNames(uses);
      // Where the product says what its label is, the page is held against that.
      const isSettled = (source: string): boolean => product.labels.has(locale) && ofProduct.has(source);
      for (const [source, named] of Map.groupBy(uses, (use) => use.source)) {
        if (!isSettled(source)) yield* compareNames(source, named, known);
      }
    }
  },
};

/** A label of the source and its name in a translation. */
interface NamedLabel {
  readonly source: string;
  readonly name: string;
}

/** One text of a translation, and the labels it names. */
interface LabelledText {
  readonly locale: string;
  readonly path: string;
  /** All that is bold in it. */
  readonly bolds: readonly NamedLabel[];
  /** What of it is a label, or looks like one. */
  readonly labels: readonly (NamedLabel & {
    readonly span: Span;
    /** Whether the label stands in brackets, within the bold or around it. */
    readonly isBracketed: boolean;
  })[];
}

/** One place where a label of the source has a name in a translation. */
interface Use extends NamedLabel {
  readonly span: Span;
  readonly isBracketed: boolean;
  readonly text: LabelledText;
}

function usesIn(text: LabelledText): Use[] {
  return text.labels.map((label) => ({ ...label, text }));
}

/** Leaves out bold that slid off its label: what has no brackets where the locale sets labels in brackets. */
function withoutSlips(uses: readonly Use[]): readonly Use[] {
  const bracketed = uses.filter(({ isBracketed }) => isBracketed);
  return bracketed.length * 2 > uses.length ? bracketed : uses;
}

function* compareNames(source: string, named: readonly Use[], known: KnownNames): Iterable<Draft> {
  const certain = named.filter((use) => !isReordered(use, known));
  const byName = Map.groupBy(certain, ({ name }) => looseLabelOf(name));
  if (byName.size < 2) return;
  const [usual = []] = [...byName.values()].toSorted((one, other) => other.length - one.length);
  const [first] = usual;
  if (first === undefined) return;
  for (const use of certain) {
    const isUsual = looseLabelOf(use.name) === looseLabelOf(first.name);
    if (isUsual || isInflection(use.name, first.name) || holdsOther(use.name, first.name)) continue;
    yield {
      message: `Label is \`${use.name}\` here and \`${first.name}\` elsewhere, the source has \`${source}\` for both`,
      help: 'Use the name that the product shows in both places.',
      span: use.span,
      path: use.text.path,
      confidence: usual.length > 1 ? 0.8 : 0.6,
      related: [{ label: 'the other name', path: first.text.path, span: first.span }],
      data: { source, found: use.name, expected: first.name },
    };
  }
}

/** Clauses change places in translation, and bold with them: sure only where all else that is bold keeps its name. */
function isReordered(use: Use, known: KnownNames): boolean {
  return (
    known.namesOther(use) ||
    use.text.bolds.some((beside) => beside.source !== use.source && !known.isElsewhere(use, beside))
  );
}

/** All names of a locale, to look up. */
class KnownNames {
  readonly #usesByName: ReadonlyMap<string, readonly Use[]>;
  readonly #sourcesByName: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(uses: readonly Use[]) {
    this.#usesByName = Map.groupBy(uses, ({ source, name }) => nameKey(source, name));
    const sources = new Map<string, Set<string>>();
    for (const { source, name } of uses) {
      const key = looseLabelOf(name);
      sources.set(key, (sources.get(key) ?? new Set()).add(source));
    }
    this.#sourcesByName = sources;
  }

  /** True when another text gives the source's label the same name. */
  isElsewhere(use: Use, { source, name }: NamedLabel): boolean {
    return this.#usesByName.get(nameKey(source, name))?.some(({ text }) => text !== use.text) === true;
  }

  /** True when the name is another label's too. */
  namesOther({ name }: Use): boolean {
    return (this.#sourcesByName.get(looseLabelOf(name))?.size ?? 0) > 1;
  }
}

function nameKey(source: string, name: string): string {
  return `${source}\0${looseLabelOf(name)}`;
}

function labelledTexts(pair: PairContext): LabelledText[] {
  const { locale, path } = pair.translation;
  return alignedTexts(pair.alignment).flatMap(({ source, translation, score }) => {
    const [from, to] = [source[0], translation[0]];
    if (from === undefined || to === undefined || to.traits.emphases.length === 0) return [];
    if (source.length + translation.length > 2 || score < 0.5) return [];
    const own = boldsOf(to);
    const sourceBolds = boldsOf(from);
    if (sourceBolds.length !== own.length || own.length > mostBolds) return [];
    const bolds = sourceBolds.map((bold, at) => ({
      source: labelTextOf(bold.text),
      name: labelTextOf(own[at]?.text ?? ''),
    }));
    const labels = sourceBolds.flatMap((sourceBold, at) => {
      const [bold, names] = [own[at], bolds[at]];
      if (bold === undefined || names === undefined || !isLabel(from, sourceBold, pair.source.locale))
        return [];
      if (hasBrokenLetters(bold) || !hasWholeBrackets(bold.text)) return [];
      return [{ ...names, span: bold.contentSpan, isBracketed: isInBrackets(to, bold) }];
    });
    return labels.length === 0 ? [] : [{ locale, path, bolds, labels }];
  });
}

/** A piece with half a pair of brackets slid off its label. */
function hasWholeBrackets(text: string): boolean {
  const opening = text.match(/[[［「『【]/gu)?.length ?? 0;
  const closing = text.match(/[\]］」』】]/gu)?.length ?? 0;
  return opening === closing && /\p{L}/u.test(text);
}

function isInBrackets({ text, traits }: OwnText, bold: EmphasisTrait): boolean {
  if (/^\s*[[［「『【].*[\]］」』】]\s*$/u.test(bold.text)) return true;
  const range = textRangeOf(traits, bold.contentSpan);
  if (range === undefined) return false;
  const before = text.slice(Math.max(0, range.from - 2), range.from);
  return /[[［「『【]\s?$/u.test(before) && /^\s?[\]］」』】]/u.test(text.slice(range.to, range.to + 2));
}

/**
 * A label begins with a capital, stands within a sentence, and that in a step or after a word for what people do
 * with buttons; other bold is emphasis, whose words vary freely.
 */
function isLabel(text: OwnText, bold: EmphasisTrait, locale: string): boolean {
  const range = textRangeOf(text.traits, bold.contentSpan);
  const label = labelTextOf(bold.text);
  if (
    range === undefined ||
    !/^\p{Lu}/u.test(label) ||
    /[.!?]$/.test(label) ||
    label.split(/\s+/).length > 5
  ) {
    return false;
  }
  const before = text.text.slice(Math.max(0, range.from - 200), range.from);
  if (!/(?:\p{Ll}|,)\s+["'“[]?$/u.test(before)) return false;
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), 0));
  return languageOf(locale) === 'en' ? englishActions.test(sentence) : isInStep(text);
}

const englishActions =
  /\b(?:select|click|choose|press|tap|open|clear|check|expand|enter|go to|sign in|log in|on the|from the)\b/i;

/** One name and the other with more around it: `[Welcome] page`, or the source's name beside it. */
function holdsOther(one: string, other: string): boolean {
  const [left, right] = [lettersOf(one), lettersOf(other)];
  return left.includes(right) || right.includes(left);
}

function lettersOf(name: string): string {
  return looseLabelOf(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Two forms of one name: word by word the same stem, at least half of the longer form. Han has no forms. */
function isInflection(one: string, other: string): boolean {
  const left = looseLabelOf(one).split(/\s+/);
  const right = looseLabelOf(other).split(/\s+/);
  if (left.length !== right.length || /\p{sc=Hani}/u.test(one)) return false;
  return left.every((word, at) => {
    const form = right[at] ?? '';
    let shared = 0;
    while (shared < word.length && word[shared] === form[shared]) shared++;
    return shared >= Math.max(word.length, form.length) / 2;
  });
}

function boldsOf({ traits }: OwnText): EmphasisTrait[] {
  return traits.emphases.filter(({ kind }) => kind === 'strong');
}
