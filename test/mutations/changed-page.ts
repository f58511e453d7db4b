import type { PageDocument } from '../../src/domain/document/page-document.ts';
import { parsePage } from '../../src/domain/document/parse-page.ts';
import { applyEdits, type EditedText } from './edit-text.ts';
import type { Mutation, ParityPair } from './mutation.ts';

/** A translation after a mutation. */
export interface ChangedPage extends EditedText {
  readonly after: PageDocument;
}

/** The page with a mutation; `undefined` where that is not what it is meant to be. */
export function changedPage(
  { translation }: ParityPair,
  { edits, isMeant }: Mutation,
): ChangedPage | undefined {
  const edited = applyEdits(translation.text, edits);
  if (edited === undefined || edited.text === translation.text) return undefined;
  const after = parsePage(edited.text, { dialect: translation.document.dialect });
  return isMeant(after) ? { ...edited, after } : undefined;
}
