import type { Dialect, PageDocument } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { recogniseDialect } from '../../../src/domain/document/recognise-dialect.ts';
import { compareText } from '../compare-text.ts';
import { reasonOf } from '../operational-error.ts';
import type { PageContent } from '../workspace/decode-page.ts';
import type { PageFile } from './family.ts';

/** A page, parsed as far as it can be. */
export interface ReadPage {
  readonly key: string;
  /** BCP 47. */
  readonly locale: string;
  readonly path: string;
  readonly isSource: boolean;
  readonly document: PageDocument;
}

/**
 * The pages of a family, by path, each in the dialect that its source is written in, so that both are read alike.
 *
 * Without a dialect it is recognised from the source of the same file ending, and where there is none, from the page.
 */
export function readFamilyPages(
  files: readonly PageFile[],
  dialect: Dialect | undefined,
): readonly ReadPage[] {
  const sourceDialects = new Map<string, Dialect>();
  return files
    .toSorted((one, other) => Number(other.isSource) - Number(one.isSource))
    .map(({ content, ...page }): ReadPage => {
      const text = content.kind === 'text' ? content.text : '';
      const ending = endingOf(page.path);
      const own = dialect ?? sourceDialects.get(ending) ?? recogniseDialect(page.path, text);
      if (page.isSource) sourceDialects.set(ending, own);
      return { ...page, document: readDocument(content, own) };
    })
    .toSorted((one, other) => compareText(one.path, other.path));
}

/** Nothing of a page with the wrong encoding can be judged; other problems leave the rest of it. */
export function isReadable({ document }: ReadPage): boolean {
  return document.problems.every(({ kind }) => kind !== 'encoding' && kind !== 'file');
}

function readDocument(content: PageContent, dialect: Dialect): PageDocument {
  if (content.kind === 'unreadable') return emptyDocument(dialect, '', content.problem);
  try {
    return parsePage(content.text, { dialect });
  } catch (error) {
    const start = { line: 1, column: 1, offset: 0 };
    const message = `The page could not be parsed: ${reasonOf(error)}`;
    return emptyDocument(dialect, content.text, { kind: 'encoding', message, span: { start, end: start } });
  }
}

function emptyDocument(
  dialect: Dialect,
  text: string,
  problem: PageDocument['problems'][number],
): PageDocument {
  return { ...parsePage('', { dialect }), text, problems: [problem] };
}

function endingOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
}
