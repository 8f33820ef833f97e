// How a transaction is written down in the book's history: compact, and opaque to the database.
// Law: reading gives back the transaction that was written, fields and kinds of newer versions included.
import type { Dot, Json, Transaction, TxOp } from '../merge/op.ts';
import { childOf, rootOf, rootsOf } from '../merge/op.ts';

/** A transaction, or a run of one session's transactions whose counts follow each other without a gap. */
export interface TransactionRecord {
  readonly session: string;
  /** First count of the first transaction. */
  readonly n: number;
  /** How many ops: the record owns the counts n to n + count - 1. */
  readonly count: number;
  /** The roots that it touches, each once. */
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
/** One transaction; its ops point into the record's roots. */
interface Body {
  readonly l: number;
  readonly at: number;
  readonly by: string;
  readonly v: number;
  readonly ops: readonly OpRecord[];
}

function bodyOf(tx: Transaction, rootIndex: ReadonlyMap<string, number>): Body {
  let [eid, root, child] = ['', 0, ''];
  const ops = tx.ops.map((op): OpRecord => {
    if (op.eid !== eid) [eid, root, child] = [op.eid, rootIndex.get(rootOf(op.eid)) ?? 0, childOf(op.eid)];
    const head = [root, child, op.kind, op.field, op.value] as const;
    if (op.past !== undefined && op.past.length > 0) return [...head, op.sup, op.redact === true ? 1 : 0, op.past];
    if (op.redact === true) return [...head, op.sup, 1];
    return op.sup.length > 0 ? [...head, op.sup] : head;
  });
  return { l: tx.lamport, at: tx.at, by: tx.actor, v: tx.schema, ops };
}

/** @param run one session's transactions, each beginning where the one before ends; at least one. */
export function writeRun(run: readonly Transaction[]): TransactionRecord {
  const [first] = run;
  if (first === undefined) throw new Error('a run of no transactions');
  const roots = [...new Set(run.flatMap(rootsOf))];
  const rootIndex = new Map(roots.map((root, index) => [root, index]));
  const count = run.reduce((sum, tx) => sum + tx.ops.length, 0);
  const body = JSON.stringify(run.map((tx) => bodyOf(tx, rootIndex)));
  return { session: first.session, n: first.n, count, roots, body };
}

/** Transactions as records: in each a run of at most `atMost`. */
export function writeRuns(transactions: readonly Transaction[], atMost: number): TransactionRecord[] {
  const sorted = [...transactions].sort((a, b) => (a.session < b.session ? -1 : a.session > b.session ? 1 : a.n - b.n));
  const runs: Transaction[][] = [];
  for (const tx of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last !== undefined && last.session === tx.session && last.n + last.ops.length === tx.n;
    if (run !== undefined && follows && run.length < atMost) run.push(tx);
    else runs.push([tx]);
  }
  return runs.map(writeRun);
}

/** The record's transactions in order. @throws SyntaxError when the text is damaged. */
export function readRun(record: TransactionRecord): Transaction[] {
  const bodies = JSON.parse(record.body) as readonly Body[]; // written by writeRun
  let { n } = record;
  return bodies.map((body) => {
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
    const tx = { session: record.session, n, lamport: body.l, at: body.at, actor: body.by, schema: body.v, ops };
    n += ops.length;
    return tx;
  });
}
