// Feast days by their names, and the days before and after them.
// Law: a feast that only names a cake ("크리스마스 케이크") is no day.
import type { DayMention, LunarFeast } from './day-meaning.ts';
import { sticky } from './sticky.ts';

const FEASTS: readonly (readonly [RegExp, number, number])[] = [
  [/(?:크리스마스|성탄절?|xmas|christmas|クリスマス)\s?(?:이브|전야|eve|イブ)/iy, 12, 24],
  [/(?:크리스마스|성탄절|xmas|christmas|クリスマス)(?:\s?(?:당일|day))?/iy, 12, 25],
  [/빼빼로\s?데이/iy, 11, 11],
  [/(?:어린이\s?날|こどもの日)/iy, 5, 5],
  [/어버이\s?날/iy, 5, 8],
  [/스승의\s?날/iy, 5, 15],
  [/로즈\s?데이/iy, 5, 14],
  [/(?:발렌타인|밸런타인|valentine'?s?|バレンタイン)(?:\s?(?:데이|day|デー))?/iy, 2, 14],
  [/(?:화이트\s?데이|white\s?day|ホワイトデー)/iy, 3, 14],
  [/블랙\s?데이/iy, 4, 14],
  [/만우절/iy, 4, 1],
  [/(?:할로윈|핼러윈|헬로윈|halloween|ハロウィン)(?:\s?(?:데이|day))?/iy, 10, 31],
  [/(?:새해\s?첫\s?날|신정|new year'?s day|元日|元旦)/iy, 1, 1],
  [/(?:new year'?s eve|大晦日|한\s?해\s?마지막\s?날)/iy, 12, 31],
  [/삼일절|3\.1절/iy, 3, 1],
  [/현충일/iy, 6, 6],
  [/제헌절/iy, 7, 17],
  [/광복절/iy, 8, 15],
  [/개천절/iy, 10, 3],
  [/한글날/iy, 10, 9],
];
const LUNAR: readonly (readonly [RegExp, LunarFeast])[] = [
  [/(?:설날|구정|설\s?연휴|seollal|lunar new year)/iy, 'seollal'],
  [/(?:추석|한가위|chuseok)/iy, 'chuseok'],
  [/(?:석가\s?탄신일|부처님\s?오신\s?날|초파일)/iy, 'buddha'],
  [/(?:수능|대학수학능력시험)(?:\s?날|\s?시험)?/iy, 'exam'],
];
const SHIFT = /\s?(?<shift>전전날|전날|다음\s?날|이틀\s?전|하루\s?전|당일)/iy;
const NAMED_THEME =
  /\s?(?:케이크|케익|선물|컨셉|느낌|디자인|에디션|리스|트리|분위기|테마|기념|파티|cake|theme|ケーキ)/iy;
/** The feast that is named exactly at `at`. */
export function readFeast(text: string, at: number): DayMention | null {
  for (const [pattern, month, day] of FEASTS) {
    const match = sticky(pattern, text, at);
    if (match === null) continue;
    let end = at + match[0].length;
    const shift = sticky(SHIFT, text, end);
    if (shift !== null) end += shift[0].length;
    else if (sticky(NAMED_THEME, text, end) !== null) return null;
    return { start: at, end, meaning: { is: 'feast', month, day, shift: shiftDays(shift) }, weekday: null };
  }
  for (const [pattern, feast] of LUNAR) {
    const match = sticky(pattern, text, at);
    if (match === null) continue;
    const shift = sticky(SHIFT, text, at + match[0].length);
    const end = at + match[0].length + (shift?.[0].length ?? 0);
    if (shift === null && sticky(NAMED_THEME, text, end) !== null) return null;
    return { start: at, end, meaning: { is: 'lunar', feast, shift: shiftDays(shift) }, weekday: null };
  }
  return null;
}

function shiftDays(match: RegExpExecArray | null): number {
  const word = (match?.groups?.shift ?? '').replace(/\s/g, '');
  if (word === '전날' || word === '하루전') return -1;
  if (word === '전전날' || word === '이틀전') return -2;
  return word === '다음날' ? 1 : 0;
}
