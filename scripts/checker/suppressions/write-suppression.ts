import { indexLines, type LineIndex } from '../../../src/domain/document/line-index.ts';
import type { Block, PageDocument } from '../../../src/domain/document/page-document.ts';
import { parsePage } from '../../../src/domain/document/parse-page.ts';
import { nodeAt } from '../../../src/domain/document/walk-blocks.ts';
import { readSuppressions } from './read-suppressions.ts';

/** A comment to insert into a page. */
export interface NewSuppression {
  /** Where, in UTF-16 units. */
  readonly offset: number;
  /** What goes in front of the reason, and behind it. */
  readonly before: string;
  readonly after: string;
}

/**
 * The comment that lets findings of a rule pass which begin in a line, from 1; `undefined` where none can.
 *
 * It stands at the end of the line; where that would change what the page says, as in code, on a line of its own above;
 * and where neither reaches the line, as in front matter, it speaks of the whole page. Each place is tried: the page
 * with the comment must have the same sections and blocks.
 * @example writeSuppression(page, 'changed-number', 3) // => { offset: 42, before: ' <!-- lockstep-ignore changed-number: ', after: ' -->' }
 */
export function writeSuppression(
  document: PageDocument,
  rule: string,
  line: number,
): NewSuppression | undefined {
  const place = placesFor(document, rule, line).find((candidate) => isFit(candidate, document, rule));
  return place && { offset: place.offset, before: place.before, after: place.after };
}

/** A comment to try, and the line that what it is for is in then. */
interface Place extends NewSuppression {
  readonly line: number;
}

function placesFor(document: PageDocument, rule: string, line: number): readonly Place[] {
  const { text, frontMatter } = document;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const [open, close] = document.dialect === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->'];
  const before = `${open} lockstep-ignore ${rule}: `;
  const after = ` ${close}`;
  const lines = indexLines(text);

  // Spaces and a backslash at the end of a line may be a line break.
  const written = lineAt(text, lines, line)
    .replace(/(?:\s|\\)+$/, '')
    .replace('\uFEFF', '');
  const end = Math.max(lines.offsetAt(line, 1), mark) + written.length;
  const atEnd = { offset: end, before: written === '' ? before : ` ${before}`, after, line };
  const around = blocksAround(document, end);
  const above = around.flatMap((block) => {
    const [indentation = ''] = /^\uFEFF?[ \t]*/.exec(lineAt(text, lines, block.line)) ?? [];
    const isTop = indentation.replace('\uFEFF', '') === '';
    const offset = lines.offsetAt(block.line, 1) + indentation.length;
    // A blank line inside an item would set its list wider.
    const rest = isTop ? eol + eol : eol + indentation;
    const isLineMoved = block.line <= line;
    return ['', eol].map((blank): Place => {
      const added = (blank === '' ? 0 : 1) + (isTop ? 2 : 1);
      return { offset, before: blank + before, after: after + rest, line: isLineMoved ? line + added : line };
    });
  });
  const ofPage = before.replace('ignore', 'ignore-page');
  const wholePage =
    frontMatter === undefined
      ? { offset: mark, before: ofPage, after: after + eol + eol, line }
      : { offset: frontMatter.span.end.offset, before: eol + eol + ofPage, after, line };
  const isAboveFirst = around.some(({ isAtomic }) => isAtomic);
  return [...(isAboveFirst ? [...above, atEnd] : [atEnd, ...above]), wholePage];
}

/** Lines that something begins in which holds the offset, the innermost first. */
function blocksAround(
  document: PageDocument,
  offset: number,
): readonly { readonly line: number; readonly isAtomic: boolean }[] {
  const node = nodeAt(document, offset);
  if (node.kind === 'section') {
    const heading = node.heading?.span;
    const isHeading = heading !== undefined && heading.start.offset <= offset && offset <= heading.end.offset;
    // Behind a heading's text there may be its id, which must stay last.
    return isHeading ? [{ line: heading.start.line, isAtomic: true }] : [];
  }
  const around: Block[] = [];
  for (let block: Block | undefined = node; block !== undefined; block = block.parent) around.push(block);
  return around.map(({ kind, span }) => ({ line: span.start.line, isAtomic: atomicKinds.has(kind) }));
}

/** Blocks whose lines hold more than text. */
const atomicKinds: ReadonlySet<Block['kind']> = new Set(['code', 'table', 'component', 'html', 'image']);

function isFit(
  { offset, before, after, line }: Place,
  { text, ...document }: PageDocument,
  rule: string,
): boolean {
  const changed = parsePage(`${text.slice(0, offset)}${before}reason${after}${text.slice(offset)}`, document);
  const reaches = readSuppressions('', changed).some(
    ({ rules, fromLine, toLine }) => rules.includes(rule) && fromLine <= line && line <= toLine,
  );
  return reaches && outlineOf(changed) === outlineOf({ text, ...document });
}

/** All that a comment must leave as it is. */
function outlineOf({ sections, blocks, frontMatter, problems }: PageDocument): string {
  return JSON.stringify([
    sections.map(({ depth, heading }) => [depth, heading?.text, heading?.anchors.map(({ id }) => id)]),
    blocks.map(({ kind, text, parent, section, children }) => {
      return [kind, text, parent?.index, section.index, children.length];
    }),
    frontMatter?.data,
    problems.map(({ message }) => message),
  ]);
}

/** A line from 1, without its line end. */
function lineAt(text: string, lines: LineIndex, line: number): string {
  const [own = ''] = text.slice(lines.offsetAt(line, 1)).split(/[\r\n]/, 1);
  return own;
}
