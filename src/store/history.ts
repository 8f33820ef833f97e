// An order's history: who changed what, when, from what. It is the transactions themselves, read for a person.
// Law: nothing a person typed is absent from both the order and its history, except what privacy has blanked.
import type { Eid } from '../domain/order.ts';
import type { KindName } from '../merge/catalogue.ts';
import { fieldOf, kindName } from '../merge/catalogue.ts';
import type { Json, Transaction, TxOp } from '../merge/op.ts';
import { rootOf } from '../merge/op.ts';
import type { Counts } from '../merge/register.ts';
import { dotsToCounts, isReadable, joinCounts } from '../merge/register.ts';
import { decodeValue } from './entity-values.ts';

export interface HistoryChange {
  readonly eid: Eid;
  readonly kind: KindName;
  readonly field: string;
  readonly value: Json;
  /** The values that this one replaced; empty when the field was blank. */
  readonly replaced: readonly Json[];
  readonly isRedaction: boolean;
  /** A redaction took the value away: it was more than blank once. */
  readonly isBlanked: boolean;
}
/** One action of one person. */
export interface HistoryEntry {
  readonly session: string;
  readonly n: number;
  readonly at: number;
  readonly actor: string;
  readonly changes: readonly HistoryChange[];
}

/** The history of a root from all transactions that name it, newest first. */
export function transactionsToHistory(root: string, transactions: readonly Transaction[]): HistoryEntry[] {
  const byDot = new Map<string, TxOp>();
  for (const transaction of transactions) {
    for (const [index, op] of transaction.ops.entries())
      byDot.set(`${transaction.session} ${transaction.n + index}`, op);
  }
  const redactions = redactionsByField(transactions);
  const entries = transactions.map((transaction) => ({
    order: transaction.lamport,
    entry: {
      session: transaction.session,
      n: transaction.n,
      at: transaction.at,
      actor: transaction.actor,
      changes: transaction.ops.flatMap((op): HistoryChange[] => {
        const kind = kindName(op.kind);
        const known = fieldOf(op.kind, op.field);
        if (rootOf(op.eid) !== root || kind === undefined || known === undefined) return [];
        const [field, { class: fieldClass }] = known;
        const replaced = op.sup.flatMap(([session, n]) => {
          const old = byDot.get(`${session} ${n}`);
          return old === undefined ? [] : [decodeValue(fieldClass, old.value)];
        });
        return [
          {
            eid: op.eid as Eid,
            kind,
            field,
            value: decodeValue(fieldClass, op.value),
            replaced,
            isRedaction: op.redact === true,
            isBlanked:
              op.redact !== true &&
              !isReadable(dotsToCounts(op.past ?? []), redactions.get(fieldKey(op.eid, op.field))),
          },
        ]; // eids in the book were made as Eid
      }),
    },
  }));
  entries.sort(
    (a, b) =>
      b.order - a.order ||
      (a.entry.session === b.entry.session ? b.entry.n - a.entry.n : a.entry.session < b.entry.session ? 1 : -1),
  );
  return entries.map(({ entry }) => entry).filter((entry) => entry.changes.length > 0);
}

const fieldKey = (eid: string, field: number) => `${field} ${eid}`;

function redactionsByField(transactions: readonly Transaction[]): ReadonlyMap<string, Counts> {
  const redactions = new Map<string, Counts>();
  for (const { session, n, ops } of transactions) {
    for (const [index, { eid, field, redact }] of ops.entries()) {
      if (redact !== true) continue;
      const key = fieldKey(eid, field);
      redactions.set(key, joinCounts(redactions.get(key) ?? {}, dotsToCounts([[session, n + index]])));
    }
  }
  return redactions;
}
