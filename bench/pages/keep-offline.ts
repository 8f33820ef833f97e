// Keeps a contender's page for a start with no network: the same small service worker for each.
export async function keepOffline(): Promise<void> {
  await navigator.serviceWorker.register('/bench-worker.js');
  await navigator.serviceWorker.ready;
  const files = [
    location.pathname,
    ...performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
  ];
  const cache = await caches.open('bench');
  await cache.addAll([...new Set(files)].filter((file) => file !== '/bench-worker.js' && !file.startsWith('data:')));
  document.documentElement.dataset.kept = 'yes';
}
