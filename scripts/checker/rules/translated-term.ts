import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import type { Draft, PairRule } from './rule.ts';
import { type AbsentTerm, absentTerms, inLocale, mayName } from './terms/glossary-terms.ts';

/** Finds a name that has to stay as it is, and does not. */
export const translatedTerm: PairRule = {
  id: 'translated-term',
  on: 'pair',
  severity: 'warning',
  docs: {
    summary: 'A name that the glossary keeps in every language is absent from the translation of a text.',
    why: 'A reader searches for the product by the name that it has, and a translated name is nobody’s.',
    fix: "Write the name as the source does, or give the locale's own name in the glossary.",
  },
  *check(context) {
    const { locale } = context.translation;
    const absent = absentTerms(context, ({ term, source, written }, text) => {
      if (!term.isUntouchable || !isWrittenAs(written, source)) return true;
      const own = inLocale(term.translations, locale) ?? [];
      return (
        [...term.sources, ...own].some((name) => holdsName(text, name)) ||
        own.some((name) => mayName(text, name))
      );
    });
    for (const named of absent) yield { ...said(named), ...placeOf(named, context.source.path) };
  },
};

function said(
  named: AbsentTerm,
): Pick<Draft, 'message' | 'help' | 'span' | 'severity' | 'confidence' | 'fix'> {
  const { source, span, isNowhere, count } = named;
  const near = misspelt(named);
  if (near !== undefined) {
    return {
      message: `Name is \`${near.found}\`, the glossary has \`${source}\``,
      help: `Write \`${source}\`.`,
      span: near.span,
      fix: { title: `Write \`${source}\``, safety: 'unsafe', edits: [{ span: near.span, text: source }] },
    };
  }
  return {
    message:
      isNowhere && count > 1
        ? `The page has \`${source}\` nowhere, the source has it in ${count} texts`
        : `The text lacks \`${source}\`, which the glossary keeps in every language`,
    help: `Write \`${source}\` as the source does.`,
    span,
    severity: isNowhere ? 'warning' : 'note',
    confidence: isNowhere ? 0.8 : 0.6,
  };
}

function placeOf({ sourceSpan, source, count }: AbsentTerm, path: string): Pick<Draft, 'related' | 'data'> {
  return { related: [{ label: 'the source', path, span: sourceSpan }], data: { term: source, count } };
}

/** `Teams` is a product, and `teams` are people. */
function isWrittenAs(written: string, name: string): boolean {
  return !/\p{Lu}/u.test(name) || written.startsWith(name);
}

/** True when a name stands in a text, in whatever case and with whatever ending or compound. */
function holdsName(text: string, name: string): boolean {
  return foldSpaces(text).includes(foldSpaces(name));
}

function foldSpaces(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]+/gu, ' ');
}

/** The name with spaces or hyphens between its letters: `Fast API` for `FastAPI`, and the reverse. */
function misspelt({ source, translation }: AbsentTerm) {
  const letters = [...source.replaceAll(/[\s\p{Pd}]/gu, '')];
  if (letters.length < 5 || !letters.every((letter) => /[\p{L}\p{N}]/u.test(letter))) return undefined;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${letters.join('[ \\u00a0-]?')}(?!\\p{Ll})`, 'iu');
  for (const text of translation) {
    const match = pattern.exec(text.text);
    if (match === null) continue;
    const span = spanOfRunText(
      { textSpan: text.span, traits: text.traits },
      match.index,
      match.index + match[0].length,
    );
    return { found: match[0], span };
  }
  return undefined;
}
