import type { Block, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { spanOfRunText } from '../../../src/domain/document/spans.ts';
import type { PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds a line of code that differs from the source by more than comments and quoted text. */
export const changedCode: PairRule = {
  id: 'changed-code',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'A line of code differs from the source in more than a comment or a quoted text.',
    why: 'A reader who copies the command runs something else than the source says.',
    fix: 'Copy the line from the source; translate only comments and quoted texts.',
  },
  *check({ alignment, source, translation: page }) {
    for (const { source: sources, translation, score } of alignment.blocks) {
      const [one, ...ones] = sources;
      const [other, ...others] = translation;
      if (one?.kind !== 'code' || other?.kind !== 'code' || ones.length + others.length > 0) continue;
      if (one.language !== other.language || !codeLanguages.has(one.language ?? '')) continue;
      const change = firstChange(one, other);
      if (change === undefined) continue;
      yield {
        message: `Code is \`${excerpt(change.line.text)}\`, the source says \`${excerpt(change.sourceLine.text)}\``,
        help: 'Copy the line from the source; translate only comments and quoted texts.',
        span: spanOfLine(page.document, other, change.line),
        severity: score >= 0.8 ? 'error' : 'warning',
        confidence: score,
        related: [
          {
            label: 'the source',
            path: source.path,
            span: spanOfLine(source.document, one, change.sourceLine),
          },
        ],
        data: { line: change.line.text, sourceLine: change.sourceLine.text },
      };
    }
  },
};

/** Languages whose words nobody translates; output, prose and unnamed blocks may say anything. */
const codeLanguages: ReadonlySet<string> = new Set([
  'azurecli',
  'bash',
  'bat',
  'c',
  'cmd',
  'cpp',
  'cs',
  'csharp',
  'css',
  'docker',
  'dockerfile',
  'go',
  'graphql',
  'http',
  'ini',
  'java',
  'javascript',
  'js',
  'json',
  'jsx',
  'kotlin',
  'nginx',
  'php',
  'powershell',
  'ps1',
  'pwsh',
  'py',
  'python',
  'rb',
  'ruby',
  'rust',
  'scss',
  'sh',
  'shell',
  'sql',
  'swift',
  'toml',
  'ts',
  'tsx',
  'typescript',
  'yaml',
  'yml',
  'zsh',
]);

interface Line {
  readonly text: string;
  /** UTF-16 units of the block's text. */
  readonly from: number;
  /** Without comments, quoted texts and spaces. */
  readonly bare: string;
}

interface Change {
  readonly line: Line;
  readonly sourceLine: Line;
}

/**
 * The first line that says something else. Silent where the two blocks do not have the same lines otherwise: then
 * they are of two revisions, and no single line is the fault.
 */
function firstChange(one: Block, other: Block): Change | undefined {
  const sourceLines = linesOf(one.text);
  const lines = linesOf(other.text);
  if (sourceLines.length !== lines.length) return undefined;
  const changes = lines.flatMap((line, index): Change[] => {
    const sourceLine = sourceLines[index];
    return sourceLine === undefined || sourceLine.bare === line.bare ? [] : [{ line, sourceLine }];
  });
  // Letters of other scripts are a translator's work: a placeholder or a comment of a form not known here.
  const plain = changes.filter(({ line, sourceLine }) => !/[^\p{ASCII}]/u.test(line.bare + sourceLine.bare));
  return plain.length > 1 && plain.length * 3 > lines.length ? undefined : plain[0];
}

function linesOf(code: string): readonly Line[] {
  let from = 0;
  return code
    .split('\n')
    .map((text) => {
      const line = {
        text: text.trim(),
        from: from + (text.length - text.trimStart().length),
        bare: bareLine(text),
      };
      from += text.length + 1;
      return line;
    })
    .filter((line) => line.bare !== '');
}

function bareLine(line: string): string {
  return line
    .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
    .replace(/(?:^|\s)(?:#|\/\/|--\s|;|%|REM\s).*$/, '')
    .replaceAll(/\/\*.*?(?:\*\/|$)|<!--.*?(?:-->|$)|^\s*\*.*$/g, '')
    .replaceAll(/<[^<>]*>|\s+/g, '');
}

function spanOfLine(document: PageDocument, block: Block, line: Line): Span {
  const span = spanOfRunText(block, line.from, line.from + line.text.length);
  return document.text.slice(span.start.offset, span.end.offset) === line.text ? span : block.textSpan;
}
