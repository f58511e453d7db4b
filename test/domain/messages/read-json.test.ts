import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/domain/messages/read-json.ts';

describe('readJson', () => {
  it('gives keys and values their places, a BOM counted', () => {
    const text = '\uFEFF{ "a": "b\\n", "list": [true, null] }';
    const { value, problems } = readJson(text);
    const [entry, list] = value?.entries ?? [];
    expect(problems).toEqual([]);
    expect(text.slice(entry?.from, entry?.to)).toBe('"a"');
    expect(text.slice(entry?.value.from, entry?.value.to)).toBe('"b\\n"');
    expect(entry?.value.text).toBe('b\n');
    expect(list?.value.entries.map(({ key, value: item }) => [key, item.kind])).toEqual([
      ['0', 'other'],
      ['1', 'null'],
    ]);
  });

  it('keeps the last of keys that repeat, and tells of each', () => {
    const { value, repeats } = readJson('{"a": {"x": 1, "x": 2}, "b": 0, "a": {"y": 3}}');
    expect(value?.entries.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(value?.entries[1]?.value.entries.map(({ key }) => key)).toEqual(['y']);
    expect(repeats.map(({ path, first, last }) => [path, first.from, last.from])).toEqual([
      [['a', 'x'], 7, 15],
      [['a'], 1, 32],
    ]);
  });

  it('takes names of prototypes for names', () => {
    const { value } = readJson('{"__proto__": "a", "constructor": {"prototype": "b"}}');
    expect(value?.entries.map(({ key }) => key)).toEqual(['__proto__', 'constructor']);
  });

  it.each([
    ['{"a": "b",}', 'trailing comma', 9],
    ['{"a": ["b", ]}', 'trailing comma', 10],
    ['{"a": /* c */ "b"}', 'comment', 6],
  ])('reads %s all the same', (text, kind, from) => {
    const { value, problems } = readJson(text);
    expect(value?.entries).toHaveLength(1);
    expect(problems).toMatchObject([{ kind, from }]);
  });

  it.each([
    ['{"a" "b"}', 'a colon is missing', 5],
    ['{"a": "b" "c": "d"}', 'a comma is missing', 10],
    ['{"a": "b"', 'a closing brace is missing', 9],
    ['{"a": }', 'a value is missing', 6],
    ["{'a': 'b'}", 'a word that is neither', 1],
    ['{"a": "say "yes" now"}', 'a text ends before this word', 12],
    ['{"a": "b\nc"}', 'a text is not closed', 6],
    ['{"a": "\\q"}', 'an escape that JSON does not have', 6],
    ['{"a": "b"} {', 'something follows after the end', 11],
    ['', 'a value is missing', 0],
  ])('says what is wrong in %j', (text, reason, from) => {
    const { value, problems } = readJson(text);
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'syntax', from }]);
    expect(problems[0]?.reason).toContain(reason);
  });

  it('refuses what is nested without end, and reads a hundred levels', () => {
    expect(readJson(nested(100)).problems).toEqual([]);
    expect(readJson(nested(100_000)).problems).toMatchObject([{ kind: 'nesting', from: 500 }]);
    expect(readJson(`{"a": "${'['.repeat(1000)}"}`).problems).toEqual([]);
  });
});

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}
