import { resolve } from 'node:path';
import type { Finding } from '../../../src/domain/report/report.ts';
import type { TextReader } from '../report/finish-findings.ts';
import { codeFrame } from '../reporters/code-frame.ts';
import { escapeXml } from '../reporters/escape-xml.ts';

/** What a Vite server sends its browsers for their overlay. */
export interface OverlayError {
  readonly type: 'error';
  readonly err: {
    readonly name: string;
    readonly title: string;
    readonly message: string;
    readonly hint: string;
    readonly id: string;
    readonly plugin: string;
    readonly loc: { readonly file: string; readonly line: number; readonly column: number };
    readonly stack: string;
    readonly frame?: string;
    readonly highlightedCode?: string;
  };
}

/**
 * Findings as what a dev server's overlay shows: the first with message, place, its page's text and what to do, and how
 * many more there are.
 *
 * Astro's overlay puts `message`, `hint` and `highlightedCode` into the page as HTML, so they are escaped here.
 */
export function overlayError(
  [first, ...more]: readonly [Finding, ...Finding[]],
  textOf: TextReader,
  folder: string,
): OverlayError {
  const { path, range, rule, message, help } = first;
  const { line, column } = range.start;
  const file = resolve(folder, path);
  const text = textOf(path);
  const frame = text === undefined ? undefined : codeFrame(text, range);
  const rest = more.length === 0 ? '' : ` (${more.length} more in the log)`;
  return {
    type: 'error',
    err: {
      name: rule,
      title: `Lockstep: ${rule}`,
      message: `${asHtml(message)}${rest}`,
      hint: asHtml(help),
      id: file,
      plugin: 'lockstep',
      loc: { file, line, column },
      stack: [first, ...more].map(placeAndMessage).join('\n'),
      ...(frame && { frame: `${frame.line}\n${frame.pointer}` }),
      ...(text !== undefined && { highlightedCode: codeOf(text, line) }),
    },
  };
}

/** `content/sv/add.md:7:4 mojibake: …`, as the log has it. */
export function placeAndMessage({ path, range, rule, message }: Finding): string {
  return `${path}:${range.start.line}:${range.start.column} ${rule}: ${message}`;
}

function asHtml(words: string): string {
  return escapeXml(words).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** As Astro marks up code: it finds the line, and sets a caret below it. */
function codeOf(text: string, line: number): string {
  const lines = text.split(/\r\n|\r|\n/).map((content, at) => {
    const isError = at + 1 === line;
    return `<span class="line${isError ? ' error-line' : ''}">${escapeXml(content)}</span>`;
  });
  return `<pre class="astro-code"><code>${lines.join('\n')}</code></pre>`;
}
