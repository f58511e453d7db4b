import { slugsOf } from '../../../../src/domain/document/heading-slugs.ts';
import { readLinkTarget } from '../../../../src/domain/document/link-target.ts';
import { ownTexts } from '../../../../src/domain/document/own-text.ts';
import type {
  Heading,
  LinkTrait,
  PageDocument,
  Section,
} from '../../../../src/domain/document/page-document.ts';
import type { Alignment } from '../../align/alignment.ts';

/** A link into its own page to an id that the page does not have. */
export interface BrokenAnchor {
  readonly link: LinkTrait;
  /** Behind the `#`. */
  readonly id: string;
}

/** The links of a page that lead to an id which it does not have; none where the page takes in other files. */
export function findBrokenAnchors(document: PageDocument): readonly BrokenAnchor[] {
  const known = found.get(document) ?? readBrokenAnchors(document);
  found.set(document, known);
  return known;
}

/** Two rules ask about the same pages. */
const found = new WeakMap<PageDocument, readonly BrokenAnchor[]>();

function readBrokenAnchors(document: PageDocument): readonly BrokenAnchor[] {
  const inPage: BrokenAnchor[] = [];
  for (const { traits } of ownTexts(document)) {
    for (const link of traits.links) {
      if (!/^\s*#/.test(link.target)) continue;
      const { kind, fragment } = readLinkTarget(link.target);
      if (kind === 'anchor' && !isReserved(fragment)) inPage.push({ link, id: fragment });
    }
  }
  if (inPage.length === 0 || takesInOtherFiles(document)) return [];
  const ids = idsOf(document);
  return inPage.filter(({ id }) => !ids.has(id.toLowerCase()) && !ids.has(withoutGaps(id.toLowerCase())));
}

/** GitHub leaves a hyphen for each space around what a heading shows beside its words, such as images and emoji. */
function withoutGaps(id: string): string {
  return id.replace(/-+/g, '-').replace(/^-|-$/g, '');
}

/**
 * The broken links of a translation that lead to a section which the translation lacks: what is wrong is not the link.
 */
export function anchorsOfMissing(alignment: Alignment, section: Section): readonly BrokenAnchor[] {
  const broken = findBrokenAnchors(alignment.translation);
  if (broken.length === 0) return [];
  const ids = new Set(headingsIn(section).flatMap((heading) => idsOfHeading(heading, 0)));
  return broken.filter(({ id }) => ids.has(id.toLowerCase()));
}

function headingsIn({ heading, sections }: Section): readonly Heading[] {
  return [...(heading === undefined ? [] : [heading]), ...sections.flatMap(headingsIn)];
}

function idsOfHeading(heading: Heading, count: number): readonly string[] {
  const explicit = [...heading.anchors, ...heading.traits.anchors].map(({ id }) => id.toLowerCase());
  return [...slugsOf(heading.text, count), ...explicit];
}

/** Explicit ids, ids in HTML and components, and whatever any renderer would derive; lower case. */
function idsOf(document: PageDocument): ReadonlySet<string> {
  const ids = new Set<string>();
  const seen = new Map<string, number>();
  for (const { heading } of document.sections) {
    if (heading === undefined) continue;
    const count = seen.get(heading.text.toLowerCase()) ?? 0;
    seen.set(heading.text.toLowerCase(), count + 1);
    for (const id of idsOfHeading(heading, count)) ids.add(id);
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
