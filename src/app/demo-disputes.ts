// What the demo shop's two tablets did without knowing of each other, and what a newer version of the app wrote.
// Law: a conflict comes about as it does in a shop: both acts are stamped on the same state, then joined.
import { textEid } from '../domain/default-texts.ts';
import type { Eid } from '../domain/order.ts';
import { CATALOGUE } from '../merge/catalogue.ts';
import type { AnyEdit } from '../store/change.ts';
import { editOrder } from '../store/change.ts';
import type { DemoBook } from './demo-acts.ts';
import { demoEid, won } from './demo-acts.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { pickupAt, STAFF } from './demo-calendar.ts';

/** Adds the disputes to the orders of demo-troubles.ts that are named after them. */
export function addDisputes(book: DemoBook, calendar: DemoCalendar): void {
  const { past, openDay } = calendar;
  const eid = (key: string) => demoEid(book.day, key);
  const child = (key: string, name: string) => `${eid(key)}/${name}` as Eid; // a child's name: its order's, a slash, its own
  const apart = (atCounter: AnyEdit, inKitchen: AnyEdit, times: readonly [string, string]) =>
    book.actApart([
      { at: past(0, times[0]), by: STAFF.counter, tablet: 'counter', edits: [atCounter] },
      { at: past(0, times[1]), by: STAFF.maker, tablet: 'kitchen', edits: [inKitchen] },
    ]);
  const lettering = (text: string): AnyEdit => ({
    kind: 'item',
    eid: child('conflict-lettering', 'i1'),
    set: { lettering: { text } },
  });
  apart(lettering('엄마 생신 축하드려요'), lettering('엄마 생일 축하해♥'), ['09:20', '09:31']);

  const moved = eid('conflict-pickup');
  apart(
    editOrder(moved, { pickup: pickupAt(openDay(2), '16:30') }),
    editOrder(moved, { pickup: pickupAt(openDay(3), '14:00') }),
    ['09:40', '10:15'],
  );
  const begun = eid('conflict-status');
  apart(editOrder(begun, { status: 'cancelled' }), editOrder(begun, { status: 'making' }), ['10:20', '10:44']);

  const deleted = eid('deleted-but-edited');
  apart(editOrder(deleted, { deleted: true }), editOrder(deleted, { memo: '케이크 위에 학사모 장식 추가 (무료)' }), [
    '10:50',
    '11:02',
  ]);

  const reminder = (body: string): AnyEdit => ({ kind: 'text', eid: textEid('reminder', 'ko'), set: { body } });
  apart(
    reminder('{name}님, 내일 {time} 픽업이에요. 흔들리지 않게 준비해 둘게요. {shop}'),
    reminder('{name}님, 내일 {date} {time}에 뵙겠습니다. 늦으시면 꼭 연락 주세요. {shop}'),
    ['11:04', '11:08'],
  );

  const balance = (name: string, time: string): AnyEdit => ({
    kind: 'payment',
    eid: child('paid-twice', name),
    set: {
      entry: { kind: 'balance', ...won(29000), method: 'transfer', payer: '홍시우', at: past(0, time) },
      state: 'seen',
    },
  });
  apart(balance('p2', '11:10'), balance('p3', '11:12'), ['11:10', '11:12']);

  const parking = { hours: 2, seats: 4 };
  book.take({
    at: past(-1, '18:00'),
    actor: STAFF.owner,
    schema: 2,
    ops: [{ kind: CATALOGUE.order.no, eid: eid('from-a-newer-version'), field: 99, sup: [], value: parking }],
  });
}
