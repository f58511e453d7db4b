import { describe, expect, test } from 'vitest';
import {
  labelTextOf,
  looseLabelOf,
  placesOfLabel,
  shownLabelOf,
  similarityOf,
} from '../../../src/domain/document/label-text.ts';

describe('UI labels in running text', () => {
  test.each([
    ['[下一步：審查]', '下一步：審查'],
    ['Klar.', 'Klar'],
    ['«Отправить»', 'Отправить'],
    ['„Fertig stellen“', 'Fertig stellen'],
    ['Kontoinformation:', 'Kontoinformation'],
    ['Address line 2 (optional)', 'Address line 2 (optional)'],
    ['Add\u00a0 customer', 'Add customer'],
    ['Administratörs\u00adagent', 'Administratörsagent'],
  ])('takes the label out of %s', (written, label) => {
    expect(labelTextOf(written)).toBe(label);
  });

  test.each([
    ['Save &As…', 'Save As'],
    ['E&xit', 'Exit'],
    ['&Öppna', 'Öppna'],
    ['_File', 'File'],
    ['Open _recent...', 'Open recent'],
    ['ファイル(&F)', 'ファイル'],
    ['文件 (_F)', '文件'],
    ['Country/region:', 'Country/region'],
    ['R&D', 'R&D'],
    ['Find && replace', 'Find & replace'],
    ['Terms & conditions', 'Terms & conditions'],
    ['client_id', 'client_id'],
    ['Delete {{count}} items', 'Delete {{count}} items'],
  ])('shows the resource %s as a reader sees it', (resource, label) => {
    expect(shownLabelOf(resource)).toBe(label);
  });

  test('sees one label in two hands', () => {
    expect(looseLabelOf('下一步: 订阅')).toBe(looseLabelOf('下一步：订阅'));
    expect(looseLabelOf('kontoinformation')).toBe(looseLabelOf('Kontoinformation'));
    expect(looseLabelOf('Granska')).not.toBe(looseLabelOf('Skicka'));
  });

  test('finds a label only as a word of its own', () => {
    expect(placesOfLabel('Klara? Välj Klar, klart.', 'Klar')).toEqual([{ from: 12, to: 16 }]);
    expect(placesOfLabel('请选择提交按钮', '提交')).toEqual([{ from: 3, to: 5 }]);
  });

  test('measures how alike two labels are', () => {
    expect(similarityOf('Skicka', 'Skicka')).toBe(1);
    expect(similarityOf('Kontoinformation', 'Kontouppgifter')).toBeGreaterThan(0.25);
    expect(similarityOf('Klar', 'Skicka')).toBeLessThan(0.3);
    expect(similarityOf('', '')).toBe(0);
  });
});
