import { indexLines } from '../../../src/domain/document/line-index.ts';
import { findMojibake, mayHoldMojibake } from '../../../src/domain/document/mojibake.ts';
import type { PageDocument } from '../../../src/domain/document/page-document.ts';
import type { PageRule } from './rule.ts';

/** Finds text that was written in one encoding and read in another. */
export const mojibake: PageRule = {
  id: 'mojibake',
  on: 'page',
  severity: 'error',
  docs: {
    summary: 'Letters are broken because text was read in another encoding than it was written in.',
    why: 'A reader cannot read the word, and a search never finds it.',
    fix: 'Restore the word and save the file as UTF-8.',
  },
  *check({ page: { document } }) {
    if (!mayHoldMojibake(document.text)) return;
    const lines = indexLines(document.text);
    for (const broken of findMojibake(withoutCode(document))) {
      const repaired = broken.repaired ?? null;
      yield {
        message:
          repaired === null
            ? `A character of \`${broken.text}\` is lost`
            : `\`${shortened(broken.text)}\` is UTF-8 text read as ${broken.encoding}`,
        help:
          repaired === null
            ? 'Type the lost character again.'
            : `Write \`${shortened(repaired)}\` and save the file as UTF-8.`,
        span: lines.spanOf(broken.from, broken.to),
        data: { found: broken.text, repaired, encoding: broken.encoding ?? null },
      };
    }
  },
};

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
