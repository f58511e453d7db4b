import type { PageDocument } from '../../../src/domain/document/page-document.ts';

/**
 * What a check by plain counting says of a page beside its source: one entry for each thing that the two do not have
 * in the same number. It is what most projects do, and so the least that comparing texts has to beat.
 *
 * @example countingSays(source, translation) // => ['items 5 6']
 */
export function countingSays(source: PageDocument, translation: PageDocument): readonly string[] {
  const theirs = countThings(source);
  const own = countThings(translation);
  return Object.keys(theirs).flatMap((thing) =>
    theirs[thing] === own[thing] ? [] : [`${thing} ${theirs[thing]} ${own[thing]}`],
  );
}

function countThings({ sections, blocks }: PageDocument): Readonly<Record<string, number>> {
  const ofKinds = (...kinds: readonly string[]): number =>
    blocks.filter(({ kind }) => kinds.includes(kind)).length;
  const nodes = [...sections.flatMap(({ heading }) => heading ?? []), ...blocks];
  return {
    headings: sections.length,
    items: ofKinds('item', 'step'),
    links: nodes.reduce((sum, { traits }) => sum + traits.links.length, 0),
    code: ofKinds('code'),
    rows: ofKinds('row'),
  };
}
