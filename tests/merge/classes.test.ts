// What values written without knowing of each other mean, field class by field class (docs/rules.md MG-6 to MG-14).
import { describe, expect, test } from 'vitest';
import { FORWARD_STATUSES } from '../../src/domain/status.ts';
import { registerOf, resolveEntity, writeDeletion } from '../../src/merge/aggregate.ts';
import type { FieldClass } from '../../src/merge/catalogue.ts';
import { CATALOGUE } from '../../src/merge/catalogue.ts';
import type { Dot, Json, Transaction, TxOp } from '../../src/merge/op.ts';
import { canonicalJson, sameJson } from '../../src/merge/op.ts';
import type { Sibling } from '../../src/merge/register.ts';
import { furthestKnown, resolveRegister, STATUS_LADDER } from '../../src/merge/resolve.ts';
import { mergeText } from '../../src/store/entity-values.ts';
import { bookOf } from './histories.ts';

/** Values that stand beside each other, the newest first; each from a session of its own. */
function standing(values: readonly (Json | 'blank')[]): Sibling[] {
  return values.map((value, index) => ({
    session: `s${index}`,
    n: 1,
    lamport: values.length - index,
    at: 0,
    actor: '',
    value: value === 'blank' ? null : value,
    ...(value === 'blank' ? { blank: true as const } : {}),
  }));
}
const resolve = (fieldClass: FieldClass, ...values: (Json | 'blank')[]) => {
  const { value, contenders } = resolveRegister({ live: standing(values), dead: {} }, fieldClass, mergeText);
  return { value, contenders: contenders.map((sibling) => sibling.value) };
};

describe('registers', () => {
  test.each<{ readonly values: Json[]; readonly shown: Json; readonly conflict: boolean }>([
    { values: [], shown: null, conflict: false },
    { values: ['2호'], shown: '2호', conflict: false },
    { values: ['2호', '2호'], shown: '2호', conflict: false },
    { values: ['3호', '2호'], shown: '3호', conflict: true },
    { values: [null, '2호'], shown: null, conflict: true },
    {
      values: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      shown: { a: 1, b: 2 },
      conflict: false,
    },
    { values: [{ none: true }, null], shown: { none: true }, conflict: true },
    { values: ['3호', '2호', '3호'], shown: '3호', conflict: true },
    { values: ['가', '가'.normalize('NFD')], shown: '가', conflict: true },
  ])('MG-6 of $values the newest is shown, and a conflict only where they differ', ({ values, shown, conflict }) => {
    const resolved = resolve('register', ...values);
    expect(resolved.value).toEqual(shown);
    expect(resolved.contenders.length > 1).toBe(conflict);
  });

  test('MG-6 day and time are one register, so that two half-edits cannot mix', () => {
    const early = { date: '2022-10-15', start: '10:00', end: null, precision: 'exact' };
    const later = { date: '2022-10-16', start: '13:00', end: null, precision: 'exact' };
    expect(resolve('register', early, later).contenders).toEqual([early, later]);
  });

  test('MG-6 a blanked value is no contender', () => {
    expect(resolve('register', 'blank', '민지')).toEqual({ value: '민지', contenders: [] });
    expect(resolve('register', 'blank')).toEqual({ value: null, contenders: [] });
    expect(resolve('register', 'blank', 'blank', 'a', 'b').contenders).toEqual(['a', 'b']);
  });
});

test('MG-14 of equal lamports the greater session is shown, the same on every tablet', () => {
  const tx = (session: string, value: Json): Transaction => ({
    ...{ session, n: 1, lamport: 5, at: 0, actor: '', schema: 1 },
    ops: [{ kind: 1, eid: 'o', field: 5, sup: [], value }],
  });
  const shown = (list: Transaction[]) => {
    const aggregate = bookOf(list).get('o');
    return aggregate === undefined ? null : resolveEntity(aggregate, '', mergeText)?.fields.get('name')?.value;
  };
  expect(shown([tx('a', '가'), tx('b', '나')])).toBe('나');
  expect(shown([tx('b', '나'), tx('a', '가')])).toBe('나');
});

describe('status', () => {
  const step = (to: string, from: string | null): Json => ({ to, from });

  test('MG-7 the ladder of merging is the ladder of orders', () => {
    expect(STATUS_LADDER).toEqual(FORWARD_STATUSES);
  });

  test.each<{
    readonly steps: [to: string, from: string | null][];
    readonly shown: string;
    readonly conflict: boolean;
  }>([
    {
      steps: [
        ['ready', 'making'],
        ['making', 'confirmed'],
      ],
      shown: 'ready',
      conflict: false,
    },
    {
      steps: [
        ['making', 'confirmed'],
        ['ready', 'making'],
      ],
      shown: 'ready',
      conflict: false,
    },
    {
      steps: [
        ['confirmed', null],
        ['ready', 'confirmed'],
      ],
      shown: 'ready',
      conflict: false,
    },
    {
      steps: [
        ['making', 'ready'],
        ['handed-over', 'ready'],
      ],
      shown: 'making',
      conflict: true,
    },
    {
      steps: [
        ['cancelled', 'ready'],
        ['handed-over', 'ready'],
      ],
      shown: 'cancelled',
      conflict: true,
    },
    {
      steps: [
        ['no-show', 'ready'],
        ['handed-over', 'ready'],
      ],
      shown: 'no-show',
      conflict: true,
    },
    {
      steps: [
        ['confirmed', 'cancelled'],
        ['ready', 'making'],
      ],
      shown: 'confirmed',
      conflict: true,
    },
    {
      steps: [
        ['cancelled', 'ready'],
        ['cancelled', 'making'],
      ],
      shown: 'cancelled',
      conflict: false,
    },
    {
      steps: [
        ['paused', 'ready'],
        ['ready', 'making'],
      ],
      shown: 'paused',
      conflict: true,
    },
    // Two reached one status, one of them by a step back: it may not lose to a third's step forward.
    {
      steps: [
        ['making', 'confirmed'],
        ['making', 'ready'],
        ['handed-over', 'ready'],
      ],
      shown: 'making',
      conflict: true,
    },
    // A step back and then forward again, below what its author knew.
    {
      steps: [
        ['making', 'ready'],
        ['handed-over', 'ready'],
      ],
      shown: 'making',
      conflict: true,
    },
    {
      steps: [
        ['ready', 'ready'],
        ['handed-over', 'ready'],
      ],
      shown: 'handed-over',
      conflict: false,
    },
  ])('MG-7 $steps meet in $shown', ({ steps, shown, conflict }) => {
    const { value, contenders } = resolve('status', ...steps.map(([to, from]) => step(to, from)));
    expect(value).toMatchObject({ to: shown });
    expect(contenders.length > 1).toBe(conflict);
  });

  test.each<{ readonly seen: [to: string, from: string | null][]; readonly from: string | null }>([
    { seen: [], from: null },
    { seen: [['making', 'confirmed']], from: 'making' },
    { seen: [['making', 'ready']], from: 'ready' },
    { seen: [['confirmed', 'cancelled']], from: 'cancelled' },
    {
      seen: [
        ['ready', 'making'],
        ['cancelled', 'making'],
      ],
      from: 'cancelled',
    },
    {
      seen: [
        ['no-show', 'ready'],
        ['cancelled', 'making'],
      ],
      from: 'cancelled',
    },
  ])('MG-7 who saw $seen steps from $from', ({ seen, from }) => {
    expect(furthestKnown(standing(seen.map(([to, start]) => step(to, start))))).toBe(from);
    expect(furthestKnown(standing(seen.map(([to, start]) => step(to, start)).reverse()))).toBe(from);
  });
});

describe('texts', () => {
  const text = (words: string, base: string): Json => ({ text: words, base });
  const base = '첫 줄\n둘째 줄\n셋째 줄';

  test.each<{
    readonly name: string;
    readonly values: Json[];
    readonly shown: string | null;
    readonly conflict: boolean;
  }>([
    {
      name: 'two who changed different lines',
      values: [text('첫 줄!\n둘째 줄\n셋째 줄', base), text('첫 줄\n둘째 줄\n셋째 줄?', base)],
      shown: '첫 줄!\n둘째 줄\n셋째 줄?',
      conflict: false,
    },
    {
      name: 'three of whom two changed neighbouring lines',
      values: [
        text('첫 줄!\n둘째 줄\n셋째 줄', base),
        text('첫 줄\n둘째 줄\n셋째 줄?', base),
        text('첫 줄\n둘째\n셋째 줄', base),
      ],
      shown: null,
      conflict: true,
    },
    {
      name: 'three of whom two changed the same',
      values: [
        text('첫 줄!\n둘째 줄\n셋째 줄', base),
        text('첫 줄\n둘째 줄\n셋째 줄?', base),
        text('첫 줄!\n둘째 줄\n셋째 줄', base),
      ],
      shown: '첫 줄!\n둘째 줄\n셋째 줄?',
      conflict: false,
    },
    {
      name: 'one who wrote twice and one who began before',
      values: [{ text: 'A!!\n\nB', base: 'A!\n\nB', older: ['A\n\nB'] }, text('A\n\nB?', 'A\n\nB')],
      shown: 'A!!\n\nB?',
      conflict: false,
    },
    {
      name: 'two who changed the same line',
      values: [text('첫 줄 A\n둘째 줄\n셋째 줄', base), text('첫 줄 B\n둘째 줄\n셋째 줄', base)],
      shown: null,
      conflict: true,
    },
    {
      name: 'two who began from blank',
      values: [text('초 세 개', ''), text('문 앞에', '')],
      shown: null,
      conflict: true,
    },
    {
      name: 'two who began from different texts',
      values: [text('a\nb', 'a'), text('c\nd', 'c')],
      shown: null,
      conflict: true,
    },
    { name: 'one who cleared it and one who wrote', values: [null, text('a\nb', 'a')], shown: null, conflict: true },
    { name: 'two who wrote the same', values: [text('a', ''), text('a', 'b')], shown: 'a', conflict: false },
  ])('MG-8 $name', ({ values, shown, conflict }) => {
    const resolved = resolve('text', ...values);
    expect(resolved.contenders.length > 1).toBe(conflict);
    if (shown !== null) expect(resolved.value).toMatchObject({ text: shown });
    // Neither the order of their arrival nor of their names matters to whether it is a conflict.
    expect(resolve('text', ...[...values].reverse()).contenders.length > 1).toBe(conflict);
  });
});

describe('questions', () => {
  const a: Json = { code: 'a', raw: null };
  const b: Json = { code: 'b', raw: null };
  const c: Json = { code: 'c', raw: null };
  test.each<{ readonly lists: Json[]; readonly asked: Json }>([
    { lists: [[a, b, c]], asked: [a, b, c] },
    {
      lists: [
        [a, b],
        [b, c],
      ],
      asked: [b],
    },
    { lists: [[a], [b]], asked: [] },
    { lists: [null, [a]], asked: [] },
    { lists: [[{ raw: null, code: 'a' }, b], [a]], asked: [{ raw: null, code: 'a' }] },
  ])('MG-9 lists $lists still ask $asked and are never a conflict', ({ lists, asked }) => {
    expect(resolve('questions', ...lists)).toEqual({ value: asked, contenders: [] });
  });
});

test('MG-10 a payment that was somehow written twice differently is a conflict, not a choice', () => {
  expect(resolve('ledger', { minor: 1 }, { minor: 2 }).contenders).toHaveLength(2);
});

describe('deletion', () => {
  const order = CATALOGUE.order;
  const item = CATALOGUE.item;
  type Made = { readonly session: string; readonly n?: number; readonly ops: readonly Partial<TxOp>[] };
  const tx = ({ session, n = 1, ops }: Made): Transaction => ({
    ...{ session, n, lamport: 1, at: 0, actor: '', schema: 1 },
    ops: ops.map((op) => ({ kind: order.no, eid: 'o', field: order.fields.name.no, sup: [], value: 'x', ...op })),
  });
  const remove = (...seen: Dot[]): Partial<TxOp> => ({ field: order.fields.deleted.no, value: writeDeletion(seen) });
  const state = (child: string, ...list: Transaction[]) => {
    const aggregate = bookOf(list).get('o');
    const resolved = aggregate === undefined ? null : resolveEntity(aggregate, child, mergeText);
    return resolved?.isDeletedButEdited === true ? 'asked about' : resolved?.isDeleted === true ? 'deleted' : 'there';
  };
  const named = tx({ session: 'a', ops: [{}] });

  test('MG-11 what its author had seen is deleted', () => {
    expect(state('', named, tx({ session: 'b', ops: [remove(['a', 1])] }))).toBe('deleted');
  });
  test('MG-11 an edit made meanwhile keeps the order visible, in whatever order they arrive', () => {
    const edit = tx({ session: 'a', n: 2, ops: [{ sup: [['a', 1]], value: 'y' }] });
    const deletion = tx({ session: 'b', ops: [remove(['a', 1])] });
    expect(state('', named, edit, deletion)).toBe('asked about');
    expect(state('', deletion, edit, named)).toBe('asked about');
  });
  test('MG-11 so does an edit of a child, and of a field that only a newer version knows', () => {
    const deletion = tx({ session: 'b', ops: [remove(['a', 1])] });
    const child = tx({ session: 'c', ops: [{ kind: item.no, eid: 'o/i', field: item.fields.size.no }] });
    expect(state('', named, deletion, child)).toBe('asked about');
    expect(state('', named, deletion, tx({ session: 'c', ops: [{ field: 999 }] }))).toBe('asked about');
    expect(state('', named, deletion, tx({ session: 'c', ops: [{ kind: 99, eid: 'o/z', field: 1 }] }))).toBe(
      'asked about',
    );
  });
  test('MG-11 an edit that arrived after a gap was not seen, though later ones of its session were', () => {
    const missing = tx({ session: 'a', n: 2, ops: [{ field: order.fields.payer.no }] });
    const later = tx({ session: 'a', n: 3, ops: [{ field: order.fields.memo.no }] });
    const deletion = tx({ session: 'b', ops: [remove(['a', 1], ['a', 3])] });
    expect(state('', named, later, deletion)).toBe('deleted');
    expect(state('', named, later, deletion, missing)).toBe('asked about');
  });
  test('MG-11 two who deleted it agree, and what either had seen was seen', () => {
    const other = tx({ session: 'c', ops: [{ field: order.fields.payer.no }] });
    const first = tx({ session: 'd', ops: [remove(['a', 1], ['c', 1])] });
    const second = tx({ session: 'e', ops: [remove(['a', 1])] });
    expect(state('', named, other, first, second)).toBe('deleted');
    expect(state('', named, other, second)).toBe('asked about');
  });
  test('MG-11 deleted by one and brought back by another: visible, and asked', () => {
    const first = tx({ session: 'd', ops: [remove(['a', 1])] });
    const back = tx({ session: 'e', ops: [{ field: order.fields.deleted.no, value: null }] });
    expect(state('', named, first, back)).toBe('asked about');
  });
  test("MG-11 a child's deletion is no edit of its order, bringing it back is one", () => {
    const child = tx({ session: 'c', ops: [{ kind: item.no, eid: 'o/i', field: item.fields.size.no }] });
    const deletion = tx({ session: 'b', ops: [remove(['a', 1], ['c', 1])] });
    const gone = tx({
      session: 'd',
      ops: [{ kind: item.no, eid: 'o/i', field: item.fields.deleted.no, value: writeDeletion([['c', 1]]) }],
    });
    const back = tx({
      session: 'd',
      n: 2,
      ops: [{ kind: item.no, eid: 'o/i', field: item.fields.deleted.no, value: null, sup: [['d', 1]] }],
    });
    expect(state('', named, child, deletion, gone)).toBe('deleted');
    expect(state('i', named, child, gone)).toBe('deleted');
    expect(state('', named, child, deletion, gone, back)).toBe('asked about');
  });
  test('MG-11 an edit elsewhere in the order does not bring back a deleted cake', () => {
    const child = tx({ session: 'c', ops: [{ kind: item.no, eid: 'o/i', field: item.fields.size.no }] });
    const gone = tx({
      session: 'd',
      ops: [{ kind: item.no, eid: 'o/i', field: item.fields.deleted.no, value: writeDeletion([['c', 1]]) }],
    });
    expect(state('i', child, gone, named)).toBe('deleted');
  });
  test.each<Json>([true, {}, { seen: 5 }, { seen: [5, ['a'], ['a', 'x'], [1, 1]] }])(
    'MG-11 a damaged deletion %j has seen nothing: the order stays visible',
    (value) => {
      expect(state('', named, tx({ session: 'b', ops: [{ field: order.fields.deleted.no, value }] }))).toBe(
        'asked about',
      );
    },
  );
});

test('MG-13 a field or kind of a newer version stays in its register', () => {
  const aggregate = bookOf([
    {
      ...{ session: 'a', n: 1, lamport: 1, at: 0, actor: '', schema: 7 },
      ops: [
        { kind: 1, eid: 'o', field: 999, sup: [], value: { new: true } },
        { kind: 99, eid: 'o/z', field: 1, sup: [], value: 'z' },
      ],
    },
  ]).get('o');
  if (aggregate === undefined) throw new Error('no aggregate');
  expect(registerOf(aggregate, '', 999).live[0]?.value).toEqual({ new: true });
  expect(resolveEntity(aggregate, '', mergeText)?.fields.size).toBe(0);
  expect(registerOf(aggregate, 'z', 1).live[0]?.value).toBe('z');
});

test('MG-13 no number of the catalogue is used twice', () => {
  const kinds = Object.values(CATALOGUE);
  expect(new Set(kinds.map((kind) => kind.no)).size).toBe(kinds.length);
  for (const kind of kinds) {
    const numbers = Object.values(kind.fields).map((field) => field.no);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

test.each<{ readonly a: Json; readonly b: Json; readonly same: boolean }>([
  { a: 0, b: -0, same: true },
  { a: 1, b: '1', same: false },
  { a: [], b: {}, same: false },
  { a: null, b: [], same: false },
  { a: { a: [1, { c: 1, b: 2 }] }, b: { a: [1, { b: 2, c: 1 }] }, same: true },
  { a: JSON.parse('{"__proto__":1}'), b: {}, same: false },
])('MG-6 values $a and $b are the same: $same', ({ a, b, same }) => {
  expect(sameJson(a, b)).toBe(same);
  expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
});
