import { expect, it } from 'vitest';
import { oldContents } from '../../../scripts/checker/base/old-contents.ts';
import { git, gitRepository } from '../git-repository.ts';

it('says whose old text is not in a partial clone, and gives the others', () => {
  const repository = gitRepository({ 'a.md': '# A\n' });
  const there = {
    repository,
    path: 'a.md',
    object: git(repository, ['rev-parse', 'HEAD:a.md']),
    isLink: false,
  };
  const gone = { repository, path: 'b.md', object: '0123456789'.repeat(4), isLink: false };
  const contentOf = oldContents([gone, there]);
  expect(Buffer.from(contentOf(there)).toString()).toBe('# A\n');
  expect(() => contentOf(gone)).toThrow(
    'Git does not have the old text of `b.md`, so nothing tells what the change added to it.',
  );
});
