// OR: the ladder, what an order lacks, its row in a list, and phones as people write them.
import { describe, expect, test } from 'vitest';
import type { Eid, Item, Order, Photo } from '../../src/domain/order.ts';
import type { Lacking } from '../../src/domain/order-row.ts';
import { compareRows, orderToRow, whatIsLacking } from '../../src/domain/order-row.ts';
import { phoneTail } from '../../src/domain/phone.ts';
import { formatPhone, readPhone } from '../../src/domain/phone-number.ts';
import { FORWARD_STATUSES, holdsPlace, isOpen, nextStatus, ORDER_STATUSES } from '../../src/domain/status.ts';
import type { Instant, LocalDate, LocalTime } from '../../src/domain/time.ts';

const item = (more: Partial<Item> = {}): Item => ({
  ...{ eid: 'o/i' as Eid, position: null, product: null, size: '2호', sheet: null, cream: null, shape: null },
  ...{ baseColor: null, textColor: null, lettering: { text: '축하해' }, boardLettering: null, candles: null },
  ...{
    allergy: null,
    quantity: 1,
    price: { minor: 44_000, currency: 'KRW' as const },
    design: null,
    made: null,
    deleted: false,
  },
  ...more,
});
const photo = (more: Partial<Photo> = {}): Photo => ({
  ...{ eid: 'o/p' as Eid, role: 'reference' as const, item: null, position: null, deleted: false },
  picture: { sha: 'reference', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 },
  ...more,
});
const order = (more: Partial<Order> = {}): Order => ({
  ...{ eid: 'o' as Eid, number: 'A-1', createdAt: 1 as Instant, channel: null, customer: null, name: '김민지' },
  ...{ phone: { e164: '+821000001234', text: '010-0000-1234' }, payer: null, collector: null, fulfilment: null },
  pickup: { date: '2022-10-15' as LocalDate, start: '13:30' as LocalTime, end: null, precision: 'exact' },
  ...{ status: 'confirmed' as const, packaging: null, price: null, depositAsked: null, depositDue: null, memo: null },
  ...{
    doubts: null,
    language: null,
    readBack: null,
    deleted: false,
    items: [item()],
    photos: [],
    payments: [],
    originals: [],
  },
  ...more,
});

describe('the ladder', () => {
  test('OR-1 one button climbs it to its end', () => {
    expect(FORWARD_STATUSES.map(nextStatus)).toEqual([...FORWARD_STATUSES.slice(1), null]);
    expect(nextStatus('cancelled')).toBeNull();
    expect(nextStatus('no-show')).toBeNull();
  });
  test('CA-3 every order but a cancelled one holds its place', () => {
    expect(ORDER_STATUSES.filter((status) => !holdsPlace(status))).toEqual(['cancelled']);
    expect(ORDER_STATUSES.filter(isOpen)).toEqual(['awaiting-deposit', 'confirmed', 'making', 'ready']);
  });
});

describe('what an order lacks', () => {
  test.each<{ readonly name: string; readonly of: Partial<Order>; readonly lacking: Lacking[] }>([
    { name: 'nothing', of: {}, lacking: [] },
    { name: 'a blank name', of: { name: '' }, lacking: ['name'] },
    { name: 'a phone that cannot be dialled', of: { phone: { e164: null, text: '1234' } }, lacking: ['phone'] },
    { name: 'day and time', of: { pickup: null }, lacking: ['date', 'time'] },
    {
      name: 'only the day',
      of: { pickup: { date: null, start: null, end: '15:00' as LocalTime, precision: 'until' } },
      lacking: ['date'],
    },
    { name: 'a cake, and so a price', of: { items: [] }, lacking: ['item', 'price'] },
    { name: 'a size', of: { items: [item({ size: null })] }, lacking: ['size'] },
    {
      name: 'no size where the product says it',
      of: { items: [item({ size: null, product: '도시락' })] },
      lacking: [],
    },
    {
      name: 'lettering that nobody has asked about',
      of: { items: [item({ lettering: null })] },
      lacking: ['lettering'],
    },
    { name: 'no lettering where there is none', of: { items: [item({ lettering: { none: true } })] }, lacking: [] },
    {
      name: 'no lettering where the board has it',
      of: { items: [item({ lettering: null, boardLettering: { text: '축' } })] },
      lacking: [],
    },
    { name: 'a price', of: { items: [item({ price: null })] }, lacking: ['price'] },
  ])('OR-3 $name', ({ of, lacking }) => {
    expect(whatIsLacking(order(of))).toEqual(lacking);
  });

  test('OR-3 a finished or deleted order lacks nothing and asks nothing', () => {
    const bare = { name: null, phone: null, pickup: null, items: [], doubts: [{ code: 'date', raw: null }] };
    for (const status of ['handed-over', 'cancelled', 'no-show'] as const)
      expect(orderToRow(order({ ...bare, status }), 0)).toMatchObject({ lacking: [], doubts: [], flags: [] });
    expect(orderToRow(order({ ...bare, deleted: true }), 0)).toMatchObject({ lacking: [], flags: ['deleted'] });
    expect(orderToRow(order({ ...bare, status: 'awaiting-deposit' }), 2).flags).toEqual([
      ...['open', 'awaiting-deposit', 'conflict', 'lacking', 'doubt'],
    ]);
  });
});

describe('the row', () => {
  test('OR-2 none and blank look alike in a list, but only blank is lacking', () => {
    const row = orderToRow(order({ items: [item({ lettering: { none: true }, allergy: { none: true } })] }), 0);
    expect([row.items[0]?.lettering, row.items[0]?.allergy, row.lacking]).toEqual(['', '', []]);
  });
  test('OR-4 the agreed design is shown before a reference', () => {
    const agreed = photo({
      role: 'agreed',
      picture: { sha: 'agreed', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 },
    });
    expect(orderToRow(order({ photos: [photo(), agreed] }), 0).items[0]).toMatchObject({
      photo: 'agreed',
      photoRole: 'agreed',
    });
  });
  test('OR-4 a photo of the whole order belongs to a cake only when there is one', () => {
    const two = [item({ eid: 'o/a' as Eid }), item({ eid: 'o/b' as Eid })];
    const own = photo({
      item: 'o/b' as Eid,
      picture: { sha: 'own', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 },
    });
    expect(orderToRow(order({ items: two, photos: [photo(), own] }), 0).items.map(({ photo: sha }) => sha)).toEqual([
      null,
      'own',
    ]);
  });
  test.each<{
    readonly name: string;
    readonly cakes: number;
    readonly roles: Photo['role'][];
    readonly shown: unknown;
  }>([
    { name: 'two cakes: the references', cakes: 2, roles: ['reference', 'reference'], shown: ['0', '1'] },
    {
      name: 'two cakes: what was agreed instead of references',
      cakes: 2,
      roles: ['reference', 'agreed'],
      shown: ['1'],
    },
    { name: 'no cake yet', cakes: 0, roles: ['reference'], shown: ['0'] },
    { name: 'one cake has them itself', cakes: 1, roles: ['reference'], shown: undefined },
    { name: 'none at all', cakes: 2, roles: [], shown: undefined },
  ])('OR-4 pictures of the whole order: $name', ({ cakes, roles, shown }) => {
    const items = Array.from({ length: cakes }, (_, index) => item({ eid: `o/${index}` as Eid }));
    const photos = roles.map((role, index) =>
      photo({ role, picture: { sha: String(index), mime: 'image/jpeg', width: 1, height: 1, bytes: 1 } }),
    );
    const row = orderToRow(order({ items, photos }), 0);
    expect(row.orderPhotos).toEqual(shown);
    expect('orderPhotos' in row).toBe(shown !== undefined);
  });
  test.each<{ readonly name: string; readonly of: Partial<Order>; readonly delivery: unknown }>([
    { name: 'collected', of: { fulfilment: { method: 'pickup', address: '가온로 1' } }, delivery: undefined },
    { name: 'nobody has said how', of: {}, delivery: undefined },
    {
      name: 'delivered to the customer',
      of: { fulfilment: { method: 'delivery', address: '가온로 1' } },
      delivery: { address: '가온로 1', phone: null },
    },
    {
      name: 'by courier to another person, address not known',
      of: {
        fulfilment: { method: 'quick', address: null },
        collector: { name: '윤도준', phone: { e164: '+821000003451', text: '010-0000-3451' } },
      },
      delivery: { address: '', phone: { e164: '+821000003451', text: '010-0000-3451' } },
    },
  ])('OR-7 where it goes: $name', ({ of, delivery }) => {
    const row = orderToRow(order(of), 0);
    expect(row.delivery).toEqual(delivery);
    expect('delivery' in row).toBe(delivery !== undefined);
  });
  test('OR-5 orders without a time come after all others of their day, those without a day under none', () => {
    const at = (start: string | null, createdAt: number) =>
      orderToRow(
        order({
          eid: `${start} ${createdAt}` as Eid,
          createdAt: createdAt as Instant,
          pickup: { date: '2022-10-15' as LocalDate, start: start as LocalTime | null, end: null, precision: 'exact' },
        }),
        0,
      );
    const rows = [at(null, 1), at('18:00', 2), at('09:00', 4), at('09:00', 3)].sort(compareRows);
    expect(rows.map(({ eid }) => eid)).toEqual(['09:00 3', '09:00 4', '18:00 2', 'null 1']);
    expect(orderToRow(order({ pickup: null }), 0)).toMatchObject({ day: '', sort: '99:99' });
  });
});

describe('phones', () => {
  test.each([
    ['010-0000-1234', '+821000001234', '010-0000-1234'],
    ['０１０ ００００ １２３４', '+821000001234', '010-0000-1234'],
    ['10-0000-1234', '+821000001234', '010-0000-1234'],
    ['+82 (0)10-0000-1234', '+821000001234', '010-0000-1234'],
    ['010-0000-1234 (엄마)', '+821000001234', '010-0000-1234'],
    ['0502-0000-1234', '+8250200001234', '0502-0000-1234'],
    ['02-1234-5678', '+82212345678', '02-1234-5678'],
    ['1588-0000', '+8215880000', '1588-0000'],
    ['+81 90-0000-1234', '+819000001234', '+81 90 0000 1234'],
    ['010-0000-123', null, '010-0000-123'],
    ['010-0000-1234/010-0000-5678', null, '010-0000-1234/010-0000-5678'],
    ['모름', null, '모름'],
  ])('OR-6 %s in Korea is dialled %s and shown %s', (typed, e164, shown) => {
    const phone = readPhone(typed, 'KR');
    expect(phone.e164).toBe(e164);
    expect(phone.text).toBe(typed.normalize('NFKC').trim());
    expect(formatPhone(phone, 'KR')).toBe(shown);
  });
  test.each([
    [{ e164: '+821000001234', text: 'x' }, '1234'],
    [{ e164: null, text: '뒷자리 5678' }, '5678'],
    [{ e164: null, text: '５６７８' }, '5678'],
    [{ e164: null, text: '78' }, null],
    [null, null],
  ])('OR-6 the last four digits of %j are %s', (phone, tail) => {
    expect(phoneTail(phone)).toBe(tail);
  });
});
