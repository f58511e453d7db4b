import { editDistance } from '../../closest.ts';
import type { CodeLanguage } from './code-language.ts';
import { type CodeLine, readCodeLines } from './code-lines.ts';
import { foldCode } from './fold-code.ts';

/** The first thing in which a code block differs from its source that no translation asks for. */
export interface CodeChange {
  /**
   * `line`: another text. `signs`: the same but for signs that no program knows, such as typographic quotation marks.
   * `missing`, `extra`: a line too few or too many. `indentation`: a line at another depth.
   * `prompt`: the sign before a command is lost.
   */
  readonly kind: 'line' | 'signs' | 'missing' | 'extra' | 'indentation' | 'prompt';
  /** The line here; for `missing` the one before the place. */
  readonly line: CodeLine | undefined;
  /** The line in the source; for `extra` the one before the place. */
  readonly sourceLine: CodeLine | undefined;
  /** How many lines are like it. */
  readonly count: number;
  /** 0 to 1: that it is no translation. */
  readonly certainty: number;
}

/**
 * What differs between two code blocks beside comments, quoted texts and output, or `undefined`.
 *
 * Silent where more differs than a slip explains: then the two are of two revisions, and no single line is the fault.
 */
export function findCodeChange(
  source: { readonly text: string; readonly language: CodeLanguage },
  translation: { readonly text: string; readonly language: CodeLanguage },
): CodeChange | undefined {
  const { language } = source;
  if (language.reading === 'drawing') return undefined;
  const sourceLines = readCodeLines(source.text, language);
  const lines = readCodeLines(translation.text, language);
  const isSession = sourceLines.some((line) => line.prompt !== '');
  if (isSession)
    return findForeignSigns(sourceLines, translation.text, language) ?? compareSessions(sourceLines, lines);
  if (language.reading === 'text') return undefined;
  const foreign = findForeignSigns(sourceLines, translation.text, language);
  if (foreign !== undefined) return foreign;
  if (isOutput(language)) return compareOutput(sourceLines, lines);
  return sourceLines.length === lines.length
    ? compareLines(sourceLines, lines, language)
    : compareLengths(sourceLines, lines);
}

/**
 * A line that is the source's once full-width letters, typographic quotation marks and the like are written as code
 * has them; comments and quoted texts left aside.
 */
function findForeignSigns(
  sourceLines: readonly CodeLine[],
  code: string,
  language: CodeLanguage,
): CodeChange | undefined {
  if (isAscii(code)) return undefined;
  const folded = code.split('\n').map(foldCode).join('\n');
  if (folded === code) return undefined;
  const lines = readCodeLines(code, language);
  const foldedLines = readCodeLines(folded, language);
  if (lines.length !== foldedLines.length || lines.length !== sourceLines.length) return undefined;
  const changes = lines.flatMap((line, at): CodeChange[] => {
    const sourceLine = sourceLines[at];
    if (sourceLine === undefined || line.bare === sourceLine.bare) return [];
    if (foldedLines[at]?.bare !== sourceLine.bare || !isAscii(sourceLine.bare)) return [];
    return [{ kind: 'signs', line, sourceLine, count: 1, certainty: 1 }];
  });
  const [first] = changes;
  return first === undefined ? undefined : { ...first, count: changes.length };
}

/**
 * Of what a console shows, nobody can tell what was typed; but a line that differs from the source's by a sign or two,
 * and not in its numbers, is no translation.
 */
function compareOutput(sourceLines: readonly CodeLine[], lines: readonly CodeLine[]): CodeChange | undefined {
  if (sourceLines.length !== lines.length) return undefined;
  const changes = lines.flatMap((line, at): CodeChange[] => {
    const sourceLine = sourceLines[at];
    return sourceLine === undefined || sourceLine.text === line.text
      ? []
      : [{ kind: 'line', line, sourceLine, count: 1, certainty: 0.8 }];
  });
  const [first, ...others] = changes;
  if (first?.line === undefined || first.sourceLine === undefined || others.length > 0) return undefined;
  const [one, other] = [first.line.text, first.sourceLine.text];
  if (!isAscii(one + other) || other.length > longestLine || withoutDigits(one) === withoutDigits(other)) {
    return undefined;
  }
  return editDistance(one, other) <= 2 && other.length >= 8 ? first : undefined;
}

/** Letters are compared one by one. */
const longestLine = 300;

function withoutDigits(text: string): string {
  return text.replaceAll(/\d+/g, '0');
}

/** What a console shows, without any prompt. */
function isOutput({ written }: CodeLanguage): boolean {
  return /^(?:console|terminal|shell-?session)$/i.test(written);
}

function compareLines(
  sourceLines: readonly CodeLine[],
  lines: readonly CodeLine[],
  language: CodeLanguage,
): CodeChange | undefined {
  const changes = lines.flatMap((line, at): CodeChange[] => {
    const sourceLine = sourceLines[at];
    if (sourceLine === undefined || sourceLine.bare === line.bare) return [];
    return [{ kind: 'line', line, sourceLine, count: 1, certainty: certaintyOf(line, sourceLine) }];
  });
  const [first, ...others] = changes.filter(({ certainty }) => certainty > 0);
  if (first !== undefined) {
    const isRevision = others.length > 0 && (others.length + 1) * 3 > lines.length;
    return isRevision ? undefined : { ...first, count: others.length + 1 };
  }
  return changes.length > 0 ? undefined : compareDepths(sourceLines, lines, language);
}

/** Letters of other scripts are a translator's work: a placeholder, or a comment of a form not known here. */
function certaintyOf(line: CodeLine, sourceLine: CodeLine): number {
  if (isAscii(line.bare) || !isAscii(sourceLine.bare)) return isAscii(line.bare + sourceLine.bare) ? 1 : 0;
  const isOption = /(?:^|\s)-{1,2}[^\s-]*[^\p{ASCII}]/u.test(line.text);
  return isOption ? 0.8 : 0;
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}

/** Where white space is part of the language, or all of it is gone. */
function compareDepths(
  sourceLines: readonly CodeLine[],
  lines: readonly CodeLine[],
  { name }: CodeLanguage,
): CodeChange | undefined {
  const [sourceDepths, depths] = [depthsOf(sourceLines), depthsOf(lines)];
  const at = depths.findIndex((depth, index) => depth !== sourceDepths[index]);
  if (at === -1) return undefined;
  const isMeant = name === 'python' || name === 'yaml';
  if (!isMeant && depths.some((depth) => depth > 0)) return undefined;
  return {
    kind: 'indentation',
    line: lines[at],
    sourceLine: sourceLines[at],
    count: 1,
    certainty: isMeant ? 1 : 0.6,
  };
}

/** How deep each line stands, whatever the width of a level: 0, 1, 1, 2, 0. */
function depthsOf(lines: readonly CodeLine[]): readonly number[] {
  const open: number[] = [];
  return lines.map(({ indent }) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    return open.length - 1;
  });
}

/** One of the two has the other's lines, all in order, and a few more. */
function compareLengths(
  sourceLines: readonly CodeLine[],
  lines: readonly CodeLine[],
): CodeChange | undefined {
  const isShort = lines.length < sourceLines.length;
  const [long, short] = isShort ? [sourceLines, lines] : [lines, sourceLines];
  if (short.length === 0 || (long.length - short.length) * 3 > long.length) return undefined;
  const added: CodeLine[] = [];
  let before: CodeLine | undefined;
  let at = 0;
  for (const line of long) {
    if (short[at]?.bare === line.bare) at += 1;
    else {
      if (added.length === 0) before = short[at - 1];
      added.push(line);
    }
  }
  const [first] = added;
  if (at < short.length || first === undefined) return undefined;
  const count = added.length;
  return isShort
    ? { kind: 'missing', line: before, sourceLine: first, count, certainty: 1 }
    : { kind: 'extra', line: first, sourceLine: before, count, certainty: 0.8 };
}

/** Of a session only the commands are the same in every language. */
function compareSessions(
  sourceLines: readonly CodeLine[],
  lines: readonly CodeLine[],
): CodeChange | undefined {
  const sourceCommands = sourceLines.filter(({ prompt }) => prompt !== '');
  const commands = lines.filter(({ prompt }) => prompt !== '');
  for (const sourceLine of sourceCommands) {
    if (commands.some(({ bare }) => bare === sourceLine.bare)) continue;
    const line = lines.find(({ bare, prompt }) => prompt === '' && bare === sourceLine.bare);
    if (line !== undefined) return { kind: 'prompt', line, sourceLine, count: 1, certainty: 0.8 };
  }
  if (sourceCommands.length !== commands.length) return compareLengths(sourceCommands, commands);
  const changes = commands.flatMap((line, at): CodeChange[] => {
    const sourceLine = sourceCommands[at];
    if (sourceLine === undefined || sourceLine.bare === line.bare) return [];
    const certainty = certaintyOf(line, sourceLine);
    return certainty === 0 ? [] : [{ kind: 'line', line, sourceLine, count: 1, certainty }];
  });
  const [first] = changes;
  return first === undefined || (changes.length > 1 && changes.length * 2 > commands.length)
    ? undefined
    : first;
}
