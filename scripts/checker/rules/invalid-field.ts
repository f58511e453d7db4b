import type { PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { fieldTypeOf } from './fields/field-values.ts';
import { leafFields } from './fields/leaf-fields.ts';
import { misspeltFields } from './fields/misspelt-fields.ts';
import { unreadableValue } from './fields/unreadable-values.ts';
import type { CheckedPage, Draft, FamilyRule, PairContext } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds front matter that no reader of it can make sense of: misspelt names, wrong types, dates that are none. */
export const invalidField: FamilyRule = {
  id: 'invalid-field',
  on: 'family',
  severity: 'warning',
  docs: {
    summary:
      'A field of the front matter has a misspelt name, a value of another type than it must have, or a date that no calendar has.',
    why: 'The site ignores the field, or does not build.',
    fix: 'Write the name as the source does, and a value that the site can read.',
  },
  *check({ pages, pairs }) {
    const sources = new Map(pairs.map(({ source, translation }) => [translation.path, source]));
    for (const page of pages) {
      if (page.state !== 'unreadable') yield* unreadableValues(page, sources.get(page.path));
    }
    for (const pair of pairs) {
      if (isBroken(pair.translation.document) || isBroken(pair.source.document)) continue;
      yield* misspeltNames(pair);
      yield* otherTypes(pair);
    }
  },
};

/** What is wrong with the whole is said of the whole. */
function isBroken({ problems }: PageDocument): boolean {
  return problems.some((problem) => problem.kind === 'front-matter');
}

function* unreadableValues(
  { document, path }: CheckedPage,
  source: CheckedPage | undefined,
): Generator<Draft> {
  const originals = source && leafFields(source.document);
  for (const field of leafFields(document).values()) {
    const original = originals?.get(field.path);
    const fault = unreadableValue(field, original);
    if (fault === undefined) continue;
    yield {
      message: `\`${field.path}\` is \`${excerpt(String(field.value))}\`, ${fault.problem}`,
      help: fault.help,
      span: field.span,
      path,
      ...(source &&
        original && { related: [{ label: 'the source', path: source.path, span: original.span }] }),
      data: { field: field.path, value: field.value },
    };
  }
}

function* misspeltNames({ source, translation }: PairContext): Generator<Draft> {
  const { document, path } = translation;
  for (const { name, sourceName, span, isClose } of misspeltFields(
    source.document.frontMatter,
    document.frontMatter,
    document.text,
  )) {
    yield {
      message: `Field \`${name}\` stands where the source has \`${sourceName}\``,
      help: `Call it \`${sourceName}\`: names of fields are not translated.`,
      span,
      path,
      ...(!isClose && !readerFields.has(sourceName) && { severity: 'note' }),
      confidence: isClose ? 0.9 : 0.6,
      related: [relatedPlace(source, sourceName)],
      data: { field: name, sourceField: sourceName },
    };
  }
}

/** What readers see of the front matter: lost under another name as if it were not there. */
const readerFields: ReadonlySet<string> = new Set(['title', 'description']);

function* otherTypes({ source, translation }: PairContext): Generator<Draft> {
  const own = translation.document.frontMatter;
  const original = source.document.frontMatter;
  if (own === undefined || original === undefined) return;
  for (const [field, value] of Object.entries(own.data)) {
    const span = own.valueSpans.get(field);
    const [type, sourceType] = [fieldTypeOf(value), fieldTypeOf(original.data[field])];
    const isShape = shapes.has(type) !== shapes.has(sourceType) || (shapes.has(type) && type !== sourceType);
    if (span === undefined || !isShape || type === 'nothing' || sourceType === 'nothing') continue;
    yield {
      message: `\`${field}\` is a ${type}, the source's is a ${sourceType}`,
      help:
        sourceType === 'list' ? 'Write it as a list, one entry per line.' : 'Write it as the source does.',
      span,
      path: translation.path,
      related: [relatedPlace(source, field)],
      data: { field, type, sourceType },
    };
  }
}

/** A number may be written in quotes; a list is never a text. */
const shapes: ReadonlySet<string> = new Set(['list', 'group']);

function relatedPlace(
  { document, path }: CheckedPage,
  field: string,
): { readonly label: string; readonly path: string; readonly span: Span } {
  const span = document.frontMatter?.valueSpans.get(field) ?? document.root.span;
  return { label: 'the source', path, span };
}
