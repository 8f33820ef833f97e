// The table of dates and times that customers write (reference: section 3 of the intake formats), row by row.
import { expect, test } from 'vitest';
import { readSample } from '../../src/intake/read-sample.ts';

const SHOP = {
  id: 'row',
  reference_now: '2026-10-12T10:20:00+09:00',
  timezone: 'Asia/Seoul',
  shop_hours: { open: '11:00', close: '20:00', closed: [] },
} as const;

import { flattenReading } from '../../src/intake/flat-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import type { Told } from './make-context.ts';
import { makeContext } from './make-context.ts';

interface Row extends Told {
  readonly row: number;
  /** Behind "픽업:", unless `field` or `prose` says otherwise. */
  readonly written: string;
  readonly field?: 'date' | 'time' | 'prose';
  readonly date?: string | null;
  readonly time?: string | null;
  readonly end?: string | null;
  readonly flags?: readonly string[];
}

const sunday = { now: '2026-10-18T10:20:00+09:00' };
const ROWS: readonly Row[] = [
  { row: 1, written: '10월 17일(토) 오후 3시', date: '2026-10-17', time: '15:00' },
  { row: 2, written: '10/17 3시반', date: '2026-10-17', time: '15:30' },
  { row: 3, written: '15일 목욜 2시~3시', date: '2026-10-15', time: '14:00', end: '15:00' },
  { row: 4, written: '내일 저녁 7시', date: '2026-10-13', time: '19:00' },
  { row: 5, written: '이번주 토요일 12시', date: '2026-10-17', time: '12:00' },
  { row: 6, written: '다음주 금 17:00', date: '2026-10-23', time: '17:00' },
  { row: 7, written: '26.10.22 15시', date: '2026-10-22', time: '15:00' },
  { row: 8, written: '10.17 토 오전11시 30분', date: '2026-10-17', time: '11:30' },
  { row: 9, written: '크리스마스 이브 6시', date: '2026-12-24', time: '18:00' },
  { row: 10, written: '낮 12시', field: 'time', time: '12:00' },
  { row: 11, written: '담주 토욜', field: 'date', date: '2026-10-24' },
  { row: 12, written: '모레', field: 'date', date: '2026-10-14' },
  { row: 12, written: '낼모레', field: 'date', date: '2026-10-14' },
  { row: 13, written: '글피', field: 'date', date: '2026-10-15' },
  { row: 14, written: '사흘 뒤', field: 'date', date: '2026-10-15' },
  { row: 14, written: '3일 뒤', field: 'date', date: '2026-10-15' },
  { row: 15, written: '일주일 뒤', field: 'date', date: '2026-10-19' },
  { row: 16, written: '보름 후', field: 'date', date: '2026-10-27' },
  { row: 17, written: '이번달 말일', field: 'date', date: '2026-10-31' },
  { row: 18, written: '다음달 3일', field: 'date', date: '2026-11-03' },
  { row: 19, written: '5일', field: 'date', date: '2026-11-05' },
  { row: 20, written: '17일 (금)', field: 'date', date: '2026-10-17', flags: ['date_weekday_mismatch'] },
  { row: 21, written: '10월 17일(일)', field: 'date', date: '2026-10-17', flags: ['date_weekday_mismatch'] },
  { row: 22, written: '10월 마지막주 토요일', field: 'date', date: '2026-10-31' },
  { row: 23, written: '돌아오는 금요일', field: 'date', date: '2026-10-16' },
  { row: 23, written: '오는 금요일', field: 'date', date: '2026-10-16' },
  { row: 24, written: '토요일', field: 'date', date: '2026-10-17' },
  { row: 25, written: '다다음주 토요일', field: 'date', date: '2026-10-31' },
  { row: 26, written: '금주 수요일', field: 'date', date: '2026-10-14' },
  { row: 26, written: '차주 수요일', field: 'date', date: '2026-10-21' },
  { row: 27, written: '빼빼로데이', field: 'date', date: '2026-11-11' },
  { row: 28, written: '어린이날', field: 'date', date: '2027-05-05', now: '2027-04-20T10:20:00+09:00' },
  { row: 28, written: '어버이날', field: 'date', date: '2027-05-08', now: '2027-04-20T10:20:00+09:00' },
  { row: 29, written: '발렌타인데이', field: 'date', date: '2027-02-14' },
  { row: 29, written: '화이트데이', field: 'date', date: '2027-03-14' },
  { row: 30, written: '할로윈', field: 'date', date: '2026-10-31' },
  { row: 30, written: '성탄절', field: 'date', date: '2026-12-25' },
  { row: 30, written: '새해 첫날', field: 'date', date: '2027-01-01' },
  { row: 31, written: '설날', field: 'date', date: '2027-02-07', flags: ['date_vague'] },
  { row: 31, written: '수능', field: 'date', date: '2026-11-19', flags: ['date_vague'] },
  { row: 32, written: '오후1시30분', field: 'time', time: '13:30' },
  { row: 32, written: '1시 30', field: 'time', time: '13:30' },
  { row: 32, written: '13시30분', field: 'time', time: '13:30' },
  { row: 32, written: '1:30PM', field: 'time', time: '13:30' },
  { row: 32, written: 'PM 1:30', field: 'time', time: '13:30' },
  { row: 33, written: '세시 반', field: 'time', time: '15:30' },
  { row: 33, written: '열두시 반', field: 'time', time: '12:30' },
  { row: 33, written: '여섯시 십분', field: 'time', time: '18:10' },
  { row: 34, written: '퇴근하고 7시 전후', field: 'time', time: '19:00', flags: ['time_approx'] },
  { row: 35, written: '오픈시간에', field: 'time', time: '11:00' },
  { row: 36, written: '마감 전까지', field: 'time', time: null, end: '20:00', flags: ['time_before'] },
  { row: 37, written: '3시 이후', field: 'time', time: '15:00', flags: ['time_open_ended'] },
  { row: 37, written: '3시부터', field: 'time', time: '15:00', flags: ['time_open_ended'] },
  { row: 38, written: '3시 이전', field: 'time', time: null, end: '15:00', flags: ['time_before'] },
  { row: 38, written: '3시까지', field: 'time', time: null, end: '15:00', flags: ['time_before'] },
  { row: 39, written: '2~3시', field: 'time', time: '14:00', end: '15:00' },
  { row: 39, written: '2-3시', field: 'time', time: '14:00', end: '15:00' },
  { row: 39, written: '2시에서 3시 사이', field: 'time', time: '14:00', end: '15:00' },
  { row: 40, written: '11~1시', field: 'time', time: '11:00', end: '13:00' },
  { row: 41, written: '2시반~3시반', field: 'time', time: '14:30', end: '15:30' },
  { row: 42, written: '15시 ±10분', field: 'time', time: '15:00', flags: ['time_approx'] },
  { row: 43, written: '10시', field: 'time', time: null, flags: ['time_outside_hours'] },
  { row: 44, written: '오전 10시', field: 'time', time: '10:00', flags: ['time_outside_hours'] },
  { row: 45, written: '8시', field: 'time', time: '20:00' },
  { row: 46, written: '9시', field: 'time', time: null, flags: ['time_ambiguous'], open: '08:00', close: '22:00' },
  { row: 47, written: '오전 12시', field: 'time', time: null, flags: ['time_ambiguous'] },
  { row: 47, written: '밤 12시', field: 'time', time: null, flags: ['time_ambiguous'] },
  { row: 48, written: '오후 12시', field: 'time', time: '12:00' },
  { row: 48, written: '정오', field: 'time', time: '12:00' },
  { row: 49, written: '점심때', field: 'time', time: null, flags: ['time_vague'] },
  { row: 49, written: '오후', field: 'time', time: null, flags: ['time_vague'] },
  { row: 49, written: '저녁쯤', field: 'time', time: null, flags: ['time_vague'] },
  { row: 50, written: '2시간 뒤', date: '2026-10-12', time: '12:20' },
  { row: 51, written: '지금 바로 갈게요', date: '2026-10-12', time: null, flags: ['time_vague'] },
  { row: 52, written: '10/24 or 25일', field: 'date', date: null, flags: ['date_alternatives'] },
  { row: 53, written: '10/24~25 중', field: 'date', date: null, flags: ['date_alternatives'] },
  { row: 54, written: '11월 초', field: 'date', date: null, flags: ['date_vague'] },
  { row: 54, written: '12월쯤', field: 'date', date: null, flags: ['date_vague'] },
  {
    row: 55,
    written: '2월 29일',
    field: 'date',
    date: null,
    flags: ['date_invalid'],
    now: '2027-02-10T13:00:00+09:00',
  },
  { row: 56, written: '9월 31일', field: 'date', date: null, flags: ['date_invalid'] },
  { row: 56, written: '13/45', field: 'date', date: null, flags: ['date_invalid'] },
  { row: 57, written: '10/5', field: 'date', date: '2026-10-05', flags: ['date_in_past'] },
  { row: 58, written: '1/5', field: 'date', date: '2027-01-05', now: '2026-12-18T10:20:00+09:00' },
  { row: 59, written: '25.12.24', field: 'date', date: '2025-12-24', flags: ['date_in_past'] },
  { row: 60, written: '생일 10/24, 픽업은 전날', field: 'prose', date: '2026-10-23' },
  {
    row: 61,
    written: '내일',
    field: 'date',
    date: '2026-10-13',
    flags: ['relative_date_after_midnight'],
    now: '2026-10-12T00:40:00+09:00',
  },
  { row: 62, written: '다음주 수', field: 'date', date: '2026-10-21', ...sunday },
  { row: 63, written: '이번주 토', field: 'date', date: '2026-10-17', flags: ['date_in_past'], ...sunday },
  { row: 64, written: '20261024', field: 'date', date: '2026-10-24' },
  { row: 64, written: '1024(토)', field: 'date', date: '2026-10-24' },
  { row: 65, written: '시월 이십사일 두시 반', date: '2026-10-24', time: '14:30' },
  { row: 66, written: '１０／２８ ４시', date: '2026-10-28', time: '16:00' },
  { row: 67, written: '오후 18시', field: 'time', time: '18:00' },
  { row: 68, written: '1430', field: 'time', time: '14:30' },
  { row: 68, written: '14.30', field: 'time', time: '14:30' },
];

function messageOf(row: Row): string {
  const when =
    row.field === 'date'
      ? `픽업날짜: ${row.written}\n픽업시간: 오후 2시`
      : row.field === 'time'
        ? `픽업날짜: 10월 17일\n픽업시간: ${row.written}`
        : row.field === 'prose'
          ? `${row.written}\n픽업시간: 오후 2시`
          : `픽업: ${row.written}`;
  return `성함: 도담\n연락처: 010-0000-9001\n${when}\n사이즈: 1호\n맛: 초코\n문구: 도담아 안녕`;
}

test.each(ROWS)('IN-7 IN-8 row $row: "$written"', (row) => {
  const text = messageOf(row);
  const { expected, flags } = flattenReading('row', text, readMessage(text, makeContext(row)));
  if (row.date !== undefined) expect(expected.pickup_date).toBe(row.date);
  if (row.time !== undefined) expect(expected.pickup_time).toBe(row.time);
  expect(expected.pickup_time_end).toBe(row.end ?? null);
  expect(flags).toEqual(row.flags ?? []);
});

test.each([
  ['픽업날짜', '10/24 일요일', '2026-10-24', ['date_weekday_mismatch']],
  ['픽업날짜', '10 24', '2026-10-24', []],
  ['픽업날짜', '24', '2026-10-24', []],
  ['픽업날짜', '토', '2026-10-17', []],
  ['픽업날짜', '내년 10월 24일', '2027-10-24', []],
  ['픽업날짜', '차차주 토요일', '2026-10-31', []],
  ['픽업날짜', '10/24 생일 전날', '2026-10-23', []],
  ['Pickup date', 'Saturday 24th', '2026-10-24', []],
  ['Pickup date', '24-Oct-2026', '2026-10-24', []],
  ['Pickup date', 'last Saturday of October', '2026-10-31', []],
  ['Pickup date', 'a week from Saturday', null, ['date_vague']],
  ['Pickup date', '24th or 25th', null, ['date_alternatives']],
  ['受取日', '10月第4土曜日', '2026-10-24', []],
  ['受取日', '十月二十四日', '2026-10-24', []],
  ['受取日', '一週間後', '2026-10-19', []],
])('IN-7 %s: %s is %s %s', (label, written, day, flags) => {
  const { expected, flags: said } = readSample({
    ...SHOP,
    text: `${label}: ${written}\nTel: 010-0000-9001\nSize: 1호`,
  });
  expect(expected.pickup_date).toBe(day);
  expect(said.filter((flag) => flag.startsWith('date_'))).toEqual(flags);
});

test.each([
  ['픽업시간', '3시~마감', '15:00', '20:00', []],
  ['픽업시간', '오픈 ~ 3시', '11:00', '15:00', []],
  ['픽업시간', '2시쯤 (늦으면 2시반)', '14:00', null, ['time_approx']],
  ['픽업시간', '상관없어요', null, null, ['time_vague']],
  ['Pickup time', '~3pm', '15:00', null, ['time_approx']],
  ['Pickup time', '3pm at the latest', null, '15:00', ['time_before']],
  ['Pickup time', '3.30pm', '15:30', null, []],
  ['受取時間', '15時前後', '15:00', null, ['time_approx']],
  ['受取時間', '午後三時', '15:00', null, []],
])('IN-8 %s: %s is %s to %s %s', (label, written, start, end, flags) => {
  const { expected, flags: said } = readSample({
    ...SHOP,
    text: `${label}: ${written}\nTel: 010-0000-9001\nSize: 1호`,
  });
  expect([expected.pickup_time, expected.pickup_time_end]).toEqual([start, end]);
  expect(said.filter((flag) => flag.startsWith('time_'))).toEqual(flags);
});
