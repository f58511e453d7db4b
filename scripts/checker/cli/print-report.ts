import { mkdirSync } from 'node:fs';
import { dirname, normalize, resolve } from 'node:path';
import { type Severity, severitySchema } from '../../../src/domain/report/report.ts';
import { closest } from '../closest.ts';
import { OperationalError, reasonOf } from '../operational-error.ts';
import { replaceFile } from '../replace-file.ts';
import { type FormatName, formatNames } from '../report/format-names.ts';
import { renderReport } from '../report/render-report.ts';
import { escapeForLog } from '../reporters/escape-controls.ts';
import type { PrettyOptions } from '../reporters/pretty.ts';
import type { CheckResult } from '../run-check.ts';
import { pathFromRepository } from './path-from-repository.ts';
import { coloursFor, exitCodes, type Terminal } from './terminal.ts';

/** A format, and the file it goes to; standard output where there is none. */
export interface OutputFormat<Name extends string = FormatName> {
  readonly format: Name;
  readonly file: string | undefined;
}

/**
 * The formats that `--format` asks for; `pretty` on standard output where it is not given.
 * @throws {OperationalError} For an unknown format, for two on standard output, and for two in one file.
 * @example readFormats(['json=report.json']) // => [{ format: 'json', file: 'report.json' }]
 */
export function readFormats(given: readonly string[]): readonly OutputFormat[] {
  return given.length === 0
    ? [{ format: 'pretty', file: undefined }]
    : readFormatsOf<FormatName>(given, formatNames);
}

/** The formats that `--format` asks for, of those that there are; see `readFormats`. */
export function readFormatsOf<Name extends string>(
  given: readonly string[],
  names: readonly Name[],
): readonly OutputFormat<Name>[] {
  const formats = given.map((entry): OutputFormat<Name> => {
    const [name = '', ...rest] = entry.split('=');
    const format = names.find((candidate) => candidate === name);
    if (format === undefined) {
      const near = closest(name, names);
      throw new OperationalError(
        `There is no format \`${name}\`.`,
        `${near === undefined ? '' : `Did you mean \`${near}\`? `}The formats are ${names.join(', ')}.`,
      );
    }
    const file = rest.join('=');
    if (rest.length > 0 && (file === '' || file === '-')) {
      throw new OperationalError(
        `The format \`${entry}\` names no file.`,
        `Write \`${name}=FILE\`, or \`${name}\` alone for standard output.`,
      );
    }
    return { format, file: rest.length > 0 ? file : undefined };
  });
  if (formats.filter(({ file }) => file === undefined).length > 1) {
    throw new OperationalError(
      'Two formats would both go to standard output.',
      'Send one to a file: `--format json=report.json`.',
    );
  }
  const files = formats.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, at) =>
    files.slice(0, at).some((one) => normalize(one) === normalize(file)),
  );
  if (twice !== undefined) {
    throw new OperationalError(
      `Two formats would both go to \`${twice}\`.`,
      'Give each a file of its own: `--format json=report.json --format sarif=report.sarif`.',
    );
  }
  return formats;
}

/**
 * The severity that `--fail-on` names; `error` where it is not given.
 * @throws {OperationalError} For anything that is no severity.
 */
export function readFailOn(given: string | undefined): Severity {
  if (given === undefined) return 'error';
  const parsed = severitySchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const near = closest(given.toLowerCase(), severitySchema.options);
  throw new OperationalError(
    `\`--fail-on ${given}\` is not a severity.`,
    near === undefined
      ? 'Give error, warning or note.'
      : `Did you mean \`${near}\`? Give error, warning or note.`,
  );
}

/**
 * Prints a report in every format asked for, and gives back the exit code.
 * @throws {OperationalError} Where a file cannot be written, after all the others are.
 */
export function printReport(
  result: CheckResult,
  formats: readonly OutputFormat[],
  failOn: Severity,
  terminal: Terminal,
): number {
  const { report, crashes } = result;
  const above = pathFromRepository(terminal.folder, terminal.environment['GITHUB_WORKSPACE']);
  printFormats(
    formats,
    (format, look) => renderReport(result, format, { failOn, above, ...look }),
    report.pages,
    terminal,
  );
  const severities = severitySchema.options;
  const isFailing = report.findings.some(
    ({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn),
  );
  for (const crash of crashes) terminal.stderr.write(`lockstep: ${escapeForLog(crash)}\n`);
  if (crashes.length > 0) return exitCodes.failed;
  return isFailing ? exitCodes.findings : exitCodes.clean;
}

/**
 * Prints something about pages in every format asked for.
 * @param render gives it in a format, with the look of the terminal where it goes there
 * @throws {OperationalError} Where a file cannot be written, after all the others are.
 */
export function printFormats<Name extends string>(
  formats: readonly OutputFormat<Name>[],
  render: (format: Name, look: Pick<PrettyOptions, 'colours' | 'columns'>) => Iterable<string>,
  pages: readonly { readonly path: string }[],
  terminal: Terminal,
): void {
  const failures: OperationalError[] = [];
  for (const { format, file } of formats) {
    const pieces = render(format, file === undefined ? lookOf(terminal) : {});
    if (file === undefined) {
      for (const chunk of chunksOf(pieces)) terminal.stdout.write(chunk);
      continue;
    }
    try {
      refusePage(file, pages, terminal);
      writeReport(resolve(terminal.folder, file), file, pieces, terminal);
    } catch (error) {
      if (!(error instanceof OperationalError)) throw error;
      failures.push(error);
    }
  }
  const [failure] = failures;
  if (failure !== undefined) {
    throw new OperationalError(failures.map(({ message }) => message).join('\n'), failure.hint, {
      cause: failure,
    });
  }
}

function lookOf({ stdout, environment }: Terminal): Pick<PrettyOptions, 'colours' | 'columns'> {
  const { columns } = stdout;
  return { colours: coloursFor(stdout, environment), ...(columns !== undefined && { columns }) };
}

/** A slip such as `--format markdown=content/sv/add.md` must not cost a page. */
function refusePage(file: string, pages: readonly { readonly path: string }[], { folder }: Terminal): void {
  const place = resolve(folder, file);
  if (!pages.some(({ path }) => resolve(folder, path) === place)) return;
  throw new OperationalError(
    `The report was not written to \`${file}\`, which is a page that it is about.`,
    'Give another file.',
  );
}

function writeReport(path: string, shown: string, pieces: Iterable<string>, { stderr }: Terminal): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, chunksOf(pieces));
  } catch (error) {
    throw new OperationalError(
      `Could not write the report to \`${shown}\`: ${reasonOf(error)}.`,
      'Give a file in a folder that you may write to.',
      { cause: error },
    );
  }
  stderr.write(`Wrote ${escapeForLog(shown)}.\n`);
}

/** Small pieces joined, so that the system is not asked for each. */
function* chunksOf(pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 64 * 1024) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
