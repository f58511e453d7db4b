import type { ProjectFiles } from '../rule.ts';
import type { LinkingPage, PlacedTarget } from './page-targets.ts';
import {
  folderOf,
  imageEnding,
  type Resolution,
  resolveTarget,
  rootOf,
  type TargetForm,
} from './resolve-target.ts';

/** A target and the file it leads to, or would. */
export interface ResolvedTarget {
  readonly page: LinkingPage;
  readonly placed: PlacedTarget;
  readonly resolution: Resolution;
}

/** Every target of the pages that can be looked for among the files. */
export function resolveTargets(
  pages: readonly LinkingPage[],
  files: ProjectFiles,
): readonly ResolvedTarget[] {
  return pages.flatMap((page) =>
    page.targets.flatMap((placed): readonly ResolvedTarget[] => {
      const resolution = resolveTarget(placed, page, files);
      return resolution === undefined ? [] : [{ page, placed, resolution }];
    }),
  );
}

/**
 * The targets of which it is certain that no file answers them.
 *
 * Where many targets of one form lead nowhere, the tree is not whole, or its addresses follow a convention that is not
 * known here. A folder that has no file of the kind holds them elsewhere, and several pages of a folder that is not
 * there are made when the site is built.
 */
export function certainlyAbsent(
  resolved: readonly ResolvedTarget[],
  files: ProjectFiles,
): readonly ResolvedTarget[] {
  const counts = new Map<TargetForm, { found: number; all: number }>();
  const wanted = new Map<string, Set<string>>();
  for (const { resolution } of resolved) {
    const count = counts.get(resolution.form) ?? { found: 0, all: 0 };
    counts.set(resolution.form, count);
    count.all += 1;
    if (resolution.kind === 'found') count.found += 1;
    else {
      const folder = folderOf(resolution.path);
      wanted.set(folder, (wanted.get(folder) ?? new Set()).add(resolution.path));
    }
  }
  return resolved.filter(({ page, placed, resolution }) => {
    if (resolution.kind === 'found') return false;
    const isNamed = resolution.form === 'file' || resolution.form === 'image';
    if (isNamed && isFoundAs(placed.sourceTarget, placed, page, files)) return true;
    if (copiedIn.test(resolution.path)) return false;
    const { found, all } = counts.get(resolution.form) ?? { found: 0, all: 0 };
    const { least, from } = shares[resolution.form];
    const isUsual = all >= from && found >= all * least;
    if (all >= from ? !isUsual : !isNamed) return false;
    if (!isNamed) return true;
    const folder = folderOf(resolution.path);
    const names = files.namesIn(folder);
    if (names !== undefined) return hasKin(names, resolution.form);
    const isInTree = [page.path, page.source].some((path) => isBelow(folder, rootOf(path, page.key)));
    return isUsual && isInTree && wanted.get(folder)?.size === 1;
  });
}

/** The source's way to write the same target leads to a file, from this page too. */
function isFoundAs(
  target: string | undefined,
  placed: PlacedTarget,
  page: LinkingPage,
  files: ProjectFiles,
): boolean {
  return target !== undefined && resolveTarget({ ...placed, target }, page, files)?.kind === 'found';
}

/** What stands at the top of a project, and its build may copy among the pages. */
const copiedIn =
  /(?:^|\/)(?:index|readme|changelog|changes|history|release-?notes|licen[cs]e|contributing|security|code[-_]of[-_]conduct)\.\w+$/i;

/** The share of targets of a form that has to be found, of so many at least, before one that is not is a fault. */
const shares: Readonly<Record<TargetForm, { readonly least: number; readonly from: number }>> = {
  file: { least: 0.8, from: 8 },
  image: { least: 0.8, from: 8 },
  route: { least: 0.95, from: 20 },
  absolute: { least: 0.95, from: 20 },
};

function hasKin(names: ReadonlySet<string>, form: TargetForm): boolean {
  const pattern = form === 'image' ? imageEnding : /\.(?:md|mdx|markdown)$/i;
  return [...names].some((name) => pattern.test(name));
}

function isBelow(folder: string, root: string): boolean {
  return root === '' || folder === root || folder.startsWith(`${root}/`);
}
