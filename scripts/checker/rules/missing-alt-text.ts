import { emptySpanAt, sliceOf } from '../../../src/domain/document/spans.ts';
import { matchImages } from './images/match-images.ts';
import type { PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds an image whose description the translation leaves empty. */
export const missingAltText: PairRule = {
  id: 'missing-alt-text',
  on: 'pair',
  severity: 'note',
  docs: {
    summary: 'An image has a description in the source, and none in the translation.',
    why: 'A reader who does not see the image never learns what it shows.',
    fix: 'Describe the image in the language of the page.',
  },
  *check({ alignment, source, translation: page }) {
    for (const { source: image, translation: other, score } of matchImages(alignment)) {
      if (image.alt.trim() === '' || other.alt.trim() !== '') continue;
      const { start } = other.span;
      const isMarkdown = sliceOf(page.document, other.span).startsWith('![');
      const place = { line: start.line, column: start.column + 2, offset: start.offset + 2 };
      yield {
        message: `Image has no description, the source's is \`${excerpt(image.alt)}\``,
        help: 'Describe the image in the language of the page.',
        span: isMarkdown ? emptySpanAt(place) : other.span,
        confidence: score,
        related: [{ label: 'the source', path: source.path, span: image.span }],
        data: { source: other.source, sourceAlt: image.alt },
      };
    }
  },
};
