// From the form to the store: the one change that takes an order into the book, or the fields that an edit changed.
// Law: an order, its cakes, its customer and the end of its draft are one transaction (NO-8).
import type { NewOrderDraft } from '../../domain/new-order.ts';
import type { FormFields } from '../../domain/new-order-fields.ts';
import type { DraftField } from '../../domain/new-order-rebase.ts';
import { sameValue } from '../../domain/new-order-rebase.ts';
import type { Customer, Eid } from '../../domain/order.ts';
import { answerText } from '../../domain/shop.ts';
import type { Instant } from '../../domain/time.ts';
import type { AnyEdit, Change } from '../../store/change.ts';
import type { Seen } from '../../store/entity-values.ts';

export interface NewOrderWorld {
  readonly now: Instant;
  readonly newId: () => string;
  /** Customers whose phone has the order's last four digits. */
  readonly customers: readonly Customer[];
  readonly draftKey: string;
}

/** Takes a new order into the book, with its number, its customer and its original message. */
export function newOrderChange(draft: NewOrderDraft, fields: FormFields, world: NewOrderWorld): Change {
  const { customer, edit } = customerOf(draft, fields, world);
  const edits: AnyEdit[] = [
    {
      kind: 'order',
      eid: draft.eid,
      set: { ...fields.order, customer, createdAt: world.now, status: 'awaiting-deposit' },
    },
    ...fields.items.map(({ eid, set }): AnyEdit => ({ kind: 'item', eid, set })),
    ...fields.photos.map(({ eid, set }): AnyEdit => ({ kind: 'photo', eid, set })),
  ];
  if (draft.message !== null) {
    const { text, at } = draft.message;
    edits.push({
      kind: 'original',
      eid: `${draft.eid}/o${world.newId()}` as Eid, // how children are named (order.ts, Eid)
      set: { source: { kind: 'message', text, at } },
    });
  }
  if (edit !== null) edits.push(edit);
  return { edits, numberFor: draft.eid, discardDraft: world.draftKey };
}

/** The customer of the order's number: the known one, or a new one made with the order. */
function customerOf(
  draft: NewOrderDraft,
  { order, items }: FormFields,
  { customers, newId }: NewOrderWorld,
): { readonly customer: Eid | null; readonly edit: AnyEdit | null } {
  const e164 = order.phone?.e164 ?? null;
  if (e164 === null) return { customer: order.phone === null ? draft.customer : null, edit: null };
  const known = customers.find((one) => one.phone?.e164 === e164);
  const said = items.map((item) => item.set.allergy).find((answer) => answerText(answer) !== '') ?? null;
  if (known === undefined) {
    const eid = newId() as Eid; // roots are named by the environment
    return {
      customer: eid,
      edit: { kind: 'customer', eid, set: { name: order.name, phone: order.phone, allergy: said } },
    };
  }
  if (said === null || sameValue(said, known.allergy)) return { customer: known.eid, edit: null };
  return {
    customer: known.eid,
    edit: { kind: 'customer', eid: known.eid, set: { allergy: said }, was: { allergy: known.allergy } },
  };
}

/** Only the fields that differ from the order as it was opened; they replace only what was on this screen (`seen`). */
export function editOrderChange(base: FormFields, now: FormFields, seen: Seen, eid: Eid, draftKey: string): Change {
  const edits: AnyEdit[] = [];
  const order = changed(base.order, now.order);
  // `was` gives the three-way merge of the memo its base: what this form was opened with.
  if (order !== null) edits.push({ kind: 'order', eid, set: order, was: { memo: base.order.memo }, seen });
  for (const { eid: item, set } of now.items) {
    const before = base.items.find((one) => one.eid === item);
    const fields = before === undefined ? set : changed(before.set, set);
    if (fields !== null) edits.push({ kind: 'item', eid: item, set: fields, seen });
  }
  for (const { eid: photo, set } of now.photos) {
    const before = base.photos.find((one) => one.eid === photo);
    const fields = before === undefined ? set : changed(before.set, set);
    if (fields !== null) edits.push({ kind: 'photo', eid: photo, set: fields, seen });
  }
  for (const { eid: item } of base.items)
    if (!now.items.some((one) => one.eid === item))
      edits.push({ kind: 'item', eid: item, set: { deleted: true }, seen });
  for (const { eid: photo } of base.photos)
    if (!now.photos.some((one) => one.eid === photo))
      edits.push({ kind: 'photo', eid: photo, set: { deleted: true }, seen });
  return { edits, discardDraft: draftKey };
}

function changed<Fields extends object>(before: Fields, after: Fields): Partial<Fields> | null {
  const names = (Object.keys(after) as (keyof Fields)[]).filter((name) => !sameValue(before[name], after[name])); // its own keys
  return names.length === 0 ? null : (Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Fields>); // a part of the same fields
}

/** What a form saw, as the draft keeps it through a reload. */
export type SeenRecord = readonly (readonly [
  eid: string,
  fields: readonly (readonly [string, readonly (readonly [string, number])[]])[],
])[];

export function writeSeen(seen: Seen): SeenRecord {
  return [...seen].map(([eid, fields]) => [eid, [...fields]]);
}
export function readSeen(record: SeenRecord): Seen {
  return new Map(record.map(([eid, fields]) => [eid, new Map(fields)]));
}

/** The form has seen the newest value of these fields: it took them over, or a person chose. */
export function seeFields(seen: Seen, newest: Seen, order: Eid, fields: readonly DraftField[]): Seen {
  const next = new Map(seen);
  for (const { item, field } of fields) {
    const eid = item ?? order;
    const theirs = newest.get(eid);
    if (theirs === undefined) continue;
    if (field === 'whole') {
      next.set(eid, theirs);
      continue;
    }
    const own = new Map(next.get(eid) ?? []);
    const dots = theirs.get(field);
    if (dots !== undefined) own.set(field, dots);
    next.set(eid, own);
  }
  return next;
}
