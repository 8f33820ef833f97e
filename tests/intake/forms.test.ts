// Forms as customers hand them back: marked choices, examples left in, answers apart from their questions, labels of one cake.
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}
const WHO = '성함: 김나비\n연락처: 010-0000-7001\n픽업: 10/24 2시\n';

test.each([
  ['사이즈: 1호 / 2호(O) / 3호', { size: '2호' }],
  ['사이즈: 도시락 ☐ 미니 ☑ 1호 ☐', { size: '미니' }],
  ['사이즈: ☐ 도시락 ☑ 1호', { size: '1호' }],
  ['맛: [ ] 초코 [x] 바닐라', { flavor: '바닐라' }],
  ['맛: 바닐라 / 초코✔ / 말차', { flavor: '초코' }],
  ['사이즈: 도시락 / 1호 V / 2호', { size: '1호' }],
  ['사이즈: 1호(V) / 2호(V)', { size: null }],
])('IN-19 "%s" is the one choice that is marked', (line, item) => {
  expect(read(`${WHO}${line}\n문구: 축하해`).expected.items).toMatchObject([item]);
});

test.each([
  ['보냉백: 추가 / 안함(✓)', false],
  ['보냉백: 예☑ 아니오☐', true],
])('IN-19 "%s" is an answer as well', (line, bag) => {
  expect(read(`${WHO}사이즈: 1호\n${line}`).expected.cooler_bag).toBe(bag);
});

test('IN-19 a tick in a lettering is the customer’s own', () => {
  expect(read(`${WHO}문구: ✔ 합격 / 졸업`).expected.items).toMatchObject([{ lettering: '✔ 합격 / 졸업' }]);
});

const ORDER = { customer_name: '김나비', phone_e164: '+821000007001', pickup_date: '2026-10-31', pickup_time: '14:00' };

test.each([
  [
    'a row of headings',
    '성함 | 연락처 | 픽업일 | 시간 | 사이즈 | 문구\n김나비 | 010-0000-7001 | 10/31 | 14시 | 1호 | 축하해',
  ],
  ['headings between slashes', '이름/연락처/픽업일시/사이즈/문구\n김나비/010-0000-7001/10월 31일 2시/1호/축하해'],
  [
    'numbered answers',
    '1.성함 2.연락처 3.픽업일시 4.사이즈 5.문구\n\n1. 김나비\n2. 010-0000-7001\n3. 10/31 2시\n4. 1호\n5. 축하해',
  ],
  [
    'answers above their legend',
    '1.김나비\n2.010-0000-7001\n3.10/31 2시\n4.1호\n5.축하해\n(양식: 1.성함 2.연락처 3.픽업일시 4.사이즈 5.문구)',
  ],
  [
    'blank lines everywhere',
    '성함\n\n김나비\n\n연락처\n\n010-0000-7001\n\n픽업일시\n\n10/31 2시\n\n사이즈\n\n1호\n\n문구\n\n축하해',
  ],
  [
    'examples behind the labels',
    '성함 ex) 홍길동\n김나비\n연락처 ex) 010-1234-5678\n010-0000-7001\n픽업일시 예) 1월 1일 3시\n10/31 2시\n사이즈 ex) 2호\n1호\n문구 ex) 사랑해\n축하해',
  ],
  [
    'a copied example above',
    '<작성 예시>\n성함: 홍길동\n연락처: 010-1234-5678\n픽업일시: 10/1 15시\n-----\n성함: 김나비\n연락처: 010-0000-7001\n픽업일시: 10/31 2시\n사이즈: 1호\n문구: 축하해',
  ],
  ['labels glued to answers', '성함:김나비연락처:010-0000-7001\n픽업일시:10/31 2시\n사이즈:1호문구:축하해'],
])('IN-20 %s', (_, text) => {
  const { expected, flags } = read(text);
  expect(expected).toMatchObject(ORDER);
  expect(expected.items).toMatchObject([{ size: '1호', lettering: '축하해' }]);
  expect(flags).toEqual([]);
});

test('IN-20 headings whose answers do not fit are nobody’s order', () => {
  expect(read('성함 | 연락처 | 픽업일 | 사이즈\n얼마인가요 | 궁금해요').flags).toContain('not_an_order');
});

test('IN-20 what is crossed out is replaced, and that is told', () => {
  const { expected, flags } = read(
    '성함: 김나비\n연락처: 010-0000-7001\n픽업일: 10/24\n시간: ~~2시~~ 3시\n사이즈: 1호',
  );
  expect(expected.pickup_time).toBe('15:00');
  expect(flags).toEqual(['field_conflict']);
});

test.each([
  [
    '1호 맛: 초코\n1호 문구: 사랑해\n도시락 맛: 딸기\n도시락 문구: 고마워',
    [
      { size: '1호', flavor: '초코', lettering: '사랑해' },
      { size: '도시락', flavor: '딸기', lettering: '고마워' },
    ],
  ],
  [
    '주문내역: 포토케이크 1호 1개 / 컵케이크 6개\n포토케이크 맛: 바닐라\n포토케이크 문구: 파티',
    [
      { name: '포토케이크', size: '1호', flavor: '바닐라', lettering: '파티' },
      { name: '컵케이크', lettering: null, quantity: 6 },
    ],
  ],
  [
    '첫째: 1호 초코 "지우 7살"\n둘째: 미니 딸기 "지호 5살"',
    [
      { size: '1호', flavor: '초코', lettering: '지우 7살' },
      { size: '미니', flavor: '딸기', lettering: '지호 5살' },
    ],
  ],
  ['도시락 맛: 초코\n도시락 문구: 사랑해', [{ size: '도시락', flavor: '초코', lettering: '사랑해' }]],
])('IN-21 "%s" says whose cake it is', (lines, items) => {
  expect(read(`${WHO}${lines}`).expected.items).toMatchObject(items);
});

test.each([
  ['사이즈: 1호 없으면 2호', 'size'],
  ['사이즈: 1호로 될까요 아니면 2호로 될까요?', 'size'],
  ['사이즈: 1호(2~3인', 'size'],
  ['맛: 초코 도시락 2 바닐라 도시락 1', 'flavor'],
  ['맛: 초코(O) / 바닐라(O)', 'flavor'],
  ['맛: 초코 or 바닐라', 'flavor'],
] as const)('IN-22 "%s" is no plain value and stays a proposal for the %s', (line, field) => {
  expect(read(`${WHO}${line}\n문구: 축하해`).expected.items).toMatchObject([{ [field]: null, lettering: '축하해' }]);
});

test.each([
  [
    '초코 도시락 2 바닐라 도시락 1',
    [
      { size: '도시락', flavor: '초코', quantity: 2 },
      { size: '도시락', flavor: '바닐라', quantity: 1 },
    ],
  ],
  [
    '쿠키 10개랑 1호 케이크 하나, 문구는 축하해',
    [
      { name: '쿠키', size: null, lettering: null, quantity: 10 },
      { size: '1호', lettering: '축하해' },
    ],
  ],
  [
    '1호 초코에는 "엄마 사랑해" 도시락 딸기에는 "아빠 최고" 써주세요',
    [
      { size: '1호', flavor: '초코', lettering: '엄마 사랑해' },
      { size: '도시락', flavor: '딸기', lettering: '아빠 최고' },
    ],
  ],
])('IN-13 "%s" are cakes of their own', (line, items) => {
  const { expected, flags } = read(`${line}\n10/24 2시 김나비 010-0000-7001`);
  expect(expected.items).toMatchObject(items);
  expect(flags).toContain('multi_item');
});

test('IN-13 tastes and counts of more cakes than can be told apart are told as several', () => {
  expect(read('도시락 초코 2개 바닐라 1개 10월 24일 2시 픽업이요 김나비 010-0000-7001').flags).toContain('multi_item');
});

test.each([
  ['생일: 10월 31일\n픽업날짜: 생일 전날', '2026-10-30', []],
  ['픽업날짜: 10/24\n\n앗 날짜 잘못 적었어요! 10월 25일 일요일이에요', '2026-10-25', ['field_conflict']],
  ['Birthday is Nov 14 so I will pick it up on the 13th', '2026-11-13', []],
  ['토요일에 찾을 수 있을까요? 11월 7일이요', '2026-11-07', []],
  ['Pickup is Nov 14th or the weekend after', null, ['date_alternatives']],
])('IN-7 "%s" is collected on %s', (when, date, flags) => {
  const reading = read(`성함: 김나비\n연락처: 010-0000-7001\n시간: 2시\n사이즈: 1호\n${when}`);
  expect(reading.expected.pickup_date).toBe(date);
  expect(reading.flags).toEqual(flags);
});

test.each([
  ['저녁 식사 예약이 6시라서요, 오후 3시에 갈게요', '15:00'],
  ['My class ends at 3, so I come by around 4pm', '16:00'],
  ['half 3', '15:30'],
])('IN-8 "%s" is collected at %s', (when, time) => {
  expect(read(`${WHO.replace(/픽업.*\n/, '픽업일: 10/24\n')}사이즈: 1호\n${when}`).expected.pickup_time).toBe(time);
});

test.each([
  ['이름은 김나비고 번호는 010-0000-7001이에요', '김나비'],
  ['이름은 에밀리아 노바크 / 연락처 010-0000-7001', '에밀리아 노바크'],
  ['번호 010-0000-7001 김나비요', '김나비'],
  ['hi! 010-0000-7001. it is Gideon Marlowe speaking', 'Gideon Marlowe'],
])('IN-5 "%s" names the customer', (words, name) => {
  expect(read(`${words}\n10/24 2시 1호 초코 문구 "축하해"`).expected.customer_name).toBe(name);
});
