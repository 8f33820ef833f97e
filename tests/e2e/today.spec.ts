// The day's list: what is at a glance, moving orders on, the way back, other days, every size, keyboard only.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ELEVEN_ORDERS, SATURDAY } from './eleven-orders.ts';
import type { SeedOrder } from './in-page/book-seed.ts';
import { openSeededApp } from './seed-book.ts';

/** Moves the page's clock without touching its timers or its Date class. */
async function setClock(page: Page, at: string): Promise<void> {
  await page.addInitScript((to) => {
    const real = Date.now.bind(Date);
    const shift = to - real();
    Date.now = () => real() + shift;
  }, Date.parse(at));
}

const TROUBLES: readonly SeedOrder[] = [
  {
    day: SATURDAY,
    name: '오하린',
    phone: '01000001188',
    items: [{ size: '미니', lettering: 'HBD 하린' }],
    price: 26_000,
  },
  { day: SATURDAY, time: '16:00', name: '서지안', phone: '01000009021', status: 'cancelled', items: [{ size: '1호' }] },
];

const card = (page: Page, name: string): Locator => page.getByRole('article', { name });
/** Who is the chosen order, and not one of the cards. */
const aside = (page: Page): Locator => page.getByRole('complementary');

test.beforeEach(async ({ page }) => {
  await setClock(page, '2022-10-15T12:20:00+09:00');
});

test('TD-1 TD-2 TD-4 the Saturday of the eleven at a glance', { tag: ['@portrait', '@phone', '@firefox'] }, async ({
  page,
}) => {
  await openSeededApp(page, { orders: [...ELEVEN_ORDERS, ...TROUBLES] });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10월 15일 토');
  const summary = page.getByRole('region', { name: '오늘 요약' });
  await expect(summary).toContainText('픽업 12');
  await expect(page.getByText('지금 12:20')).toBeVisible();
  await expect(page.getByRole('heading', { name: '11:00 2건' })).toBeAttached();

  const minji = card(page, '김민지 13:30');
  await expect(minji).toContainText('5678');
  await expect(minji).toContainText('잔금 ₩32,000');
  await expect(minji).toContainText('엄마 환갑 축하드려요');
  await expect(minji).toContainText('건강하게 오래오래');
  await expect(minji).toContainText('견과 알레르기 — 호두·아몬드 빼기');
  await expect(minji).toContainText('큰초 6');
  await expect(minji.getByRole('img')).toHaveCount(2);
  await expect(card(page, '최유나 13:30')).toContainText('연락처 없음 · 입금자 최순자');
  await expect(card(page, '오하린')).toContainText('시간 없음');
  await expect(page.getByRole('heading', { name: '시간 미정 1건' })).toBeVisible();

  await expect(card(page, '서지안 16:00')).toBeHidden();
  await page.getByText('취소 · 노쇼').click();
  await expect(card(page, '서지안 16:00')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('TD-2 what is late is said in words', async ({ page }) => {
  await openSeededApp(page, { orders: [order('이늦음', '11:00', { status: 'ready' }), order('김제때', '12:20')] });
  await expect(card(page, '이늦음')).toContainText('1시간 20분 지남');
  await expect(card(page, '김제때')).not.toContainText('지남');
});

test('TD-6 TD-7 one button moves the status, undo takes it back, both survive a reload', { tag: ['@phone'] }, async ({
  page,
}) => {
  await openSeededApp(page, { orders: [order('김민지', '13:30')] });
  await card(page, '김민지').getByRole('button', { name: '김민지: 제작 시작' }).click();
  await expect(page.getByRole('status').filter({ hasText: '김민지 · 제작 중' })).toBeVisible();
  await page.reload();
  await expect(card(page, '김민지')).toContainText('제작 중');
  await card(page, '김민지').getByRole('button', { name: '김민지: 제작 완료' }).click();
  await expect(card(page, '김민지').getByRole('button', { name: /다 만듦/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(card(page, '김민지')).toContainText('제작 중');
  await expect(card(page, '김민지').getByRole('button', { name: /다 만듦/ })).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await expect(card(page, '김민지')).toContainText('제작 중');
});

test('TD-5 each cake is ticked; the last tick makes the order ready', async ({ page }) => {
  const items = [
    { size: '2호', lettering: '엄마 환갑' },
    { size: '도시락', lettering: '아빠도' },
  ];
  await openSeededApp(page, { orders: [order('김민지', '13:30', { items })] });
  const minji = card(page, '김민지');
  await minji.getByRole('button', { name: '케이크 1 다 만듦' }).click();
  await expect(minji).toContainText('1/2 완료');
  await expect(minji).toContainText('제작 중');
  await minji.getByRole('button', { name: '케이크 2 다 만듦' }).click();
  await expect(minji).toContainText('2/2 완료');
  await expect(minji.getByRole('button', { name: /상태: 제작 완료/ })).toBeVisible();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(minji).toContainText('1/2 완료');
});

test('any status by the menu, by keyboard alone', async ({ page }) => {
  await openSeededApp(page, { orders: [order('김민지', '13:30')] });
  await card(page, '김민지')
    .getByRole('button', { name: /^상태:/ })
    .focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: '김민지 주문의 상태' });
  await expect(menu).toBeVisible();
  await menu.getByRole('button', { name: '노쇼' }).focus();
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await expect(page.getByText('취소 · 노쇼')).toBeVisible();
  await page.getByRole('button', { name: '되돌리기' }).press('Enter');
  await expect(card(page, '김민지')).toContainText('예약 확정');
});

test('TD-8 입금 확인 books the deposit', async ({ page }) => {
  const waiting = order('정태오', '13:30', { status: 'awaiting-deposit', deposit: 10_000, price: 36_000 });
  await openSeededApp(page, { orders: [waiting] });
  await expect(card(page, '정태오')).toContainText('예약금 ₩10,000');
  await card(page, '정태오').getByRole('button', { name: '정태오: 입금 확인' }).click();
  await expect(card(page, '정태오')).toContainText('잔금 ₩26,000');
  await expect(card(page, '정태오')).toContainText('예약 확정');
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(card(page, '정태오')).toContainText('예약금 ₩10,000');
});

test('held flat, the chosen order stands beside the list; arrows move, the address keeps it', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS });
  await card(page, '김민지 13:30').getByRole('link').click();
  await expect(aside(page).getByRole('heading', { level: 2 })).toContainText('김민지');
  await expect(aside(page)).toContainText('010-0000-5678');
  await page.keyboard.press('ArrowDown');
  await expect(aside(page).getByRole('heading', { level: 2 })).toContainText('최유나');
  await expect(page).toHaveURL(/\?order=/);
  await page.reload();
  await expect(aside(page).getByRole('heading', { level: 2 })).toContainText('최유나');
  expect(await axeProblems(page)).toEqual([]);
});

test('upright and on a phone, a tap opens the order, back returns to the day', {
  tag: ['@portrait', '@phone', '@elsewhere'],
}, async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS });
  await card(page, '김민지 13:30').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('김민지');
  await page.getByRole('link', { name: '뒤로' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10월 15일');
});

test('other days by buttons, by the calendar, by keys', async ({ page }) => {
  await openSeededApp(page, { orders: [order('김민지', '13:30'), { ...order('이내일', '11:00'), day: '2022-10-16' }] });
  await page.getByRole('link', { name: '다음 날' }).click();
  await expect(card(page, '이내일')).toBeVisible();
  await expect(page.getByText(/^지금 /)).toHaveCount(0);
  await page.getByRole('link', { name: '오늘로' }).click();
  await expect(card(page, '김민지')).toBeVisible();

  await page.getByRole('button', { name: /날짜 고르기/ }).click();
  const calendar = page.getByRole('dialog', { name: '날짜 고르기' });
  await expect(calendar.getByRole('button', { name: /10월 16일 일요일, 주문 1건/ })).toBeVisible();
  await expect(calendar.getByRole('button', { name: /10월 15일/ })).toBeFocused();
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect(calendar.getByRole('button', { name: /10월 16일/ })).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(calendar.getByRole('button', { name: /11월 16일/ })).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/day\/2022-10-16$/);
  await expect(card(page, '이내일')).toBeVisible();
});

test('a day with nothing says what to do', { tag: ['@phone'] }, async ({ page }) => {
  await openSeededApp(page, { orders: [] });
  await expect(page.getByText('오늘은 픽업이 없습니다')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: '새 주문' }).last()).toHaveAttribute(
    'href',
    `/new?day=${SATURDAY}`,
  );
  // Nothing to show beside it: the day has the whole width.
  await expect(aside(page)).toHaveCount(0);
  expect(await axeProblems(page)).toEqual([]);
});

test('a lettering without end breaks nothing', { tag: ['@phone', '@portrait'] }, async ({ page }) => {
  const items = [{ size: '2호', lettering: `${'사랑해'.repeat(60)}\n${'x'.repeat(300)}`, board: 'ㅋ'.repeat(200) }];
  await openSeededApp(page, { orders: [order('윤서아', '15:00', { items })] });
  await expect(card(page, '윤서아')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const overflow = await card(page, '윤서아').evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('eighty pickups are shown and moved on without waiting', async ({ page }) => {
  const orders = Array.from({ length: 80 }, (_, index) =>
    order(`손님${index}`, `${String(10 + (index % 10)).padStart(2, '0')}:30`, {
      items: [{ size: '1호', lettering: `축하해 ${index}`, picture: index % 2 === 0 ? '#cf6d8b' : '#8fb9e0' }],
    }),
  );
  await openSeededApp(page, { orders });
  await expect(page.getByRole('article')).toHaveCount(80);
  const button = card(page, '손님41 11:30').getByRole('button', { name: '손님41: 제작 시작' });
  await button.scrollIntoViewIfNeeded();
  const took = await button.evaluate(async (element: HTMLButtonElement) => {
    const article = element.closest('article');
    const start = performance.now();
    element.click();
    while (article?.textContent?.includes('제작 중') !== true) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  expect(took).toBeLessThan(500);
});

test('in English and Japanese', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS, language: 'en' });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sat 15 Oct');
  await expect(card(page, '김민지 13:30')).toContainText('Due ₩32,000');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

function order(name: string, time: string, rest: Partial<SeedOrder> = {}): SeedOrder {
  return {
    day: SATURDAY,
    time,
    name,
    phone: '01000005678',
    price: 40_000,
    items: [{ size: '1호', sheet: '초코 시트', cream: '생크림', lettering: '축하해' }],
    ...rest,
  };
}

async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
