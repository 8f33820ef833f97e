// Printing on A4: what comes out of the printer (as PDF), and the file where none can be printed.
// Law: no order is cut by the end of a page. The roll: print-roll.spec.ts; when the window opens: print-opens.spec.ts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ELEVEN_ORDERS, SATURDAY } from './eleven-orders.ts';
import type { SeedOrder } from './in-page/book-seed.ts';
import { expectNoOrderCut, manyOrders, printed, printToPdf, readyToPrint } from './printed-paper.ts';
import { openSeededApp } from './seed-book.ts';

const PRINT = `/print/${SATURDAY}`;

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2022-10-15T11:02:00+09:00');
});

test('PR-1 the eleven pickups stand on one A4 page with their pictures', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.pages).toHaveLength(1);
  const [text = ''] = paper.pages;
  for (const words of [
    '10월 15일 토요일 픽업',
    '모두 11건',
    '케이크 12개',
    '받을 잔금 ₩184,000',
    '입금 대기 ₩10,000',
    '3호 1 · 2호 2 · 1호 4 · 미니 2 · 도시락 3',
    '010-0000-5678',
    '연락처 없음',
    '견과 알레르기 — 호두·아몬드 빼기',
    '① 엄마 환갑 축하드려요',
    '② 아빠도 수고했어',
    '찾으러 오는 분 윤도준',
    '달콤공방 · 10월 15일 11:02 인쇄',
    '파쇄하세요',
  ])
    expect.soft(text).toContain(words);
  expect(paper.pictures).toBe(12);
  expect(text).toMatch(/1 ?\/ ?1 ?$/);
  expect(await fontsOf(page, '.paper .lettering p')).toEqual([expect.stringMatching(/KR|Nanum/)]);
});

test('PR-2 eighty orders: the day and the foot stand on every page, no order is cut', { tag: ['@firefox'] }, async ({
  page,
  browserName,
}) => {
  await openSeededApp(page, { orders: manyOrders(80) }, PRINT);
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.pages.length).toBeGreaterThan(5);
  for (const [index, text] of paper.pages.entries()) {
    expect.soft(text).toContain('10월 15일 토요일 픽업');
    expect.soft(text).toContain('파쇄하세요');
    // Only Chromium draws the page's margin boxes, where the number stands.
    if (browserName === 'chromium') expect.soft(text).toMatch(new RegExp(`${index + 1} ?/ ?${paper.pages.length} ?$`));
  }
  expectNoOrderCut(paper.pages, 80);
});

test('PR-3 one order, and letterings that break nothing', async ({ page }) => {
  const strange: SeedOrder = {
    day: SATURDAY,
    name: '남궁민수',
    phone: '01000009999',
    items: [
      { size: '1호', lettering: '사랑해'.repeat(20), picture: '#cf6d8b' },
      { size: '2호', lettering: 'W'.repeat(120), board: 'おめでとうございます🎂🎉' },
      { size: '미니', lettering: '생일 축하 🥳 Happy Birthday ハッピーバースデー' },
    ],
  };
  await openSeededApp(page, { orders: [strange] }, PRINT);
  await readyToPrint(page);
  const wide = await page.locator('.paper').evaluate((paper) => paper.scrollWidth - paper.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const paper = await printToPdf(page);
  expect(paper.pages).toHaveLength(1);
  expect(paper.pages[0]).toContain('③ 생일 축하');
  expect(paper.pages[0]).toContain('시간 미정');
  expect(paper.pages[0]).toContain('금액 없음');
  expect(paper.rightmostPt).toBeLessThanOrEqual(paper.widthPt - 25);
});

test('PR-4 each day of a range begins a page; called-off orders are counted and left off', async ({ page }) => {
  const orders: SeedOrder[] = [
    ...ELEVEN_ORDERS,
    {
      day: '2022-10-16',
      time: '12:00',
      name: '고은비',
      phone: '01000001234',
      items: [{ size: '1호', lettering: '안녕' }],
    },
    { day: '2022-10-16', time: '13:00', name: '취소한분', status: 'cancelled', items: [{ size: '1호' }] },
    {
      day: '2022-10-18',
      time: '13:00',
      name: '배수지',
      phone: '01000004321',
      items: [{ size: '3호', lettering: '축하' }],
    },
  ];
  await openSeededApp(page, { orders }, `/print/${SATURDAY}/2022-10-18`);
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.pages).toHaveLength(3);
  expect(paper.pages[1]).toContain('10월 16일 일요일 픽업');
  expect(paper.pages[1]).toContain('취소 1건은 뺐습니다');
  expect(paper.pages[1]).not.toContain('취소한분');
  expect(paper.pages[2]).toContain('10월 18일 화요일 픽업');
});

test('PR-5 without phones and pictures neither is on the paper, and the tablet remembers it', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  await page.getByRole('checkbox', { name: '전화번호' }).uncheck();
  await page.getByRole('checkbox', { name: '도안 사진' }).uncheck();
  await expect.poll(() => remembered(page)).toContain('"phones":false');
  await page.reload();
  await readyToPrint(page);
  const paper = await printToPdf(page);
  expect(paper.pages[0]).not.toContain('010-0000');
  expect(paper.pages[0]).not.toContain('파쇄');
  expect(paper.pages[0]).not.toContain('연락처 없음');
  expect(paper.pictures).toBe(0);
  expect(paper.pages[0]).toContain('윤서연');
});

test('PR-7 a browser without a print window is given a file that holds its pictures', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  await page.getByRole('button', { name: '인쇄', exact: true }).click();
  await expect(page.getByText('인쇄 창을 열지 못합니다')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '파일로 보내기' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe(`픽업목록-${SATURDAY}.html`);
  const html = readFileSync(await file.path(), 'utf8');
  expectWholeFile(html);

  const texting = page.waitForEvent('download');
  await page.getByRole('button', { name: '글자만 보내기' }).click();
  const text = readFileSync(await (await texting).path(), 'utf8');
  expect(text).toContain('② 도시락');
  expect(text).toContain('!! 견과 알레르기');

  // The file is a page of its own: with no app, no network and no script it prints the same list.
  const folder = mkdtempSync(join(tmpdir(), 'pickup-note-file-'));
  writeFileSync(join(folder, 'list.html'), html);
  await page.goto(`file://${join(folder, 'list.html')}`);
  const paper = await printToPdf(page);
  expect(paper.pages).toHaveLength(1);
  expect(paper.pictures).toBe(12);
  rmSync(folder, { recursive: true });
});

test('PR-7 where the tablet can share, the file goes to its share window', { tag: ['@firefox'] }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        Object.assign(globalThis, { printed: [files[0]?.name, await files[0]?.text()] });
      },
    });
  });
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  await page.getByRole('button', { name: '파일로 보내기' }).click();
  await expect.poll(() => printed(page)).toEqual([`픽업목록-${SATURDAY}.html`, expect.any(String)]);
  const [, html] = (await printed(page)) as [string, string]; // as the line above found it
  expectWholeFile(html);
});

test('PR-8 a day without pickups says so and prints nothing', { tag: ['@phone'] }, async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/print/2022-10-17');
  await expect(page.getByText('이 날짜에는 픽업이 없습니다.')).toBeVisible();
  await expect(page.locator('.print-status')).toBeEmpty();
  await expect(page.getByRole('button', { name: '인쇄', exact: true })).toBeDisabled();
  await page.getByLabel('첫날').fill(SATURDAY);
  await expect(page).toHaveURL(new RegExp(`${PRINT}$`));
  await expect(page.locator('.paper .order')).toHaveCount(11);
});

test('PR-9 is free of accessibility faults and needs no mouse', { tag: ['@portrait', '@phone'] }, async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: '80 mm 롤' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.paper-roll')).toBeVisible();
  await readyToPrint(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
});

/** Families that draw the first element found: a PDF hides them (large faces are printed as shapes without a name). */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map((font) => font.familyName);
}

async function remembered(page: Page): Promise<string> {
  return await page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('pickup-note');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('device').objectStore('device').get('print');
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result ?? null));
          };
        };
      }),
  );
}

function expectWholeFile(html: string): void {
  expect(html.match(/src="data:image\//g)).toHaveLength(12);
  expect(html).not.toMatch(/src="(blob|http)/);
  expect(html).toContain('엄마 환갑 축하드려요');
  expect(html).toContain('@page');
}
