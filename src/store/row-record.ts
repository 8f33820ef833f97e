// How an order's row is written down: what the indexes reach, and the rest as one text without what most orders leave empty.
// The database copies every object twice at each write; a text costs it next to nothing.
// Law: unpacking gives back the row that was packed; an index finds it by the same properties.
import type { Eid } from '../domain/order.ts';
import type { ItemRow, OrderRow } from '../domain/order-row.ts';

type Usual<Row> = { readonly [Name in keyof Row]?: Row[Name] };
/** What an order's record has of its row; a record of something else has none of it. */
export interface PackedRow {
  readonly day?: OrderRow['day'];
  readonly sort?: OrderRow['sort'];
  /** Only where there is one. */
  readonly tail?: string;
  /** Only where there are any. */
  readonly flags?: OrderRow['flags'];
  /** JSON of what else differs from the usual. The order's name is the record's own. */
  readonly row?: string;
}

const NONE: readonly never[] = [];
const USUAL_ROW = {
  number: '',
  start: null,
  end: null,
  precision: 'exact',
  name: '',
  phone: '',
  e164: null,
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

/** What the record of an order has of its row. */
export function packRow({ eid: _, day, sort, tail, flags, items, ...row }: OrderRow): PackedRow {
  const rest = leaveOut(row, USUAL_ROW);
  const written = items.length === 0 ? rest : { ...rest, items: items.map((item) => leaveOut(item, USUAL_ITEM)) };
  return {
    day,
    sort,
    ...(tail === null ? {} : { tail }),
    ...(flags.length === 0 ? {} : { flags }),
    row: JSON.stringify(written),
  };
}

/** What lists show of a root; null when it is no order. */
export function rowOf({ root, day, sort, tail, flags, row }: PackedRow & { readonly root: string }): OrderRow | null {
  if (row === undefined || day === undefined || sort === undefined) return null;
  const { items = NONE, ...rest } = JSON.parse(row) as Partial<OrderRow>; // written by packRow into the shop's own database
  const whole = items.map((item) => ({ ...USUAL_ITEM, ...item }));
  const named = { eid: root as Eid, day, sort, tail: tail ?? null, flags: flags ?? NONE, items: whole };
  return { ...USUAL_ROW, ...rest, ...named } as OrderRow; // whole again with what was left out
}
