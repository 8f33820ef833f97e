// What customers say below, beside or after a form: corrections, answers to the shop, wishes in one breath.
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

const WHO = '성함: 도담\n연락처: 010-0000-9001';
const FORM = `${WHO}\n픽업: 10/24 토 3시\n사이즈: 1호\n맛: 초코\n문구: 도담아 안녕`;

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}

test.each([
  ['[상점] 3시는 마감이에요 5시는 어떠세요?\n네네 그럼 5시요!', '17:00', ['field_conflict']],
  ['[상점] 3시는 예약이 꽉 찼어요 5시 가능하세요?\n네 괜찮아요', '17:00', ['field_conflict']],
  ['[상점] 3시 픽업 맞으실까요?\n네 맞아요', '15:00', []],
  ['[상점] 5시까지 입금 가능하실까요?\n네', '15:00', []],
  ['[상점] 입금 부탁드려요\n네 5시쯤 입금할게요', '15:00', []],
  ['[상점] 예약 완료되었습니다!\n감사합니다 토요일에 뵐게요', '15:00', []],
  ['[상점] 픽업은 11시~20시 사이 가능하세요\n네 감사합니다', '15:00', []],
])('IN-14 after the form "%s" means %s', (talk, time, flags) => {
  const { expected, flags: raised } = read(`${FORM}\n${talk}`);
  expect(expected.pickup_time).toBe(time);
  expect(raised).toEqual(flags);
});

test.each([
  ['앗 죄송해요 사이즈 2호로 바꿀게요!', { size: '2호' }],
  ['앗 문구 고마워로 바꿔주세요', { lettering: '고마워' }],
  ['아 그리고 맛 바닐라로 바꿀게요', { flavor: '바닐라' }],
])('IN-14 a label behind a sigh corrects the form: "%s"', (line, item) => {
  const { expected, flags } = read(`${FORM}\n\n${line}`);
  expect(expected.items).toMatchObject([item]);
  expect(flags).toEqual(['field_conflict']);
});

test('IN-14 a correction in brackets behind the value stands', () => {
  const { expected, flags } = read(FORM.replace('맛: 초코', '맛: 초코 (바닐라로 변경할게요!)'));
  expect(expected.items[0]?.flavor).toBe('바닐라');
  expect(flags).toEqual(['field_conflict']);
});

test('IN-14 a phone that replaces a mistyped one', () => {
  const { expected, flags } = read(`${FORM}\n아 번호 잘못 적었어요 010-0000-9002 입니다`);
  expect(expected.phone_e164).toBe('+821000009002');
  expect(flags).toEqual(['field_conflict']);
});

test.each([
  ['Oct 24 or 25, 3pm', null, ['date_alternatives']],
  ['Oct 24-25, 3pm', null, ['date_alternatives']],
  ['24th or 25th of October 3pm', null, ['date_alternatives']],
  ['Oct 24 - 3pm', '2026-10-24', []],
  ['Oct 24, between 3 and 4', '2026-10-24', []],
])('IN-7 of two English days none is chosen: "%s"', (pickup, date, flags) => {
  const { expected, flags: raised } = read(`Name: Leo\nPhone: 010-0000-9001\nPickup: ${pickup}\nSize: mini`);
  expect(expected.pickup_date).toBe(date);
  expect(expected.pickup_time).toBe('15:00');
  expect(raised).toEqual(flags);
});

test.each([
  ['3시반에갈게요', '15:30', null],
  ['2시반에서 3시반 사이', '14:30', '15:30'],
  ['2시 반려견이랑 갈게요', '14:00', null],
  ['2;30', '14:30', null],
  ['2.30', '14:30', null],
  ['5시 안으로', null, '17:00'],
  ['늦어도 5시', null, '17:00'],
])('IN-8 "%s" is from %s to %s', (written, start, end) => {
  const { expected } = read(FORM.replace('10/24 토 3시', `10/24 토\n픽업시간: ${written}`));
  expect([expected.pickup_time, expected.pickup_time_end]).toEqual([start, end]);
});

test('IN-13 lines that each name a product are items; what follows a taste counts cakes', () => {
  const { expected, flags } = read(
    `${WHO}\n픽업: 10/24 3시\n레터링케이크 1호 초코 2개, 문구 "도담아 안녕"\n마카롱 6구 3세트`,
  );
  expect(expected.items).toEqual([
    { name: '레터링케이크', size: '1호', flavor: '초코', lettering: '도담아 안녕', quantity: 2 },
    { name: '마카롱', size: '6구', flavor: null, lettering: null, quantity: 3 },
  ]);
  expect(flags).toEqual(['multi_item']);
});

test('IN-13 a product and its size on the next line are one cake', () => {
  expect(read(`${WHO}\n픽업: 10/24 3시\n레터링케이크 1개\n1호 초코`).expected.items).toMatchObject([
    { name: '레터링케이크', size: '1호', flavor: '초코', quantity: 1 },
  ]);
});

test('IN-13 a size field may list cakes with their tastes', () => {
  const { expected } = read(`${WHO}\n픽업: 10/24 3시\n사이즈: 1호 초코 2개, 도시락 바닐라 1개\n문구: 안녕`);
  expect(expected.items).toMatchObject([
    { size: '1호', flavor: '초코', quantity: 2 },
    { size: '도시락', flavor: '바닐라', quantity: 1 },
  ]);
});

test.each([
  ['문구는 [할머니 팔순 축하드려요] 입니다. 폰번호 010-0000-9001', '할머니 팔순 축하드려요'],
  ['문구 사랑해 김도담 01000009001', '사랑해'],
  ['문구: 이름을 불러줘 / 010-0000-9001', '이름을 불러줘'],
])('IN-10 the lettering of "%s" ends where the sentence does', (line, lettering) => {
  const { expected } = read(`10월 29일 목요일 4시 픽업, 1호 초코\n${line}`);
  expect(expected.items[0]?.lettering).toBe(lettering);
  expect(expected.phone_e164).toBe('+821000009001');
});

test.each([
  ['자두로 예약한 사람인데요 5시로 변경 가능할까요?', '자두'],
  ['Hi, please cancel my order. Name: Gina Roh. Sorry!', 'Gina Roh'],
  ['Can I change my pickup to 6pm? Name: Mrs. Kim', 'Mrs. Kim'],
])('IN-5 who asks in "%s" is %s', (text, name) => {
  expect(read(text).expected.customer_name).toBe(name);
});

test.each([
  ['추가안함', false],
  ['추가x', false],
  ['노노', false],
  ['됐어요', false],
  ['네네 추가요', true],
])('IN-11 "보냉백: %s" is %s', (answer, wish) => {
  expect(read(`${FORM}\n보냉백: ${answer}`).expected.cooler_bag).toBe(wish);
});

test.each([
  ['초는 5개 부탁드려요 김도담 010-0000-9001', '5개'],
  ['숫자초 5, 일반초 2개 부탁드려요', '숫자초 5, 일반초 2개'],
])('IN-11 the candles of "%s" are %s', (line, candles) => {
  expect(read(`${FORM}\n${line}`).expected.candles).toBe(candles);
});

test('IN-3 examples inside values and choices nobody took are an empty form', () => {
  const { flags, expected } = read(
    '성함 : (예: 홍길동)\n연락처 : (예: 010-0000-0000)\n픽업일시 : 예) 10/1 15시\n사이즈 : 도시락 / 1호 / 2호\n맛 : 초코 / 바닐라\n문구 :',
  );
  expect(flags).toEqual(['not_an_order', 'empty_form']);
  expect(expected.items).toEqual([]);
});

test('IN-3 an example before the own value is passed over', () => {
  expect(read(FORM.replace('10/24 토 3시', '(예: 10/1 15시) 10/24 토 3시')).expected).toMatchObject({
    pickup_date: '2026-10-24',
    pickup_time: '15:00',
  });
});

test('IN-10 a wish to the shop in brackets behind the lettering is a note', () => {
  expect(read(FORM.replace('도담아 안녕', '제발 합격하게 해주세요')).expected.items[0]?.lettering).toBe(
    '제발 합격하게 해주세요',
  );
  const { expected } = read(FORM.replace('도담아 안녕', '"도담아 안녕" (하트 그려주세요)'));
  expect(expected.items[0]?.lettering).toBe('도담아 안녕');
  expect(expected.notes).toContain('(하트 그려주세요)');
});

test('IN-4 문구(판) is the board', () => {
  const text = FORM.replace('문구: 도담아 안녕', '문구(케이크): 사랑해\n문구(판): 고마워');
  expect(readMessage(text, makeContext()).draft.items[0]).toMatchObject({
    cakeLettering: { value: { text: '사랑해' } },
    boardLettering: { value: { text: '고마워' } },
  });
});

test.each([
  ['안녕하세요 김도담로 10/24 3시 예약했는데 4시로 미뤄도 될까요?', '김도담', '16:00'],
  ['24日に予約したさくらです。受取時間を17時に変更できますか？', 'さくら', '17:00'],
])('IN-15 "%s" asks for another time', (text, name, time) => {
  const { expected, flags } = read(text);
  expect(expected).toMatchObject({ customer_name: name, pickup_date: '2026-10-24', pickup_time: time });
  expect(flags).toEqual(['change_request']);
});

test.each([
  ['11월 중순 토요일 3시', null, ['date_vague']],
  ['다음주쯤 토요일 3시', null, ['date_vague']],
  ['이번 주말 토요일 3시', '2026-10-17', []],
])('IN-7 the weekday of an open span is not guessed: "%s"', (pickup, date, flags) => {
  const { expected, flags: raised } = read(FORM.replace('10/24 토 3시', pickup));
  expect(expected.pickup_date).toBe(date);
  expect(raised).toEqual(flags);
});

test('IN-4 labels in brackets along one line, a doubled sign, a short label behind the lettering', () => {
  const { expected } = read(
    '[성함] 도담 [연락처] 010-0000-9001 [픽업] 10/24 3시\n사이즈:: 1호\n맛:: 초코\n문구 : 도담아 안녕 초 : 2',
  );
  expect(expected).toMatchObject({
    customer_name: '도담',
    pickup_date: '2026-10-24',
    pickup_time: '15:00',
    candles: '2',
  });
  expect(expected.items).toMatchObject([{ size: '1호', flavor: '초코', lettering: '도담아 안녕' }]);
});

test('IN-5 "입금자명 동일" names no payer', () => {
  expect(read(FORM.replace('도담', '도담 (입금자명 동일)')).expected.depositor).toBeNull();
});

test('IN-5 the name of the one who is congratulated is not the customer’s', () => {
  const { expected } = read(
    '친구 생일케이크 주문해요!\n친구 이름은 민지구요 문구는 "민지야 생일 축하해" 입니다\n저는 김도담 010-0000-9001 이에요\n10/24 3시 1호 초코',
  );
  expect(expected.customer_name).toBe('김도담');
  expect(expected.items[0]?.lettering).toBe('민지야 생일 축하해');
});

test('IN-3 an answer to the shop’s question is a value of the field asked for', () => {
  const { expected } = read(
    `${FORM}\n[상점] 초는 몇개 드릴까요?\n3개 부탁드려요\n[상점] 보냉백 필요하신가요?\n아니요 괜찮아요`,
  );
  expect(expected).toMatchObject({ candles: '3개', cooler_bag: false });
});

test('IN-10 an occasion and a postscript are no lettering', () => {
  expect(read(`${WHO}\n생일이 10월 25일이라 10/24 3시에 픽업할게요\n1호 초코`).expected.items[0]?.lettering).toBeNull();
  expect(read(`${FORM}\nP.S. 초는 3개 주세요`).expected.items[0]?.lettering).toBe('도담아 안녕');
});

test('IN-12 an address among the words of when is a delivery, its numbers no day', () => {
  const { expected } = read(FORM.replace('토 3시', '토 3시 퀵으로 보내주세요 (가온시 나래구 다솜로 3-1)'));
  expect(expected).toMatchObject({ fulfilment: 'delivery', pickup_date: '2026-10-24', pickup_time: '15:00' });
});

test('IN-14 a taste or day that the shop offers instead, answered with yes', () => {
  const day = read(`${FORM}\n[상점] 24일은 마감이에요 31일은 어떠세요?\n네 좋아요`);
  expect([day.expected.pickup_date, day.flags]).toEqual(['2026-10-31', ['field_conflict']]);
  const taste = read(`${FORM}\n[상점] 초코는 품절이라 바닐라 괜찮으세요?\n네 괜찮아요`);
  expect([taste.expected.items[0]?.flavor, taste.flags]).toEqual(['바닐라', ['field_conflict']]);
});
