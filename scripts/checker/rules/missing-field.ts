import type { FrontMatter, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { misspeltFields } from './fields/misspelt-fields.ts';
import type { PairRule } from './rule.ts';

/** Finds front matter that every reader meets, and that the translation lacks. */
export const missingField: PairRule = {
  id: 'missing-field',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'The front matter lacks a title or description that the source has.',
    why: 'Browser tabs and search results show nothing, or another language.',
    fix: 'Add the field, translated.',
  },
  *check({ source, translation }) {
    if (translation.document.problems.some((problem) => problem.kind === 'front-matter')) return;
    const own = translation.document.frontMatter;
    const original = source.document.frontMatter;
    // A field under a misspelt name is there, and its name is what is wrong.
    const misspelt = misspeltFields(original, own, translation.document.text);
    const fields = readerFields.filter(
      (field) =>
        isFilled(original, field) &&
        !isFilled(own, field) &&
        misspelt.every(({ sourceName }) => sourceName !== field),
    );
    const [first] = fields;
    const counterpart = first && original?.valueSpans.get(first);
    if (counterpart === undefined) return;
    yield {
      message: `Front matter lacks ${fields.map((field) => `\`${field}\``).join(' and ')}`,
      help: `Add ${fields.map((field) => `\`${field}\``).join(' and ')}, translated.`,
      span: placeFor(translation.document),
      related: [{ label: 'the source', path: source.path, span: counterpart }],
      data: { fields },
    };
  },
};

/** What readers see of the front matter whatever the site; other fields are the site's own affair. */
const readerFields = ['title', 'description'] as const;

function isFilled(frontMatter: FrontMatter | undefined, field: string): boolean {
  const value = frontMatter?.data[field];
  return value !== undefined && value !== null && String(value).trim() !== '';
}

function placeFor({ frontMatter }: PageDocument): Span {
  const start = frontMatter?.span.start ?? { line: 1, column: 1, offset: 0 };
  return { start, end: start };
}
