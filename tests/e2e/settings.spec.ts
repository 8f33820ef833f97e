// Settings: every section opens, is clean and fits; what is edited is kept and can be taken back; a backup goes out and comes back.
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { axeProblems } from './axe-problems.ts';
import { openNewShop } from './first-run-steps.ts';

const SECTIONS = ['shop', 'menu', 'slots', 'texts', 'staff', 'tablet', 'backup', 'data', 'demo', 'about'];
const saved = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const undo = (page: Page) => page.getByRole('button', { name: '되돌리기' }).click();

/** What a section reads after it stands is on the screen. */
async function standsWhole(page: Page, section: string): Promise<void> {
  if (section === 'texts') await expect(page.locator('.text-card')).toHaveCount(5);
  if (section === 'tablet') {
    await expect(page.locator('.keeping-yes, .keeping-no')).toBeVisible();
    await expect(page.locator('.settings-section meter')).toBeVisible();
  }
  if (section === 'backup') {
    await expect(page.getByText(/아직 백업한 적이 없습니다.*이 태블릿에만/)).toBeVisible();
    await expect(page.getByRole('button', { name: '지금 백업하기' })).toBeVisible();
  }
  if (section === 'data') {
    await expect(page.locator('.settings-counts dd')).not.toHaveCount(0);
    await expect(page.getByText('세는 중')).toHaveCount(0);
  }
}

test('every section is clean, fits the screen and is reached by the list', { tag: ['@portrait', '@phone'] }, async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openNewShop(page);
  for (const section of SECTIONS) {
    await page.goto('/settings');
    await page.locator(`.settings-link[href="/settings/${section}"]`).click();
    await expect(page.locator('.settings-section')).toBeVisible();
    await standsWhole(page, section);
    expect([section, ...(await axeProblems(page))]).toEqual([section]);
    expect([section, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([
      section,
      true,
    ]);
  }
});

test('SG-1 a text saves by itself, is taken back, survives a reload', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/shop');
  await page.getByLabel('가게 이름').fill('달콤공방 2호점');
  await page.getByLabel('가게 주소').fill('서울 가온구 달콤길 15');
  await saved(page, '가게 이름: 저장했습니다');
  await saved(page, '가게 주소: 저장했습니다');
  await page.reload();
  await expect(page.getByLabel('가게 이름')).toHaveValue('달콤공방 2호점');
  await page.getByLabel('가게 이름').fill('');
  await page.getByLabel('가게 전화번호').focus();
  await expect(page.getByText('가게 이름은 비워 둘 수 없습니다.')).toBeVisible();
  await page.getByLabel('가게 이름').fill('잘못된 이름');
  await page.keyboard.press('Enter');
  await saved(page, '가게 이름: 저장했습니다');
  await undo(page);
  await expect(page.getByLabel('가게 이름')).toHaveValue('달콤공방 2호점');
});

test('SG-1 holidays are put in as a range and taken back', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/shop');
  await page.getByLabel('날짜', { exact: true }).fill('2099-01-28');
  await page.getByLabel('마지막 날 (하루면 비워 두세요)').fill('2099-01-27');
  await page.getByRole('button', { name: '날짜 추가' }).click();
  await expect(page.getByText('마지막 날이 첫날보다 빠릅니다.')).toBeVisible();
  await page.getByLabel('마지막 날 (하루면 비워 두세요)').fill('2099-01-30');
  await page.getByLabel('메모 (예: 추석 연휴)').fill('설 연휴');
  await page.getByRole('button', { name: '날짜 추가' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '설 연휴' })).toHaveCount(3);
  await page.getByRole('button', { name: /2099년 1월 29일.* 지우기/ }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '설 연휴' })).toHaveCount(2);
  await undo(page);
  await expect(page.getByRole('listitem').filter({ hasText: '설 연휴' })).toHaveCount(3);
});

test('SG-2 a menu entry is added, priced, moved, switched off, removed and brought back', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/menu');
  await page.getByRole('button', { name: '+ 사이즈 추가' }).click();
  await expect(page.getByRole('textbox', { name: '새 사이즈 가격' })).toBeVisible();
  // Its name is marked, to be typed over.
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('새 사이즈');
  await page.keyboard.type('대왕');
  await page.keyboard.press('Enter');
  await saved(page, '대왕: 저장했습니다');
  await page.getByRole('textbox', { name: '대왕 가격' }).fill('구만원');
  await page.keyboard.press('Enter');
  await expect(page.getByText('금액을 숫자로 적어 주세요. 예: 44,000')).toBeVisible();
  await page.getByRole('textbox', { name: '대왕 가격' }).fill('9만원');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '대왕 가격' })).toHaveValue('90,000');
  await page.getByRole('button', { name: '대왕 위로' }).click();
  const names = () =>
    page
      .locator('.menu-lines')
      .first()
      .locator('.menu-name input')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await expect.poll(names).toEqual(['도시락', '미니', '1호', '2호', '대왕', '3호']);
  await page.getByRole('button', { name: '대왕 고를 수 있음' }).click();
  await expect(page.getByRole('button', { name: '대왕 고를 수 있음' })).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: '대왕 지우기' }).click();
  await expect.poll(names).toEqual(['도시락', '미니', '1호', '2호', '3호']);
  await undo(page);
  await expect.poll(names).toEqual(['도시락', '미니', '1호', '2호', '대왕', '3호']);
});

test('texts: placeholders by a tap, preview with particles, back to the original', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/texts');
  const text = page.getByLabel('제작 완료');
  await text.fill('{name}님, {total}(을/를) 준비했습니다. {nam}');
  const card = page.locator('.text-card').filter({ has: text });
  await expect(card.locator('.text-preview')).toHaveText('김민지님, ₩62,000을 준비했습니다. {nam}');
  await expect(card.getByRole('alert')).toHaveText('{nam}: 모르는 자리입니다. 그대로 나갑니다.');
  await text.press('End');
  await card.getByRole('button', { name: '가게 이름' }).click();
  await expect(text).toHaveValue('{name}님, {total}(을/를) 준비했습니다. {nam}{shop}');
  await text.blur();
  await expect(page.locator('[data-unsaved]')).toHaveCount(0);
  await page.reload();
  await expect(text).toHaveValue('{name}님, {total}(을/를) 준비했습니다. {nam}{shop}');
  await card.getByRole('button', { name: '처음 글로' }).click();
  await expect(text).not.toHaveValue(/\{nam\}/);
});

test('SG-3 who works is one tap, stays on this tablet, and stands in the line above', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/staff');
  for (const name of ['하은', '지수']) {
    await page.getByLabel('새 직원 이름').fill(name);
    await page.keyboard.press('Enter');
    await saved(page, `${name}: 추가했습니다`);
  }
  await page.getByRole('radio', { name: '지수' }).click({ force: true });
  await saved(page, '지금부터 지수 이름으로 기록합니다');
  await page.reload();
  await expect(page.getByRole('radio', { name: '지수' })).toBeChecked();
  await page.getByRole('button', { name: '지금 쓰는 사람 바꾸기: 지수' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: '하은' }).click({ force: true });
  await expect(page.getByRole('button', { name: '지금 쓰는 사람 바꾸기: 하은' })).toBeVisible();
  await page.getByRole('button', { name: '지수 일하는 중' }).click();
  await expect(page.getByRole('radio', { name: '지수' })).toHaveCount(0);
});

test('SG-3 the language of this tablet and the letter of its numbers', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/tablet');
  await page.getByRole('radio', { name: 'C', exact: true }).click({ force: true });
  await saved(page, '다음 주문부터 C 번호가 붙습니다');
  await page.getByRole('radio', { name: '日本語' }).click({ force: true });
  await expect(page.getByRole('heading', { name: 'このタブレット', level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'C', exact: true })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});

test('the lists are made again by a command, which says how many', async ({ page }) => {
  await openNewShop(page);
  await page.goto('/settings/data');
  await page.getByRole('button', { name: '목록 다시 만들기' }).click();
  await expect(page.getByText(/건을 다시 만들었습니다/)).toBeVisible();
});

test('BK-6 BK-10 a locked backup goes out as a file and comes back into an empty book', async ({ page, browser }) => {
  // No save picker here: the way of tablets, where the file waits and is then downloaded.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await openNewShop(page);
  await page.goto('/settings/backup');
  await expect(page.getByText('아직 백업한 적이 없습니다.')).toBeVisible();
  await page.getByRole('checkbox', { name: /암호 걸기/ }).check();
  await page.getByLabel('암호', { exact: true }).fill('파란 기차 호두 우산');
  await expect(page.getByText('튼튼함')).toBeVisible();
  await expect(page.getByText('이 암호를 잊으면 아무도 이 백업을 열 수 없습니다.')).toBeVisible();
  await page.getByLabel('암호 한 번 더').fill('파란 기차 호두 양산');
  await page.getByRole('button', { name: '지금 백업하기' }).click();
  await expect(page.getByText('두 암호가 다릅니다.')).toBeVisible();
  await page.getByLabel('암호 한 번 더').fill('파란 기차 호두 우산');
  await page.getByRole('button', { name: '지금 백업하기' }).click();
  await expect(page.getByText('아직 이 태블릿 안에 있습니다.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('아직 백업한 적이 없습니다.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '내려받기' }).click();
  const path = await (await download).path();
  expect((await download).suggestedFilename()).toMatch(/달콤공방.*\.pickupnote$/);
  await expect(page.getByText('그 뒤로 바뀐 것이 없습니다.')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '백업에서 되살리기' }).click();
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: '백업 파일 고르기' }).click();
  await (await chooser).setFiles({ name: 'book.pickupnote', mimeType: '', buffer: await readFile(path) });
  await other.getByLabel('이 백업의 암호').fill('다른 암호');
  await other.getByRole('button', { name: '암호로 열기' }).click();
  await expect(other.getByText('암호가 맞지 않습니다.')).toBeVisible({ timeout: 20_000 });
  await other.getByLabel('이 백업의 암호').fill('파란 기차 호두 우산');
  await other.getByRole('button', { name: '암호로 열기' }).click();
  await expect(other.getByText('이 백업에 든 것')).toBeVisible({ timeout: 20_000 });
  await expect(other.getByText('달콤공방')).toBeVisible();
  await other.getByRole('button', { name: '되살리기', exact: true }).click();
  await expect(other.getByText(/되살렸습니다/)).toBeVisible();
  await other.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click();
  await expect(other.getByRole('navigation', { name: '메뉴' })).toBeVisible();
  await elsewhere.close();
});
