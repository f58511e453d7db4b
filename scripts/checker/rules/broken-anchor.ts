import { slugsOf } from '../../../src/domain/document/heading-slugs.ts';
import { readLinkTarget } from '../../../src/domain/document/link-target.ts';
import { ownTexts } from '../../../src/domain/document/own-text.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import type { PageRule } from './rule.ts';

/** Finds a link into its own page that leads nowhere. */
export const brokenAnchor: PageRule = {
  id: 'broken-anchor',
  on: 'page',
  severity: 'error',
  docs: {
    summary: 'A link leads to an id that the page does not have.',
    why: 'A reader clicks and nothing happens; translated headings change the ids that links rely on.',
    fix: 'Give the heading an explicit id that is the same in every language, or correct the link.',
  },
  *check({ page: { document } }) {
    if (takesInOtherFiles(document)) return;
    const ids = idsOf(document);
    const rendersMore = document.blocks.some((block) => block.kind === 'component');
    for (const { traits } of ownTexts(document)) {
      for (const link of traits.links) {
        const { kind, fragment } = readLinkTarget(link.target);
        if (kind !== 'anchor' || isReserved(fragment) || ids.has(fragment.toLowerCase())) continue;
        yield {
          message: `Link leads to \`#${fragment}\`, which this page does not have`,
          help: `Give the heading it means the id \`${fragment}\`, or link to an id of this page.`,
          span: link.span,
          severity: rendersMore ? 'warning' : 'error',
          confidence: rendersMore ? 0.6 : 0.9,
          data: { id: fragment },
        };
      }
    }
  },
};

/** Explicit ids, ids in HTML and components, and whatever any renderer would derive; lower case. */
function idsOf(document: PageDocument): ReadonlySet<string> {
  const ids = new Set<string>();
  const seen = new Map<string, number>();
  for (const { heading } of document.sections) {
    if (heading === undefined) continue;
    const count = seen.get(heading.text.toLowerCase()) ?? 0;
    seen.set(heading.text.toLowerCase(), count + 1);
    for (const slug of slugsOf(heading.text, count)) ids.add(slug);
    for (const { id } of [...heading.anchors, ...heading.traits.anchors]) ids.add(id.toLowerCase());
  }
  for (const block of document.blocks) {
    for (const { id } of block.traits.anchors) ids.add(id.toLowerCase());
  }
  for (const pattern of writtenIds) {
    for (const match of document.text.matchAll(pattern)) ids.add((match[1] ?? '').toLowerCase());
  }
  return ids;
}

const writtenIds: readonly RegExp[] = [
  /\b(?:id|name)\s*=\s*["']?([^\s"'>}]+)/gi,
  /\{[:\s]*#([^\s}]+)[^}]*\}/g,
  /\/\*\s*#(\S+?)\s*\*\//g,
  // Tabs and footnotes.
  /^#+\s*\[[^\]]*\]\(#(?:tab\/)?([^)]+)\)/gm,
];

/** Ids of text that stands in another file are not to be known here. */
function takesInOtherFiles({ dialect, text }: PageDocument): boolean {
  const snippets: Partial<Record<typeof dialect, RegExp>> = {
    learn: /\[!INCLUDE/i,
    mkdocs: /^\s*(?:--8<--|:::|\{[%*!])/m,
    hugo: /\{\{[<%]/,
    mdx: /^import\s.+\.mdx?['"]/m,
  };
  return snippets[dialect]?.test(text) === true;
}

/** Tabs, text fragments, routes of single-page sites, and the top of the page. */
function isReserved(fragment: string): boolean {
  return fragment === '' || fragment === 'top' || /^(?::~:|tab\/|\/|!|fn)/.test(fragment);
}
