import { type LinkTarget, readLinkTarget } from '../../../src/domain/document/link-target.ts';
import { type OwnText, ownTexts } from '../../../src/domain/document/own-text.ts';
import type { Block, LinkTrait, Section } from '../../../src/domain/document/page-document.ts';
import { alignedTexts, type TextPair } from '../align/aligned-texts.ts';
import type { PairContext } from '../rules/rule.ts';

/** A link with its target read. */
export interface PlacedLink {
  readonly trait: LinkTrait;
  readonly target: LinkTarget;
  readonly text: OwnText;
}

/** A link of the source and what became of it. */
export interface LinkMatch {
  readonly kind: 'same' | 'changed' | 'missing';
  readonly source: PlacedLink;
  /** Absent for `missing`. */
  readonly translation: PlacedLink | undefined;
  /** The texts that answer each other. */
  readonly texts: TextPair;
}

/**
 * Holds the links of texts that answer each other against each other.
 *
 * Order does not matter, nor does the language of the target, its fragment, or that a link stands in another text
 * of the same section. A link that the translation has anywhere else unclaimed has moved and is not missing.
 */
export function matchLinks(context: PairContext): readonly LinkMatch[] {
  const known = matchedBefore.get(context);
  if (known !== undefined) return known;
  const matches = search(context);
  matchedBefore.set(context, matches);
  return matches;
}

/** Three rules ask for the same matches. */
const matchedBefore = new WeakMap<PairContext, readonly LinkMatch[]>();

/** Below this, two texts may not answer each other at all. */
const leastScore = 0.5;

function search({ source, translation, alignment }: PairContext): LinkMatch[] {
  const sourceKeys = new Set(
    ownTexts(source.document)
      .flatMap(linksOf)
      .map(({ target }) => target.key),
  );
  const unclaimed = new Map<LinkTrait, PlacedLink>();
  const keysBySection = new Map<Section, Set<string>>();
  for (const link of ownTexts(translation.document).flatMap(linksOf)) {
    unclaimed.set(link.trait, link);
    const section = topSectionOf(link.text.node);
    keysBySection.set(section, (keysBySection.get(section) ?? new Set()).add(link.target.key));
  }

  const matches: LinkMatch[] = [];
  const open: { link: PlacedLink; texts: TextPair }[] = [];
  const pairs = alignedTexts(alignment).filter(({ score }) => score >= leastScore);
  for (const texts of pairs) {
    const candidates = texts.translation.flatMap(linksOf);
    for (const link of texts.source.flatMap(linksOf)) {
      const answer = candidates.find(
        ({ trait, target }) => unclaimed.has(trait) && target.key === link.target.key,
      );
      if (answer === undefined) {
        open.push({ link, texts });
        continue;
      }
      unclaimed.delete(answer.trait);
      matches.push({ kind: 'same', source: link, translation: answer, texts });
    }
  }

  const lost: typeof open = [];
  for (const { link, texts } of open) {
    const elsewhere = [...unclaimed.values()].find(({ target }) => target.key === link.target.key);
    if (elsewhere !== undefined) {
      unclaimed.delete(elsewhere.trait);
      matches.push({ kind: 'same', source: link, translation: elsewhere, texts });
      continue;
    }
    const isInSection = texts.translation.some(
      ({ node }) => keysBySection.get(topSectionOf(node))?.has(link.target.key) === true,
    );
    if (!isInSection && link.target.kind !== 'other') lost.push({ link, texts });
  }

  for (const { link, texts } of lost) {
    // A target that the source has elsewhere belongs to that link.
    const instead = texts.translation
      .flatMap(linksOf)
      .find(({ trait, target }) => unclaimed.has(trait) && !sourceKeys.has(target.key));
    if (instead !== undefined) unclaimed.delete(instead.trait);
    const kind = instead === undefined ? 'missing' : 'changed';
    matches.push({ kind, source: link, translation: instead, texts });
  }
  return matches;
}

function linksOf(text: OwnText): PlacedLink[] {
  return text.traits.links.map((trait) => ({ trait, target: readLinkTarget(trait.target), text }));
}

/** The section of the second level, or the root: what a reader would call "this part of the page". */
function topSectionOf(node: Block | Section): Section {
  let section: Section = node.kind === 'section' ? node : node.section;
  while (section.parent !== undefined && section.depth > 2) section = section.parent;
  return section;
}
