import { compareText } from '../compare-text.ts';

/** A fix as a report has it, or as a rule drafted it: only offsets count. */
export interface Fix {
  readonly edits: readonly FixEdit[];
}

/** A text to put into the range [from, to) of the file, in UTF-16 units. */
export interface FixEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with fixes in it. */
export interface FixedText<Kind extends Fix> {
  readonly text: string;
  readonly applied: readonly Kind[];
  /** Would have touched what another one had changed already: a further run can apply them. */
  readonly skipped: readonly Kind[];
}

/**
 * A text with as many of the fixes in it as do not touch each other, the first in the text first; each is applied as a
 * whole or not at all.
 *
 * Two fixes that say the same, as two rules may of one place, count as applied both.
 * @throws {RangeError} For an edit outside the text.
 * @example applyFixes('Välj  Kunder .', [{ edits: [{ from: 12, to: 13, text: '' }] }]).text // => 'Välj  Kunder.'
 */
export function applyFixes<Kind extends Fix>(text: string, fixes: readonly Kind[]): FixedText<Kind> {
  const applied: Kind[] = [];
  const skipped: Kind[] = [];
  // In order, none touches another.
  const edits: FixEdit[] = [];
  for (const fix of fixes.toSorted((one, other) => compareEdits(firstEdit(one), firstEdit(other)))) {
    if (fix.edits.some(({ from, to }) => from < 0 || from > to || to > text.length)) {
      throw new RangeError(`A fix lies outside the text of ${text.length} characters.`);
    }
    const open = fix.edits.filter((edit) => !isDone(edit, edits));
    if (open.some((edit) => isTaken(edit, edits))) {
      skipped.push(fix);
      continue;
    }
    for (const edit of open) edits.splice(placeIn(edits, edit), 0, edit);
    applied.push(fix);
  }
  return { text: withEdits(text, edits), applied, skipped };
}

function isDone(edit: FixEdit, edits: readonly FixEdit[]): boolean {
  const same = edits[placeIn(edits, edit)];
  return same !== undefined && compareEdits(same, edit) === 0;
}

/** Two insertions at one place touch: which comes first is not known. */
function isTaken(edit: FixEdit, edits: readonly FixEdit[]): boolean {
  const at = placeIn(edits, edit);
  return [edits[at - 1], edits[at]].some(
    (done) => done !== undefined && (done.from === edit.from || (done.from < edit.to && edit.from < done.to)),
  );
}

/** Where an edit belongs: behind all that come before it. */
function placeIn(edits: readonly FixEdit[], edit: FixEdit): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = edits[middle];
    if (one !== undefined && compareEdits(one, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withEdits(text: string, edits: readonly FixEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: own } of edits) {
    parts.push(text.slice(at, from), own);
    at = to;
  }
  return parts.join('') + text.slice(at);
}

function firstEdit({ edits }: Fix): FixEdit {
  return edits.toSorted(compareEdits)[0] ?? { from: 0, to: 0, text: '' };
}

function compareEdits(one: FixEdit, other: FixEdit): number {
  return one.from - other.from || one.to - other.to || compareText(one.text, other.text);
}
