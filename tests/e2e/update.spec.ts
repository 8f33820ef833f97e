// A new version arrives while the shop works: it waits, it is taken on a tap, and never under a half-typed form.
// Law: two real builds of this code, two real servers; the second stands where the first stood.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Page, expect as plainExpect, test } from '@playwright/test';
import { startAppServer } from '../app-server.ts';

/** A new version is fetched whole before it is offered: on a busy machine that takes a while. */
const expect = plainExpect.configure({ timeout: 20_000 });

const LATER = { name: /새 버전으로 바꾸기/ };
let folder = '';
const distOf = (version: string) => join(folder, version);

test.beforeAll(() => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'pickup-note-update-'));
  for (const version of ['1.0.0', '2.0.0']) {
    execFileSync(process.execPath, [resolve(import.meta.dirname, '../../scripts/build.mjs')], {
      env: { ...process.env, DIST: distOf(version), APP_VERSION: version, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The version whose entry script the page has loaded. */
async function versionOf(page: Page): Promise<string> {
  // Behind a first paint that stands in the page the app's own script is named beside the one that loads it.
  const module = page.locator('script[type=module]');
  const script = (await module.getAttribute('data-entry')) ?? (await module.getAttribute('src'));
  return (
    ['1.0.0', '2.0.0'].find((version) =>
      readFileSync(join(distOf(version), 'index.html'), 'utf8').includes(`${script}`),
    ) ?? 'none'
  );
}

async function openDemo(page: Page, address: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('pickup-note.book', 'demo'));
  await page.goto(address);
  await expect(page.getByText('김민지').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

const askForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
const shellsOf = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' shell ')).length);

test('PW-1 an update waits for the tap, refuses over a half-typed form, and leaves other tabs their own version', {
  tag: '@firefox',
}, async ({ context }) => {
  test.setTimeout(120_000);
  const first = await startAppServer({ dist: distOf('1.0.0') });
  let second: Awaited<ReturnType<typeof startAppServer>> | null = null;
  try {
    const counter = await context.newPage();
    await openDemo(counter, first.url);
    const kitchen = await context.newPage();
    await openDemo(kitchen, first.url);
    await kitchen.evaluate(() => history.replaceState({ ...history.state, mark: 'not loaded again' }, ''));

    // In the kitchen somebody begins an order.
    await kitchen
      .getByRole('link', { name: '새 주문' })
      .or(kitchen.getByRole('button', { name: '새 주문' }))
      .first()
      .click();
    const lettering = kitchen.getByRole('textbox', { name: /케이크 문구/ }).first();
    // Typed, not filled: Firefox's driver fills past React.
    await lettering.pressSequentially('half typed');
    await expect(lettering).toHaveValue('half typed');

    await first.stop();
    second = await startAppServer({ dist: distOf('2.0.0'), port: first.port });
    await askForUpdate(counter);
    const apply = counter.getByRole('button', LATER);
    await expect(apply).toBeVisible();
    expect(await versionOf(counter)).toBe('1.0.0');

    // The tap is refused, in words, and nothing is loaded again.
    await apply.click();
    await expect(counter.getByText('쓰던 내용이 있어 바꾸지 않았습니다.')).toBeVisible();
    expect(await versionOf(counter)).toBe('1.0.0');
    await expect(lettering).toHaveValue('half typed');

    // The form is left (its draft is kept): now the tap is followed.
    await kitchen.goBack();
    await expect(lettering).toBeHidden();
    await apply.click();
    await expect.poll(() => versionOf(counter).catch(() => 'loading')).toBe('2.0.0');
    await expect(counter.getByText('김민지').first()).toBeVisible();

    // The kitchen still runs the version it was opened with, finds its own files with no server, and is told.
    await second.stop();
    expect(await kitchen.evaluate(() => history.state?.mark)).toBe('not loaded again');
    expect(await versionOf(kitchen)).toBe('1.0.0');
    await expect(kitchen.getByText('다른 탭에서 새 버전으로 바꿨습니다.')).toBeVisible();
    await kitchen.getByRole('navigation').getByRole('link', { name: '설정' }).click();
    await expect(kitchen.getByRole('heading', { level: 1, name: '설정' })).toBeVisible();
    expect(await shellsOf(kitchen)).toBe(2);
    await kitchen.getByRole('button', LATER).click();
    await expect.poll(() => versionOf(kitchen).catch(() => 'loading')).toBe('2.0.0');

    // When its last page is gone, the next opening throws the old shell away; the new one opens with no server.
    await expect
      .poll(async () => {
        await counter.goto(first.url);
        await expect(counter.getByText('김민지').first()).toBeVisible();
        return await shellsOf(counter);
      })
      .toBe(1);
    expect(await versionOf(counter)).toBe('2.0.0');
  } finally {
    await first.stop();
    await second?.stop();
  }
});

test('PW-2 a tab that was opened on the old version and knows nothing of the new one closes into it', async ({
  context,
}) => {
  test.setTimeout(90_000);
  const first = await startAppServer({ dist: distOf('1.0.0') });
  let second: Awaited<ReturnType<typeof startAppServer>> | null = null;
  try {
    const page = await context.newPage();
    await openDemo(page, first.url);
    await first.stop();
    second = await startAppServer({ dist: distOf('2.0.0'), port: first.port });
    await askForUpdate(page);
    await expect(page.getByRole('button', LATER)).toBeVisible();
    // A reload is not the owner's yes: while the tab lives, the version it has goes on.
    await page.reload();
    await expect(page.getByRole('button', LATER)).toBeVisible();
    expect(await versionOf(page)).toBe('1.0.0');
    await page.close();
    const next = await context.newPage();
    await next.goto(first.url);
    await expect(next.getByText('김민지').first()).toBeVisible();
    await expect.poll(async () => await versionOf(next)).toBe('2.0.0');
    await expect(next.getByRole('button', LATER)).toBeHidden();
  } finally {
    await first.stop();
    await second?.stop();
  }
});

test('PW-3 an address of a file is a file or nothing, never the app', async ({ page }) => {
  const server = await startAppServer({ dist: distOf('1.0.0') });
  try {
    await openDemo(page, server.url);
    expect((await page.goto(`${server.url}assets/gone-1a2b3c4d.js`))?.status()).toBe(404);
    expect((await page.goto(`${server.url}missing.txt`))?.status()).toBe(404);
    expect((await page.goto(`${server.url}find?q=a.b`))?.status()).toBe(200);
    await expect(page.locator('#root > *').first()).toBeVisible();
  } finally {
    await server.stop();
  }
});
