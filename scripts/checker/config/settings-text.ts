import { indexLines } from '../../../src/domain/document/line-index.ts';
import { type JsonValue, readJson } from '../../../src/domain/messages/read-json.ts';
import { codeFrame } from '../reporters/code-frame.ts';
import { type SettingsFault, sentenceOf } from './describe-fault.ts';

/** What a JSON file says, or where and why it says nothing. */
export type ReadSettings =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly lines: readonly [string, ...string[]] };

/**
 * Reads JSON as people write it: comments, commas after the last entry and a BOM are passed over.
 *
 * `lines` say what is wrong, and where: the place and the reason, then the line it is in.
 */
export function readSettingsText(text: string, file: string): ReadSettings {
  const { value, problems } = readJson(text);
  if (value !== undefined) return { kind: 'value', value: plainValue(value, text) };
  const [problem = { reason: 'it is empty', from: 0, to: 0 }] = problems;
  const { place, frame } = placed(text, problem, file);
  return { kind: 'problem', lines: [`${place}: ${problem.reason}`, ...frame] };
}

/** Faults as lines: each with its line and column and what stands there, as far as the file has it. */
export function describeInText(
  faults: readonly SettingsFault[],
  text: string,
  file: string,
  above: readonly string[],
): readonly string[] {
  const { value } = readJson(text);
  const ranges = faults.map((fault) => value && rangeOf(value, above, fault));
  return faults.flatMap((fault, at) => {
    const range = ranges[at];
    if (range === undefined) return [sentenceOf(fault, file)];
    const { place, frame } = placed(text, range, file);
    // Several faults of one value share what is shown of it.
    const isShownNext = ranges[at + 1]?.from === range.from && ranges[at + 1]?.to === range.to;
    return [sentenceOf(fault, place), ...(isShownNext ? [] : frame)];
  });
}

interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What is missing is shown at the beginning of what lacks it; where that is all of the settings, it says nothing. */
function rangeOf(
  top: JsonValue,
  above: readonly string[],
  { path: below, isAboutKey }: SettingsFault,
): TextRange | undefined {
  const path = [...above, ...below];
  let value = top;
  for (const [at, part] of path.entries()) {
    const entry = value.entries.find(({ key }) => key === String(part));
    if (entry === undefined) return at <= above.length ? undefined : { from: value.from, to: value.from + 1 };
    if (isAboutKey && at === path.length - 1) return entry;
    value = entry.value;
  }
  return value.kind === 'object' || value.kind === 'list' ? { from: value.from, to: value.from + 1 } : value;
}

function placed(
  text: string,
  { from, to }: TextRange,
  file: string,
): { readonly place: string; readonly frame: readonly string[] } {
  const range = indexLines(text).spanOf(from, to);
  const { line, column } = range.start;
  const frame = codeFrame(text, range);
  const gutter = String(line);
  return {
    place: `${file}:${line}:${column}`,
    frame:
      frame === undefined
        ? []
        : [`  ${gutter} | ${frame.line}`, `  ${' '.repeat(gutter.length)} | ${frame.pointer}`],
  };
}

function plainValue({ kind, text, from, to, entries }: JsonValue, whole: string): unknown {
  switch (kind) {
    case 'object':
      return Object.fromEntries(entries.map(({ key, value }) => [key, plainValue(value, whole)]));
    case 'list':
      return entries.map(({ value }) => plainValue(value, whole));
    case 'text':
      return text;
    case 'null':
      return null;
    case 'other':
      return JSON.parse(whole.slice(from, to)) as unknown;
  }
}
