// Disagreements about the settings as questions (docs/rules.md CK).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { CATALOGUE } from '../../src/merge/catalogue.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';
import { shopDisputes } from '../../src/ui/settings/shop-disputes.ts';
import { testEnv, written } from '../store/store-makers.ts';

const NAMES = ['미니', '1호', '2호'];
const size = (index: number) => `shop/m-size-${index}` as Eid;

async function openApart() {
  const storage = createMemoryStorage();
  const here = openShopStore({ storage, env: testEnv('a') });
  const there = openShopStore({ storage, env: testEnv('b') });
  written(
    await here.commit({
      edits: [
        { kind: 'shop', eid: 'shop' as Eid, set: { name: '달콤공방' } },
        ...NAMES.map((name, position) => ({
          kind: 'menuEntry' as const,
          eid: size(position),
          set: { group: 'size' as const, name, position, active: true },
        })),
      ],
    }),
  );
  return { here, there, document: await here.queries.shopDocument().run() };
}
const place = (
  store: ShopStore,
  order: readonly number[],
  seen: Awaited<ReturnType<typeof openApart>>['document']['seen'],
) =>
  store.commit({
    edits: order.map((index, position) => ({ kind: 'menuEntry', eid: size(index), set: { position }, seen })),
  });

test('CK-4 two who ordered one list differently are one question, with the order that each gives', async () => {
  const { here, there, document } = await openApart();
  written(await place(here, [1, 2, 0], document.seen));
  written(await place(there, [2, 0, 1], document.seen));
  const disputes = shopDisputes(await here.queries.shopDocument().run());
  expect(disputes.map(({ key }) => key)).toEqual(['order size']);
  const [dispute] = disputes;
  const orders = dispute?.type === 'order' ? dispute.orders : [];
  expect(orders.map(({ entries }) => entries.map(({ name }) => name).join(' ')).sort()).toEqual([
    '1호 2호 미니',
    '2호 미니 1호',
  ]);
});

test('CK-4 places that a newer version gave are one way of ordering that nobody can choose here', async () => {
  const { here, document } = await openApart();
  written(await place(here, [1, 2, 0], document.seen));
  const { no, fields } = CATALOGUE.menuEntry;
  await here.join([
    {
      ...{ session: 'newer', n: 1, lamport: 99, at: 0, actor: '', schema: 9 },
      ops: [{ kind: no, eid: size(0), field: fields.position.no, sup: [], value: { after: 'm' } }],
    },
  ]);
  const [dispute] = shopDisputes(await here.queries.shopDocument().run());
  const orders = dispute?.type === 'order' ? dispute.orders : [];
  expect(orders.map(({ session, isReadable }) => [session, isReadable])).toEqual([
    ['newer', false],
    [here.session, true],
  ]);
});

test('CK-4 fields count one by one, the shop before its menu', async () => {
  const { here, there, document } = await openApart();
  for (const [store, mark] of [
    [here, '가'],
    [there, '나'],
  ] as const) {
    written(
      await store.commit({
        edits: [
          { kind: 'menuEntry', eid: size(0), set: { name: mark, active: mark === '가' }, seen: document.seen },
          { kind: 'shop', eid: 'shop' as Eid, set: { name: mark }, seen: document.seen },
        ],
      }),
    );
  }
  const disputes = shopDisputes(await here.queries.shopDocument().run());
  // Switched off and left as it was are no disagreement: the second said nothing new.
  expect(disputes.map(({ key }) => key)).toEqual(['shop name', `${size(0)} name`]);
});
