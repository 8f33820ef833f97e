// The wait after wrong PINs (docs/rules.md LK) and the hint about passphrases.
import { expect, test } from 'vitest';
import { waitAfterWrongPin } from '../../src/ui/lock/app-lock.ts';
import { passphraseStrength } from '../../src/ui/settings/passphrase.ts';

test('LK-3 three wrong PINs are free, then the wait grows and stays at a quarter of an hour', () => {
  const seconds = Array.from({ length: 12 }, (_, index) => waitAfterWrongPin(index + 1) / 1000);
  expect(seconds).toEqual([0, 0, 0, 5, 15, 30, 60, 300, 900, 900, 900, 900]);
});

test.each([
  ['', 'weak'],
  ['1234', 'weak'],
  ['12345678', 'weak'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['password', 'weak'],
  ['qwertyuiopasdf', 'weak'],
  ['tulip-river7', 'fair'],
  ['tulip river copper window', 'strong'],
  ['파란 기차 호두 우산', 'strong'],
] as const)('%j is %s', (text, strength) => {
  expect(passphraseStrength(text)).toBe(strength);
});
