import { findEscapedCharacters, mayHoldEscapes } from '../../../src/domain/document/escaped-characters.ts';
import { indexLines } from '../../../src/domain/document/line-index.ts';
import { findMojibake, type Mojibake, mayHoldMojibake } from '../../../src/domain/document/mojibake.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import { languageOf } from '../../../src/domain/locale/scripts.ts';
import { spanOfProse } from './characters/prose.ts';
import { findQuestionedWords } from './characters/questioned-words.ts';
import type { Draft, PageRule } from './rule.ts';

/** Finds text that was written in one encoding and read in another, and characters that got lost on the way. */
export const mojibake: PageRule = {
  id: 'mojibake',
  on: 'page',
  severity: 'error',
  docs: {
    summary:
      'Letters are broken or lost because text was read in another encoding than it was written in, or escaped once too often.',
    why: 'A reader cannot read the word, and a search never finds it.',
    fix: 'Restore the word and save the file as UTF-8.',
  },
  *check({ page: { document, locale } }) {
    if (mayHoldMojibake(document.text) || mayHoldEscapes(document.text)) yield* inFile(document);
    for (const { prose, from, to, text } of findQuestionedWords(document, languageOf(locale))) {
      yield {
        message: `Letters of \`${shortened(text)}\` are lost: question marks stand for them`,
        help: 'Type the lost letters again and save the file as UTF-8.',
        span: spanOfProse(prose, from, to),
        confidence: 0.8,
        data: { found: text, repaired: null, encoding: null },
      };
    }
  },
};

function* inFile(document: PageDocument): Iterable<Draft> {
  const lines = indexLines(document.text);
  const text = withoutCode(document);
  for (const broken of findMojibake(text)) {
    const { repaired = null, encoding = null } = broken;
    const span = lines.spanOf(broken.from, broken.to);
    yield {
      message:
        repaired === null
          ? `A character of \`${shortened(broken.text)}\` is lost`
          : `\`${shortened(broken.text)}\` is UTF-8 text read as ${encoding}`,
      help:
        repaired === null
          ? 'Type the lost character again.'
          : `Write \`${shortened(repaired)}\` and save the file as UTF-8.`,
      span,
      data: { found: broken.text, repaired, encoding },
      ...(repaired !== null && {
        fix: {
          title: `Write ${shortened(repaired)}`,
          safety: isAmbiguous(broken) ? 'unsafe' : 'safe',
          edits: [{ span, text: repaired }],
        },
      }),
    };
  }
  for (const { from, to, text: found, repaired, kind } of findEscapedCharacters(text)) {
    const span = lines.spanOf(from, to);
    yield {
      message: `A reader sees \`${found}\`, the character is escaped once too often`,
      help: `Write \`${repaired}\`.`,
      span,
      severity: 'warning',
      data: { found, repaired, encoding: null },
      fix: {
        title: `Write ${repaired}`,
        // A page may show how a reference is written.
        safety: kind === 'character-reference' ? 'unsafe' : 'safe',
        edits: [{ span, text: repaired }],
      },
    };
  }
}

/** ISO 8859-2 has these letters at other bytes than Windows has, so that the word may be another one. */
function isAmbiguous({ text, encoding }: Mojibake): boolean {
  return encoding === 'windows-1250' && /[ĄĽŚŠŤŹŽąľśšťźž]/.test(text);
}

/** Code may speak of broken text on purpose; a lost character is never meant. */
function withoutCode({ text, blocks, sections }: PageDocument): string {
  const codes = [
    ...blocks.filter((block) => block.kind === 'code').map((block) => block.span),
    ...[...blocks, ...sections].flatMap((node) =>
      (node.kind === 'section' ? (node.heading?.traits.codes ?? []) : node.traits.codes).map(
        (code) => code.span,
      ),
    ),
  ].toSorted((one, other) => one.start.offset - other.start.offset);
  let masked = '';
  for (const { start, end } of codes) {
    if (start.offset < masked.length) continue;
    masked += text.slice(masked.length, start.offset);
    masked += text.slice(start.offset, end.offset).replace(/[^\s�]/g, ' ');
  }
  return masked + text.slice(masked.length);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
