// First run: a shop in a minute, by keyboard too; half-typed it survives reload and kill; what is refused is said.
import { expect, type Page, test } from '@playwright/test';
import { axeProblems } from './axe-problems.ts';
import { keptRow } from './kept-row.ts';
import { typeText } from './type-text.ts';

const next = (page: Page) => page.getByRole('button', { name: '다음' }).click();
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test('FR-1 FR-2 a shop is set up in four steps', { tag: ['@portrait', '@phone', '@firefox'] }, async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '픽업노트' })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await page.getByRole('button', { name: '우리 가게 시작하기' }).click();

  await next(page);
  await expect(page.getByRole('alert')).toHaveText('가게 이름을 적어 주세요.');
  await expect(page.getByLabel('가게 이름')).toBeFocused();
  await typeText(page.getByLabel('가게 이름'), '달콤공방');
  await page.getByRole('button', { name: '월요일', exact: true }).click();
  await page.getByLabel('닫는 시간').selectOption('19:30');
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await next(page);

  await typeText(page.getByRole('textbox', { name: '미니 가격' }), '2만8천원');
  await page.getByRole('button', { name: '도시락 지우기' }).click();
  await page.getByRole('button', { name: '+ 사이즈 추가' }).click();
  await typeText(page.getByRole('textbox', { name: '사이즈 이름' }).last(), '4호');
  await typeText(page.getByRole('textbox', { name: '4호 가격' }), '66000');
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await next(page);

  await page.getByRole('radio', { name: '20분' }).check({ force: true });
  await page.getByRole('button', { name: '한 시간대에 받는 주문 늘리기' }).click();
  await typeText(page.getByLabel('입금 계좌 (없어도 됩니다)'), '가온은행 000-00-000000 달콤공방');
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await next(page);

  await expect(page.getByRole('heading', { name: '저장 공간 지키기' })).toBeVisible();
  await expect(page.getByText(/^허용(됨|되지 않음):/)).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
  await page.getByRole('button', { name: '가게 열기' }).click();
  await expect(page.getByRole('navigation', { name: '메뉴' })).toBeVisible();

  await page.goto('/settings/menu');
  await expect(page.getByRole('textbox', { name: '미니 가격' })).toHaveValue('28,000');
  await expect(page.getByRole('textbox', { name: '4호 가격' })).toHaveValue('66,000');
  await expect(page.getByRole('textbox', { name: '도시락 가격' })).toHaveCount(0);
  await page.goto('/settings/slots');
  await expect(page.getByRole('radio', { name: '20분' })).toBeChecked();
  await expect(page.getByText('4건', { exact: true })).toBeVisible();
  await page.goto('/settings/shop');
  await expect(page.getByRole('button', { name: '월요일', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByLabel('닫는 시간').first()).toHaveValue('19:30');
});

test('FR-1 a half-typed first run survives reload and a killed tab; nothing is in the book yet', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: '우리 가게 시작하기' }).click();
  await page.getByLabel('가게 이름').fill('달콤공방');
  await next(page);
  await page.getByRole('textbox', { name: '1호 가격' }).fill('39000');
  await page.getByRole('textbox', { name: '2호 가격' }).focus();
  // A form is kept a moment after it was typed.
  await expect.poll(async () => JSON.stringify(await keptRow(page, 'drafts', 'first-run'))).toContain('39000');
  await page.reload();
  await expect(page.getByRole('textbox', { name: '1호 가격' })).toHaveValue('39,000');
  const other = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await other.goto('/');
  await expect(other.getByRole('textbox', { name: '1호 가격' })).toHaveValue('39,000');
  await other.getByRole('button', { name: '뒤로' }).click();
  await expect(other.getByLabel('가게 이름')).toHaveValue('달콤공방');
});

test('FR-2 by keyboard alone, in the language that was chosen', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: '한국어' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Set up my shop' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Set up my shop' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Name and opening hours' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cake & Co');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sizes and prices' })).toBeFocused();
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('button', { name: 'Open the shop' }).press('Enter');
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
});

test('FR-3 what the browser did not grant is said, and the home screen is explained with pictures', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: '우리 가게 시작하기' }).click();
  await page.getByLabel('가게 이름').fill('달콤공방');
  await page.getByRole('button', { name: '나머지는 나중에' }).click();
  await expect(page.getByText('허용되지 않음: 저장 공간이 모자라면 브라우저가 주문을 지울 수 있습니다.')).toBeVisible();
  await expect(page.getByText('그래서 허용될 때까지 매일 백업하도록 알려 드립니다.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '안드로이드 태블릿·휴대폰 (크롬)' })).toBeVisible();
  await page.getByText('아이패드·아이폰 (사파리)').first().click();
  await expect(page.getByText('"홈 화면에 추가"를 누릅니다.')).toBeVisible();
});

test('FR-3 a browser that keeps the orders is said to keep them', async ({ page, browser }) => {
  const cdp = await browser.newBrowserCDPSession();
  const { browserContextIds } = await cdp.send('Target.getBrowserContexts');
  for (const browserContextId of browserContextIds) {
    await cdp.send('Browser.grantPermissions', { permissions: ['durableStorage'], browserContextId });
  }
  await page.goto('/');
  await page.getByRole('button', { name: '우리 가게 시작하기' }).click();
  await page.getByLabel('가게 이름').fill('달콤공방');
  await page.getByRole('button', { name: '나머지는 나중에' }).click();
  await expect(page.getByText('허용됨: 브라우저가 이 앱의 주문을 마음대로 지우지 않습니다.')).toBeVisible();
});

test('FR-4 the demo shop opens from first run and is left again', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '데모 가게 열어 보기' }).click();
  await expect(page.getByText('데모 가게입니다.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '나가기' }).click();
  await expect(page.getByRole('button', { name: '우리 가게 시작하기' })).toBeVisible();
});

test('FR-4 the demo shop speaks the language that was chosen before', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'English' }).click({ force: true });
  await page.getByRole('button', { name: 'Look around a demo shop' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('FR-4 a file that is no backup is said to be none, and nothing is lost', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '백업에서 되살리기' }).click();
  const dialog = page.getByRole('dialog', { name: '백업에서 되살리기' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '백업 파일 고르기' }).click();
  await (await chooser).setFiles({
    name: 'photo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
  });
  await expect(dialog.getByRole('alert')).toContainText('사진 파일입니다');
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '우리 가게 시작하기' })).toBeVisible();
});
