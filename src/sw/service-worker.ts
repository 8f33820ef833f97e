// The service worker: keeps the shell of the app so that it opens with no network, and puts the list that the app has left
// for its first paint into the page. It never reads or writes the book.
// Law: a new version waits until a page says SKIP_WAITING (the owner agreed). Pages of the version before go on finding
// their own files until the last of them is gone.
//
//   cache "<scope> shell <hash of its file list>"   one for each version; the new one fills while the old one serves
//   cache "<scope> left behind"                     which shells may go, once which pages are gone
//
// [Note: the first page] The worker that a first visit brings claims the page that brought it: what that page loads later
// must be there without a network. An update claims nothing new, its pages are handed over when it takes its place.
import { clientsClaim } from 'workbox-core';
import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (string | PrecacheEntry)[] };

/** Shells older than this worker's, and the pages that may still need a file of them. */
interface LeftBehind {
  readonly caches: readonly string[];
  readonly pages: readonly string[];
}

/** As the app calls them (app/day-snapshot.ts). */
const AT_HAND_CACHE = 'pickup-note day';
const AT_HAND = ['/day/at-hand/own', '/day/at-hand/demo'];
const AT_HAND_VERSION = 3;
/** A cache that does not answer must not keep the page from opening. */
const AT_HAND_WAIT_MS = 500;
const DAY_MS = 86_400_000;
/** As it stands in index.html. */
const ROOT = '<div id="root"></div>';
const ENTRY = /<script type="module" crossorigin src="([^"]+)"><\/script>/;

const files = self.__WB_MANIFEST;
const shellPrefix = `${self.registration.scope} shell `;
const ownShell = shellPrefix + hashText(JSON.stringify(files));
const leftBehindCache = `${self.registration.scope} left behind`;
const leftBehindUrl = new URL(`/left-behind/${encodeURIComponent(ownShell)}`, self.location.origin).href;

// Before the routes: whoever answers a request ends its round of listeners.
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.waitUntil(sweep());
});

const shell = new PrecacheController({ cacheName: ownShell });
shell.addToCacheList(files);
// The page itself is answered below, by whatever address.
registerRoute(new PrecacheRoute(shell, { directoryIndex: '' }));
// An address that ends like a file (/notices.txt) or lies in /assets/ is a file or nothing, never the app's page.
const page = shell.createHandlerBoundToURL('/index.html');
registerRoute(
  new NavigationRoute(
    async (options) => {
      const [shown, atHand] = await Promise.all([
        page(options),
        Promise.race([readAtHand(), nothingAfter(AT_HAND_WAIT_MS)]),
      ]);
      return await withAtHand(shown, atHand, options.url?.pathname === '/');
    },
    { denylist: [/^\/assets\//, /^[^?]*\.[a-z0-9]+(\?|$)/i] },
  ),
);
// A page of an older version asks for a file that this version no longer has.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? (await fetch(request)),
);

clientsClaim();

self.addEventListener('install', (event) => {
  // Nothing newer can exist yet, so every other shell is an older one.
  event.waitUntil(otherShells().then((names) => writeLeftBehind({ caches: names, pages: [] })));
  event.waitUntil(shell.install(event));
});
self.addEventListener('activate', (event) => event.waitUntil(rememberPages().then(sweep)));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

/** What the app keeps for its first paint (app/day-snapshot.ts). */
interface AtHand {
  readonly version: number;
  /** When its day began, if the day's clock runs through without a change. */
  readonly beganAt: number | null;
  /** The paint itself, as HTML. */
  readonly picture?: string | null;
}

const nothingAfter = (milliseconds: number) => new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null));

/** By address; empty where nothing is kept, null where it cannot be read and the page has to ask by itself. */
async function readAtHand(): Promise<ReadonlyMap<string, AtHand> | null> {
  try {
    const found = AT_HAND.map(async (address) => {
      const kept = await caches.match(address, { cacheName: AT_HAND_CACHE });
      return kept === undefined ? [] : [[address, (await kept.json()) as AtHand] as const]; // written by the app
    });
    return new Map((await Promise.all(found)).flat());
  } catch {
    return null;
  }
}

/**
 * The page with what is at hand inside: the list as data, so that the page need not ask before its first paint, and, where
 * there is one for this very day, the list as it will be painted. Whoever loads the page shows it without a line of code.
 */
async function withAtHand(
  shown: Response,
  atHand: ReadonlyMap<string, AtHand> | null,
  isToday: boolean,
): Promise<Response> {
  if (atHand === null) return shown;
  const list = [...atHand].map(([address, { picture: _, ...day }]) => [address, day]);
  const data = JSON.stringify(Object.fromEntries(list)).replaceAll('<', '\\u003c');
  let html = (await shown.text()).replace(
    '</head>',
    () => `<script type="application/json" id="at-hand">${data}</script></head>`,
  );
  const [only] = atHand;
  if (isToday && only !== undefined && atHand.size === 1) {
    const [address, { version, beganAt, picture }] = only;
    const since = beganAt === null ? -1 : Date.now() - beganAt;
    if (version === AT_HAND_VERSION && typeof picture === 'string' && since >= 0 && since < DAY_MS)
      html = html
        .replace(ROOT, () => `<div id="root" data-at-hand="${address}" inert>${picture}</div>`)
        // The app's code comes after the first frame; it is on its way meanwhile.
        .replace(ENTRY, (_, entry: string) => {
          const later = `<script type="module" src="/after-paint.js" id="after-paint" data-entry="${entry}"></script>`;
          return `${later}<link rel="modulepreload" crossorigin href="${entry}">`;
        });
  }
  const headers = new Headers(shown.headers);
  // They tell of the page as it was.
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name);
  return new Response(html, { headers, status: shown.status, statusText: shown.statusText });
}

async function otherShells(): Promise<string[]> {
  return (await caches.keys()).filter((name) => isShell(name) && name !== ownShell);
}

/** Its own kind, and what versions before this scheme left (`workbox-precache-…`). */
function isShell(name: string): boolean {
  return (
    name.startsWith(shellPrefix) || (name.startsWith('workbox-precache') && name.endsWith(self.registration.scope))
  );
}

/** Pages that are open now were made by an older version. */
async function rememberPages(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await writeLeftBehind({ ...(await readLeftBehind()), pages: pages.map((page) => page.id) });
}

/** Throws away what older versions left, once their last page is gone. */
async function sweep(): Promise<void> {
  const leftBehind = await readLeftBehind();
  if (leftBehind.caches.length === 0) return;
  // A version that is being fetched may be an older one coming back: its shell must not be swept.
  const { active, installing, waiting } = self.registration;
  if (active === null || installing !== null || waiting !== null) return;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.some((page) => leftBehind.pages.includes(page.id))) return;
  await Promise.all(leftBehind.caches.map((name) => caches.delete(name)));
  await (await caches.open(leftBehindCache)).delete(leftBehindUrl);
}

async function readLeftBehind(): Promise<LeftBehind> {
  const kept = await (await caches.open(leftBehindCache)).match(leftBehindUrl);
  return kept === undefined ? { caches: [], pages: [] } : ((await kept.json()) as LeftBehind); // written below
}

async function writeLeftBehind(leftBehind: LeftBehind): Promise<void> {
  await (await caches.open(leftBehindCache)).put(leftBehindUrl, Response.json(leftBehind));
}

/** FNV-1a: tells two file lists apart, protects nothing. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
