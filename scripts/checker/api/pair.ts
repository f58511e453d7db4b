import * as z from 'zod';
import { type Dialect, dialects } from '../../../src/domain/document/page-document.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { ruleNamed } from '../cli/explain.ts';
import { guessLocale } from '../guess-locale.ts';
import { OperationalError } from '../operational-error.ts';
import { rules as allRules } from '../rules/index.ts';
import { runPair } from '../run-pair.ts';
import { readLocale, readOptions } from './read-options.ts';
import { rememberTexts } from './report-texts.ts';

/** How two texts are compared; everything may be left out. */
export interface PairOptions {
  /** BCP 47. Default: guessed from the text and `sourcePath`. */
  readonly sourceLocale?: string | undefined;
  /** BCP 47. Default: guessed from the text and `path`; where nothing tells it, nothing is judged by its language. */
  readonly locale?: string | undefined;
  /** Markdown flavour of both. Default: recognised from the source. */
  readonly dialect?: Dialect | undefined;
  /** What the report calls the source; `.mdx` makes it MDX. Default: `source.md`. */
  readonly sourcePath?: string | undefined;
  /** What the report calls the translation. Default: `translation.md`. */
  readonly path?: string | undefined;
  /** Ids of rules that run. Default: all. */
  readonly rules?: readonly string[] | undefined;
}

const optionsSchema = z.strictObject({
  sourceLocale: z.string().optional(),
  locale: z.string().optional(),
  dialect: z.enum(dialects).optional(),
  sourcePath: z.string().min(1).optional(),
  path: z.string().min(1).optional(),
  rules: z.array(z.string()).optional(),
}) satisfies z.ZodType<PairOptions>;

/**
 * Checks the text of a translation against the text of its source, without settings and without a disk.
 * @throws {OperationalError} Where the options say something they cannot.
 * @example
 * const report = pair('1. Open **Customers**.\n2. Select **Add**.', '1. Öppna **Kunder**.', { locale: 'sv' });
 * report.findings.map(({ rule }) => rule) // => ['missing-step']
 */
export function pair(source: string, translation: string, options: PairOptions = {}): Report {
  if (typeof source !== 'string' || typeof translation !== 'string') {
    throw new OperationalError(
      '`pair` takes two texts.',
      'Give the text of the source, then that of the translation.',
    );
  }
  const { sourceLocale, locale, dialect, rules, ...paths } = readOptions(optionsSchema, options, 'pair');
  const { sourcePath = 'source.md', path = 'translation.md' } = paths;
  if (sourcePath === path) {
    throw new OperationalError(
      `The source and the translation are both called \`${path}\`.`,
      'Give them different names, for the report tells them apart by these.',
    );
  }
  const { report, textOf } = runPair(
    {
      path: sourcePath,
      locale:
        sourceLocale === undefined
          ? guessLocale(sourcePath, source)
          : readLocale(sourceLocale, 'sourceLocale'),
      text: source,
    },
    {
      path,
      locale: locale === undefined ? guessLocale(path, translation) : readLocale(locale, 'locale'),
      text: translation,
    },
    {
      rules: rules === undefined ? allRules : rules.map(ruleNamed),
      dialect,
      localeHint: 'give `locale`',
    },
  );
  return rememberTexts(report, textOf);
}
