// Each field as customers write it: one row is one way of writing, which the owner of a shop could check.
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

const FORM: Readonly<Record<string, string>> = {
  성함: '도담',
  연락처: '010-0000-9001',
  픽업: '10월 24일 토요일 오후 3시',
  사이즈: '1호',
  맛: '초코',
  문구: '도담아 안녕',
};

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}

/** A form with these lines in place of, or after, the usual ones. */
function readForm(lines: Readonly<Record<string, string | null>>): FlatReading {
  const all = { ...FORM, ...lines };
  return read(
    Object.entries(all)
      .flatMap(([label, value]) => (value === null ? [] : [`${label}: ${value}`]))
      .join('\n'),
  );
}

test.each([
  ['도담', '도담'],
  ['도담 님', '도담'],
  ['도담입니다', '도담'],
  ['도담이에요~', '도담'],
  ['김 도담', '김 도담'],
  ['도담 / 010-0000-9001', '도담'],
  ['도담(남편이 픽업)', '도담'],
  ['Leo Baek', 'Leo Baek'],
])('IN-5 the name "%s" is read as %s', (written, name) => {
  expect(readForm({ 성함: written }).expected.customer_name).toBe(name);
});

test.each([
  ['성함: 도담\n입금자명: 김나래', '도담', '김나래'],
  ['성함: 도담(입금자 김나래)', '도담', '김나래'],
  ['예약자/입금자: 도담 / 김나래', '도담', '김나래'],
  ['입금자명: 김나래', null, '김나래'],
])('IN-5 the payer is never taken for the customer: %j', (lines, name, payer) => {
  const { expected } = read(`${lines}\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호\n맛: 초코`);
  expect(expected.customer_name).toBe(name);
  expect(expected.depositor).toBe(payer);
});

test('IN-5 "본인" as the payer is a proposal that is not counted', () => {
  const text = '성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호\n입금자명: 본인';
  const reading = readMessage(text, makeContext());
  expect(reading.draft.depositor).toMatchObject({ value: '도담', doubt: 'unsure', raw: '본인' });
  expect(flattenReading('x', text, reading).expected.depositor).toBeNull();
});

test.each([
  ['010-0000-1234', '+821000001234'],
  ['01000001234', '+821000001234'],
  ['010 0000 1234', '+821000001234'],
  ['010.0000.1234', '+821000001234'],
  ['010)0000-1234', '+821000001234'],
  ['(010)0000-1234', '+821000001234'],
  ['010 - 0000 - 1234', '+821000001234'],
  ['010–0000—1234', '+821000001234'],
  ['+82 10-0000-1234', '+821000001234'],
  ['82-10-0000-1234', '+821000001234'],
  ['+82 (0)10-0000-1234', '+821000001234'],
  ['10-0000-1234', '+821000001234'],
  ['1000001234', '+821000001234'],
  ['1.000001234E9', '+821000001234'],
  ['０１０－００００－１２３４', '+821000001234'],
  ['공일공 일이삼사 오육칠팔', '+821012345678'],
  ['O1O-OOOO-1234', '+821000001234'],
  ['010-0000-1234(남편)', '+821000001234'],
  ['010-0000-1234 / 010-0000-5678', '+821000001234'],
  ['0504-0000-1028', '+8250400001028'],
  ['0507-1234-5678', '+8250712345678'],
  ['02-000-1234', '+82 2'],
  ['070-0000-1234', '+827000001234'],
  ['+81-90-0000-6002', '+819000006002'],
])('IN-6 the phone %s is %s', (written, e164) => {
  const got = readForm({ 연락처: written }).expected.phone_e164;
  if (e164 === '+82 2') expect(got).toBe('+8220001234');
  else expect(got).toBe(e164);
});

test.each(['010-0000-114', '010-0000-10281', '0000-1234', '010-000-1234'])(
  'IN-6 the phone %s is asked about',
  (written) => {
    const { expected, flags } = readForm({ 연락처: written });
    expect(expected.phone_e164).toBeNull();
    expect(flags).toEqual(['phone_invalid']);
  },
);

test.each([
  ['a receipt', '현금영수증: 010-0000-7777'],
  ['a husband', '메모: 남편 010-0000-7777이 가요'],
  ['an account', '계좌: 국민 010000-00-007777'],
  ['lettering', '문구: 010-0000-7777로 전화해'],
])('IN-6 the number of %s is not the contact', (_whose, line) => {
  const { expected, flags } = read(`성함: 도담\n픽업: 10/24 3시\n사이즈: 1호\n맛: 초코\n${line}`);
  expect(expected.phone_e164).toBeNull();
  expect(flags).toEqual(['phone_missing']);
});

test('IN-6 a phone ends before the words that follow it', () => {
  expect(read('도담 010-0000-9001 10/24 3시 1호 초코').expected).toMatchObject({
    phone_e164: '+821000009001',
    pickup_date: '2026-10-24',
    pickup_time: '15:00',
  });
  expect(read('Mina, 010-0000-9001. 3 candles, Oct 24 3pm, 1호 chocolate').expected).toMatchObject({
    phone_e164: '+821000009001',
    candles: '3',
  });
});

test.each([
  ['1호', '1호', 1],
  ['1호요', '1호', 1],
  ['1호로 할게요', '1호', 1],
  ['1호 2개', '1호', 2],
  ['높은 1호', '높은 1호', 1],
  ['2단 (1호+2호)', '2단 (1호+2호)', 1],
  ['1호 (15cm)', '1호 (15cm)', 1],
  ['일호', '일호', 1],
  ['1', '1', 1],
  ['도시락', '도시락', 1],
  ['☐ 도시락 ☑ 1호 ☐ 2호', '1호', 1],
])('IN-9 the size "%s" is %s', (written, size, quantity) => {
  expect(readForm({ 사이즈: written }).expected.items).toMatchObject([{ size, quantity }]);
});

test.each([
  [{ 맛: '초코로 할게요' }, '초코'],
  [{ 맛: '초코+딸기' }, '초코+딸기'],
  [{ 맛: null, 시트: '초코', 크림: '생크림', 필링: '딸기' }, '초코 / 생크림 / 딸기'],
  [{ 맛: null, '사이즈/맛': '1호 / 얼그레이' }, '얼그레이'],
])('IN-9 the tastes of %j are %s', (lines, flavor) => {
  expect(readForm(lines).expected.items[0]?.flavor).toBe(flavor);
});

test.each([
  ['케이크: 플라워케이크 1호', '플라워케이크', '1호', null],
  ['상품: 도시락케이크 (초코)', '도시락케이크', null, '초코'],
  ['케이크: 1호 초코', null, '1호', '초코'],
  ['상품: 카네이션 케이크', '카네이션 케이크', null, null],
])('IN-9 behind a product label, "%s" is taken apart', (line, name, size, flavor) => {
  const { expected } = read(`성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n${line}\n문구: 안녕`);
  expect(expected.items).toMatchObject([{ name, size, flavor }]);
});

test('IN-9 a door number is no size', () => {
  const { expected } = read(
    '성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n맛: 초코\n메모: 나래아파트 101동 303호 살아요',
  );
  expect(expected.items).toMatchObject([{ size: null, flavor: '초코' }]);
});

test.each([
  ['사랑해♥', '사랑해♥'],
  ['"11:11 make a wish"', '11:11 make a wish'],
  ['사랑해 라고 적어주세요', '사랑해'],
  ['엄마 / 아빠 사랑해요', '엄마 / 아빠 사랑해요'],
  ['2026.10.17 우리의 첫걸음', '2026.10.17 우리의 첫걸음'],
  ['ㅋㅋㅋ 생일 축하', 'ㅋㅋㅋ 생일 축하'],
  ['사랑하는\n엄마 아빠\n결혼기념일 축하드려요', '사랑하는\n엄마 아빠\n결혼기념일 축하드려요'],
  ['없음', null],
  ['X', null],
])('IN-10 the lettering %j is kept as %j', (written, lettering) => {
  expect(readForm({ 문구: written }).expected.items[0]?.lettering ?? null).toBe(lettering);
});

test('IN-10 cake and board lettering are apart, and "none" is an answer', () => {
  const reading = readMessage(
    '성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호\n케이크 문구: 없음\n판 문구: 고마워',
    makeContext(),
  );
  expect(reading.draft.items[0]?.cakeLettering?.value).toEqual({ none: true });
  expect(reading.draft.items[0]?.boardLettering?.value).toEqual({ text: '고마워' });
});

test('IN-10 what is asked for below the lettering is no part of it', () => {
  const { expected } = readForm({ 문구: '사랑해\n글씨는 분홍색으로 부탁드려요' });
  expect(expected.items[0]?.lettering).toBe('사랑해');
  expect(expected.notes.join()).toContain('분홍색');
});

test.each([
  ['긴초 2개', '긴초 2개'],
  ['숫자초 3, 0', '숫자초 3, 0'],
  ['2개 주세요', '2개'],
  ['필요없어요', '0'],
  ['안주셔도 돼요', '0'],
  ['X', '0'],
  ['', null],
])('IN-11 the candles "%s" are %j', (written, candles) => {
  expect(readForm({ 초: written }).expected.candles).toBe(candles);
});

test.each([
  ['보냉백: O', true],
  ['보냉백: ㅇㅇ', true],
  ['보냉백: 부탁드립니다', true],
  ['보냉백: 1개 추가', true],
  ['보냉백: X', false],
  ['보냉백: 괜찮아요', false],
  ['보냉백: 쇼핑백으로 주세요', false],
  ['보냉백:', null],
  ['보냉백: 얼마예요?', null],
  ['보냉백(O/X):', null],
  ['보냉백(+2,000원) O/X: O', true],
  ['보냉백도 추가해주세요', true],
  ['보냉백은 필요없어요', false],
])('IN-11 "%s" means %s', (line, wish) => {
  expect(
    read(`성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호\n맛: 초코\n${line}`).expected.cooler_bag,
  ).toBe(wish);
});

test.each([
  ['알레르기: 없음', null],
  ['알레르기: 땅콩', '땅콩'],
  ['메모: 꽃은 핑크톤, 땅콩 알레르기 있어요', '땅콩 알레르기'],
  ['메모: 호두, 땅콩 알레르기가 있어요', '호두, 땅콩 알레르기'],
  ['요청사항: 알레르기 없어요', null],
])('IN-11 the allergy of "%s" is %j', (line, allergy) => {
  expect(
    read(`성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호\n맛: 초코\n${line}`).expected.allergy,
  ).toBe(allergy);
});

test('IN-11 that there is no allergy is knowledge, silence is not', () => {
  expect(readMessage('성함: 도담\n사이즈: 1호\n맛: 초코\n알레르기: 없음', makeContext()).draft.allergy?.value).toEqual({
    none: true,
  });
  expect(readMessage('성함: 도담\n사이즈: 1호\n맛: 초코', makeContext()).draft.allergy).toBeNull();
});

test.each([
  ['수령방법: 픽업', 'pickup'],
  ['수령방법: 퀵', 'pickup'],
  ['수령방법: 퀵\n주소: 가온시 나래구 다솜로 12, 303호', 'delivery'],
  ['배달: 가온시 나래구 다솜로 12', 'delivery'],
  ['퀵으로 가온시 나래구 다솜로 12로 보내주세요', 'delivery'],
  ['배달도 되나요?', 'pickup'],
  ['Delivery to: 56 Marado-ro, Gaon City', 'delivery'],
])('IN-12 "%s" is %s', (lines, fulfilment) => {
  expect(
    read(`성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호\n맛: 초코\n${lines}`).expected.fulfilment,
  ).toBe(fulfilment);
});
