// A session's line is written only now and then: read, it is always the truth about what the session has committed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { Fault } from '../../src/store/memory-storage.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { extendLine, readLines, type SessionRecord } from '../../src/store/session-line.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';
import type { Storage } from '../../src/store/storage.ts';
import { testEnv, written } from './store-makers.ts';

const edit = (memo: string) => ({ edits: [{ kind: 'order' as const, eid: 'o' as Eid, set: { memo } }] });

/** What the lines have to be, counted from the transactions alone. */
async function countLines(store: ShopStore): Promise<SessionRecord[]> {
  const all = await store.readTransactions(null, 100_000);
  const sessions = [...new Set(all.map((one) => one.session))].sort();
  return sessions.map((session) =>
    extendLine(
      undefined,
      session,
      all.filter((one) => one.session === session),
      true,
    ),
  );
}

test('ST-24 an own edit leaves the written line alone; read through the door it counts every one', async () => {
  const storage = createMemoryStorage();
  const store = openShopStore({ storage, env: testEnv() });
  let lineWrites = 0;
  let before = '';
  for (let turn = 1; turn <= 40; turn++) {
    written(await store.commit(edit(`${turn}`)));
    const line = JSON.stringify(storage.dump().sessions);
    if (line !== before) lineWrites++;
    before = line;
    expect(await store.readVersionVector()).toEqual(await countLines(store));
    expect(await store.queries.outbox().run()).toMatchObject({ transactions: turn });
  }
  expect(lineWrites).toBe(3);
});

test('ST-24 the next start closes the lines of earlier ones, and one that still runs opens its own again', async () => {
  const storage = createMemoryStorage();
  const open = () => storage.dump().sessions?.filter((line) => 'isOpen' in line).length;
  const [first, second] = ['a', 'b'].map((name) => openShopStore({ storage, env: testEnv(name) }));
  if (first === undefined || second === undefined) throw new Error('two stores');
  for (const memo of ['1', '2', '3']) written(await first.commit(edit(memo)));
  written(await second.commit(edit('4')));
  expect(open()).toBe(1);
  for (const memo of ['5', '6']) written(await first.commit(edit(memo)));
  expect(open()).toBe(2);
  expect(await second.readVersionVector()).toEqual(await countLines(second));
  expect(await second.queries.outbox().run()).toMatchObject({ transactions: 6 });
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('commit' as const), tab: fc.nat(1), fault: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('together' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const), tab: fc.nat(1) }) },
);
const FAULTS = ['disk-full', 'failed', 'lost-before-commit', 'lost-after-commit'] as const;

test('ST-24 two tabs, restarts, joins and faults anywhere: no count is given twice or left out, and no line tells another number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      let fault: Fault = () => null;
      const twin = createMemoryStorage((at) => fault(at));
      // A browser may tell the end of a transaction after the next one has begun.
      const storage: Storage = {
        ...twin,
        transact: async (...asked) => {
          try {
            return await twin.transact(...asked);
          } finally {
            for (let turn = 0; turn < 300; turn++) await null;
          }
        },
      };
      let starts = 0;
      let said = 0;
      const start = () => openShopStore({ storage, env: testEnv(`t${starts++}`) });
      const other = openShopStore({ storage: createMemoryStorage(), env: testEnv('x') });
      const tabs = [start(), start()];
      const confirmed = new Set<string>();
      let kept = new Set<string>();
      const commit = async (tab: number) => {
        const memo = `memo ${++said}`;
        if ((await tabs[tab]?.commit(edit(memo)))?.ok === true) confirmed.add(memo);
      };
      for (const { kind, tab, ...rest } of steps) {
        if (kind === 'restart') tabs[tab] = start();
        if (kind === 'together') await Promise.all([commit(tab), commit(1 - tab), commit(tab)]);
        if (kind === 'join') {
          written(await other.commit(edit(`elsewhere ${++said}`)));
          await tabs[tab]?.join(await other.readTransactions(null, 1000));
          // Its own history comes back with a backup.
          await tabs[tab]?.join((await tabs[1 - tab]?.readTransactions(null, 1000)) ?? []);
        }
        if (kind === 'commit') {
          const at = 'fault' in rest ? rest.fault : 0;
          let calls = 0;
          let struck = false;
          const answer = FAULTS[at % FAULTS.length] ?? null;
          // Some stay away: the second try fails as well, and nobody knows what stands.
          const staysAway = answer?.startsWith('lost') === true && at > 9;
          fault = ({ mode, call }) => {
            if (mode === 'read' || at >= 20) return null;
            if (struck) return staysAway ? 'lost-before-commit' : null;
            calls++;
            const isHere = answer === 'lost-after-commit' ? call === 'commit' : calls === 1 + Math.floor(at / 2);
            if (isHere) struck = true;
            return isHere ? answer : null;
          };
          await commit(tab);
          fault = () => null;
        }
        const store = tabs[0];
        if (store === undefined) throw new Error('a tab');
        const lines = await storage.transact('read', ['sessions', 'transactions'], readLines);
        expect(lines).toEqual(await countLines(store));
        for (const line of lines) expect(line.ahead).toEqual([]);
        const now = new Set((await store.readTransactions(null, 100_000)).map((one) => JSON.stringify(one)));
        expect([...kept].filter((one) => !now.has(one))).toEqual([]);
        kept = now;
      }
      const all = (await tabs[0]?.readTransactions(null, 1000)) ?? [];
      const texts = new Set(
        all.flatMap(({ ops }) => ops.map(({ value }) => (value as { text?: string } | null)?.text)),
      );
      for (const memo of confirmed) expect(texts).toContain(memo);
    }),
    { numRuns: 150 },
  );
});
