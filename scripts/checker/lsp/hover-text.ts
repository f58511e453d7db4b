import type { AlignVerdict } from '../align/alignment.ts';
import { escapeControls } from '../reporters/escape-controls.ts';
import type { BlockRange, Counterparts } from './counterparts.ts';

/** Lines and characters of the source beyond which a hover shows no more. */
const mostLines = 30;
const mostCharacters = 2000;

/** What a hover is made of. */
export interface HoverContext {
  readonly sourcePath: string;
  readonly sourceText: string;
  /** A sentence on how the page stands to its source; `undefined` where there is nothing to say. */
  readonly standing: string | undefined;
  readonly isMarkdown: boolean;
}

/**
 * What the source says where somebody points in a translation, and how the page stands to its source.
 *
 * In Markdown the source stands in a code block that nothing in it can end, so that links and markup of a page stay
 * text.
 */
export function hoverText({ pair, others }: Counterparts, context: HoverContext): string {
  const { sourcePath, sourceText, standing, isMarkdown } = context;
  const say = (text: string): string => (isMarkdown ? asPlainMarkdown(text) : escapeControls(text));
  const [first] = others;
  const parts: string[] = [];
  if (first === undefined) {
    parts.push(say('Nothing in the source answers this.'));
  } else {
    const place = `${sourcePath}:${first.start.line}`;
    const quoted = others.map((other) => excerptOf(sourceText, other)).join('\n\n');
    parts.push(isMarkdown ? codeSpan(place) : say(place), isMarkdown ? fenced(quoted) : quoted);
    const words = verdictWords[pair.verdict];
    if (words !== undefined) parts.push(say(words));
  }
  if (standing !== undefined) parts.push(say(standing));
  return parts.join('\n\n');
}

const verdictWords: Partial<Record<AlignVerdict, string>> = {
  moved: 'In the source it stands in another place among its neighbours.',
  merged: 'Several parts of the source are one here.',
  split: 'One part of the source is several here.',
};

/** A block as the file has it, its later lines as far left as its first. */
function excerptOf(text: string, { start, end }: BlockRange): string {
  const indentation = new RegExp(`^[ \\t]{0,${start.column - 1}}`);
  const lines = text
    .slice(start.offset, Math.min(end.offset, start.offset + mostCharacters))
    .split(/\r\n|\n|\r/)
    .map((line, at) => escapeControls(at === 0 ? line : line.replace(indentation, '')));
  const isCut = lines.length > mostLines || end.offset - start.offset > mostCharacters;
  return [...lines.slice(0, mostLines), ...(isCut ? ['…'] : [])].join('\n');
}

/** A code block with a fence that is longer than any run of its characters inside. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}markdown\n${text}\n${fence}`;
}

function codeSpan(text: string): string {
  const marks = '`'.repeat(longestRun(text) + 1);
  return `${marks}${escapeControls(text)}${marks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

/** Words that Markdown takes as they are. */
function asPlainMarkdown(text: string): string {
  return escapeControls(text).replaceAll(/[\\`*_{}[\]()#+!|<>&~]/g, String.raw`\$&`);
}
