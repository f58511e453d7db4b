import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { EmphasisTrait, PageDocument } from '../../../../src/domain/document/page-document.ts';
import { textRangeOf } from '../../../../src/domain/document/text-place.ts';
import type { DraftFix } from '../rule.ts';
import { moveMarkers, type TextPlace } from './label-fixes.ts';
import type { PageWords, Slip } from './slipped-bold.ts';

/**
 * Moves a bold run to where a slip says that it belongs. Safe where the label stands in bold elsewhere on the page, or
 * where nothing but the sentence's full stop goes out.
 */
export function mendSlip(
  document: PageDocument,
  text: OwnText,
  bold: EmphasisTrait,
  slip: Slip,
  page: PageWords,
): DraftFix | undefined {
  const range = textRangeOf(text.traits, bold.contentSpan);
  const place = range && placeFor(slip, text.text, range);
  if (range === undefined || place === undefined) return undefined;
  const isKnown = 'label' in slip && page.labels.has(slip.label);
  const safety = isKnown || slip.kind === 'stop-inside' ? 'safe' : 'unsafe';
  return moveMarkers(document, { ...bold, ...range, own: text }, place, safety);
}

function placeFor(slip: Slip, text: string, { from, to }: TextPlace): TextPlace | undefined {
  const shown = text.slice(from, to);
  switch (slip.kind) {
    case 'word-inside':
    case 'neighbour-inside': {
      const at = shown.indexOf(slip.label);
      return at === -1 ? undefined : { from: from + at, to: from + at + slip.label.length };
    }
    case 'begins-before':
      return { from: from - slip.word.length - 1, to: from + withoutStop(shown).length };
    case 'stop-inside':
      return { from, to: from + withoutStop(shown).length };
    case 'stops-short': {
      const at = text.indexOf(slip.rest, to);
      return at === -1 ? undefined : { from, to: at + slip.rest.length };
    }
    case 'cut-word':
      return wholeWord(slip.word, slip.end, shown, { from, to });
    case 'goes-on':
      return undefined;
  }
}

function withoutStop(shown: string): string {
  return shown.trimEnd().replace(/[.!。．]$/u, '');
}

/** The run with the rest of the word that it cuts. */
function wholeWord(word: string, end: 'begins' | 'ends', shown: string, { from, to }: TextPlace): TextPlace {
  for (let inside = word.length - 1; inside > 0; inside--) {
    const outside = word.length - inside;
    if (end === 'ends' && shown.endsWith(word.slice(0, inside))) return { from, to: to + outside };
    if (end === 'begins' && shown.startsWith(word.slice(-inside))) return { from: from - outside, to };
  }
  return { from, to };
}
