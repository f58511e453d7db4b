import { describe, expect, test } from 'vitest';
import { fillMessages, isMostlyTranslated } from '../../../src/domain/messages/fill-messages.ts';

const source = { send: 'Send', fields: { city: 'City', hits_one: '{{n}} hit', hits_other: '{{n}} hits' } };

describe('fillMessages', () => {
  test('lets the source stand in for what is empty, blank or missing', () => {
    const translation = { send: 'Отправить', fields: { city: ' ', hits_one: '', hits_other: '' } };
    expect(fillMessages(translation, source)).toEqual({ ...source, send: 'Отправить' });
    expect(fillMessages({}, source)).toEqual(source);
  });

  test('fills plural forms that the source does not have with its form for all numbers', () => {
    const translation = { fields: { hits_few: '', hits_many: 'хиты' } };
    expect(fillMessages(translation, source)['fields']).toEqual({
      ...source.fields,
      hits_few: '{{n}} hits',
      hits_many: 'хиты',
    });
  });

  test('changes nothing in what is translated', () => {
    const translation = {
      send: '送出',
      fields: { city: '城市', hits_one: '{{n}} 個', hits_other: '{{n}} 個' },
    };
    expect(fillMessages(translation, source)).toEqual(translation);
  });
});

describe('isMostlyTranslated', () => {
  test('is so from the half of the texts on', () => {
    expect(isMostlyTranslated({ a: 'Ja', b: '' }, { a: 'Yes', b: 'No' })).toBe(true);
    expect(isMostlyTranslated({ a: 'Ja', b: '', c: 'Maybe' }, { a: 'Yes', b: 'No', c: 'Maybe' })).toBe(false);
    expect(isMostlyTranslated(fillMessages({}, source), source)).toBe(false);
  });
});
