// A customer known by the last four digits, and a new order "지난번처럼".
// Law: lettering, candles, photos, date and payment are never copied; an old allergy is asked again (NO-3).
import type { NewOrderDraft } from './new-order.ts';
import { emptyItem } from './new-order.ts';
import type { Customer, Eid } from './order.ts';
import type { OrderRow } from './order-row.ts';
import { answerText } from './shop.ts';
import { isOpen } from './status.ts';

/** One person as the book knows them, by phone number. */
export interface Regular {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly customer: Eid | null;
  /** The order to be like; null for a customer without one. */
  readonly last: OrderRow | null;
  readonly orders: number;
  /** Orders that are still to be made or fetched: perhaps the caller means one of them. */
  readonly open: readonly OrderRow[];
  /** Words of an allergy that was known of; '' for none or unknown. */
  readonly allergy: string;
}

const newestFirst = (a: OrderRow, b: OrderRow) => b.createdAt - a.createdAt || (a.eid < b.eid ? 1 : -1);

/** The people behind four digits, whoever ordered last first. One number is one person; names may differ. */
export function regularsOf(rows: readonly OrderRow[], customers: readonly Customer[]): Regular[] {
  const people = new Map<string, { rows: OrderRow[]; customer: Customer | null }>();
  for (const row of rows) {
    const key = row.e164 ?? row.phone;
    const known = people.get(key) ?? { rows: [], customer: null };
    known.rows.push(row);
    people.set(key, known);
  }
  for (const customer of customers) {
    if (customer.phone === null) continue;
    const key = customer.phone.e164 ?? customer.phone.text;
    people.set(key, { rows: people.get(key)?.rows ?? [], customer });
  }
  return [...people]
    .map(([key, { rows: own, customer }]) => {
      const sorted = [...own].sort(newestFirst);
      const last = sorted.find((row) => row.status !== 'cancelled') ?? null;
      return {
        key,
        name: last?.name || customer?.name || sorted[0]?.name || '',
        phone: last?.phone ?? customer?.phone?.text ?? sorted[0]?.phone ?? '',
        customer: customer?.eid ?? last?.customer ?? null,
        last,
        orders: sorted.length,
        open: sorted.filter((row) => isOpen(row.status)),
        allergy: allergyOf(last) || answerText(customer?.allergy ?? null),
      };
    })
    .sort((a, b) => (b.last?.createdAt ?? 0) - (a.last?.createdAt ?? 0));
}

function allergyOf(row: OrderRow | null): string {
  return [...new Set((row?.items ?? []).map((item) => item.allergy).filter((text) => text !== ''))].join(' / ');
}

/** Name and phone of a known customer in the form, and the allergy to ask about. */
export function draftForRegular(draft: NewOrderDraft, regular: Regular): NewOrderDraft {
  return {
    ...draft,
    customer: regular.customer,
    name: regular.name,
    phone: regular.phone,
    oldAllergy: regular.allergy === '' ? null : regular.allergy,
  };
}

/** The same with what the last order was made of: cakes' kind, size, sheet, cream and shape, packaging, channel. */
export function draftLikeLastTime(draft: NewOrderDraft, regular: Regular, newId: () => string): NewOrderDraft {
  const base = draftForRegular(draft, regular);
  const { last } = regular;
  if (last === null) return base;
  const cakes = last.items.map((item, index) => ({
    ...(draft.items[index] ?? emptyItem(draft.eid, newId)),
    product: item.product ?? '',
    size: item.size ?? '',
    sheet: item.sheet ?? '',
    cream: item.cream ?? '',
    shape: item.shape ?? '',
    quantity: String(item.quantity),
  }));
  return {
    ...base,
    channel: draft.channel ?? last.channel,
    packaging: last.packaging,
    items: cakes.length === 0 ? base.items : [...cakes, ...draft.items.slice(cakes.length)],
  };
}
