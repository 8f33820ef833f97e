// Amounts as people type them (docs/rules.md TD-9).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount, writeAmount } from '../../src/domain/amount-input.ts';

test.each<[string, number | null]>([
  ['32000', 32_000],
  ['32,000', 32_000],
  ['₩32,000', 32_000],
  ['32,000원', 32_000],
  ['３２，０００', 32_000],
  ['3만2천', 32_000],
  ['3만', 30_000],
  ['3.5만', 35_000],
  ['5천', 5000],
  ['3만500', 30_500],
  [' 32 000 ', 32_000],
  ['', null],
  ['원', null],
  ['-500', null],
  ['32.5', null],
  ['12천만', null],
  ['3만20000', null],
  ['삼만원', null],
  ['3만2천원쯤', null],
  ['99999999999999999999', null],
])('TD-9 %j is %s won', (text, minor) => {
  expect(readAmount(text, 'KRW')).toBe(minor);
});

test('TD-9 dollars have cents', () => {
  expect(readAmount('$45.50', 'USD')).toBe(4550);
  expect(readAmount('45', 'USD')).toBe(4500);
  expect(readAmount('45.505', 'USD')).toBeNull();
});

test('TD-9 what is written is read again as the same amount', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.constantFrom('KRW', 'JPY', 'USD', 'TWD'), (minor, currency) => {
      expect(readAmount(writeAmount(minor, currency), currency)).toBe(minor);
    }),
  );
});
