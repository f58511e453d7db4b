import { describe, expect, test } from 'vitest';
import { problemReport } from '../../../src/domain/guide/problem-report.ts';

const place = { file: 'content/ru-RU/shared/roles.mdx', locale: 'ru-RU', question: 'Что не так?' };

describe('a report of a problem', () => {
  test('names file, language and place, quotes what stands there, and asks', () => {
    expect(problemReport({ ...place, anchor: 'admin', text: ' Глобальный\n администратор. ' })).toEqual({
      title: 'ru-RU: shared/roles#admin',
      body: 'content/ru-RU/shared/roles.mdx#admin (ru-RU)\n\n> Глобальный администратор.\n\nЧто не так?\n\n',
    });
  });

  test('is about the page where there is no place', () => {
    expect(problemReport(place)).toEqual({
      title: 'ru-RU: shared/roles',
      body: 'content/ru-RU/shared/roles.mdx (ru-RU)\n\nЧто не так?\n\n',
    });
  });

  test('cuts long texts between words', () => {
    const { body } = problemReport({
      ...place,
      text: 'В меню Центра партнеров выберите Клиенты, а затем выберите Добавить клиента.',
    });
    expect(body).toContain('> В меню Центра партнеров выберите Клиенты, а затем выберите…\n');
  });

  test('cuts unspaced texts between characters, and none in two', () => {
    const { body } = problemReport({
      ...place,
      text: `${'在合作伙伴中心选择客户'.repeat(5)}👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦`,
    });
    expect(body).toContain(`> ${'在合作伙伴中心选择客户'.repeat(5)}${'👩‍👩‍👧‍👦'.repeat(5)}…\n`);
  });
});
