import { ownTexts } from '../../../src/domain/document/own-text.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import { languageOf, setsSpacesBetweenWords } from '../../../src/domain/locale/scripts.ts';
import type { PageRule } from './rule.ts';

/** Finds a space before a punctuation mark, where the language sets none. */
export const straySpace: PageRule = {
  id: 'stray-space',
  on: 'page',
  severity: 'note',
  docs: {
    summary: 'A space stands before a punctuation mark where the language sets none.',
    why: 'The mark may begin a line on its own, and a reader sees that nobody has read the page.',
    fix: 'Remove the space.',
  },
  *check({ page: { document, locale } }) {
    const pattern = patternFor(locale);
    for (const { text, traits, span, node } of ownTexts(document)) {
      if (node.kind === 'html' || node.kind === 'component' || !spaceBeforeMark.test(text)) continue;
      for (const match of text.matchAll(pattern)) {
        const mark = match[2] ?? '';
        const at = match.index + (match[1]?.length ?? 0);
        const to = match.index + match[0].length;
        const isCode = traits.runs.some(
          (run) => run.markup.includes('code') && run.at < to && run.at + run.text.length > match.index,
        );
        const place = { textSpan: span, traits };
        const { start, end } = spanOfRunText(place, at, to);
        // A link without text leaves its space behind, and is a finding of its own.
        const holdsEmptyLink = /\[\s*\]\(/.test(document.text.slice(start.offset, end.offset));
        // What a component or image shows before the mark is not known here.
        const isFilled = [...traits.components, ...traits.images].some(
          (shown) => start.offset <= shown.span.start.offset && shown.span.end.offset <= end.offset,
        );
        if (isCode || holdsEmptyLink || isFilled) continue;
        yield {
          message: `A space stands before \`${mark}\``,
          help: 'Remove the space.',
          span: spanOfRunText(place, at, to - mark.length),
          confidence: 0.9,
          data: { mark },
        };
      }
    }
  },
};

/** A quick look, for any language. */
const spaceBeforeMark = / [,.;:!?，。、；：！？」』】）]/;

/** French sets a space before tall marks; `.NET`, `:)` and `...` are no closing marks. */
function patternFor(locale: string): RegExp {
  if (!setsSpacesBetweenWords(locale)) {
    return /([\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー」』】）]) +([，。、；：！？」』】）](?![:：]))/gu;
  }
  const marks = languageOf(locale) === 'fr' ? ',.' : ',.;:!?';
  return new RegExp(`([\\p{L}\\p{N})\\]"”»’]) +([${marks}])(?=\\s|$)`, 'gu');
}
