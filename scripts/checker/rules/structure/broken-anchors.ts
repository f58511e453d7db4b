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
  if (inPage.length === 0) return [];
  const anchors = anchorsOn(document);
  if (anchors === undefined) return [];
  const ids = idsOf(anchors);
  return inPage.filter(({ id }) => !includesId(ids, id));
}

/** Whether an id is among those that `idsOf` gives, as any renderer would spell it. */
export function includesId(ids: ReadonlySet<string>, id: string): boolean {
  const lower = id.toLowerCase();
  return ids.has(lower) || ids.has(withoutGaps(lower));
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

/** The ids of sections that the translation lacks, lower case. */
export function idsOfMissing(alignment: Alignment): readonly string[] {
  return alignment.sections.flatMap(({ source: [section], verdict }) =>
    verdict === 'missing' && section !== undefined
      ? headingsIn(section).flatMap((heading) => idsOfHeading(heading, 0))
      : [],
  );
}

function headingsIn({ heading, sections }: Section): readonly Heading[] {
  return [...(heading === undefined ? [] : [heading]), ...sections.flatMap(headingsIn)];
}

function idsOfHeading(heading: Heading, count: number): readonly string[] {
  const explicit = [...heading.anchors, ...heading.traits.anchors].map(({ id }) => id.toLowerCase());
  return [...slugsOf(heading.text, count), ...explicit];
}

/** What the ids of a page come from, as small JSON. */
export interface PageAnchors {
  /** Texts of the headings. */
  readonly headings: readonly string[];
  /** Explicit ids, and those in HTML and components; lower case. */
  readonly ids: readonly string[];
}

/** What the ids of a page come from; `undefined` where it takes in other files, whose ids are not to be known here. */
export function anchorsOn(document: PageDocument): PageAnchors | undefined {
  if (takesInOtherFiles(document)) return undefined;
  const ids = new Set<string>();
  const headings: string[] = [];
  for (const { heading } of document.sections) {
    if (heading === undefined) continue;
    headings.push(heading.text);
    for (const { id } of [...heading.anchors, ...heading.traits.anchors]) ids.add(id.toLowerCase());
  }
  for (const block of document.blocks) {
    for (const { id } of block.traits.anchors) ids.add(id.toLowerCase());
  }
  for (const pattern of writtenIds) {
    for (const match of document.text.matchAll(pattern)) ids.add((match[1] ?? '').toLowerCase());
  }
  return { headings, ids: [...ids] };
}

/** Every id that a page has, and whatever any renderer would derive; lower case. */
export function idsOf({ headings, ids }: PageAnchors): ReadonlySet<string> {
  const all = new Set(ids);
  const seen = new Map<string, number>();
  for (const heading of headings) {
    const count = seen.get(heading.toLowerCase()) ?? 0;
    seen.set(heading.toLowerCase(), count + 1);
    for (const id of slugsOf(heading, count)) all.add(id);
  }
  return all;
}

const writtenIds: readonly RegExp[] = [
  /\b(?:id|name)\s*=\s*["']?([^\s"'>}]+)/gi,
  /\{[:\s]*#([^\s}]+)[^}]*\}/g,
  /\/\*\s*#(\S+?)\s*\*\//g,
  // Tabs and footnotes.
  /^#+\s*\[[^\]]*\]\(#(?:tab\/)?([^)]+)\)/gm,
];

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
export function isReserved(fragment: string): boolean {
  return fragment === '' || fragment === 'top' || /^(?::~:|tab\/|\/|!|fn)/.test(fragment);
}
