/// <reference lib="webworker" />
/**
 * The service worker: keeps what a reader has visited, and shows it when the site cannot be reached. It asks for nothing
 * but files of this site, by their addresses alone, and answers nothing but what is named below.
 */
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { byPath, isPage, keepPages, keptPath, pagesIn, putIfRoom } from './keep-files.ts';
import { keptCopy, keptPage, markedCopy, withKeptPages } from './kept-copy.ts';

const { version, basics, formFiles } = OFFLINE;
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const prefix = 'lockstep-';
const cacheName = prefix + version;
const offlinePages = basics.filter(isPage);

/** Seconds after which a kept page is shown instead of one that does not come. */
const patience = 4;

const keyed = {
  cacheKeyWillBeUsed: async (/** @type {{ request: Request }} */ { request }) =>
    scope.location.origin + keptPath(request.url),
};

const pages = new NetworkFirst({
  cacheName,
  networkTimeoutSeconds: patience,
  matchOptions: byPath,
  plugins: [
    keyed,
    {
      cacheWillUpdate: async ({ request, response }) =>
        isPage(keptPath(request.url)) ? keptCopy(response.clone(), Date.now()) : null,
      cachedResponseWillBeUsed: async ({ cachedResponse }) =>
        cachedResponse ? markedCopy(cachedResponse) : undefined,
      // What the site no longer has is not to be read offline either.
      fetchDidSucceed: async ({ request, response }) => {
        if (isGone(response)) await (await caches.open(cacheName)).delete(keptPath(request.url), byPath);
        return response;
      },
    },
  ],
});
const hashedFiles = new CacheFirst({ cacheName, matchOptions: byPath });
const freshFiles = new NetworkFirst({
  cacheName,
  networkTimeoutSeconds: patience,
  matchOptions: byPath,
  plugins: [keyed],
});

const isGone = (/** @type {Response} */ { status }) => status === 404 || status === 410;
const isHashed = (/** @type {string} */ path) => /^\/(?:_astro|pagefind\/(?:index|fragment))\//.test(path);
const slugOf = (/** @type {string} */ path) => path.split('/')[1];

/** @param {Request} request @param {ExtendableEvent} event */
const page = async (request, event) => {
  const { pathname, search } = new URL(request.url);
  const path = keptPath(request.url);
  // Links in a page lead on from its address, so it is shown at no other.
  if (path !== pathname) return fetch(request).catch(() => Response.redirect(path + search));
  try {
    return await pages.handle({ request, event });
  } catch (error) {
    return (await offlinePage(path)) ?? Promise.reject(error);
  }
};

/**
 * The page that says so in the language of the address, or else of what was visited first, with all that is kept, that
 * language first.
 */
const offlinePage = async (/** @type {string} */ path) => {
  const cache = await caches.open(cacheName);
  const kept = await Promise.all(
    (await pagesIn(cache))
      .filter((known) => !offlinePages.includes(known))
      .map(async (known) => keptPage(known, (await (await cache.match(known, byPath))?.text()) ?? '')),
  );
  const own = [path, ...kept.map((known) => known.path), ...offlinePages].find((known) =>
    offlinePages.includes(`/${slugOf(known)}/offline/`),
  );
  const slug = slugOf(own ?? '');
  const response = await cache.match(`/${slug}/offline/`, byPath);
  if (!response) return undefined;
  const isOwn = (/** @type {{ path: string }} */ known) => slugOf(known.path) === slug;
  const ordered = [...kept.filter(isOwn), ...kept.filter((known) => !isOwn(known))];
  const { headers } = response;
  return new Response(withKeptPages(await response.text(), ordered), { status: 503, headers });
};

/** A file of this version, or of the one before that a page in another tab still runs. */
const hashedFile = async (/** @type {Request} */ request, /** @type {ExtendableEvent} */ event) =>
  (await caches.match(request.url, byPath)) ?? hashedFiles.handle({ request, event });

const oldCaches = async () =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);

/** Keeps what is always there, and anew what the version before has kept; fails where the site cannot be reached. */
const install = async () => {
  const cache = await caches.open(cacheName);
  let isComplete = await keepPages(cache, basics, formFiles);
  for (const name of await oldCaches()) {
    const old = await caches.open(name);
    const visited = await pagesIn(old);
    isComplete &&= await keepPages(cache, visited, formFiles);
    if (!isComplete) break;
    for (const path of visited) if (!(await cache.match(path, byPath))) await old.delete(path, byPath);
  }
  if (!isComplete) throw new Error('Not everything could be kept: the browser tries again later.');
};

/** Brings along what was visited while this version waited. */
const bringAlong = async () => {
  const cache = await caches.open(cacheName);
  for (const name of await oldCaches()) {
    const old = await caches.open(name);
    for (const path of await pagesIn(old)) {
      const copy = await old.match(path, byPath);
      if (copy && !(await cache.match(path, byPath))) await putIfRoom(cache, path, copy);
    }
  }
};

/** Clears the versions before away, once nothing is needed of them: no page in another tab may run one of them. */
const clear = async () => {
  const cache = await caches.open(cacheName);
  for (const name of await oldCaches()) {
    const isComplete = await keepPages(cache, await pagesIn(await caches.open(name)), formFiles);
    const windows = await scope.clients.matchAll({ type: 'window' });
    if (isComplete && windows.length <= 1) await caches.delete(name);
  }
};

// Pages wait for this: nothing is asked for here.
const activate = async () => {
  await bringAlong();
  await scope.clients.claim();
};

/** Keeps an open page, and the one before: the first ones were there before the worker. */
const keepVisited = async (/** @type {readonly string[]} */ addresses) => {
  const own = addresses.filter((address) => address.startsWith(`${scope.location.origin}/`));
  await keepPages(await caches.open(cacheName), own.map(keptPath).filter(isPage), formFiles);
  await clear();
};

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));

scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  const { keep } = event.data;
  if (typeof keep === 'string' && event.source instanceof WindowClient)
    event.waitUntil(keepVisited([event.source.url, keep]));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, event));
  else if (isHashed(pathname)) event.respondWith(hashedFile(request, event));
  else if (pathname.startsWith('/pagefind/') || basics.includes(pathname))
    event.respondWith(freshFiles.handle({ request, event }));
});
