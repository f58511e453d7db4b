import { basename } from 'node:path';
import type { Dialect } from '../../src/domain/document/page-document.ts';
import type { Judgement } from './engine/judge-family.ts';
import type { Rule } from './rules/rule.ts';
import { type CheckResult, runCheck } from './run-check.ts';

/** One of two pages that are in memory. */
export interface PairSide {
  /** What the report calls it. */
  readonly path: string;
  /** BCP 47; `und` where nobody knows. */
  readonly locale: string;
  readonly text: string;
}

/** How two pages are compared. */
export interface PairOptions {
  readonly rules: readonly Rule[];
  /** Default: recognised from the source. */
  readonly dialect?: Dialect | undefined;
  /** Whether the alignment is explained; default: it is not. */
  readonly explained?: Judgement['explained'];
  /** What the report says of the translation beside its state; default: nothing. */
  readonly included?: Judgement['included'];
  /** What to do where the translation's locale is `und`; a part of a sentence. */
  readonly localeHint: string;
}

/** Judges a translation against its source, without settings. */
export function runPair(source: PairSide, translation: PairSide, options: PairOptions): CheckResult {
  const { rules, dialect, explained, included, localeHint } = options;
  const key = basename(source.path).replace(/\.[^.]+$/, '');
  return runCheck({
    files: [
      { ...fileOf(source), key, isSource: true },
      { ...fileOf(translation), key, isSource: false },
    ],
    expected: [
      { key, locale: translation.locale, path: translation.path, exists: true, source: source.path },
    ],
    product: { sourceLocale: source.locale, labels: new Map(), entityLists: [] },
    rules,
    dialect,
    ...(explained && { explained }),
    ...(included && { included }),
    notCompared:
      translation.locale === 'und'
        ? [
            {
              path: translation.path,
              reason: `Its locale is unknown, so nothing was judged by its language; ${localeHint}.`,
            },
          ]
        : [],
  });
}

function fileOf({ path, locale, text }: PairSide) {
  return { path, locale, content: { kind: 'text' as const, text } };
}
