/** True for the kinds of callouts that keep a reader from harm; a note or tip only helps. */
export function isGraveCallout(kind: string | undefined): boolean {
  return kind !== undefined && graveKinds.has(kind);
}

/** Names of Microsoft Learn, GitHub, Docusaurus, Material for MkDocs and reStructuredText. */
const graveKinds: ReadonlySet<string> = new Set([
  'attention',
  'caution',
  'critical',
  'danger',
  'error',
  'important',
  'warning',
]);
