import type { ImageTrait } from '../../../src/domain/document/page-document.ts';
import { languageOf } from '../../../src/domain/locale/scripts.ts';
import { imageName, matchImages } from './images/match-images.ts';
import { targetSpanOf } from './links/target-span.ts';
import type { PairContext, PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds an image that is another file than the source's, and no version of it for the language of the page. */
export const changedImage: PairRule = {
  id: 'changed-image',
  on: 'pair',
  severity: 'note',
  docs: {
    summary: 'An image is another file than the one that the source shows at its place.',
    why: 'A reader sees something that the text does not speak of, or the image of an older version.',
    fix: "Show the source's image, or name the file of the page's language after it.",
  },
  *check(context) {
    const { alignment, source, translation: page } = context;
    for (const { source: image, translation: other, score, isComponent } of matchImages(alignment)) {
      // `changed-component` compares what components are given.
      if (isComponent) continue;
      if (imageName(image) === imageName(other) || isVersion(image, other, context)) continue;
      const isOfSource = alignment.source.blocks.some(({ traits }) =>
        traits.images.some((each) => imageName(each) === imageName(other)),
      );
      // Another image of the source that stands here has moved.
      if (isOfSource) continue;
      yield {
        message: `Image is \`${excerpt(other.source)}\`, the source's is \`${excerpt(image.source)}\``,
        help: "Show the source's image, or name the file of the page's language after it.",
        span: targetSpanOf(page.document, other.span, other.source) ?? other.span,
        confidence: score * 0.7,
        related: [{ label: 'the source', path: source.path, span: image.span }],
        data: { source: other.source, sourceImage: image.source },
      };
    }
  },
};

/** `form.sv.png`, `form_zh-CN.png`, `sv/form-2.png` for `form.png`: the same image in the language of the page. */
function isVersion(one: ImageTrait, other: ImageTrait, { source, translation }: PairContext): boolean {
  if (other.source.startsWith('data:')) return true;
  if (wordsOf(one, source.locale) === wordsOf(other, translation.locale)) return true;
  // A folder of its own holds the images of a language, whatever their names.
  const own = new Set([translation.locale.toLowerCase(), languageOf(translation.locale)]);
  return other.source
    .toLowerCase()
    .split(/[/._]/)
    .some((part) => own.has(part));
}

/** The name of a file without its ending and the locale. */
function wordsOf(image: ImageTrait, locale: string): string {
  const names = [locale, languageOf(locale)].map((each) => each.replaceAll(/[-_]/g, '[-_]'));
  return imageName(image)
    .replace(/\.\w+$/, '')
    .replaceAll(new RegExp(`(?<![a-z0-9])(?:${names.join('|')})(?![a-z0-9])`, 'gi'), '')
    .replaceAll(/[-_.]+/g, '')
    .toLowerCase();
}
