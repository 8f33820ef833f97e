// The laws of merging, by properties (docs/rules.md MG-1 to MG-5, MG-12, MG-13).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinAggregates, registerOf } from '../../src/merge/aggregate.ts';
import { readAggregate, writeAggregate } from '../../src/merge/aggregate-record.ts';
import type { Transaction } from '../../src/merge/op.ts';
import { canonicalJson, childOf, rootOf } from '../../src/merge/op.ts';
import { readRun, writeRun } from '../../src/store/transaction-record.ts';
import { bookOf, forgedTransactions, histories, joinBooks, joinInto, spell } from './histories.ts';

const RUNS = { numRuns: 400 };
const kinds = [
  { of: 'devices that sync in part', transactions: histories },
  { of: 'forged transactions', transactions: forgedTransactions },
] as const;

/** The same list in another order, some of it twice, cut into pieces. */
const shuffled = (transactions: fc.Arbitrary<Transaction[]>) =>
  transactions.chain((list) =>
    fc.record({
      list: fc.constant(list),
      order: fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2, maxLength: list.length * 2 }),
      cuts: fc.array(fc.nat(list.length * 2), { maxLength: 4 }),
    }),
  );

describe.each(kinds)('$of', ({ transactions }) => {
  test('MG-1 any order, any repetition and any partition of the same transactions gives the same state', () => {
    fc.assert(
      fc.property(shuffled(transactions), ({ list, order, cuts }) => {
        const expected = spell(bookOf(list));
        expect(spell(bookOf(order))).toBe(expected);
        const ends = [...cuts.sort((a, b) => a - b), order.length];
        const pieces = ends.map((end, index) => bookOf(order.slice(ends[index - 1] ?? 0, end)));
        expect(spell(pieces.reduce(joinBooks, new Map()))).toBe(expected);
        expect(spell(pieces.reduceRight(joinBooks, new Map()))).toBe(expected);
      }),
      RUNS,
    );
  });

  test('MG-2 joining aggregates is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(transactions, transactions, transactions, (one, two, three) => {
        const [a, b, c] = [one, two, three].map((list) => bookOf(list).get('o'));
        if (a === undefined || b === undefined || c === undefined) return;
        expect(writeAggregate(joinAggregates(a, b))).toBe(writeAggregate(joinAggregates(b, a)));
        expect(writeAggregate(joinAggregates(joinAggregates(a, b), c))).toBe(
          writeAggregate(joinAggregates(a, joinAggregates(b, c))),
        );
        expect(writeAggregate(joinAggregates(a, a))).toBe(writeAggregate(a));
      }),
      RUNS,
    );
  });

  test('MG-12 aggregates and transactions read back as they were written, kinds and fields of newer versions too', () => {
    fc.assert(
      fc.property(transactions, (list) => {
        for (const [root, aggregate] of bookOf(list)) {
          const text = writeAggregate(aggregate);
          expect(writeAggregate(readAggregate(root, text))).toBe(text);
          expect(readAggregate(root, text)).toEqual(aggregate);
        }
        for (const transaction of list) {
          const [read] = readRun(writeRun([transaction]));
          const plain = {
            ...transaction,
            ops: transaction.ops.map(({ past, ...op }) => (past?.length ? { ...op, past } : op)),
          };
          expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(plain)));
        }
      }),
      RUNS,
    );
  });

  test('MG-5 a redacted value never comes back, whatever copy of it is joined and when', () => {
    fc.assert(
      fc.property(shuffled(transactions), transactions, ({ list, order }, old) => {
        const book = bookOf(list);
        // An old copy of the same root, an old transaction: joined after all is known.
        for (const late of [bookOf(order.slice(0, order.length / 2)), bookOf(old)]) {
          for (const [root, aggregate] of joinBooks(book, late)) {
            for (const [child, entity] of aggregate.entities) {
              for (const [field, register] of entity.fields) {
                for (const sibling of register.live) {
                  const known = sibling.past ?? {};
                  const unseen = Object.entries(register.redactions ?? {}).filter(
                    ([session, n]) => !Object.hasOwn(known, session) || (known[session] ?? 0) < n,
                  );
                  if (unseen.length > 0)
                    expect([root, child, field, sibling.value]).toEqual([root, child, field, null]);
                }
              }
            }
          }
        }
      }),
      RUNS,
    );
  });
});

test('MG-3 what stands are the values that nobody who saw them has replaced, and no others', () => {
  fc.assert(
    fc.property(histories, (list) => {
      const book = bookOf(list);
      const ops = list.flatMap((tx) => tx.ops.map((op, index) => ({ ...op, session: tx.session, n: tx.n + index })));
      for (const op of ops) {
        const same = ops.filter((other) => other.eid === op.eid && other.field === op.field);
        const isReplaced = same.some(
          (other) =>
            other.sup.some(([session, n]) => session === op.session && n >= op.n) ||
            (other.session === op.session && other.n > op.n),
        );
        const root = rootOf(op.eid);
        const aggregate = book.get(root);
        const live = aggregate === undefined ? [] : registerOf(aggregate, childOf(op.eid), op.field).live;
        expect(live.some(({ session, n }) => session === op.session && n === op.n)).toBe(!isReplaced);
      }
    }),
    RUNS,
  );
});

test('MG-4 nothing a person typed is absent from state and history together, unless a redaction took it', () => {
  fc.assert(
    fc.property(histories, (list) => {
      const book = bookOf(list);
      const history = list.map((tx) => canonicalJson(JSON.parse(writeRun([tx]).body))).join('\n');
      for (const tx of list) {
        for (const op of tx.ops) {
          if (op.value === null) continue;
          expect(history).toContain(canonicalJson(op.value));
        }
      }
      // And what stands was typed by somebody: the state invents nothing.
      const typed = new Set(list.flatMap((tx) => tx.ops.map((op) => canonicalJson(op.value))));
      for (const aggregate of book.values()) {
        for (const entity of aggregate.entities.values()) {
          for (const register of entity.fields.values()) {
            for (const sibling of register.live) {
              if (sibling.blank !== true) expect(typed.has(canonicalJson(sibling.value))).toBe(true);
            }
          }
        }
      }
    }),
    RUNS,
  );
});

test('MG-5 a value written in the knowledge of a redaction stays', () => {
  fc.assert(
    fc.property(histories, (list) => {
      let book = bookOf([]);
      for (const tx of list) {
        book = joinInto(book, tx);
        tx.ops.forEach((op, index) => {
          const aggregate = book.get(rootOf(op.eid));
          if (aggregate === undefined || op.redact === true) return;
          const { live, redactions } = registerOf(aggregate, childOf(op.eid), op.field);
          const past = new Map(op.past ?? []);
          const knowsAll = Object.entries(redactions ?? {}).every(([session, n]) => (past.get(session) ?? 0) >= n);
          const own = live.find(({ session, n }) => session === tx.session && n === tx.n + index);
          if (knowsAll && own !== undefined) expect(own.value).toEqual(op.value);
        });
      }
    }),
    RUNS,
  );
});
