import { type LinkTarget, readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import { type OwnText, ownTexts } from '../../../../src/domain/document/own-text.ts';
import type {
  Block,
  LinkTrait,
  PageDocument,
  Section,
} from '../../../../src/domain/document/page-document.ts';
import { alignedTexts, type TextPair } from '../../align/aligned-texts.ts';
import type { PairContext } from '../rule.ts';
import { anchoredNodes } from '../structure/lost-anchors.ts';

/** A link with its target read. */
export interface PlacedLink {
  readonly trait: LinkTrait;
  readonly target: LinkTarget;
  /** Equal for links that lead to one place: of the target, and the anchor where both pages name it alike. */
  readonly key: string;
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
  /** For `missing`: true where the text has another link to the same place. */
  readonly isRepeated?: boolean;
}

/**
 * Holds the links of texts that answer each other against each other.
 *
 * Order does not matter, nor does the language of the target or its fragment. A link that the translation has
 * anywhere else, where it answers no other link of the source, has moved and is not missing.
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

/** Below this, two texts may not answer each other at all, so that nothing is missed in them. */
const leastScore = 0.5;

/** What makes one of several links to a page answer another of several, the surest first. */
const likenesses: readonly ((one: PlacedLink, other: PlacedLink) => boolean)[] = [
  (one, other) => one.trait.target === other.trait.target,
  (one, other) => one.target.fragment === other.target.fragment,
  () => true,
];

function search({ source, translation, alignment }: PairContext): LinkMatch[] {
  const shared = sharedAnchors(source.document, translation.document);
  const linksOf = (text: OwnText): PlacedLink[] => readLinks(text, shared);
  const unclaimed = new Unclaimed(ownTexts(translation.document).filter(hasLinks).flatMap(linksOf));
  const matches: LinkMatch[] = [];
  const open: Open[] = [];
  for (const texts of alignedTexts(alignment)) {
    if (!texts.source.some(hasLinks)) continue;
    const answers = new Map<PlacedLink, PlacedLink>();
    const links = texts.source.flatMap(linksOf);
    for (const isAlike of likenesses) {
      for (const link of links) {
        if (answers.has(link)) continue;
        const answer = unclaimed.takeIn(
          texts.translation,
          (other) => other.key === link.key && isAlike(other, link),
        );
        if (answer !== undefined) answers.set(link, answer);
      }
    }
    for (const link of links) {
      const answer = answers.get(link);
      if (answer === undefined && texts.score >= leastScore) open.push({ link, texts });
      if (answer !== undefined) matches.push({ kind: 'same', source: link, translation: answer, texts });
    }
  }

  const lost: Open[] = [];
  for (const { link, texts } of open) {
    const elsewhere = unclaimed.take(link.key);
    if (elsewhere !== undefined) {
      matches.push({ kind: 'same', source: link, translation: elsewhere, texts });
      continue;
    }
    if (link.target.kind === 'other') continue;
    // Two links of one text to one page may well become one.
    const isRepeated = texts.translation.flatMap(linksOf).some(({ key }) => key === link.key);
    if (!isRepeated) lost.push({ link, texts });
    else if (hasOwnWords(link, texts)) {
      matches.push({ kind: 'missing', source: link, translation: undefined, texts, isRepeated });
    }
  }

  if (lost.length === 0) return matches;
  const sourceKeys = new Set(
    ownTexts(source.document)
      .flatMap(linksOf)
      .map(({ key }) => key),
  );
  for (const { link, texts } of lost) {
    // A target that the source has elsewhere belongs to that link.
    const instead = unclaimed.takeIn(texts.translation, ({ key }) => !sourceKeys.has(key));
    const kind = instead === undefined ? 'missing' : 'changed';
    matches.push({ kind, source: link, translation: instead, texts });
  }
  return matches;
}

/** Words that no other link of the text to the same target has. */
function hasOwnWords({ trait }: PlacedLink, { source }: TextPair): boolean {
  return source.every(({ traits }) =>
    traits.links.every(
      (other) => other === trait || other.target !== trait.target || other.text !== trait.text,
    ),
  );
}

function hasLinks({ traits }: OwnText): boolean {
  return traits.links.length > 0;
}

/** A link of the source that its own text does not answer. */
interface Open {
  readonly link: PlacedLink;
  readonly texts: TextPair;
}

/** Links of the translation that answer none of the source's yet. */
class Unclaimed {
  readonly #byKey = new Map<string, Set<PlacedLink>>();
  readonly #byNode = new Map<Block | Section, Set<PlacedLink>>();

  constructor(links: readonly PlacedLink[]) {
    for (const link of links) {
      addTo(this.#byKey, link.key, link);
      addTo(this.#byNode, link.text.node, link);
    }
  }

  /** An unclaimed link with the key; it is claimed then. */
  take(key: string): PlacedLink | undefined {
    return this.#claim(this.#byKey.get(key)?.values().next().value);
  }

  /** The first unclaimed link of the texts that fits; it is claimed then. */
  takeIn(texts: readonly OwnText[], fits: (link: PlacedLink) => boolean): PlacedLink | undefined {
    for (const { node } of texts) {
      for (const link of this.#byNode.get(node) ?? []) {
        if (fits(link)) return this.#claim(link);
      }
    }
    return undefined;
  }

  #claim(link: PlacedLink | undefined): PlacedLink | undefined {
    if (link === undefined) return undefined;
    this.#byKey.get(link.key)?.delete(link);
    this.#byNode.get(link.text.node)?.delete(link);
    return link;
  }
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function readLinks(text: OwnText, shared: ReadonlySet<string>): PlacedLink[] {
  return text.traits.links.map((trait) => {
    const target = readLinkTarget(trait.target);
    const isShared = target.kind === 'anchor' && shared.has(target.fragment);
    return { trait, target, key: isShared ? `#${target.fragment}` : target.key, text };
  });
}

/** Ids that both pages give explicitly; others are derived from headings and change with the language. */
function sharedAnchors(source: PageDocument, translation: PageDocument): ReadonlySet<string> {
  const own = new Set(anchoredNodes(translation).map(({ anchor }) => anchor.id));
  return new Set(anchoredNodes(source).flatMap(({ anchor: { id } }) => (own.has(id) ? [id] : [])));
}
