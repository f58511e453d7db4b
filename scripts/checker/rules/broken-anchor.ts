import type { Span } from '../../../src/domain/document/page-document.ts';
import { type AnchorPage, anchorPagesOf, type RenderedElsewhere } from './links/anchor-pages.ts';
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
        const certainty = certaintyOf(rendersMore, meant);
        if (certainty === undefined) continue;
        yield {
          message: `Link leads to \`#${id}\`, which this page does not have`,
          help: `Give the heading it means the id \`${id}\`, or link to an id of this page.`,
          span,
          path,
          ...certainty,
          data: { id },
          ...fixFor(meant, targetSpan),
        };
      }
    }
    const pages = idsByPage(facts, files);
    for (const page of facts) {
      for (const link of page.links) {
        const lacking = lacksAnchor(page, link, pages);
        const certainty = lacking && certaintyOf(lacking.page.rendersMore, lacking.meant);
        if (lacking === undefined || certainty === undefined) continue;
        yield {
          message: `Link leads to \`#${lacking.id}\` of \`${lacking.page.path}\`, which that page does not have`,
          help: `Give the heading it means the id \`${lacking.id}\`, or link to an id of that page.`,
          span: link.span,
          path: page.path,
          ...certainty,
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

/** An id that the page has in the source's spelling was meant, whatever else the page may have. */
function certaintyOf(
  rendersMore: RenderedElsewhere,
  meant: string | undefined,
): Pick<Draft, 'severity' | 'confidence'> | undefined {
  return rendersMore !== 'nothing' && meant !== undefined ? likely : certainties[rendersMore];
}

const likely = { severity: 'warning', confidence: 0.6 } as const;

const certainties: Readonly<Record<RenderedElsewhere, Pick<Draft, 'severity' | 'confidence'> | undefined>> = {
  nothing: { severity: 'error', confidence: 0.9 },
  boxes: likely,
  components: { severity: 'note', confidence: 0.5 },
  anything: undefined,
};

function fixFor(meant: string | undefined, span: Span | undefined): Pick<Draft, 'fix'> {
  if (meant === undefined || span === undefined) return {};
  return { fix: { title: `Link to \`${meant}\``, safety: 'safe', edits: [{ span, text: meant }] } };
}
