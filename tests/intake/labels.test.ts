// Labels as shops' forms write them, in three languages, with the signs and ornaments around them.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FlatReading } from '../../src/intake/flat-reading.ts';
import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readLabel } from '../../src/intake/label-grammar.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

function read(text: string): FlatReading {
  return flattenReading('row', text, readMessage(text, makeContext()));
}

test.each([
  ['name', '예약하시는 분 성함|성함을 입력해주세요|주문 고객명|Order under|First & last name|ご予約のお名前|申込者名'],
  ['phone', '연락받으실 번호|휴대폰 번호(-포함)|Contact no.|Call me at|携帯電話番号'],
  ['date', '픽업 요청 날짜|찾아가시는 날|Needed for|Requested pickup date|お受取り希望日|必要日'],
  ['time', '도착 예정 시간|몇시|Arrival time|Time slot|ご来店予定時間'],
  ['pickup', '배송 희망일시|픽업 날짜&시간|Date & Time|日程'],
  ['size', '케이크 규격|옵션(사이즈)|Diameter|台のサイズ'],
  ['flavor', '속재료|내부 맛|과일|Cake filling|中身|フルーツ'],
  ['sheet', '베이스 시트|Cake sponge|ベース'],
  [
    'cakeLettering',
    '넣으실 문구|축하 메시지|문구 요청|케이크 텍스트|Message to write|What would you like written|Name on cake|入れたい文字',
  ],
  ['boardLettering', '하단 문구|뚜껑 문구|초코플레이트|チョコプレート|プレート内容'],
  ['candles', '필요하신 초 개수|서비스 초|Birthday candles|# of candles|数字ろうそく'],
  ['coolerBag', '보냉박스|유료 보냉백|Insulated cooler bag|Add cooler bag|クーラーバッグ'],
  ['depositor', '입금 예정자|예약금 입금자명|보내시는 분|Payment by|Name on bank account|お支払い名義'],
  ['allergy', '못드시는 재료|알레르기 식품|Dietary restrictions|アレルギー食材'],
  ['notes', '주문 요청|추가 요청사항|Special requests|ご要望'],
  ['design', '토퍼 문구|디자인 요청사항'],
])('IN-4 these labels ask for %s: %s', (field, labels) => {
  for (const label of labels.split('|')) expect([label, readLabel(label, true, [])]).toEqual([label, [field]]);
});

test.each(['Cake for', 'Amy', '친구 이름', '행사일', '카드 문구'])(
  'IN-4 "%s" is no label that the reader knows',
  (label) => {
    expect(readLabel(label, false, [])).toEqual([]);
  },
);

const FORM: readonly (readonly [string, string])[] = [
  ['성함', '김나비'],
  ['연락처', '010-0000-7001'],
  ['픽업날짜', '10월 24일'],
  ['픽업시간', '오후 3시'],
  ['사이즈', '1호'],
  ['맛', '초코'],
  ['문구', '사랑해 우리딸'],
];
const CIRCLED = '①②③④⑤⑥⑦';
const BLACK = '❶❷❸❹❺❻❼';
const ROWS: Readonly<Record<string, (label: string, value: string, i: number) => string>> = {
  'a colon': (label, value) => `${label}: ${value}`,
  '=>': (label, value) => `${label} => ${value}`,
  '≫': (label, value) => `${label} ≫ ${value}`,
  '☞': (label, value) => `${label} ☞ ${value}`,
  '::': (label, value) => `${label}:: ${value}`,
  'a heart': (label, value) => `${label} ♥ ${value}`,
  'an emoji': (label, value) => `${label} 🎂 ${value}`,
  'stars around it': (label, value) => `**${label}:** ${value}`,
  'angle brackets': (label, value) => `<${label}> ${value}`,
  '《》': (label, value) => `《${label}》${value}`,
  '「」': (label, value) => `「${label}」${value}`,
  'round brackets': (label, value) => `(${label}) ${value}`,
  'a table': (label, value) => `| ${label} | ${value} |`,
  'values in brackets': (label, value) => `${label} ( ${value} )`,
  'values in square brackets': (label, value) => `${label}: [${value}]`,
  'black numbers': (label, value, i) => `${BLACK.charAt(i)} ${label}: ${value}`,
  'circled numbers': (label, value, i) => `${CIRCLED.charAt(i)}${label} ${value}`,
  '1번': (label, value, i) => `${i + 1}번 ${label}: ${value}`,
  '#1': (label, value, i) => `#${i + 1} ${label}: ${value}`,
  letters: (label, value, i) => `${'ABCDEFG'.charAt(i)}) ${label}: ${value}`,
  'an arrow below': (label, value) => `${label}\n→ ${value}`,
  'a corner below': (label, value) => `${label}\n└ ${value}`,
  'a colon below': (label, value) => `${label}\n: ${value}`,
};

test.each(Object.keys(ROWS))('IN-4 a form with %s between label and value is read', (name) => {
  const { expected, flags } = read(FORM.map(([label, value], i) => ROWS[name]?.(label, value, i)).join('\n'));
  expect(flags).toEqual([]);
  expect(expected).toMatchObject({
    customer_name: '김나비',
    phone_e164: '+821000007001',
    pickup_date: '2026-10-24',
    pickup_time: '15:00',
    items: [{ name: null, size: '1호', flavor: '초코', lettering: '사랑해 우리딸', quantity: 1 }],
  });
});

test('IN-4 a label glued to its value is cut off, a word that only begins like one is not', () => {
  const { expected } = read('이름김나비\n연락처01000007001\n픽업10월24일 3시\n사이즈1호\n크림치즈\n초2개');
  expect(expected).toMatchObject({ customer_name: '김나비', phone_e164: '+821000007001', candles: '2개' });
  expect(expected.items[0]).toMatchObject({ size: '1호', flavor: '크림치즈' });
});

test('IN-4 what looks like labels inside lettering is lettering where the form has lines for them', () => {
  const { expected } = read('이름: 옥서진\n사이즈: 1호\n레터링: 이름: 서진 / 직업: 백수 / 소원: 취업\n초: 2');
  expect(expected.customer_name).toBe('옥서진');
  expect(expected.items[0]?.lettering).toBe('이름: 서진 / 직업: 백수 / 소원: 취업');
});

test('IN-18 read-orders ends quietly when nobody reads its lines any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pickup-note-orders-'));
  try {
    const line = (id: number) =>
      JSON.stringify({
        id: `t-${id}`,
        reference_now: '2026-10-12T10:20:00+09:00',
        timezone: 'Asia/Seoul',
        shop_hours: { open: '11:00', close: '20:00', closed: [] },
        text: '성함: 도담\n연락처: 010-0000-9001\n픽업: 10/24 3시\n사이즈: 1호',
      });
    const file = join(folder, 'orders.jsonl');
    writeFileSync(file, Array.from({ length: 2000 }, (_, i) => line(i)).join('\n'));
    const child = spawn(process.execPath, ['scripts/read-orders.mjs', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, said]).toEqual([0, '']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
