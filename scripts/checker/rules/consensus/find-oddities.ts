import { findBrokenLists } from '../../../../src/domain/document/broken-lists.ts';
import type { PageDocument, Section } from '../../../../src/domain/document/page-document.ts';
import { nodeAt } from '../../../../src/domain/document/walk-blocks.ts';
import { findAbsences } from './absences.ts';
import { parallelClusters, readClusters } from './clusters.ts';
import { findOddCode } from './code-blocks.ts';
import { findLostBold } from './emphases.ts';
import { findOddEntities } from './entity-sets.ts';
import { findOddFigures } from './figures.ts';
import { findInlineOddities } from './inline-traits.ts';
import { findJoins } from './joins.ts';
import type { Oddity } from './oddity.ts';
import type { PageGroup } from './page-group.ts';
import { findShapes } from './shapes.ts';
import { signatureOf } from './signature.ts';

/** Every way in which single pages of a group differ from those that agree with each other. */
export function findOddities(group: PageGroup, sourceLocale: string): readonly Oddity[] {
  const entities = findOddEntities(group, sourceLocale);
  const signatures = new Set(group.pages.map(({ document }) => signatureOf(document)));
  if (signatures.size === 1) return [...entities, ...findOddFigures(group, parallelClusters(group))];
  const clusters = readClusters(group);
  return [
    ...[...findAbsences(group, clusters), ...findJoins(group, clusters)].filter(
      (oddity) => !isBesideBrokenMarker(group, oddity),
    ),
    ...findShapes(group, clusters),
    ...findInlineOddities(group, clusters),
    ...findLostBold(clusters),
    ...findOddCode(group, clusters),
    ...findOddFigures(group, clusters),
    ...entities,
  ];
}

/**
 * Whether a marker that the renderer shows as text, or takes for a list's, stands in the same section of the odd page:
 * that is a finding of its own, and what seems lost or added is run into other text there, or torn from it.
 */
function isBesideBrokenMarker({ pages }: PageGroup, { page, span }: Oddity): boolean {
  const document = pages[page]?.document;
  if (document === undefined) return false;
  const home = sectionAt(document, span.start.offset);
  return findBrokenLists(document).some((marker) => sectionAt(document, marker.span.start.offset) === home);
}

function sectionAt(document: PageDocument, offset: number): Section {
  const node = nodeAt(document, offset);
  return node.kind === 'section' ? node : node.section;
}
