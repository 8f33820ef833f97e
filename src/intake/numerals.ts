// Numbers written as words: Sino-Korean (이십사), native Korean (세, 열두), kanji.
// Law: null for what is no number; nothing here knows what the number counts.

const SINO = '일이삼사오육칠팔구';
const KANJI = '一二三四五六七八九';
const NATIVE_UNITS: Readonly<Record<string, number>> = {
  한: 1,
  하나: 1,
  두: 2,
  둘: 2,
  세: 3,
  셋: 3,
  네: 4,
  넷: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  여덜: 8,
  아홉: 9,
};

/** 1 to 99 from 이십사, 二十四; null otherwise. */
export function readSinoNumber(text: string): number | null {
  let tens = 0;
  let unit = 0;
  let sawTen = false;
  for (const char of text) {
    const plain = char === '륙' ? '육' : char;
    const digit = Math.max(SINO.indexOf(plain), KANJI.indexOf(plain)) + 1;
    if (plain === '십' || plain === '十') {
      if (sawTen) return null;
      sawTen = true;
      tens = unit === 0 ? 10 : unit * 10;
      unit = 0;
    } else if (digit > 0) {
      if (unit > 0) return null;
      unit = digit;
    } else return null;
  }
  const value = tens + unit;
  return value > 0 ? value : null;
}

/** 1 to 19 from 세, 열두, 하나; null otherwise. */
export function readNativeNumber(text: string): number | null {
  if (text === '열') return 10;
  if (text === '스무' || text === '스물') return 20;
  const tens = text.startsWith('열') ? 10 : 0;
  const unit = NATIVE_UNITS[tens > 0 ? text.slice(1) : text];
  return unit === undefined ? null : tens + unit;
}

/** Digits, native or Sino words; null otherwise. */
export function readCount(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  return readNativeNumber(text) ?? readSinoNumber(text);
}

/** A word of `NATIVE_COUNT` or digits, as a piece of a larger pattern. */
export const COUNT = '(?:\\d{1,3}|열한|열두|열|한|하나|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|여덜|아홉|스무)';
