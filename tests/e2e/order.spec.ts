// One order: everything it holds, money, handing over, calling off, two edits at once, history, erasing.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import jsQR from 'jsqr';
import { demoEid } from '../../src/app/demo-acts.ts';
import { localDate } from '../../src/domain/time.ts';
import { SATURDAY } from './eleven-orders.ts';
import { fillField } from './fill-field.ts';
import type { SeedOrder } from './in-page/book-seed.ts';
import { openSeededApp } from './seed-book.ts';

const MINJI: SeedOrder = {
  day: SATURDAY,
  time: '13:30',
  name: '김민지',
  phone: '01000005678',
  payer: '김영수',
  collector: '김영수',
  status: 'ready',
  price: 62_000,
  paid: 30_000,
  deposit: 30_000,
  memo: '상자에 리본',
  packaging: { coolerBag: true, icePack: false },
  items: [
    {
      size: '2호',
      sheet: '당근 시트',
      cream: '크림치즈',
      lettering: '엄마 환갑 축하드려요\n사랑하는 가족 일동',
      board: '건강하게 오래오래',
      allergy: '호두 빼기',
      bigCandles: 6,
      made: true,
      picture: '#cf6d8b',
    },
    { size: '도시락', lettering: '아빠도 수고했어', picture: '#d8b06a' },
  ],
};

async function openOrder(page: Page, order: SeedOrder = MINJI): Promise<string> {
  await setSaturday(page);
  const [eid = ''] = await openSeededApp(page, { orders: [order] });
  const address = `/order/${encodeURIComponent(eid)}`;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(order.name ?? '');
  return address;
}
/** Moves the page's clock without touching its timers or its Date class. */
async function setSaturday(page: Page): Promise<void> {
  await page.addInitScript((to) => {
    const real = Date.now.bind(Date);
    const shift = to - real();
    Date.now = () => real() + shift;
  }, Date.parse('2022-10-15T12:20:00+09:00'));
}
/** An order of the demo shop, by its key there. */
async function openDemoOrder(page: Page, key: string): Promise<void> {
  await setSaturday(page);
  await page.addInitScript(() => localStorage.setItem('pickup-note.book', 'demo'));
  await page.goto(`/order/${encodeURIComponent(demoEid(localDate(SATURDAY), key))}`);
  await expect(page.getByRole('region', { name: '금액과 입금' })).toBeVisible({ timeout: 20_000 });
}
const undo = (page: Page) => page.getByRole('button', { name: '되돌리기' });

test('everything of the order is here', { tag: ['@portrait', '@phone', '@firefox'] }, async ({ page }) => {
  await openOrder(page);
  const main = page.getByRole('main');
  for (const words of [
    '13:30 픽업',
    '제작 완료',
    'A-1',
    '이 태블릿에만 있음',
    '2호 · 당근 시트 · 크림치즈',
    '엄마 환갑 축하드려요',
    '건강하게 오래오래',
    '호두 빼기',
    '알레르기 없음 (확인함)',
    '큰초 6',
    '보냉백, 아이스팩 안 함',
    '상자에 리본',
    '김영수',
    '₩62,000',
    '₩32,000',
    '카카오톡',
  ])
    await expect.soft(main).toContainText(words);
  await expect(page.getByRole('link', { name: '010-0000-5678' })).toHaveAttribute('href', 'tel:+821000005678');
  await expect(page.getByRole('link', { name: '고치기' })).toHaveAttribute('href', /\/order\/.+\/edit$/);
  await expect(page.getByRole('link', { name: '지난번처럼 새 주문' })).toHaveAttribute('href', /\/new\?from=.+/);
  await expect(page.getByRole('link', { name: '이날 인쇄' })).toHaveAttribute('href', `/print/${SATURDAY}`);
  expect(await axeProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('pictures full screen: keys turn and zoom, Escape closes and gives the focus back', async ({ page }) => {
  await openOrder(page);
  const hero = page.getByRole('button', { name: '참고 사진 크게 보기', exact: true });
  await hero.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '참고 사진 1 / 2' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: '참고 사진 2 / 2' })).toBeVisible();
  const width = async () => (await page.getByRole('dialog').getByRole('img').boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(before * 1.4);
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(hero).toBeFocused();
});

test('handing over asks for the balance, writes all in one step, and is taken back in one', {
  tag: ['@phone'],
}, async ({ page }) => {
  await openOrder(page);
  await page.getByRole('button', { name: '픽업 완료', exact: true }).click();
  const window = page.getByRole('dialog', { name: '건네기 전에 확인' });
  await expect(window).toContainText('김영수');
  await expect(window).toContainText('5678');
  await expect(window).toContainText('만든 표시가 없는 케이크가 1개 있습니다');
  await window.getByRole('button', { name: '케이크 2 다 만듦' }).click();
  await window.getByRole('button', { name: '건넸습니다' }).click();
  await expect(window.getByRole('alert')).toContainText('잔금을 어떻게 할지 먼저 고르세요');
  await window.getByRole('button', { name: '카드 받음' }).click();
  expect(await axeProblems(page)).toEqual([]);
  await window.getByRole('button', { name: '₩32,000 받고 건넸습니다' }).click();
  await expect(page.getByRole('status').filter({ hasText: '₩32,000 받음 · 픽업 완료' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '잔금 ₩32,000' })).toContainText('카드');
  await undo(page).click();
  await expect(page.getByRole('listitem').filter({ hasText: '잔금 ₩32,000' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '픽업 완료', exact: true })).toBeVisible();
});

test('a balance can be left open knowingly', async ({ page }) => {
  const address = await openOrder(page);
  await page.getByRole('button', { name: '픽업 완료', exact: true }).click();
  await page.getByRole('button', { name: '안 받고 건네기' }).click();
  await page.getByRole('button', { name: '잔금을 남기고 건넸습니다' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('픽업 완료');
  await expect(page.getByRole('main')).toContainText('받을 잔금');
});

test('TD-9 payments are written down, voided, never erased', async ({ page }) => {
  const address = await openOrder(page);
  await page.getByRole('button', { name: '받은 돈 적기' }).click();
  const window = page.getByRole('dialog', { name: '받은 돈 적기' });
  await expect(window.getByLabel('금액', { exact: true })).toHaveValue('32,000');
  await window.getByLabel('금액', { exact: true }).fill('많이');
  await window.getByRole('button', { name: '적기', exact: true }).click();
  await expect(window).toContainText('금액을 숫자로 적어 주세요');
  await window.getByRole('button', { name: '추가 금액' }).click();
  await window.getByLabel('금액', { exact: true }).fill('5천');
  await window.getByRole('button', { name: '현금' }).click();
  expect(await axeProblems(page)).toEqual([]);
  await window.getByRole('button', { name: '적기', exact: true }).click();
  const sums = page.getByRole('region', { name: '금액과 입금' });
  await expect(sums).toContainText('₩67,000');
  await expect(sums).toContainText('받을 잔금₩32,000');
  await page.goto(address);
  await expect(sums).toContainText('추가 금액 ₩5,000');
  await sums.getByRole('button', { name: '무효로: 추가 금액 ₩5,000' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('잘못 적음');
  await page.getByRole('dialog').getByRole('button', { name: '무효로' }).click();
  await expect(sums).toContainText('무효 · 잘못 적음');
  await expect(sums).toContainText('받을 잔금₩37,000');
});

test('a coupon counts once it is redeemed', async ({ page }) => {
  await openOrder(page);
  await page.getByRole('button', { name: '받은 돈 적기' }).click();
  const window = page.getByRole('dialog', { name: '받은 돈 적기' });
  await window.getByRole('button', { name: '쿠폰(기프티콘)' }).click();
  await window.getByRole('button', { name: '확인 전' }).click();
  await window.getByRole('button', { name: '적기', exact: true }).click();
  const sums = page.getByRole('region', { name: '금액과 입금' });
  await expect(sums).toContainText('받을 잔금₩32,000');
  await sums.getByRole('button', { name: '받았음' }).click();
  await expect(sums).toContainText('받을 잔금₩0');
});

test('cancelling keeps the reason and the refund, and can be taken back', async ({ page }) => {
  await openOrder(page);
  await page.getByRole('button', { name: '주문 취소' }).click();
  const window = page.getByRole('dialog', { name: '주문을 취소할까요?' });
  await expect(window).toContainText('받아 둔 돈이 ₩30,000 있습니다');
  await window.getByLabel('취소 이유').fill('날짜를 옮길 수 없음');
  await window.getByLabel(/돌려준 돈/).fill('3만');
  expect(await axeProblems(page)).toEqual([]);
  await window.getByRole('button', { name: '취소하기' }).click();
  await expect(page.getByRole('main')).toContainText('[취소] 날짜를 옮길 수 없음');
  await expect(page.getByRole('main')).toContainText('환불 ₩30,000');
  await undo(page).click();
  await expect(page.getByRole('main')).not.toContainText('[취소]');
  await expect(page.getByRole('button', { name: '픽업 완료', exact: true })).toBeVisible();
});

test('a deleted order is out of the day and can be brought back', async ({ page }) => {
  const address = await openOrder(page);
  await page.getByRole('button', { name: '주문 지우기' }).click();
  await expect(page.getByRole('heading', { name: '지운 주문입니다' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('오늘은 픽업이 없습니다')).toBeVisible();
  await page.goto(address);
  await page.getByRole('button', { name: '되살리기' }).click();
  await expect(page.getByRole('heading', { name: '지운 주문입니다' })).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('article', { name: '김민지 13:30' })).toBeVisible();
});

test('two tabs that moved one order differently: both are shown, one tap settles it', async ({ page, context }) => {
  const address = await openOrder(page);
  await page.getByRole('button', { name: '상태 바꾸기' }).click();
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole('button', { name: '노쇼' }).click();
  await expect(other.getByRole('main')).toContainText('노쇼');

  await page.getByRole('dialog').getByRole('button', { name: '제작 중' }).click();
  const conflict = page.getByRole('region', { name: '서로 다르게 고쳤습니다' });
  await expect(conflict).toContainText('제작 중');
  await expect(conflict).toContainText('노쇼');
  await expect(other.getByRole('region', { name: '서로 다르게 고쳤습니다' })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await conflict.getByRole('button', { name: '이걸로: 상태, 노쇼' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(other.getByRole('region', { name: '서로 다르게 고쳤습니다' })).toHaveCount(0);

  await page.getByText('이력', { exact: true }).click();
  const history = page.getByRole('list').filter({ hasText: '주문을 받음' });
  await expect(history).toContainText('상태: 제작 중');
  await expect(history).toContainText('상태: 제작 완료 → 노쇼');
});

test('two letterings for one cake: a third one is typed, the history keeps all', async ({ page }) => {
  await openDemoOrder(page, 'conflict-lettering');
  const conflict = page.getByRole('region', { name: '서로 다르게 고쳤습니다' });
  await expect(conflict).toContainText('엄마 생신 축하드려요');
  await expect(conflict).toContainText('엄마 생일 축하해♥');
  await conflict.getByRole('button', { name: '다른 값으로' }).click();
  const typed = conflict.getByRole('textbox', { name: /케이크 문구/ });
  await fillField(typed, '엄마 생신 축하해요♥');
  // It stands in no book yet, and is still under the hand after a reload.
  await page.reload();
  await expect(typed).toHaveValue('엄마 생신 축하해요♥');
  await conflict.getByRole('button', { name: '이 값으로' }).click();
  await expect(conflict).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('엄마 생신 축하해요♥');
  await expect(conflict).toHaveCount(0);
  await page.getByText('이력', { exact: true }).click();
  const history = page.getByRole('list').filter({ hasText: '주문을 받음' });
  await expect(history).toContainText('엄마 생신 축하드려요');
  await expect(history).toContainText('엄마 생일 축하해♥');
});

test('deleted by one, edited by another: it stays, and somebody says', async ({ page }) => {
  await openDemoOrder(page, 'deleted-but-edited');
  const conflict = page.getByRole('region', { name: '서로 다르게 고쳤습니다' });
  await expect(conflict).toContainText('한쪽에서 지웠고, 다른 쪽에서는 고쳤습니다');
  await conflict.getByRole('button', { name: '되살리기' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('학사모');
});

test('TD-12 a payment written on two tablets is pointed out', async ({ page }) => {
  await openDemoOrder(page, 'paid-twice');
  const sums = page.getByRole('region', { name: '금액과 입금' });
  await expect(sums).toContainText('잔금 ₩29,000 입금이 두 번 적혀 있습니다');
  await sums.getByRole('button', { name: '무효로: 잔금 ₩29,000' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '무효로' }).click();
  await expect(sums).not.toContainText('두 번 적혀 있습니다');
});

test('TD-11 a text opens in the messages app; codes are read by a phone', async ({ page }) => {
  await openOrder(page);
  await page.getByRole('button', { name: '문자', exact: true }).click();
  const window = page.getByRole('dialog', { name: /문자 쓰기/ });
  await window.getByLabel('보낼 글').fill('케이크가 준비됐어요 & 기다릴게요');
  await expect(window.getByRole('link', { name: '문자 앱 열기' })).toHaveAttribute(
    'href',
    `sms:+821000005678?body=${encodeURIComponent('케이크가 준비됐어요 & 기다릴게요')}`,
  );
  await window.getByRole('button', { name: '문자 QR' }).click();
  expect(await readQr(page)).toBe('SMSTO:+821000005678:케이크가 준비됐어요 & 기다릴게요');
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '폰으로 QR' }).click();
  expect(await readQr(page)).toBe('tel:+821000005678');
});

test('TD-10 erasing personal details takes two steps, and nothing comes back', async ({ page }) => {
  const address = await openOrder(page);
  // A half-typed edit holds the same words.
  await page.goto(`${address}/edit`);
  await page.getByLabel('메모', { exact: true }).fill('김민지 님은 단골');
  await expect.poll(() => storedDrafts(page)).toBe(1);
  await page.goto(address);
  await page.getByRole('button', { name: '개인정보 지우기' }).click();
  const window = page.getByRole('dialog', { name: '개인정보를 지울까요?' });
  await expect(window).toContainText('되돌릴 수 없습니다');
  await expect(window.getByRole('button', { name: '영구히 지우기' })).toBeDisabled();
  await window.getByRole('checkbox').check();
  await window.getByRole('button', { name: '영구히 지우기' }).click();
  await expect(window).toHaveCount(0);
  const goneEverywhere = async () => {
    for (const words of ['김민지', '김영수', '5678', '환갑', '호두', '리본'])
      await expect.soft(page.getByRole('main')).not.toContainText(words);
  };
  await expect(page.getByRole('main')).toContainText('₩62,000');
  await expect(page.getByRole('main')).toContainText('예약금 ₩30,000');
  await goneEverywhere();
  await page.goto(address);
  await page.getByText('이력', { exact: true }).click();
  await expect(page.getByRole('main')).toContainText('개인정보를 지움');
  await goneEverywhere();
  expect(await storedPictures(page)).toBe(0);
  expect(await storedDrafts(page)).toBe(0);
});

test('on a phone nothing that has the focus lies under the buttons at the foot', {
  tag: ['@phone', '@elsewhere'],
}, async ({ page }) => {
  await openOrder(page);
  await page.getByRole('link', { name: '뒤로' }).focus();
  const reached: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const { name, isCovered, isLast } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement; // the page has a focus
      const { left, top, width, height } = focused.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return {
        name: focused.textContent ?? '',
        isCovered: above === null || !(focused.contains(above) || above.contains(focused)),
        isLast: focused.closest('footer') !== null,
      };
    });
    if (isLast) break;
    expect(isCovered, name).toBe(false);
    reached.push(name);
  }
  expect(reached.join()).toContain('개인정보 지우기');
});

test('an order that is not here says so', async ({ page }) => {
  await openOrder(page);
  await page.goto('/order/nowhere');
  await expect(page.getByRole('heading', { name: '이 주문은 이 태블릿에 없습니다' })).toBeVisible();
});

async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** What a phone's camera would read from the code on the screen. */
async function readQr(page: Page): Promise<string> {
  const code = page.getByRole('dialog').getByRole('img', { name: /QR/ });
  await expect(code).toBeVisible();
  const pixels = await code.evaluate(async (svg) => {
    const size = 400;
    const copy = svg.cloneNode(true) as SVGElement; // a clone of an element of the page
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(size));
    copy.setAttribute('height', String(size));
    const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const pen = new OffscreenCanvas(size, size).getContext('2d');
    pen?.drawImage(image, 0, 0, size, size);
    return [...(pen?.getImageData(0, 0, size, size).data ?? [])];
  });
  return jsQR(Uint8ClampedArray.from(pixels), 400, 400)?.data ?? '';
}

/** Half-typed forms in the book's local door. */
async function storedDrafts(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const open = indexedDB.open('pickup-note');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const count = db.transaction('drafts').objectStore('drafts').count();
    return await new Promise<number>((resolve) => {
      count.onsuccess = () => {
        db.close();
        resolve(count.result);
      };
    });
  });
}

/** Pictures in the photo database, whatever its tables are called. */
async function storedPictures(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const open = indexedDB.open('pickup-note-photos');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const names = [...db.objectStoreNames];
    const counts = await Promise.all(
      names.map(
        (name) =>
          new Promise<number>((resolve) => {
            const count = db.transaction(name).objectStore(name).count();
            count.onsuccess = () => resolve(count.result);
          }),
      ),
    );
    db.close();
    return counts.reduce((sum, count) => sum + count, 0);
  });
}
