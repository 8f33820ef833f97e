// `node scripts/try-large-backup.mjs --gb 2 [--plain] [--port 4250]`: a book with that many gigabytes of photos is backed
// up, looked through and joined into an empty book in a real Chromium, on a real disk.
// Law: it checks what came back, prints seconds, bytes and peak memory, and leaves nothing behind, also when it fails.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build } from 'vite';

const { values } = parseArgs({
  options: {
    gb: { type: 'string', default: '2' },
    plain: { type: 'boolean', default: false },
    port: { type: 'string', default: '4250' },
  },
});
const gigabytes = Number(values.gb);
if (!(gigabytes > 0 && gigabytes <= 20)) throw new RangeError('--gb takes a number up to 20');
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'pickup-note-large-backup-'));

// The photos, the file, the browser's copy of the file while it is written, the photos that were joined.
const freeGigabytes = statfsSync(folder).bavail * (statfsSync(folder).bsize / 1e9);
if (freeGigabytes < gigabytes * 5)
  throw new Error(`needs ${gigabytes * 5} GB of free disk, there are ${freeGigabytes}`);

/** Runs in the page, on the real store. */
const pageScript = `
import { saveBackup } from '${root}/src/store/backup-sink.ts';
import { ownTarget } from '${root}/src/store/backup-file.ts';
import { inspectBackup, joinBackup } from '${root}/src/store/backup-read.ts';
import { openDexieStorage } from '${root}/src/store/dexie-storage.ts';
import { openPhotoStore } from '${root}/src/store/photo-database.ts';
import { nameOfPicture } from '${root}/src/store/photo-picture.ts';
import { openShopStore } from '${root}/src/store/shop-store.ts';

let count = 0;
const env = {
  now: () => Date.now(),
  newId: () => 'id' + count++,
  newSession: () => [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, '0')).join(''),
};
async function openBook(name) {
  const storage = await openDexieStorage({ name, durability: name === 'from' ? 'relaxed' : 'strict' });
  return { store: openShopStore({ storage, env }), photos: openPhotoStore({ name: name + '-photos' }) };
}
function chance(size) {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
  return bytes.buffer;
}
/** The longest time for which the page could not have answered a finger. */
async function watched(work) {
  let longestMs = 0;
  let lastAt = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - lastAt - 10);
    lastAt = now;
  }, 10);
  const startedAt = performance.now();
  try {
    const answer = await work();
    return { answer, seconds: (performance.now() - startedAt) / 1000, longestStallMs: Math.round(longestMs) };
  } finally {
    clearInterval(timer);
  }
}
let from, to, waiting, inspected;
const PHOTO_BYTES = 400_000;
window.lab = {
  async fill(bytes) {
    from = await openBook('from');
    const photos = Math.ceil(bytes / PHOTO_BYTES);
    for (let at = 0; at < photos; at += 20) {
      const raw = [];
      for (let i = at; i < Math.min(at + 20, photos); i++) {
        const full = chance(PHOTO_BYTES);
        const sha = await nameOfPicture(full);
        raw.push({
          picture: { sha, mime: 'image/webp', width: 1600, height: 1200, bytes: PHOTO_BYTES },
          full,
          thumb: { mime: 'image/webp', bytes: chance(12_000) },
        });
      }
      const put = await from.photos.putRaw(raw);
      if (!put.ok) throw put.cause;
      for (const [i, { picture }] of raw.entries()) {
        const eid = 'order-' + (at + i);
        await from.store.commit({
          numberFor: eid,
          edits: [
            { kind: 'order', eid, set: { name: '손님 ' + (at + i), status: 'confirmed', memo: '보냉백 부탁드려요' } },
            { kind: 'item', eid: eid + '/i1', set: { size: '2호', sheet: '바닐라', lettering: { text: '생일 축하해 ' + (at + i) } } },
            { kind: 'photo', eid: eid + '/p1', set: { picture, role: 'reference' } },
          ],
        });
        await from.store.commit({ edits: [{ kind: 'order', eid, set: { status: 'ready' } }] });
      }
    }
    const canvas = new OffscreenCanvas(2000, 1500);
    canvas.getContext('2d').fillRect(0, 0, 900, 900);
    const real = await from.photos.save(await canvas.convertToBlob({ type: 'image/jpeg' }));
    if (!real.ok) throw real.cause;
    await from.store.commit({ edits: [{ kind: 'photo', eid: 'order-0/p2', set: { picture: real.picture, role: 'agreed' } }] });
    window.realSha = real.picture.sha;
    return await from.photos.usage();
  },
  backUp: (passphrase) =>
    watched(async () => {
      const result = await saveBackup({
        store: from.store, photos: from.photos, shopName: '하늘 케이크', deviceName: 'A', now: Date.now(),
        fileName: 'large.pickupnote', withPhotos: true, passphrase, openTarget: () => ownTarget('large', 'large.pickupnote'),
      });
      if (!result.ok) throw new Error(result.problem + ' ' + result.cause);
      waiting = result.waiting;
      return { bytes: result.bytes, totals: result.totals };
    }),
  inspect: (passphrase) =>
    watched(async () => {
      inspected = await inspectBackup(waiting.file, passphrase);
      return { kind: inspected.kind, summary: inspected.summary };
    }),
  join: () =>
    watched(async () => {
      to ??= await openBook('to');
      return await joinBackup({ inspected, store: to.store, photos: to.photos });
    }),
  async compare() {
    const here = await from.photos.usage();
    const there = await to.photos.usage();
    const [lines, joined] = [await from.store.readVersionVector(), await to.store.readVersionVector()];
    const order = await to.store.queries.order('order-0').run();
    return {
      isSame: JSON.stringify([here, lines]) === JSON.stringify([there, joined]),
      name: order.order.name,
      doesRealPhotoDecode: (await to.photos.verify(window.realSha)).ok,
    };
  },
};
`;

/** @param {Record<string, unknown>} line */
const print = (line) => console.log(JSON.stringify(line));
const seconds = (/** @type {number} */ value) => Math.round(value * 10) / 10;
/** @type {import('playwright').BrowserContext | undefined} */
let context;
/** @type {import('node:http').Server | undefined} */
let server;
try {
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'page.js'), pageScript);
  await build({
    configFile: false,
    root: site,
    logLevel: 'warn',
    build: {
      outDir: 'out',
      target: 'chrome110',
      rollupOptions: { input: join(site, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  });
  const script = readFileSync(join(site, 'out', 'page.js'));
  const listening = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  server = listening;
  await new Promise((resolve) => listening.listen(Number(values.port), () => resolve(undefined)));

  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(0);
  await page.goto(`http://localhost:${values.port}/`);
  await page.waitForFunction('window.lab !== undefined');
  const measure = await watchMemory(context, page);
  /** @param {string} step @param {unknown} [argument] @returns {Promise<any>} */
  const run = async (step, argument) => {
    measure.reset();
    const startedAt = performance.now();
    /** @type {any} */
    const answer = await page.evaluate(`window.lab.${step}(${JSON.stringify(argument)})`);
    print({ step, seconds: seconds((performance.now() - startedAt) / 1000), ...measure.peaks(), ...answer });
    return answer;
  };

  const passphrase = values.plain ? null : '생크림 딸기 케이크 2호';
  print({ gigabytes, isEncrypted: !values.plain, photoBytes: 400_000 });
  await run('fill', gigabytes * 1e9);
  const { answer: backup } = await run('backUp', passphrase);
  const { answer: inspected } = await run('inspect', passphrase);
  const { answer: first } = await run('join');
  const { answer: second } = await run('join');
  const compared = await run('compare');
  measure.stop();
  const isRight =
    inspected.kind === 'whole' &&
    inspected.summary.bytes === backup.bytes &&
    first.ok &&
    first.joined.photos === backup.totals.photos &&
    second.ok &&
    second.joined.photos === 0 &&
    second.joined.transactions === 0 &&
    compared.isSame &&
    compared.doesRealPhotoDecode;
  console.log(isRight ? 'What was joined is what was backed up.' : 'WRONG: what was joined is not what was backed up.');
  if (!isRight) process.exitCode = 1;
} finally {
  await context?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Peak of the page's script heap and of the memory of its process, since the last reset.
 * @param {import('playwright').BrowserContext} browserContext @param {import('playwright').Page} page
 */
async function watchMemory(browserContext, page) {
  const session = await browserContext.newCDPSession(page);
  await session.send('Performance.enable');
  const peaks = { heapMb: 0, pageProcessMb: 0, browserProcessMb: 0 };
  const pids = await processIds(browserContext);
  const look = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    peaks.heapMb = Math.max(peaks.heapMb, Math.round(heap / 1e6));
    peaks.pageProcessMb = Math.max(peaks.pageProcessMb, ...pids.renderer.map(residentMb));
    peaks.browserProcessMb = Math.max(peaks.browserProcessMb, ...pids.browser.map(residentMb));
  };
  const timer = setInterval(() => void look().catch(() => undefined), 500);
  return {
    reset: () => Object.assign(peaks, { heapMb: 0, pageProcessMb: 0, browserProcessMb: 0 }),
    peaks: () => ({ ...peaks }),
    stop: () => clearInterval(timer),
  };
}

/** @param {import('playwright').BrowserContext} browserContext */
async function processIds(browserContext) {
  const browser = browserContext.browser();
  const session = browser ? await browser.newBrowserCDPSession() : null;
  const { processInfo } = session ? await session.send('SystemInfo.getProcessInfo') : { processInfo: [] };
  const idsOf = (/** @type {string} */ type) => processInfo.filter((one) => one.type === type).map(({ id }) => id);
  return { renderer: idsOf('renderer'), browser: idsOf('browser') };
}

/** @param {number} pid */
function residentMb(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000);
  } catch {
    return 0;
  }
}
