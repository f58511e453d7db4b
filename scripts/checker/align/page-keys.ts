import { readLinkTarget } from '../../../src/domain/document/link-target.ts';
import type {
  Block,
  Heading,
  PageDocument,
  Span,
  Traits,
} from '../../../src/domain/document/page-document.ts';
import { sliceOf } from '../../../src/domain/document/spans.ts';
import { resolveTerritory } from '../../../src/domain/locale/territories.ts';
import type { FeatureKind } from './vocabulary.ts';
import { visitWords, type WordKeys } from './word-keys.ts';

/** Takes what a text has; asked whether anyone wants a kind before what is dear to find is looked for. */
export interface KeyTaker {
  readonly take: (kind: FeatureKind, value: string) => void;
  readonly takeWord: (keys: WordKeys) => void;
  readonly wants: (kind: FeatureKind) => boolean;
}

/**
 * Gives a taker everything of a block that may survive translation: ids, link targets, code, images, components,
 * numbers, countries and words. What is there twice is given twice.
 */
export function takeBlockKeys(document: PageDocument, block: Block, locale: string, taker: KeyTaker): void {
  if (block.kind === 'code') {
    taker.take('listing', block.text.replaceAll(/\s+/g, ' ').trim());
    return;
  }
  takeTextKeys(block.text, block.traits, taker);
  takeSourceBeside(document, block.textSpan, taker);
  const territory = taker.wants('territory') ? territoryIn(block, locale) : undefined;
  if (territory !== undefined) taker.take('territory', territory);
  if (block.component !== undefined) taker.take('component', block.component);
}

/** As `takeBlockKeys`, of a heading. */
export function takeHeadingKeys(document: PageDocument, heading: Heading, taker: KeyTaker): void {
  takeTextKeys(heading.text, heading.traits, taker);
  takeSourceBeside(document, heading.span, taker);
  for (const id of idsOf(heading)) taker.take('anchor', id);
}

/** A heading's explicit ids, or the one that renderers derive from its text. */
export function idsOf(heading: Heading): readonly string[] {
  if (heading.anchors.length > 0) return heading.anchors.map(({ id }) => id);
  const derived = heading.text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
  return derived === '' ? [] : [derived];
}

function takeTextKeys(text: string, traits: Traits, taker: KeyTaker): void {
  for (const { id } of traits.anchors) taker.take('anchor', id);
  for (const { target } of traits.links) taker.take('link', linkKeyOf(target));
  for (const code of traits.codes) taker.take('code', code.text);
  for (const { source } of traits.images) taker.take('image', source.slice(source.lastIndexOf('/') + 1));
  for (const component of traits.components) taker.take('component', component.text);
  for (const number of traits.numbers) taker.take('number', String(number.value));
  visitWords(text, taker.takeWord);
}

/** The source text that Microsoft Learn's bilingual pages carry, unseen, beside each sentence. */
function takeSourceBeside(document: PageDocument, span: Span, taker: KeyTaker): void {
  if (document.dialect !== 'learn') return;
  const written = sliceOf(document, span);
  if (!written.includes('sxs-lookup')) return;
  for (const [, inner = ''] of written.matchAll(/<span class="sxs-lookup">(.*?)<\/span>\s*<\/span>/gs)) {
    visitWords(inner.replaceAll(/<[^>]*>|\]\([^)]*\)|[*_`[]/g, ' '), taker.takeWord);
  }
}

/** The country or region that an item or cell names; languages sort such lists in their own way. */
function territoryIn({ kind, text }: Block, locale: string): string | undefined {
  const isShort = (kind === 'item' || kind === 'cell') && text !== '' && text.length <= 40;
  return isShort ? resolveTerritory(text, locale)?.code : undefined;
}

/** What link targets read before lead to: all translations of a page have its links. */
const linkKeys = new Map<string, string>();
/** Keeps the memory of a process that runs on within bounds. */
const mostLinkKeys = 20_000;

function linkKeyOf(target: string): string {
  const before = linkKeys.get(target);
  if (before !== undefined) return before;
  const { kind, key, fragment } = readLinkTarget(target);
  const linkKey = kind === 'anchor' ? `#${fragment}` : key;
  if (linkKeys.size >= mostLinkKeys) linkKeys.clear();
  linkKeys.set(target, linkKey);
  return linkKey;
}
