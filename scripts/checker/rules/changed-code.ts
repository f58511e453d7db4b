import type { Block, PageDocument, Span } from '../../../src/domain/document/page-document.ts';
import { emptySpanAt, spanOfRunText } from '../../../src/domain/document/spans.ts';
import { type CodeChange, findCodeChange } from './code/code-change.ts';
import { type CodeLanguage, codeLanguageOf } from './code/code-language.ts';
import type { CodeLine } from './code/code-lines.ts';
import { foldCode } from './code/fold-code.ts';
import type { Draft, PairRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';
import { firstLineOf } from './structure/first-line.ts';

/** Finds code that differs from the source by more than comments, quoted text and output. */
export const changedCode: PairRule = {
  id: 'changed-code',
  on: 'pair',
  severity: 'error',
  docs: {
    summary: 'Code differs from the source in more than a comment, a quoted text or output.',
    why: 'A reader who copies the command runs something else than the source says.',
    fix: 'Copy the line from the source; translate only comments and quoted texts.',
  },
  *check({ alignment, source, translation: page }) {
    for (const { source: sources, translation, score } of alignment.blocks) {
      const one = sources[0];
      const other = translation[0];
      if (one?.kind !== 'code' || other?.kind !== 'code' || sources.length + translation.length > 2) continue;
      if (one.text === other.text && one.language === other.language) continue;
      const [sourceLanguage, language] = [
        codeLanguageOf(source.document, one),
        codeLanguageOf(page.document, other),
      ];
      const change = findCodeChange(
        { text: one.text, language: sourceLanguage },
        { text: other.text, language },
      );
      const related = (span: Span): NonNullable<Draft['related']> => [
        { label: 'the source', path: source.path, span },
      ];
      if (change !== undefined) {
        yield {
          ...wordsFor(change),
          span: placeOf(page.document, other, change),
          ...fixFor(change, page.document, other),
          severity: severityOf(change, score),
          confidence: score * change.certainty,
          related: related(
            change.sourceLine === undefined ? one.span : spanOfLine(source.document, one, change.sourceLine),
          ),
          data: {
            kind: change.kind,
            line: change.line?.text ?? '',
            sourceLine: change.sourceLine?.text ?? '',
          },
        };
      } else if (isOtherLanguage(sourceLanguage, language) && score >= 0.6) {
        yield {
          message: `Code is marked as ${nameOf(language)}, the source's as \`${sourceLanguage.written}\``,
          help: `Mark it as \`${sourceLanguage.written}\`.`,
          span: firstLineOf(page.document, other.span),
          severity: language.name === '' && sourceLanguage.reading !== 'drawing' ? 'note' : 'warning',
          confidence: score,
          related: related(firstLineOf(source.document, one.span)),
          data: { kind: 'language', language: language.written, sourceLanguage: sourceLanguage.written },
        };
      }
    }
  },
};

/** A language that is named for text, or named though the source has none, changes at most its colours. */
function isOtherLanguage(source: CodeLanguage, translation: CodeLanguage): boolean {
  if (source.name === translation.name) return false;
  return source.reading !== 'text' && (translation.name !== 'text' || source.reading === 'drawing');
}

function nameOf({ written }: CodeLanguage): string {
  return written === '' ? 'no language' : `\`${written}\``;
}

function wordsFor({ kind, line, sourceLine, count }: CodeChange): Pick<Draft, 'message' | 'help'> {
  const own = `\`${excerpt(line?.text ?? '')}\``;
  const original = `\`${excerpt(sourceLine?.text ?? '')}\``;
  const more = count > 1 ? ` and ${count - 1} more ${count === 2 ? 'line' : 'lines'}` : '';
  switch (kind) {
    case 'line':
      return {
        message: `Code is ${own}, the source says ${original}`,
        help: 'Copy the line from the source; translate only comments and quoted texts.',
      };
    case 'signs':
      return {
        message: `Code is ${own}${more}, the source says ${original}; some of its signs only look like those`,
        help: 'Type the line as the source has it: with straight quotation marks, hyphens and Latin letters.',
      };
    case 'missing':
      return { message: `Code lacks the line ${original}${more}`, help: 'Copy the code from the source.' };
    case 'extra':
      return {
        message: `Code has the line ${own}${more}, which the source lacks`,
        help: 'Remove the line, or add it to the source.',
      };
    case 'indentation':
      return {
        message: `Line ${own} is indented otherwise than in the source`,
        help: 'Indent the code as the source does.',
      };
    case 'prompt':
      return {
        message: `Command ${own} lacks the prompt \`${sourceLine?.prompt ?? ''}\``,
        help: 'Set the prompt before it, so that a reader can tell commands from what they print.',
      };
  }
}

/** The source's line, where nothing in it was translated. */
function fixFor(
  { kind, line, sourceLine, count }: CodeChange,
  document: PageDocument,
  block: Block,
): Pick<Draft, 'fix'> {
  if (kind !== 'signs' || line === undefined || sourceLine === undefined || count > 1) return {};
  const span = spanOfLine(document, block, line);
  if (foldCode(line.text) !== sourceLine.text || span === block.textSpan) return {};
  return {
    fix: {
      title: `Write \`${excerpt(sourceLine.text)}\``,
      safety: 'safe',
      edits: [{ span, text: sourceLine.text }],
    },
  };
}

function severityOf({ kind, certainty }: CodeChange, score: number): Draft['severity'] & string {
  if (kind === 'prompt' || (kind === 'indentation' && certainty < 1)) return 'note';
  if (kind === 'extra' || certainty < 1) return 'warning';
  return score >= 0.8 ? 'error' : 'warning';
}

function placeOf(document: PageDocument, block: Block, { kind, line }: CodeChange): Span {
  if (line === undefined) return firstLineOf(document, block.span);
  const span = spanOfLine(document, block, line);
  return kind === 'missing' ? emptySpanAt(span.end) : span;
}

function spanOfLine(document: PageDocument, block: Block, line: CodeLine): Span {
  const span = spanOfRunText(block, line.from, line.from + line.text.length);
  return document.text.slice(span.start.offset, span.end.offset) === line.text ? span : block.textSpan;
}
