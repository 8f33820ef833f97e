// What is left of a change when something goes wrong at any point of writing it (docs/rules.md ST-12).
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { Change } from '../../src/store/change.ts';
import type { Fault } from '../../src/store/memory-storage.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { orderEdits, takeOrder, testEnv, written } from './store-makers.ts';

type Answer = ReturnType<Fault>;

/** A change that touches every table: a new order with a number and a draft, an edit of another day, a redaction. */
const CHANGE: Change = {
  edits: [
    ...orderEdits({ eid: 'new', day: '2022-10-16' }),
    ...orderEdits({ eid: 'o', day: '2022-10-17', fields: { name: '김민주' } }),
    {
      kind: 'customer',
      eid: 'c' as Eid,
      set: { name: '김민지', phone: { e164: '+821000001234', text: '010-0000-1234' } },
    },
    { kind: 'menuEntry', eid: 'shop/m1' as Eid, set: { group: 'size', name: '1호' } },
  ],
  redactions: [{ kind: 'order', eid: 'o' as Eid, field: 'payer' }],
  numberFor: 'new' as Eid,
  discardDraft: 'new-order',
};

/** The same book each time, then the change with `decide` asked at every call of its writing. */
async function run(decide: (call: number, name: string, attempt: number) => Answer) {
  let armed = false;
  let calls = 0;
  let attempt = 0;
  const storage = createMemoryStorage(({ call, mode }) => {
    if (!armed || mode === 'read') return null;
    calls++;
    const answer = decide(calls, call, attempt);
    if (call === 'commit' || answer !== null) {
      attempt++;
    }
    return answer;
  });
  const store = openShopStore({ storage, env: testEnv() });
  await takeOrder(store, { fields: { payer: '박은행' } });
  // The next commit writes the session's line again.
  for (let turn = 1; turn < 16; turn++)
    written(await store.commit({ edits: [{ kind: 'order', eid: 'o' as Eid, set: { memo: `${turn}` } }] }));
  await store.drafts.put('new-order', { name: '김' });
  const before = storage.dump();
  let notices = 0;
  store.subscribe(() => {
    notices++;
  });
  armed = true;
  const result = await store.commit(CHANGE);
  armed = false;
  return { storage, before, after: storage.dump(), result, calls, notices };
}

const clean = await run(() => null);

/** What the person does next: opens the app again and saves the same form. */
async function saveAgain(storage: ReturnType<typeof createMemoryStorage>) {
  const store = openShopStore({ storage, env: testEnv('b') });
  const number = written(await store.commit(CHANGE)).number;
  const rows = await store.queries.page(null, 10).run();
  const loads = await store.queries.loads('2022-10-16' as never, '2022-10-17' as never).run();
  return { number, rows: rows.length, loads: [...loads.values()].map((load) => load.orders) };
}

test('ST-12 the change under test touches every table that a change can touch', () => {
  expect(clean.result).toMatchObject({ ok: true, number: 'A-2' });
  const touched = Object.keys(clean.before).filter(
    (table) => JSON.stringify(clean.before[table]) !== JSON.stringify(clean.after[table]),
  );
  expect(touched.sort()).toEqual(
    ['customers', 'drafts', 'entries', 'meta', 'months', 'roots', 'sessions', 'transactions'].sort(),
  );
  expect(clean.calls).toBeGreaterThan(12);
});

const points = Array.from({ length: clean.calls }, (_, index) => index + 1);

describe.each(points)('at call %i of a change', (point) => {
  test.each(['disk-full', 'failed'] as const)('ST-12 %s leaves nothing of it, and says so', async (problem) => {
    const { storage, before, after, result, notices } = await run((call) => (call === point ? problem : null));
    expect(result).toMatchObject({ ok: false, problem });
    expect(after).toEqual(before);
    expect(notices).toBe(0);
    expect(await saveAgain(storage)).toEqual({ number: 'A-2', rows: 2, loads: [1, 1] });
  });

  test('ST-12 a lost handle that comes back leaves all of it, once', async () => {
    const { after, result } = await run((call) => (call === point ? 'lost-before-commit' : null));
    expect(result).toMatchObject({ ok: true, number: 'A-2' });
    expect(after).toEqual(clean.after);
  });

  test('ST-12 a crash leaves nothing of it', async () => {
    const { storage, before, after, result } = await run((call) => (call >= point ? 'lost-before-commit' : null));
    expect(result).toMatchObject({ ok: false, problem: 'lost' });
    expect(after).toEqual(before);
    expect(await saveAgain(storage)).toEqual({ number: 'A-2', rows: 2, loads: [1, 1] });
  });
});

test('ST-12 lost after the commit stood: the second try finds it, and number and rows are there once', async () => {
  const { after, result } = await run((_, name, attempt) =>
    name === 'commit' && attempt === 0 ? 'lost-after-commit' : null,
  );
  expect(result).toMatchObject({ ok: true, number: 'A-2' });
  expect(after).toEqual(clean.after);
});

test('ST-12 a crash after the commit stood leaves all of it, and saving again changes nothing', async () => {
  const { storage, after, result } = await run((_, name, attempt) =>
    name === 'commit' && attempt === 0 ? 'lost-after-commit' : attempt > 0 ? 'lost-before-commit' : null,
  );
  expect(result).toMatchObject({ ok: false, problem: 'lost' });
  expect(after).toEqual(clean.after);
  expect(await saveAgain(storage)).toEqual({ number: 'A-2', rows: 2, loads: [1, 1] });
});

test('ST-12 a full disk in the middle of a long join keeps whole transactions, and joining again adds the rest', async () => {
  const source = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
  for (let index = 0; index < 1200; index++) await takeOrder(source, { eid: `o${index}`, items: [] });
  const all = await source.readTransactions(null, 10_000);
  let commits = 0;
  let isFull = true;
  const storage = createMemoryStorage(({ call }) =>
    call === 'commit' && isFull && ++commits === 2 ? 'disk-full' : null,
  );
  const store = openShopStore({ storage, env: testEnv('b') });
  await expect(store.join(all)).rejects.toMatchObject({ problem: 'disk-full' });
  const kept = (await store.readTransactions(null, 10_000)).length;
  expect(kept).toBe(1000);
  expect((await store.queries.page(null, 10_000).run()).length).toBe(kept);
  isFull = false;
  expect(await store.join(all)).toEqual({ added: 200 });
  expect(await store.join(all)).toEqual({ added: 0 });
  expect(written(await store.commit({ edits: orderEdits(), numberFor: 'o' as Eid })).number).toBe('A-1201');
});

test('ST-12 a listener that throws does not turn a written change into a failed one', async () => {
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
  const heard: string[] = [];
  const errors: unknown[] = [];
  const catchIt = (error: unknown) => void errors.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', catchIt);
  try {
    store.subscribe(() => {
      throw new Error('a screen is broken');
    });
    store.subscribe(() => heard.push('second'));
    await takeOrder(store);
    await new Promise((resolve) => setTimeout(resolve, 0));
  } finally {
    process.off('uncaughtException', catchIt);
    for (const other of others) process.on('uncaughtException', other);
  }
  expect(heard).toEqual(['second']);
  expect(errors.map(String)).toEqual(['Error: a screen is broken']);
});
