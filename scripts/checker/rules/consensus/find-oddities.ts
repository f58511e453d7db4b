import { findAbsences } from './absences.ts';
import { readClusters } from './clusters.ts';
import { findOddCode } from './code-blocks.ts';
import { findLostBold } from './emphases.ts';
import { findOddEntities } from './entity-sets.ts';
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
  if (signatures.size === 1) return entities;
  const clusters = readClusters(group);
  return [
    ...findAbsences(group, clusters),
    ...findJoins(group, clusters),
    ...findShapes(clusters),
    ...findInlineOddities(group, clusters),
    ...findLostBold(clusters),
    ...findOddCode(group, clusters),
    ...entities,
  ];
}
