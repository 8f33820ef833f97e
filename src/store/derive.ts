// From registers to the rows that screens read. Rows are never written any other way.
// Law: a row is a pure function of its aggregate, so all rows can be thrown away and made again (docs/rules.md ST).
import type { Customer, CustomerFields, Eid } from '../domain/order.ts';
import type { OrderRow } from '../domain/order-row.ts';
import { orderToRow } from '../domain/order-row.ts';
import { phoneTail } from '../domain/phone.ts';
import type {
  MenuEntry,
  MenuEntryFields,
  Shop,
  ShopFields,
  ShopText,
  SpecialDay,
  SpecialDayFields,
  StaffFields,
  StaffMember,
  TextFields,
} from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import { localTime } from '../domain/time.ts';
import type { Aggregate } from '../merge/aggregate.ts';
import type { KindName } from '../merge/catalogue.ts';
import { CATALOGUE } from '../merge/catalogue.ts';
import type { AggregateView } from './entity-values.ts';
import { viewAggregate, viewToOrder } from './entity-values.ts';

/**
 * Raised whenever today's code derives other rows than yesterday's: a tablet that brings older rows makes them anew once.
 * Held by the frozen sample databases (tests/fixtures).
 */
export const DERIVED_VERSION = 1;
/** In place of a version while the rows are made anew: a kill in the middle must not leave them marked as made. */
export const BEING_REBUILT = 0;
export const DERIVED_KEY = 'derived';
/** In `meta`: the version that derived the rows. A tab of another version that writes rows leaves its own here. */
export interface DerivedRecord {
  readonly key: typeof DERIVED_KEY;
  readonly version: number;
}

export interface CustomerRow extends Customer {
  readonly tail: string | null;
}
/** A small entity of the shop (settings, special day, menu entry, staff, text) as plain values. */
export interface EntryRow {
  readonly eid: Eid;
  readonly kind: KindName;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Derived {
  readonly order: OrderRow | null;
  readonly customer: CustomerRow | null;
  readonly entries: readonly EntryRow[];
  /** SHA-256 of every picture that the aggregate still shows. */
  readonly pictures: readonly string[];
  readonly kinds: readonly KindName[];
}

export const ENTRY_KINDS: ReadonlySet<KindName> = new Set(['shop', 'specialDay', 'menuEntry', 'staff', 'text']);

const ORDER_KINDS: ReadonlySet<number> = new Set(
  (['order', 'item', 'photo', 'payment', 'original'] as const).map((kind) => CATALOGUE[kind].no),
);

/** Whether nothing but an order's row can be derived from the root: no customer, nothing of the shop. */
export function isOnlyOrder({ entities }: Aggregate): boolean {
  for (const { kind } of entities.values()) if (!ORDER_KINDS.has(kind)) return false;
  return true;
}

/** Everything that lists show of one root. */
export function deriveRows(aggregate: Aggregate, view: AggregateView = viewAggregate(aggregate)): Derived {
  const order = viewToOrder(view);
  const customer = view.entities.find((entity) => entity.kind === 'customer' && !entity.isDeleted);
  const customerFields = customer?.values as CustomerFields | undefined; // its kind is customer
  return {
    order: order === null ? null : orderToRow(order, view.conflicts.length),
    customer:
      customer === undefined || customerFields === undefined
        ? null
        : { ...customerFields, eid: customer.eid, tail: phoneTail(customerFields.phone) },
    entries: view.entities
      .filter((entity) => ENTRY_KINDS.has(entity.kind) && !entity.isDeleted)
      .map((entity) => ({
        eid: entity.eid,
        kind: entity.kind,
        values: entity.values as unknown as Record<string, unknown>,
      })), // every field list is an object of named values
    pictures: order?.photos.flatMap((photo) => (photo.picture === null ? [] : [photo.picture.sha])) ?? [],
    kinds: [...new Set(view.entities.map((entity) => entity.kind))],
  };
}

const byPosition = (a: { position: number; eid: string }, b: { position: number; eid: string }) =>
  a.position - b.position || (a.eid < b.eid ? -1 : 1);

/** The shop from its small entities, with a Korean cake shop's ordinary answer where nothing was entered. */
export function entriesToShop(entries: readonly EntryRow[]): Shop {
  const own = entries.find((entry) => entry.kind === 'shop')?.values as ShopFields | undefined; // values as derived from registers of that kind
  const ofKind = <Fields>(kind: KindName) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => ({ eid: entry.eid, fields: entry.values as Fields }));
  const menu: MenuEntry[] = ofKind<MenuEntryFields>('menuEntry').flatMap(({ eid, fields }) =>
    fields.group === null || fields.name === null
      ? []
      : [
          {
            eid,
            group: fields.group,
            name: fields.name,
            price: fields.price,
            position: fields.position ?? 0,
            active: fields.active !== false,
          },
        ],
  );
  const staff: StaffMember[] = ofKind<StaffFields>('staff').flatMap(({ eid, fields }) =>
    fields.name === null
      ? []
      : [{ eid, name: fields.name, position: fields.position ?? 0, active: fields.active !== false }],
  );
  const texts: ShopText[] = ofKind<TextFields>('text').flatMap(({ eid, fields }) =>
    fields.key === null || fields.language === null || fields.body === null
      ? []
      : [{ eid, key: fields.key, language: fields.language, body: fields.body }],
  );
  const specialDays = new Map<LocalDate, SpecialDay>();
  for (const { fields } of ofKind<SpecialDayFields>('specialDay')) {
    if (fields.date !== null && fields.hours !== null) {
      specialDays.set(fields.date, { date: fields.date, hours: fields.hours, note: fields.note });
    }
  }
  const usual = { open: localTime('11:00'), close: localTime('20:00') };
  return {
    name: own?.name ?? '',
    zone: own?.zone ?? 'Asia/Seoul',
    country: own?.country ?? 'KR',
    currency: own?.currency ?? 'KRW',
    language: own?.language ?? 'ko',
    phone: own?.phone ?? null,
    address: own?.address ?? null,
    account: own?.account ?? null,
    hours: own?.hours ?? [null, usual, usual, usual, usual, usual, usual],
    slots: own?.slots ?? { minutes: 30, places: 3 },
    dayPlaces: own?.dayPlaces ?? null,
    leadDays: own?.leadDays ?? 2,
    deposit: own?.deposit ?? { kind: 'percent', value: 50, withinHours: 24 },
    specialDays,
    menu: menu.sort(byPosition),
    staff: staff.sort(byPosition),
    texts,
    isSetUp: (own?.name ?? '') !== '',
  };
}
