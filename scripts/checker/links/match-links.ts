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
const leastScore = 0.6;

function search({ source, translation, alignment }: PairContext): LinkMatch[] {
  const sourceKeys = new Set(
    ownTexts(source.document)
      .flatMap(linksOf)
      .map(({ target }) => target.key),
  );
  const unclaimed = new Unclaimed(ownTexts(translation.document).flatMap(linksOf));
  const matches: LinkMatch[] = [];
  const open: Open[] = [];
  for (const texts of alignedTexts(alignment)) {
    if (texts.score < leastScore) continue;
    const nodes = new Set(texts.translation.map(({ node }) => node));
    for (const link of texts.source.flatMap(linksOf)) {
      const answer = unclaimed.take(link.target.key, ({ text }) => nodes.has(text.node));
      if (answer === undefined) open.push({ link, texts });
      else matches.push({ kind: 'same', source: link, translation: answer, texts });
    }
  }

  const lost: Open[] = [];
  for (const { link, texts } of open) {
    const elsewhere = unclaimed.take(link.target.key, () => true);
    if (elsewhere !== undefined) {
      matches.push({ kind: 'same', source: link, translation: elsewhere, texts });
      continue;
    }
    const isInSection = texts.translation.some(({ node }) =>
      unclaimed.isInSection(topSectionOf(node), link.target.key),
    );
    if (!isInSection && link.target.kind !== 'other') lost.push({ link, texts });
  }

  for (const { link, texts } of lost) {
    // A target that the source has elsewhere belongs to that link.
    const instead = unclaimed.takeIn(texts.translation, ({ target }) => !sourceKeys.has(target.key));
    const kind = instead === undefined ? 'missing' : 'changed';
    matches.push({ kind, source: link, translation: instead, texts });
  }
  return matches;
}

/** A link of the source that its own text does not answer. */
interface Open {
  readonly link: PlacedLink;
  readonly texts: TextPair;
}

/** Links of the translation that answer none of the source's yet. */
class Unclaimed {
  readonly #links: Set<PlacedLink>;
  readonly #byKey: ReadonlyMap<string, readonly PlacedLink[]>;
  readonly #byNode: ReadonlyMap<Block | Section, readonly PlacedLink[]>;
  readonly #keysBySection = new Map<Section, Set<string>>();

  constructor(links: readonly PlacedLink[]) {
    this.#links = new Set(links);
    this.#byKey = Map.groupBy(links, ({ target }) => target.key);
    this.#byNode = Map.groupBy(links, ({ text }) => text.node);
    for (const { text, target } of links) {
      const section = topSectionOf(text.node);
      this.#keysBySection.set(section, (this.#keysBySection.get(section) ?? new Set()).add(target.key));
    }
  }

  /** The first unclaimed link with the key that fits; it is claimed then. */
  take(key: string, fits: (link: PlacedLink) => boolean): PlacedLink | undefined {
    return this.#claim(this.#byKey.get(key)?.find((link) => this.#links.has(link) && fits(link)));
  }

  /** The first unclaimed link of the texts that fits; it is claimed then. */
  takeIn(texts: readonly OwnText[], fits: (link: PlacedLink) => boolean): PlacedLink | undefined {
    const links = texts.flatMap(({ node }) => this.#byNode.get(node) ?? []);
    return this.#claim(links.find((link) => this.#links.has(link) && fits(link)));
  }

  /** True when the section has a link with the key, claimed or not. */
  isInSection(section: Section, key: string): boolean {
    return this.#keysBySection.get(section)?.has(key) === true;
  }

  #claim(link: PlacedLink | undefined): PlacedLink | undefined {
    if (link !== undefined) this.#links.delete(link);
    return link;
  }
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
