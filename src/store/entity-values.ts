// Between the registers of merge/ and the words of domain/: what a field's value is called on each side.
// Law: the catalogue and the domain's field lists name the same fields; the compiler holds it (FIELDS_AGREE).
import { diff3Merge } from 'node-diff3';
import type {
  CustomerFields,
  Eid,
  Item,
  ItemFields,
  Order,
  OrderFields,
  Original,
  OriginalFields,
  Payment,
  PaymentFields,
  Photo,
  PhotoFields,
} from '../domain/order.ts';
import type { MenuEntryFields, ShopFields, SpecialDayFields, StaffFields, TextFields } from '../domain/shop.ts';
import type { Aggregate, ResolvedEntity } from '../merge/aggregate.ts';
import { resolveEntity, writeDeletion } from '../merge/aggregate.ts';
import type { Field, FieldClass, FieldName, KindName } from '../merge/catalogue.ts';
import { CATALOGUE, kindName } from '../merge/catalogue.ts';
import type { Dot, Json } from '../merge/op.ts';
import { liveDots } from '../merge/register.ts';
import { hasShape } from './value-shapes.ts';

export interface FieldsByKind {
  readonly order: OrderFields;
  readonly item: ItemFields;
  readonly photo: PhotoFields;
  readonly payment: PaymentFields;
  readonly original: OriginalFields;
  readonly customer: CustomerFields;
  readonly shop: ShopFields;
  readonly specialDay: SpecialDayFields;
  readonly menuEntry: MenuEntryFields;
  readonly staff: StaffFields;
  readonly text: TextFields;
}
type Agreement = {
  readonly [K in KindName]: [keyof FieldsByKind[K], FieldName<K>] extends [FieldName<K>, keyof FieldsByKind[K]]
    ? true
    : false;
};
/** Does not compile when a field is missing on one side. */
export const FIELDS_AGREE: Agreement = {
  order: true,
  item: true,
  photo: true,
  payment: true,
  original: true,
  customer: true,
  shop: true,
  specialDay: true,
  menuEntry: true,
  staff: true,
  text: true,
};

/** Three-way merge by lines (node-diff3); null where both sides changed the same lines. */
export function mergeText(base: string, a: string, b: string): string | null {
  const regions = diff3Merge(a.split('\n'), base.split('\n'), b.split('\n'), { excludeFalseConflicts: true });
  const lines: string[] = [];
  for (const region of regions) {
    if (region.ok === undefined) return null;
    lines.push(...region.ok);
  }
  return lines.join('\n');
}

function property(value: Json, name: string): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return (value as { readonly [key: string]: Json })[name] ?? null;
}

/** A register's value as the domain knows it. */
export function decodeValue(fieldClass: FieldClass, value: Json): Json {
  switch (fieldClass) {
    case 'status':
      return property(value, 'to');
    case 'text':
      return property(value, 'text');
    case 'delete':
      return value !== null;
    default:
      return value;
  }
}

/**
 * A domain value as its register keeps it.
 * @param base status: the furthest step that the author knew of; text: the text that he began from.
 * @param older texts before that one, by which two merge who began at different ones.
 */
export function encodeValue(fieldClass: FieldClass, value: Json, base: Json, older: readonly string[] = []): Json {
  switch (fieldClass) {
    case 'status':
      return value === null ? null : { to: value, from: base };
    case 'text':
      if (value === null) return null;
      return { text: value, base: typeof base === 'string' ? base : '', ...(older.length === 0 ? {} : { older }) };
    case 'delete':
      return value === true ? writeDeletion([]) : null;
    default:
      return value;
  }
}

/** What a register's value says to this version. null: a blank, or a newer version's value that cannot be read. */
function readValue(kind: KindName, name: string, stored: Json): { readonly value: Json; readonly isReadable: boolean } {
  const field = (CATALOGUE[kind].fields as Readonly<Record<string, Field>>)[name];
  const value = field === undefined ? null : decodeValue(field.class, stored);
  const isReadable = stored === null || (value !== null && hasShape(kind, name, value));
  return { value: isReadable ? value : null, isReadable };
}

/** One value of a field that people changed without knowing of each other. */
export interface Contender {
  /** null when it is a blank, and when it cannot be read. */
  readonly value: Json;
  /** false: a newer version wrote it in a shape that this one does not know; nobody can choose it here. */
  readonly isReadable: boolean;
  readonly at: number;
  readonly actor: string;
  readonly dot: Dot;
}
/** 서로 다르게 고침. For the field `deleted`: somebody edited what somebody else deleted; `contenders` may then be one. */
export interface FieldConflict {
  readonly eid: Eid;
  readonly kind: KindName;
  readonly field: string;
  readonly contenders: readonly Contender[];
}
/** Which values of each field an author had on the screen, by entity and field: the `seen` of the edits he then makes. */
export type Seen = ReadonlyMap<string, ReadonlyMap<string, readonly Dot[]>>;

export interface EntityView<K extends KindName = KindName> {
  readonly eid: Eid;
  readonly kind: K;
  readonly values: FieldsByKind[K];
  readonly isDeleted: boolean;
}

/** The catalogue's fields of each kind as a list, made once. */
const FIELDS_OF = Object.fromEntries(
  Object.entries(CATALOGUE).map(([kind, { fields }]) => [kind, Object.entries(fields)]),
) as unknown as Readonly<Record<KindName, readonly (readonly [name: string, field: Field])[]>>; // the catalogue's own kinds and fields

/**
 * The values of an entity by field name; every field of its kind is there, null when nobody set it or when this version
 * cannot read it (its register keeps it).
 */
function valuesOf(resolved: ResolvedEntity, kind: KindName): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const [name, field] of FIELDS_OF[kind]) {
    const resolution = resolved.fields.get(name);
    if (resolution === undefined) {
      values[name] = decodeValue(field.class, null);
      continue;
    }
    const value = decodeValue(field.class, resolution.value);
    values[name] = hasShape(kind, name, value) ? value : null;
  }
  return values;
}

export interface AggregateView {
  readonly entities: readonly EntityView[];
  readonly conflicts: readonly FieldConflict[];
  readonly seen: Seen;
}

/** What all registers of a root mean: values, conflicts, and the dots behind each value. */
export function viewAggregate(aggregate: Aggregate): AggregateView {
  const entities: EntityView[] = [];
  const conflicts: FieldConflict[] = [];
  const root = resolveEntity(aggregate, '', mergeText);
  const isRootDeleted = root?.isDeleted === true;
  const shown: { readonly eid: Eid; readonly resolved: ResolvedEntity }[] = [];
  for (const child of aggregate.entities.keys()) {
    const resolved = child === '' ? root : resolveEntity(aggregate, child, mergeText);
    const kind = resolved === null ? undefined : kindName(resolved.kind);
    if (resolved === null || kind === undefined) continue;
    const eid = (child === '' ? aggregate.root : `${aggregate.root}/${child}`) as Eid; // names come from the store's own registers
    const values = valuesOf(resolved, kind) as unknown as FieldsByKind[typeof kind]; // FIELDS_AGREE: same fields; values are what this store's typed edits wrote
    entities.push({ eid, kind, values, isDeleted: resolved.isDeleted });
    shown.push({ eid, resolved });
    // Nobody is asked about what is deleted; brought back, it asks again.
    if (resolved.isDeleted || isRootDeleted) continue;
    for (const [name, field] of resolved.fields) {
      const disputed = field.contenders.length > 1 || (resolved.isDeletedButEdited && name === 'deleted');
      if (!disputed) continue;
      const contenders = field.contenders.length > 1 ? field.contenders : field.register.live;
      conflicts.push({
        eid,
        kind,
        field: name,
        contenders: contenders.map((sibling) => ({
          ...readValue(kind, name, sibling.value),
          at: sibling.at,
          actor: sibling.actor,
          dot: [sibling.session, sibling.n],
        })),
      });
    }
  }
  return {
    entities,
    conflicts,
    // Only forms ask for it.
    get seen() {
      return new Map(
        shown.map(({ eid, resolved }) => [
          eid,
          new Map([...resolved.fields].map(([name, field]) => [name, liveDots(field.register)])),
        ]),
      );
    },
  };
}

/** The whole order from the view of its aggregate; null when the root is no order. */
export function viewToOrder(view: AggregateView): Order | null {
  const root = view.entities.find((entity) => entity.kind === 'order' && !entity.eid.includes('/'));
  if (root === undefined) return null;
  const own = root.values as OrderFields; // its kind is order
  const items: Item[] = [];
  const photos: Photo[] = [];
  const payments: Payment[] = [];
  const originals: Original[] = [];
  for (const { eid, kind, values, isDeleted } of view.entities) {
    if (isDeleted) continue;
    if (kind === 'item') {
      const fields = values as ItemFields;
      items.push({ ...fields, eid, quantity: Math.max(1, fields.quantity ?? 1) });
    } else if (kind === 'photo') photos.push({ ...(values as PhotoFields), eid });
    else if (kind === 'payment') payments.push({ ...(values as PaymentFields), eid });
    else if (kind === 'original') originals.push({ ...(values as OriginalFields), eid });
  }
  const byPosition = (a: { position: number | null; eid: string }, b: { position: number | null; eid: string }) =>
    (a.position ?? 0) - (b.position ?? 0) || (a.eid < b.eid ? -1 : 1);
  items.sort(byPosition);
  photos.sort(byPosition);
  originals.sort((a, b) => (a.source?.at ?? 0) - (b.source?.at ?? 0) || (a.eid < b.eid ? -1 : 1));
  payments.sort((a, b) => (a.entry?.at ?? 0) - (b.entry?.at ?? 0) || (a.eid < b.eid ? -1 : 1));
  return {
    ...own,
    eid: root.eid,
    number: own.number ?? '',
    status: own.status ?? 'awaiting-deposit',
    deleted: root.isDeleted,
    items,
    photos,
    payments,
    originals,
  };
}
