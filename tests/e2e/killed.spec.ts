// A browser killed at the worst moment: the book that was open opens again, and nothing of a closed app is ever painted.
// Chromium writes `localStorage` down seconds to minutes late, so that a kill brings back what stood in it before.
import { expect, type Page, test } from '@playwright/test';
import { SATURDAY } from './eleven-orders.ts';
import { keptRow } from './kept-row.ts';
import { type KilledBrowser, killedBrowser } from './killed-browser.ts';
import { openSeededApp } from './seed-book.ts';
import { typeText } from './type-text.ts';

let browser: KilledBrowser;
test.beforeEach(({ baseURL }) => {
  test.setTimeout(120_000);
  browser = killedBrowser(baseURL);
});
test.afterEach(() => browser.remove());

const SHOP = '달콤공방';
const CUSTOMER = '문가영';

/** Moves the page's clock without touching its timers or its Date class. */
async function setClock(page: Page): Promise<void> {
  await page.addInitScript((to) => {
    const real = Date.now.bind(Date);
    const shift = to - real();
    Date.now = () => real() + shift;
  }, Date.parse('2022-10-15T12:20:00+09:00'));
}
const demoNotice = (page: Page) => page.getByText('데모 가게입니다.');
const demoFilling = (page: Page) => keptRow(page, 'device', 'demo', 'pickup-note-demo');
const locked = (page: Page) => page.getByRole('heading', { name: '잠겨 있습니다' });

/** Notes whatever words stand on the page at any moment from its beginning. */
async function watchWords(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => seen.add(document.body?.innerText ?? '')).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen].join('\n'));
}

test('DS-8 killed right after the demo shop was opened, the browser opens the demo shop again', async () => {
  const first = await browser.start();
  await first.goto('/');
  await first.getByRole('button', { name: '데모 가게 열어 보기' }).click();
  await expect(demoNotice(first)).toBeVisible({ timeout: 30_000 });
  await browser.kill();

  const second = await browser.start();
  const words = await watchWords(second);
  await second.goto('/');
  await expect(demoNotice(second)).toBeVisible({ timeout: 30_000 });
  await expect(second.getByRole('article').first()).toBeVisible();
  expect(await words()).not.toContain('우리 가게 시작하기');
  await second.getByRole('button', { name: '나가기' }).click();
  await expect(second.getByRole('button', { name: '우리 가게 시작하기' })).toBeVisible();
  await browser.kill();

  const third = await browser.start();
  await third.goto('/');
  await expect(third.getByRole('button', { name: '우리 가게 시작하기' })).toBeVisible();
});

test('DS-9 killed while it is filled, the demo shop is filled to the end at the next start', async () => {
  const first = await browser.start();
  await first.goto('/');
  await first.getByRole('button', { name: '데모 가게 열어 보기' }).click();
  // Once the filling has begun: its moment is written down before anything else.
  await expect.poll(() => demoFilling(first).catch(() => undefined), { intervals: [20] }).toBeDefined();
  await browser.kill();

  const second = await browser.start();
  await second.goto('/');
  await expect(demoNotice(second)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => demoFilling(second)).toMatchObject({ value: { isDone: true } });
  await expect(second.getByRole('article')).toHaveCount(11);
});

test('LK-2 LK-5 killed right after a PIN was set, the browser paints nothing of the shop before the PIN', async () => {
  const first = await browser.start();
  await setClock(first);
  await openSeededApp(first, { shopName: SHOP, orders: [{ day: SATURDAY, time: '15:00', name: CUSTOMER }] });
  await expect(first.getByText(CUSTOMER).first()).toBeVisible();
  await expect.poll(() => first.evaluate(keptDay)).toContain(CUSTOMER);
  await browser.close();

  // Without a PIN the list is there before the database has answered.
  const second = await browser.start();
  await setClock(second);
  const words = await watchWords(second);
  await second.goto('/');
  await expect(second.getByText(CUSTOMER).first()).toBeVisible();
  expect(await words()).toContain('마지막으로 본 목록입니다');
  await second.goto('/settings/staff');
  await second.getByRole('button', { name: 'PIN 정하기' }).click();
  await typeText(second.getByLabel('PIN (숫자 4~8자리)'), '2580');
  await typeText(second.getByLabel('PIN 한 번 더'), '2580');
  await second.getByRole('dialog').getByRole('button', { name: 'PIN 정하기' }).click();
  await expect(second.getByText('잠금을 켰습니다')).toBeVisible({ timeout: 15_000 });
  await browser.kill();

  const third = await browser.start();
  await setClock(third);
  const later = await watchWords(third);
  await third.goto('/');
  await expect(locked(third)).toBeVisible();
  const seen = await later();
  expect(seen).toContain('잠겨 있습니다');
  for (const word of [CUSTOMER, SHOP, '마지막으로 본', '새 주문']) expect(seen).not.toContain(word);
  expect(await third.evaluate(keptDay)).toBe('');
  await typeText(third.getByLabel('PIN', { exact: true }), '2580');
  await third.keyboard.press('Enter');
  await expect(third.getByText(CUSTOMER).first()).toBeVisible({ timeout: 15_000 });
});

test('BK-13 a backup that was cut off by a kill is gone from the tablet a day later', async () => {
  const first = await browser.start();
  await first.goto('/');
  await first.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
    const writable = await (await folder.getFileHandle('left', { create: true })).createWritable();
    await writable.write('half of a backup');
    await writable.close();
  });
  await browser.kill();

  const second = await browser.start();
  await second.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 86_460_000;
  });
  await second.goto('/');
  const left = () =>
    second.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
      return await Array.fromAsync(folder.keys());
    });
  expect(await left()).toEqual(['left']);
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
});

/** Runs in the page: the list that the next start would paint. */
async function keptDay(): Promise<string> {
  return (await (await caches.match('/day/at-hand/own'))?.text()) ?? '';
}
