import { describe, expect, it } from 'vitest';
import type { Message, MessageFile, MessageFormat } from '../../../src/domain/messages/message-file.ts';
import { groupUnits, pluralStems, pluralSuffixOf } from '../../../src/domain/messages/message-units.ts';
import { parseMessages, readRawMessages } from '../../../src/domain/messages/parse-messages.ts';
import { recogniseFormat } from '../../../src/domain/messages/recognise-format.ts';

function parse(text: string, path = 'sv/form.json', format?: MessageFormat): MessageFile {
  const raw = readRawMessages(text, path);
  return parseMessages(raw, format ?? recogniseFormat([raw]), 'sv-SE');
}

function textAt(file: MessageFile, message: Message | undefined, from: number, to: number): string {
  const { start, end } = message?.spanAt(from, to) ?? { start: { offset: 0 }, end: { offset: 0 } };
  return file.text.slice(start.offset, end.offset);
}

describe('parseMessages', () => {
  it('gives every message its key, its text and their places', () => {
    const file = parse('\uFEFF{\r\n  "form": {\r\n    "title": "Hej 👋 {{name}}"\r\n  }\r\n}\r\n');
    const [message] = file.messages;
    expect(message?.id).toBe('form.title');
    expect(message?.keySpan.start).toEqual({ line: 3, column: 6, offset: 22 });
    expect(message?.span.start).toEqual({ line: 3, column: 15, offset: 31 });
    expect(message?.placeholders).toEqual([{ name: '{{name}}', kind: 'value', from: 7, to: 15 }]);
    expect(textAt(file, message, 7, 15)).toBe('{{name}}');
  });

  it('finds places behind escapes', () => {
    const file = parse('{"a": "\\u0048ej\\n\\ud83d\\udc4b \\"{{x}}\\""}');
    const [message] = file.messages;
    expect(message?.text).toBe('Hej\n👋 "{{x}}"');
    const [x] = message?.placeholders ?? [];
    expect(textAt(file, message, x?.from ?? 0, x?.to ?? 0)).toBe('{{x}}');
    expect(textAt(file, message, 0, 1)).toBe('\\u0048');
  });

  it('reads lists, and says of values that they are no texts', () => {
    const file = parse('{"steps": ["Välj", "Spara"], "limit": 15, "none": null, "on": true}');
    expect(file.messages.map(({ id, value, text }) => [id, value, text])).toEqual([
      ['steps.0', 'text', 'Välj'],
      ['steps.1', 'text', 'Spara'],
      ['limit', 'other', '15'],
      ['none', 'null', ''],
      ['on', 'other', 'true'],
    ]);
  });

  it('leaves out what a file says about itself', () => {
    const arb = '{"@@locale": "sv", "title": "Lån", "@title": {"description": "Rubrik"}}';
    expect(parse(arb, 'lib/app_sv.arb').messages.map(({ id }) => id)).toEqual(['title']);
    expect(parse('{"$schema": "s", "//": "n", "title": "Lån"}').messages.map(({ id }) => id)).toEqual([
      'title',
    ]);
  });

  it('reads texts beside their descriptions, and under the name of the locale', () => {
    const docs =
      '{"nav.next": {"message": "Nästa", "description": "Länk"}, "nav.back": {"message": "Bakåt"}}';
    expect(parse(docs).messages.map(({ id, text }) => [id, text])).toEqual([
      ['nav.next', 'Nästa'],
      ['nav.back', 'Bakåt'],
    ]);
    expect(parse('{"sv": {"title": "Lån"}}').messages.map(({ id }) => id)).toEqual(['title']);
    expect(parse('{"errors": {"message": "Fel", "title": "Lån"}}').messages).toHaveLength(2);
  });
});

describe('recogniseFormat', () => {
  it.each([
    ['{"a": "Hej {{name}}"}', 'a.json', 'i18next'],
    ['{"a_one": "en", "a_other": "flera"}', 'a.json', 'i18next'],
    ['{"a": "{n, plural, one {en} other {#}}", "b": "{name}"}', 'a.json', 'icu'],
    ['{"a": "{{n, number}} {{x}}"}', 'a.json', 'i18next'],
    ['{"a": "Hej {name}"}', 'a.arb', 'icu'],
    ['{"a": "Hej {name}, %s"}', 'a.json', 'plain'],
    ['{"reason_other": "annat"}', 'a.json', 'plain'],
  ])('%s', (text, path, format) => {
    expect(recogniseFormat([readRawMessages(text, path)])).toBe(format);
  });
});

describe('plural forms of keys', () => {
  it('show by their suffixes', () => {
    expect(pluralSuffixOf('place_ordinal_few')).toEqual({ stem: 'place', selector: 'few', type: 'ordinal' });
    expect(pluralSuffixOf('friend_male_one')).toEqual({
      stem: 'friend_male',
      selector: 'one',
      type: 'cardinal',
    });
    expect(pluralSuffixOf('book_plural')?.selector).toBe('plural');
    expect(pluralSuffixOf('_one')).toBeUndefined();
    expect(pluralSuffixOf('step_five')).toBeUndefined();
  });

  it('are put together where they are meant so', () => {
    const file = parse('{"n_one": "{{count}} bok", "n_other": "{{count}} böcker", "why_other": "annat"}');
    expect([...pluralStems(file)]).toEqual(['n']);
    expect([...groupUnits(file, pluralStems(file)).keys()]).toEqual(['n', 'why_other']);
  });
});
