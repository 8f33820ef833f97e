// The sentence of each doubt, and the form's question behind it.
import { describe, expect, test } from 'vitest';
import { FLAGS } from '../../src/intake/message-reading.ts';
import { questionText, questionTexts } from '../../src/ui/new-order/question.texts.ts';
import { doubtText, doubtTexts } from '../../src/ui/today/doubt.texts.ts';

const CODES = [...FLAGS, 'unsure', 'price_named', 'allergy_again'];

describe.each(['ko', 'en', 'ja'] as const)('in %s', (language) => {
  const texts = doubtTexts[language];

  test.each(CODES)('TD-13 %s is said in words of its own, which the form repeats to the letter', (code) => {
    const sentence = doubtText(code, texts);
    expect(sentence).not.toBe(texts.other);
    expect(questionText({ code, raw: '내일쯤', sentence }, questionTexts[language])).toContain(`${sentence}`);
  });

  test('TD-13 a code of a newer version is something to check, and no code is shown', () => {
    expect(doubtText('moon_phase', texts)).toBe(texts.other);
    expect(doubtText('constructor', texts)).toBe(texts.other);
    expect(questionText({ code: 'moon_phase', raw: '', sentence: texts.other }, questionTexts[language])).toMatch(
      /^[^a-z_]*$|^There is something to check\.$/,
    );
  });
});

test('TD-13 the form asks behind the customer’s words', () => {
  const ask = (language: 'ko' | 'en' | 'ja') =>
    questionText(
      {
        code: 'date_weekday_mismatch',
        raw: '15일 금',
        sentence: doubtText('date_weekday_mismatch', doubtTexts[language]),
      },
      questionTexts[language],
    );
  expect(ask('ko')).toBe('‘15일 금’ 날짜와 요일이 서로 다릅니다. 어느 날인가요?');
  expect(ask('en')).toBe('“15일 금” Date and weekday do not match. Which day is it?');
  expect(ask('ja')).toBe('「15일 금」日付と曜日が合いません。どの日ですか？');
});
