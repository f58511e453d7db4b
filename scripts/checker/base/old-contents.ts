import { extname } from 'node:path';
import { OperationalError } from '../operational-error.ts';
import { askGit } from './ask-git.ts';
import type { OldFile } from './changed-files.ts';

/**
 * Gives contents of files of a commit, as a checkout would write them but for line ends, which no finding rests on.
 *
 * The first that asks for one has git read all of that extension: few questions, and no image is read for nothing.
 */
export function oldContents(files: Iterable<OldFile>): (file: OldFile) => Uint8Array {
  const known = new Map<OldFile, Uint8Array>();
  const byExtension = Map.groupBy(files, ({ path }) => extname(path).toLowerCase());
  return (file) => {
    const alike = byExtension.get(extname(file.path).toLowerCase()) ?? [];
    if (!known.has(file)) {
      for (const [repository, own] of Map.groupBy(alike, (each) => each.repository)) {
        readInto(known, repository, own);
      }
    }
    const content = known.get(file);
    if (content !== undefined) return content;
    throw new OperationalError(
      `Git does not have the old text of \`${file.path}\`, so nothing tells what the change added to it.`,
      'Fetch it, for this clone is partial: `git fetch --refetch`, or clone without `--filter`.',
    );
  };
}

function readInto(known: Map<OldFile, Uint8Array>, repository: string, files: readonly OldFile[]): void {
  const filtered = filteredPaths(repository, files);
  const plain = files.filter(({ path, isLink }) => isLink || !filtered.has(path));
  const input = `${plain.map(({ object }) => object).join('\n')}\n`;
  const { output } = askGit(repository, ['cat-file', '--batch'], { input });
  let at = 0;
  for (const file of plain) {
    const lineEnd = output.indexOf(0x0a, at);
    if (lineEnd === -1) break;
    const size = / blob (\d+)$/.exec(output.toString('utf8', at, lineEnd))?.[1];
    at = lineEnd + 1;
    if (size === undefined) continue;
    known.set(file, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  for (const file of files.filter((each) => !known.has(each) && !plain.includes(each))) {
    const { path, object } = file;
    const smudged = askGit(repository, ['cat-file', '--filters', `--path=${path}`, object]);
    const content = smudged.hasFailed ? askGit(repository, ['cat-file', 'blob', object]) : smudged;
    if (!content.hasFailed) known.set(file, content.output);
  }
}

/** Files that git keeps in another form than people read: pointers of LFS, encrypted, in another encoding. */
function filteredPaths(repository: string, files: readonly OldFile[]): ReadonlySet<string> {
  const { output } = askGit(repository, ['check-attr', '-z', '--stdin', 'filter', 'working-tree-encoding'], {
    input: files.map(({ path }) => `${path}\0`).join(''),
  });
  const fields = output.toString().split('\0');
  const filtered = new Set<string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path = '', , value = ''] = fields.slice(at, at + 3);
    if (value !== 'unspecified' && value !== 'unset') filtered.add(path);
  }
  return filtered;
}
