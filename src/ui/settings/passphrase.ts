// How hard a passphrase is to guess, roughly, for a hint while it is typed. Pure.
// Law: a hint only; the owner decides. Long and varied counts, tricks with signs do not.

export type PassphraseStrength = 'weak' | 'fair' | 'strong';
export const SHORTEST_PASSPHRASE = 8;

const SEQUENCES = 'abcdefghijklmnopqrstuvwxyz 0123456789 qwertyuiop asdfghjkl zxcvbnm';

/** Bits of chance, counted kindly: repeats and runs along the keyboard or the alphabet count once. */
function guessBits(text: string): number {
  const lower = text.toLowerCase();
  let telling = 0;
  for (let index = 0; index < lower.length; index++) {
    const pair = lower.slice(index - 1, index + 1);
    const isRun = index > 0 && (pair[0] === pair[1] || SEQUENCES.includes(pair));
    const isRepeat = index > 1 && lower.slice(0, index).includes(lower.slice(index - 1, index + 1));
    telling += isRun || isRepeat ? 0.2 : 1;
  }
  const signs =
    (/[a-z]/.test(text) ? 26 : 0) +
    (/[A-Z]/.test(text) ? 26 : 0) +
    (/[0-9]/.test(text) ? 10 : 0) +
    // A syllable of Hangul or a kana is chosen from many more, but people use few of them.
    (/[^\p{ASCII}]/u.test(text) ? 200 : 0) +
    (/[^\p{L}\p{N}]/u.test(text) ? 16 : 0);
  return telling * Math.log2(Math.max(2, signs));
}

export function passphraseStrength(text: string): PassphraseStrength {
  if ([...text].length < SHORTEST_PASSPHRASE) return 'weak';
  const bits = guessBits(text);
  return bits < 45 ? 'weak' : bits < 70 ? 'fair' : 'strong';
}
