import { indexLines, type LineIndex } from '../../../../src/domain/document/line-index.ts';
import type { PageDocument, Span } from '../../../../src/domain/document/page-document.ts';

/** A value of the front matter that holds no others, however deep it stands; a list is one, too. */
export interface LeafField {
  /** `hero.actions.0.link`: from the outermost name to its own. */
  readonly path: string;
  /** The last name of the path. */
  readonly name: string;
  readonly value: unknown;
  /** The value; where it stands inside another and cannot be found, the outermost one. */
  readonly span: Span;
}

/**
 * The values of a page's front matter by path, in the order of the file.
 *
 * @example leafFields(page).get('sidebar.order')?.value // => 3
 */
export function leafFields(document: PageDocument): ReadonlyMap<string, LeafField> {
  const known = readBefore.get(document) ?? readLeaves(document);
  readBefore.set(document, known);
  return known;
}

/** Several rules ask for the same, of a source once for each translation. */
const readBefore = new WeakMap<PageDocument, ReadonlyMap<string, LeafField>>();

function readLeaves({ frontMatter, text }: PageDocument): ReadonlyMap<string, LeafField> {
  const leaves = new Map<string, LeafField>();
  for (const [name, value] of Object.entries(frontMatter?.data ?? {})) {
    const span = frontMatter?.valueSpans.get(name);
    if (span === undefined) continue;
    if (!isGroup(value)) leaves.set(name, { path: name, name, value, span });
    if (isGroup(value) || isListOfGroups(value)) {
      const inside = text.slice(0, span.end.offset);
      visitInside(
        value,
        name,
        { text: inside, span, lines: indexLines(text), at: span.start.offset },
        leaves,
      );
    }
  }
  return leaves;
}

/** Where the search for the next name goes on: names stand in the order of the values. */
interface Cursor {
  readonly text: string;
  readonly span: Span;
  readonly lines: LineIndex;
  at: number;
}

/** Nobody nests deeper for a reason. */
const deepest = 6;

function visitInside(value: object, path: string, cursor: Cursor, leaves: Map<string, LeafField>): void {
  if (path.split('.').length > deepest) return;
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const innerPath = `${path}.${name}`;
    const isPlace = Array.isArray(value);
    const place = isPlace ? undefined : moveTo(name, inner, cursor);
    if (!isPlace && !isGroup(inner))
      leaves.set(innerPath, { path: innerPath, name, value: inner, span: place ?? cursor.span });
    if (isGroup(inner) || isListOfGroups(inner)) visitInside(inner, innerPath, cursor, leaves);
  }
}

/** A name's value, or the rest of its line where the value is written otherwise; the cursor goes there. */
function moveTo(name: string, value: unknown, cursor: Cursor): Span | undefined {
  const { text, lines } = cursor;
  for (let at = text.indexOf(name, cursor.at); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const sign = /^["']?[ \t]*[:=][ \t]*/.exec(text.slice(end, end + 20));
    if (sign === null || /[\w.-]/.test(text[at - 1] ?? '')) continue;
    const from = end + sign[0].length;
    const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
    cursor.at = end;
    const written = String(value);
    const length = line.startsWith(written) ? written.length : line.replace(/[ \t,}\]]+$/, '').length;
    return lines.spanOf(from, from + length);
  }
  return undefined;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isListOfGroups(value: unknown): value is object {
  return Array.isArray(value) && value.some(isGroup);
}
