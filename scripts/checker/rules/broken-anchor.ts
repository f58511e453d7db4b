import type { CheckedPage, FamilyContext, FamilyRule } from './rule.ts';
import { anchorsOfMissing, type BrokenAnchor, findBrokenAnchors } from './structure/broken-anchors.ts';

/** Finds a link into its own page that leads nowhere. */
export const brokenAnchor: FamilyRule = {
  id: 'broken-anchor',
  on: 'family',
  severity: 'error',
  docs: {
    summary: 'A link leads to an id that the page does not have.',
    why: 'A reader clicks and nothing happens; translated headings change the ids that links rely on.',
    fix: 'Give the heading an explicit id that is the same in every language, or correct the link.',
  },
  *check(family) {
    for (const page of family.pages) {
      const { blocks } = page.document;
      const rendersMore = blocks.some((block) => block.kind === 'component');
      const explained = new Set(linksToMissing(family, page));
      for (const broken of findBrokenAnchors(page.document)) {
        if (explained.has(broken)) continue;
        const { link, id } = broken;
        yield {
          message: `Link leads to \`#${id}\`, which this page does not have`,
          help: `Give the heading it means the id \`${id}\`, or link to an id of this page.`,
          span: link.span,
          path: page.path,
          severity: rendersMore ? 'warning' : 'error',
          confidence: rendersMore ? 0.6 : 0.9,
          data: { id },
        };
      }
    }
  },
};

/** Links to sections that the translation lacks; `missing-section` names them. */
function linksToMissing({ pairs }: FamilyContext, page: CheckedPage): readonly BrokenAnchor[] {
  const alignment = pairs.find(({ translation }) => translation === page)?.alignment;
  if (alignment === undefined || findBrokenAnchors(page.document).length === 0) return [];
  return alignment.sections.flatMap(({ source: [section], verdict }) =>
    verdict === 'missing' && section !== undefined ? anchorsOfMissing(alignment, section) : [],
  );
}
