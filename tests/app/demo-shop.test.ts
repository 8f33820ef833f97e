// The demo shop is what the screens, the screenshots and the end-to-end tests stand on: what it holds is held here.
import { describe, expect, test } from 'vitest';
import { fillDemoShop } from '../../src/app/demo-shop.ts';
import type { Eid } from '../../src/domain/order.ts';
import type { OrderRow } from '../../src/domain/order-row.ts';
import { ORDER_STATUSES } from '../../src/domain/status.ts';
import { addLocalDays, type Instant, instantOf, type LocalDate, localDate, localTime } from '../../src/domain/time.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';

const SEOUL = 'Asia/Seoul';
const saturday = localDate('2022-10-15');

async function openDemo(today: LocalDate = saturday, time = '12:20') {
  const now = instantOf(today, localTime(time), SEOUL);
  const storage = createMemoryStorage();
  let sessions = 0;
  const env = {
    now: () => now,
    newId: () => 'id',
    newSession: () => String(++sessions).padStart(16, '0'),
  };
  const store = openShopStore({ storage, env });
  const photos = { putRaw: async () => ({ ok: true as const, added: 0, damaged: [] }) };
  let pictures = 0;
  const drawPicture = async () => {
    const sha = `${++pictures}`.padStart(64, '0');
    return {
      picture: { sha, mime: 'image/jpeg', width: 4, height: 3, bytes: 0 },
      full: new ArrayBuffer(0),
      thumb: null,
    };
  };
  await fillDemoShop({ store, photos, now, today, zone: SEOUL, language: 'ko', drawPicture });
  return { store, storage, now };
}

const openCount = async (store: ShopStore) => await store.queries.flagCount('open').run();
const eidOf = (key: string, today = saturday) => `demo-${today.replaceAll('-', '')}-${key}` as Eid;
const documentOf = async (store: ShopStore, key: string) => {
  const document = await store.queries.order(eidOf(key)).run();
  if (document === null) throw new Error(`the demo shop has no ${key}`);
  return document;
};

describe('the demo Saturday at 12:20', async () => {
  const { store } = await openDemo();
  const eleven = await store.queries.day(saturday).run();
  const sum = (rows: readonly OrderRow[]) => rows.reduce((total, row) => total + (row.balanceMinor ?? 0), 0);

  test('DS-1 has the eleven of the reference, in its order, with its states', () => {
    expect(eleven.map((row) => [row.start, row.name, row.tail, row.status, row.balanceMinor])).toEqual([
      ['11:00', '이서준', '4410', 'handed-over', 0],
      ['11:00', '박하윤', '2093', 'ready', 0],
      ['13:30', '김민지', '5678', 'making', 32000],
      ['13:30', '최유나', null, 'confirmed', 0],
      ['13:30', '정태오', '8812', 'awaiting-deposit', 42000],
      ['15:00', '강지호', '0371', 'confirmed', 0],
      ['15:00', '윤서연', '1190', 'ready', 25000],
      ['15:00', '한지우', '7754', 'ready', 0],
      ['15:30', '오세린', '3302', 'confirmed', 40000],
      ['17:00', '임도현', '6128', 'confirmed', 37000],
      ['18:30', '서가은', '9047', 'confirmed', 18000],
    ]);
    expect(sum(eleven.filter((row) => row.status !== 'awaiting-deposit'))).toBe(152_000);
  });

  test('DS-1 김민지 is half made: two cakes, one of them ticked', () => {
    const minji = eleven.find((row) => row.name === '김민지');
    expect(minji?.items.map((item) => item.made)).toEqual([true, false]);
    expect(minji?.items[0]?.allergy).toBe('견과 알레르기 — 호두·아몬드 빼기');
    expect(minji?.items[0]?.boardLettering).toBe('건강하게 오래오래');
  });

  test('DS-2 there are 132 open orders, and hundreds that are done', async () => {
    expect(await openCount(store)).toBe(132);
    const all = await store.queries.page(null, 10_000).run();
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all.map((row) => row.number)).size).toBe(all.length);
    expect(new Set(all.map((row) => row.status))).toEqual(new Set(ORDER_STATUSES));
  });

  test('DS-2 no order is on a day on which the shop is closed, and none was made in the future', async () => {
    const shop = await store.queries.shop().run();
    const all = await store.queries.page(null, 10_000).run();
    const closed = all.filter(
      (row) =>
        row.day > saturday &&
        shop.specialDays.get(row.day as LocalDate)?.hours !== undefined &&
        'closed' in (shop.specialDays.get(row.day as LocalDate)?.hours ?? {}),
    );
    expect(closed.map((row) => row.name)).toEqual([]);
    const now = instantOf(saturday, localTime('12:20'), SEOUL);
    const acts = await store.readTransactions(null, 100_000);
    expect(acts.filter((act) => act.at > now)).toEqual([]);
  });

  test('DS-3 the shop has a menu with prices, staff, texts in three languages, special days and regulars', async () => {
    const shop = await store.queries.shop().run();
    expect(shop.isSetUp && shop.name).toBe('달콤공방');
    expect(shop.menu.length).toBeGreaterThan(20);
    expect(shop.staff.map((person) => person.name)).toEqual(['하은', '지수', '민호']);
    expect(shop.texts.length).toBe(15);
    expect(shop.specialDays.size).toBe(3);
    const all = await store.queries.page(null, 10_000).run();
    const byCustomer = new Map<string, number>();
    for (const row of all) byCustomer.set(row.customer ?? '', (byCustomer.get(row.customer ?? '') ?? 0) + 1);
    expect([...byCustomer.values()].filter((count) => count >= 4).length).toBeGreaterThan(15);
    expect((await store.queries.customersByTail('5678').run()).map((customer) => customer.name).sort()).toEqual(
      ['佐藤 美咲', '김민지'].sort(),
    );
  });

  test.each([
    ['conflict-lettering', ['lettering']],
    ['conflict-pickup', ['pickup']],
    ['conflict-status', ['status']],
    ['deleted-but-edited', ['deleted']],
  ])('DS-4 %s is a conflict that a person has to settle', async (key, fields) => {
    const { conflicts, order } = await documentOf(store, key);
    expect(conflicts.map((conflict) => conflict.field)).toEqual(fields);
    expect(order.deleted).toBe(false);
  });

  test('DS-4 every trouble is there', async () => {
    const row = async (key: string) => (await store.queries.rowsOf([eidOf(key)]).run())[0];
    expect((await row('no-lettering'))?.lacking).toEqual(['lettering']);
    expect((await row('no-price'))?.lacking).toContain('price');
    expect((await row('no-date'))?.lacking).toEqual(['date', 'time']);
    expect((await row('no-time'))?.lacking).toEqual(['time']);
    expect((await row('no-name'))?.lacking).toEqual(['name', 'phone']);
    expect((await row('bad-phone'))?.lacking).toEqual(['phone']);
    expect((await row('deposit-only'))?.lacking).toContain('item');
    expect((await row('weekday-mismatch'))?.doubts).toEqual(['date_weekday_mismatch']);
    expect((await row('deposit-overdue'))?.depositDue?.date).toBe(addLocalDays(saturday, -1));
    expect((await row('paid-twice'))?.balanceMinor).toBe(-29_000);
    expect((await row('cancelled'))?.paidMinor).toBe(0);
    expect((await row('refunded-in-part'))?.balanceMinor).toBe(0);
    expect((await row('deleted'))?.flags).toEqual(['deleted']);
    expect((await row('delivery'))?.method).toBe('delivery');
    expect((await row('quick'))?.method).toBe('quick');
    expect((await row('uncollected'))?.status).toBe('ready');
    expect((await row('no-show'))?.status).toBe('no-show');
    expect((await row('many-cakes'))?.items.length).toBe(5);
    expect((await documentOf(store, 'voided-payment')).order.payments.at(-1)?.voided?.reason).not.toBe(null);
    expect((await documentOf(store, 'coupon')).order.payments.map((payment) => payment.state).sort()).toEqual([
      'expected',
      'seen',
    ]);
    expect((await documentOf(store, 'lost-picture')).order.photos.length).toBe(1);
    expect((await documentOf(store, 'english')).order.language).toBe('en');
    const newer = (await store.readTransactions(null, 100_000)).filter((act) => act.schema === 2);
    expect(newer.length).toBe(1);
  });

  test('DS-4 김민지 has a history with people and times in it', async () => {
    const history = await store.queries.history(eidOf('03-minji')).run();
    expect(history.length).toBe(4);
    expect(history.map((entry) => entry.at)).toEqual([...history.map((entry) => entry.at)].sort((a, b) => b - a));
    expect(history.every((entry) => entry.actor.startsWith('shop/s-'))).toBe(true);
  });
});

test('DS-5 the same clock gives the same book', async () => {
  const [first, second] = await Promise.all([openDemo(), openDemo()]);
  expect(first.storage.dump()).toEqual(second.storage.dump());
});

test.each(['2026-11-23', '2024-02-29', '2025-12-31', '2026-03-01', '2022-10-12', '2027-01-05', '2026-06-04'])(
  'DS-6 opened on %s it has eleven pickups today and 132 open orders at 12:20',
  async (day) => {
    const { store } = await openDemo(localDate(day));
    expect((await store.queries.day(localDate(day)).run()).length).toBe(11);
    expect(await openCount(store)).toBe(132);
  },
);

test('DS-6 in the evening the day has gone on: one cake is still not collected, one deposit was never paid', async () => {
  const { store, now } = await openDemo(saturday, '19:30');
  const open = (await store.queries.day(saturday).run()).filter((row) => row.flags.includes('open'));
  expect(open.map((row) => row.name)).toEqual(['박하윤', '정태오']);
  const acts = await store.readTransactions(null, 100_000);
  expect(acts.filter((act) => act.at > (now as Instant))).toEqual([]);
});

test('DS-6 before dawn nobody has begun, and nothing lies in the future', async () => {
  const { store, now } = await openDemo(saturday, '00:10');
  const rows = await store.queries.day(saturday).run();
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['confirmed', 'awaiting-deposit']));
  const acts = await store.readTransactions(null, 100_000);
  expect(acts.filter((act) => act.at > now)).toEqual([]);
});
