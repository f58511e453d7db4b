import type { Block, ImageTrait } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../src/domain/document/spans.ts';
import type { PairRule } from './rule.ts';
import { absentBlocks, isImage, missingDraft } from './structure/absent-blocks.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds an image of the source that the translation lacks. */
export const missingImage: PairRule = {
  id: 'missing-image',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'An image of the source has no counterpart in the translation.',
    why: 'A reader does not see what the text speaks of.',
    fix: 'Add the image, or one of the same thing in the language of the page.',
  },
  *check(context) {
    const { alignment, source } = context;
    for (const absent of absentBlocks(alignment, 'missing', ['image', 'component'])) {
      const [image] = absent.block.traits.images;
      if (image === undefined || !isImage(absent.block)) continue;
      yield { ...missingDraft(context, absent), ...wordsFor(image) };
    }
    for (const { source: sources, translation, score } of alignment.blocks) {
      const images = imagesOf(sources);
      const last = images.length === 0 ? undefined : translation.at(-1);
      if (last === undefined) continue;
      for (const image of lostImages(images, imagesOf(translation))) {
        yield {
          ...wordsFor(image),
          span: emptySpanAt(last.textSpan.end),
          confidence: score,
          related: [{ label: 'the source', path: source.path, span: image.span }],
        };
      }
    }
  },
};

function wordsFor(image: ImageTrait): {
  readonly message: string;
  readonly help: string;
  readonly data: { readonly source: string; readonly alt: string };
} {
  return {
    message: `Image \`${excerpt(image.source)}\` has no counterpart`,
    help: 'Add the image, or one of the same thing in the language of the page.',
    data: { source: image.source, alt: image.alt },
  };
}

function imagesOf(blocks: readonly Block[]): readonly ImageTrait[] {
  const only = blocks.length === 1 ? blocks[0] : undefined;
  return only === undefined ? blocks.flatMap((block) => block.traits.images) : only.traits.images;
}

/** Translations may show screens in their own language, so an image of another name counts as one too. */
function lostImages(
  images: readonly ImageTrait[],
  counterparts: readonly ImageTrait[],
): readonly ImageTrait[] {
  const names = new Set(counterparts.map(nameOf));
  const missing = images.filter((image) => !names.has(nameOf(image)));
  return missing.slice(0, Math.max(0, images.length - counterparts.length));
}

function nameOf(image: ImageTrait): string {
  return /[^/]*$/.exec(image.source)?.[0] ?? image.source;
}
