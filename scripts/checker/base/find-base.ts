import { closest } from '../closest.ts';
import { OperationalError } from '../operational-error.ts';
import { askGit, askGitText } from './ask-git.ts';

/** The commit that a change began from. */
export interface Base {
  /** As the caller named it. */
  readonly ref: string;
  /** Where the change parted from `ref`: the merge base of it and HEAD. */
  readonly commit: string;
  /** Where the repository lies. */
  readonly repository: string;
}

/**
 * Where the change in a folder's repository began: the merge base of `ref` and HEAD, as pull requests have it, so that
 * what others did on `ref` since is no part of the change.
 * @throws {OperationalError} Where there is no git, no repository, no such commit, or no history that reaches so far.
 */
export function findBase(folder: string, ref: string): Base {
  const asked = askGit(folder, ['rev-parse', '--show-toplevel']);
  if (!asked.isInstalled) {
    throw new OperationalError(
      `\`--base ${ref}\` asks git what has changed, and git is not installed.`,
      'Install git, or hold old findings back with `lockstep baseline`, which needs none.',
    );
  }
  if (asked.hasFailed) throw noRepository(ref, asked.errors);
  const repository = asked.output.toString().replace(/\r?\n$/, '');
  const isShallow = askGitText(folder, ['rev-parse', '--is-shallow-repository']) === 'true';
  const tip = commitOf(folder, ref);
  if (tip === undefined) throw unknownRef(folder, ref, isShallow);
  if (commitOf(folder, 'HEAD') === undefined) {
    throw new OperationalError(
      `Nothing is checked out that could be held against \`${ref}\`: the current branch has no commit.`,
      'Commit something, or check a branch out that has commits.',
    );
  }
  const commit = askGitText(folder, ['merge-base', tip, 'HEAD']);
  if (commit !== undefined && commit !== '') return { ref, commit, repository };
  throw isShallow
    ? new OperationalError(
        `This clone is shallow: where the change parted from \`${ref}\` is not in it.`,
        deepen,
      )
    : new OperationalError(
        `\`${ref}\` and what is checked out have no commit in common, so nothing tells what the change added.`,
        'Name the branch or commit that the change is made for.',
      );
}

const deepen =
  'Fetch more of the history: `git fetch --deepen=100` or `git fetch --unshallow`; in GitHub Actions, `fetch-depth: 0` for actions/checkout.';

function commitOf(folder: string, ref: string): string | undefined {
  return askGitText(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
}

function noRepository(ref: string, errors: string): OperationalError {
  return errors.includes('safe.directory')
    ? new OperationalError(
        `\`--base ${ref}\` asks git what has changed, and git does not read this folder, for somebody else owns it.`,
        'Run `git config --global --add safe.directory "$PWD"` at the top of the repository.',
      )
    : new OperationalError(
        `\`--base ${ref}\` asks git what has changed, and this folder is in no git repository.`,
        'Run the command in a clone, or hold old findings back with `lockstep baseline`.',
      );
}

function unknownRef(folder: string, ref: string, isShallow: boolean): OperationalError {
  const listed = askGitText(folder, [
    'for-each-ref',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ]);
  const names = (listed ?? '').split('\n').filter((name) => name !== '');
  // A clone on a build server often has the branch of the remote alone.
  const near = names.find((name) => name.endsWith(`/${ref}`)) ?? closest(ref, names);
  const fetch = `fetch it first: \`git fetch origin ${ref}\`, and name it \`FETCH_HEAD\` or \`origin/${ref}\``;
  return new OperationalError(
    `Git knows no commit by the name \`${ref}\`.`,
    near !== undefined
      ? `Did you mean \`${near}\`? If not, ${fetch}.`
      : `Correct the name, or ${fetch}.${isShallow ? ` This clone is shallow. ${deepen}` : ''}`,
  );
}
