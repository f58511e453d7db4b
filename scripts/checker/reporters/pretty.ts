import type { Finding, Report, Severity } from '../../../src/domain/report/report.ts';
import { codeFrame } from './code-frame.ts';
import { escapeForLog } from './escape-controls.ts';
import { isolate, isolateValues } from './isolate.ts';
import { displayWidth, wrapWords } from './wrap-words.ts';

/** What the reporter needs beside the report. */
export interface PrettyOptions {
  /** The text of a file, or of the old source with that blob id; nothing is quoted where it is not known. */
  readonly textOf?: (path: string, revision?: string) => string | undefined;
  /** Default: no colours. */
  readonly colours?: Colours;
  /** Width of the terminal, which all lines keep to: carets under a wrapped line point nowhere. Default: words stay in one line. */
  readonly columns?: number;
}

/** Marks up a piece of text for a terminal. */
export type Colours = Readonly<
  Record<'error' | 'warning' | 'note' | 'strong' | 'faint', (text: string) => string>
>;

/**
 * The report for a person at a terminal: each finding with its place, its line, the source's line and what to do,
 * page by page, then what was not compared, then one sentence that sums up.
 */
export function* renderPretty(
  report: Report,
  { textOf = () => undefined, colours = plainColours, columns }: PrettyOptions = {},
): Iterable<string> {
  const frame: FrameStyle = {
    textOf,
    colours,
    columns: Math.max(narrowest, Math.min(columns ?? widestFrame, widestFrame)),
    wrapAt: columns === undefined ? Number.POSITIVE_INFINITY : Math.max(narrowest, columns),
  };
  for (const findings of Map.groupBy(report.findings, ({ path }) => path).values()) {
    for (const finding of findings) yield `${renderFinding(finding, frame)}\n`;
  }
  if (report.notCompared.length > 0) {
    const entries = report.notCompared.map(
      ({ path, reason }) => `  ${colours.strong(shownPath(path))}  ${shownWords(reason)}`,
    );
    yield ['Not compared:', ...entries, '', ''].join('\n');
  }
  yield `${summarySentence(report)}\n`;
}

/**
 * One sentence on how a run went.
 * @example summarySentence(report) // => 'Compared 4 translations with their sources: 1 error, 2 warnings.'
 */
export function summarySentence({ summary, pages: reported }: Report): string {
  const { pages, pairs, errors, warnings, notes, suppressed } = summary;
  const { messageFiles = 0 } = summary;
  const isWithoutSource =
    pages > 0 && reported.every(({ source, state }) => source === null && state !== 'source');
  const pageWords = isWithoutSource
    ? `${counted(pages, 'translation')} with other languages`
    : `${counted(pairs, 'translation')} with ${pairs === 1 ? 'its source' : 'their sources'}`;
  const messageWords = `${counted(messageFiles, 'file')} of messages`;
  const compared =
    messageFiles === 0 ? pageWords : pages === 0 ? messageWords : `${pageWords}, and ${messageWords}`;
  const counts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [notes, 'note'],
    [suppressed, 'suppressed finding'],
  ] as const;
  const found = counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return `Compared ${compared}: ${found.length === 0 ? 'nothing to fix' : found.join(', ')}.`;
}

/** Text as it is, where nothing shows colours. */
export const plainColours: Colours = {
  error: (text) => text,
  warning: (text) => text,
  note: (text) => text,
  strong: (text) => text,
  faint: (text) => text,
};

interface FrameStyle extends Required<PrettyOptions> {
  /** Columns that words keep to. */
  readonly wrapAt: number;
}

/** Columns of a quoted line with its number, where the terminal has more. */
const widestFrame = 108;
/** Columns that every terminal is taken to have. */
const narrowest = 40;

function renderFinding(finding: Finding, style: FrameStyle): string {
  const { textOf, colours } = style;
  const { path, range, severity, help, related, fix } = finding;
  const lines = [...headLines(finding, style), ...renderFrame(textOf(path), range, severity, style)];
  for (const other of related) {
    const { line, column } = other.range.start;
    lines.push(
      `  ${shownPath(other.path)}:${line}:${column}  ${colours.faint(shownWords(other.label))}`,
      ...renderFrame(textOf(other.path, other.revision), other.range, 'note', style),
    );
  }
  lines.push(...labelledLines('help:', help, style));
  if (fix !== null) lines.push(...labelledLines(fixFlags[fix.safety], fix.title, style));
  lines.push('');
  return lines.join('\n');
}

/** Where the message does not fit beside the place, it begins a line of its own. */
function headLines(
  { path, range, rule, severity, message }: Finding,
  { colours, wrapAt }: FrameStyle,
): readonly string[] {
  const at = `${shownPath(path)}:${place(range)}`;
  const words = shownWords(message);
  const head = `${colours.strong(at)}  ${colours[severity](severity)} ${colours.faint(rule)}`;
  if (displayWidth(`${at}  ${severity} ${rule}  ${words}`) <= wrapAt) return [`${head}  ${words}`];
  return [head, ...wrapWords(words, wrapAt - 2).map((line) => `  ${line}`)];
}

function labelledLines(label: string, words: string, { colours, wrapAt }: FrameStyle): readonly string[] {
  const [first = '', ...others] = wrapWords(shownWords(words), wrapAt - label.length - 3);
  const indent = ' '.repeat(label.length + 3);
  return [`  ${colours.faint(label)} ${first}`, ...others.map((line) => `${indent}${line}`)];
}

function shownPath(path: string): string {
  return isolate(escapeForLog(path));
}

function shownWords(words: string): string {
  return isolateValues(escapeForLog(words));
}

/** Which flags of the command apply a fix, by its safety. */
export const fixFlags = { safe: '--fix:', unsafe: '--fix --unsafe:' } as const;

function place({ start, end }: Finding['range']): string {
  const from = `${start.line}:${start.column}`;
  return start.offset === end.offset ? from : `${from}-${end.line}:${end.column}`;
}

function renderFrame(
  text: string | undefined,
  range: Finding['range'],
  severity: Severity,
  { colours, columns }: FrameStyle,
): readonly string[] {
  const number = String(range.start.line).padStart(5);
  const frame = text === undefined ? undefined : codeFrame(text, range, columns - `${number} │ `.length);
  if (frame === undefined || frame.line === '') return [];
  return [
    `${colours.faint(`${number} │`)} ${isolate(frame.line)}`,
    `${colours.faint(`${' '.repeat(number.length)} │`)} ${colours[severity](frame.pointer)}`,
  ];
}

/**
 * A number with its noun, in the singular or the plural.
 * @example counted(2, 'error') // => '2 errors'
 */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
