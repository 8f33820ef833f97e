// The form of an order: what it keeps, what it suggests, what it becomes (docs/rules.md NO).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultMenu } from '../../src/domain/default-menu.ts';
import type { NewOrderDraft } from '../../src/domain/new-order.ts';
import {
  addItem,
  answerOldAllergy,
  changeItem,
  copyItem,
  draftFromOrder,
  emptyDraft,
  moveItem,
  removeItem,
  toAnswer,
} from '../../src/domain/new-order.ts';
import type { FormWorld } from '../../src/domain/new-order-fields.ts';
import { draftToFields, fieldsToOrder, followMenu, priceDraft } from '../../src/domain/new-order-fields.ts';
import { depositByRule, depositDueByRule, readPrice, suggestCakePrice } from '../../src/domain/new-order-price.ts';
import { rebaseDraft } from '../../src/domain/new-order-rebase.ts';
import { draftLikeLastTime, regularsOf } from '../../src/domain/new-order-regular.ts';
import type { Customer, Eid, Order } from '../../src/domain/order.ts';
import { NONE } from '../../src/domain/order.ts';
import { orderToRow, whatIsLacking } from '../../src/domain/order-row.ts';
import type { MenuEntry, Shop } from '../../src/domain/shop.ts';
import { instantOf, localDate, localTime } from '../../src/domain/time.ts';

let count = 0;
const newId = () => `n${++count}`;
const menu: MenuEntry[] = defaultMenu('ko', 'KRW').map(({ eid, fields }) => ({
  eid,
  group: fields.group as MenuEntry['group'],
  name: fields.name as string,
  price: fields.price,
  position: fields.position ?? 0,
  active: true,
}));
const shop: Pick<Shop, 'menu' | 'currency' | 'deposit' | 'zone' | 'country'> = {
  menu,
  currency: 'KRW',
  deposit: { kind: 'percent', value: 50, withinHours: 24 },
  zone: 'Asia/Seoul',
  country: 'KR',
};
const NOW = instantOf(localDate('2022-10-12'), localTime('10:20'), 'Asia/Seoul');
const world = (fill: FormWorld['fill'] = { now: NOW, isNew: true }): FormWorld => ({
  shop,
  fill,
  unreadableAmount: (text) => `금액: ${text}`,
});
const firstItem = (draft: NewOrderDraft) => draft.items[0]?.eid as Eid;
function makeDraft(values: Partial<NewOrderDraft> = {}, item: Parameters<typeof changeItem>[2] = {}): NewOrderDraft {
  const draft = emptyDraft(newId);
  return { ...changeItem(draft, firstItem(draft), item), ...values };
}
function makeOrder(draft: NewOrderDraft, more: Partial<Order> = {}): Order {
  return { ...fieldsToOrder(draft.eid, 'A-1', draftToFields(draft, world())), createdAt: NOW, ...more };
}

describe('what a form becomes', () => {
  test('NO-1 a blank form is an order that lacks everything', () => {
    const order = makeOrder(makeDraft());
    expect(whatIsLacking(order)).toEqual(['name', 'phone', 'date', 'time', 'size', 'lettering', 'price']);
    expect(order.items).toHaveLength(1);
  });

  test.each([
    ['엄마  사랑해 ♥\n  2024', '엄마  사랑해 ♥\n  2024'],
    ['\n\n 축하해 \n', ' 축하해'],
    ['ㅋㅋㅋ\n\n\n끝', 'ㅋㅋㅋ\n\n\n끝'],
  ])('NO-1 lettering %j is kept as %j', (typed, kept) => {
    expect(toAnswer({ none: false, text: typed })).toEqual({ text: kept });
  });

  test('NO-1 없음 is an answer, blank is a question, and words typed before 없음 are not lost in the form', () => {
    expect(toAnswer({ none: true, text: '생일' })).toEqual(NONE);
    expect(toAnswer({ none: false, text: ' \n ' })).toBeNull();
    const fields = draftToFields(makeDraft({}, { boardLettering: { none: true, text: '' } }), world());
    expect(fields.items[0]?.set.boardLettering).toEqual(NONE);
    expect(fields.items[0]?.set.lettering).toBeNull();
  });

  test('NO-1 a phone that cannot be dialled is kept as it was typed', () => {
    const fields = draftToFields(makeDraft({ phone: '010-0000-56' }), world());
    expect(fields.order.phone).toEqual({ e164: null, text: '010-0000-56' });
  });

  test('NO-1 an order of the book comes back from its form unchanged', () => {
    const draft = makeDraft(
      {
        name: '김민지',
        phone: '010-0000-5678',
        date: localDate('2022-10-15'),
        start: localTime('13:30'),
        packaging: { coolerBag: true, domeCase: false },
        memo: '주차\n문의',
        price: '62,000',
        deposit: '30,000',
        payer: '김철수',
        collectorName: '아빠',
      },
      {
        size: '2호',
        lettering: { none: false, text: '엄마 환갑\n축하드려요' },
        boardLettering: { none: true, text: '' },
        candles: { none: false, big: '6', small: '', digits: '60', text: '' },
        allergy: { none: true, text: '' },
        quantity: '2',
      },
    );
    const order = makeOrder(draft);
    const again = draftToFields(draftFromOrder(order), world(null));
    expect(fieldsToOrder(order.eid, 'A-1', again)).toEqual({ ...order, createdAt: null });
  });

  test('NO-1 whatever is typed, the form is saved and no word of a lettering is lost', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(words, words, words, (price, phone, text) => {
        const fields = draftToFields(makeDraft({ price, phone }, { lettering: { none: false, text } }), world());
        const kept = fields.items[0]?.set.lettering;
        expect(kept === null || kept === undefined ? '' : 'text' in kept ? kept.text.trim() : '').toBe(text.trim());
        expect(fields.order.phone?.text ?? '').toBe(phone.normalize('NFKC').trim());
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['55000', 55_000],
    ['55,000원', 55_000],
    ['₩55,000', 55_000],
    ['5만5천', 55_000],
    ['5만5천원', 55_000],
    ['12만', 120_000],
    ['5.5만', 55_000],
    ['５５０００', 55_000],
    ['0', 0],
  ])('NO-2 %s is %i won', (text, minor) => {
    expect(readPrice(text, 'KRW')).toEqual({ kind: 'amount', minor });
  });

  test.each(['오만원쯤', '-5000', '3~4만', '만원이요', '1e9', '₩'])('NO-2 %s is no amount', (text) => {
    expect(readPrice(text, 'KRW').kind).toBe('unreadable');
  });

  test('NO-2 a finger that stayed on the zero is no price', () => {
    expect(readPrice('550000000000', 'KRW')).toEqual({ kind: 'unreadable', why: 'too-much' });
  });

  test('NO-2 an unreadable price leaves the price blank and its words stand in the memo', () => {
    const fields = draftToFields(makeDraft({ price: '오만원쯤', memo: '주차 문의' }, { size: '2호' }), world());
    expect([fields.order.price, fields.items[0]?.set.price]).toEqual([null, null]);
    expect(fields.order.memo).toBe('주차 문의\n금액: 오만원쯤');
  });

  test('NO-2 dollars have cents', () => {
    expect(readPrice('45.50', 'USD')).toEqual({ kind: 'amount', minor: 4_550 });
  });
});

describe('prices', () => {
  const words = { product: '', size: '', sheet: '', cream: '', shape: '' };
  test.each([
    [{ size: '2호' }, 44_000, []],
    [{ size: '2호', sheet: '당근 시트', cream: '크림치즈' }, 49_000, []],
    [{ size: '2호', sheet: '당근', shape: '하트' }, 49_000, []],
    [{ size: '2호', sheet: '유자' }, 44_000, ['유자']],
    [{ size: '5호' }, null, ['5호']],
    [{ sheet: '당근 시트' }, null, []],
  ] as const)('NO-4 a cake of %j costs %s', (cake, minor, unknown) => {
    expect(suggestCakePrice(shop, { ...words, ...cake })).toEqual({ minor, unknown });
  });

  test('NO-4 the total is the cakes times their quantity and the packaging', () => {
    const draft = makeDraft({ packaging: { coolerBag: true, icePack: false } }, { size: '2호', quantity: '2' });
    expect(priceDraft(draft, shop).totalMinor).toBe(91_000);
  });

  test('NO-4 a typed price of a cake wins in the total, a typed total wins over all', () => {
    const draft = makeDraft({}, { size: '2호', sheet: '유자', price: '50,000' });
    expect(priceDraft(draft, shop).totalMinor).toBe(50_000);
    expect(priceDraft({ ...draft, price: '48000' }, shop).totalMinor).toBe(48_000);
  });

  test('NO-4 a word that the menu does not know leaves the total open', () => {
    const draft = makeDraft({}, { size: '2호', sheet: '유자' });
    expect(priceDraft(draft, shop)).toMatchObject({ totalMinor: null, unknown: ['유자'] });
    expect(draftToFields(draft, world()).order.price).toBeNull();
  });

  test('NO-4 an order at the menu price follows the menu again while it is edited, an agreed one stays', () => {
    const draft = makeDraft({}, { size: '2호' });
    const order = makeOrder(draft);
    const open = followMenu(draftFromOrder(order), shop);
    expect(open.price).toBe('');
    const bigger = changeItem(open, firstItem(open), { size: '3호' });
    expect(draftToFields(bigger, world({ now: NOW, isNew: false })).order.price?.minor).toBe(54_000);
    const agreed = followMenu(draftFromOrder({ ...order, price: { minor: 40_000, currency: 'KRW' } }), shop);
    expect(agreed.price).toBe('40,000');
  });

  test.each([
    [{ kind: 'percent', value: 50, withinHours: 24 }, 61_000, 31_000],
    [{ kind: 'percent', value: 100, withinHours: 24 }, 61_500, 61_500],
    [{ kind: 'amount', value: 20_000, withinHours: 24 }, 61_000, 20_000],
    [{ kind: 'amount', value: 20_000, withinHours: 24 }, 16_000, 16_000],
    [{ kind: 'percent', value: 50, withinHours: 24 }, null, undefined],
  ] as const)('NO-5 by %j an order of %s asks for %s', (rule, total, deposit) => {
    expect(depositByRule(rule, total, 'KRW')?.minor).toBe(deposit);
  });

  test.each([
    ['2022-10-12', '10:20', null, '2022-10-13 11:00'],
    ['2022-10-12', '23:10', null, '2022-10-14 09:00'],
    ['2022-10-12', '02:00', null, '2022-10-13 09:00'],
    ['2022-10-12', '10:20', '2022-10-12 18:00', '2022-10-12 18:00'],
    ['2022-10-12', '10:20', '2022-10-15 18:00', '2022-10-13 11:00'],
  ])('NO-6 an order of %s %s for %s is to be paid by %s', (date, time, pickup, due) => {
    const [day, at] = pickup?.split(' ') ?? [null, null];
    const found = depositDueByRule(
      shop.deposit,
      instantOf(localDate(date), localTime(time), 'Asia/Seoul'),
      'Asia/Seoul',
      {
        date: day == null ? null : localDate(day),
        time: at == null ? null : localTime(at),
      },
    );
    expect(`${found.date} ${found.time}`).toBe(due);
  });

  test('NO-5 NO-6 an edit never puts a deposit or a deadline in by itself', () => {
    const draft = makeDraft({}, { size: '2호' });
    const fields = draftToFields(draft, world({ now: NOW, isNew: false }));
    expect([fields.order.depositAsked, fields.order.depositDue]).toEqual([null, null]);
  });
});

describe('지난번처럼', () => {
  const last = makeOrder(
    makeDraft(
      {
        name: '김민지',
        phone: '010-0000-5678',
        channel: 'kakao',
        date: localDate('2022-09-10'),
        start: localTime('13:30'),
        packaging: { coolerBag: true },
        price: '60,000',
        memo: '문 앞에 두세요',
      },
      {
        size: '2호',
        sheet: '당근 시트',
        cream: '크림치즈',
        baseColor: '분홍',
        lettering: { none: false, text: '엄마 사랑해' },
        candles: { none: false, big: '6', small: '', digits: '', text: '' },
        allergy: { none: false, text: '견과' },
        design: '꽃',
      },
    ),
  );
  const row = orderToRow(last, 0);
  const [regular] = regularsOf([row], []);

  test('NO-3 copies what the cake is made of, name, phone, packaging and channel, and nothing else', () => {
    if (regular === undefined) throw new Error('no regular');
    const draft = draftLikeLastTime(emptyDraft(newId), regular, newId);
    const blank = emptyDraft(newId);
    expect(draft).toEqual({
      ...blank,
      eid: draft.eid,
      name: '김민지',
      phone: '010-0000-5678',
      channel: 'kakao',
      packaging: { coolerBag: true },
      oldAllergy: '견과',
      items: [{ ...blank.items[0], eid: firstItem(draft), size: '2호', sheet: '당근 시트', cream: '크림치즈' }],
    });
  });

  test('NO-3 an old allergy that nobody answered is saved as a doubt, never as a fact', () => {
    if (regular === undefined) throw new Error('no regular');
    const draft = draftLikeLastTime(emptyDraft(newId), regular, newId);
    const fields = draftToFields(draft, world());
    expect(fields.items[0]?.set.allergy).toBeNull();
    expect(fields.order.doubts).toEqual([{ code: 'allergy_again', raw: '견과' }]);
  });

  test.each([
    [true, { text: '견과' }],
    [false, NONE],
  ])('NO-3 asked again, the answer %s makes the allergy %j', (stillThere, allergy) => {
    if (regular === undefined) throw new Error('no regular');
    const draft = answerOldAllergy(draftLikeLastTime(emptyDraft(newId), regular, newId), stillThere);
    const fields = draftToFields(draft, world());
    expect([fields.items[0]?.set.allergy, fields.order.doubts]).toEqual([allergy, null]);
  });

  test('NO-3 two people may share their last four digits; a cancelled order is no last time', () => {
    const other = orderToRow(
      { ...last, eid: 'x' as Eid, name: '박서준', phone: { e164: '+821011115678', text: '010-1111-5678' } },
      0,
    );
    const cancelled = orderToRow(
      { ...last, eid: 'y' as Eid, status: 'cancelled', createdAt: (NOW + 1) as typeof NOW },
      0,
    );
    const customer: Customer = {
      eid: 'c' as Eid,
      name: '김민지',
      phone: last.phone,
      allergy: null,
      note: null,
      deleted: null,
    };
    const people = regularsOf([row, other, cancelled], [customer]);
    expect(people.map((one) => [one.name, one.orders, one.last?.eid, one.customer])).toEqual([
      ['김민지', 2, row.eid, 'c'],
      ['박서준', 1, 'x', null],
    ]);
  });
});

describe('several cakes', () => {
  test('NO-1 a copy has the look of its cake and none of its words', () => {
    const draft = makeDraft(
      {},
      { size: '2호', lettering: { none: false, text: '엄마' }, allergy: { none: false, text: '견과' } },
    );
    const copied = copyItem(draft, firstItem(draft), newId);
    expect(copied.items.map((item) => [item.size, item.lettering.text, item.allergy.text])).toEqual([
      ['2호', '엄마', '견과'],
      ['2호', '', '견과'],
    ]);
  });

  test('NO-1 cakes change places, and positions follow', () => {
    const draft = addItem(makeDraft({}, { size: '1호' }), newId);
    const moved = moveItem(
      changeItem(draft, draft.items[1]?.eid as Eid, { size: '3호' }),
      draft.items[1]?.eid as Eid,
      -1,
    );
    expect(draftToFields(moved, world()).items.map(({ set }) => [set.size, set.position])).toEqual([
      ['3호', 0],
      ['1호', 1],
    ]);
  });

  test('NO-1 the pictures of a removed cake stay with the order', () => {
    const draft = addItem(makeDraft(), newId);
    const second = draft.items[1]?.eid as Eid;
    const picture = { sha: 'aa', mime: 'image/webp', width: 1, height: 1, bytes: 1 };
    const withPhoto = { ...draft, photos: [{ eid: 'p' as Eid, picture, role: 'reference' as const, item: second }] };
    expect(removeItem(withPhoto, second).photos.map((photo) => photo.item)).toEqual([null]);
  });
});

describe('an order that changed under its form', () => {
  const base = makeDraft({ name: '김민지', memo: '가' }, { size: '2호', lettering: { none: false, text: '엄마' } });
  const eid = firstItem(base);

  test('NO-7 a field nobody touched here follows the book', () => {
    const theirs = { ...base, start: localTime('15:00') };
    const rebased = rebaseDraft(base, { ...base, name: '김민수' }, theirs);
    expect(rebased.taken).toEqual([{ item: null, field: 'pickup' }]);
    expect([rebased.draft.start, rebased.draft.name, rebased.clashing]).toEqual(['15:00', '김민수', []]);
  });

  test('NO-7 a field touched on both sides stays as typed and is asked', () => {
    const mine = changeItem(base, eid, { lettering: { none: false, text: '엄마 최고' } });
    const theirs = changeItem(base, eid, { lettering: { none: false, text: '엄마 사랑해' } });
    const rebased = rebaseDraft(base, mine, theirs);
    expect(rebased.clashing).toEqual([{ item: eid, field: 'lettering' }]);
    expect(rebased.draft).toEqual(mine);
    expect(rebased.base).toEqual(base);
  });

  test('NO-7 the same change on both sides is none', () => {
    const changed = { ...base, memo: '나' };
    expect(rebaseDraft(base, changed, changed)).toMatchObject({ clashing: [], taken: [], base: changed });
  });

  test('NO-7 a cake added there comes, a cake removed there goes unless it was touched here', () => {
    const two = addItem(base, newId);
    const added = two.items[1]?.eid as Eid;
    expect(rebaseDraft(base, base, two).draft.items).toHaveLength(2);
    expect(rebaseDraft(two, two, base).draft.items).toHaveLength(1);
    const touched = rebaseDraft(two, changeItem(two, added, { size: '1호' }), base);
    expect([touched.draft.items.length, touched.clashing]).toEqual([2, [{ item: added, field: 'whole' }]]);
  });

  test('NO-7 brought up to date once, there is nothing more to bring', () => {
    const text = fc.constantFrom('가', '나', '다');
    const side = fc.record({ name: text, memo: text, size: text, payer: text });
    const of = (values: { name: string; memo: string; size: string; payer: string }) => {
      const { size, ...order } = values;
      return { ...changeItem(base, eid, { size }), ...order };
    };
    fc.assert(
      fc.property(side, side, side, (a, b, c) => {
        const [was, mine, theirs] = [of(a), of(b), of(c)];
        const once = rebaseDraft(was, mine, theirs);
        const twice = rebaseDraft(once.base, once.draft, theirs);
        expect([twice.draft, twice.base, twice.taken]).toEqual([once.draft, once.base, []]);
        expect(twice.clashing).toEqual(once.clashing);
        for (const name of ['name', 'memo', 'payer'] as const)
          expect([mine[name], theirs[name]]).toContain(once.draft[name]);
      }),
    );
  });
});
