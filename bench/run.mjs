// The benchmark: the app's store and start beside other stores doing the same work, interleaved in one run, in Chromium.
// npm run bench [-- --sizes 1000,20000 --rounds 5 --only raw,rxdb --write]
// Law: every figure of a table comes from one run; rounds go through all contenders in a changing order, and the median
// of the rounds is shown. A machine's own speed stands beside it (spin loop). Nothing is compared across runs.
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,20000,100000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    port: { type: 'string', default: '4590' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = options.sizes.split(',').map(Number);
const rounds = Number(options.rounds);
const origin = `http://localhost:${options.port}`;
/** Today in the zone of a shop that nobody has set up: the app and the contenders must mean the same day. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date());

/**
 * @typedef {{ id: string, name: string, page: string, cold: string, rows: string, hasStore: boolean }} Entrant
 * `page` answers the runner's questions; `cold` is what a person opens; `rows` selects one listed order.
 */
const benchRows = '[data-bench-row]';
/** @type {readonly Entrant[]} */
const entrants = [
  {
    id: 'pickup-note',
    name: 'Pickup Note',
    page: '/pages/pickup-note.html',
    cold: '/',
    rows: 'a[data-order]',
    hasStore: true,
  },
  {
    id: 'shell',
    name: 'React shell, no store',
    page: '/pages/shell.html',
    cold: '/pages/shell.html',
    rows: benchRows,
    hasStore: false,
  },
  ...[
    ['raw', 'raw IndexedDB'],
    ['dexie-hooks', 'Dexie with hooks'],
    ['rxdb', 'RxDB'],
    ['pouchdb', 'PouchDB'],
  ].map(([id = '', name = '']) => ({
    id,
    name,
    page: `/pages/${id}.html`,
    cold: `/pages/${id}.html`,
    rows: benchRows,
    hasStore: true,
  })),
].filter((entrant) => options.only === undefined || options.only.split(',').includes(entrant.id));

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} profile */
const openBrowser = (profile) =>
  chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    args: flags,
  });

/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
async function startServer() {
  server = fork(join(here, 'server.mjs'), [options.port, join(root, 'dist'), join(here, 'dist')]);
  await new Promise((resolve) => server?.once('message', resolve));
}
async function stopServer() {
  const child = server;
  server = null;
  if (child === null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Milliseconds of a fixed piece of arithmetic in the page: how fast the machine was at that moment. @param {import('playwright-core').Page} page */
const spin = (page) =>
  page.evaluate(() => {
    const start = performance.now();
    let sum = 0;
    for (let i = 0; i < 2e7; i++) sum += Math.sqrt(i);
    return sum > 0 ? performance.now() - start : 0;
  });

/**
 * From a new browser process with the server stopped to forty readable orders.
 * @param {Entrant} entrant @param {string} profile @param {number} slower
 */
async function coldStart(entrant, profile, slower) {
  const browser = await openBrowser(profile);
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const cdp = await browser.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript((rows) => {
      const look = () => {
        if (document.querySelectorAll(rows).length < 40) return requestAnimationFrame(look);
        requestAnimationFrame(() => Object.assign(window, { readableAt: performance.now() }));
      };
      requestAnimationFrame(look);
    }, entrant.rows);
    await page.goto(`${origin}${entrant.cold}?today=${today}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'readableAt' in window, null, { timeout: 60_000 });
    const readable = Number(await page.evaluate('readableAt'));
    return { readable, spin: await spin(page) };
  } finally {
    await browser.close();
  }
}

/** Bytes of the page and its workers. @param {import('playwright-core').Page} page */
async function heapMb(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const bytes = await page.evaluate(async () => {
    const { bytes: all } = await /** @type {any} */ (performance).measureUserAgentSpecificMemory();
    return Number(all);
  });
  return bytes / 1e6;
}

/** A book lies open all day and is searched now and then: its heap is measured when nobody has asked for a while. */
const AT_REST_AFTER_MS = 13_000;

/** @param {Entrant} entrant @param {string} profile */
async function askQuestions(entrant, profile) {
  const browser = await openBrowser(profile);
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(300_000);
    const cdp = await browser.newCDPSession(page);
    // The app's service worker answers every address with the app itself.
    await cdp.send('Network.enable');
    await cdp.send('Network.setBypassServiceWorker', { bypass: true });
    await page.goto(`${origin}${entrant.page}?today=${today}`);
    await page.waitForFunction(() => 'bench' in window);
    await page.waitForFunction((rows) => document.querySelectorAll(rows).length >= 40, `#today ${benchRows}`);
    const answers = await page.evaluate(async () => {
      const { bench } = /** @type {{ bench: import('./pages/measure.tsx').Bench }} */ (/** @type {unknown} */ (window));
      await bench.day(1);
      const found = await bench.search();
      return {
        day: await bench.day(2),
        month: await bench.month(),
        'search name': found.name.inDom,
        'search last four': found.tail.inDom,
        'search initials': found.initials.inDom,
        'search name, to paint': found.name.painted,
        'search name, all': found.name.whole,
        'durable edit': await bench.edit(25),
        'live update': await bench.live(),
      };
    });
    await page.waitForTimeout(AT_REST_AFTER_MS);
    return { ...answers, 'heap MB': await heapMb(page) };
  } finally {
    await browser.close();
  }
}

/** Loads `count` orders into an empty profile and keeps the page for offline starts. @param {Entrant} entrant @param {string} profile @param {number} count */
async function fill(entrant, profile, count) {
  const browser = await openBrowser(profile);
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(600_000);
    await page.goto(`${origin}${entrant.page}?today=${today}`);
    let loaded = Number.NaN;
    if (entrant.hasStore) {
      await page.waitForFunction(() => 'bench' in window);
      loaded = await page.evaluate(
        (n) =>
          /** @type {{ bench: import('./pages/measure.tsx').Bench }} */ (/** @type {unknown} */ (window)).bench.load(n),
        count,
      );
      // The others make their indexes while they load.
      await page.evaluate(() =>
        /** @type {{ bench: import('./pages/measure.tsx').Bench }} */ (/** @type {unknown} */ (window)).bench.settle(),
      );
    }
    if (entrant.id === 'pickup-note') {
      await page.goto(origin);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      await page.waitForFunction((rows) => document.querySelectorAll(rows).length >= 40, entrant.rows);
      // As after any few quiet seconds: the next start's first paint is drawn.
      await page.evaluate(async () => {
        for (let kept; typeof kept?.picture !== 'string'; await new Promise((resolve) => setTimeout(resolve, 100)))
          kept = await (await caches.match('/day/at-hand/own'))?.json();
      });
    } else await page.waitForFunction(() => document.documentElement.dataset.kept === 'yes');
    return loaded;
  } finally {
    await browser.close();
  }
}

const lines = [
  'bulk load',
  'cold start',
  'cold start, CPU x4',
  'day',
  'month',
  'search name',
  'search last four',
  'search initials',
  'search name, to paint',
  'search name, all',
  'durable edit',
  'live update',
  'heap MB',
];

/** @param {Map<string, Map<string, number[]>>} figures @param {string} id @param {Record<string, number>} measured */
function note(figures, id, measured) {
  for (const [line, value] of Object.entries(measured)) {
    const byEntrant = figures.get(line) ?? new Map();
    figures.set(line, byEntrant);
    byEntrant.set(id, [...(byEntrant.get(id) ?? []), value]);
  }
}

const SMALL = 2000;

/** @param {number} count */
async function runSize(count) {
  /** @type {Map<string, Map<string, number[]>>} */
  const figures = new Map();
  const profiles = new Map(
    entrants.map((entrant) => [entrant.id, mkdtempSync(join(tmpdir(), `bench-${entrant.id}-`))]),
  );
  const profileOf = (/** @type {Entrant} */ entrant) => profiles.get(entrant.id) ?? '';
  try {
    for (const entrant of entrants) {
      process.stderr.write(`${count}: load ${entrant.id}\n`);
      note(figures, entrant.id, { 'bulk load': await fill(entrant, profileOf(entrant), count) });
    }
    // A small load is over before the machine is warm: measured as often as everything else.
    for (let round = 1; count <= SMALL && round < rounds; round++) {
      for (const entrant of entrants.filter((one) => one.hasStore)) {
        const profile = mkdtempSync(join(tmpdir(), 'bench-load-'));
        note(figures, entrant.id, { 'bulk load': await fill(entrant, profile, count) });
        rmSync(profile, { recursive: true, force: true });
      }
    }
    for (let round = 0; round < rounds; round++) {
      // Backwards every other time: nobody always comes after the same one.
      const turn = entrants
        .map((_, index) => entrants[(index + round) % entrants.length])
        .filter((entrant) => entrant !== undefined);
      if (round % 2 === 1) turn.reverse();
      await stopServer();
      for (const entrant of turn) {
        process.stderr.write(`${count}: round ${round + 1}, start ${entrant.id}\n`);
        const plain = await coldStart(entrant, profileOf(entrant), 1);
        const slow = await coldStart(entrant, profileOf(entrant), 4);
        note(figures, entrant.id, {
          'cold start': plain.readable,
          'cold start, CPU x4': slow.readable,
          spin: plain.spin,
          'spin x4': slow.spin,
        });
      }
      await startServer();
      for (const entrant of turn.filter((one) => one.hasStore)) {
        process.stderr.write(`${count}: round ${round + 1}, ask ${entrant.id}\n`);
        // A strict write waits for the disk: for its own bytes, not for those that the one before has left.
        spawnSync('sync');
        note(figures, entrant.id, await askQuestions(entrant, profileOf(entrant)));
      }
    }
  } finally {
    for (const profile of profiles.values()) rmSync(profile, { recursive: true, force: true });
  }
  return figures;
}

/** @param {number} count @param {Map<string, Map<string, number[]>>} figures */
function toTable(count, figures) {
  const show = (/** @type {number} */ value) =>
    Number.isNaN(value) ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
  const rows = lines.map((line) => {
    const cells = entrants.map((entrant) => show(median(figures.get(line)?.get(entrant.id) ?? [])));
    return `| ${line} | ${cells.join(' | ')} |`;
  });
  const spins = [...(figures.get('spin')?.values() ?? [])].flat();
  const slowSpins = [...(figures.get('spin x4')?.values() ?? [])].flat();
  return [
    `### ${count.toLocaleString('en')} orders`,
    '',
    `Milliseconds unless said otherwise; median of ${rounds} rounds. Spin loop ${show(median(spins))} ms (${show(Math.min(...spins))} to ${show(Math.max(...spins))}), under CPU x4 ${show(median(slowSpins))} ms.`,
    '',
    `| | ${entrants.map((entrant) => entrant.name).join(' | ')} |`,
    `|---|${entrants.map(() => '--:|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}

function prepare() {
  const run = (/** @type {string} */ command, /** @type {readonly string[]} */ args, /** @type {string} */ cwd) => {
    const { status } = spawnSync(command, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
  };
  if (!existsSync(join(here, 'node_modules'))) run('npm', ['ci', '--include=dev'], here);
  run('npm', ['run', '-s', 'build'], root);
  run('npx', ['vite', 'build', '-c', 'bench/vite.config.ts'], root);
}

prepare();
await startServer();
const version = (await (await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })).version()) ?? '';
const tables = [];
for (const count of sizes) {
  const table = toTable(count, await runSize(count));
  console.log(table);
  tables.push(table);
}
await stopServer();
if (options.write) {
  const file = join(root, 'docs/benchmarks.md');
  const { version: app } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const head = readFileSync(file, 'utf8').split('<!-- figures -->')[0] ?? '';
  const machine = `Pickup Note ${app}, Chromium ${version}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}; \`npm run bench -- --sizes ${options.sizes} --rounds ${options.rounds} --write\``;
  writeFileSync(file, `${head}<!-- figures -->\n\n${machine}\n\n${tables.join('\n')}`);
}
process.exit(0);
