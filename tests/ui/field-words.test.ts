// Values of an order in words, also such as a newer version wrote (docs/rules.md MG).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { CATALOGUE } from '../../src/merge/catalogue.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { baseTexts } from '../../src/ui/base/base.texts.ts';
import { disputeTexts } from '../../src/ui/base/dispute.texts.ts';
import { fieldTexts } from '../../src/ui/order/field.texts.ts';
import { type FieldWords, writtenText } from '../../src/ui/order/field-words.ts';
import { orderTexts } from '../../src/ui/order/order.texts.ts';
import { doubtTexts } from '../../src/ui/today/doubt.texts.ts';
import { takeOrder, testEnv } from '../store/store-makers.ts';

const ODD = [5, 'text', true, [], {}, [{}], { date: 7 }, { date: '2022-02-31' }, { text: 5 }, { minor: 'x' }, -1];
const KINDS = ['order', 'item', 'photo', 'payment', 'original'] as const;

test('MG-17 the history says what a newer version wrote, or that it cannot be read, and never breaks', async () => {
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
  const eid: Eid = await takeOrder(store);
  const document = await store.queries.order(eid).run();
  if (document === null) throw new Error('no order');
  const words: FieldWords = {
    texts: orderTexts.ko,
    disputes: disputeTexts.ko,
    base: baseTexts.ko,
    fields: fieldTexts.ko,
    doubts: doubtTexts.ko,
    language: 'ko',
    shop: await store.queries.shop().run(),
    order: document.order,
    cake: String,
  };
  for (const kind of KINDS) {
    for (const field of Object.keys(CATALOGUE[kind].fields)) {
      for (const value of ODD) {
        const said = writtenText({ kind, field }, value, words);
        expect([typeof said, said === '' || said.includes('undefined')], `${kind} ${field} ${said}`).toEqual([
          'string',
          false,
        ]);
      }
    }
  }
  expect(writtenText({ kind: 'order', field: 'pickup' }, { when: 'soon' }, words)).toBe(disputeTexts.ko.unreadable);
  expect(writtenText({ kind: 'order', field: 'name' }, '김민지', words)).toBe('김민지');
});
