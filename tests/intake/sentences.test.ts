// Orders said in sentences and lists: cakes, lettering, who it is, and what replaces what.
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}
const WHO = '김나비 010-0000-7001\n10/24 토 3시\n';

test.each([
  ['초코케이크 1호 주문할게요', '초코'],
  ['딸기생크림 케이크 2호요', '딸기생크림'],
  ["I'd like a size 1 vanilla cake", 'vanilla'],
  ['도시락케이크 초코요', '초코'],
  ['치즈케이크 1호요', null],
  ['떡케이크 2호요', null],
  ['초코케이크 1호, 시트는 바닐라로요\n시트: 바닐라', '바닐라'],
])('IN-9 "%s" has the flavour %s', (words, flavor) => {
  expect(read(`${WHO}${words}`).expected.items[0]?.flavor).toBe(flavor);
});

test.each([
  ['사이즈: 1호, 2호\n맛: 초코\n문구: 1) 축하해 2) 사랑해', ['축하해', '사랑해']],
  ['사이즈: 도시락 2개\n맛: 초코\n문구: ①축하해 ②사랑해', ['축하해', '사랑해']],
  ['사이즈: 1호\n맛: 초코\n문구1: 축하해\n문구2: 사랑해', ['축하해 / 사랑해']],
  ['① 1호 / 초코 / 엄마 사랑해\n② 2호 / 바닐라 / 아빠 사랑해', ['엄마 사랑해', '아빠 사랑해']],
  ['- 1호 초코 (문구: 엄마)\n- 2호 바닐라 (문구: 아빠)', ['엄마', '아빠']],
  ['1호 초코 1개\n도시락 바닐라 2개\n문구는 1호에만 "엄마" 넣어주세요', ['엄마', null]],
  ['도시락케이크 초코 2개\n하나는 "사랑해" 하나는 "고마워"', ['사랑해', '고마워']],
])('IN-13 of "%s" the letterings are %s', (words, letterings) => {
  expect(
    read(`성함: 김나비\n연락처: 010-0000-7001\n픽업: 10/24 3시\n${words}`).expected.items.map((item) => item.lettering),
  ).toEqual(letterings);
});

test('IN-13 products named one after the other under one label are items of their own', () => {
  const { expected, flags } = read(
    '성함: 김나비\n연락처: 010-0000-7001\n픽업: 10/24 3시\n상품: 곰돌이 케이크 1개, 쿠키세트 1개',
  );
  expect(expected.items.map((item) => item.name)).toEqual(['곰돌이 케이크', '쿠키세트']);
  expect(flags).toEqual(['multi_item']);
});

test.each([
  ['앞으로도 잘 부탁드립니다', '앞으로도 잘 부탁드립니다'],
  ['사랑해 부탁드려요', '사랑해'],
  ['무지로 해주세요', null],
  ['없음(도안대로)', null],
  ['따로 카톡드릴게요', null],
  ['케이크: 사랑해 / 판: 고마워', '사랑해 / 고마워'],
  ['(케이크) 사랑해 (판) 고마워', '사랑해 / 고마워'],
])('IN-10 the lettering "%s" is read as %s', (written, lettering) => {
  expect(read(`${WHO}사이즈: 1호\n문구: ${written}`).expected.items[0]?.lettering).toBe(lettering);
});

test.each([
  [
    "Hi, it's Jake Yoon, 010-0000-7001. A size 1 cake for Oct 24 3pm. I'd like it to say Happy Birthday Mina. Thanks",
    'Happy Birthday Mina',
  ],
  ['문구: 지우야\n1호 초코\n김나비 010-0000-7001 10/24 3시\n문구 다시요! "지호야" 로 해주세요', '지호야'],
  ['1호 초코 10/24 3시 김나비 010-0000-7001\n문구 시간은 금이다', '시간은 금이다'],
])('IN-10 in "%s" the lettering is %s', (text, lettering) => {
  expect(read(text).expected.items[0]?.lettering).toBe(lettering);
});

test.each([
  ['변경 부탁드려요 10/31 2시 예약한 강나리인데요 11/1 4시로 가능할까요?', '강나리', '2026-11-01', '16:00'],
  ['I need to move my pickup from 2pm to 4:30pm. - Ethan Noh', 'Ethan Noh', null, '16:30'],
  ['10月31日15時の高橋です。17時に変更できますか？', '高橋', '2026-10-31', '17:00'],
  ['픽업 시간 변경 가능할까요? 3시에서 5시로요', null, null, '17:00'],
])('IN-14 "%s" asks for the new day and hour, not those that stand', (text, name, day, time) => {
  const { expected, flags } = read(text);
  expect(flags).toEqual(['change_request']);
  expect([expected.customer_name, expected.pickup_date, expected.pickup_time]).toEqual([name, day, time]);
});

test('IN-14 a line that says which field changes replaces its value, and is shown', () => {
  const { expected, flags } = read(
    '성함: 토리\n연락처: 010-0000-7001\n픽업날짜: 11월 20일\n픽업시간: 오후 6시\n사이즈: 1호\n날짜 변경할게요! 11월 21일 토요일로요',
  );
  expect([expected.pickup_date, flags]).toEqual(['2026-11-21', ['field_conflict']]);
});

test.each([
  '주문 없던 걸로 해주세요',
  '예약을 취소하게 됐어요',
  '잔디 이름으로 주문한 거 취소될까요..?',
  '注文を取り消してください',
])('IN-15 "%s" cancels', (text) => {
  expect(read(text).flags).toEqual(['cancel_request']);
});

test.each([
  ['받으시는 분: 서율 / 010-0000-7001', '서율'],
  ['저는 비서 천수련이고 번호는 010-0000-7001이에요', '천수련'],
  ['주문자는 저 최유진이고 픽업은 친구 김소라가 할 거예요\n010-0000-7001', '최유진'],
  ['이름은 초코구요 (강아지 이름)\n010-0000-7001', null],
  ['이름: 해솔🌞\n연락처: 010-0000-7001', '해솔'],
])('IN-5 who orders in "%s" is %s', (words, name) => {
  expect(read(`${words}\n10/24 토 3시\n1호 바닐라\n문구: 안녕`).expected.customer_name).toBe(name);
});

test('IN-11 an add-on row for a bag or candles is no product', () => {
  const { expected, flags } = read(
    '성함: 김나비\n연락처: 010-0000-7001\n픽업: 10/24 3시\n사이즈: 1호\n추가상품: 보냉백 1개\n추가: 숫자초 3',
  );
  expect([expected.items.length, expected.cooler_bag, expected.candles, flags]).toEqual([1, true, '숫자초 3', []]);
});
