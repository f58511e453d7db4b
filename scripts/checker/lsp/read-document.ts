import type { Dialect, PageDocument } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import { isMarkdown } from '../workspace/document-formats.ts';
import { pageSetsOf } from '../workspace/page-sets.ts';
import type { ProjectView } from './page-view.ts';

/** A page, parsed in the dialect that it is judged in; `undefined` for a file that is no page, such as messages. */
export function readDocument(view: ProjectView, path: string): PageDocument | undefined {
  if (!isMarkdown(path)) return undefined;
  const decisive = view.pageAt(path)?.source ?? path;
  const dialect = dialectOf(view, path) ?? recogniseDialect(decisive, view.textOf(decisive));
  return parsePage(view.textOf(path), { dialect });
}

/** The dialect that the settings give to the set of a page. */
function dialectOf({ project }: ProjectView, path: string): Dialect | undefined {
  const settings = project.settings();
  const sets = settings === undefined ? [] : pageSetsOf(settings);
  return sets.find(
    ({ patterns, isIgnored }) => !isIgnored(path) && patterns.some((one) => one.read(path) !== undefined),
  )?.dialect;
}
