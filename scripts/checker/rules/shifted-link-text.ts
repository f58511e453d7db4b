import { type OwnText, ownTexts } from '../../../src/domain/document/own-text.ts';
import type { LinkTrait, PageDocument } from '../../../src/domain/document/page-document.ts';
import { sliceOf, spanOfRunText } from '../../../src/domain/document/spans.ts';
import { wordsIn } from './labels/cut-word.ts';
import { leadsToOtherLanguage } from './links/leads-to-other-language.ts';
import { matchLinks } from './links/match-links.ts';
import { findLinkSlip, type LinkEvidence, type LinkSlip } from './links/slipped-link.ts';
import type { Draft, DraftFix, FamilyRule, PairContext } from './rule.ts';

/** Finds a link whose text ends inside a word, takes in a sign, or covers a part of a name. */
export const shiftedLinkText: FamilyRule = {
  id: 'shifted-link-text',
  on: 'family',
  severity: 'warning',
  docs: {
    summary:
      'A link covers half a word, a sign of the sentence, or only a part of the name that the source links.',
    why: 'A reader cannot tell from the underlined words where the link leads.',
    fix: 'Move the brackets to the ends of the words that the link is for.',
  },
  *check({ pages, pairs }) {
    for (const page of pages) {
      const texts = ownTexts(page.document).filter(({ traits }) => traits.links.length > 0);
      if (page.isSource || texts.length === 0) continue;
      const pair = pairs.find(({ translation }) => translation === page);
      const sources = pair === undefined ? new Map<LinkTrait, LinkEvidence['source']>() : sourcesOf(pair);
      let words: ReadonlyMap<string, number> | undefined;
      const evidence = {
        locale: page.locale,
        page: {
          get words() {
            words ??= wordsIn(ownTexts(page.document));
            return words;
          },
        },
      };
      for (const text of texts) {
        for (const link of text.traits.links) {
          const source = sources.get(link);
          const slip = findLinkSlip(text, link, { ...evidence, source });
          if (slip === undefined) continue;
          const fix = fixFor(page.document, text, link, slip);
          yield {
            ...said(slip, link),
            span: link.textSpan,
            path: page.path,
            confidence: 0.8,
            related:
              pair && source ? [{ label: 'the source', path: pair.source.path, span: source.link.span }] : [],
            data: { slip: slip.kind, text: link.text, target: link.target },
            ...(fix && { fix }),
          };
        }
      }
    }
  },
};

function sourcesOf(pair: PairContext): Map<LinkTrait, LinkEvidence['source']> {
  const sources = new Map<LinkTrait, LinkEvidence['source']>();
  for (const { kind, source, translation } of matchLinks(pair)) {
    if (kind !== 'same' || translation === undefined) continue;
    if (leadsToOtherLanguage(source.trait.target, pair.source.locale)) continue;
    sources.set(translation.trait, { link: source.trait, text: source.text });
  }
  return sources;
}

function said(slip: LinkSlip, { text }: LinkTrait): Pick<Draft, 'message' | 'help' | 'severity'> {
  switch (slip.kind) {
    case 'cut-word':
      return {
        message: `Link ${slip.end} inside the word \`${slip.word}\``,
        help: `Take the whole of \`${slip.word}\` into the link, or none of it.`,
      };
    case 'sign-inside':
      return {
        message: `Link takes in the \`${slip.sign}\` after \`${text.trim().slice(0, -1)}\``,
        help: `Close the link before \`${slip.sign}\`.`,
        severity: 'note',
      };
    case 'part-of-name':
      return {
        message: `Link is on \`${text}\`, the source links \`${slip.name}\``,
        help: `Put the brackets around \`${slip.name}\`.`,
      };
  }
}

/** The words that the link should cover go into its brackets, what else it covered out of them. */
function fixFor(document: PageDocument, own: OwnText, link: LinkTrait, slip: LinkSlip): DraftFix | undefined {
  const text = { textSpan: own.span, traits: own.traits };
  const inner = sliceOf(document, link.textSpan);
  const written = sliceOf(document, link.span);
  if (inner !== link.text || !written.startsWith(`[${inner}]`)) return undefined;
  const words = own.text.slice(slip.from, slip.to);
  const { start, end } = spanOfRunText(text, slip.from, slip.to);
  const outer = {
    start: start.offset < link.textSpan.start.offset ? start : link.span.start,
    end: end.offset > link.span.end.offset ? end : link.span.end,
  };
  const target = written.slice(inner.length + 2);
  const shown = sliceOf(document, outer).replace(written, inner);
  const at = shown.indexOf(words);
  if (at === -1 || shown.includes('[')) return undefined;
  const rest = shown.slice(at + words.length);
  const isGlued = /^[,;]$/.test(rest) && /^\p{L}/u.test(document.text.slice(outer.end.offset));
  const moved = `${shown.slice(0, at)}[${words}]${target}${rest}${isGlued ? ' ' : ''}`;
  return {
    title: `Link \`${words}\` alone`,
    safety: slip.kind === 'sign-inside' ? 'safe' : 'unsafe',
    edits: [{ span: outer, text: moved }],
  };
}
