import { describe, expect, test } from 'vitest';
import { repositoryLinks } from '../../../src/domain/guide/repository-links.ts';

describe('the links of a repository', () => {
  test.each([
    'github:owner/guide',
    'owner/guide',
    'https://github.com/owner/guide',
    'https://github.com/owner/guide.git',
    { type: 'git', url: 'git+https://github.com/owner/guide.git' },
    { url: 'git+ssh://git@github.com/owner/guide.git' },
    { url: 'git://github.com/owner/guide.git' },
    'git@github.com:owner/guide.git',
  ])('%j is on GitHub', (repository) => {
    expect(repositoryLinks(repository)?.edit('content/zh-CN/a page.mdx')).toBe(
      'https://github.com/owner/guide/edit/main/content/zh-CN/a%20page.mdx',
    );
  });

  test('a new issue has its title and text filled in, whatever is in them', () => {
    const address = repositoryLinks('owner/guide')?.issue('第 3 步 & "Klar"', 'One\ntwo #3 +1') ?? '';
    const { pathname, searchParams } = new URL(address);
    expect(pathname).toBe('/owner/guide/issues/new');
    expect(searchParams.get('title')).toBe('第 3 步 & "Klar"');
    expect(searchParams.get('body')).toBe('One\ntwo #3 +1');
  });

  test('GitLab has its own addresses, on a host of a company too', () => {
    const links = repositoryLinks('https://gitlab.company.example/docs/team/guide.git', 'trunk');
    expect(links?.edit('a.mdx')).toBe('https://gitlab.company.example/docs/team/guide/-/edit/trunk/a.mdx');
    expect(links?.issue('A', 'B')).toBe(
      'https://gitlab.company.example/docs/team/guide/-/issues/new?issue%5Btitle%5D=A&issue%5Bdescription%5D=B',
    );
  });

  test('Forgejo has its own address for editing', () => {
    expect(repositoryLinks('codeberg:owner/guide')?.edit('a.mdx')).toBe(
      'https://codeberg.org/owner/guide/_edit/main/a.mdx',
    );
  });

  test.each([
    undefined,
    null,
    7,
    '',
    {},
    { url: 3 },
    'https://example.org/owner/guide',
    'file:///guide',
    'svn:owner/guide',
  ])('%j gives no links', (repository) => {
    expect(repositoryLinks(repository)).toBeUndefined();
  });
});
