/** Formats of documentation that the checker knows of and does not read, by file ending. */
const foreignFormats: Readonly<Record<string, string>> = {
  rst: 'reStructuredText',
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
  po: 'gettext PO',
  pot: 'gettext PO',
  xlf: 'XLIFF',
  xliff: 'XLIFF',
  ipynb: 'a Jupyter notebook',
  html: 'HTML',
  org: 'Org',
  textile: 'Textile',
  docx: 'a Word document',
  pdf: 'PDF',
};

/**
 * The name of the format of a file that is documentation, but not Markdown; `undefined` for anything else.
 * @example foreignFormatOf('docs/index.rst') // => 'reStructuredText'
 */
export function foreignFormatOf(path: string): string | undefined {
  return foreignFormats[endingOf(path)];
}

/**
 * True for formats that documentation is written in, as Markdown is; HTML, PDF and Word files beside pages are
 * mostly no pages, but what pages offer.
 * @example isDocumentationSource('docs/index.rst') // => true
 */
export function isDocumentationSource(path: string): boolean {
  return foreignFormatOf(path) !== undefined && !['html', 'docx', 'pdf'].includes(endingOf(path));
}

/** True for the endings that Markdown goes by. */
export function isMarkdown(path: string): boolean {
  return ['md', 'mdx', 'markdown', 'txt'].includes(endingOf(path));
}

function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
