// Printing on an 80 mm roll: strips as long as their list, none of them cutting an order.
// Law: a roll has no pages; what is fed behind the list is lost paper, and a page too short feeds another.
import { expect, type Page, test } from '@playwright/test';
import { ELEVEN_ORDERS, SATURDAY } from './eleven-orders.ts';
import type { SeedOrder } from './in-page/book-seed.ts';
import { expectNoOrderCut, manyOrders, type PrintedPaper, printToPdf, readyToPrint } from './printed-paper.ts';
import { openSeededApp } from './seed-book.ts';

const PRINT = `/print/${SATURDAY}`;
/** Margin, slack and the white below the last line. */
const FED_BEHIND_MM = 16;

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2022-10-15T11:02:00+09:00');
});

async function printRoll(page: Page, orders: readonly SeedOrder[], address = PRINT): Promise<PrintedPaper> {
  await openSeededApp(page, { orders }, address);
  await page.getByRole('button', { name: '80 mm 롤' }).click();
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.widthPt).toBeCloseTo((80 / 25.4) * 72, 0);
  return paper;
}

for (const count of [1, 11, 30])
  test(`PR-14 ${count} on the roll: one page, as long as its list`, { tag: ['@firefox'] }, async ({ page }) => {
    const paper = await printRoll(page, manyOrders(count));
    expect(paper.pages).toHaveLength(1);
    expect(paper.pages[0]).toContain('10월 15일 토요일 픽업');
    expect(paper.blanksMm[0]).toBeLessThan(FED_BEHIND_MM);
    expectNoOrderCut(paper.pages, count);
  });

test('PR-14 eighty on the roll: strips of like length, each with its day, none over two metres', {
  tag: ['@firefox'],
}, async ({ page }) => {
  const paper = await printRoll(page, manyOrders(80));
  expect(paper.pages.length).toBeGreaterThan(1);
  for (const [index, text] of paper.pages.entries()) {
    expect.soft(text).toContain('10월 15일 토요일 픽업');
    // Firefox's PDF does not say what the slash is.
    expect.soft(text).toMatch(new RegExp(`${index + 1} ?/? ?${paper.pages.length} $`));
    expect.soft(paper.lengthsMm[index]).toBeLessThanOrEqual(2_001);
    expect.soft(paper.blanksMm[index]).toBeLessThan(120);
  }
  expectNoOrderCut(paper.pages, 80);
});

test('PR-14 a printer that takes no long paper gets strips of 30 cm, and the tablet remembers it', async ({ page }) => {
  await openSeededApp(page, { orders: manyOrders(30) }, PRINT);
  await page.getByRole('button', { name: '80 mm 롤' }).click();
  await page.getByRole('checkbox', { name: '30 cm마다 나누기' }).check();
  await readyToPrint(page);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '30 cm마다 나누기' })).toBeChecked();
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.pages.length).toBeGreaterThan(4);
  for (const [index, text] of paper.pages.entries()) {
    expect.soft(text).toContain('10월 15일 토요일 픽업');
    expect.soft(paper.lengthsMm[index]).toBeLessThanOrEqual(298);
  }
  expectNoOrderCut(paper.pages, 30);
});

test('PR-14 several days follow each other on one strip; back on A4 the page is A4 again', async ({ page }) => {
  const orders: SeedOrder[] = [
    ...ELEVEN_ORDERS,
    { day: '2022-10-16', time: '12:00', name: '고은비', items: [{ size: '1호', lettering: '안녕' }] },
    { day: '2022-10-18', time: '13:00', name: '배수지', items: [{ size: '3호', lettering: '축하' }] },
  ];
  const paper = await printRoll(page, orders, `/print/${SATURDAY}/2022-10-18`);
  expect(paper.pages).toHaveLength(1);
  for (const heading of ['10월 15일 토요일', '10월 16일 일요일', '10월 18일 화요일'])
    expect.soft(paper.pages[0]).toContain(`${heading} 픽업`);
  expect(paper.blanksMm[0]).toBeLessThan(FED_BEHIND_MM + 10);
  await page.getByRole('button', { name: 'A4' }).click();
  await readyToPrint(page);
  const a4 = await printToPdf(page);
  expect(a4.lengthsMm.map(Math.round)).toEqual([297, 297, 297]);
});
