// How an order's row is written down: without what most orders leave empty. Every property costs at each write and read.
// Law: unpacking gives back the row that was packed; an index finds it by the same properties.
import type { Eid } from '../domain/order.ts';
import type { ItemRow, OrderRow } from '../domain/order-row.ts';

type Usual<Row> = { readonly [Name in keyof Row]?: Row[Name] };
/** What has no usual value, and what else differs from it. The order's name is the record's own. */
type Always = 'day' | 'sort' | 'status' | 'createdAt';
export type PackedRow = Pick<OrderRow, Always> &
  Partial<Omit<OrderRow, 'eid' | Always | 'items'>> & { readonly items?: readonly Partial<ItemRow>[] };

const NONE: readonly never[] = [];
const USUAL_ROW = {
  number: '',
  start: null,
  end: null,
  precision: 'exact',
  name: '',
  phone: '',
  e164: null,
  tail: null,
  payer: '',
  collector: '',
  customer: null,
  channel: null,
  method: 'pickup',
  packaging: {},
  totalMinor: null,
  paidMinor: 0,
  balanceMinor: null,
  depositMinor: null,
  depositDue: null,
  currency: null,
  memo: '',
  lacking: NONE,
  doubts: NONE,
  conflicts: 0,
  photos: 0,
  flags: NONE,
} as const satisfies Usual<OrderRow>;
const USUAL_ITEM = {
  product: null,
  size: null,
  sheet: null,
  cream: null,
  shape: null,
  lettering: '',
  boardLettering: '',
  allergy: '',
  candles: null,
  quantity: 1,
  made: false,
  photo: null,
  photoRole: null,
} as const satisfies Usual<ItemRow>;

const isEmptyObject = (value: unknown) => {
  if (value === null || typeof value !== 'object') return false;
  for (const _ in value) return false;
  return true;
};

/** What differs from the usual. */
function leaveOut(values: object, usual: Readonly<Record<string, unknown>>): object {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const same = value === usual[name] || (isEmptyObject(value) && isEmptyObject(usual[name]));
    if (value !== undefined && !same) kept[name] = value;
  }
  return kept;
}

export function packRow({ eid: _, items, ...row }: OrderRow): PackedRow {
  const packed = leaveOut(row, USUAL_ROW) as PackedRow; // `Always` has no usual value
  return items.length === 0 ? packed : { ...packed, items: items.map((item) => leaveOut(item, USUAL_ITEM)) };
}

/** What lists show of a root; null when it is no order. */
export function rowOf({ root, row }: { readonly root: string; readonly row: PackedRow | null }): OrderRow | null {
  if (row === null) return null;
  const items = (row.items ?? NONE).map((item) => ({ ...USUAL_ITEM, ...item }) as ItemRow); // whole again with what was left out
  return { ...USUAL_ROW, ...row, eid: root as Eid, items };
}
