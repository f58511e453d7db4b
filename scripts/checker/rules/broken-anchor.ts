import type { Span } from '../../../src/domain/document/page-document.ts';
import { type AnchorPage, anchorPagesOf } from './links/anchor-pages.ts';
import { idsByPage, lacksAnchor } from './links/linked-anchors.ts';
import type { Draft, TreeRule } from './rule.ts';

/** Finds a link to an id that its page does not have. */
export const brokenAnchor: TreeRule<AnchorPage> = {
  id: 'broken-anchor',
  on: 'tree',
  severity: 'error',
  docs: {
    summary: 'A link leads to an id that the page, or another page of the tree, does not have.',
    why: 'A reader clicks and nothing happens; translated headings change the ids that links rely on.',
    fix: 'Give the heading an explicit id that is the same in every language, or correct the link.',
  },
  collect: anchorPagesOf,
  *check({ facts, files }) {
    for (const { path, rendersMore, broken } of facts) {
      for (const { id, span, targetSpan, meant } of broken) {
        yield {
          message: `Link leads to \`#${id}\`, which this page does not have`,
          help: `Give the heading it means the id \`${id}\`, or link to an id of this page.`,
          span,
          path,
          ...certaintyOf(rendersMore),
          data: { id },
          ...fixFor(meant, targetSpan),
        };
      }
    }
    const pages = idsByPage(facts, files);
    for (const page of facts) {
      for (const link of page.links) {
        const lacking = lacksAnchor(page, link, pages);
        if (lacking === undefined) continue;
        yield {
          message: `Link leads to \`#${lacking.id}\` of \`${lacking.page.path}\`, which that page does not have`,
          help: `Give the heading it means the id \`${lacking.id}\`, or link to an id of that page.`,
          span: link.span,
          path: page.path,
          ...certaintyOf(lacking.page.rendersMore),
          related: [{ label: 'the page', path: lacking.page.path, span: startOfPage }],
          data: { id: lacking.id, page: lacking.page.path },
          ...fixFor(lacking.meant, link.isTargetSpan ? link.span : undefined),
        };
      }
    }
  },
};

const startOfPage: Span = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** A component may make ids of its own. */
function certaintyOf(rendersMore: boolean): Pick<Draft, 'severity' | 'confidence'> {
  return rendersMore ? { severity: 'warning', confidence: 0.6 } : { severity: 'error', confidence: 0.9 };
}

function fixFor(meant: string | undefined, span: Span | undefined): Pick<Draft, 'fix'> {
  if (meant === undefined || span === undefined) return {};
  return { fix: { title: `Link to \`${meant}\``, safety: 'safe', edits: [{ span, text: meant }] } };
}
