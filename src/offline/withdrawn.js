// @ts-check
/** Stands in for a service worker that has to go: it takes all that was kept, and itself, away. */
addEventListener('install', () => Reflect.get(self, 'skipWaiting').call(self));
addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(clear()));

async function clear() {
  const names = (await caches.keys()).filter((name) => name.startsWith('lockstep-'));
  await Promise.all(names.map((name) => caches.delete(name)));
  await Reflect.get(self, 'registration').unregister();
}
