/// <reference lib="webworker" />
/**
 * The service worker: keeps what a reader has visited, and shows it when the site cannot be reached. It asks for nothing
 * but files of this site, by their addresses alone, and answers nothing but what is named below.
 */
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { keptCopy, keptPage, markedCopy, withKeptPages } from './kept-copy.ts';

const { version, formFiles } = OFFLINE;
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const prefix = 'lockstep-';
const cacheName = prefix + version;

/** Seconds after which a kept page is shown instead of one that does not come. */
const patience = 4;

const pages = new NetworkFirst({
  cacheName,
  networkTimeoutSeconds: patience,
  plugins: [
    {
      // What was asked for behind the path is nobody's page of its own, and may be what somebody typed.
      cacheKeyWillBeUsed: async ({ request }) => pathOf(request.url),
      cacheWillUpdate: ({ response }) => keptCopy(response.clone(), Date.now()),
      cachedResponseWillBeUsed: async ({ cachedResponse }) =>
        cachedResponse ? markedCopy(cachedResponse) : undefined,
    },
  ],
});
const hashedFiles = new CacheFirst({ cacheName });
const freshFiles = new NetworkFirst({ cacheName, networkTimeoutSeconds: patience });

const pathOf = (/** @type {string} */ url) => new URL(url).origin + new URL(url).pathname;
const isHashed = (/** @type {string} */ path) => /^\/(?:_astro|pagefind\/(?:index|fragment))\//.test(path);

/** @param {Request} request @param {ExtendableEvent} event */
const page = async (request, event) => {
  try {
    return await pages.handle({ request, event });
  } catch (error) {
    return (await offlinePage(new URL(request.url).pathname)) ?? Promise.reject(error);
  }
};

/** The page that says so in the language of the address, with all that is kept, that language first. */
const offlinePage = async (/** @type {string} */ path) => {
  const cache = await caches.open(cacheName);
  const slug = path.split('/')[1];
  const known = await offlinePages(cache);
  const own = known.find((request) => new URL(request.url).pathname.startsWith(`/${slug}/`)) ?? known[0];
  const response = own && (await cache.match(own));
  if (!response) return undefined;
  const kept = await Promise.all(
    (await keptPages(cache)).map(async (request) =>
      keptPage(new URL(request.url).pathname, (await (await cache.match(request))?.text()) ?? ''),
    ),
  );
  const isOwn = (/** @type {{ path: string }} */ { path: other }) => other.startsWith(`/${slug}/`);
  const ordered = [...kept.filter(isOwn), ...kept.filter((other) => !isOwn(other))];
  return new Response(withKeptPages(await response.text(), ordered), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
};

/** @param {Cache} cache */
const pageRequests = async (cache) => (await cache.keys()).filter(({ url }) => url.endsWith('/'));
/** @param {Cache} cache */
const offlinePages = async (cache) =>
  (await pageRequests(cache)).filter(({ url }) => url.endsWith('/offline/'));
/** @param {Cache} cache */
const keptPages = async (cache) =>
  (await pageRequests(cache)).filter(({ url }) => !url.endsWith('/offline/'));

/** Keeps files that are not kept yet; one that cannot be had is left out. */
const keep = async (
  /** @type {readonly string[]} */ addresses,
  fetching = /** @type {RequestInit} */ ({}),
) => {
  const cache = await caches.open(cacheName);
  await Promise.all(
    addresses.map(async (address) => {
      const url = new URL(address, scope.location.origin);
      const path = pathOf(url.href);
      if (url.origin !== scope.location.origin || (await cache.match(path))) return;
      const response = await fetch(path, fetching).catch(() => undefined);
      const copy = path.endsWith('/') ? response && (await keptCopy(response, Date.now())) : response;
      if (copy?.ok) await cache.put(path, copy);
    }),
  );
};

const oldCaches = async () =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);

/** Keeps pages with the hashed files they name, and where one has the form, those that it may load later. */
const keepPages = async (
  /** @type {readonly string[]} */ addresses,
  fetching = /** @type {RequestInit} */ ({}),
) => {
  await keep(addresses, fetching);
  const cache = await caches.open(cacheName);
  const texts = await Promise.all(
    addresses.map(async (address) => (await (await cache.match(pathOf(address)))?.text()) ?? ''),
  );
  const named = texts.flatMap((html) => [
    ...[...html.matchAll(/\/_astro\/[\w.~-]+\.(?:js|css)/g)].map(([path]) => path),
    ...(html.includes('<astro-island') ? formFiles : []),
  ]);
  await keep([...new Set(named)]);
};

/** Takes over what the version before has kept: each page anew, with its files. */
const renew = async () => {
  for (const name of await oldCaches()) {
    const requests = await pageRequests(await caches.open(name));
    await keepPages(
      requests.map(({ url }) => url),
      { cache: 'no-cache' },
    );
  }
};

/** Keeps an open page, and the page for those who are offline in its language. */
const keepOpenPage = async (/** @type {string} */ address) => {
  const [, slug] = new URL(address).pathname.split('/');
  const offline = slug ? [`${scope.location.origin}/${slug}/offline/`] : [];
  await keepPages([pathOf(address), ...offline]);
  await keep(['/favicon.svg']);
};

scope.addEventListener('install', (event) => event.waitUntil(renew()));

const clear = async () => {
  await Promise.all((await oldCaches()).map((name) => caches.delete(name)));
  await scope.clients.claim();
};

scope.addEventListener('activate', (event) => event.waitUntil(clear()));

scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  if (event.data === 'keep' && event.source instanceof WindowClient)
    event.waitUntil(keepOpenPage(event.source.url));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname.endsWith('/')) event.respondWith(page(request, event));
  } else if (isHashed(pathname)) event.respondWith(hashedFiles.handle({ request, event }));
  else if (pathname.startsWith('/pagefind/') || pathname === '/favicon.svg')
    event.respondWith(freshFiles.handle({ request, event }));
});
