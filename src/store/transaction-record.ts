// How a transaction is written down in the book's history: compact, and opaque to the database.
// Law: reading gives back the transaction that was written, fields and kinds of newer versions included.
import type { Dot, Json, Transaction, TxOp } from '../merge/op.ts';
import { childOf, rootOf, rootsOf } from '../merge/op.ts';

export interface TransactionRecord {
  readonly session: string;
  readonly n: number;
  /** How many ops: the transaction owns the counts n to n + count - 1. */
  readonly count: number;
  readonly roots: readonly string[];
  readonly body: string;
}
type OpRecord = readonly [
  root: number,
  child: string,
  kind: number,
  field: number,
  value: Json,
  sup?: readonly Dot[],
  redact?: 0 | 1,
  past?: readonly Dot[],
];
interface Body {
  readonly l: number;
  readonly at: number;
  readonly by: string;
  readonly v: number;
  readonly ops: readonly OpRecord[];
}

export function writeTransaction(tx: Transaction): TransactionRecord {
  const roots = rootsOf(tx);
  const ops = tx.ops.map((op): OpRecord => {
    const head = [roots.indexOf(rootOf(op.eid)), childOf(op.eid), op.kind, op.field, op.value] as const;
    if (op.past !== undefined && op.past.length > 0) return [...head, op.sup, op.redact === true ? 1 : 0, op.past];
    if (op.redact === true) return [...head, op.sup, 1];
    return op.sup.length > 0 ? [...head, op.sup] : head;
  });
  const body: Body = { l: tx.lamport, at: tx.at, by: tx.actor, v: tx.schema, ops };
  return { session: tx.session, n: tx.n, count: tx.ops.length, roots, body: JSON.stringify(body) };
}

/** @throws SyntaxError when the text is damaged. */
export function readTransaction(record: TransactionRecord): Transaction {
  const body = JSON.parse(record.body) as Body; // written by writeTransaction
  const ops = body.ops.map(([root, child, kind, field, value, sup, redact, past]): TxOp => {
    const name = record.roots[root] ?? '';
    return {
      kind,
      eid: child === '' ? name : `${name}/${child}`,
      field,
      sup: sup ?? [],
      value,
      ...(redact === 1 ? { redact: true as const } : {}),
      ...(past === undefined ? {} : { past }),
    };
  });
  return { session: record.session, n: record.n, lamport: body.l, at: body.at, actor: body.by, schema: body.v, ops };
}
