import { closest } from '../closest.ts';
import { certainlyAbsent, type ResolvedTarget, resolveTargets } from './links/judged-links.ts';
import { type LinkingPage, linkingPagesOf } from './links/page-targets.ts';
import { plainPath, readRedirects } from './links/redirects.ts';
import { folderOf } from './links/resolve-target.ts';
import type { Draft, ProjectFiles, TreeRule } from './rule.ts';
import { excerpt } from './structure/excerpt.ts';

/** Finds a link or image that names a file which is not there. */
export const brokenLink: TreeRule<LinkingPage> = {
  id: 'broken-link',
  on: 'tree',
  severity: 'error',
  docs: {
    summary: 'A link or an image names a file of the project that does not exist.',
    why: 'A reader gets an error page, or a blank where the image should be.',
    fix: 'Correct the path, or add the file; on most servers capitals matter.',
  },
  collect: linkingPagesOf,
  *check({ facts, files }) {
    const absents = certainlyAbsent(resolveTargets(facts, files), files);
    if (absents.length === 0) return;
    const redirects = readRedirects(facts, files);
    for (const absent of absents) {
      // `redirected-link` speaks of these.
      if (redirects.has(plainPath(absent.resolution.path))) continue;
      const draft = draftOf(absent, files);
      if (draft !== undefined) yield draft;
    }
  },
};

function draftOf({ page, placed, resolution }: ResolvedTarget, files: ProjectFiles): Draft | undefined {
  if (resolution.kind === 'found') return undefined;
  const { target, isImage, span, sourceTarget, isTargetSpan } = placed;
  const { form, path, otherCase } = resolution;
  const what = isImage ? 'Image' : 'Link';
  const isFile = form === 'file';
  const meant = meantTarget(target, path, otherCase, files);
  const right = sourceTarget ?? (otherCase === undefined ? undefined : meant);
  const likely = right ?? meant;
  return {
    message:
      otherCase === undefined
        ? `${what} leads to \`${excerpt(target)}\`, and there is no such file`
        : `${what} leads to \`${excerpt(target)}\`, the file is \`${nameOf(otherCase)}\``,
    help:
      likely === undefined
        ? 'Correct the path, or add the file.'
        : `Lead it to \`${excerpt(likely)}\`, or add the file.`,
    span,
    path: page.path,
    severity: isFile || otherCase !== undefined ? 'error' : 'warning',
    confidence: isFile ? 0.95 : 0.8,
    data: { target, file: path, meant: likely ?? '' },
    ...(likely !== undefined &&
      isTargetSpan && {
        fix: {
          title: `Lead it to \`${excerpt(likely)}\``,
          safety: right === undefined ? 'unsafe' : 'safe',
          edits: [{ span, text: likely }],
        },
      }),
  };
}

/** The target with the name of the file that is nearly called so. */
function meantTarget(
  target: string,
  path: string,
  otherCase: string | undefined,
  files: ProjectFiles,
): string | undefined {
  const name = nameOf(path);
  const ending = /\.\w+$/.exec(name)?.[0] ?? '';
  const names = [...(files.namesIn(folderOf(path)) ?? [])].filter((other) => other.endsWith(ending));
  const meant = otherCase === undefined ? closest(name, names) : nameOf(otherCase);
  const at = target.lastIndexOf(name);
  if (meant === undefined || at === -1 || /[\s%]/.test(meant)) return undefined;
  return `${target.slice(0, at)}${meant}${target.slice(at + name.length)}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
