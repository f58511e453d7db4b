import { expect, test } from 'vitest';
import { howToSteps } from '../../src/markdown/how-to-steps.ts';

test('the steps are those of lists in a section that have an id, without what is inside them', () => {
  const page = `## 新增客戶 {/* #add */}

1. 選取 **客戶**。 {/* #select-customers */}
   1. 先登入。 {/* #sign-in */}
2. 沒有連結的步驟。
3. 選取 [\`完成\`](#done)。 {/* #done */}

- 不是步驟。 {/* #item */}

> 1. 引用。 {/* #quoted */}
`;
  expect(howToSteps(page)).toEqual([
    { id: 'select-customers', text: '選取 客戶。' },
    { id: 'done', text: '選取 完成。' },
  ]);
});
