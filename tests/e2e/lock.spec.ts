// The lock: nothing of the shop on the page from the first paint, at start, on demand in all tabs, when idle; wrong PINs wait.
import { expect, type Page, test } from '@playwright/test';
import { axeProblems } from './axe-problems.ts';
import { openNewShop } from './first-run-steps.ts';
import { keptRow } from './kept-row.ts';
import { typeText } from './type-text.ts';

const SHOP = '달콤공방';

async function setPin(page: Page, pin: string): Promise<void> {
  await page.goto('/settings/staff');
  await page.getByRole('button', { name: 'PIN 정하기' }).click();
  await typeText(page.getByLabel('PIN (숫자 4~8자리)'), pin);
  await typeText(page.getByLabel('PIN 한 번 더'), pin);
  await page.getByRole('dialog').getByRole('button', { name: 'PIN 정하기' }).click();
  await expect(page.getByText('잠금을 켰습니다')).toBeVisible({ timeout: 15_000 });
}
async function tryPin(page: Page, pin: string): Promise<void> {
  await typeText(page.getByLabel('PIN', { exact: true }), pin);
  await page.keyboard.press('Enter');
}
const locked = (page: Page) => page.getByRole('heading', { name: '잠겨 있습니다' });

test('LK-1 LK-2 LK-4 it closes at start, shows nothing of the shop, opens by the pad', {
  tag: ['@portrait', '@phone', '@firefox'],
}, async ({ page }) => {
  await openNewShop(page, SHOP);
  await setPin(page, '2580');
  const kept = JSON.stringify(await keptRow(page, 'device', 'lock'));
  expect(kept).not.toContain('2580');
  expect(JSON.parse(kept)).toMatchObject({ value: { rounds: 600_000 } });

  // Whatever stood on the page at any moment of the start.
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(document.body?.innerText ?? '')).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await page.goto('/');
  await expect(locked(page)).toBeVisible();
  // A PIN is checked when the database has answered.
  await tryPin(page, '1111');
  await expect(page.getByRole('alert')).toHaveText('PIN이 맞지 않습니다.', { timeout: 15_000 });
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join('\n'));
  expect(seen).toContain('잠겨 있습니다');
  expect(seen).not.toContain(SHOP);
  expect(seen).not.toContain('새 주문');
  expect(await axeProblems(page)).toEqual([]);
  for (const digit of '2580') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: '열기' }).click();
  await expect(page.getByRole('navigation', { name: '메뉴' })).toBeVisible({ timeout: 15_000 });
});

test('LK-3 after three wrong PINs the wait grows, also across a reload; the right one opens', async ({ page }) => {
  test.setTimeout(90_000);
  await openNewShop(page, SHOP);
  await setPin(page, '2580');
  await page.goto('/');
  for (let wrong = 1; wrong <= 3; wrong++) {
    await tryPin(page, '1111');
    await expect(page.getByRole('alert')).toHaveText('PIN이 맞지 않습니다.');
    await expect(page.getByLabel('PIN', { exact: true })).toHaveValue('');
  }
  await tryPin(page, '1111');
  await expect(page.getByRole('alert')).toContainText('초 뒤에 다시 할 수 있습니다');
  await page.reload();
  await tryPin(page, '2580');
  await expect(page.getByRole('alert')).toContainText('초 뒤에 다시 할 수 있습니다');
  await expect(page.getByRole('alert')).not.toContainText('초 뒤에', { timeout: 10_000 });
  await tryPin(page, '2580');
  await expect(page.getByRole('navigation', { name: '메뉴' })).toBeVisible();
  await page.getByText('PIN을 잊었을 때').waitFor({ state: 'detached' });
});

test('LK-4 on demand it closes in every tab; changing and removing ask for the PIN', async ({ page, context }) => {
  test.setTimeout(90_000);
  await openNewShop(page, SHOP);
  await setPin(page, '2580');
  const other = await context.newPage();
  await other.goto('/');
  await tryPin(other, '2580');
  await expect(other.getByRole('navigation', { name: '메뉴' })).toBeVisible();
  await page.getByRole('button', { name: '잠그기', exact: true }).first().click();
  await expect(locked(page)).toBeVisible();
  await expect(locked(other)).toBeVisible();
  expect(await other.locator('body').innerText()).not.toContain(SHOP);
  await page.getByText('PIN을 잊었을 때').click();
  await expect(page.getByText('이 사이트의 데이터를 모두 지우고')).toBeVisible();

  await tryPin(page, '2580');
  await page.getByRole('button', { name: '잠금 끄기' }).click();
  await page.getByLabel('지금 PIN').fill('0000');
  await page.getByRole('dialog').getByRole('button', { name: '잠금 끄기' }).click();
  await expect(page.getByText('PIN이 맞지 않습니다.')).toBeVisible();
  await page.getByLabel('지금 PIN').fill('2580');
  await page.getByRole('dialog').getByRole('button', { name: '잠금 끄기' }).click();
  await expect(page.getByText('잠금을 껐습니다')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: '메뉴' })).toBeVisible();
});

test('minutes that cannot be kept are said to have failed, not to be done', async ({ page }) => {
  await openNewShop(page, SHOP);
  await setPin(page, '2580');
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'device') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await page.getByRole('radio', { name: '1분 뒤' }).click({ force: true });
  await expect(page.getByRole('alert').filter({ hasText: '저장하지 못했습니다. 바뀐 것은 없습니다.' })).toBeVisible();
  await expect(page.getByText('자동 잠금: 저장했습니다')).toHaveCount(0);
});

test('LK-4 it closes by itself after the chosen minutes without a touch', async ({ page }) => {
  await openNewShop(page, SHOP);
  await setPin(page, '2580');
  await page.getByRole('radio', { name: '1분 뒤' }).click({ force: true });
  await expect(page.getByText('자동 잠금: 저장했습니다')).toBeVisible();
  await page.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 61_000;
  });
  await expect(locked(page)).toBeVisible({ timeout: 10_000 });
});
