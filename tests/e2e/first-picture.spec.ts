// The first paint of a start, put into the page by the service worker: there without any code, and gone with its day.
import { expect, type Page, test } from '@playwright/test';
import { ELEVEN_ORDERS } from './eleven-orders.ts';
import { openSeededApp } from './seed-book.ts';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date());
/** The worker's clock is the machine's own: the orders are today's. */
const open = (page: Page) =>
  openSeededApp(page, { orders: ELEVEN_ORDERS.map((order) => ({ ...order, day: today() })) });

interface Kept {
  readonly picture: string | null;
  readonly beganAt: number;
}
const keptDay = (page: Page) =>
  page.evaluate(async () => (await (await caches.match('/day/at-hand/own'))?.json()) as Kept | undefined);
const drawn = (page: Page) => expect.poll(async () => (await keptDay(page))?.picture ?? '').toContain('data-order');

interface First {
  readonly orders: number;
  readonly isInert: boolean;
  readonly words: string;
}
/** What stands in the page when it is read to its end, before any of its code has run. */
async function noteFirst(page: Page): Promise<() => Promise<First | undefined>> {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const root = document.getElementById('root');
      const orders = document.querySelectorAll('a[data-order]').length;
      Object.assign(window, { first: { orders, isInert: root?.inert === true, words: root?.textContent ?? '' } });
    });
  });
  return () => page.evaluate(() => (window as Window & { first?: First }).first);
}

test('PW-5 the list is in the page before any code, and cannot be acted on before the app has drawn it', async ({
  page,
}) => {
  await open(page);
  await expect(page.locator('a[data-order]')).toHaveCount(11);
  await drawn(page);
  const first = await noteFirst(page);
  await page.reload();
  expect(await first()).toMatchObject({
    orders: 11,
    isInert: true,
    words: expect.stringContaining('마지막으로 본 목록'),
  });
  await expect(page.locator('#root')).not.toHaveAttribute('inert');
  await page.locator('a[data-order]').first().click();
  await expect(page.locator('a[data-order][aria-current]')).toHaveCount(1);
});

test('PW-6 a picture is of its day only, and never older than the list', async ({ page }) => {
  await open(page);
  await drawn(page);
  // A change takes the picture away until it is drawn again.
  await page
    .getByRole('button', { name: /제작 시작|제작 완료/ })
    .first()
    .click();
  await expect.poll(async () => (await keptDay(page))?.picture).toBeNull();
  await drawn(page);
  await page.evaluate(async () => {
    const kept = await (await caches.match('/day/at-hand/own'))?.json();
    const cache = await caches.open('pickup-note day');
    await cache.put('/day/at-hand/own', Response.json({ ...kept, beganAt: kept.beganAt - 86_400_000 }));
  });
  const first = await noteFirst(page);
  await page.reload();
  expect(await first()).toMatchObject({ orders: 0, isInert: false });
});
