import { labelTextOf, looseLabelOf } from '../../../src/domain/document/label-text.ts';
import type { OwnText } from '../../../src/domain/document/own-text.ts';
import type { EmphasisTrait } from '../../../src/domain/document/page-document.ts';
import { textRangeOf } from '../../../src/domain/document/text-place.ts';
import { alignedTexts } from '../align/aligned-texts.ts';
import type { Draft, PairContext, TreeRule } from './rule.ts';

/** Finds one label of the source that a locale's pages call by two names. */
export const inconsistentLabel: TreeRule = {
  id: 'inconsistent-label',
  on: 'tree',
  severity: 'warning',
  docs: {
    summary: 'One bold label of the source has two different names in one locale.',
    why: 'A reader looks for two buttons where there is one.',
    fix: 'Choose the name that the product shows, and use it everywhere.',
  },
  *check({ pairs, product }) {
    const locales = new Set(pairs.map(({ translation }) => translation.locale));
    for (const locale of locales) {
      const uses = pairs.filter(({ translation }) => translation.locale === locale).flatMap(usesIn);
      const known = new Set(
        [...(product.labels.get(product.sourceLocale)?.values() ?? [])].map(({ text }) => text),
      );
      const bySource = Map.groupBy(
        uses.filter(({ source }) => !(product.labels.has(locale) && known.has(source))),
        ({ source }) => source,
      );
      for (const [source, named] of bySource) yield* compareNames(source, named, uses);
    }
  },
};

/** One place where a label of the source has a name in a translation. */
interface Use {
  readonly source: string;
  readonly name: string;
  readonly bold: EmphasisTrait;
  readonly pair: PairContext;
  /** Everything that is bold in the same text. */
  readonly beside: readonly string[];
}

function* compareNames(source: string, named: readonly Use[], uses: readonly Use[]): Iterable<Draft> {
  const byName = Map.groupBy(named, ({ name }) => looseLabelOf(name));
  if (byName.size < 2) return;
  const [usual] = [...byName.values()].sort((one, other) => other.length - one.length);
  const [first] = usual ?? [];
  if (first === undefined || usual === undefined) return;
  for (const use of named) {
    const isUsual = looseLabelOf(use.name) === looseLabelOf(first.name);
    const isReordered = use.beside.some((other) => looseLabelOf(other) === looseLabelOf(first.name));
    const isOtherLabel = uses.some(
      (other) => other.source !== source && looseLabelOf(other.name) === looseLabelOf(use.name),
    );
    if (isUsual || isReordered || isOtherLabel || isInflection(use.name, first.name)) continue;
    yield {
      message: `Label is \`${use.name}\` here and \`${first.name}\` elsewhere, the source has \`${source}\` for both`,
      help: 'Use the name that the product shows in both places.',
      span: use.bold.contentSpan,
      path: use.pair.translation.path,
      confidence: usual.length > 1 ? 0.8 : 0.6,
      related: [{ label: 'the other name', path: first.pair.translation.path, span: first.bold.contentSpan }],
      data: { source, found: use.name, expected: first.name },
    };
  }
}

function usesIn(pair: PairContext): Use[] {
  return alignedTexts(pair.alignment).flatMap(({ source, translation, score }) => {
    const [from, to] = [source[0], translation[0]];
    if (
      source.length !== 1 ||
      translation.length !== 1 ||
      from === undefined ||
      to === undefined ||
      score < 0.5
    ) {
      return [];
    }
    const sourceBolds = boldsOf(from);
    const bolds = boldsOf(to);
    if (sourceBolds.length !== bolds.length) return [];
    return sourceBolds.flatMap((sourceBold, at) => {
      const bold = bolds[at];
      if (bold === undefined || !isLabelLike(from, sourceBold)) return [];
      const name = labelTextOf(bold.text);
      return [
        { source: labelTextOf(sourceBold.text), name, bold, pair, beside: bolds.map(({ text }) => text) },
      ];
    });
  });
}

/** A label stands within a sentence and begins with a capital; other bold is emphasis, which varies freely. */
function isLabelLike(text: OwnText, bold: EmphasisTrait): boolean {
  const range = textRangeOf(text.traits, bold.contentSpan);
  const label = labelTextOf(bold.text);
  if (range === undefined || !/^\p{Lu}/u.test(label) || /[.!?]$/.test(label)) return false;
  if (label.split(/\s+/).length > 5) return false;
  const before = text.text.slice(0, range.from);
  return /\p{L}[^.!?:;]*$/u.test(before) && /(?:\p{Ll}|,)\s+["'“[]?$/u.test(before);
}

/** Two forms of one word share their stem: at least half of the longer, and four letters in spaced scripts. */
function isInflection(one: string, other: string): boolean {
  const left = [...looseLabelOf(one)];
  const right = [...looseLabelOf(other)];
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return shared >= Math.max(left.length, right.length) / 2;
}

function boldsOf({ traits }: OwnText): EmphasisTrait[] {
  return traits.emphases.filter(({ kind }) => kind === 'strong');
}
