import type { Block, ImageTrait } from '../../../../src/domain/document/page-document.ts';
import type { Alignment } from '../../align/alignment.ts';

/** An image of the source and the one of the translation that answers it. */
export interface ImageMatch {
  readonly source: ImageTrait;
  readonly translation: ImageTrait;
  /** How sure the texts or blocks that hold them are of each other. */
  readonly score: number;
  /** True for a form of its own, such as Microsoft Learn's `:::image:::`. */
  readonly isComponent: boolean;
}

/**
 * The images of blocks that answer each other: by the names of their files, the others in their order where there are
 * equally many.
 */
export function matchImages(alignment: Alignment): readonly ImageMatch[] {
  const known = matchedBefore.get(alignment) ?? readMatches(alignment);
  matchedBefore.set(alignment, known);
  return known;
}

/** Two rules ask for the same matches. */
const matchedBefore = new WeakMap<Alignment, readonly ImageMatch[]>();

function readMatches({ blocks }: Alignment): readonly ImageMatch[] {
  return blocks.flatMap(({ source, translation, score }) => {
    const [images, others] = [imagesOf(source), imagesOf(translation)];
    if (images.length === 0 || others.length === 0) return [];
    const matches: ImageMatch[] = [];
    const isComponent = source.some(({ kind }) => kind === 'component');
    const left = new Set(others);
    const open = images.filter((image) => {
      const same = [...left].find((other) => imageName(other) === imageName(image));
      if (same === undefined) return true;
      left.delete(same);
      matches.push({ source: image, translation: same, score, isComponent });
      return false;
    });
    if (open.length !== left.size) return matches;
    const rest = [...left];
    for (const [index, image] of open.entries()) {
      const other = rest[index];
      if (other !== undefined) matches.push({ source: image, translation: other, score, isComponent });
    }
    return matches;
  });
}

function imagesOf(blocks: readonly Block[]): readonly ImageTrait[] {
  const [only] = blocks;
  return only !== undefined && blocks.length === 1
    ? only.traits.images
    : blocks.flatMap(({ traits }) => traits.images);
}

/** The name of an image's file, without what a build or a server puts behind it. */
export function imageName({ source }: ImageTrait): string {
  return /[^/]*$/.exec(source.replace(/[?#].*$/, ''))?.[0] ?? source;
}
