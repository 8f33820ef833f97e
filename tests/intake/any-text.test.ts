// Whatever is pasted, the reader answers: no text throws, none takes long, and every span lies in the text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageReading } from '../../src/intake/message-reading.ts';
import { FLAGS } from '../../src/intake/message-reading.ts';
import { readMessage } from '../../src/intake/read-message.ts';
import { makeContext } from './make-context.ts';

const context = makeContext();
const FRAGMENTS = [
  '성함',
  '연락처',
  '픽업',
  '사이즈',
  '문구',
  '초',
  ':',
  '：',
  '/',
  '\n',
  '\n\n',
  ' ',
  '1호',
  '초코',
  '010-0000-9001',
  '내일',
  '3시',
  '~',
  '10/24',
  '(',
  ')',
  '"',
  '。',
  '️',
  '👩‍👩‍👧',
  '\uD800',
  '\uDC00',
  '은',
  '는',
  '로 해주세요',
  'Name',
  'pickup',
  'at 3pm',
  '受取日',
  '明日',
  '0',
  '1',
  '2',
  '[상점] ',
  '님이 보냄',
  '프로필 사진',
  '오후06:30',
  '\t',
  '①',
  '1.',
  'ㅇ',
  'ᄒ',
  'ᅡ',
  'ᆫ',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 80 }).map((parts) => parts.join('')),
);

interface HasSpans {
  readonly raw: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Every value of the draft, however deep. */
function foundIn(value: unknown): HasSpans[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('spans' in value && 'raw' in value) return [value as HasSpans]; // both keys are there
  return Object.values(value).flatMap(foundIn);
}

test('IN-17 any text is read without throwing, its flags are known and its spans lie inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading: MessageReading = readMessage(text, context);
      for (const flag of reading.flags) expect(FLAGS).toContain(flag);
      for (const { raw, spans } of foundIn(reading.draft)) {
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
        const [first] = spans;
        const last = spans.at(-1);
        if (first !== undefined && last !== undefined && spans.length === 1)
          expect(text.slice(first.start, last.end)).toBe(raw);
      }
      for (const span of reading.leftover) expect(text.slice(span.start, span.end).trim()).not.toBe('');
    }),
    { numRuns: 1500 },
  );
}, 60_000);

test('IN-17 a paste of 10,000 lines is answered at once as too long, with nothing read', () => {
  const text = Array.from({ length: 10_000 }, (_, i) => `성함: 도담${i} / 연락처: 010-0000-9001`).join('\n');
  const started = performance.now();
  const reading = readMessage(text, context);
  expect(performance.now() - started).toBeLessThan(500);
  expect(reading.refusal).toBe('too-long');
  expect(reading.kind).toBe('not-an-order');
  expect(reading.leftover).toEqual([{ start: 0, end: text.length }]);
});

test.each([
  ['one letter', 'ㅋ'],
  ['digits', '0'],
  ['digits with blanks', '0 '],
  ['brackets', '('],
  ['colons', 'a:'],
  ['dashes', '-'],
  ['a size', '1호 '],
  ['tastes', '초코 '],
  ['hours', '3시 '],
  ['syllables', '가나 '],
  ['cakes', '가나 케이크 '],
  ['labels', '픽업 희망 날짜 및 '],
  ['English words', 'Ab '],
  ['quotes', '"a'],
  ['lines of labels', '성함: 도담\n'],
  ['Japanese', '受取日は'],
  ['hearts', '♥'],
  ['emoji', '🎂'],
  ['underscores', '_'],
  ['sizes in a list', '1호,'],
])(
  'IN-17 the longest text that is read takes no more than three seconds when it is all %s',
  (_name, unit) => {
    const line = unit.repeat(Math.floor(2900 / unit.length)).slice(0, 2900);
    const text = Array.from({ length: 5 }, () => line)
      .join('\n')
      .split('\n')
      .slice(0, 490)
      .join('\n');
    const started = performance.now();
    expect(readMessage(text, context).refusal).toBeNull();
    expect(performance.now() - started).toBeLessThan(3000);
  },
  60_000,
);
