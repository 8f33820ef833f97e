// One order as a list shows it, derived from the whole order and stored beside it so that a day opens at once.
// Law: a row holds nothing that time changes (lateness is computed on screen) and can be rebuilt from registers at any time.

import type { Currency } from './money.ts';
import { orderTotalMinor, summarizeMoney } from './money.ts';
import type { Candles, Channel, Eid, FulfilmentMethod, Item, Order, Packaging, PhotoRole } from './order.ts';
import { type Phone, phoneTail } from './phone.ts';
import { answerText } from './shop.ts';
import type { OrderStatus } from './status.ts';
import { isOpen } from './status.ts';
import type { LocalDate, LocalTime } from './time.ts';

/** What an order still lacks; each is a line in 확인 필요. */
export const LACKING = ['name', 'phone', 'date', 'time', 'item', 'size', 'lettering', 'price'] as const;
export type Lacking = (typeof LACKING)[number];

/** Marks by which lists find orders; an order without trouble that is finished has none. */
export type RowFlag = 'open' | 'awaiting-deposit' | 'conflict' | 'lacking' | 'doubt' | 'deleted';

export interface ItemRow {
  readonly eid: Eid;
  readonly product: string | null;
  readonly size: string | null;
  readonly sheet: string | null;
  readonly cream: string | null;
  readonly shape: string | null;
  readonly lettering: string;
  readonly boardLettering: string;
  /** Words of the allergy; '' when none or unknown. */
  readonly allergy: string;
  readonly candles: Candles | null;
  readonly quantity: number;
  readonly made: boolean;
  /** SHA-256 of the picture shown for this cake: agreed before reference; null when there is none. */
  readonly photo: string | null;
  readonly photoRole: PhotoRole | null;
}

/** Where an order that leaves the shop goes. */
export interface RowDelivery {
  /** '' when nobody has said it. */
  readonly address: string;
  /** Of the one who receives it, when that is not the customer's own. */
  readonly phone: Phone | null;
}

export interface OrderRow {
  readonly eid: Eid;
  readonly number: string;
  /** '' when no day is known. */
  readonly day: LocalDate | '';
  /** Place within the day: start, or end, or '99:99'. */
  readonly sort: string;
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  readonly precision: 'exact' | 'about' | 'from' | 'until';
  readonly status: OrderStatus;
  readonly name: string;
  readonly phone: string;
  readonly e164: string | null;
  readonly tail: string | null;
  readonly payer: string;
  readonly collector: string;
  readonly customer: Eid | null;
  readonly channel: Channel | null;
  readonly method: FulfilmentMethod;
  /** Absent when the customer comes for it: most rows stay as short as they were. */
  readonly delivery?: RowDelivery;
  readonly items: readonly ItemRow[];
  /** SHA-256 of the pictures that no single cake has: the agreed ones, else the references. Absent when there are none. */
  readonly orderPhotos?: readonly string[];
  readonly packaging: Packaging;
  readonly totalMinor: number | null;
  readonly paidMinor: number;
  readonly balanceMinor: number | null;
  readonly depositMinor: number | null;
  readonly depositDue: { readonly date: LocalDate; readonly time: LocalTime } | null;
  /** null: the shop's own. */
  readonly currency: Currency | null;
  readonly memo: string;
  readonly lacking: readonly Lacking[];
  readonly doubts: readonly string[];
  readonly conflicts: number;
  readonly photos: number;
  readonly createdAt: number;
  readonly flags: readonly RowFlag[];
}

/** What the shop cannot do without; only asked of orders that are still open. */
export function whatIsLacking(order: Order): Lacking[] {
  const lacking: Lacking[] = [];
  if ((order.name ?? '') === '') lacking.push('name');
  if (order.phone === null || order.phone.e164 === null) lacking.push('phone');
  if (order.pickup?.date == null) lacking.push('date');
  if (order.pickup?.start == null && order.pickup?.end == null) lacking.push('time');
  if (order.items.length === 0) lacking.push('item');
  if (order.items.some((item) => (item.size ?? item.product ?? '') === '')) lacking.push('size');
  if (order.items.some((item) => item.lettering === null && item.boardLettering === null)) lacking.push('lettering');
  if (orderTotalMinor(order) === null) lacking.push('price');
  return lacking;
}

function itemRow(item: Item, order: Order, isOnly: boolean): ItemRow {
  const own = order.photos.filter(
    (photo) => photo.picture !== null && (photo.item === item.eid || (isOnly && photo.item === null)),
  );
  const shown = own.find((photo) => photo.role === 'agreed') ?? own[0];
  return {
    eid: item.eid,
    product: item.product,
    size: item.size,
    sheet: item.sheet,
    cream: item.cream,
    shape: item.shape,
    lettering: answerText(item.lettering),
    boardLettering: answerText(item.boardLettering),
    allergy: answerText(item.allergy),
    candles: item.candles,
    quantity: item.quantity,
    made: item.made === true,
    photo: shown?.picture?.sha ?? null,
    photoRole: shown?.role ?? null,
  };
}

function deliveryOf(order: Order): RowDelivery | null {
  if (order.fulfilment === null || order.fulfilment.method === 'pickup') return null;
  return { address: order.fulfilment.address ?? '', phone: order.collector?.phone ?? null };
}

/** A picture of the whole order is its only cake's; with several cakes, or none yet, it stands on its own. */
function orderPhotosOf(order: Order): string[] {
  if (order.items.length === 1) return [];
  const own = order.photos.filter((photo) => photo.item === null);
  const agreed = own.filter((photo) => photo.role === 'agreed');
  return (agreed.length > 0 ? agreed : own).flatMap((photo) => (photo.picture === null ? [] : [photo.picture.sha]));
}

/** The row of an order. `conflicts` counts registers that hold more than one value nobody has chosen between. */
export function orderToRow(order: Order, conflicts: number): OrderRow {
  const money = summarizeMoney(order);
  const open = isOpen(order.status) && order.deleted !== true;
  const lacking = open ? whatIsLacking(order) : [];
  const doubts = open ? (order.doubts ?? []).map((doubt) => doubt.code) : [];
  const flags: RowFlag[] = [];
  if (open) flags.push('open');
  if (open && order.status === 'awaiting-deposit') flags.push('awaiting-deposit');
  if (conflicts > 0) flags.push('conflict');
  if (lacking.length > 0) flags.push('lacking');
  if (doubts.length > 0) flags.push('doubt');
  if (order.deleted === true) flags.push('deleted');
  const delivery = deliveryOf(order);
  const orderPhotos = orderPhotosOf(order);
  return {
    eid: order.eid,
    number: order.number,
    day: order.pickup?.date ?? '',
    sort: order.pickup?.start ?? order.pickup?.end ?? '99:99',
    start: order.pickup?.start ?? null,
    end: order.pickup?.end ?? null,
    precision: order.pickup?.precision ?? 'exact',
    status: order.status,
    name: order.name ?? '',
    phone: order.phone?.text ?? '',
    e164: order.phone?.e164 ?? null,
    tail: phoneTail(order.phone),
    payer: order.payer ?? '',
    collector: order.collector?.name ?? '',
    customer: order.customer,
    channel: order.channel,
    method: order.fulfilment?.method ?? 'pickup',
    ...(delivery === null ? {} : { delivery }),
    items: order.items.map((item) => itemRow(item, order, order.items.length === 1)),
    ...(orderPhotos.length === 0 ? {} : { orderPhotos }),
    packaging: order.packaging ?? {},
    totalMinor: money.totalMinor,
    paidMinor: money.paidMinor,
    balanceMinor: money.balanceMinor,
    depositMinor: order.depositAsked?.minor ?? null,
    depositDue: order.depositDue,
    currency: money.currency,
    memo: order.memo ?? '',
    lacking,
    doubts,
    conflicts,
    photos: order.photos.length,
    createdAt: order.createdAt ?? 0,
    flags,
  };
}

/** The order in which a day is worked: by time, orders without one last, then by number of taking. */
export function compareRows(a: OrderRow, b: OrderRow): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  return a.createdAt - b.createdAt || (a.eid < b.eid ? -1 : 1);
}
