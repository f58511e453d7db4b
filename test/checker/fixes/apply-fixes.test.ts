import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFixes, type FixEdit } from '../../../scripts/checker/fixes/apply-fixes.ts';

const text = 'Välj Kunder , sedan sidan **Konto**.';

function fix(...edits: FixEdit[]): { readonly edits: readonly FixEdit[] } {
  return { edits };
}

describe('fixes', () => {
  it('are put into the text, whatever their order', () => {
    const space = fix({ from: 11, to: 12, text: '' });
    const name = fix({ from: 28, to: 33, text: 'Kontoinformation' });
    const expected = 'Välj Kunder, sedan sidan **Kontoinformation**.';
    expect(applyFixes(text, [name, space]).text).toBe(expected);
    expect(applyFixes(text, [space, name])).toMatchObject({ text: expected, skipped: [] });
  });

  it('are applied as a whole or not at all', () => {
    const first = fix({ from: 5, to: 11, text: '**Kunder**' });
    const both = fix({ from: 5, to: 11, text: 'Klienter' }, { from: 20, to: 25, text: '' });
    expect(applyFixes(text, [both, first])).toEqual({
      text: 'Välj **Kunder** , sedan sidan **Konto**.',
      applied: [first],
      skipped: [both],
    });
  });

  it('count both where they say the same', () => {
    const found = [fix({ from: 11, to: 12, text: '' }), fix({ from: 11, to: 12, text: '' })];
    expect(applyFixes(text, found)).toEqual({
      text: 'Välj Kunder, sedan sidan **Konto**.',
      applied: found,
      skipped: [],
    });
  });

  it('that insert at one place exclude each other', () => {
    const found = [fix({ from: 5, to: 5, text: 'a' }), fix({ from: 5, to: 5, text: 'b' })];
    expect(applyFixes(text, found)).toMatchObject({ applied: [found[0]], skipped: [found[1]] });
  });

  it('outside the text are refused', () => {
    expect(() => applyFixes('Välj', [fix({ from: 2, to: 9, text: '' })])).toThrow(RangeError);
  });

  it('leave all other letters where they were, in any number', () => {
    const edit = tuple(nat(200), nat(6), constantFrom('', 'x', 'yz')).map(
      ([from, length, own]): FixEdit => ({ from, to: Math.min(200, from + length), text: own }),
    );
    assert(
      property(array(edit, { maxLength: 60 }), (edits) => {
        const page = 'абвгд'.repeat(40);
        const {
          text: fixed,
          applied,
          skipped,
        } = applyFixes(
          page,
          edits.map((one) => fix(one)),
        );
        const done = [...new Map(applied.map((one) => [JSON.stringify(one), one])).values()];
        const growth = done.reduce(
          (sum, { edits: [one] }) => sum + (one ? one.text.length - (one.to - one.from) : 0),
          0,
        );
        expect(applied.length + skipped.length).toBe(edits.length);
        expect(fixed.length).toBe(page.length + growth);
      }),
    );
  });
});
