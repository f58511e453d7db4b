import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { placingNames, wordedNames } from './fields/field-names.ts';
import { type LeafField, leafFields } from './fields/leaf-fields.ts';
import { misspeltFields } from './fields/misspelt-fields.ts';
import type { PairRule } from './rule.ts';

/** Finds front matter that readers meet or that places the page, and that the translation lacks. */
export const missingField: PairRule = {
  id: 'missing-field',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'The front matter lacks a title, description or other text that the source has, or a field that places the page.',
    why: 'Browser tabs and search results show nothing, or another language, and the page stands elsewhere in the menu.',
    fix: 'Add the field: translated where readers meet it, with the value of the source where the site reads it.',
  },
  *check({ source, translation, product }) {
    if (translation.document.problems.some((problem) => problem.kind === 'front-matter')) return;
    const own = leafFields(translation.document);
    const missing = missingFields(translation.document, source.document);
    const { same = [] } = product.fields ?? {};
    const worded = missing.filter(({ path, name }) => isWorded(path, name));
    const placing = missing.filter(
      ({ path }) => same.includes(path) || (own.size > 0 && placingNames.has(path.toLowerCase())),
    );
    for (const [fields, help] of [
      [worded, 'translated'],
      [placing, 'with the value of the source'],
    ] as const) {
      const [first] = fields;
      if (first === undefined) continue;
      const names = listOf(fields);
      yield {
        message: `Front matter lacks ${names}`,
        help: `Add ${names}, ${help}.`,
        span: placeFor(translation.document),
        severity: fields.some(({ path }) => isSureToMatter(path, same)) ? 'warning' : 'note',
        related: [{ label: 'the source', path: source.path, span: first.span }],
        data: { fields: fields.map(({ path }) => path) },
      };
    }
  },
};

/** Fields that the source fills and the translation does not. */
function missingFields(translation: PageDocument, source: PageDocument): readonly LeafField[] {
  const own = leafFields(translation);
  const missing = [...leafFields(source).values()].filter(
    ({ path, value }) => isFilled(value) && !isFilled(own.get(path)?.value),
  );
  if (missing.length === 0) return missing;
  // A field under a misspelt name is there, and its name is what is wrong.
  const misspelt = misspeltFields(source.frontMatter, translation.frontMatter, translation.text);
  return missing.filter(({ path }) => misspelt.every(({ sourceName }) => sourceName !== path));
}

/** What readers see of the front matter whatever the site; other fields at the top are the site's own affair. */
function isWorded(path: string, name: string): boolean {
  if (path === name) return path === 'title' || path === 'description';
  // Of lists whose lengths differ, nobody knows which entry answers which.
  return wordedNames.has(name.toLowerCase()) && !/\.\d+\./.test(path);
}

/** A site may do without the rest, or take it from elsewhere. */
function isSureToMatter(path: string, same: readonly string[]): boolean {
  return path === 'title' || path === 'description' || same.includes(path);
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && String(value).trim() !== '';
}

function listOf(fields: readonly LeafField[]): string {
  const names = fields.map(({ path }) => `\`${path}\``);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function placeFor({ frontMatter }: PageDocument): Span {
  const start = frontMatter?.span.start ?? { line: 1, column: 1, offset: 0 };
  return { start, end: start };
}
