import { describe, expect, it } from 'vitest';
import { readIcu } from '../../../src/domain/messages/read-icu.ts';
import { readTags } from '../../../src/domain/messages/read-markup.ts';
import { readPlaceholders } from '../../../src/domain/messages/read-placeholders.ts';

describe('readPlaceholders', () => {
  it.each([
    ['{{name}} {{- raw }} {{n, number(minimumFractionDigits: 2)}}', ['{{name}}', '{{raw}}', '{{n}}']],
    ['$t(common:save, {"count": {{n}} }) och $t(key)', ['$t(common:save)', '$t(key)']],
    ['{name} {0} {user.name} ${x} %{y} {{z}}', ['{name}', '{0}', '{user.name}', '${x}', '%{y}', '{{z}}']],
    ['%s %d %1$s %(who)s %@ %.2f', ['%1', '%2', '%1', '%(who)', '%3', '%4']],
    ['Hej :name, kl. 12:30, http://a:b :smile: C:\\x', [':name']],
    ['$TITLE$ kostar $5 eller $10', ['$TITLE$']],
    ['100 % sedan, 50%de, %% och {} och { a b }', []],
    ['{ "title": 1 }', []],
  ])('%s', (text, names) => {
    expect(readPlaceholders(text, 'i18next').map(({ name }) => name)).toEqual(names);
  });
});

describe('readIcu', () => {
  it('finds arguments, plurals and choices at any depth', () => {
    const text =
      '👋 {who}: {n, plural, =0 {none} one {# of {all}} other {{n}}} {g, select, f {{h}} other {}}';
    const { placeholders, plurals, choices, problem } = readIcu(text, false);
    expect(problem).toBeUndefined();
    expect(placeholders.map(({ name }) => name)).toEqual(['{who}', '{n}', '{all}', '{n}', '{g}', '{h}']);
    expect(
      plurals[0]?.forms.map(({ selector, hasNumber, from, to }) => [
        selector,
        hasNumber,
        text.slice(from, to),
      ]),
    ).toEqual([
      ['=0', false, 'none'],
      ['one', true, '# of {all}'],
      ['other', true, '{n}'],
    ]);
    expect(choices[0]?.options.map(({ name }) => name)).toEqual(['f', 'other']);
  });

  it('takes an apostrophe before a brace for a quotation mark, but not in ARB', () => {
    expect(readIcu("d'{author}", false).placeholders).toEqual([]);
    expect(readIcu("d'{author}", true).placeholders.map(({ name }) => name)).toEqual(['{author}']);
  });

  it.each([
    ['{n', 'a brace is not closed'],
    ['{}', 'braces are empty'],
    ['{n, plural, one {a}}', 'the choice by `n` has no form `other`'],
    ['{n, plural, one}', 'the name of a form is not followed by braces'],
    ['{n, plural, other {'.repeat(20_000), 'it is no MessageFormat text'],
  ])('says what is wrong in %.30s', (text, reason) => {
    expect(readIcu(text, false).problem?.reason).toBe(reason);
  });
});

describe('readTags', () => {
  it('tells what opens, closes and stands alone', () => {
    const tags = readTags('<0>a</0> <br> <img src="x"/> <Länk to={y}>b</Länk> 1 < 2 > 0 <!-- c -->');
    expect(tags.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'open 0',
      'close 0',
      'empty br',
      'empty img',
      'open Länk',
      'close Länk',
    ]);
  });
});
