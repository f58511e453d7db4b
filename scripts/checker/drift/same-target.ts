import { readLinkTarget } from '../../../src/domain/document/link-target.ts';

/**
 * True when two targets of a link lead from one page to one place: written absolute or relative, with a page's
 * extension or without, over http or https.
 *
 * A path from the top is the same as a relative one when it ends with the whole key of the page that the relative one
 * leads to: where a site is mounted is told by its configuration alone.
 * @param key what the page and its translations have in common, such as `guides/install`
 * @example isSameTarget('../setup.md#ports', '/docs/setup/#ports', 'guides/install') // => true
 */
export function isSameTarget(one: string, other: string, key: string): boolean {
  if (one === other) return true;
  const left = readLinkTarget(one);
  const right = readLinkTarget(other);
  if (left.fragment !== right.fragment) return false;
  if (left.kind === 'anchor' || right.kind === 'anchor') {
    // `#ports` and `install.md#ports` on the page `install`.
    const longer = left.kind === 'anchor' ? other : one;
    return left.kind === right.kind || (isRelative(longer) && resolved(longer, key) === pageName(`/${key}`));
  }
  if (left.kind === 'other' || right.kind === 'other') return false;
  if (queryOf(left.key) !== queryOf(right.key)) return false;
  const isLeftRelative = isRelative(one);
  if (isLeftRelative && isRelative(other)) return resolved(one, key) === resolved(other, key);
  if (!isLeftRelative && !isRelative(other)) {
    return left.key === right.key || (left.kind !== right.kind && endsWithPath(left.key, right.key));
  }
  const relative = isLeftRelative ? one : other;
  const absolute = pathOf(isLeftRelative ? right.key : left.key);
  const wanted = resolved(relative, key);
  return wanted !== '' && `/${absolute}`.endsWith(`/${wanted}`);
}

function isRelative(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target.trim());
}

/** The key of the page that a relative target leads to from a page. */
function resolved(target: string, key: string): string {
  const [path = ''] = target.trim().split(/[?#]/);
  const base = `https://site.invalid/${encodeURI(key)}`;
  return URL.canParse(path, base) ? pageName(new URL(path, base).pathname) : path;
}

/** `readLinkTarget` takes extension, `index` and locale out of a path. */
function pageName(path: string): string {
  return pathOf(readLinkTarget(path).key);
}

/** One of the two has a host, and ends with all of the other's path. */
function endsWithPath(one: string, other: string): boolean {
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  return pathOf(shorter) !== '' && longer.endsWith(shorter);
}

function pathOf(key: string): string {
  return key.replace(/\?.*$/, '').replace(/^[^/]*\//, '');
}

function queryOf(key: string): string {
  return /\?.*$/.exec(key)?.[0] ?? '';
}
