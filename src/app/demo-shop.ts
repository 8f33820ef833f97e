// The demo shop 달콤공방: a Saturday with eleven pickups, 132 open orders, every state and trouble a screen must show.
// Law: the same clock gives the same shop, to the letter: ids, sessions and times follow from the day alone.
import { defaultMenu } from '../domain/default-menu.ts';
import { defaultTexts } from '../domain/default-texts.ts';
import type { Answer, Eid, Language, Picture } from '../domain/order.ts';
import { phoneTail } from '../domain/phone.ts';
import { isOpen } from '../domain/status.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { AnyEdit } from '../store/change.ts';
import type { PhotoStore, RawPhoto } from '../store/photo-store.ts';
import type { ShopStore } from '../store/shop-store.ts';
import type { DemoBook, DemoEntry, DemoOrder } from './demo-acts.ts';
import { createDemoBook, demoEid, enterOrder } from './demo-acts.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { createDemoCalendar, STAFF } from './demo-calendar.ts';
import { inventCrowd } from './demo-crowd.ts';
import { addDisputes } from './demo-disputes.ts';
import type { CakeDesign } from './demo-pictures.ts';
import { drawCakePicture } from './demo-pictures.ts';
import { todaysOrders } from './demo-today.ts';
import { troubledOrders } from './demo-troubles.ts';

/** Open orders at 12:20 of the demo's day, those of that day included. */
const OPEN_ORDERS = 132;
const OPEN_TODAY = 10;
const PAST_ORDERS = 320;

export interface DemoShopOptions {
  readonly store: Pick<ShopStore, 'join'>;
  readonly photos: Pick<PhotoStore, 'putRaw'>;
  readonly now: Instant;
  /** The day that plays 15 October 2022: the shop's today. */
  readonly today: LocalDate;
  readonly zone: string;
  /** Language of the shop's screens; its customers stay who they are. */
  readonly language: Language;
  /** Draws a cake; where there is no canvas a test hands in its own. */
  readonly drawPicture?: (design: CakeDesign) => Promise<RawPhoto>;
}

/** Fills an empty book with the demo shop. Pictures that cannot be kept are left out. */
export async function fillDemoShop(options: DemoShopOptions): Promise<void> {
  const { store, photos, now, today, zone, language, drawPicture = drawCakePicture } = options;
  const calendar = createDemoCalendar(today, now, zone);
  const book = createDemoBook(today, now);
  const eleven = todaysOrders(calendar);
  const troubled = troubledOrders(calendar);
  const named = [...eleven, ...troubled];
  const crowd = inventCrowd(calendar, {
    coming: OPEN_ORDERS - OPEN_TODAY - troubled.filter(staysOpen).length,
    past: PAST_ORDERS,
    takenTails: new Set(named.flatMap((order) => phoneTail(order.phone) ?? [])),
  });
  const orders = [...named, ...crowd.orders];

  const pictures = await keepPictures(orders, photos, drawPicture);
  const openedAt = calendar.at(-400, '10:00');
  book.act({ at: openedAt, by: STAFF.owner, edits: shopEdits(calendar, zone, language) });
  enterCustomers(book, orders, crowd.regulars);
  for (const { order, entry } of numbered(book, orders, pictures)) enterOrder(book, order, entry);
  addDisputes(book, calendar);
  await store.join(book.transactions);
}

/** Whether the order counts as open: what is only disputed does, what was deleted does not. */
function staysOpen(order: DemoOrder): boolean {
  const last = order.events.findLast((event) => event.status !== undefined)?.status ?? 'awaiting-deposit';
  return isOpen(last) && order.events.every((event) => event.set?.deleted !== true);
}

async function keepPictures(
  orders: readonly DemoOrder[],
  photos: Pick<PhotoStore, 'putRaw'>,
  drawPicture: (design: CakeDesign) => Promise<RawPhoto>,
): Promise<ReadonlyMap<CakeDesign, Picture>> {
  const drawn = new Map<CakeDesign, RawPhoto>();
  for (const { drawn: design } of orders.flatMap((order) => order.items.flatMap((item) => item.pictures ?? []))) {
    if (design !== 'lost' && !drawn.has(design)) drawn.set(design, await drawPicture(design));
  }
  const put = await photos.putRaw([...drawn.values()]);
  return new Map(put.ok ? [...drawn].map(([design, { picture }]) => [design, picture]) : []);
}

/** A picture that some tablet took and whose bytes never reached this one. */
const LOST_PICTURE: Picture = {
  sha: '10570000'.repeat(8),
  mime: 'image/jpeg',
  width: 960,
  height: 720,
  bytes: 84_320,
};

/** Short numbers in the order in which the orders were taken. */
function numbered(
  book: DemoBook,
  orders: readonly DemoOrder[],
  pictures: ReadonlyMap<CakeDesign, Picture>,
): { readonly order: DemoOrder; readonly entry: DemoEntry }[] {
  const inOrder = [...orders].sort((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1));
  return inOrder.map((order, index) => ({
    order,
    entry: {
      number: `A-${index + 1}`,
      customer: order.phone?.e164 == null ? null : customerEid(book.day, order),
      picture: (drawn) => (drawn === 'lost' ? LOST_PICTURE : (pictures.get(drawn) ?? null)),
    },
  }));
}

function customerEid(day: LocalDate, order: DemoOrder): Eid {
  return demoEid(day, `customer${(order.phone?.e164 ?? '').replace('+', '-')}`);
}

function enterCustomers(
  book: DemoBook,
  orders: readonly DemoOrder[],
  regulars: ReadonlyMap<string, { readonly allergy: Answer }>,
): void {
  const first = new Map<Eid, DemoOrder>();
  for (const order of orders) {
    if (order.phone?.e164 == null) continue;
    const eid = customerEid(book.day, order);
    const known = first.get(eid);
    if (known === undefined || order.createdAt < known.createdAt) first.set(eid, order);
  }
  for (const [eid, order] of first) {
    const allergy = regulars.get(phoneTail(order.phone) ?? '')?.allergy ?? null;
    const set = { name: order.name, phone: order.phone, allergy };
    book.act({ at: order.createdAt, by: order.takenBy, edits: [{ kind: 'customer', eid, set }] });
  }
}

function shopEdits(calendar: DemoCalendar, zone: string, language: Language): AnyEdit[] {
  const edits: AnyEdit[] = [
    {
      kind: 'shop',
      eid: 'shop' as Eid, // the one root of a shop's settings
      set: {
        name: '달콤공방',
        zone,
        country: 'KR',
        currency: 'KRW',
        language,
        phone: '02-000-1234',
        address: '서울 가온구 달콤길 15, 1층',
        account: '가온은행 000-00-000000 달콤공방',
        hours: calendar.hours,
        slots: { minutes: 30, places: 3 },
        dayPlaces: 18,
        leadDays: 2,
        deposit: { kind: 'percent', value: 50, withinHours: 24 },
      },
    },
    ...[
      { eid: STAFF.owner, name: '하은' },
      { eid: STAFF.counter, name: '지수' },
      { eid: STAFF.maker, name: '민호' },
    ].map(({ eid, name }, position): AnyEdit => ({ kind: 'staff', eid, set: { name, position, active: true } })),
    ...calendar.specialDays.map(
      (set): AnyEdit => ({ kind: 'specialDay', eid: `shop/d${set.date}` as Eid, set }), // as domain/shop.ts names special days
    ),
    ...defaultMenu('ko', 'KRW').map(({ eid, fields }): AnyEdit => ({ kind: 'menuEntry', eid, set: fields })),
    ...defaultTexts().map(({ eid, fields }): AnyEdit => ({ kind: 'text', eid, set: fields })),
  ];
  return edits;
}
