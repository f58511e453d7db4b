import { labelTextOf, looseLabelOf } from '../../../src/domain/document/label-text.ts';
import type { OwnText } from '../../../src/domain/document/own-text.ts';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import type { EmphasisTrait } from '../../../src/domain/document/page-document.ts';
import { alignedTexts } from '../align/aligned-texts.ts';
import { moveOntoLabel } from './labels/label-fixes.ts';
import { missedLabels } from './labels/learned-labels.ts';
import { hasBrokenLetters, matchLabels, mostBolds } from './labels/match-labels.ts';
import { mendSlip } from './labels/slip-fixes.ts';
import type { Slip, SlipEvidence } from './labels/slipped-bold.ts';
import { findSlip, readPageWords } from './labels/slipped-bold.ts';
import type { CheckedPage, Draft, FamilyRule, PairContext, Product } from './rule.ts';

/** Finds bold that covers part of a label, or words beside it. */
export const shiftedEmphasis: FamilyRule = {
  id: 'shifted-emphasis',
  on: 'family',
  severity: 'warning',
  docs: {
    summary: 'Bold covers a piece of a UI label or words beside it, instead of the label.',
    why: 'A reader takes the bold words for what stands on the button.',
    fix: 'Move the bold markers to the ends of the label.',
  },
  *check({ pages, pairs, product }) {
    for (const page of pages) {
      if (page.isSource) continue;
      const pair = pairs.find(({ translation }) => translation === page);
      yield* checkPage(page, pair, product);
    }
  },
};

function* checkPage(page: CheckedPage, pair: PairContext | undefined, product: Product): Iterable<Draft> {
  const labelled = pair === undefined ? [] : matchLabels(pair);
  for (const match of labelled) {
    if ((match.kind !== 'shifted' && match.kind !== 'beside') || pair === undefined) continue;
    const label = match.kind === 'beside' ? 'the label beside it' : 'the label';
    const fix = match.run && moveOntoLabel(page.document, match.run, match.expected, 'safe');
    yield {
      message: `Bold is on \`${match.found}\`, ${label} is \`${match.expected}\``,
      help: `Put the bold markers around \`${match.expected}\` alone.`,
      span: match.span,
      path: page.path,
      severity: labelTextOf(match.found) === match.expected ? 'note' : 'error',
      related: [{ label: 'the source', path: pair.source.path, span: match.sourceSpan }],
      data: { found: match.found, expected: match.expected },
      ...(fix && { fix }),
    };
  }

  const spoken = new Set(labelled.map(({ span }) => span.start.offset));
  for (const { run, label, sourceSpan } of pair === undefined ? [] : missedLabels(pair)) {
    if (spoken.has(run.span.start.offset) || hasBrokenLetters(run)) continue;
    spoken.add(run.span.start.offset);
    const fix = moveOntoLabel(page.document, run, label, 'safe');
    yield {
      message: `Bold is on \`${run.text}\`, elsewhere on the page on \`${label}\``,
      help: `Put the bold markers around \`${label}\` alone.`,
      span: run.span,
      path: page.path,
      confidence: 0.8,
      related: pair ? [{ label: 'the source', path: pair.source.path, span: sourceSpan }] : [],
      data: { found: run.text, expected: label },
      ...(fix && { fix }),
    };
  }
  const texts = ownTexts(page.document);
  const withBold = texts.filter(({ traits }) => traits.emphases.some(({ kind }) => kind === 'strong'));
  if (withBold.length === 0) return;
  const answers = pair === undefined ? new Map<OwnText['node'], OwnText>() : answersIn(pair);
  const words = readPageWords(texts);
  const ofProduct = new Set(
    Array.from(product.labels.get(page.locale)?.values() ?? [], (label) => looseLabelOf(label.text)),
  );
  for (const text of withBold) {
    const source = answers.get(text.node);
    const evidence: SlipEvidence = {
      locale: page.locale,
      sourceLocale: pair?.source.locale ?? 'en',
      page: words,
      sourceText: source?.text,
      sourceBolds: source === undefined ? [] : boldsOf(source).map((bold) => bold.text),
    };
    if (text.traits.emphases.length > mostBolds) continue;
    for (const bold of boldsOf(text)) {
      if (spoken.has(bold.span.start.offset) || spoken.has(bold.contentSpan.start.offset)) continue;
      const slip = findSlip(text, bold, evidence);
      if (slip === undefined || hasBrokenLetters(bold)) continue;
      if (slip.kind !== 'stop-inside' && ofProduct.has(looseLabelOf(bold.text))) continue;
      const fix = mendSlip(page.document, text, bold, slip, words);
      yield {
        ...said(slip, bold),
        span: bold.span,
        path: page.path,
        related: pair && source ? [{ label: 'the source', path: pair.source.path, span: source.span }] : [],
        ...(fix && { fix }),
      };
    }
  }
}

/** The one text of the source that answers each text of the translation. */
function answersIn(pair: PairContext): Map<OwnText['node'], OwnText> {
  const answers = new Map<OwnText['node'], OwnText>();
  for (const { source, translation, score } of alignedTexts(pair.alignment)) {
    const [first] = source;
    if (first === undefined || score < 0.4) continue;
    const joined: OwnText =
      source.length === 1
        ? first
        : { ...first, text: source.map(({ text }) => text).join(' '), traits: joinedTraits(source) };
    for (const text of translation) answers.set(text.node, joined);
  }
  return answers;
}

function joinedTraits(texts: readonly OwnText[]): OwnText['traits'] {
  const [first] = texts;
  if (first === undefined) throw new RangeError('There is no text to join.');
  return { ...first.traits, emphases: texts.flatMap(({ traits }) => traits.emphases) };
}

function said(
  slip: Slip,
  bold: EmphasisTrait,
): Pick<Draft, 'message' | 'help' | 'severity' | 'confidence' | 'data'> {
  const found = bold.text;
  switch (slip.kind) {
    case 'word-inside':
      return {
        message: `Bold begins at \`${slip.word}\`, the label seems to be \`${slip.label}\``,
        help: `Move \`${slip.word}\` out of the bold.`,
        confidence: 0.8,
        data: { found, slip: slip.kind, expected: slip.label },
      };
    case 'neighbour-inside':
      return {
        message: `Bold takes in \`${slip.word}\` beside \`${slip.label}\``,
        help: `Move \`${slip.word}\` out of the bold.`,
        confidence: 0.8,
        data: { found, slip: slip.kind, expected: slip.label },
      };
    case 'begins-before':
      return {
        message: `Bold begins at \`${found}\`, the label seems to begin at \`${slip.word}\``,
        help: `Take \`${slip.word}\` into the bold, and the full stop out of it.`,
        confidence: 0.8,
        data: { found, slip: slip.kind, expected: `${slip.word} ${labelTextOf(found)}` },
      };
    case 'goes-on':
      return {
        message: `Bold ends after \`${found}\`, the label seems to go on`,
        help: `Put the whole label that begins with \`${slip.label}\` inside the brackets and the bold.`,
        confidence: 0.8,
        data: { found, slip: slip.kind, expected: null },
      };
    case 'cut-word':
      return {
        message: `Bold ${slip.end} inside the word \`${slip.word}\``,
        help: `Move the marker to the ${slip.end === 'ends' ? 'end' : 'beginning'} of the label or the word.`,
        confidence: 0.8,
        data: { found, slip: slip.kind, expected: slip.word },
      };
    case 'stops-short':
      return {
        message: `Bold ends after \`${found}\`, the source's goes on to the colon`,
        help: `Take \`${slip.rest}\` into the bold.`,
        severity: 'note',
        confidence: 0.8,
        data: { found, slip: slip.kind, expected: `${found.trim()} ${slip.rest}` },
      };
    case 'stop-inside':
      return {
        message: `Bold takes in the full stop after \`${labelTextOf(found)}\``,
        help: `Close the bold before \`${slip.stop}\`.`,
        severity: 'note',
        data: { found, slip: slip.kind, expected: labelTextOf(found) },
      };
  }
}

function boldsOf(text: OwnText): EmphasisTrait[] {
  return text.traits.emphases.filter(({ kind }) => kind === 'strong');
}
