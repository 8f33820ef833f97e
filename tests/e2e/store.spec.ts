// The store in whole browsers: its contract, a full disk, and that a confirmed edit has been flushed to the disk.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../browsers.ts';
import { removeFolder } from '../remove-folder.ts';
import { type StorePageServer, serveStorePage } from '../store/page/serve.ts';
import type {} from '../store/page/store-page.ts';

let server: StorePageServer;
test.beforeAll(async () => {
  server = await serveStorePage();
});
test.afterAll(async () => {
  await server?.stop();
});

test('ST-1 to ST-7 the storage contract holds in the whole browser', { tag: '@firefox' }, async ({ page }) => {
  await page.goto(server.url);
  const found = await page.evaluate(() => window.storePage.contract());
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter(({ error }) => error !== null)).toEqual([]);
});

test('ST-9 a full disk is said, nothing of the change is kept, and with room the next order is written', async ({
  page,
}) => {
  await page.goto(server.url);
  const session = await page.context().newCDPSession(page);
  const origin = new URL(server.url).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await page.evaluate(() => window.storePage.open('full'));
  const answers = await page.evaluate(() => window.storePage.takeOrders('full', 12, 200_000));
  const kept = answers.filter((answer) => answer.startsWith('A-'));
  expect(kept.length).toBeGreaterThan(0);
  expect(new Set(answers.filter((answer) => !answer.startsWith('A-')))).toEqual(new Set(['disk-full']));
  expect(await page.evaluate(() => window.storePage.putDraft('full', 2_000_000))).toBe('disk-full');
  expect((await page.evaluate(() => window.storePage.numbers('full'))).sort()).toEqual([...kept].sort());
  expect(await page.evaluate(() => window.storePage.outbox('full'))).toBe(kept.length);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expect
    .poll(() => page.evaluate(() => window.storePage.takeOrders('full', 1)))
    .toEqual([`A-${kept.length + 1}`]);
});

/** Counts the flushes that the browser's processes ask of the system while `body` runs. */
async function flushesDuring(pids: readonly number[], body: () => Promise<unknown>): Promise<number> {
  let log = '';
  const tracer: ChildProcess = spawn(
    'strace',
    ['-f', '-qq', '-y', '-e', 'trace=fsync,fdatasync', ...pids.flatMap((pid) => ['-p', String(pid)])],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const failed = new Promise<never>((_, reject) => {
    tracer.once('error', (error) => reject(new Error(`strace is missing. Run: npm run setup (${error.message})`)));
  });
  tracer.stderr?.on('data', (text) => {
    log += String(text);
  });
  // Attached once the kernel says who traces them.
  const attached = expect
    .poll(() => pids.map((pid) => /TracerPid:\t(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]), {
      timeout: 30_000,
    })
    .toEqual(pids.map(() => String(tracer.pid)));
  await Promise.race([attached, failed]);
  await body();
  const ended = new Promise((done) => tracer.once('exit', done));
  tracer.kill('SIGINT');
  await ended;
  // Only of IndexedDB's own files: a browser flushes others whenever it likes.
  return (log.match(/f(data)?sync\(\d+<[^>]*\/IndexedDB\//g) ?? []).length;
}

/** The browser's main process and its storage service. */
function browserPids(profile: string): number[] {
  const main = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isChild =
          / (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \w/, ''))?.[1] === String(main);
        return isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('utility');
      } catch {
        return false; // ended while we looked
      }
    })
    .map(Number);
  return [main, ...children];
}

test('ST-8 each confirmed edit has been flushed to the disk, and the count shows it when they are not', async () => {
  test.setTimeout(180_000); // a traced browser on a busy machine is slow
  execFileSync('strace', ['-V'], { stdio: 'ignore' });
  const profile = mkdtempSync(join(tmpdir(), 'pickup-note-flush-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: [...CHROMIUM_ARGS],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(server.url);
    const flushes: Record<string, number> = {};
    for (const durability of ['relaxed', 'strict'] as const) {
      await page.evaluate((wanted) => window.storePage.open(wanted, wanted), durability);
      await page.evaluate((name) => window.storePage.takeOrders(name, 1, 10), durability);
      flushes[durability] = await flushesDuring(browserPids(profile), async () => {
        const answers = await page.evaluate((name) => window.storePage.takeOrders(name, 30), durability);
        expect(answers).toHaveLength(30);
        expect(answers.at(-1)).toBe('A-31');
      });
    }
    expect(flushes.strict).toBeGreaterThanOrEqual(30);
    expect(flushes.relaxed).toBeLessThan(15);
  } finally {
    await context.close();
    await removeFolder(profile);
  }
});

test('ST-8 killed in the middle of taking orders, the browser loses none that it had confirmed', async () => {
  test.setTimeout(120_000);
  const profile = mkdtempSync(join(tmpdir(), 'pickup-note-kill-'));
  const confirmed: string[] = [];
  try {
    for (let round = 0; round < 3; round++) {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: CHROMIUM,
        args: [...CHROMIUM_ARGS],
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.exposeFunction('sayConfirmed', (number: string) => void confirmed.push(number));
      await page.goto(server.url);
      await page.evaluate(() => window.storePage.open('killed'));
      const kept = await page.evaluate(() => window.storePage.numbers('killed'));
      expect(confirmed.filter((number) => !kept.includes(number))).toEqual([]);
      // One more at the most: written, but not yet said.
      expect(kept.length - confirmed.length).toBeLessThanOrEqual(round);
      expect(new Set(kept).size).toBe(kept.length);
      expect(await page.evaluate(() => window.storePage.outbox('killed'))).toBe(kept.length);
      void page.evaluate(() => window.storePage.takeOrdersForEver('killed')).catch(() => undefined);
      const target = confirmed.length + 20 + round * 7;
      await expect.poll(() => confirmed.length, { intervals: [5] }).toBeGreaterThan(target);
      process.kill(browserPids(profile)[0] ?? 0, 'SIGKILL');
      await context.close().catch(() => undefined);
      await expect.poll(() => browserHasEnded(profile)).toBe(true);
    }
  } finally {
    await removeFolder(profile);
  }
});

/** The lock names a process; a killed one leaves the name behind. */
function browserHasEnded(profile: string): boolean {
  const pid = readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1) ?? '';
  return !readdirSync('/proc').includes(pid);
}
