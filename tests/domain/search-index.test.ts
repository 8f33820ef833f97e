// Finding orders: what finds what, in which order, and that nothing of a replaced order stays behind.
import { disassemble, getChoseong } from 'es-hangul';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { ItemRow, OrderRow } from '../../src/domain/order-row.ts';
import { createSearchIndex, type SearchIndex } from '../../src/domain/search-index.ts';
import { comparableText, foundRanges, readQuestion } from '../../src/domain/search-text.ts';
import { localDate } from '../../src/domain/time.ts';

const TODAY = localDate('2022-10-15');

interface RowWords {
  readonly eid?: string;
  readonly day?: string;
  readonly sort?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly payer?: string;
  readonly collector?: string;
  readonly memo?: string;
  readonly number?: string;
  readonly lettering?: string;
  readonly board?: string;
  readonly total?: number;
  readonly paid?: number;
  readonly deposit?: number;
  readonly isDeleted?: boolean;
}

let made = 0;
function makeRow(words: RowWords): OrderRow {
  const eid = (words.eid ?? (++made).toString(16).padStart(32, '0')) as Eid;
  const item: ItemRow = {
    eid: `${eid}/i1` as Eid,
    product: null,
    size: '1호',
    sheet: null,
    cream: null,
    shape: null,
    lettering: words.lettering ?? '',
    boardLettering: words.board ?? '',
    allergy: '',
    candles: null,
    quantity: 1,
    made: false,
    photo: null,
    photoRole: null,
  };
  const phone = words.phone ?? '';
  return {
    eid,
    number: words.number ?? '',
    day: words.day === undefined ? TODAY : words.day === '' ? '' : localDate(words.day),
    sort: words.sort ?? '12:00',
    start: null,
    end: null,
    precision: 'exact',
    status: 'confirmed',
    name: words.name ?? '',
    phone,
    e164: /^010\d{8}$/.test(phone.replace(/\D/g, '')) ? `+82${phone.replace(/\D/g, '').slice(1)}` : null,
    tail: null,
    payer: words.payer ?? '',
    collector: words.collector ?? '',
    customer: null,
    channel: null,
    method: 'pickup',
    items: [item],
    packaging: {},
    totalMinor: words.total ?? null,
    paidMinor: words.paid ?? 0,
    balanceMinor: null,
    depositMinor: words.deposit ?? null,
    depositDue: null,
    currency: 'KRW',
    memo: words.memo ?? '',
    lacking: [],
    doubts: [],
    conflicts: 0,
    photos: 0,
    createdAt: 0,
    flags: words.isDeleted === true ? ['deleted'] : [],
  };
}

function indexOf(rows: readonly OrderRow[]): SearchIndex {
  const index = createSearchIndex();
  for (const row of rows) index.put(row);
  return index;
}
const ask = (index: SearchIndex, question: string, limit = 50) => index.find(readQuestion(question), TODAY, limit);

const ORDER = makeRow({
  name: '김민지',
  phone: '010-0000-5678',
  payer: '최순자',
  collector: '박하윤',
  memo: '초는 따로 KAKAO',
  number: 'A-142',
  lettering: '엄마 환갑 축하드려요\n사랑하는 가족 일동',
  board: 'Happy ﾊﾞｰｽﾃﾞｰ さくら ㅋㅋ 값진 날',
  total: 62_000,
  paid: 34_000,
  deposit: 10_000,
});

describe('SE what finds an order', () => {
  test.each([
    ['김민지', 'name'],
    ['민지', 'name'],
    ['ㄱㅁㅈ', 'name'],
    ['김ㅁㅈ', 'name'],
    ['김ㅁ', 'name'],
    ['김미', 'name'],
    ['김믽', 'name'],
    ['ㅁㅈ', 'name'],
    ['5678', 'phone'],
    ['01000005678', 'phone'],
    ['010-0000-5678', 'phone'],
    ['010 0000 5678', 'phone'],
    ['+82 10-0000-5678', 'phone'],
    ['0000-56', 'phone'],
    ['최순자', 'payer'],
    ['최순자 28000', 'payer'],
    ['최순자 28,000', 'payer'],
    ['최순자 28,000원', 'payer'],
    ['62,000', 'amount'],
    ['₩62,000', 'amount'],
    ['6만2천원', 'amount'],
    ['1만', 'amount'],
    ['34000', 'amount'],
    ['박하윤', 'collector'],
    ['kakao', 'memo'],
    ['Ｋａｋａｏ', 'memo'],
    ['A-142', 'number'],
    ['a142', 'number'],
    ['142', 'number'],
    ['환갑축하', 'lettering'],
    ['환갑 축하', 'lettering'],
    ['사랑 엄마', 'lettering'],
    ['ㅎㄱ ㅊㅎ', 'lettering'],
    ['happy', 'lettering'],
    ['バースデー', 'lettering'],
    ['ﾊﾞｰｽ', 'lettering'],
    ['サクラ', 'lettering'],
    ['ㅋㅋ', 'lettering'],
    ['ㄱㅈ', 'lettering'],
  ])('SE-1 %s finds it by its %s', (question, field) => {
    const index = indexOf([ORDER, makeRow({ name: '없는분', phone: '010-1111-1111' })]);
    const { hits, total } = ask(index, question);
    expect([total, hits[0]?.eid]).toEqual([1, ORDER.eid]);
    expect(hits[0]?.field).toBe(field);
  });

  test.each([
    '김지민',
    '민지김',
    'ㅈㅁ',
    '5679',
    '28001',
    '최순자 62001',
    '가나다',
    'happier',
    '갑지',
    '김민지 0371',
    '  ',
  ])('SE-1 %s does not', (question) => {
    expect(ask(indexOf([ORDER]), question).total).toBe(0);
  });

  test('SE-2 words of one field do not run into the next', () => {
    expect(ask(indexOf([makeRow({ name: '김민', lettering: '지금' })]), '민지').total).toBe(0);
  });
});

describe('SE in which order', () => {
  test('SE-3 the exact tail comes before one inside, then the nearest day, coming before past', () => {
    const rows = [
      makeRow({ phone: '010-5678-0001', day: '2022-10-15' }),
      makeRow({ phone: '010-0000-5678', day: '2020-01-01' }),
      makeRow({ phone: '010-1111-5678', day: '2022-10-14' }),
      makeRow({ phone: '010-2222-5678', day: '2022-10-16' }),
      makeRow({ phone: '010-3333-5678', day: '2022-10-15', isDeleted: true }),
    ];
    const found = ask(indexOf(rows), '5678').hits.map(({ eid }) => rows.findIndex((row) => row.eid === eid));
    expect(found).toEqual([3, 2, 1, 0, 4]);
  });

  test('SE-3 the whole name comes before a longer one', () => {
    const rows = [makeRow({ name: '이서준영' }), makeRow({ name: '이서준', day: '2019-05-01' })];
    expect(ask(indexOf(rows), '이서준').hits[0]?.eid).toBe(rows[1]?.eid);
  });

  test('SE-3 a name that begins so comes before another field, an exact payer before a word inside', () => {
    const rows = [
      makeRow({ name: '가나', memo: '김민', day: '2022-10-15' }),
      makeRow({ name: '가나', payer: '김민', day: '2022-10-15' }),
      makeRow({ name: '김민지', day: '2019-05-01' }),
      makeRow({ name: '김민', day: '2018-05-01' }),
    ];
    const found = ask(indexOf(rows), '김민').hits.map(({ eid }) => rows.findIndex((row) => row.eid === eid));
    expect(found).toEqual([3, 2, 1, 0]);
  });

  test('SE-8 a first screen of names is what the whole answer begins with, also among equal days and times', () => {
    const rows = Array.from({ length: 2_500 }, (_, at) =>
      makeRow({
        name: ['김민지', '김민', '박김민', '이서'][at % 4] ?? '',
        payer: at % 7 === 0 ? '김민' : '',
        day: `2022-10-${String(1 + (at % 5)).padStart(2, '0')}`,
        isDeleted: at % 11 === 0,
      }),
    );
    const index = indexOf(rows);
    for (const question of ['김민', '김', 'ㄱ', '이서']) {
      const first = index.findFirst(readQuestion(question), TODAY, 14, 14);
      expect(first).toHaveLength(14);
      expect(first).toEqual(index.find(readQuestion(question), TODAY, 50).hits.slice(0, 14));
    }
    for (const question of ['민지', '김민 이서', '5678', '없음'])
      expect(index.findFirst(readQuestion(question), TODAY, 14, 14)).toBeNull();
  });

  test('SE-3 of many the best are given and all are counted', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      makeRow({ name: '이름', day: `20${String(10 + (index % 20)).padStart(2, '0')}-03-01` }),
    );
    const { hits, total } = ask(indexOf(rows), '이름', 50);
    expect(total).toBe(3_000);
    const days = hits.map(({ eid }) => rows.find((row) => row.eid === eid)?.day);
    expect(days).toEqual(Array(50).fill('2023-03-01'));
  });
});

/** The rule said plainly: each word occurs in a field, or in a packed number; no arrays, no segments. */
function naiveFinds(row: OrderRow, question: string): boolean {
  const fields = [
    row.name,
    row.payer,
    row.collector,
    row.memo,
    row.number,
    ...row.items.flatMap((item) => [item.lettering, item.boardLettering]),
  ].map(comparableText);
  const phone = row.phone.replace(/\D/g, '');
  return question
    .trim()
    .split(/\s+/)
    .map(comparableText)
    .every((word) => {
      if (word === '') return true;
      if (/^\d+$/.test(word) && phone.includes(word)) return true;
      if (
        /^\d+$/.test(word) &&
        [
          row.totalMinor,
          row.depositMinor,
          row.paidMinor || null,
          (row.totalMinor ?? Number.NaN) - row.paidMinor,
        ].includes(Number(word))
      )
        return true;
      return fields.some((field) => [...field].some((_, at) => naiveMatchAt([...field].slice(at), [...word])));
    });
}
function naiveMatchAt(field: readonly string[], word: readonly string[]): boolean {
  if (field.length < word.length) return false;
  return word.every((typed, at) => {
    const there = field[at] ?? '';
    if (typed === there) return true;
    if (/[ㄱ-ㅎ]/.test(typed)) return /[가-힣]/.test(there) && getChoseong(there) === typed;
    if (at < word.length - 1 || !/[가-힣]/.test(typed) || !/[가-힣]/.test(there)) return false;
    const next = field[at + 1] ?? '';
    return disassemble(/[가-힣ㄱ-ㅎ]/.test(next) ? there + next : there).startsWith(disassemble(typed));
  });
}

const syllable = fc.constantFrom(...'가각간갉값감김밍민믽지자진준과고괘궁구깎까바밖');
const letter = fc.oneof({ weight: 5, arbitrary: syllable }, fc.constantFrom(...'ㄱㅁㅈㅋㅠabZ12 さサ!'));
const words = fc.string({ unit: letter, maxLength: 5 });
const rowWords = fc.record({
  name: words,
  payer: words,
  memo: words,
  lettering: words,
  board: words,
  phone: fc.constantFrom('', '01012121212', '01011112222'),
  total: fc.constantFrom(12, 21, 12_000),
});

describe('SE laws', () => {
  test('SE-4 finds what a plain scan finds, whatever was put, replaced and removed', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.option(rowWords, { freq: 6 })), { maxLength: 60 }),
        fc.oneof(
          words,
          fc.tuple(words, words).map((two) => two.join(' ')),
        ),
        (steps, question) => {
          const index = createSearchIndex();
          const book = new Map<string, OrderRow>();
          for (const [place, given] of steps) {
            const eid = place % 2 === 0 ? place.toString(16).padStart(32, 'e') : `odd-${place}`;
            if (given === null) {
              index.remove(eid);
              book.delete(eid);
            } else {
              const row = makeRow({ ...given, eid });
              index.put(row);
              book.set(eid, row);
            }
          }
          const wanted = [...book.values()].filter((row) => naiveFinds(row, question)).map((row) => row.eid);
          const tokens = readQuestion(question);
          const expected = tokens.length === 0 ? [] : wanted;
          for (const one of [index, createSearchIndex(structuredClone(index.takeChanges().changed))]) {
            const found = one.find(tokens, TODAY, 50);
            expect(found.hits.map(({ eid }) => eid).sort()).toEqual([...expected].sort());
            expect(found.total).toBe(expected.length);
            const first = one.findFirst(tokens, TODAY, 2, 50);
            if (first !== null) expect(first).toEqual(found.hits.slice(0, first.length));
            expect(one.size()).toBe(book.size);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  test('SE-5 nothing of a replaced or removed order stays in the segments', { timeout: 60_000 }, () => {
    const index = createSearchIndex();
    const rows = Array.from({ length: 2_500 }, (_, at) =>
      makeRow({ name: `비밀이름${at}`, phone: '01000001234', total: 77_777 }),
    );
    for (const row of rows) index.put(row);
    index.takeChanges();
    for (const [at, row] of rows.entries()) {
      if (at % 3 === 0) index.remove(row.eid);
      else index.put({ ...makeRow({ name: '', lettering: '', total: 1 }), eid: row.eid });
    }
    const { changed, gone } = index.takeChanges();
    expect(changed.length + gone.length).toBeGreaterThan(2);
    const secret = comparableText('비밀이름');
    for (const segment of changed) {
      expect(String.fromCharCode(...segment.text.slice(0, 60_000))).not.toContain(secret);
      expect(segment.amounts).not.toContain(77_777);
      const phone = [0x01, 0x00, 0x00, 0x01].join();
      expect([...segment.phones].join()).not.toContain(phone);
    }
    expect(ask(index, '비밀이름').total).toBe(0);
    expect(ask(index, '1234').total).toBe(0);
  });

  test('SE-6 orders that are edited again and again do not make it grow', { timeout: 60_000 }, () => {
    const index = createSearchIndex();
    const rows = Array.from({ length: 3_000 }, (_, at) => makeRow({ name: `손님${at}` }));
    for (const row of rows) index.put(row);
    const before = index.bytes();
    for (let round = 0; round < 12; round++)
      for (const row of rows) index.put({ ...row, memo: `메모 ${'가'.repeat(round)}` });
    expect(index.bytes()).toBeLessThan(before * 4);
    expect(ask(index, '손님17').total).toBe(11 + 100);
  });
});

describe('SE what is marked', () => {
  const marked = (shown: string, question: string) =>
    foundRanges(shown, readQuestion(question)).map(([from, to]) => shown.slice(from, to));
  test.each([
    ['김민지', 'ㅁㅈ', ['민지']],
    ['김민지', '김믽', ['김민지']],
    ['010-0000-5678', '00005678', ['0000-5678']],
    ['엄마 환갑 축하', '환갑축하', ['환갑 축하']],
    ['Happy BIRTHDAY', 'birth', ['BIRTH']],
    ['ﾊﾞｰｽﾃﾞｰ', 'ばー', ['ﾊﾞｰ']],
    ['🎂 생일 🎂', '생일', ['생일']],
    ['없음', '있음', []],
  ])('SE-7 in %s, %s marks %j', (shown, question, expected) => {
    expect(marked(shown, question)).toEqual(expected);
  });
});
