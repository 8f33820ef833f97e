// Erasing personal details (docs/rules.md TD-10): nothing of the person is left in any table, the money stays.
import { expect, test } from 'vitest';
import { summarizeMoney } from '../../src/domain/money.ts';
import type { Eid, PaymentEntry } from '../../src/domain/order.ts';
import type { Instant } from '../../src/domain/time.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { picturesEver, redactOrder } from '../../src/store/redact-order.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { takeOrder, testEnv, written } from './store-makers.ts';

const PERSONAL = [
  '김민지',
  '김영수',
  '010-0000-5678',
  '+821000005678',
  '연남로',
  '환갑',
  '호두',
  '리본',
  '문구:',
  'f00d',
];

async function openWithOrder() {
  const storage = createMemoryStorage();
  const env = testEnv();
  const store = openShopStore({ storage, env });
  const phone = { e164: '+821000005678', text: '010-0000-5678' };
  const eid = await takeOrder(store, {
    fields: {
      name: '김민지',
      customer: 'c1' as Eid,
      phone,
      payer: '김영수',
      collector: { name: '김영수', phone },
      fulfilment: { method: 'delivery', address: '연남로 1길 00' },
      memo: '상자에 리본',
      price: { minor: 62_000, currency: 'KRW' },
    },
    items: [{ lettering: { text: '엄마 환갑' }, allergy: { text: '호두' } }, { lettering: { text: '환갑 축하' } }],
  });
  const entry = (payer: string | null): PaymentEntry => ({
    kind: 'deposit',
    minor: 10_000,
    currency: 'KRW',
    method: 'transfer',
    payer,
    at: 1 as Instant,
  });
  const child = (name: string) => `${eid}/${name}` as Eid;
  const picture = { sha: 'f00d'.repeat(16), mime: 'image/webp', width: 9, height: 9, bytes: 9 };
  written(
    await store.commit({
      edits: [
        { kind: 'payment', eid: child('m1'), set: { entry: entry('김영수'), state: 'seen' } },
        { kind: 'payment', eid: child('m2'), set: { entry: entry(null), state: 'seen' } },
        { kind: 'payment', eid: child('m3'), set: { entry: entry('김민지'), state: 'seen', voided: { reason: null } } },
        { kind: 'photo', eid: child('p1'), set: { picture, role: 'agreed' } },
        {
          kind: 'original',
          eid: child('o1'),
          set: { source: { kind: 'message', text: '문구: 환갑', at: 1 as Instant } },
        },
      ],
    }),
  );
  written(await store.commit({ edits: [{ kind: 'customer', eid: 'c1' as Eid, set: { name: '김민지', phone } }] }));
  // A child that was deleted still holds its words, and a field its earlier ones.
  written(await store.commit({ edits: [{ kind: 'item', eid: child('i1'), set: { deleted: true } }] }));
  written(await store.commit({ edits: [{ kind: 'order', eid, set: { name: '김민지님' } }] }));
  return { storage, store, env, eid };
}

test('TD-10 no word of the person is left in any table, also not in history or in deleted cakes', async () => {
  const { storage, store, env, eid } = await openWithOrder();
  const document = await store.queries.order(eid).run();
  if (document === null) throw new Error('no order');
  const history = await store.queries.history(eid).run();
  expect(picturesEver(history)).toEqual(['f00d'.repeat(16)]);
  written(
    await store.commit(
      redactOrder(document.order, { history, newPayment: () => `${eid}/m${env.newId()}` as Eid, forgetCustomer: true }),
    ),
  );

  const left = JSON.stringify(storage.dump());
  for (const word of PERSONAL) expect.soft(left, word).not.toContain(word);
  expect(await store.queries.hasPicture('f00d'.repeat(16)).run()).toBe(false);
  expect(await store.queries.customersByTail('5678').run()).toEqual([]);
});

test('TD-10 what was paid, the day and the status stay', async () => {
  const { store, env, eid } = await openWithOrder();
  const before = await store.queries.order(eid).run();
  if (before === null) throw new Error('no order');
  const history = await store.queries.history(eid).run();
  written(
    await store.commit(
      redactOrder(before.order, { history, newPayment: () => `${eid}/m${env.newId()}` as Eid, forgetCustomer: false }),
    ),
  );

  const after = await store.queries.order(eid).run();
  if (after === null) throw new Error('no order');
  expect(summarizeMoney(after.order)).toEqual(summarizeMoney(before.order));
  expect(after.order.payments.flatMap(({ entry }) => (entry === null ? [] : [entry.payer]))).toEqual([
    null,
    null,
    null,
  ]);
  expect(after.order.pickup).toEqual(before.order.pickup);
  expect(after.order.status).toBe(before.order.status);
  expect(await store.queries.customersByTail('5678').run()).toMatchObject([{ name: '김민지' }]);
  expect(after.order.items.map((item) => [item.size, item.lettering])).toEqual([['2호', null]]);
});
