// Texts to customers: what the shop wrote, with the order's words in it, in grammatical Korean.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultTexts } from '../../src/domain/default-texts.ts';
import { TEXT_KEYS } from '../../src/domain/shop.ts';
import { fillTemplate, TEMPLATE_KEYS, type TemplateValues } from '../../src/domain/text-template.ts';

const values: TemplateValues = {
  name: '김민지',
  date: '10월 15일 토요일',
  time: '오후 1시 30분',
  items: '2호 · 당근 시트 · 크림치즈',
  lettering: '엄마 환갑 축하드려요\n사랑하는 가족 일동',
  total: '62,000원',
  deposit: '30,000원',
  balance: '32,000원',
  account: '하나은행 000-000000-00000 달콤공방',
  due: '10월 12일 오후 6시',
  shop: '달콤공방',
};

describe('particles', () => {
  const rows: readonly [word: string, marker: string, expected: string][] = [
    ['30,000원', '을/를', '30,000원을'],
    ['보냉백', '이/가', '보냉백이'],
    ['케이크', '이/가', '케이크가'],
    ['2호', '은/는', '2호는'],
    ['서울', '으로/로', '서울로'],
    ['매장', '으로/로', '매장으로'],
    ['가게', '으로/로', '가게로'],
    ['김민지', '과/와', '김민지와'],
    ['박하윤', '아/야', '박하윤아'],
    ['달콤공방', '이에요/예요', '달콤공방이에요'],
    ['케이크 (1호)', '을/를', '케이크 (1호)를'],
    ['A-142', '을/를', 'A-142를'],
    ['A-143', '을/를', 'A-143을'],
    ['A-141', '으로/로', 'A-141로'],
    ['Emma', '이/가', 'Emma가'],
    ['Tom', '이/가', 'Tom이'],
    ['Jack', '이/가', 'Jack이(가)'],
    ['さくら', '을/를', 'さくら을(를)'],
    ['🎂', '으로/로', '🎂(으)로'],
  ];
  test.each(rows)('TX-1 after %s, (%s) becomes %s', (word, marker, expected) => {
    expect(fillTemplate(`{name}(${marker})`, { name: word }, 'ko').text).toBe(expected);
  });

  test('TX-1 in other languages the marker is left out', () => {
    expect(fillTemplate('{name}(이/가)', { name: 'Emma' }, 'en').text).toBe('Emma');
  });

  test('TX-1 decomposed Hangul (as some phones write it) is read like any other', () => {
    expect(fillTemplate('{name}(을/를)', { name: '보냉백'.normalize('NFD') }, 'ko').text.normalize('NFC')).toBe(
      '보냉백을',
    );
  });
});

describe('filling', () => {
  test('TX-2 a line whose placeholders are all missing is left out, and what is missing is told', () => {
    const filled = fillTemplate(
      '{name}님\n문구: {lettering}\n남은 금액: {balance}\n{shop}',
      { name: '김민지', shop: '달콤공방' },
      'ko',
    );
    expect(filled).toEqual({ text: '김민지님\n달콤공방', missing: ['lettering', 'balance'] });
  });

  test('TX-3 a customer who writes braces gets braces', () => {
    expect(fillTemplate('{name} / {lettering}', { name: '{shop}', lettering: '{name}' }, 'ko').text).toBe(
      '{shop} / {name}',
    );
  });

  test("TX-3 unknown braces are the shop's own words", () => {
    expect(fillTemplate('{wifi}', {}, 'ko')).toEqual({ text: '{wifi}', missing: [] });
  });

  test('TX-3 a value stands in the text to the letter, blank lines and spaces included', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(fillTemplate('<{lettering}>\n\n\n{shop}', { lettering: text, shop: '달콤공방' }, 'ko').text).toBe(
          `<${text}>\n\n달콤공방`,
        );
      }),
    );
  });
});

describe('the default texts', () => {
  const texts = defaultTexts();
  test('TX-4 there is one for every occasion and language, each with a name of its own', () => {
    expect(texts.map((text) => `${text.fields.key} ${text.fields.language}`).sort()).toEqual(
      TEXT_KEYS.flatMap((key) => ['ko', 'en', 'ja'].map((language) => `${key} ${language}`)).sort(),
    );
    expect(new Set(texts.map((text) => text.eid)).size).toBe(texts.length);
  });

  test.each(texts.map((text) => [text.fields.key, text.fields.language, text.fields.body] as const))(
    'TX-4 %s in %s leaves no brace, no marker and no empty line at its ends',
    (_key, language, body) => {
      const { text, missing } = fillTemplate(body, values, language);
      expect(missing).toEqual([]);
      expect(text).not.toMatch(/[{}]|\([가-힣]+\/[가-힣]+\)/);
      expect(text).toContain('김민지');
      expect(text.trim()).toBe(text);
    },
  );

  test('TX-4 they use no placeholder that is not known', () => {
    const used = texts.flatMap((text) => [...text.fields.body.matchAll(/\{([a-z]+)\}/g)].map((match) => match[1]));
    expect(
      [...new Set(used)].filter((key) => !(TEMPLATE_KEYS as readonly (string | undefined)[]).includes(key)),
    ).toEqual([]);
  });
});
