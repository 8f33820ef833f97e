// Everything personal that one order holds, as one change: its own fields, its cakes', pictures, payments, originals.
// Law: what the catalogue calls personal is blanked whole, also in children that were deleted long ago: their values
// still stand in history. What was paid stays, without the name (docs/rules.md TD-10).
import type { Eid, Order, PaymentEntry } from '../domain/order.ts';
import type { Field, KindName } from '../merge/catalogue.ts';
import { CATALOGUE } from '../merge/catalogue.ts';
import type { AnyEdit, Change } from './change.ts';
import type { HistoryEntry } from './history.ts';

export interface RedactOrderOptions {
  /** All of it: it names every entity that the order ever had. */
  readonly history: readonly HistoryEntry[];
  /** A name for a payment of this order. */
  readonly newPayment: () => Eid;
  /** The regular whom the order names is forgotten too; their other orders keep their own words. */
  readonly forgetCustomer: boolean;
}

export function redactOrder(order: Order, { history, newPayment, forgetCustomer }: RedactOrderOptions): Change {
  const kindByEid = new Map<Eid, KindName>([[order.eid, 'order']]);
  const nameless = new Set<Eid>();
  for (const { changes } of history) {
    for (const { eid, kind, field, value } of changes) {
      kindByEid.set(eid, kind);
      const entry = value as PaymentEntry | null; // what a payment's entry is
      if (kind === 'payment' && field === 'entry' && (entry?.payer ?? '') === '') nameless.add(eid);
    }
  }
  const customer = forgetCustomer ? order.customer : null;
  if (customer !== null) kindByEid.set(customer, 'customer');
  const redactions = [...kindByEid].flatMap(([eid, kind]) =>
    Object.entries(CATALOGUE[kind].fields as Readonly<Record<string, Field>>) // every kind's fields are such a record
      .filter(([, field]) => field.personal && !nameless.has(eid))
      .map(([field]) => ({ kind, eid, field })),
  );
  // A payment is written once, so one without the name takes the place of each that had one.
  const edits = order.payments.flatMap((payment): AnyEdit[] => {
    const { entry, state, voided, eid } = payment;
    if (entry === null || nameless.has(eid)) return [];
    return [{ kind: 'payment', eid: newPayment(), set: { entry: { ...entry, payer: null }, state, voided } }];
  });
  if (customer !== null) edits.push({ kind: 'customer', eid: customer, set: { deleted: true } });
  return { edits, redactions };
}

/** SHA-256 of every picture that the order ever showed. */
export function picturesEver(history: readonly HistoryEntry[]): string[] {
  const shas = new Set<string>();
  for (const { changes } of history) {
    for (const { kind, field, value } of changes) {
      if (kind !== 'photo' || field !== 'picture' || value === null || typeof value !== 'object') continue;
      const sha = (value as { readonly sha?: unknown }).sha;
      if (typeof sha === 'string') shas.add(sha);
    }
  }
  return [...shas];
}
