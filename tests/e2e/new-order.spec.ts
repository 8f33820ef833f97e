// Taking an order: the regular's four taps, what is missing, half-typed forms, pictures, two tabs, every size, keyboard only.
import { mkdtempSync, readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Locator, type Page, test } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../browsers.ts';
import { removeFolder } from '../remove-folder.ts';
import { axeProblems } from './axe-problems.ts';
import { ELEVEN_ORDERS, SATURDAY } from './eleven-orders.ts';
import { fillField } from './fill-field.ts';
import type { SeedDoor } from './in-page/book-seed.ts';
import { openSeededApp, seedScript } from './seed-book.ts';

/** Moves the page's clock without touching its timers or its Date class. */
async function setClock(page: Page, at: string): Promise<void> {
  await page.addInitScript((to) => {
    const real = Date.now.bind(Date);
    const shift = to - real();
    Date.now = () => real() + shift;
  }, Date.parse(at));
}

const savedTitle = (page: Page) => page.getByRole('heading', { level: 1, name: /저장했습니다/ });
const save = (page: Page) => page.getByRole('button', { name: '저장', exact: true });
const cake = (page: Page, index: number): Locator => page.getByRole('region', { name: `케이크 ${index}`, exact: true });
const name = (page: Page) => page.getByLabel('이름', { exact: true });
const kept = (page: Page) => page.getByText('쓰던 내용은 이 태블릿에 남아 있습니다');
const isWideEnough = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test.beforeEach(async ({ page }) => {
  await setClock(page, '2022-10-15T12:20:00+09:00');
});

test('NO-3 a regular by phone is four taps, four digits and the lettering', {
  tag: ['@portrait', '@phone', '@firefox'],
}, async ({ page, hasTouch }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS });
  let taps = 0;
  const tap = async (target: Locator) => {
    taps++;
    await (hasTouch ? target.tap() : target.click());
  };
  await tap(page.getByRole('link', { name: /새 주문/ }).first());
  // The digits go where the cursor stands already: no tap.
  await expect(page.getByLabel('전화번호 뒤 네 자리')).toBeFocused();
  await page.keyboard.type('5678');
  const regular = page.getByRole('button', { name: /김민지.*지난번처럼/ });
  await expect(regular).toContainText('2호 당근 시트 크림치즈');
  await expect(page.getByText('이미 예약이 있습니다')).toBeVisible();
  await tap(regular);
  await tap(page.getByRole('list', { name: '시간' }).getByRole('button', { name: /^13:30/ }));
  // The slot leads to the lettering: no tap.
  await expect(cake(page, 1).getByLabel('케이크 문구')).toBeFocused();
  await fillField(cake(page, 1).getByLabel('케이크 문구'), '엄마 칠순\n축하드려요');
  await expect(cake(page, 1).getByLabel('판 문구')).toHaveValue('');
  await expect(cake(page, 1).getByLabel('큰초', { exact: true })).toHaveValue('');
  await tap(save(page));
  expect(taps).toBe(4);

  await expect(savedTitle(page)).toContainText(/A-\d+ 저장했습니다/);
  await expect(page.getByText('10월 17일 월요일 오후 1시 30분, 2호 당근 시트 크림치즈')).toBeVisible();
  await expect(page.getByText("문구 '엄마 칠순 / 축하드려요'")).toBeVisible();
  // The old allergy was not answered: it is neither copied nor forgotten.
  await expect(page.getByText('알레르기 견과')).toHaveCount(0);
  await page.getByRole('link', { name: '주문 보기' }).click();
  await expect(page.getByText('엄마 칠순').first()).toBeVisible();
});

test('NO-1 a blank form is saved, and says what it lacks', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('한소희');
  await expect(page.getByText(/확인 필요로 저장: 연락처 없음, 날짜 없음/)).toBeVisible();
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
  const lacking = page.getByRole('region', { name: '아직 모르는 것' });
  await expect(lacking).toContainText('문구 미확인');
  expect(await axeProblems(page)).toEqual([]);
  await lacking.getByRole('link', { name: '마저 적기' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /A-1 고치기/ })).toBeVisible();
  await cake(page, 1).getByRole('button', { name: '문구 없음' }).click();
  await page.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(page).toHaveURL(/\/order\/[^/]+$/);
  await page.goto('/check');
  await expect(page.getByText('연락처 없음').first()).toBeVisible();
  await expect(page.getByText('문구 미확인')).toHaveCount(0);
});

test('NO-4 NO-2 the menu suggests, a typed price wins, words that are no price go to the notes', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  const total = page.getByLabel('총금액');
  await cake(page, 1).getByRole('button', { name: '2호', exact: true }).click();
  await expect(page.getByText('메뉴 가격 ₩30,000(으)로 저장합니다.')).toBeVisible();
  await total.fill('3000000');
  await expect(page.getByText(/0이 더 붙지 않았나요/)).toBeVisible();
  await total.fill('삼만원쯤');
  await expect(page.getByText(/숫자로 읽을 수 없습니다/)).toBeVisible();
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
  await expect(page.getByRole('region', { name: '아직 모르는 것' })).toContainText('금액 없음');
  await page.getByRole('link', { name: '마저 적기' }).click();
  await expect(page.getByLabel('메모', { exact: true })).toHaveValue('금액: 삼만원쯤');
});

test('CA-2 a full slot and a closed day are said, and may be taken', async ({ page }) => {
  const at = (time: string, order: number) => ({
    day: '2022-10-17',
    time,
    name: `손님${order}`,
    items: [{ size: '1호' }],
  });
  await openSeededApp(page, { orders: [at('15:00', 1), at('15:10', 2), at('15:20', 3)] }, '/new');
  const full = page.getByRole('list', { name: '시간' }).getByRole('button', { name: /^15:00/ });
  await expect(full).toContainText('꽉 참');
  await full.click();
  await expect(page.getByText('15:00에는 이미 3건이 있습니다. 그래도 받을 수 있습니다.')).toBeVisible();
  await page.getByRole('button', { name: '10월 16일 일, 쉼' }).click();
  await expect(page.getByText(/쉬는 날입니다/)).toBeVisible();
  await expect(page.getByText(/준비 기간 2일보다 급한/)).toBeVisible();
  await page.getByText('다른 날·시간', { exact: true }).click();
  await page.getByLabel('시간', { exact: true }).fill('12:10');
  await page.getByRole('button', { name: '쯤', exact: true }).click();
  await save(page).click();
  await expect(page.getByRole('region', { name: '손님께 읽어 드리세요' })).toContainText(
    '10월 16일 일요일 오후 12시 10분쯤',
  );
});

test('NO-1 several cakes: copied without words, moved, taken out and back', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await cake(page, 1).getByRole('button', { name: '3호', exact: true }).click();
  await cake(page, 1).getByLabel('케이크 문구').fill('첫째');
  await page.getByRole('button', { name: '케이크 1 복사' }).click();
  await expect(cake(page, 2).getByRole('button', { name: '3호', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(cake(page, 2).getByLabel('케이크 문구')).toHaveValue('');
  await cake(page, 2).getByLabel('케이크 문구').fill('둘째');
  await page.getByRole('button', { name: '케이크 2 위로' }).click();
  await expect(cake(page, 1).getByLabel('케이크 문구')).toHaveValue('둘째');
  await page.getByRole('button', { name: '케이크 1 빼기' }).click();
  await expect(cake(page, 2)).toHaveCount(0);
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(cake(page, 1).getByLabel('케이크 문구')).toHaveValue('둘째');
  await save(page).click();
  await expect(page.getByText("3호, 문구 '둘째', 3호, 문구 '첫째' 맞으시죠?")).toBeVisible();
});

test('a half-typed order survives a reload, is listed, and goes only after a question', {
  tag: ['@phone', '@firefox'],
}, async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await fillField(name(page), '신유리');
  await fillField(cake(page, 1).getByLabel('케이크 문구'), '줄 하나\n줄 둘');
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(name(page)).toHaveValue('신유리');
  await expect(cake(page, 1).getByLabel('케이크 문구')).toHaveValue('줄 하나\n줄 둘');

  await page.goto('/new');
  const unsaved = page.getByRole('region', { name: '저장 안 된 주문 1건' });
  await expect(unsaved).toContainText('신유리');
  await unsaved.getByRole('link', { name: '이어서 쓰기' }).click();
  await expect(name(page)).toHaveValue('신유리');
  await page.getByRole('button', { name: '버리기' }).click();
  await page.getByRole('button', { name: '계속 쓰기' }).click();
  await expect(name(page)).toHaveValue('신유리');
  await page.getByRole('button', { name: '버리기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '버리기' }).click();
  await expect(name(page)).toHaveValue('');
  await expect(page.getByText('저장 안 된 주문')).toHaveCount(0);
});

test('words typed in the last moment before a reload are there', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('먼저');
  await expect(kept(page)).toBeVisible();
  await name(page).fill('나중');
  await page.reload();
  await expect(name(page)).toHaveValue('나중');
});

test('a saved order leaves no draft behind, whatever was being written', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('배수아');
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
  await page.reload();
  await expect(savedTitle(page)).toBeVisible();
  await page.goto('/new');
  await expect(page.getByRole('heading', { name: '새 주문' })).toBeVisible();
  await expect(page.getByText('저장 안 된 주문')).toHaveCount(0);
});

test('a killed browser finds the half-typed order again', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'pickup-note-form-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: [...CHROMIUM_ARGS],
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  try {
    const first = await open();
    await openSeededApp(first.page, { orders: [] }, '/new');
    await name(first.page).fill('문가영');
    await cake(first.page, 1).getByLabel('케이크 문구').fill('합격\n축하해');
    await expect(kept(first.page)).toBeVisible();
    const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
    process.kill(pid, 'SIGKILL');
    await first.context.close().catch(() => undefined);
    await expect.poll(() => readdirSync('/proc').includes(String(pid))).toBe(false);

    const second = await open();
    await second.page.goto('/new');
    const unsaved = second.page.getByRole('region', { name: '저장 안 된 주문 1건' });
    await expect(unsaved).toContainText('문가영');
    await unsaved.getByRole('link', { name: '이어서 쓰기' }).click();
    await expect(cake(second.page, 1).getByLabel('케이크 문구')).toHaveValue('합격\n축하해');
    await save(second.page).click();
    await expect(savedTitle(second.page)).toBeVisible();
    await second.context.close();
  } finally {
    await removeFolder(profile);
  }
});

test('ST a full disk leaves the form as it is and says what to do', async ({ page }) => {
  test.setTimeout(120_000); // the disk is filled by hand
  await openSeededApp(page, { orders: [] }, '/new');
  await expect(name(page)).toBeVisible();
  const cdp = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await fillDisk(page);
  await name(page).fill('임지연');
  await expect(page.getByText(/쓰던 내용을 남겨 두지 못하고 있습니다/)).toBeVisible();
  await save(page).click();
  await expect(page.getByText(/저장 공간이 가득 차서 저장하지 못했습니다/)).toBeVisible();
  await expect(name(page)).toHaveValue('임지연');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await page.evaluate(() => indexedDB.deleteDatabase('ballast'));
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
});

/** Writes ballast until the browser takes no more, down to the last kilobyte. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('ballast');
    open.onupgradeneeded = () => open.result.createObjectStore('b', { autoIncrement: true });
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const isTaken = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const tx = database.transaction('b', 'readwrite');
        tx.objectStore('b').add(crypto.getRandomValues(new Uint8Array(bytes)));
        tx.oncomplete = () => resolve(true);
        tx.onabort = () => resolve(false);
      });
    for (const bytes of [60_000, 4_000, 400]) while (await isTaken(bytes));
    database.close();
  });
}

test('PH pictures come with the order; a file that is none is refused with a sentence', {
  tag: ['@phone'],
}, async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('오하늘');
  const chooser = page.waitForEvent('filechooser');
  await cake(page, 1).getByRole('button', { name: '사진첩' }).click();
  await (await chooser).setFiles([
    { name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('this is no picture') },
    { name: 'cake.png', mimeType: 'image/png', buffer: await drawPicture(page) },
  ]);
  await expect(page.getByText(/'note.png' 사진으로 열 수 없는 파일입니다/)).toBeVisible();
  const photos = cake(page, 1).getByRole('list', { name: '케이크 1 사진' });
  await expect(photos.getByRole('button', { name: '참고 사진' })).toBeVisible();
  await page.getByRole('button', { name: '알겠습니다' }).click();
  await photos.getByRole('button', { name: '참고 사진' }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '확정 도안으로' }).click();
  await expect(photos.getByRole('button', { name: '확정 도안' })).toBeVisible();
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(photos.getByRole('button', { name: '확정 도안' })).toBeVisible();
  await save(page).click();
  await page.getByRole('link', { name: '주문 보기' }).click();
  await expect(page.getByText('확정 도안').first()).toBeVisible();
});

test('PH a picture in the clipboard is pasted into the form', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('정해인');
  const bytes = [...(await drawPicture(page))];
  await page.evaluate((raw) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(raw)], 'pasted.png', { type: 'image/png' }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, bytes);
  await expect(cake(page, 1).getByRole('button', { name: '참고 사진' })).toBeVisible();
});

async function drawPicture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 240);
    const pen = canvas.getContext('2d');
    if (pen === null) return [];
    pen.fillStyle = '#cf6d8b';
    pen.fillRect(0, 0, 320, 240);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('NO-7 an order changed in another tab while it is edited: what follows, what is asked', async ({
  page,
  context,
}) => {
  const [eid = ''] = await openSeededApp(page, {
    orders: [
      {
        day: SATURDAY,
        time: '13:30',
        name: '김민지',
        phone: '01000005678',
        memo: '처음',
        items: [{ size: '2호', lettering: '엄마' }],
      },
    ],
  });
  await page.goto(`/order/${eid}/edit`);
  await cake(page, 1).getByLabel('케이크 문구').fill('엄마 최고');
  const other = await context.newPage();
  await setClock(other, '2022-10-15T12:20:00+09:00');
  await other.goto(`/order/${eid}/edit`);
  await other.getByRole('button', { name: '버리기' }).or(cake(other, 1).getByLabel('케이크 문구')).first().waitFor();
  await cake(other, 1).getByLabel('케이크 문구').fill('엄마 사랑해');
  await name(other).fill('김민서');
  await other.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(other).toHaveURL(/\/order\/[^/]+$/);

  await expect(page.getByText(/고치는 동안 다른 곳에서 바뀌어 새로 채웠습니다: 이름/)).toBeVisible();
  await expect(name(page)).toHaveValue('김민서');
  await expect(cake(page, 1).getByLabel('케이크 문구')).toHaveValue('엄마 최고');
  await expect(page.getByText('케이크 1 케이크 문구: 고치는 동안 다른 곳에서도 바뀌었습니다.')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  // Saved without choosing: both stand, and the order asks.
  await page.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(page).toHaveURL(/\/order\/[^/]+$/);
  await expect(page.getByText('엄마 최고').first()).toBeVisible();
  await expect(page.getByText('엄마 사랑해').first()).toBeVisible();
});

test('NO-7 a clash that a person settles leaves no conflict', async ({ page, context }) => {
  const [eid = ''] = await openSeededApp(page, {
    orders: [
      {
        day: SATURDAY,
        time: '13:30',
        name: '김민지',
        phone: '01000005678',
        items: [{ size: '2호', lettering: '엄마' }],
      },
    ],
  });
  await page.goto(`/order/${eid}/edit`);
  await name(page).fill('여기');
  const other = await context.newPage();
  await setClock(other, '2022-10-15T12:20:00+09:00');
  await other.goto(`/order/${eid}/edit`);
  await page.bringToFront();
  await other.bringToFront();
  await name(other).fill('저기');
  await other.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(other).toHaveURL(/\/order\/[^/]+$/);
  await page.getByRole('button', { name: '여기 값으로: 여기' }).click();
  await page.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(page).toHaveURL(/\/order\/[^/]+$/);
  await page.goto('/check');
  await expect(page.getByText('서로 다르게 고침')).toHaveCount(0);
});

test('NO-10 privacy erases the order under an open form: it is said, and what was typed stays until somebody decides', async ({
  page,
  context,
}) => {
  const [eid = ''] = await openSeededApp(page, {
    orders: [
      {
        day: SATURDAY,
        time: '13:30',
        name: '김민지',
        phone: '01000005678',
        items: [{ size: '2호', lettering: '엄마 환갑' }],
      },
    ],
  });
  await page.goto(`/order/${eid}/edit`);
  await name(page).fill('김민수');
  await page.getByLabel('입금자').fill('김영수');
  const other = await context.newPage();
  await other.goto('/notices.txt');
  await other.evaluate(await seedScript());
  await other.evaluate(
    async (given) => await (globalThis as typeof globalThis & { seedDoor: SeedDoor }).seedDoor.redactOrder(given),
    eid,
  );
  await other.close();

  await expect(page.getByText('고치는 동안 이 주문의 개인정보가 지워졌습니다.')).toBeVisible();
  const notes = page.getByText('이름: 개인정보를 지운 칸입니다. 여기 적은 것은 아직 저장되지 않았습니다.');
  await expect(notes).toBeVisible();
  await expect(name(page)).toHaveValue('김민수');
  await expect(cake(page, 1).getByLabel('케이크 문구')).toHaveValue('');
  expect(await axeProblems(page)).toEqual([]);

  // Saved undecided: the rest goes into the book, the name stays here, also over a reload.
  await page.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(page.getByRole('alert').getByText(/저장하지 않았습니다: 이름\. 나머지는 저장했습니다/)).toBeVisible();
  await expect(page.getByText('고친 내용을 저장했습니다')).toHaveCount(0);
  await expect(page).toHaveURL(/\/edit$/);
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(notes).toBeVisible();
  await expect(name(page)).toHaveValue('김민수');

  await page.getByRole('button', { name: '그래도 저장하기: 김민수' }).click();
  await expect(notes).toHaveCount(0);
  await page.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(page).toHaveURL(/\/order\/[^/]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('김민수');
  await expect(page.getByRole('main')).toContainText('김영수');
});

test('text at twice its size leaves room to fill the form in', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS });
  await page.setViewportSize({ width: 640, height: 400 }); // what 200 % leaves of 1280 by 800
  await page.goto('/new');
  await name(page).fill('김민지');
  // The head scrolls away; the field stands between the top and the button that saves, which stays.
  await page.mouse.move(320, 150);
  await page.mouse.wheel(0, 160);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
  await expect(save(page)).toBeInViewport({ ratio: 1 });
  await expect(name(page)).toBeInViewport({ ratio: 1 });
  expect(await isWideEnough(page)).toBe(true);
});

test('a half-finished edit is found again at its order', async ({ page }) => {
  const [eid = ''] = await openSeededApp(page, {
    orders: [{ day: SATURDAY, time: '13:30', name: '김민지', phone: '01000005678', items: [{ size: '2호' }] }],
  });
  await page.goto(`/order/${eid}/edit`);
  await name(page).fill('김민주');
  await expect(kept(page)).toBeVisible();
  await page.goto('/new');
  const unsaved = page.getByRole('region', { name: '저장 안 된 주문 1건' });
  await unsaved.getByRole('link', { name: '이어서 쓰기' }).click();
  await expect(page.getByText('지난번에 고치다 만 내용입니다. 아직 저장하지 않았습니다.')).toBeVisible();
  await expect(name(page)).toHaveValue('김민주');
  await page.getByRole('button', { name: '고친 내용 저장' }).click();
  await expect(page).toHaveURL(/\/order\/[^/]+$/);
  await expect(page.getByText('김민주').first()).toBeVisible();
  await page.goto('/new');
  await expect(page.getByRole('heading', { name: '새 주문' })).toBeVisible();
  await expect(page.getByText('저장 안 된 주문')).toHaveCount(0);
});

test('NO-8 one form open in two tabs is one order', async ({ page, context }) => {
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('유재이');
  await expect(kept(page)).toBeVisible();
  const other = await context.newPage();
  await setClock(other, '2022-10-15T12:20:00+09:00');
  await other.goto(page.url());
  await expect(name(other)).toHaveValue('유재이');
  await save(page).click();
  await expect(savedTitle(page)).toContainText('A-1');
  await save(other).click();
  await expect(other.getByText('다른 탭에서 이미 저장한 주문입니다')).toBeVisible();
  await expect(savedTitle(other)).toContainText('A-1');
});

test('the form in every look: axe clean, nothing wider than the screen', {
  tag: ['@portrait', '@phone'],
}, async ({ page }) => {
  test.setTimeout(120_000); // axe reads a long form three times
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/new');
  await page.getByLabel('전화번호 뒤 네 자리').fill('5678');
  await expect(page.getByRole('button', { name: /지난번처럼/ })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /지난번처럼/ }).click();
  await page.getByText('다른 날·시간', { exact: true }).click();
  expect(await axeProblems(page)).toEqual([]);
  expect(await isWideEnough(page)).toBe(true);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeProblems(page)).toEqual([]);
  // Text at 200 %: the same tablet with half as many pixels; and the narrowest phone.
  for (const [width, height] of [
    [640, 400],
    [360, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await isWideEnough(page)).toBe(true);
    await expect(save(page)).toBeInViewport();
  }
});

test('a whole order by keyboard alone', async ({ page }) => {
  await openSeededApp(page, { orders: ELEVEN_ORDERS }, '/new');
  await expect(page.getByLabel('전화번호 뒤 네 자리')).toBeFocused();
  await page.keyboard.type('5678');
  await expect(page.getByRole('button', { name: /지난번처럼/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(name(page)).toHaveValue('김민지');
  const slot = page.getByRole('list', { name: '시간' }).getByRole('button', { name: /^15:00/ });
  for (let step = 0; step < 60; step++) {
    if (await slot.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(slot).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('축하해');
  await page.keyboard.press('Control+Enter');
  await expect(savedTitle(page)).toBeFocused();
  await expect(page.getByRole('region', { name: '손님께 읽어 드리세요' })).toContainText('오후 3시');
});

test('the deposit text is ready to copy and to send', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSeededApp(page, { orders: [] }, '/new');
  await name(page).fill('서지안');
  await page.getByLabel('연락처', { exact: true }).fill('010-0000-9021');
  await cake(page, 1).getByRole('button', { name: '2호', exact: true }).click();
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
  const text = page.getByRole('textbox', { name: '예약금 안내 문자' });
  await expect(text).toHaveValue(/₩15,000/);
  await page.getByRole('button', { name: '복사', exact: true }).click();
  await expect(page.getByText(/복사했습니다/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('서지안님');
  await expect(page.getByRole('link', { name: '문자로 보내기' })).toHaveAttribute('href', /^sms:\+821000009021\?body=/);
});
