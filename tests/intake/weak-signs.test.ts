// Words that look like a value and are not: days and times of other things, other people, prices, cakes of another time.
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}
const WHO = '성함: 김나비\n연락처: 010-0000-7001\n';
const FORM = `${WHO}사이즈: 1호\n맛: 초코\n문구: 축하해\n`;

test.each([
  ['주문일: 10/12\n픽업일: 10/24\n픽업시간: 2시', '2026-10-24', []],
  ['픽업 날짜: 10/24\n픽업시간: 2시\n주문 날짜: 10/12', '2026-10-24', []],
  ['Order date: 10/12\nCollection: Saturday 24 October, 2.30pm', '2026-10-24', []],
  ['주문 날짜: 10/12\n픽업시간: 2시', null, ['date_missing']],
  ['행사는 10/25이고 픽업은 10/24 3시에 할게요', '2026-10-24', []],
  ['픽업: 10월 17일 아니 18일 2시요', '2026-10-18', ['field_conflict']],
  ['픽업: 10월 17일 아니면 18일 2시요', null, ['date_alternatives']],
  ['픽업일: 11월 5일 (생일은 7일)\n픽업시간: 2시', '2026-11-05', []],
  ['날짜 10/24 시간 3시', '2026-10-24', []],
  ['Order for Nov 14: size 1 choco', '2026-11-14', ['time_missing']],
])('IN-7 "%s" is collected on %s', (when, date, flags) => {
  const reading = read(`${FORM}${when}`);
  expect(reading.expected.pickup_date).toBe(date);
  expect(reading.flags).toEqual(flags);
});

test.each([
  ['픽업시간: 파티가 6시라서 3시에 갈게요', '15:00', null],
  ['픽업시간: 행사가 5시라 4시까지 가야해요', null, '16:00'],
  ['픽업시간: 2 PM (party starts 4 PM)', '14:00', null],
  ['픽업시간: 6시 10분전', '17:50', null],
  ['픽업시간: 3시요! 아 아니다 4시로 할게요', '16:00', null],
  ['픽업시간: 3시\n요청사항: 픽업 시간 5시로 변경할게요', '17:00', null],
  ['픽업시간: 3pm. Actually make it 4pm.', '16:00', null],
])('IN-8 "%s" is collected at %s until %s', (when, start, end) => {
  const { expected } = read(`${FORM}픽업날짜: 10/24\n${when}`);
  expect([expected.pickup_time, expected.pickup_time_end]).toEqual([start, end]);
});

test('IN-8 the hour of a call to the shop is not the hour of the pickup', () => {
  const { expected } = read(
    '아까 2시에 전화드린 사람이에요. 11월 5일 오전 11시 30분에 1호 말차 하나 부탁드려요. 조이나 010-0000-8214',
  );
  expect(expected.pickup_time).toBe('11:30');
});

test('IN-12 the door in an address is neither an hour nor a size', () => {
  const { expected, flags } = read(
    `${WHO}수령: 택배로 부탁드려요, 서울시 가나구 다라로 12 303호\n날짜: 10/24\n품목: 쌀쿠키 2박스`,
  );
  expect(expected).toMatchObject({ pickup_time: null, fulfilment: 'delivery' });
  expect(expected.items).toMatchObject([{ size: null, quantity: 2 }]);
  expect(flags).toContain('time_missing');
});

test.each([
  ['케이크: 2호 30,000원', { name: null, size: '2호' }],
  ['품명: 떡케이크(2호)', { name: '떡케이크', size: '2호' }],
  ['사이즈 및 맛: 1호 초코', { name: null, size: '1호', flavor: '초코' }],
  ['맛/사이즈: 초코/1호', { name: null, size: '1호', flavor: '초코' }],
  ['사이즈: 1호맛: 초코', { size: '1호', flavor: '초코' }],
  ['저번에 4만원짜리 1호 주문했던 손님인데요 이번엔 2호 바닐라로 부탁드려요', { size: '2호', flavor: '바닐라' }],
  ['픽업은 토요일 1시 도시락케이크 2개 바닐라로요', { name: '도시락케이크', flavor: '바닐라', quantity: 2 }],
  ['사이즈: 2호\n맛: 전부 바닐라', { flavor: '전부 바닐라' }],
  ['Cake: 1호 / chocolate / round', { name: null, size: '1호', flavor: 'chocolate' }],
  ['사이즈: 2호 이상 가능할까요? 10명이 먹어요\n맛: 초코', { size: null, flavor: '초코' }],
  ['케이크: 1호케이크\n맛: 초코', { name: null, size: '1호', flavor: '초코' }],
  ['サイズは2号、味はチョコで、お願いします', { size: '2号', flavor: 'チョコ' }],
  ['상품: 포토케이크 (사진은 따로 보낼게요)', { name: '포토케이크' }],
  ['사이즈: 1호\n맛: 초코 (견과류 빼주세요)', { flavor: '초코' }],
])('IN-9 of "%s" the cake is %o', (words, cake) => {
  expect(read(`${WHO}픽업일시: 10/24 3시\n${words}`).expected.items).toMatchObject([cake]);
});

test.each([
  ['도시락 3개 (초코2, 바닐라1)', ['초코', '바닐라'], [2, 1]],
  ['케이크: 1호 2개 (초코1, 딸기1)', ['초코', '딸기'], [1, 1]],
  ['사이즈: 도시락 4개\n맛: 초코 2개, 말차 2개', ['초코', '말차'], [2, 2]],
  ['주문: 1호 케이크 2개\n맛: 하나는 초코, 하나는 바닐라', ['초코', '바닐라'], [1, 1]],
  ['사이즈: 1호\n맛: 1단 초코, 2단 바닐라', ['1단 초코, 2단 바닐라'], [1]],
  ['사이즈: 1호 x2\n맛: 초코, 바닐라 각 1개씩', ['초코', '바닐라'], [1, 1]],
  ['도시락 초코맛 둘, 딸기맛 하나요', ['초코', '딸기'], [2, 1]],
  ['사이즈: 1호 하나, 2호 하나\n맛: 1호 초코, 2호 바닐라', ['초코', '바닐라'], [1, 1]],
  ['Order: 2 x mini cake (1 choc, 1 vanilla)', ['choc', 'vanilla'], [1, 1]],
  ['1호 초코 "A"\n2호 말차 "B"\n쿠키 10개', ['초코', '말차', null], [1, 1, 10]],
])('IN-13 of "%s" the tastes are %s', (words, tastes, counts) => {
  const { items } = read(`${WHO}픽업일시: 10/24 3시\n${words}`).expected;
  expect(items.map((item) => item.flavor)).toEqual(tastes);
  expect(items.map((item) => item.quantity)).toEqual(counts);
});

test.each([
  ['사이즈: 1호 2개\n맛: 초코\n문구: 사랑해 / 고마워', ['사랑해', '고마워']],
  ['케이크: 초코케이크 1호 1개, 치즈케이크 도시락 2개\n문구: 각각 "축하해", "고마워"', ['축하해', '고마워']],
  ['1호 바닐라 1개, 도시락 초코 2개\n문구: 도시락 - 고마워 / 1호 - 축하해', ['축하해', '고마워']],
  [
    '사이즈: 도시락 2개\n문구: 하나는 "엄마 사랑해", 다른 하나는 "아빠 사랑해"로 해주세요',
    ['엄마 사랑해', '아빠 사랑해'],
  ],
  ['사이즈: 1호, 도시락\n맛: 초코\n문구: 엄마, 아빠 사랑해', ['엄마, 아빠 사랑해', '엄마, 아빠 사랑해']],
  ['케이크: 1호 초코 문구 "사랑해"\n케이크: 미니 바닐라 문구 "고마워"', ['사랑해', '고마워']],
  ['도시락케이크 2개\n문구는 "정규직 축하해", "퇴사 축하해" 이렇게 두 개요', ['정규직 축하해', '퇴사 축하해']],
  ['3호 하나랑 미니 두 개 주세요. 전부 초코맛이요\n문구는 3호만 "창립기념"', ['창립기념', null]],
  ['사이즈: 1호 1개, 미니 2개\n문구: 1호에만 "축 결혼" 미니는 문구 없음', ['축 결혼', null]],
])('IN-13 in "%s" each cake has its lettering: %s', (words, letterings) => {
  expect(read(`${WHO}픽업일시: 10/24 3시\n${words}`).expected.items.map((item) => item.lettering)).toEqual(letterings);
});

test.each([
  ['문구 축하합니다', '축하합니다'],
  ['1호 초코\n"생일 축하해 예서야"', '생일 축하해 예서야'],
  ['1호 초코로 "타비야 생축"', '타비야 생축'],
  ['문구: 시온♡\n추가문구: 판에 happy day', '시온♡ / happy day'],
  ['문구: 우리집\u2665\uFE0F', '우리집\u2665\uFE0F'],
  ['문구: 문구 없이 해주세요', null],
  ['레터링: 케이크에 "사랑해", 판에 "마바가"', '사랑해 / 마바가'],
  ['サイズ：1号\nメッセージ：未定', null],
  ['사이즈: 1호\n레터링: O (문구: 오일아 축하해)', '오일아 축하해'],
  ['1호 / 초코 / 우리 아들 최고', '우리 아들 최고'],
])('IN-10 of "%s" the lettering is %s', (words, lettering) => {
  expect(read(`${WHO}픽업일시: 10/24 3시\n${words}`).expected.items[0]?.lettering).toBe(lettering);
});

test.each([
  ['보냉백 추가 유무 무', { cooler_bag: false }],
  ['Candles: none please', { candles: '0' }],
  ['숫자초 2, 5', { candles: '숫자초 2, 5' }],
  ['초/폭죽: 초 5개/폭죽 1개', { candles: '초 5개/폭죽 1개' }],
  ['옵션: 보냉백 추가, 숫자초 5', { cooler_bag: true, candles: '숫자초 5' }],
  ['메모: 10/16까지 시안 부탁드려요. 초는 5개 넣어주세요', { candles: '5개', pickup_date: '2026-10-24' }],
  ['메모: 초는 5개 넣어주세요\n초: 2개', { candles: '2개' }],
  ['초 3개 추가요', { candles: '3개' }],
  ['추가: 하트초 1개', { candles: '하트초 1개' }],
])('IN-11 "%s" means %o', (words, extra) => {
  expect(read(`${FORM}픽업일시: 10/24 3시\n${words}`).expected).toMatchObject(extra);
});

test.each([
  ["it's for my mom, her name is Linda. My name is Kate Moon and my number is 010-0000-7126.", 'Kate Moon'],
  ['pickup tomorrow 3pm. name is jane doe 010-0000-7012', 'jane doe'],
  ["size 1, chocolate. I'm sara kim, 010-0000-7011", 'sara kim'],
  ['Contact: Erin Bae, 010-0000-8106. pickup Nov 9 at 3pm', 'Erin Bae'],
  ["i'm looking forward, pickup Nov 9 at 3pm 010-0000-8106", null],
  ['山本です。10月25日の15時に予約したいです。電話は010-0000-8423です', '山本'],
  ['레터링은 "퍼플레인" 이고 이름은 안개 번호는 010-0000-8609, 픽업은 12/5 2시', '안개'],
])('IN-5 "%s" is written by %s', (words, name) => {
  expect(read(`one size 1 vanilla cake please\n${words}`).expected.customer_name).toBe(name);
});

test.each([
  ['우리 딸 최고', '우리 딸 최고'],
  ['나중에 말씀드릴게요', null],
  ['네', null],
])('IN-3 asked for the lettering, "%s" is %s', (answer, lettering) => {
  const { expected } = read(`[상점] 문구는요?\n[고객] ${answer}\n[고객] 유라 010-0000-8501 10/25 4시 1호 초코요`);
  expect(expected.items[0]?.lettering).toBe(lettering);
});

test('IN-10 lettering ends before the next label of its line', () => {
  const { expected } = read(
    'Pick-up: Friday 13 Nov, 12-1pm. Inscription: Good Luck Ed!. Name for order: Ed Sung. Mobile: 010-0000-8806. No candles.',
  );
  expect(expected).toMatchObject({ customer_name: 'Ed Sung', phone_e164: '+821000008806', candles: '0' });
  expect(expected.items[0]?.lettering).toBe('Good Luck Ed!');
});

test('IN-15 thanks for the cake of yesterday order nothing', () => {
  expect(read('Thank you so much for the beautiful cake yesterday!! - Kim').flags).toEqual(['not_an_order']);
});

test('IN-15 "can we make it" asks for a change of what was ordered', () => {
  const { expected, flags } = read("Hi, it's Gio Park. I ordered for Nov 7 at 3pm but can we make it Nov 8?");
  expect(expected).toMatchObject({ customer_name: 'Gio Park', pickup_date: '2026-11-08' });
  expect(flags).toEqual(['change_request']);
});
