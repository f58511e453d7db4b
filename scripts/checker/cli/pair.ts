import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Dialect, dialects } from '../../../src/domain/document/page-document.ts';
import { localeTagOf } from '../../../src/domain/locale/locale-tag.ts';
import { closest } from '../closest.ts';
import type { Included } from '../engine/judge-family.ts';
import { guessLocale } from '../guess-locale.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckResult, PageFile } from '../run-check.ts';
import { runPair } from '../run-pair.ts';
import { foreignFormatOf } from '../workspace/document-formats.ts';
import { readPage } from '../workspace/read-page.ts';
import { ruleNamed } from './explain.ts';
import { type FixFlags, mendFiles, printDryRun, readFixRequest } from './fix.ts';
import { printAlignments } from './print-alignments.ts';
import { printReport, readFailOn, readFormats } from './print-report.ts';
import { readIncluded } from './read-included.ts';
import type { Terminal } from './terminal.ts';

/** What `lockstep pair` was asked. */
export interface PairRequest {
  readonly source: string;
  readonly translation: string;
  readonly sourceLocale: string | undefined;
  readonly locale: string | undefined;
  readonly dialect: string | undefined;
  readonly formats: readonly string[];
  readonly rules: readonly string[];
  /** What the JSON report says of the translation beside its state. */
  readonly included: readonly string[];
  readonly failOn: string | undefined;
  readonly isVerbose: boolean;
  readonly fix: FixFlags;
}

/** Checks one translation against its source, without settings, and gives back the exit code. */
export async function pair(request: PairRequest, terminal: Terminal): Promise<number> {
  const formats = readFormats(request.formats);
  const failOn = readFailOn(request.failOn);
  const fix = readFixRequest(request.fix, formats);
  const included = readIncluded(request.included, formats, ['alignment']);
  const dialect = readDialect(request.dialect);
  const chosen = request.rules.length === 0 ? rules : request.rules.map(ruleNamed);
  const run = (): CheckResult => compareSides(request, dialect, chosen, included, terminal);
  const result = fix === undefined || fix.isDryRun ? run() : await mendFiles(run, fix, terminal);
  printAlignments(result.alignments, terminal);
  if (fix?.isDryRun) return printDryRun(result, fix, formats, failOn, terminal);
  return printReport(result, formats, failOn, terminal);
}

function compareSides(
  request: PairRequest,
  dialect: Dialect | undefined,
  chosen: readonly Rule[],
  included: readonly Included[] | undefined,
  terminal: Terminal,
): CheckResult {
  const source = readSide(request.source, 'source', terminal.folder);
  const translation = readSide(request.translation, 'translation', terminal.folder);
  if (source.identity === translation.identity) {
    throw new OperationalError(
      `\`${request.source}\` and \`${request.translation}\` are the same file.`,
      'Give the source page first and its translation second.',
    );
  }

  const sourceLocale =
    readLocale(request.sourceLocale, '--source-locale') ?? guessLocale(source.path, source.content.text);
  const locale =
    readLocale(request.locale, '--locale') ?? guessLocale(translation.path, translation.content.text);
  return runPair(
    { path: source.path, locale: sourceLocale, text: source.content.text },
    { path: translation.path, locale, text: translation.content.text },
    {
      rules: chosen,
      dialect,
      ...(included && { included }),
      ...(request.isVerbose && { explained: 'all' }),
      localeHint: 'give `--locale`',
    },
  );
}

interface Side {
  /** As given, with forward slashes. */
  readonly path: string;
  /** Of the file itself, however it is reached. */
  readonly identity: string;
  readonly content: PageFile['content'] & { readonly kind: 'text' };
}

/** @throws {OperationalError} Where there is no page to read: with one side missing there is nothing to compare. */
function readSide(given: string, role: string, folder: string): Side {
  const place = resolve(folder, given);
  const stats = statsOf(place, given, role);
  if (stats.isDirectory()) {
    throw new OperationalError(
      `The ${role} \`${given}\` is a folder, not a page.`,
      'Give two files, or run `lockstep check` with settings to check whole folders.',
    );
  }
  const foreign = foreignFormatOf(given);
  if (foreign !== undefined) {
    throw new OperationalError(
      `The ${role} \`${given}\` is ${foreign}, which the checker does not read.`,
      'Give Markdown or MDX pages.',
    );
  }
  const content = readPage(place);
  if (content.kind === 'unreadable') {
    const { message, span } = content.problem;
    const { line, column, offset } = span.start;
    const at = offset === 0 ? '' : ` (line ${line}, column ${column})`;
    throw new OperationalError(
      `Could not read the ${role} \`${given}\`${at}. ${message}.`,
      'Save it as a page with text in UTF-8, and run the command again.',
    );
  }
  const identity = `${stats.dev}:${stats.ino}`;
  return { path: given.replaceAll('\\', '/').replace(/^\.\//, ''), identity, content };
}

/** The path is left as it is given: a shell's `<(git show …)` stands for a pipe that has no other name. */
function statsOf(place: string, given: string, role: string): Stats {
  try {
    return statSync(place);
  } catch (error) {
    throw new OperationalError(
      `Could not read the ${role} \`${given}\`: ${reasonOf(error)}.`,
      'Check the path; it is relative to the working folder.',
      { cause: error },
    );
  }
}

function readDialect(given: string | undefined): Dialect | undefined {
  if (given === undefined) return undefined;
  const dialect = dialects.find((candidate) => candidate === given);
  if (dialect !== undefined) return dialect;
  const near = closest(given, dialects);
  throw new OperationalError(
    `There is no dialect \`${given}\`.`,
    `${near === undefined ? '' : `Did you mean \`${near}\`? `}The dialects are ${dialects.join(', ')}.`,
  );
}

function readLocale(given: string | undefined, flag: string): string | undefined {
  if (given === undefined) return undefined;
  const locale = localeTagOf(given);
  if (locale !== undefined) return locale;
  throw new OperationalError(
    `\`${flag} ${given}\` is not a locale.`,
    'Give a BCP 47 tag such as sv-SE, zh-Hans or pt-BR.',
  );
}
