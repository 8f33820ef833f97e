// Makers of histories for the laws of merging: devices that edit, delete, redact and sync in part, and forged transactions.
// Law: a history is a list of transactions in the order of their making; nothing in it depends on chance outside fast-check.
import fc from 'fast-check';
import type { Aggregate } from '../../src/merge/aggregate.ts';
import {
  emptyAggregate,
  highestLamport,
  joinAggregates,
  registerOf,
  transactionToAggregates,
} from '../../src/merge/aggregate.ts';
import { writeAggregate } from '../../src/merge/aggregate-record.ts';
import { CATALOGUE, SCHEMA_VERSION } from '../../src/merge/catalogue.ts';
import type { Dot, Json, Transaction, TxOp } from '../../src/merge/op.ts';
import { rootOf } from '../../src/merge/op.ts';
import { liveDots } from '../../src/merge/register.ts';

/** The state of a book: what is known of each root. */
export type Book = ReadonlyMap<string, Aggregate>;

export function joinInto(book: Book, transaction: Transaction): Book {
  const next = new Map(book);
  for (const [root, brought] of transactionToAggregates(transaction)) {
    next.set(root, joinAggregates(next.get(root) ?? emptyAggregate(root), brought));
  }
  return next;
}

export function bookOf(transactions: readonly Transaction[]): Book {
  return transactions.reduce(joinInto, new Map());
}

export function joinBooks(a: Book, b: Book): Book {
  const next = new Map(a);
  for (const [root, aggregate] of b) {
    next.set(root, joinAggregates(next.get(root) ?? emptyAggregate(root), aggregate));
  }
  return next;
}

/** One text for one state. */
export function spell(book: Book): string {
  return JSON.stringify(
    [...book].sort(([a], [b]) => (a < b ? -1 : 1)).map(([root, aggregate]) => [root, writeAggregate(aggregate)]),
  );
}

/** `MG` fields of every class, of a root and of a child. */
const TARGETS: readonly {
  readonly eid: string;
  readonly kind: number;
  readonly field: number;
  readonly name: string;
}[] = [
  { eid: 'o', kind: CATALOGUE.order.no, field: CATALOGUE.order.fields.name.no, name: 'name' },
  { eid: 'o', kind: CATALOGUE.order.no, field: CATALOGUE.order.fields.status.no, name: 'status' },
  { eid: 'o', kind: CATALOGUE.order.no, field: CATALOGUE.order.fields.memo.no, name: 'memo' },
  { eid: 'o', kind: CATALOGUE.order.no, field: CATALOGUE.order.fields.deleted.no, name: 'deleted' },
  { eid: 'o/i', kind: CATALOGUE.item.no, field: CATALOGUE.item.fields.lettering.no, name: 'lettering' },
  { eid: 'o/__proto__', kind: CATALOGUE.item.no, field: CATALOGUE.item.fields.size.no, name: 'size' },
  { eid: 'c', kind: CATALOGUE.customer.no, field: CATALOGUE.customer.fields.phone.no, name: 'phone' },
  { eid: 'future', kind: 99, field: 7, name: 'unknown' },
];

interface Device {
  book: Book;
  readonly session: string;
  next: number;
  readonly known: Map<string, Transaction>;
}
const nameOf = (transaction: Transaction) => `${transaction.n} ${transaction.session}`;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('edit' as const),
      device: fc.nat(2),
      targets: fc.array(fc.nat(TARGETS.length - 1), { minLength: 1, maxLength: 3 }),
      value: fc.nat(3),
      /** Of the values that stand, which the author saw: a form may be old. */
      sees: fc.constantFrom('all', 'all', 'first', 'none'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('redact' as const),
      device: fc.nat(2),
      target: fc.nat(TARGETS.length - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('send' as const), from: fc.nat(2), to: fc.nat(2), keep: fc.nat(0xff) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const), device: fc.nat(2) }) },
);

/** Every transaction that the devices made. Values are texts found nowhere else: `typed <n> <session>`. */
export const histories: fc.Arbitrary<Transaction[]> = fc.array(step, { minLength: 1, maxLength: 30 }).map((steps) => {
  let starts = 0;
  const sessionName = () => `${(++starts).toString(16)}`.padStart(16, 'f');
  const start = (): Device => ({ book: new Map(), session: sessionName(), next: 1, known: new Map() });
  const devices = [start(), start(), start()];
  const made: Transaction[] = [];
  const deviceAt = (index: number) => devices[index] ?? start();
  const learn = (device: Device, transaction: Transaction) => {
    if (device.known.has(nameOf(transaction))) return;
    device.known.set(nameOf(transaction), transaction);
    device.book = joinInto(device.book, transaction);
  };
  const write = (device: Device, ops: readonly TxOp[]) => {
    const lamport =
      Math.max(0, ...ops.map((op) => highestLamport(device.book.get(rootOf(op.eid)) ?? emptyAggregate('')))) + 1;
    const transaction: Transaction = {
      session: device.session,
      n: device.next,
      lamport,
      at: made.length,
      actor: '',
      schema: SCHEMA_VERSION,
      ops,
    };
    device.next += ops.length;
    made.push(transaction);
    learn(device, transaction);
  };
  const registerAt = (device: Device, target: (typeof TARGETS)[number]) => {
    const root = rootOf(target.eid);
    const child = target.eid === root ? '' : target.eid.slice(root.length + 1);
    return registerOf(device.book.get(root) ?? emptyAggregate(root), child, target.field);
  };
  for (const one of steps) {
    if (one.act === 'send') {
      // Any subset of what the sender knows: deliveries may have gaps.
      const from = deviceAt(one.from);
      [...from.known.values()].forEach((transaction, index) => {
        if (((one.keep >> (index % 8)) & 1) === 1) learn(deviceAt(one.to), transaction);
      });
    } else if (one.act === 'restart') {
      const old = deviceAt(one.device);
      devices[one.device] = { ...start(), book: old.book, known: old.known };
    } else if (one.act === 'redact') {
      const device = deviceAt(one.device);
      const target = TARGETS[one.target];
      if (target === undefined) continue;
      const register = registerAt(device, target);
      write(device, [
        {
          kind: target.kind,
          eid: target.eid,
          field: target.field,
          sup: liveDots(register),
          value: null,
          redact: true,
          past: Object.entries(register.redactions ?? {}),
        },
      ]);
    } else {
      const device = deviceAt(one.device);
      write(
        device,
        one.targets.flatMap((index, position) => {
          const target = TARGETS[index];
          if (target === undefined) return [];
          const register = registerAt(device, target);
          const seen = one.sees === 'all' ? register.live : one.sees === 'first' ? register.live.slice(0, 1) : [];
          const own = register.live.filter((sibling) => sibling.session === device.session);
          const dots = [...new Set([...own, ...seen])].map(({ session, n }): Dot => [session, n]);
          const past = one.sees === 'all' ? Object.entries(register.redactions ?? {}) : [];
          return [
            {
              kind: target.kind,
              eid: target.eid,
              field: target.field,
              sup: dots,
              value: valueFor(target.name, one.value, `typed ${device.next + position} ${device.session}`),
              ...(past.length === 0 ? {} : { past }),
            },
          ];
        }),
      );
    }
  }
  return made;
});

function valueFor(name: string, choice: number, typed: string): Json {
  if (name === 'status')
    return { to: ['confirmed', 'making', 'ready', 'cancelled'][choice] ?? 'ready', from: 'awaiting-deposit', typed };
  if (name === 'memo') return { text: typed, base: '' };
  if (name === 'deleted') return choice === 0 ? null : { seen: [], typed };
  return typed;
}

const oddName = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'toString', 'x y', '');
const oddDot: fc.Arbitrary<Dot> = fc.tuple(oddName, fc.integer({ min: 1, max: 4 }));
const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, 'v', 'w', 0, true),
  fc.constant<Json>(JSON.parse('{"__proto__":{"to":"ready"},"to":"making"}')),
  fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
);

/** Transactions that no honest device makes: dots used twice, kinds that disagree, names that trip up objects. */
export const forgedTransactions: fc.Arbitrary<Transaction[]> = fc.array(
  fc.record({
    session: oddName,
    n: fc.integer({ min: 1, max: 4 }),
    lamport: fc.integer({ min: 1, max: 3 }),
    at: fc.nat(2),
    actor: oddName,
    schema: fc.constant(1),
    ops: fc.array(
      fc.record(
        {
          kind: fc.constantFrom(1, 2, 99),
          eid: fc.constantFrom('o', 'o/__proto__', 'o/i', 'o/a/b', '__proto__', 'toString/constructor'),
          field: fc.constantFrom(5, 11, 16, 17, 20, 999),
          sup: fc.array(oddDot, { maxLength: 3 }),
          value: oddValue,
          redact: fc.constant(true as const),
          past: fc.array(oddDot, { maxLength: 2 }),
        },
        { requiredKeys: ['kind', 'eid', 'field', 'sup', 'value'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);
