// Printing on an 80 mm roll: on whatever length of paper its printer has, and as one strip for a PDF.
// Law: the list names no paper but its printer's; a strip is as long as its list. No order is cut.
import { expect, type Page, test } from '@playwright/test';
import { ELEVEN_ORDERS, SATURDAY } from './eleven-orders.ts';
import type { SeedOrder } from './in-page/book-seed.ts';
import { expectNoOrderCut, manyOrders, printToPdf, readyToPrint } from './printed-paper.ts';
import { openSeededApp } from './seed-book.ts';

const PRINT = `/print/${SATURDAY}`;
/** Margin, slack and the white below the last line. */
const FED_BEHIND_MM = 16;

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2022-10-15T11:02:00+09:00');
});

async function openRoll(page: Page, orders: readonly SeedOrder[], address = PRINT): Promise<void> {
  await openSeededApp(page, { orders }, address);
  await page.getByRole('button', { name: '80 mm 롤' }).click();
  await readyToPrint(page);
}

async function chooseStrip(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '길게 한 장으로' }).check();
  await readyToPrint(page);
}

test('PR-14 the roll takes its printer’s paper, short or long, the day on each page', { tag: ['@firefox'] }, async ({
  page,
}) => {
  await openRoll(page, manyOrders(30));
  for (const lengthMm of [210, 297, 3276]) {
    const paper = await printToPdf(page, { widthMm: 80, lengthMm });
    expect(Math.abs((paper.lengthsMm[0] ?? 0) - lengthMm)).toBeLessThan(1);
    expect(paper.widthPt).toBeCloseTo((80 / 25.4) * 72, 0);
    expect(paper.rightmostPt).toBeLessThanOrEqual(paper.widthPt - 11);
    for (const text of paper.pages) expect.soft(text).toContain('10월 15일 토요일 픽업');
    expectNoOrderCut(paper.pages, 30);
    if (lengthMm === 3276) expect(paper.pages).toHaveLength(1);
  }
});

test('PR-14 on a sheet of A4 the blocks keep the width of the roll', async ({ page }) => {
  await openRoll(page, manyOrders(5));
  const paper = await printToPdf(page);
  expect(Math.abs(paper.widthPt - (210 / 25.4) * 72)).toBeLessThan(2);
  expect(paper.rightmostPt).toBeLessThanOrEqual((78 / 25.4) * 72);
});

test('PR-4 on the roll each day begins a page as well', { tag: ['@firefox'] }, async ({ page }) => {
  const orders: SeedOrder[] = [
    ...manyOrders(5),
    ...manyOrders(4).map((order, index) => ({ ...order, day: '2022-10-16', name: `일요${index}` })),
  ];
  await openRoll(page, orders, `/print/${SATURDAY}/2022-10-16`);
  for (const lengthMm of [200, 260, 3276]) {
    const { pages } = await printToPdf(page, { widthMm: 80, lengthMm });
    for (const text of pages) {
      expect.soft(text.includes('15일 토요일 픽업')).toBe(/시작\d/.test(text));
      expect.soft(text.includes('16일 일요일 픽업')).toBe(/일요\d/.test(text));
      expect.soft(text.match(/요일 픽업/g)).toHaveLength(1);
    }
  }
});

for (const count of [1, 11, 80])
  test(`PR-17 ${count} as one strip: a page as long as its list`, { tag: ['@firefox'] }, async ({ page }) => {
    await openRoll(page, manyOrders(count));
    await chooseStrip(page);
    const paper = await printToPdf(page);
    expect(paper.widthPt).toBeCloseTo((80 / 25.4) * 72, 0);
    expect(paper.pages).toHaveLength(1);
    expect(paper.pages[0]).toContain('10월 15일 토요일 픽업');
    expect(paper.blanksMm[0]).toBeLessThan(FED_BEHIND_MM + count * 0.25);
    expectNoOrderCut(paper.pages, count);
  });

test('PR-17 several days follow each other on one strip; the tablet remembers it; A4 stays A4', async ({ page }) => {
  const orders: SeedOrder[] = [
    ...ELEVEN_ORDERS,
    { day: '2022-10-16', time: '12:00', name: '고은비', items: [{ size: '1호', lettering: '안녕' }] },
    { day: '2022-10-18', time: '13:00', name: '배수지', items: [{ size: '3호', lettering: '축하' }] },
  ];
  await openRoll(page, orders, `/print/${SATURDAY}/2022-10-18`);
  await chooseStrip(page);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '길게 한 장으로' })).toBeChecked();
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.pages).toHaveLength(1);
  for (const heading of ['10월 15일 토요일', '10월 16일 일요일', '10월 18일 화요일'])
    expect.soft(paper.pages[0]).toContain(`${heading} 픽업`);
  expect(paper.blanksMm[0]).toBeLessThan(FED_BEHIND_MM + 10);
  await page.getByRole('button', { name: 'A4' }).click();
  await readyToPrint(page);
  const a4 = await printToPdf(page, { widthMm: 100, lengthMm: 100 });
  expect(a4.lengthsMm.map(Math.round)).toEqual([297, 297, 297]);
});
