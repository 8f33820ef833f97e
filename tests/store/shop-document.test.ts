// The shop's settings as one document: values, disagreements and what was seen (docs/rules.md SG, CK).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { CATALOGUE } from '../../src/merge/catalogue.ts';
import type { Json } from '../../src/merge/op.ts';
import type { AnyEdit } from '../../src/store/change.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';
import { createTabs, testEnv, written } from './store-makers.ts';

const SHOP = 'shop' as Eid;
const SIZE = 'shop/m-size-1' as Eid;
const MAKER = 'shop/s1' as Eid;

async function openTwoTabs() {
  const storage = createMemoryStorage();
  const tab = createTabs();
  const here = openShopStore({ storage, env: testEnv('a'), channel: tab() });
  const there = openShopStore({ storage, env: testEnv('b'), channel: tab() });
  written(
    await here.commit({
      edits: [
        { kind: 'shop', eid: SHOP, set: { name: '달콤공방', leadDays: 2 } },
        { kind: 'menuEntry', eid: SIZE, set: { group: 'size', name: '1호', position: 0, active: true } },
        { kind: 'staff', eid: MAKER, set: { name: '하은', position: 0, active: true } },
      ],
    }),
  );
  return { here, there };
}
const read = (store: ShopStore) => store.queries.shopDocument().run();
const fieldsOf = async (store: ShopStore) => (await read(store)).conflicts.map(({ eid, field }) => `${eid} ${field}`);
const values = async (store: ShopStore) =>
  (await read(store)).conflicts.flatMap(({ contenders }) => contenders.map(({ value }) => value)).sort();

test('SG-4 two who edited one setting without knowing of each other leave both values, with who and when', async () => {
  const { here, there } = await openTwoTabs();
  const { seen } = await read(here);
  there.setActor(MAKER);
  written(await here.commit({ edits: [{ kind: 'shop', eid: SHOP, set: { name: '달콤공방 본점' }, seen }] }));
  written(await there.commit({ edits: [{ kind: 'shop', eid: SHOP, set: { name: '달콤공방 2호점' }, seen }] }));
  const { conflicts, shop } = await read(here);
  expect(shop.name).toBe('달콤공방 2호점');
  expect(conflicts.map(({ kind, field }) => [kind, field])).toEqual([['shop', 'name']]);
  expect(conflicts[0]?.contenders.map(({ value, actor }) => [value, actor])).toEqual([
    ['달콤공방 2호점', MAKER],
    ['달콤공방 본점', ''],
  ]);
});

test('SG-4 what was seen is replaced without a question, in one tab after the other', async () => {
  const { here, there } = await openTwoTabs();
  const edit = async (store: ShopStore, name: string) =>
    written(
      await store.commit({
        edits: [{ kind: 'menuEntry', eid: SIZE, set: { name }, seen: (await read(store)).seen }],
      }),
    );
  await edit(here, '1호 (15cm)');
  await edit(there, '1호 (16cm)');
  await edit(here, '1호');
  expect(await fieldsOf(here)).toEqual([]);
});

test.each<[string, AnyEdit, AnyEdit]>([
  [
    'the menu',
    { kind: 'menuEntry', eid: SIZE, set: { name: '한 판' } },
    { kind: 'menuEntry', eid: SIZE, set: { name: '일호' } },
  ],
  [
    'the staff',
    { kind: 'staff', eid: MAKER, set: { name: '김하은' } },
    { kind: 'staff', eid: MAKER, set: { name: '이하은' } },
  ],
  ['the shop', { kind: 'shop', eid: SHOP, set: { leadDays: 3 } }, { kind: 'shop', eid: SHOP, set: { leadDays: 4 } }],
])(
  'CK-3 a disagreement about %s is settled by choosing or by a third value; settling twice is harmless',
  async (_, mine, theirs) => {
    const { here, there } = await openTwoTabs();
    const { seen } = await read(here);
    written(await here.commit({ edits: [{ ...mine, seen }] }));
    written(await there.commit({ edits: [{ ...theirs, seen }] }));
    const asked = await read(here);
    const [conflict] = asked.conflicts;
    if (conflict === undefined) throw new Error('no conflict');
    const loser = { [conflict.field]: conflict.contenders[1]?.value };
    const choose = { ...mine, set: loser, seen: asked.seen } as AnyEdit; // a value of the field itself
    written(await here.commit({ edits: [choose] }));
    written(await here.commit({ edits: [choose] }));
    written(await there.commit({ edits: [choose] }));
    expect(await fieldsOf(there)).toEqual([]);
    expect((await read(there)).shop).toEqual((await read(here)).shop);
  },
);

test('CK-3 settled differently in two places, it is asked again', async () => {
  const { here, there } = await openTwoTabs();
  const { seen } = await read(here);
  const name = (text: string, of: typeof seen): AnyEdit => ({ kind: 'shop', eid: SHOP, set: { name: text }, seen: of });
  written(await here.commit({ edits: [name('가', seen)] }));
  written(await there.commit({ edits: [name('나', seen)] }));
  const asked = (await read(here)).seen;
  written(await here.commit({ edits: [name('가', asked)] }));
  written(await there.commit({ edits: [name('다', asked)] }));
  expect(await values(here)).toEqual(['가', '다']);
});

test('CK-3 a joined backup that names the shop otherwise is asked about, and joining it again asks nothing new', async () => {
  const { here } = await openTwoTabs();
  const elsewhere = openShopStore({ storage: createMemoryStorage(), env: testEnv('c') });
  written(await elsewhere.commit({ edits: [{ kind: 'shop', eid: SHOP, set: { name: '새콤공방', leadDays: 2 } }] }));
  const backup = await elsewhere.readTransactions(null, 100);
  await here.join(backup);
  // Equal values agree: only the name is asked.
  expect(await fieldsOf(here)).toEqual(['shop name']);
  const { seen } = await read(here);
  written(await here.commit({ edits: [{ kind: 'shop', eid: SHOP, set: { name: '달콤공방' }, seen }] }));
  await here.join(backup);
  expect(await fieldsOf(here)).toEqual([]);
});

test('MG-17 a contender of a newer version is no blank: it is said to be unreadable, beside those that can be chosen', async () => {
  const { here } = await openTwoTabs();
  const shop = CATALOGUE.shop;
  const newer = (session: string, field: number, value: Json) => ({
    ...{ session, n: 1, lamport: 99, at: 0, actor: '', schema: 9 },
    ops: [{ kind: shop.no, eid: SHOP, field, sup: [], value }],
  });
  await here.join([
    newer('newer', shop.fields.leadDays.no, { working: 3 }),
    newer('cleared', shop.fields.leadDays.no, null),
    newer('named', shop.fields.name.no, { parts: ['달콤'] }),
  ]);
  const { conflicts } = await read(here);
  const contenders = (field: string) =>
    conflicts.find((one) => one.field === field)?.contenders.map(({ value, isReadable }) => [value, isReadable]);
  expect(contenders('leadDays')).toEqual(
    expect.arrayContaining([
      [null, false],
      [null, true],
      [2, true],
    ]),
  );
  expect(contenders('name')).toEqual([
    [null, false],
    ['달콤공방', true],
  ]);
});

test('SG-6 an entry renamed while somebody else removed it stays and is asked about', async () => {
  const { here, there } = await openTwoTabs();
  const { seen } = await read(there);
  written(await here.commit({ edits: [{ kind: 'menuEntry', eid: SIZE, set: { deleted: true } }] }));
  expect((await read(here)).shop.menu).toEqual([]);
  written(await there.commit({ edits: [{ kind: 'menuEntry', eid: SIZE, set: { name: '1호 (15cm)' }, seen }] }));
  const { shop, conflicts } = await read(here);
  expect(shop.menu.map(({ name }) => name)).toEqual(['1호 (15cm)']);
  expect(conflicts.map(({ field }) => field)).toEqual(['deleted']);
});

test('SG-6 MG-11 an entry removed by somebody who had not seen its new name stays and is asked about', async () => {
  const { here, there } = await openTwoTabs();
  const { seen } = await read(there);
  written(await here.commit({ edits: [{ kind: 'menuEntry', eid: SIZE, set: { name: '1호 (15cm)' }, seen }] }));
  written(await there.commit({ edits: [{ kind: 'menuEntry', eid: SIZE, set: { deleted: true }, seen }] }));
  const { shop, conflicts } = await read(there);
  expect(shop.menu.map(({ name }) => name)).toEqual(['1호 (15cm)']);
  expect(conflicts.map(({ field }) => field)).toEqual(['deleted']);
});

test('the document is read again when a setting was edited, and not for an order', async () => {
  const { here } = await openTwoTabs();
  const query = here.queries.shopDocument();
  const heard: boolean[] = [];
  here.subscribe((notice) => heard.push(query.isTouchedBy(notice)));
  written(await here.commit({ edits: [{ kind: 'shop', eid: SHOP, set: { name: '달콤' } }] }));
  written(await here.commit({ edits: [{ kind: 'order', eid: 'o1' as Eid, set: { name: '김민지' } }] }));
  expect(heard).toEqual([true, false]);
});
