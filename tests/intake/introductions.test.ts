// Who introduces himself in a sentence, what only looks like a name, and what a lettering must not swallow.
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}
const ORDER = '10월 24일 3시 1호 초코로 부탁드려요 010-0000-7001';

test.each([
  ['강물전자 인사팀 도한별입니다.', '도한별'],
  ['안녕하세요 한빛병원 간호사 정다온이라고 합니다.', '정다온'],
  ['저 오미연이에용', '오미연'],
  ['박덕자입니데이', '박덕자'],
  ['내 이름은 박덕자이고예', '박덕자'],
  ['박덕자 입니다 .', '박덕자'],
  ['저는 에밀리아 이에요', '에밀리아'],
  ['저 서아맘인데요', '서아맘'],
  ['저 학생인데요', null],
  ['저는 직장인이에요', null],
  ['저는 베트남 이에요', null],
  ['저는 언니인데', null],
  ['안녕하세요 교사 선물용입니다.', null],
  ['회사 기념품입니다.', null],
  ['유치원 방학식이에요.', null],
  ['선물용이에요.', null],
  ['안녕하세요 신메뉴인데요', null],
  ['안녕하세요. 이십명이에요', null],
  ['안녕하세요 전화번호이고요', null],
  ['안녕하세요 케이크 주문건입니다', null],
  ['신랑 이름이 이서준이에요 문구에 넣어주세요', null],
  ['안녕하세요 입금자 대표 이서준입니다', null],
  ['받는 분은 회사 대표 이서준입니다.', null],
])('IN-5 who says "%s" is called %s', (words, name) => {
  expect(read(`${words}\n${ORDER}`).expected.customer_name).toBe(name);
});

test.each([
  ['010-0000-7001 그대로구요', null],
  ['010-0000-7001 동일하구요', null],
  ['010-0000-7001 이대로요', null],
  ['육찬희,01000007001', '육찬희'],
  ['Contact: Denise Okafor\n010-0000-7001', 'Denise Okafor'],
  ['My name is Ruth Abernathy and my phone number is 010-0000-7001.', 'Ruth Abernathy'],
  ['Same again. 010-0000-7001', null],
])('IN-5 beside a phone, of "%s" the name is %s', (words, name) => {
  expect(read(`${words}\n10월 24일 3시 1호 초코\n문구: 사랑해`).expected.customer_name).toBe(name);
});

test.each([
  ['🎂 1호 초코\n✍️ 문구: 사랑해\n🙋 유채린\n📞 010-0000-7001', '사랑해', '유채린'],
  ['문구: 사랑해\n유채린\n010-0000-7001', '사랑해', '유채린'],
  ['Lettering: Happy 60th Mum\nNo candles, thanks\nName: Amy Cole', 'Happy 60th Mum', 'Amy Cole'],
  ['문구: 사랑해\n견과류 빼고요\n이름: 김나비', '사랑해', '김나비'],
  ['문구: 사랑해\n흑임자맛\n이름: 김나비', '사랑해', '김나비'],
  ['문구: 사랑해\n핑크색 글씨\n이름: 김나비', '사랑해', '김나비'],
  ['문구: 엄마\n사랑해 많이\n이름: 김나비', '엄마\n사랑해 많이', '김나비'],
  ['Lettering: Happy Day\nSaturday 3pm\nAmy Cole 010-0000-7001', 'Happy Day', 'Amy Cole'],
  ['Lettering: Happy 60th\nto the best Mum\nName: Amy Cole', 'Happy 60th\nto the best Mum', 'Amy Cole'],
])('IN-10 of "%s" the lettering is %s and the name %s', (words, lettering, name) => {
  const { expected } = read(`픽업일시: 10/24 3시\n사이즈: 1호\n${words}`);
  expect([expected.items[0]?.lettering, expected.customer_name]).toEqual([lettering, name]);
});

const QUESTIONS = '[상점] 1.성함 2.연락처 3.픽업일 4.시간 5.사이즈 6.맛 7.문구';
test.each([
  ['1.김나비 2.01000007001 3.10/24 4.3시 5.1호 6.초코 7.1등 축하해', '김나비', '1등 축하해'],
  ['① 김나비 ② 01000007001 ③ 10/24 ④ 3시 ⑤ 1호 ⑥ 초코 ⑦ 축하해', '김나비', '축하해'],
  ['1.김나비 2.01000007001 3.10/24 4.3시 5.초코 6.축하해', null, '축하해'],
])('IN-20 answers in one line "%s" stand behind the numbers of the questions', (answers, name, lettering) => {
  const { expected } = read(`${QUESTIONS}\n${answers}`);
  expect(expected).toMatchObject({ customer_name: name, pickup_date: '2026-10-24', pickup_time: '15:00' });
  expect(expected.items[0]?.lettering).toBe(lettering);
});

test.each([
  ['성함김나비\n연락처01000007001\n픽업일10월24일\n픽업시간오후3시\n사이즈1호\n맛은흑임자\n문구최고의날', '최고의날'],
  ['성함김나비\n연락처01000007001\n픽업일10월24일\n픽업시간오후3시\n사이즈1호\n맛은흑임자\n문구사진으로보낼께염', null],
])('IN-4 in the form without blanks %j the lettering is %s', (form, lettering) => {
  expect(read(form).expected.items).toMatchObject([{ size: '1호', flavor: '흑임자', lettering }]);
});

test.each([
  ['', '사이즈: 1호\n맛: 초코', 1, []],
  ['다시 보내요 위에 거 말고 이걸로요', '사이즈: 2호\n맛: 초코', 1, ['field_conflict']],
  ['', '사이즈: 2호\n맛: 초코', 2, ['multi_item']],
])('IN-14 a form sent again with "%s" and "%s" is of %i cakes', (between, cake, count, flags) => {
  const head = '이름: 김나비\n연락처: 010-0000-7001\n픽업: 10월 24일 3시\n';
  const { expected, flags: raised } = read(`${head}사이즈: 1호\n맛: 초코\n\n${between}\n\n${head}${cake}`);
  expect(expected.items).toHaveLength(count);
  expect(raised).toEqual(flags);
});

test.each([['하나 주이소'], ['하나 주세용'], ['추가해주세여']])(
  'IN-11 a bag asked for with "%s" is wished',
  (words) => {
    expect(read(`성함: 김나비\n보냉백: ${words}\n사이즈: 1호`).expected.cooler_bag).toBe(true);
  },
);
