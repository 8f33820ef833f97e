// Settings in two tabs, under reloads and kills: what people typed is never lost, and where they disagree a person is asked.
import { expect, type Page, test } from '@playwright/test';
import { axeProblems } from './axe-problems.ts';
import { openNewShop } from './first-run-steps.ts';
import { keptRows } from './kept-row.ts';
import { type KilledBrowser, killedBrowser } from './killed-browser.ts';

const name = (page: Page) => page.getByRole('textbox', { name: '가게 이름' });
const address = (page: Page) => page.getByRole('textbox', { name: '가게 주소' });
const said = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const checkLink = (page: Page, count: number) =>
  page.getByRole('link', { name: new RegExp(`확인 필요 ${count === 0 ? '$' : `${count}건`}`) });
const question = (page: Page, heading: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** It hears nothing of other tabs until it is loaded again: as a tablet whose book is joined later. */
async function deafen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined });
  });
}

/** What a tab that is gone has left in a field. */
async function leave(page: Page, field: string, session: string, text: string): Promise<void> {
  await page.evaluate(
    ({ key, at, value }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('pickup-note');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('drafts', 'readwrite');
          writing.objectStore('drafts').put({ key, at, value });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { key: `setting ${field} ${session}`, at: Number(session), value: { text, seen: null, session } },
  );
}
const drafts = (page: Page) => keptRows(page, 'drafts', 'setting ');

/** Two tabs on one section; the second has begun to type into `label` when the first saves its own words there. */
async function disagree(
  here: Page,
  there: Page,
  { section, label, mine, theirs }: { section: string; label: string; mine: string; theirs: string },
): Promise<void> {
  await here.goto(`/settings/${section}`);
  await there.goto(`/settings/${section}`);
  await there.getByLabel(label, { exact: true }).pressSequentially('ㄱ');
  await here.getByLabel(label, { exact: true }).fill(mine);
  await here.getByLabel(label, { exact: true }).blur();
  await said(here, '저장했습니다');
  await there.getByLabel(label, { exact: true }).fill(theirs);
  await there.getByLabel(label, { exact: true }).blur();
  await expect(there.locator('[data-unsaved]')).toHaveCount(0);
}

test('SG-4 CK-3 two tabs that name the shop differently are asked; one tap settles it, in both', {
  tag: ['@portrait', '@phone'],
}, async ({ page, context }) => {
  await openNewShop(page);
  const other = await context.newPage();
  await disagree(page, other, { section: 'shop', label: '가게 이름', mine: '달콤공방 본점', theirs: '달콤공방 2호점' });
  const mark = other.locator('.setting-conflict');
  await expect(mark).toContainText('두 곳에서 다르게 고쳤습니다');
  await expect(mark).toContainText('달콤공방 본점');
  await expect(mark).toContainText('달콤공방 2호점');
  expect(await axeProblems(other)).toEqual([]);
  expect(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await mark.getByRole('link', { name: '가게 이름: 확인 필요에서 고르기' }).click();
  await expect(checkLink(other, 1)).toBeVisible();
  const asked = question(other, '가게 이름');
  await expect(asked.getByText('달콤공방 본점')).toBeVisible();
  await expect(asked.getByText('달콤공방 2호점')).toBeVisible();
  await expect(asked.getByText(/이 태블릿 · \d+월 \d+일/)).toHaveCount(1);
  await expect(asked.getByText(/이름 없음 · \d+월 \d+일/)).toHaveCount(1);
  expect(await axeProblems(other)).toEqual([]);
  expect(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await asked.getByRole('button', { name: '이걸로: 가게 이름, 달콤공방 본점' }).click();
  await said(other, '가게 이름: 정했습니다');
  await expect(other.getByRole('heading', { name: '살펴볼 것이 없습니다' })).toBeVisible();
  await expect(other.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(name(page)).toHaveValue('달콤공방 본점');
  await expect(page.locator('.setting-conflict')).toHaveCount(0);
  // The choice is taken back: the other name stands, and nobody is asked again.
  await other.getByRole('button', { name: '되돌리기' }).click();
  await expect(name(page)).toHaveValue('달콤공방 2호점');
  await expect(page.locator('.setting-conflict')).toHaveCount(0);
});

test('CK-3 chosen in two tabs at once it is settled; a third value can be typed, by keyboard alone', async ({
  page,
  context,
}) => {
  await openNewShop(page);
  const other = await context.newPage();
  await deafen(other);
  await disagree(page, other, { section: 'menu', label: '1호 가격', mine: '45,000', theirs: '46,000' });
  await page.goto('/check');
  await other.goto('/check');
  const take = (tab: Page) => tab.getByRole('button', { name: '이걸로: 사이즈 1호 · 가격, ₩45,000' });
  await expect(take(page)).toBeVisible();
  await expect(take(other)).toBeVisible();
  for (const tab of [page, other]) {
    await take(tab).click();
    await expect(tab.getByRole('heading', { name: '살펴볼 것이 없습니다' })).toBeVisible();
  }

  await disagree(page, other, { section: 'menu', label: '1호 가격', mine: '47,000', theirs: '48,000' });
  await page.goto('/check');
  const another = page.getByRole('button', { name: '사이즈 1호 · 가격: 다른 값으로' });
  await another.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('사만');
  await expect(page.getByText('금액을 숫자로 적어 주세요.')).toBeVisible();
  for (let at = 0; at < 2; at++) await page.keyboard.press('Backspace');
  await page.keyboard.type('49,000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '살펴볼 것이 없습니다' })).toBeVisible();
  await page.goto('/settings/menu');
  await expect(page.getByLabel('1호 가격', { exact: true })).toHaveValue('49,000');
});

test('CK-4 two tabs that ordered the sizes differently are one question', async ({ page, context }) => {
  await openNewShop(page);
  const other = await context.newPage();
  await deafen(other);
  await page.goto('/settings/menu');
  await other.goto('/settings/menu');
  await page.getByRole('button', { name: '미니 위로' }).click();
  await said(page, '저장했습니다');
  await other.getByRole('button', { name: '미니 아래로' }).click();
  await said(other, '저장했습니다');
  await expect(page.locator('.setting-conflict')).toContainText('사이즈 순서');
  await page.goto('/check');
  await expect(page.getByRole('heading', { name: /다르게 고친 설정 1건/ })).toBeVisible();
  const asked = question(page, '사이즈 순서');
  await expect(asked.getByRole('button', { name: /^이걸로/ })).toHaveCount(2);
  await asked.getByRole('button', { name: /순서, 미니 → 도시락/ }).click();
  await expect(page.getByRole('heading', { name: '살펴볼 것이 없습니다' })).toBeVisible();
  await page.goto('/settings/menu');
  await expect(page.locator('.menu-name input').first()).toHaveValue('미니');
});

test('SG-5 a reload right after the last key finds every key, saved or not', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/shop');
  await address(page).pressSequentially('서울 가온구 달콤길 15');
  await page.reload();
  await expect(address(page)).toHaveValue('서울 가온구 달콤길 15');
  // The page may have had time to write it; if not, nobody has asked this one to.
  const save = page.getByRole('button', { name: '저장: 서울 가온구 달콤길 15' });
  if (await save.isVisible()) {
    await save.click();
    await said(page, '가게 주소: 저장했습니다');
  }
  await expect(page.locator('[data-unsaved]')).toHaveCount(0);
  await page.goto('/settings/menu');
  // An amount that is no amount is nothing to save, and still not lost.
  await page.getByLabel('1호 가격', { exact: true }).fill('사만 오천 원쯤');
  await page.reload();
  await expect(page.getByLabel('1호 가격', { exact: true })).toHaveValue('사만 오천 원쯤');
  await page.goto('/settings/staff');
  await page.getByLabel('새 직원 이름').pressSequentially('하은');
  await page.reload();
  await expect(page.getByLabel('새 직원 이름')).toHaveValue('하은');
});

test('SG-5 what is not in the book is marked, and never called saved', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/shop');
  await address(page).pressSequentially('달콤길');
  await expect(page.locator('.setting-label').filter({ hasText: '가게 주소' })).toContainText('저장 전');
  await expect(page.getByRole('status').filter({ hasText: '가게 주소' })).toHaveCount(0);
  await address(page).blur();
  await said(page, '가게 주소: 저장했습니다');
  await expect(page.locator('[data-unsaved]')).toHaveCount(0);
  // A blank at the end stays while one types on.
  await address(page).pressSequentially(' ');
  await address(page).blur();
  await expect(address(page)).toHaveValue('달콤길');
});

test('SG-6 an entry removed in one tab while it is renamed in another stays, and is asked about', async ({
  page,
  context,
}) => {
  await openNewShop(page);
  const other = await context.newPage();
  // It does not hear of the removal, however long the typing takes.
  await deafen(other);
  await page.goto('/settings/menu');
  await other.goto('/settings/menu');
  const field = other.locator('.menu-name input').nth(2);
  await expect(field).toHaveValue('1호');
  await page.getByRole('button', { name: '1호 지우기' }).click();
  await expect(page.locator('.menu-name input').nth(2)).not.toHaveValue('1호');
  await field.press('End');
  await field.pressSequentially(' (15cm)');
  await expect(other.locator('.setting-conflict')).toContainText('한쪽에서 지웠고, 다른 쪽에서는 고쳤습니다.');
  await expect(other.locator('.menu-name input').nth(2)).toHaveValue('1호 (15cm)');
  await other.goto('/check');
  const asked = question(other, '사이즈 1호 (15cm)');
  await expect(asked).toContainText('한쪽에서 지웠고, 다른 쪽에서는 고쳤습니다.');
  await asked.getByRole('button', { name: '남겨 두기' }).click();
  await expect(other.getByRole('heading', { name: '살펴볼 것이 없습니다' })).toBeVisible();
  await expect(page.locator('.menu-name input').nth(2)).toHaveValue('1호 (15cm)');
});

test('SG-6 removed in the tab where its name was just typed, the entry goes with its new name and comes back with it', async ({
  page,
}) => {
  await openNewShop(page);
  await page.goto('/settings/menu');
  const field = page.locator('.menu-name input').nth(2);
  await field.press('End');
  await field.pressSequentially(' (15cm)');
  await page.getByRole('button', { name: /^1호.* 지우기$/ }).click();
  await said(page, '지웠습니다');
  await expect(page.getByLabel('사이즈 이름').nth(2)).toHaveValue('2호');
  await expect(page.locator('.setting-conflict')).toHaveCount(0);
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(field).toHaveValue('1호 (15cm)');
});

test.describe('killed', () => {
  let browser: KilledBrowser;
  test.beforeEach(({ baseURL }) => {
    test.setTimeout(120_000);
    browser = killedBrowser(baseURL);
  });
  test.afterEach(() => browser.remove());

  test('SG-5 killed in mid-word, the words are in their field at the next start', async () => {
    const first = await browser.start();
    await openNewShop(first);
    await first.goto('/settings/menu');
    // An amount is saved when it is left: until then it is a draft, however long.
    await first.getByLabel('2호 가격', { exact: true }).fill('55,00');
    await expect.poll(() => drafts(first)).toMatchObject([{ value: { text: '55,00' } }]);
    await browser.kill();

    const second = await browser.start();
    await second.goto('/settings/menu');
    const price = second.getByLabel('2호 가격', { exact: true });
    await expect(price).toHaveValue('55,00');
    // Nobody asked this start to save it: it is said, and the book is as it was.
    await expect(second.getByText('저장하지 않고 남아 있던 내용입니다. 지금 저장된 것: 44,000')).toBeVisible();
    await price.focus();
    await price.blur();
    await second.goto('/settings/shop');
    await second.goto('/settings/menu');
    await expect(price).toHaveValue('55,00');
    expect(await axeProblems(second)).toEqual([]);
    await second.getByRole('button', { name: '저장: 55,00' }).click();
    await said(second, '저장했습니다');
    await expect(price).toHaveValue('5,500');
    await expect.poll(() => drafts(second)).toEqual([]);
  });
});

test('SG-5 what several tabs left in one field is offered one after the other; typing on goes on from it', {
  tag: ['@phone'],
}, async ({ page }) => {
  await openNewShop(page);
  for (const [session, text] of [
    ['1', '달콤길 1'],
    ['2', '달콤길 2'],
    ['3', '달콤길 3'],
  ] as const)
    await leave(page, 'shop address', session, text);
  await page.goto('/settings/shop');
  await expect(address(page)).toHaveValue('달콤길 3');
  await expect(page.getByText('지금 저장된 것: 빈칸')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByRole('button', { name: '버리기: 달콤길 3' }).click();
  await expect(address(page)).toHaveValue('달콤길 2');
  await address(page).press('End');
  await address(page).pressSequentially('0');
  await said(page, '가게 주소: 저장했습니다');
  await address(page).blur();
  await expect(address(page)).toHaveValue('달콤길 1');
  await page.getByRole('button', { name: '버리기: 달콤길 1' }).click();
  await expect(address(page)).toHaveValue('달콤길 20');
  await expect.poll(() => drafts(page)).toEqual([]);
});

test('CK-3 SG-5 another value typed under 확인 필요 is still there after a reload, and goes when it is used', async ({
  page,
  context,
}) => {
  await openNewShop(page);
  const other = await context.newPage();
  await disagree(page, other, { section: 'menu', label: '1호 가격', mine: '45,000', theirs: '46,000' });
  await other.close();
  await page.goto('/check');
  await page.getByRole('button', { name: '사이즈 1호 · 가격: 다른 값으로' }).click();
  const third = page.getByRole('textbox', { name: '사이즈 1호 · 가격' });
  await third.fill('49,000');
  await page.reload();
  await expect(third).toHaveValue('49,000');
  await page.getByRole('button', { name: '이 값으로' }).click();
  await expect(page.getByRole('heading', { name: '살펴볼 것이 없습니다' })).toBeVisible();
  await expect.poll(() => drafts(page)).toEqual([]);
  await page.goto('/settings/menu');
  await expect(page.getByLabel('1호 가격', { exact: true })).toHaveValue('49,000');
});

test('SG-6 MG-11 an entry renamed in one tab is not gone with the tap of another that had not seen the name', async ({
  page,
  context,
}) => {
  await openNewShop(page);
  const other = await context.newPage();
  await deafen(other);
  await page.goto('/settings/menu');
  await other.goto('/settings/menu');
  const field = page.locator('.menu-name input').nth(2);
  await expect(other.locator('.menu-name input').nth(2)).toHaveValue('1호');
  await field.fill('1호 (15cm)');
  await field.blur();
  await said(page, '저장했습니다');
  await other.getByRole('button', { name: '1호 지우기' }).click();
  await said(other, '지웠습니다');
  await expect(page.locator('.setting-conflict')).toContainText('한쪽에서 지웠고, 다른 쪽에서는 고쳤습니다.');
  await expect(field).toHaveValue('1호 (15cm)');
});

test('SG-6 words of a killed tab for an entry that is gone are offered, whatever the field, and bring it back', async ({
  page,
}) => {
  await openNewShop(page);
  await page.goto('/settings/menu');
  await page.getByRole('button', { name: '1호 지우기' }).click();
  await said(page, '지웠습니다');
  await leave(page, 'shop/m-size-size1 name', '1', '1호 (15cm)');
  await leave(page, 'shop/m-size-size1 price', '1', '39,000');
  await page.reload();
  const offered = page.getByRole('region', { name: '지운 항목에 적던 내용' });
  await expect(offered.getByRole('listitem')).toHaveCount(2);
  expect(await axeProblems(page)).toEqual([]);
  await offered.getByRole('button', { name: '39,000: 항목을 되살려 넣기' }).click();
  await expect(page.getByLabel('1호 가격', { exact: true })).toHaveValue('39,000');
  await expect(offered).toHaveCount(0);
  // Back in its place, the entry has a field for the other words again.
  await page.reload();
  await expect(page.locator('.menu-name input').nth(2)).toHaveValue('1호 (15cm)');
  await page.getByRole('button', { name: '저장: 1호 (15cm)' }).click();
  await said(page, '저장했습니다');
  await expect.poll(() => drafts(page)).toEqual([]);
});
