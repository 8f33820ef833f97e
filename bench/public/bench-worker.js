// Answers from the cache, else from the network.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
});
