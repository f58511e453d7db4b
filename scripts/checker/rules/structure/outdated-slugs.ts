import { slugsOf } from '../../../../src/domain/document/heading-slugs.ts';
import type { Anchor, Heading } from '../../../../src/domain/document/page-document.ts';
import type { Alignment } from '../../align/alignment.ts';

/** An id that a translation writes before a heading, and the one that the source's heading gets from its words. */
export interface OutdatedSlug {
  readonly anchor: Anchor;
  readonly expected: string;
  readonly source: Heading;
  /** How sure it is that the two headings answer each other, 0 to 1. */
  readonly score: number;
}

/**
 * The ids of a translation's headings that were made from other words than the source's headings have.
 *
 * Some tools write before each translated heading the id that a renderer makes of the source's, so that links hold in
 * every language. Only where another heading of the page shows that this is so, an id that differs tells that the
 * source's heading has been reworded since.
 */
export function outdatedSlugs({ sections }: Alignment): readonly OutdatedSlug[] {
  const compared = sections.flatMap(({ source, translation, score }) => {
    const [one, other] = [source[0]?.heading, translation[0]?.heading];
    const [anchor, ...more] = other?.anchors ?? [];
    if (source.length !== 1 || translation.length !== 1 || one === undefined || anchor === undefined)
      return [];
    if (one.anchors.length > 0 || more.length > 0 || !/^[a-z\d]+(?:-[a-z\d]+)+$/.test(anchor.id)) return [];
    const slugs = slugsOf(one.text, 0);
    const isSame = slugs.has(anchor.id) || slugs.has(anchor.id.replace(/-\d+$/, ''));
    const [expected = ''] = slugs;
    return [{ anchor, expected, source: one, score, isSame }];
  });
  return compared.some(({ isSame }) => isSame) ? compared.filter(({ isSame }) => !isSame) : [];
}
