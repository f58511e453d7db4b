import { posix } from 'node:path';
import { resolveTargets } from './links/judged-links.ts';
import { type LinkingPage, linkingPagesOf } from './links/page-targets.ts';
import { plainPath, readRedirects } from './links/redirects.ts';
import { folderOf } from './links/resolve-target.ts';
import type { TreeRule } from './rule.ts';

/** Finds a link to a page that the project redirects to another. */
export const redirectedLink: TreeRule<LinkingPage> = {
  id: 'redirected-link',
  on: 'tree',
  severity: 'note',
  docs: {
    summary: 'A link leads to the former address of a page.',
    why: 'A reader waits for the redirect, and loses the place in the page that the link names.',
    fix: 'Lead the link to the page as it is called now.',
  },
  collect: linkingPagesOf,
  *check({ facts, files }) {
    const redirects = readRedirects(facts, files);
    if (redirects.size === 0) return;
    for (const { page, placed, resolution } of resolveTargets(facts, files)) {
      const redirect = resolution.kind === 'absent' ? redirects.get(plainPath(resolution.path)) : undefined;
      if (redirect === undefined) continue;
      const { target, span, isTargetSpan } = placed;
      const fragment = /#.*$/.exec(target)?.[0] ?? '';
      const isPath = redirect.file !== undefined && resolution.form === 'file';
      const meant = isPath
        ? `${posix.relative(folderOf(page.source), redirect.file)}${fragment}`
        : redirect.to;
      yield {
        message: `Link leads to \`${target}\`, which is redirected to \`${redirect.to}\``,
        help: `Lead it to \`${meant}\`.`,
        span,
        path: page.path,
        confidence: 0.9,
        data: { target, redirect: redirect.to, meant },
        ...(isPath &&
          isTargetSpan && {
            fix: {
              title: `Lead it to \`${meant}\``,
              safety: fragment === '' ? 'safe' : 'unsafe',
              edits: [{ span, text: meant }],
            },
          }),
      };
    }
  },
};
