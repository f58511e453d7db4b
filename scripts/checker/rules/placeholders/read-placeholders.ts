import type { OwnText } from '../../../../src/domain/document/own-text.ts';
import type { Span } from '../../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../../src/domain/document/spans.ts';

/** Something in a text that a reader or a program puts another value for. */
export interface Placeholder {
  /** As written: `{tenantId}`. */
  readonly text: string;
  /** What encloses its name, and nothing else of it. */
  readonly form: string;
  /** False where its name is said in words, which every language has its own for. */
  readonly isName: boolean;
  readonly span: Span;
}

/** The placeholders in a text, those in code left out. */
export function readPlaceholders(own: OwnText): readonly Placeholder[] {
  if (!mayHave.test(own.text)) return [];
  return Array.from(withoutCode(own).matchAll(pattern), (match): Placeholder => {
    const [text, ...names] = match;
    const name = names.find((each) => typeof each === 'string') ?? '';
    const to = match.index + text.length;
    return {
      text,
      form: text.replace(name, ''),
      isName: !/\s/.test(name) && !text.startsWith('<'),
      span: spanOfRunText({ textSpan: own.span, traits: own.traits }, match.index, to),
    };
  });
}

/** Spaces where there is code, everything else at its place. */
function withoutCode({ text, traits: { codes, runs } }: OwnText): string {
  if (codes.length === 0) return text;
  const parts: string[] = [];
  let end = 0;
  for (const { at, text: piece, markup } of runs) {
    if (!markup.includes('code')) continue;
    parts.push(text.slice(end, at), ' '.repeat(piece.length));
    end = at + piece.length;
  }
  return `${parts.join('')}${text.slice(end)}`;
}

const mayHave = /[{<%$]|[A-Z\d]_[A-Z\d]/;

const nameForm = String.raw`[\p{L}_][\p{L}\p{M}\d_.-]{0,40}(?: [\p{L}\p{M}\d_.-]{1,40}){0,4}`;

/** `{{name}}`, `${nameForm}`, `{name}`, `%(name)s`, `%s`, `%1$s`, `<name>`, `$NAME`, `YOUR_NAME`. */
const pattern = new RegExp(
  [
    String.raw`\{\{ ?(${nameForm}) ?\}\}`,
    String.raw`\$?\{(${nameForm})\}`,
    String.raw`%\((${nameForm})\)[sd]`,
    String.raw`%(?:\d\$)?[sd](?![\p{L}\d])`,
    `<(${nameForm})>`,
    String.raw`\$([A-Z][A-Z\d_]+)(?!\w)`,
    String.raw`(?<![\p{L}\d_])([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?![\p{L}\d_])`,
  ].join('|'),
  'gu',
);
