import { ownTexts } from '../../../src/domain/document/own-text.ts';
import type { PageRule } from './rule.ts';

/** Finds a link that a reader cannot see or that says nothing. */
export const emptyLinkText: PageRule = {
  id: 'empty-link-text',
  on: 'page',
  severity: 'error',
  docs: {
    summary: 'A link has no text, or nothing but punctuation.',
    why: 'A reader sees no link, and a screen reader reads out its address.',
    fix: 'Put the words that the link is about between the brackets.',
  },
  *check({ page: { document } }) {
    for (const { traits } of ownTexts(document)) {
      for (const link of traits.links) {
        const text = link.text.trim();
        const isPunctuation = /^[.,;:。，；：、]+$/.test(text);
        const source = document.text.slice(link.span.start.offset, link.span.end.offset);
        // Raw HTML may hold an icon; docfx fills in a cross-reference's title; `[](){ #id }` is an anchor.
        if ((text !== '' && !isPunctuation) || !source.startsWith('[') || /^(?:xref:|$)/.test(link.target)) {
          continue;
        }
        const holdsImage = traits.images.some(
          (image) =>
            image.span.start.offset >= link.span.start.offset &&
            image.span.end.offset <= link.span.end.offset,
        );
        const holdsMarkup = /^\[\s*[<:{!]/.test(source);
        if (holdsImage || holdsMarkup) continue;
        yield {
          message:
            text === ''
              ? `Link to \`${link.target}\` has no text`
              : `Link to \`${link.target}\` says only \`${text}\``,
          help: 'Put the words that the link is about between the brackets.',
          span: link.span,
          severity: text === '' ? 'error' : 'warning',
          data: { target: link.target, text },
        };
      }
    }
  },
};
