import { alignedTexts, type TextPair } from '../align/aligned-texts.ts';
import { type Placeholder, readPlaceholders } from './placeholders/read-placeholders.ts';
import type { Draft, PairContext, PairRule } from './rule.ts';

/** Finds a placeholder of the source that the translation has translated, or lost. */
export const missingPlaceholder: PairRule = {
  id: 'missing-placeholder',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary:
      'A placeholder in a text, such as `{tenantId}`, is missing in the translation or has another name.',
    why: 'A reader does not see what to put there, or cannot find the name elsewhere on the page.',
    fix: 'Copy the placeholder from the source as it is.',
  },
  *check(context) {
    for (const texts of alignedTexts(context.alignment)) {
      if (texts.score < leastScore) continue;
      const source = texts.source.flatMap(readPlaceholders);
      if (source.length > 0) yield* compare(source, texts, context);
    }
  },
};

/** Below this, two texts may not answer each other at all. */
const leastScore = 0.7;

function* compare(source: readonly Placeholder[], texts: TextPair, context: PairContext): Iterable<Draft> {
  const wholes = texts.translation.map(({ text }) => text);
  const unique = [...new Map(source.map((each) => [each.text, each])).values()];
  const lost = unique.filter(({ text }) => wholes.every((whole) => !whole.includes(text)));
  if (lost.length === 0) return;
  const names = new Set(source.map(({ text }) => text));
  const own = texts.translation.flatMap(readPlaceholders).filter(({ text }) => !names.has(text));
  const left = new Set(own);
  for (const placeholder of lost) {
    const instead = [...left].find(
      ({ form, isName }) => form === placeholder.form && isName === placeholder.isName,
    );
    if (instead !== undefined) left.delete(instead);
    // What is said in words is so in every language's own.
    if (!placeholder.isName && instead !== undefined) continue;
    const end = texts.translation.at(-1)?.span.end;
    const span = instead?.span ?? (end && { start: end, end });
    if (span === undefined) continue;
    yield {
      message:
        instead === undefined
          ? `Placeholder \`${placeholder.text}\` has no counterpart`
          : `Placeholder is \`${instead.text}\`, the source's is \`${placeholder.text}\``,
      help: `Write \`${placeholder.text}\` as the source does.`,
      span,
      severity: instead === undefined && !placeholder.isName ? 'note' : 'warning',
      confidence: texts.score * 0.9,
      related: [{ label: 'the source', path: context.source.path, span: placeholder.span }],
      data: { placeholder: instead?.text ?? '', sourcePlaceholder: placeholder.text },
      ...(instead !== undefined && {
        fix: {
          title: `Write \`${placeholder.text}\``,
          safety: 'unsafe',
          edits: [{ span: instead.span, text: placeholder.text }],
        },
      }),
    };
  }
}
