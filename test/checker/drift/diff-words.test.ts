import { describe, expect, it } from 'vitest';
import { countWords, diffWords } from '../../../scripts/checker/drift/diff-words.ts';
import { marked } from './drift-lines.ts';

describe('diffWords', () => {
  it.each([
    ['en', 'Select Add.', 'Select Create.', 'Select [-Add-]{+Create+}.'],
    ['en', 'the old big name', 'the new small name', 'the [-old big-]{+new small+} name'],
    ['en', 'Wait.', 'Wait for 5 minutes.', 'Wait{+ for 5 minutes+}.'],
    ['en', '', 'All new', '{+All new+}'],
    ['en', 'All gone', '', '[-All gone-]'],
    ['en', 'Select "Add" now', 'Select “Add” later', 'Select “Add” [-now-]{+later+}'],
    ['ja', '顧客を選択します。', '契約を選択します。', '[-顧客-]{+契約+}を選択します。'],
    ['zh-Hans', '选择客户。', '选择订阅。', '选择[-客户-]{+订阅+}。'],
    ['th', 'เลือกลูกค้า', 'เลือกสินค้า', 'เลือก[-ลูกค้า-]{+สินค้า+}'],
    ['no tag', 'one two', 'one three', 'one [-two-]{+three+}'],
  ])('parts words as people read them, in %s: %s', (locale, before, after, expected) => {
    expect(marked(diffWords(before, after, locale))).toBe(expected);
  });

  it('gives back both texts, whatever changed', () => {
    const [before, after] = ['A b, c  d. E f!', 'A x, c d. F f? G'];
    const segments = diffWords(before, after, 'en');
    const side = (left: string): string =>
      segments.map(({ kind, text }) => (kind === left ? '' : text)).join('');
    expect(side('removed')).toBe(after);
    expect(side('added').replaceAll(/\s+/g, ' ')).toBe(before.replaceAll(/\s+/g, ' '));
  });

  it('tells a long text that has nothing in common with the old one as a whole', () => {
    expect(diffWords(manyWords('a'), manyWords('b'), 'en')).toHaveLength(2);
  });

  it('counts words as the language has them', () => {
    expect(countWords('Select **Add**, then 5 more.', 'en')).toBe(5);
    expect(countWords('选择客户。', 'zh')).toBe(2);
  });
});

function manyWords(start: string): string {
  return Array.from({ length: 3000 }, (_, at) => `${start}${at}`).join(' ');
}
