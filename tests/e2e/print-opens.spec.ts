// When the print window opens: every picture decoded, every write that had begun committed, and the book read after it.
// Law: each of these is held up here and the window must stay shut; only then is it let go.
import { expect, type Page, test } from '@playwright/test';
import { ELEVEN_ORDERS, SATURDAY } from './eleven-orders.ts';
import { printed, readyToPrint } from './printed-paper.ts';
import { openSeededApp } from './seed-book.ts';

const PRINT = `/print/${SATURDAY}`;

interface Held {
  printed: object[];
  letGo: () => void;
  failReads?: boolean;
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2022-10-15T11:02:00+09:00');
  await page.addInitScript(() => {
    const seen: object[] = [];
    Object.assign(globalThis, { printed: seen });
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.paper img')];
      seen.push({
        pictures: pictures.length,
        whole: pictures.filter((picture) => picture.complete && picture.naturalWidth > 0).length,
        orders: document.querySelectorAll('.paper .order').length,
        names: [...document.querySelectorAll('.paper .who b')].map((name) => name.textContent).join(' '),
      });
      window.dispatchEvent(new Event('afterprint'));
    };
  });
});

const press = (page: Page) => page.getByRole('button', { name: '인쇄', exact: true }).click();

test('PR-6 the print window opens once every picture is decoded, with what the book holds now', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await press(page);
  await expect.poll(() => printed(page)).toMatchObject([{ pictures: 12, whole: 12, orders: 11 }]);
  await expect(page.getByText('인쇄 창이 닫혔습니다')).toBeVisible();
});

for (const paper of ['A4', '80 mm 롤'])
  test(`PR-6 on ${paper} it stays shut while a single picture is not decoded`, async ({ page }) => {
    await page.addInitScript(() => {
      const decode = HTMLImageElement.prototype.decode;
      let letGo: () => void = () => undefined;
      const gate = new Promise<void>((open) => {
        letGo = open;
      });
      Object.assign(globalThis, { letGo: () => letGo() });
      HTMLImageElement.prototype.decode = async function () {
        const isLast = this === [...document.querySelectorAll('.paper img')].at(-1);
        if (isLast) await gate;
        await decode.call(this);
      };
    });
    await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
    await page.getByRole('button', { name: paper }).click();
    await press(page);
    await expect(page.getByText('사진을 준비하는 중입니다')).toBeVisible();
    // As long as a browser needs for everything else: nothing may come in this time.
    await page.waitForTimeout(700);
    expect(await printed(page)).toEqual([]);
    await page.evaluate(() => (globalThis as unknown as Held).letGo());
    await expect.poll(() => printed(page)).toMatchObject([{ pictures: 12, whole: 12, orders: 11 }]);
  });

test('PR-6 it waits for a write that has begun, and prints what that wrote', async ({ page, context }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  const writer = await context.newPage();
  await writer.goto('/notices.txt');
  // Another tab's transaction: it has renamed an order and has not ended yet.
  await writer.evaluate(
    () =>
      new Promise<void>((begun, fail) => {
        const opening = indexedDB.open('pickup-note');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('roots', 'readwrite');
          const roots = transaction.objectStore('roots');
          let isHeld = true;
          Object.assign(globalThis, {
            letGo: () => {
              isHeld = false;
            },
          });
          const hold = () => {
            if (isHeld) roots.count().onsuccess = hold;
            else opening.result.close();
          };
          const reading = roots.openCursor();
          reading.onsuccess = () => {
            const cursor = reading.result;
            if (cursor === null) return fail(new Error('no such order'));
            const row = JSON.parse(cursor.value.row ?? '{}');
            if (row.name !== '윤서연') return cursor.continue();
            cursor.update({ ...cursor.value, row: JSON.stringify({ ...row, name: '고친이름' }) }).onsuccess = () => {
              begun();
              hold();
            };
          };
        };
      }),
  );
  await page.bringToFront();
  await press(page);
  await page.waitForTimeout(700);
  expect(await printed(page)).toEqual([]);
  await writer.evaluate(() => (globalThis as unknown as Held).letGo());
  await expect.poll(() => printed(page)).toMatchObject([{ orders: 11, names: expect.stringContaining('고친이름') }]);
  expect(JSON.stringify(await printed(page))).not.toContain('윤서연');
});

test('PR-6 a list that cannot be read again is not printed, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...words: Parameters<typeof begin>) {
      if ((globalThis as unknown as Held).failReads) throw new DOMException('gone', 'UnknownError');
      return begin.apply(this, words);
    };
  });
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, PRINT);
  await readyToPrint(page);
  await page.evaluate(() => {
    (globalThis as unknown as Held).failReads = true;
  });
  await press(page);
  await expect(page.getByText('주문을 다시 읽지 못해 인쇄하지 않았습니다')).toBeVisible();
  expect(await printed(page)).toEqual([]);
});
