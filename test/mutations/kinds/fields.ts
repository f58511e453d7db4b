import type { FrontMatter, PageDocument } from '../../../src/domain/document/page-document.ts';
import { lineEnd, lineStart } from '../edit-text.ts';
import type { Mutation, MutationKind, ParityPair } from '../mutation.ts';

/** What can happen to the front matter. */
export const fieldKinds: readonly MutationKind[] = [
  {
    name: 'drop the title or description',
    rules: ['missing-field'],
    mutationsOf: (pair) =>
      texts(pair).map((field): Mutation => {
        const { text } = pair.translation;
        const { start, end } = field.span;
        const from = lineStart(text, start.offset);
        return {
          what: field.name,
          edits: [{ from, to: lineEnd(text, end.offset) + 1, text: '', place: 'all' }],
          isMeant: (after) => isStillRead(after) && after.frontMatter?.data[field.name] === undefined,
        };
      }),
  },
  {
    name: 'leave the title or description untranslated',
    rules: ['untranslated-text'],
    mutationsOf: (pair) =>
      texts(pair).flatMap((field): Mutation[] => {
        const original = String(pair.source.document.frontMatter?.data[field.name] ?? '');
        if (original.split(/\s+/).length < 6) return [];
        return [written(field, JSON.stringify(original), original)];
      }),
  },
  {
    name: 'write a date that no calendar has',
    rules: ['invalid-field'],
    mutationsOf: (pair) =>
      fieldsOf(pair)
        .filter(({ value }) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
        .map((field) => written(field, '2026-02-30', '2026-02-30')),
  },
  {
    name: 'change a number or switch of the front matter',
    rules: ['changed-field'],
    mutationsOf: (pair) =>
      fieldsOf(pair).flatMap((field): Mutation[] => {
        const { name, value } = field;
        if (value !== pair.source.document.frontMatter?.data[name]) return [];
        if (typeof value === 'boolean') return [written(field, String(!value), !value)];
        return typeof value === 'number' ? [written(field, String(value + 7), value + 7)] : [];
      }),
  },
];

interface Field {
  readonly name: string;
  readonly value: unknown;
  readonly span: NonNullable<ReturnType<FrontMatter['valueSpans']['get']>>;
}

function fieldsOf({ translation }: ParityPair): readonly Field[] {
  const { frontMatter } = translation.document;
  return Object.entries(frontMatter?.data ?? {}).flatMap(([name, value]): Field[] => {
    const span = frontMatter?.valueSpans.get(name);
    return span === undefined || span.start.line !== span.end.line ? [] : [{ name, value, span }];
  });
}

/** What readers meet, where the translation has words of its own for it. */
function texts(pair: ParityPair): readonly Field[] {
  const original = pair.source.document.frontMatter?.data;
  return fieldsOf(pair).filter(
    ({ name, value }) =>
      (name === 'title' || name === 'description') &&
      typeof value === 'string' &&
      typeof original?.[name] === 'string' &&
      original[name] !== value,
  );
}

function written({ name, span }: Field, text: string, value: unknown): Mutation {
  return {
    what: name,
    edits: [{ from: span.start.offset, to: span.end.offset, text, place: 'all' }],
    isMeant: (after) => isStillRead(after) && after.frontMatter?.data[name] === value,
  };
}

function isStillRead({ problems }: PageDocument): boolean {
  return problems.length === 0;
}
