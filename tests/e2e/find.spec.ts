// Finding orders in the real app: what is typed is found, by keyboard too; the index is kept, follows and forgets.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { comparableText } from '../../src/domain/search-text.ts';
import { ELEVEN_ORDERS } from './eleven-orders.ts';
import type { SeedDoor } from './in-page/book-seed.ts';
import { openSeededApp, seedScript } from './seed-book.ts';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2022-10-15T11:02:00+09:00');
});

test('SE-10 finds by name, initials, phone, lettering, payer and amount, and marks what it found', {
  tag: ['@firefox'],
}, async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/find');
  const field = page.getByRole('searchbox');
  await expect(field).toBeFocused();
  await expect(page.getByText('이렇게 찾을 수 있습니다')).toBeVisible();
  for (const [question, name, marked] of [
    ['김민지', '김민지', '김민지'],
    ['ㄱㅁㅈ', '김민지', '김민지'],
    ['5678', '김민지', '5678'],
    ['010-0000-8812', '정태오', '010-0000-8812'],
    ['환갑축하', '김민지', '환갑 축하'],
    ['영원히', '오세린', '영원히'],
    ['최순자 28,000', '최유나', '최순자'],
    ['윤도준', '윤서연', '윤도준'],
    ['따로 담아', '임도현', '따로 담아'],
  ] as const) {
    await type(field, question);
    await expect(page.locator('.hit')).toHaveCount(1);
    await expect(page.locator('.hit')).toContainText(name);
    expect.soft((await page.locator('.hit mark').allTextContents()).join(' ')).toContain(marked);
  }
  await type(field, '없는사람');
  await expect(page.getByText('‘없는사람’ 주문이 없습니다')).toBeVisible();
});

test('SE-11 by keyboard: arrows choose, Enter opens, and coming back finds the same list', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/find');
  const field = page.getByRole('searchbox');
  await field.pressSequentially('010');
  await expect(page.locator('.hit')).toHaveCount(10);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.hit').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.hit').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/order\//);
  await page.goBack();
  await expect(field).toHaveValue('010');
  await expect(page.locator('.hit')).toHaveCount(10);
});

test('SE-12 the index is kept over a restart and catches up with what was taken meanwhile', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS.slice(0, 5) }, '/find');
  await page.getByRole('searchbox').fill('이서준');
  await expect(page.locator('.hit')).toHaveCount(1);
  await expect.poll(() => writtenWords(page)).toContain('이서준');

  // Taken while no search worker ran, as after a crash.
  await page.goto('/notices.txt');
  await page.evaluate(await seedScript());
  await page.evaluate(
    async (orders) =>
      await (globalThis as typeof globalThis & { seedDoor: SeedDoor }).seedDoor.seedBook({ orders }, '5eed2'),
    [{ day: '2022-10-20', time: '12:00', name: '나중에온분', items: [{ size: '1호', lettering: '새로 받은 주문' }] }],
  );
  await page.goto('/find');
  await page.getByRole('searchbox').fill('나중에');
  await expect(page.locator('.hit')).toHaveCount(1);
  await page.getByRole('searchbox').fill('ㅇㅅㅈ');
  await expect(page.locator('.hit')).toHaveCount(1);
});

test('SE-13 a redacted order is gone at once from the list and from the written index', async ({ page, context }) => {
  const [eid = ''] = await openSeededApp(
    page,
    {
      orders: [
        { day: '2022-10-15', time: '12:00', name: '비밀고객', items: [{ size: '1호', lettering: '비밀문구' }] },
        ...ELEVEN_ORDERS,
      ],
    },
    '/find',
  );
  await page.getByRole('searchbox').fill('비밀');
  await expect(page.locator('.hit')).toHaveCount(1);
  await expect.poll(() => writtenWords(page)).toContain('비밀고객');

  const other = await context.newPage();
  await other.goto('/notices.txt');
  await other.evaluate(await seedScript());
  await other.evaluate(
    async (order) => await (globalThis as typeof globalThis & { seedDoor: SeedDoor }).seedDoor.redactOrder(order),
    eid,
  );
  await expect(page.getByText('‘비밀’ 주문이 없습니다')).toBeVisible();
  const words = await writtenWords(page);
  expect(words).not.toContain(comparableText('비밀고객'));
  expect(words).not.toContain(comparableText('비밀문구'));
  expect(words).toContain('이서준');
});

test('SE-16 left alone, the search gives its memory back, and still what is redacted leaves the written index', async ({
  page,
  context,
}) => {
  test.slow();
  const secret = {
    day: '2022-10-15',
    time: '12:00',
    name: '비밀고객',
    items: [{ size: '1호', lettering: '비밀문구' }],
  };
  const [eid = ''] = await openSeededApp(page, { orders: [secret, ...ELEVEN_ORDERS] }, '/find');
  await page.getByRole('searchbox').fill('비밀');
  await expect(page.locator('.hit')).toHaveCount(1);
  await expect.poll(() => writtenWords(page)).toContain('비밀고객');
  expect(page.workers()).toHaveLength(1);
  await page.getByRole('link', { name: '오늘', exact: true }).click();
  await expect.poll(() => page.workers().length, { timeout: 40_000 }).toBe(0);

  const other = await context.newPage();
  await other.goto('/notices.txt');
  await other.evaluate(await seedScript());
  await other.evaluate(
    async (order) => await (globalThis as typeof globalThis & { seedDoor: SeedDoor }).seedDoor.redactOrder(order),
    eid,
  );
  await expect.poll(() => writtenWords(page)).not.toContain('비밀고객');
  expect(await writtenWords(page)).toContain('이서준');
  await expect.poll(() => page.workers().length, { timeout: 40_000 }).toBe(0);
  await page.goBack();
  await page.getByRole('searchbox').fill('이서준');
  await expect(page.locator('.hit')).toHaveCount(1);
});

test('SE-14 says how many orders are still to be read, and answers from what is there', async ({ page }) => {
  test.slow();
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/notices.txt');
  await page.evaluate(await seedScript());
  await page.evaluate(async () => {
    const { seedDoor } = globalThis as typeof globalThis & { seedDoor: SeedDoor };
    const like = await seedDoor.anyRow();
    const rows = Array.from({ length: 9_000 }, (_, at) => ({
      ...like,
      eid: at.toString(16).padStart(32, 'a') as typeof like.eid,
      name: `옛손님${at}`,
      day: `20${10 + (at % 12)}-0${1 + (at % 9)}-1${at % 10}` as typeof like.day,
    }));
    await seedDoor.seedRows(rows);
  });
  // On a quick machine it stands there for a blink only: remembered, not waited for.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (/아직 [\d,]+건 찾는 중/.test(document.body.textContent ?? '')) Object.assign(globalThis, { saidSo: true });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto('/find');
  await page.getByRole('searchbox').fill('이서준');
  await expect(page.locator('.hit')).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => 'saidSo' in globalThis)).toBe(true);
  await expect(page.getByText(/찾는 중/)).toBeHidden({ timeout: 30_000 });
  await page.getByRole('searchbox').fill('옛손님8999');
  await expect(page.locator('.hit')).toHaveCount(1);
});

test('SE-15 is free of accessibility faults, empty, found and not found', { tag: ['@portrait', '@phone'] }, async ({
  page,
}) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/find');
  await expect(page.getByText('이렇게 찾을 수 있습니다')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('searchbox').fill('축하');
  await expect(page.locator('.hit')).toHaveCount(4);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await page.getByRole('searchbox').fill('없는사람');
  await expect(page.getByText('주문이 없습니다')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

/** In place of what stood there. React does not hear how Playwright fills a field in Firefox; it hears the key behind it. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Space');
}

/** Every text of the written index, one after the other. */
async function writtenWords(page: Page): Promise<string> {
  return await page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('pickup-note-search');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          if (!opening.result.objectStoreNames.contains('parts')) {
            opening.result.close();
            resolve('');
            return;
          }
          const reading = opening.result.transaction('parts').objectStore('parts').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const texts = (reading.result as { text?: Uint16Array }[]).map((part) =>
              part.text === undefined ? '' : new TextDecoder('utf-16le').decode(part.text),
            );
            resolve(texts.join(' '));
          };
        };
      }),
  );
}
