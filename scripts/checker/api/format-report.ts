import * as z from 'zod';
import { type Report, type Severity, severitySchema } from '../../../src/domain/report/report.ts';
import { coloursOf } from '../cli/terminal.ts';
import { closest } from '../closest.ts';
import { OperationalError } from '../operational-error.ts';
import { type FormatName, formatNames } from '../report/format-names.ts';
import { renderReport } from '../report/render-report.ts';
import { folderAt } from './check.ts';
import { readOptions } from './read-options.ts';
import { textsOf } from './report-texts.ts';

/** How a report is written; everything may be left out. */
export interface FormatOptions {
  /** Folder that the report's paths are relative to, for formats that quote pages. Default: the process's. */
  readonly folder?: string | undefined;
  /** `junit` takes findings from this severity on for failures. Default: `error`. */
  readonly failOn?: Severity | undefined;
  /** Whether `pretty` marks up with terminal colours. Default: `false`. */
  readonly colours?: boolean | undefined;
  /** Width that `pretty` keeps to, in cells of a terminal. */
  readonly columns?: number | undefined;
}

const optionsSchema = z.strictObject({
  folder: z.string().optional(),
  failOn: severitySchema.optional(),
  colours: z.boolean().optional(),
  columns: z.int().min(1).optional(),
}) satisfies z.ZodType<FormatOptions>;

/**
 * A report as `lockstep check --format` writes it; it ends with a line end.
 *
 * `pretty` and `html` quote pages: those that the report was made from, or, of a report that was read from JSON, as
 * they lie in `folder` now.
 * @throws {OperationalError} For a format that there is not, and for options that say something they cannot.
 * @example formatReport(report, 'pretty') // => '…\nCompared 4 translations with their sources: 1 error.\n'
 */
export function formatReport(report: Report, format: FormatName, options: FormatOptions = {}): string {
  const read = readOptions(optionsSchema, options, 'formatReport');
  if (!formatNames.includes(format)) {
    const near = closest(String(format), formatNames);
    throw new OperationalError(
      `There is no format \`${String(format)}\`.`,
      near === undefined ? `The formats are ${formatNames.join(', ')}.` : `Did you mean \`${near}\`?`,
    );
  }
  const pieces = renderReport({ report, textOf: textsOf(report, folderAt(read.folder)) }, format, {
    failOn: read.failOn ?? 'error',
    ...(read.colours === true && { colours: coloursOf(true) }),
    ...(read.columns !== undefined && { columns: read.columns }),
  });
  return Array.from(pieces).join('');
}
