import type { Block, Section, Span } from '../../../../src/domain/document/page-document.ts';
import { emptySpanAt } from '../../../../src/domain/document/spans.ts';
import type { CheckedPage } from '../rule.ts';

/** The section with an anchor; every section where none is named; `undefined` where the page has no such section. */
export function sectionsWith(page: CheckedPage, anchor: string | undefined): readonly Section[] | undefined {
  const { root, sections } = page.document;
  if (anchor === undefined) return [root, ...sections];
  const anchored = sections.filter((section) => isUnder(section, anchor));
  return anchored.length === 0 ? undefined : anchored;
}

/** True when the section, or one that it lies in, has an explicit id, or a heading that renders to it. */
export function isUnder(section: Section, anchor: string): boolean {
  const { heading, parent } = section;
  const isAnchored =
    heading !== undefined &&
    (heading.anchors.length > 0
      ? heading.anchors.some(({ id }) => id === anchor)
      : slugOf(heading.text) === anchor);
  return isAnchored || (parent !== undefined && isUnder(parent, anchor));
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** Every block in some sections, parents before children. */
export function blocksIn(sections: readonly Section[]): readonly Block[] {
  return sections.flatMap((section) => section.blocks.flatMap(withChildren));
}

function withChildren(block: Block): readonly Block[] {
  return [block, ...block.children.flatMap(withChildren)];
}

/** Behind the last block that stands directly in the sections. */
export function endOf(sections: readonly Section[]): Span {
  const last = sections.at(-1);
  return emptySpanAt((last?.blocks.at(-1)?.span ?? last?.heading?.span ?? last?.span ?? emptySpan).end);
}

const emptySpan: Span = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};
