import { keptCopy } from './kept-copy.ts';

/** Hosts may tell answers apart by headers of the request; here the path alone tells them apart. */
export const byPath = { ignoreVary: true } satisfies CacheQueryOptions;

/** How many files are asked for at a time: what the reader does meanwhile comes first. */
const atOnce = 6;

/**
 * The path under which an address is kept. What was asked for behind the path is nobody's page of its own, and may be
 * what somebody typed; and a page is the same page without the slash at its end.
 * @example keptPath('https://example.com/sv-se/search?q=a#b') // => '/sv-se/search/'
 */
export function keptPath(address: string): string {
  const { pathname } = new URL(address);
  return /\/[^/.]+$/.test(pathname) ? `${pathname}/` : pathname;
}

/** True for the paths of pages. */
export function isPage(path: string): boolean {
  return path.endsWith('/');
}

/** The pages in a cache, in the order in which they came. */
export async function pagesIn(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => keptPath(url)).filter(isPage);
}

/**
 * Keeps pages with all that they need, as far as it is not kept yet.
 * @param formFiles what a page with the form may load later
 * @returns false where the site could not be reached; what it does not have, or the browser has no room for, is left out
 */
export async function keepPages(
  cache: Cache,
  paths: readonly string[],
  formFiles: readonly string[],
): Promise<boolean> {
  const arePagesKept = await keepFiles(cache, paths);
  const needed = new Set<string>();
  for (const path of paths) {
    const html = await (await cache.match(path, byPath))?.text();
    for (const file of await filesOf(path, html ?? '', formFiles)) needed.add(file);
  }
  return (await keepFiles(cache, [...needed])) && arePagesKept;
}

/** The files that a page names, and those that its scripts may ask for later. */
async function filesOf(path: string, html: string, formFiles: readonly string[]): Promise<readonly string[]> {
  const named = [...html.matchAll(/\/_astro\/[\w.~-]+/g)].map(([file]) => file);
  const form = html.includes('<astro-island') ? formFiles : [];
  const slug = /^\/([^/]+)\/search\/$/.exec(path)?.[1];
  return [...named, ...form, ...(slug === undefined ? [] : await searchFiles(slug))];
}

/** The index that a language is searched with: the build lists its files. */
async function searchFiles(slug: string): Promise<readonly string[]> {
  const response = await fetch(`/pagefind/${slug}.txt`).catch(() => undefined);
  return response?.ok ? (await response.text()).split('\n').filter(Boolean) : [];
}

async function keepFiles(cache: Cache, paths: readonly string[]): Promise<boolean> {
  const waiting = [...paths];
  let isComplete = true;
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      try {
        await keepFile(cache, path);
      } catch {
        isComplete = false;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return isComplete;
}

/** Keeps one file. Fails where the site cannot be reached. */
async function keepFile(cache: Cache, path: string): Promise<void> {
  if (await cache.match(path, byPath)) return;
  // A browser may have a page from before; hashed files are what their names say.
  const response = await fetch(path, isPage(path) ? { cache: 'no-cache' } : {});
  const copy = isPage(path) ? await keptCopy(response, Date.now()) : response;
  if (copy?.ok) await putIfRoom(cache, path, copy);
}

/** Puts a file into a cache, or leaves it out where the browser has no room left: everything works without it. */
export async function putIfRoom(cache: Cache, path: string, file: Response): Promise<void> {
  await cache.put(path, file).catch(() => undefined);
}
