import { isOnePiece, type Prose, proseOf, spanOfProse } from './characters/prose.ts';
import { findNarrow, findWide, mayMixWidths, type OddWidth, widthHabitOf } from './characters/widths.ts';
import type { Draft, DraftFix, PageRule } from './rule.ts';

/** Finds full-width characters in narrow text, and half-width ones in wide text. */
export const mixedWidth: PageRule = {
  id: 'mixed-width',
  on: 'page',
  severity: 'note',
  docs: {
    summary:
      'A full-width character stands in a text of another script, or a half-width mark between Chinese or Japanese characters.',
    why: 'Full-width marks tear holes into a line of Latin letters, and half-width ones stick to the characters beside them.',
    fix: 'Type the character in the width of the text around it.',
  },
  *check({ page: { document, locale } }) {
    const habit = widthHabitOf(locale);
    if (!mayMixWidths(document.text, habit)) return;
    const texts = proseOf(document);
    if (habit === 'narrow') {
      for (const prose of texts) for (const odd of findWide(prose)) yield say(prose, odd);
      return;
    }
    for (const [prose, found] of findNarrow(texts, habit)) for (const odd of found) yield say(prose, odd);
  },
};

function say(prose: Prose, { from, to, found, expected, kind, isCertain }: OddWidth): Draft {
  const written = expected.trim() || ' ';
  const edits = editsOf(prose, from, to, expected);
  const message = saysOf(shown(prose, found, from), shown(prose, written, from), kind);
  return {
    message,
    help: `Write \`${shown(prose, written, from)}\`.`,
    span: spanOfProse(prose, from, to),
    ...(kind === 'full-width' && !/^\p{sc=Latn}/u.test(found) && { severity: 'warning' }),
    confidence: isCertain ? 0.9 : 0.7,
    data: { found, expected: written, kind },
    ...(edits.length > 0 && {
      fix: { title: `Write ${shown(prose, written, from)}`, safety: isCertain ? 'safe' : 'unsafe', edits },
    }),
  };
}

/** Brackets are changed one by one, so that what they hold stays as it is. */
function editsOf(prose: Prose, from: number, to: number, expected: string): DraftFix['edits'] {
  const edit = (start: number, end: number, text: string): DraftFix['edits'] =>
    isOnePiece(prose, start, end) ? [{ span: spanOfProse(prose, start, end), text }] : [];
  if (to - from < 3 || !expected.startsWith('（')) return edit(from, to, expected);
  const both = [...edit(from, from + 1, '（'), ...edit(to - 1, to, '）')];
  return both.length === 2 ? both : [];
}

/** Code in brackets as the page has it; the prose has it blotted out. */
function shown({ own }: Prose, written: string, from: number): string {
  const whole =
    written.length < 3
      ? written
      : written.charAt(0) + own.text.slice(from + 1, from + written.length - 1) + written.slice(-1);
  return shortened(/^[（(]/.test(written) ? whole : written);
}

function saysOf(found: string, expected: string, kind: OddWidth['kind']): string {
  if (kind === 'bracket') return `Bracket \`${found}\` has another width than its counterpart`;
  const width = kind === 'full-width' ? 'full' : 'half';
  return `\`${found}\` is of ${width} width, the text around it has \`${expected}\``;
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 27)}…` : text;
}
