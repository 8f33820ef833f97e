// Whole messages: who speaks, which labels, how many cakes, what was corrected, what kind of message it is.
import { describe, expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import type { ReadContext } from '../../src/intake/message-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

function read(text: string, context: ReadContext = makeContext()): FlatReading {
  return flattenReading('message', text, readMessage(text, context));
}

const WHOLE = {
  customer_name: '가람',
  phone_e164: '+821000001028',
  pickup_date: '2026-10-31',
  pickup_time: '14:00',
  items: [{ size: '1호', flavor: '초코', lettering: '사랑해' }],
};
const FORM = '성함: 가람\n연락처: 010-0000-1028\n픽업: 10/31(토) 14:00\n사이즈: 1호\n맛: 초코\n문구: 사랑해';

test.each([
  ['with colons', FORM],
  ['with full-width colons', FORM.replaceAll(':', '：')],
  ['with dashes', FORM.replaceAll(/: /g, ' - ')],
  ['with slashes', FORM.replaceAll(/: /g, '/')],
  ['with bars', FORM.replaceAll(/: /g, '|')],
  ['with tabs', FORM.replaceAll(/: /g, '\t')],
  ['with brackets', FORM.replaceAll(/^(.+?): /gm, '[$1] ')],
  ['with closing brackets', FORM.replaceAll(/: /g, ') ')],
  ['with arrows', FORM.replaceAll(/: /g, ' → ')],
  ['with a blank', FORM.replaceAll(/: /g, ' ')],
  ['with values on the next line', FORM.replaceAll(/: /g, ' :\n')],
  ['with labels on lines of their own', FORM.replaceAll(/: /g, '\n')],
  [
    'numbered',
    FORM.split('\n')
      .map((line, i) => `${i + 1}. ${line}`)
      .join('\n'),
  ],
  [
    'numbered by keycaps',
    FORM.split('\n')
      .map((line, i) => `${i + 1}️⃣ ${line}`)
      .join('\n'),
  ],
  ['with hearts', FORM.replaceAll(/^/gm, '♥ ')],
  ['with emoji', FORM.replaceAll(/^/gm, '🎂 ')],
  ['with small circles', FORM.replaceAll(/^/gm, 'ㅇ ')],
  ['on one line with commas', FORM.replaceAll('\n', ', ')],
  ['on one line with slashes', FORM.replaceAll('\n', ' / ')],
  ['on one line with blanks', FORM.replaceAll('\n', ' ')],
  ['with blank lines', FORM.replaceAll('\n', '\n\n')],
  ['with carriage returns', FORM.replaceAll('\n', '\r\n')],
  ['decomposed as a Mac pastes it', FORM.normalize('NFD')],
  ['without labels', '가람\n010-0000-1028\n10/31(토) 14:00\n1호 초코\n문구: 사랑해'],
  ['without labels, numbered', '1. 가람\n2. 010-0000-1028\n3. 10/31 토 2시\n4. 1호\n5. 초코\n6. 사랑해'],
  [
    'as a sentence',
    '안녕하세요 가람입니다! 10월 31일 토요일 오후 2시에 픽업하고 싶어요. 1호 초코로 부탁드리고 문구는 사랑해 라고 적어주세요. 번호는 010-0000-1028이에요',
  ],
  [
    'with other words for the labels',
    '주문하시는 분: 가람\n휴대폰 번호: 010-0000-1028\n수령 희망 일시: 10월 31일 오후 2시\n케이크 호수: 1호\n빵맛: 초코\n케이크에 들어갈 글귀: 사랑해',
  ],
  ['misspelt', '성함: 가람\n연락쳐: 010-0000-1028\n픽업일시: 10/31 14시\n싸이즈: 1호\n맞: 초코\n문귀: 사랑해'],
])('IN-4 a form %s gives the same order', (_how, text) => {
  const { expected, flags } = read(text);
  const lettering = expected.items[0]?.lettering?.normalize('NFC') ?? null;
  const items = expected.items.map((item) => ({
    ...item,
    lettering,
    flavor: item.flavor?.normalize('NFC'),
    size: item.size?.normalize('NFC'),
  }));
  expect({ ...expected, customer_name: expected.customer_name?.normalize('NFC'), items }).toMatchObject(WHOLE);
  expect(flags).toEqual([]);
});

test('IN-4 a label that the shop taught is known', () => {
  const context = { ...makeContext(), learnedLabels: [{ label: '아기 이름표', field: 'cakeLettering' as const }] };
  expect(
    read('성함: 가람\n연락처: 010-0000-1028\n픽업: 10/31 2시\n사이즈: 1호\n아기 이름표: 도윤', context).expected
      .items[0]?.lettering,
  ).toBe('도윤');
});

test('IN-4 the value of an unknown label is read as nothing else and kept', () => {
  const { expected, flags } = read(`${FORM}\n좋아하는 숫자: 3시`);
  expect(expected).toMatchObject(WHOLE);
  expect(expected.notes.join()).toContain('좋아하는 숫자: 3시');
  expect(flags).toEqual([]);
});

describe('IN-3 what others say is not the customer’s choice', () => {
  test.each([
    ['a shop line', `[상점] 10월 30일 3시 2호 바닐라는 어떠세요?\n${FORM}`],
    ['a notice', `${FORM}\n※ 픽업 가능시간 11:00~20:00\n* 예약금 입금 후 예약이 확정됩니다`],
    ['an example in a label', FORM.replace('픽업:', '픽업(예: 10/1 15시):')],
    ['the choices in a label', FORM.replace('사이즈:', '사이즈(도시락/1호/2호):')],
    ['an example line', `예) 10/1 15시 2호 바닐라\n${FORM}`],
    [
      'a PC copy',
      `[가온케이크] [오전 10:02] 성함:\n연락처:\n픽업:\n[손님] [오전 10:10] ${FORM}\n[가온케이크] [오전 10:12] 11/1 3시도 가능합니다`,
    ],
    ['tagged speakers', `[상점] 11/1 3시 2호 가능합니다\n[고객] ${FORM}\n[상점] 네`],
    [
      'the Channel Manager page',
      `2026.10.12 월요일\n점장님이 보냄 보낸 메시지 가이드\n성함 :\n연락처 :\n오후06:30\n프로필 사진\n하얀\n${FORM}\n오후06:41`,
    ],
  ])('%s', (_what, text) => {
    const { expected, flags } = read(text);
    expect(expected).toMatchObject(WHOLE);
    expect(flags).toEqual([]);
  });

  test('relative words count from the bubble they stand in', () => {
    const text = `2026.10.10 토요일\n프로필 사진\n하얀\n${FORM.replace('10/31(토) 14:00', '내일 2시')}\n오후06:41`;
    expect(read(text).expected.pickup_date).toBe('2026-10-11');
  });
});

test.each([
  ['marked with brackets', '1) 1호 / 초코 / 문구: 엄마\n2) 도시락 / 바닐라 / 문구: 아빠'],
  ['marked with #', '#1: 1호, 초코, "엄마"\n#2: 도시락, 바닐라, "아빠"'],
  ['marked with letters', 'A. 1호 초코 "엄마"\nB. 도시락 바닐라 "아빠"'],
  ['marked with words', '첫번째: 1호 초코, 문구 "엄마"\n두번째: 도시락 바닐라, 문구 "아빠"'],
  ['each a form', '케이크1\n사이즈: 1호\n맛: 초코\n문구: 엄마\n\n케이크2\n사이즈: 도시락\n맛: 바닐라\n문구: 아빠'],
  ['a form that comes again', '사이즈: 1호\n맛: 초코\n문구: 엄마\n\n사이즈: 도시락\n맛: 바닐라\n문구: 아빠'],
  ['each on its line', '1호 초코 "엄마"\n도시락 바닐라 "아빠"'],
  ['listed in each field', '사이즈: 1호, 도시락\n맛: 초코, 바닐라\n문구: 엄마, 아빠'],
])('IN-13 two cakes %s are two cakes', (_how, cakes) => {
  const { expected, flags } = read(`성함: 가람\n연락처: 010-0000-1028\n픽업: 10/31(토) 14:00\n\n${cakes}`);
  expect(expected.items).toMatchObject([
    { size: '1호', flavor: '초코', lettering: '엄마' },
    { size: '도시락', flavor: '바닐라', lettering: '아빠' },
  ]);
  expect(flags).toEqual(['multi_item']);
});

test('IN-13 cookies besides the cake are an item of their own', () => {
  const { expected, flags } = read(`${FORM}\n쿠키 5개도 추가할게요`);
  expect(expected.items).toMatchObject([
    { size: '1호', quantity: 1 },
    { name: '쿠키', quantity: 5 },
  ]);
  expect(flags).toEqual(['multi_item']);
});

test.each([
  ['4시로 해주세요', { pickup_time: '16:00' }],
  ['변경이요! 15시로 부탁드려요', { pickup_time: '15:00' }],
  ['*수정* 픽업 15시로 부탁드립니다', { pickup_time: '15:00' }],
  ['아 죄송해요 11/1 2시로 바꿔주세요', { pickup_date: '2026-11-01', pickup_time: '14:00' }],
  ['아 2호로 변경할게요', { items: [{ size: '2호' }] }],
  ['문구 "고마워"로 수정할게요', { items: [{ lettering: '고마워' }] }],
  ['사이즈: 2호', { items: [{ size: '2호' }] }],
])('IN-14 after a form, "%s" corrects it and is shown as a conflict', (line, change) => {
  const { expected, flags } = read(`${FORM}\n\n${line}`);
  expect(expected).toMatchObject(change);
  expect(flags).toEqual(['field_conflict']);
});

test('IN-14 what was asked before the form is no correction of it', () => {
  expect(read(`토요일에 2호 하나 가능할까요?\n${FORM}`)).toMatchObject({ expected: WHOLE, flags: [] });
});

test.each([
  ['안녕하세요 혹시 이번주 토요일 1호 케이크 가능할까요?', ['not_an_order']],
  ['가격이 어떻게 되나요?', ['not_an_order']],
  ['취소 환불 규정이 어떻게 되나요?', ['not_an_order']],
  ['네 감사합니다!!', ['not_an_order']],
  ['입금했습니다 확인 부탁드려요 (김나래)', ['not_an_order']],
  ['케이크 너무 예쁘고 맛있었어요', ['not_an_order']],
  ['(광고) 대출 상담 080-000-0000', ['not_an_order']],
  ['How much is a 1호 cake?', ['not_an_order']],
  ['1号はいくらですか？', ['not_an_order']],
  ['성함 :\n연락처 :\n픽업날짜 :\n사이즈 :\n문구 :', ['not_an_order', 'empty_form']],
  ['가람 이름으로 예약했던 케이크 취소할게요', ['cancel_request']],
  ["I'd like to cancel the cake for Grace Kim", ['cancel_request']],
  ['予約をキャンセルしてください。はなです。', ['cancel_request']],
  ['10월 31일 2시 예약한 가람인데요 4시로 변경 가능할까요?', ['change_request']],
  ["Hi, it's Zoe Han. Can I change my pickup to 6pm instead of 5?", ['change_request']],
  ['予約を変更したいです。はなです。15時から17時に変更できますか？', ['change_request']],
  [FORM, []],
  [`${FORM}\n취소 환불 규정 확인했습니다`, []],
])('IN-15 %j raises %j', (text, flags) => {
  expect(read(text).flags).toEqual(flags);
});

test('IN-15 a notice with dates and prices, and nobody who orders, is no order', () => {
  const text = '[안내] 10월 휴무: 24일, 25일\n1호 45,000원 / 2호 55,000원\n픽업 가능시간: 11:00~20:00';
  expect(read(text).flags).toEqual(['not_an_order']);
});

test('IN-5 a bare line that can be lettering is not taken for a name', () => {
  const { expected, flags } = read('010-0000-1028\n고마워요\n10/31 2시\n1호 초코\n입금자 김나래');
  expect(expected).toMatchObject({ customer_name: null, depositor: '김나래' });
  expect(flags).toEqual(['name_missing']);
});

test('IN-10 hearts and pictures at the head of a line of lettering are its own, not bullets', () => {
  const { expected } = read(
    '✨ Name: Al\n✨ Phone: 010-0000-1234\n✨ Pickup: Oct 24, 4-ish\n✨ Size: 1호\n✨ Lettering: Happy 3rd\n🎂 Mina 🎂\n✨ Memo: peanut allergy',
  );
  expect(expected.items[0]?.lettering).toBe('Happy 3rd\n🎂 Mina 🎂');
  expect(expected).toMatchObject({ pickup_time: '16:00', allergy: 'peanut allergy' });
});

test('IN-15 a change holds who and the new time', () => {
  expect(read('10월 31일 2시 예약한 가람인데요 4시로 변경 가능할까요?').expected).toMatchObject({
    customer_name: '가람',
    pickup_date: '2026-10-31',
    pickup_time: '16:00',
    items: [],
  });
  expect(read('가람입니다. 픽업 시간 2시에서 4시로 변경 부탁드려요').expected).toMatchObject({
    customer_name: '가람',
    pickup_time: '16:00',
    pickup_time_end: null,
  });
});

test.each([
  ['성함', 'name_missing'],
  ['연락처', 'phone_missing'],
  ['픽업', 'date_missing'],
])('IN-16 an order without %s raises %s', (label, flag) => {
  const text = FORM.split('\n')
    .filter((line) => !line.startsWith(label))
    .join('\n');
  expect(read(text).flags).toContain(flag);
});

test('IN-16 a closed day is kept and flagged', () => {
  const { expected, flags } = read(FORM, makeContext({ closed: ['sat'] }));
  expect(expected.pickup_date).toBe('2026-10-31');
  expect(flags).toEqual(['closed_day']);
});

test('IN-1 every value is found again at its place in the original', () => {
  const text = `안녕하세요~\n${FORM.replaceAll(':', '：')}\n색은 분홍으로요`;
  const { draft, leftover } = readMessage(text, makeContext());
  const [item] = draft.items;
  for (const found of [
    draft.customerName,
    draft.phone,
    draft.pickupDate,
    draft.pickupTime,
    item?.size,
    item?.flavor,
    item?.cakeLettering,
  ]) {
    const [span] = found?.spans ?? [];
    expect(span).toBeDefined();
    expect(text.slice(span?.start, span?.end)).toBe(found?.raw);
  }
  expect(leftover.map((span) => text.slice(span.start, span.end))).toEqual(['안녕하세요~', '색은 분홍으로요']);
});

test('IN-2 readings between which the reader does not choose are offered', () => {
  const { draft } = readMessage(
    'Name: Leo\nPhone: 010-0000-5008\nPickup date: 07/11/2026\nPickup time: 15:00\nSize: 1호',
    makeContext(),
  );
  expect(draft.pickupDate).toMatchObject({
    value: null,
    doubt: 'date_ambiguous',
    alternatives: ['2026-07-11', '2026-11-07'],
  });
});
