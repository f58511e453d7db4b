/** Where readers can mend a page and tell what is wrong with it. */
export interface RepositoryLinks {
  /** The address where a file can be edited, given its path in the repository. */
  readonly edit: (path: string) => string;
  /** The address of a new issue with its title and text filled in. */
  readonly issue: (title: string, body: string) => string;
}

/**
 * The links that a code host offers, from the `repository` of a package.json: an address, or `{ url }`, of GitHub,
 * GitLab, or a Forgejo or Gitea host such as Codeberg; `github:owner/name` and its like too.
 *
 * General knowledge: what each host fills in from an address; GitHub's is documented as "Creating an issue from a URL
 * query", GitLab's as "Prefilled issues".
 * @returns `undefined` where there is no repository, or it is on a host that is not known
 * @example repositoryLinks('github:owner/guide')?.edit('content/en-US/a.mdx')
 * // => 'https://github.com/owner/guide/edit/main/content/en-US/a.mdx'
 */
export function repositoryLinks(repository: unknown, branch = 'main'): RepositoryLinks | undefined {
  const address = addressOf(repository);
  if (address === undefined) return undefined;
  const base = address.href.replace(/\/$/, '');
  const host = address.hostname;
  if (host === 'github.com') return links(base, `edit/${branch}`, ['title', 'body']);
  if (/(?:^|\.)gitlab\./.test(host))
    return links(base, `-/edit/${branch}`, ['issue[title]', 'issue[description]'], '-/issues/new');
  if (host === 'codeberg.org' || /(?:^|\.)(?:forgejo|gitea)\./.test(host))
    return links(base, `_edit/${branch}`, ['title', 'body']);
  return undefined;
}

function links(
  base: string,
  edit: string,
  [title, body]: readonly [string, string],
  issues = 'issues/new',
): RepositoryLinks {
  return {
    edit: (path) => `${base}/${edit}/${path.split('/').map(encodeURIComponent).join('/')}`,
    issue: (titleText, bodyText) =>
      `${base}/${issues}?${new URLSearchParams({ [title]: titleText, [body]: bodyText })}`,
  };
}

const shorthands: Readonly<Record<string, string>> = {
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  codeberg: 'https://codeberg.org/',
};

/** The address a browser can open, or `undefined` for what is none. */
function addressOf(repository: unknown): URL | undefined {
  const written =
    typeof repository === 'object' && repository !== null ? Reflect.get(repository, 'url') : repository;
  if (typeof written !== 'string') return undefined;
  const short = /^(?:(?<host>[a-z]+):)?(?<path>[\w.-]+\/[\w.-]+)$/.exec(written)?.groups;
  const expanded = short ? `${shorthands[short['host'] ?? 'github'] ?? ''}${short['path']}` : written;
  const web = expanded
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh):\/\/(?:[^@/]+@)?/, 'https://')
    .replace(/^[\w.-]+@([\w.-]+):(?!\/)/, 'https://$1/')
    .replace(/\.git$/, '');
  const address = URL.parse(web);
  return address?.protocol === 'https:' ? address : undefined;
}
