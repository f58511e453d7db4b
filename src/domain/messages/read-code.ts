import { indexLines } from '../document/line-index.ts';
import type { Span } from '../document/page-document.ts';

/** What a file of code says of messages. */
export interface CodeReferences {
  /** The whole file. */
  readonly text: string;
  /** Keys that are said outright: `t('form.title')`. */
  readonly calls: readonly MessageCall[];
  /** Whatever stands between two quotes of a line: a key may be among it. */
  readonly texts: ReadonlySet<string>;
  /** How keys begin that are put together: `issues.` for `` `issues.${code}` `` and for `'issues.' + code`. */
  readonly beginnings: ReadonlySet<string>;
  /** How keys end that are put together: `.title` for `` `${page}.title` ``. */
  readonly endings: ReadonlySet<string>;
  /** Names in the code, such as `siteName` in `messages.siteName` and in `const { siteName } = messages`. */
  readonly names: ReadonlySet<string>;
}

/** A call that says a message. */
export interface MessageCall {
  readonly key: string;
  /** Without the quotes. */
  readonly span: Span;
}

/**
 * Reads what code says of messages, in whatever language it is written that quotes keys: TypeScript, JSX, Vue, Svelte,
 * Astro.
 *
 * Nothing is parsed: keys are taken from everything that is quoted, so that more counts as used than is, and calls only
 * where a function known to say messages has a bare key before it. Without `functions` those are `t` and `$t` in files
 * that mention a library of translations. Calls with a text of their own to fall back to, and calls in comments, are
 * left out.
 */
export function readCode(text: string, functions?: readonly string[]): CodeReferences {
  return {
    text,
    calls: callsIn(text, functions),
    texts: new Set(
      Array.from(text.matchAll(/['"`]([^'"`\n\r]{1,300})(?=['"`])/g), (match) => match[1] ?? ''),
    ),
    beginnings: new Set([
      ...Array.from(text.matchAll(/`([^`$\n\r]{2,300})\$\{/g), (match) => match[1] ?? ''),
      ...Array.from(text.matchAll(/['"]([^'"`\s]{1,300}[._:-])['"]\s{0,99}\+/g), (match) => match[1] ?? ''),
    ]),
    endings: new Set([
      ...Array.from(text.matchAll(/\}([^`${}\s]{2,300})`/g), (match) => match[1] ?? ''),
      ...Array.from(text.matchAll(/\+\s{0,99}['"]([._:-][^'"`\s]{1,300})['"]/g), (match) => match[1] ?? ''),
    ]),
    names: new Set(text.match(/[A-Za-z_$][\w$]*/g)),
  };
}

function callsIn(text: string, functions: readonly string[] | undefined): readonly MessageCall[] {
  if (functions === undefined && !library.test(text)) return [];
  const names = (functions ?? defaultFunctions).map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const call = new RegExp(
    `(?<![\\w$.])(?:(?:this|props|i18n|i18next)\\.)?(?:${names.join('|')})\\(\\s{0,99}(['"\`])([^'"\`\\n\\r]{1,300})\\1\\s{0,99}([,)])`,
    'g',
  );
  const calls: MessageCall[] = [];
  const lines = indexLines(text);
  for (const match of text.matchAll(call)) {
    const [whole, quote = '', key = '', after] = match;
    if (key.includes('${') || isRemark(text, match.index)) continue;
    const end = match.index + whole.length;
    if (after === ',' && /^\s{0,99}(?:['"`]|\{[^{}]{0,300}\bdefaultValue\b)/.test(text.slice(end, end + 400)))
      continue;
    const from = match.index + whole.indexOf(quote) + 1;
    calls.push({ key, span: lines.spanOf(from, from + key.length) });
  }
  return calls;
}

const library = /i18n|useTranslation|getFixedT|next-intl|\$t\(/;
const defaultFunctions = ['t', '$t'];

/** True where the line is a comment up to there. */
function isRemark(text: string, index: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  return /^\s*(?:\*|\/\*|<!--|#)|(?:^|[^:])\/\//.test(before);
}
