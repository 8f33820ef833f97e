// From the form to the book and from a message to the form (docs/rules.md NO-7 to NO-9).
import { describe, expect, test } from 'vitest';
import { defaultMenu } from '../../src/domain/default-menu.ts';
import type { NewOrderDraft } from '../../src/domain/new-order.ts';
import { changeItem, draftFromOrder, emptyDraft, fieldPath } from '../../src/domain/new-order.ts';
import type { FormWorld } from '../../src/domain/new-order-fields.ts';
import { draftToFields } from '../../src/domain/new-order-fields.ts';
import type { Eid } from '../../src/domain/order.ts';
import type { MenuEntry, Shop } from '../../src/domain/shop.ts';
import { instantOf, localDate, localTime } from '../../src/domain/time.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import type { ShopStore } from '../../src/store/shop-store.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import {
  editOrderChange,
  newOrderChange,
  readSeen,
  seeFields,
  writeSeen,
} from '../../src/ui/new-order/draft-change.ts';
import { draftKey, readDraft, writeDraft } from '../../src/ui/new-order/drafts.ts';
import { erasedUnder } from '../../src/ui/new-order/erased-fields.ts';
import { cutMessage } from '../../src/ui/new-order/message-pieces.ts';
import { depositText, readBackSentence } from '../../src/ui/new-order/read-back.ts';
import { candlesFrom, draftFromMessage } from '../../src/ui/new-order/read-paste.ts';
import { testEnv, written } from '../store/store-makers.ts';

const hours = { open: localTime('11:00'), close: localTime('20:00') };
const menu: MenuEntry[] = defaultMenu('ko', 'KRW').map(({ eid, fields }) => ({
  eid,
  group: fields.group as MenuEntry['group'],
  name: fields.name as string,
  price: fields.price,
  position: fields.position ?? 0,
  active: true,
}));
const shop: Shop = {
  name: '달콤공방',
  zone: 'Asia/Seoul',
  country: 'KR',
  currency: 'KRW',
  language: 'ko',
  phone: null,
  address: null,
  account: '가온은행 000-00-000000',
  hours: [null, hours, hours, hours, hours, hours, hours],
  slots: { minutes: 30, places: 3 },
  dayPlaces: null,
  leadDays: 2,
  deposit: { kind: 'percent', value: 50, withinHours: 24 },
  specialDays: new Map(),
  menu,
  staff: [],
  texts: [],
  isSetUp: true,
};
const NOW = instantOf(localDate('2022-10-12'), localTime('10:20'), 'Asia/Seoul');
const world = (fill: FormWorld['fill']): FormWorld => ({ shop, fill, unreadableAmount: (text) => `금액: ${text}` });
const NEW = world({ now: NOW, isNew: true });

function openShop(name = 'a'): { store: ShopStore; newId: () => string } {
  const env = testEnv(name);
  return { store: openShopStore({ storage: createMemoryStorage(), env }), newId: () => env.newId() };
}
function makeDraft(newId: () => string, values: Partial<NewOrderDraft> = {}): NewOrderDraft {
  const draft = emptyDraft(newId);
  const item = draft.items[0]?.eid as Eid;
  return {
    ...changeItem(draft, item, { size: '2호', lettering: { none: false, text: '엄마 최고' } }),
    name: '김민지',
    phone: '010-0000-5678',
    date: localDate('2022-10-15'),
    start: localTime('13:30'),
    ...values,
  };
}
async function takeIn(store: ShopStore, newId: () => string, draft: NewOrderDraft) {
  const customers = await store.queries.customersByTail('5678').run();
  const fields = draftToFields(draft, NEW);
  return written(
    await store.commit(newOrderChange(draft, fields, { now: NOW, newId, customers, draftKey: draftKey(draft.eid) })),
  );
}
async function documentOf(store: ShopStore, eid: Eid) {
  const found = await store.queries.order(eid).run();
  if (found === null) throw new Error('no order');
  return found;
}

describe('a new order', () => {
  test('NO-8 its number, cake, customer and the end of its draft come in one transaction', async () => {
    const { store, newId } = openShop();
    const draft = makeDraft(newId);
    await store.drafts.put(draftKey(draft.eid), writeDraft({ draft, base: null }));
    const { number } = await takeIn(store, newId, draft);
    expect(number).toBe('A-1');
    expect(await store.drafts.list()).toEqual([]);
    const { order } = await documentOf(store, draft.eid);
    const [customer] = await store.queries.customersByTail('5678').run();
    expect(order).toMatchObject({ number: 'A-1', status: 'awaiting-deposit', createdAt: NOW, customer: customer?.eid });
    expect(customer).toMatchObject({ name: '김민지', phone: { e164: '+821000005678' } });
    expect((await store.queries.history(draft.eid).run()).length).toBeGreaterThan(0);
    expect(await store.readTransactions(null, 10)).toHaveLength(1);
  });

  test('NO-8 a number that is known makes no second customer', async () => {
    const { store, newId } = openShop();
    const first = makeDraft(newId);
    await takeIn(store, newId, first);
    const second = makeDraft(newId, { name: '김민지 어머니' });
    await takeIn(store, newId, second);
    const customers = await store.queries.customersByTail('5678').run();
    expect(customers.map((one) => one.name)).toEqual(['김민지']);
    expect((await documentOf(store, second.eid)).order.customer).toBe(customers[0]?.eid);
  });

  test('NO-8 a number that cannot be dialled makes no customer', async () => {
    const { store, newId } = openShop();
    const draft = makeDraft(newId, { phone: '010-0000-56' });
    await takeIn(store, newId, draft);
    expect((await documentOf(store, draft.eid)).order.customer).toBeNull();
  });

  test('NO-9 the message stays with its order, untouched', async () => {
    const { store, newId } = openShop();
    const text = '  성함: 김민지\r\n연락처: 010-0000-5678 \n문구: 축하해\n\n주차 되나요?';
    const draft = draftFromMessage(text, shop, NOW, newId);
    await takeIn(store, newId, draft);
    const { order } = await documentOf(store, draft.eid);
    expect(order.originals.map((one) => one.source)).toEqual([{ kind: 'message', text, at: NOW }]);
  });
});

describe('an edit', () => {
  test('NO-7 writes only what differs, with what its author saw, also after a reload', async () => {
    const { store, newId } = openShop();
    const draft = makeDraft(newId);
    await takeIn(store, newId, draft);
    const document = await documentOf(store, draft.eid);
    const base = draftFromOrder(document.order);
    const kept = JSON.parse(JSON.stringify(writeSeen(document.seen)));
    const change = editOrderChange(
      draftToFields(base, world(null)),
      draftToFields({ ...base, name: '김민수' }, world({ now: NOW, isNew: false })),
      readSeen(kept),
      draft.eid,
      draftKey(draft.eid),
    );
    expect(change.edits.map((edit) => [edit.kind, Object.keys(edit.set)])).toEqual([['order', ['name']]]);
    written(await store.commit(change));
    expect((await documentOf(store, draft.eid)).order.name).toBe('김민수');
  });

  test('NO-7 a value that came meanwhile stays beside it as a conflict', async () => {
    const env = testEnv('a');
    const storage = createMemoryStorage();
    const here = openShopStore({ storage, env });
    const there = openShopStore({ storage, env: testEnv('b') });
    const newId = () => env.newId();
    const draft = makeDraft(newId);
    await takeIn(here, newId, draft);
    const document = await documentOf(here, draft.eid);
    written(await there.commit({ edits: [{ kind: 'order', eid: draft.eid, set: { name: '김서연' } }] }));
    const base = draftFromOrder(document.order);
    const change = editOrderChange(
      draftToFields(base, world(null)),
      draftToFields({ ...base, name: '김민수' }, world(null)),
      document.seen,
      draft.eid,
      draftKey(draft.eid),
    );
    written(await here.commit(change));
    const after = await documentOf(here, draft.eid);
    expect(after.conflicts.map((one) => [one.field, one.contenders.map((each) => each.value).sort()])).toEqual([
      ['name', ['김민수', '김서연']],
    ]);
  });

  test('NO-7 notes written on both sides are both kept', async () => {
    const env = testEnv('a');
    const storage = createMemoryStorage();
    const here = openShopStore({ storage, env });
    const there = openShopStore({ storage, env: testEnv('b') });
    const newId = () => env.newId();
    const draft = makeDraft(newId, { memo: '처음\n가운데\n끝' });
    await takeIn(here, newId, draft);
    const document = await documentOf(here, draft.eid);
    written(
      await there.commit({ edits: [{ kind: 'order', eid: draft.eid, set: { memo: '처음\n가운데\n끝\n그쪽' } }] }),
    );
    const base = draftFromOrder(document.order);
    const change = editOrderChange(
      draftToFields(base, world(null)),
      draftToFields({ ...base, memo: '여기\n처음\n가운데\n끝' }, world(null)),
      document.seen,
      draft.eid,
      draftKey(draft.eid),
    );
    written(await here.commit(change));
    const after = await documentOf(here, draft.eid);
    expect([after.order.memo, after.conflicts]).toEqual(['여기\n처음\n가운데\n끝\n그쪽', []]);
  });

  describe('of an order that privacy erases meanwhile', () => {
    /** The form opened by one tablet, the erasure made by another, and how the book stands then. */
    async function eraseUnderForm(values: Partial<NewOrderDraft> = {}) {
      const env = testEnv('a');
      const storage = createMemoryStorage();
      const here = openShopStore({ storage, env });
      const there = openShopStore({ storage, env: testEnv('b') });
      const draft = makeDraft(() => env.newId(), values);
      await takeIn(here, () => env.newId(), draft);
      const opened = await documentOf(here, draft.eid);
      const base = { draft: draftFromOrder(opened.order), seen: opened.seen };
      const fields = ['name', 'memo'].map((field) => ({ kind: 'order' as const, eid: draft.eid, field }));
      written(await there.commit({ edits: [], redactions: fields }));
      const look = async () => ({
        document: await documentOf(here, draft.eid),
        history: await here.queries.history(draft.eid).run(),
      });
      const save = async (mine: NewOrderDraft, seen = base.seen) => {
        const [before, now] = [base.draft, mine].map((one) => draftToFields(one, world(null)));
        if (before === undefined || now === undefined) throw new Error('two drafts');
        written(await here.commit(editOrderChange(before, now, seen, draft.eid, draftKey(draft.eid))));
      };
      return { base, look, save };
    }

    test('NO-10 asks for what was typed in its place, and for nothing else', async () => {
      const { base, look } = await eraseUnderForm({ memo: '단골' });
      const { document, history } = await look();
      const asked = (mine: NewOrderDraft) => erasedUnder(mine, base, document, history).map(({ field }) => field);
      expect(asked(base.draft)).toEqual([]);
      expect(asked({ ...base.draft, memo: '' })).toEqual([]);
      expect(asked({ ...base.draft, name: '김민수', payer: '김영수' })).toEqual(['name']);
    });

    test('NO-10 asks also where the field was blank when the form was opened', async () => {
      const { base, look } = await eraseUnderForm();
      const { document, history } = await look();
      expect(erasedUnder({ ...base.draft, memo: '두 시쯤' }, base, document, history)).toEqual([
        { item: null, field: 'memo' },
      ]);
    });

    test('NO-10 finds after a save what the book has blanked', async () => {
      const { base, look, save } = await eraseUnderForm();
      const mine = { ...base.draft, name: '김민수', payer: '김영수' };
      await save(mine);
      const { document, history } = await look();
      expect(document.order).toMatchObject({ name: null, payer: '김영수' });
      expect(erasedUnder(mine, base, document, history)).toEqual([{ item: null, field: 'name' }]);
    });

    test('NO-10 what is saved knowingly stays, and is asked no more', async () => {
      const { base, look, save } = await eraseUnderForm();
      const mine = { ...base.draft, name: '김민수' };
      const seen = seeFields(base.seen, (await look()).document.seen, mine.eid, [{ item: null, field: 'name' }]);
      await save(mine, seen);
      const { document, history } = await look();
      expect(document.order.name).toBe('김민수');
      expect(erasedUnder(mine, { ...base, seen }, document, history)).toEqual([]);
    });
  });

  test('NO-7 a draft of an older version is read with blanks for what it did not know', () => {
    const { newId } = openShop();
    const { memo, oldAllergy, ...older } = makeDraft(newId);
    expect([memo, oldAllergy]).toEqual(['', null]);
    const record = readDraft({ key: 'order x', at: 0, value: JSON.parse(JSON.stringify({ draft: older })) });
    expect(record?.draft).toEqual({ ...older, memo: '', oldAllergy: null });
    expect(readDraft({ key: 'order x', at: 0, value: 'something else' })).toBeNull();
  });
});

describe('a pasted message', () => {
  const MESSAGE = `성함: 김민지
연락처: 010-0000-5678
픽업: 10월 15일 금요일 1시 30분
사이즈: 2호
맛: 당근 크림치즈
문구: 엄마 환갑 축하드려요
판 문구: 없음
초: 큰초 6개 작은초 1개
주차 되나요?`;
  const { newId } = openShop();
  const draft = draftFromMessage(MESSAGE, shop, NOW, newId);
  const item = draft.items[0];

  test('NO-9 fills the form in the words of the menu', () => {
    expect(item).toMatchObject({
      size: '2호',
      sheet: '당근 시트',
      cream: '크림치즈',
      lettering: { none: false, text: '엄마 환갑 축하드려요' },
      boardLettering: { none: true },
      candles: { big: '6', small: '1', text: '' },
    });
    expect(draft).toMatchObject({ name: '김민지', phone: '010-0000-5678', date: '2022-10-15', start: '13:30' });
  });

  test('NO-9 every value shows where it stood', () => {
    const at = (path: string) =>
      draft.message?.evidence[path]?.spans.map(({ start, end }) => MESSAGE.slice(start, end)).join(' | ');
    expect(at('name')).toBe('김민지');
    expect(at('pickup.date')).toContain('10월 15일');
    expect(at(fieldPath('size', item?.eid))).toBe('2호');
    expect(at(fieldPath('lettering', item?.eid))).toBe('엄마 환갑 축하드려요');
  });

  test('NO-9 a weekday that contradicts its date is asked, with the days it may mean', () => {
    const [question] = draft.questions.filter((one) => one.code === 'date_weekday_mismatch');
    expect(question?.alternatives).toEqual([
      { kind: 'date', date: '2022-10-14' },
      { kind: 'date', date: '2022-10-21' },
    ]);
    expect(draftToFields(draft, NEW).order.doubts?.map((one) => one.code)).toContain('date_weekday_mismatch');
  });

  test('NO-9 words that no value used stand in the memo', () => {
    expect(draft.memo).toContain('주차 되나요?');
  });

  test('NO-9 cut at its marks, the message is still whole', () => {
    if (draft.message === null) throw new Error('no message');
    expect(
      cutMessage(draft.message)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(MESSAGE);
  });

  test('NO-9 a text of ten thousand lines is refused and not lost', () => {
    const long = '안녕하세요\n'.repeat(10_000);
    const refused = draftFromMessage(long, shop, NOW, newId);
    expect(refused.message?.text).toBe(long);
    expect(refused.name).toBe('');
  });

  test.each([
    ['큰초 3개, 작은초 2개', { big: '3', small: '2', digits: '', text: '' }],
    ['숫자초 30', { big: '', small: '', digits: '30', text: '' }],
    ['초 5개', { big: '', small: '', digits: '', text: '초 5개' }],
    ['큰초 3개 그리고 별초', { big: '3', small: '', digits: '', text: '큰초 3개 그리고 별초' }],
  ])('NO-9 candles %s', (text, candles) => {
    expect(candlesFrom({ text })).toEqual({ none: false, ...candles });
  });
});

describe('what is said afterwards', () => {
  test('NO-1 the sentence to read back says day, time, cake and lettering', async () => {
    const { store, newId } = openShop();
    const draft = makeDraft(newId);
    await takeIn(store, newId, draft);
    const { order } = await documentOf(store, draft.eid);
    expect(readBackSentence(order, 'ko')).toBe("10월 15일 토요일 오후 1시 30분, 2호, 문구 '엄마 최고' 맞으시죠?");
    expect(readBackSentence(order, 'ja')).toBe(
      '10月15日土曜日 午後1時半, 2호, 文字は「엄마 최고」。以上でお間違いないでしょうか？',
    );
    expect(readBackSentence(order, 'en')).toContain('1:30 pm');
  });

  test('NO-5 the deposit text carries amount, deadline and account', async () => {
    const { store, newId } = openShop();
    const draft = makeDraft(newId);
    await takeIn(store, newId, draft);
    const { order } = await documentOf(store, draft.eid);
    const { text, missing } = depositText(order, shop, 'KRW');
    expect(missing).toEqual([]);
    for (const part of ['김민지', '₩22,000', '10월 13일 목요일 오전 11시', '가온은행', '엄마 최고'])
      expect(text).toContain(part);
  });
});
