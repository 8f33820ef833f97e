// Finds phone numbers in a piece of text, in the ways people write them.
// Law: a number with a digit too many or too few is never repaired, except a first 0 lost to a spreadsheet.
import type { Country, Phone } from '../domain/phone.ts';
import { readPhone } from '../domain/phone-number.ts';

export interface PhoneMention {
  readonly start: number;
  readonly end: number;
  readonly phone: Phone;
}

/** A number begins with a digit (O stands for 0), a plus or a bracket, and not inside a word or another number. */
const RUN_START = /(?<![\w.-])(?<![\d.]\s?,)[+(]{0,2}[\dOo]/g;
const GROUP = /[\dOo]+(?:[lI](?=[\dOo])[\dOolI]*)?/y;
const BETWEEN = /[ ().\-·~_/]{1,3}/y;
const UNIT_AFTER = /^(?:[/:]\d|\s?[월일시호개년원번세명초%])/;
const MAX_DIGITS = 16;
const SPOKEN = '공영일이삼사오육륙칠팔구';
const SPOKEN_RUN = /(?<![가-힣])[공영](?:[\s-]{0,2}[공영일이삼사오육륙칠팔구\d]){8,11}(?![가-힣](?<!이|입|요))/g;
const EXPONENT = /1\.0\d{4,8}E\+?0?9/gi;
/** Numbers that can be dialled in Korea without a country code. */
const KOREAN = /^(?:0(?:2|[3-6]\d|70|80|50[2-8])\d{7,8}|01[016789]\d{7,8}|10\d{8})$/;
const ACCOUNT_BEFORE =
  /(?:국민|신한|우리|하나|농협|기업|카카오뱅크|카뱅|토스|새마을|신협|우체국|은행|계좌|bank|account)[^\n]{0,14}$/i;

/** "하나 010-…" is a count and a phone: only a word for accounts makes a mobile number one. */
function isAccount(before: string, digits: string): boolean {
  if (!ACCOUNT_BEFORE.test(before)) return false;
  return !/^01[016789]\d{7,8}$/.test(digits) || /(?:은행|계좌|bank|account)[^\n]{0,8}$/i.test(before);
}

function digitsOf(text: string): string {
  return text
    .replace(/[Oo]/g, '0')
    .replace(/[lI]/g, '1')
    .replace(/[^\d+]/g, '');
}

/** Whether the digits begin as a phone of the country (or with a country code) does. */
function looksLikePhone(digits: string, country: Country): boolean {
  if (digits.startsWith('+')) return true;
  if (country !== 'KR') return digits.length >= 9 && digits.length <= 12;
  if (/^(?:82|0082)/.test(digits)) return digits.length >= 9;
  if (/^01[016789]/.test(digits)) return digits.length >= 8 && digits.length <= 13;
  if (/^10\d{8}$/.test(digits)) return true;
  if (/^050[2-8]/.test(digits)) return digits.length >= 10 && digits.length <= 13;
  return /^0(?:2|[3-6]\d|70|80)\d{7,8}$/.test(digits);
}

function settle(written: string, digits: string, country: Country): Phone {
  const plain = digits.replace(/^0082/, '+82');
  const read = readPhone(plain, country);
  const isForeign =
    country === 'KR' && !plain.startsWith('+') && !KOREAN.test(plain.replace(/^82/, '0').replace(/^00/, '0'));
  return { e164: isForeign ? null : read.e164, text: written };
}

/** Every number in `text` that is meant to be a phone. `isField`: a form's phone field, where any run of digits is one. */
export function findPhones(text: string, country: Country, isField: boolean): PhoneMention[] {
  const found: PhoneMention[] = [];
  const add = (start: number, written: string, digits: string) => {
    if (found.some((other) => start < other.end && other.start < start + written.length)) return;
    found.push({ start, end: start + written.length, phone: settle(written, digits, country) });
  };
  for (const match of text.matchAll(EXPONENT)) add(match.index, match[0], `0${Math.round(Number(match[0]))}`);
  for (const match of text.matchAll(SPOKEN_RUN)) {
    const digits = [...match[0]].map((char) => spokenDigit(char)).join('');
    add(match.index, match[0], digits);
  }
  if (isField && /^[\dO\s.,*-]{13,24}$/.test(text.trim())) {
    const digits = digitsOf(text);
    const at = text.search(/\S/);
    if (/^01[016789]\d{7,8}$/.test(digits)) add(at, text.trim(), digits);
  }
  for (const match of text.matchAll(RUN_START)) {
    const run = readRun(text, match.index);
    if (run === null) continue;
    const written = text.slice(match.index, run);
    const digits = digitsOf(written);
    if (!isField && isAccount(text.slice(Math.max(0, match.index - 24), match.index), digits)) continue;
    if (isField || looksLikePhone(digits, country)) add(match.index, written, digits);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where the run of digit groups that begins at `start` ends; null when it is too short to be a number to call. */
function readRun(text: string, start: number): number | null {
  let at = start;
  while (/[+(]/.test(text.charAt(at))) at++;
  let digits = 0;
  let end = at;
  let first = '';
  const isAbroad = text.charAt(start) === '+';
  for (;;) {
    GROUP.lastIndex = at;
    const group = GROUP.exec(text)?.[0];
    if (group === undefined) break;
    const hasBlank = end > start && /\s/.test(text.slice(end, at)) && !/[-~]/.test(text.slice(end, at));
    const isCountry = digits <= 4 && /^\+|^\(?(?:82|0082)$/.test(text.slice(start, end));
    if (
      hasBlank &&
      !isCountry &&
      ((group.length < 3 && !(isAbroad && digits < 10)) ||
        UNIT_AFTER.test(text.slice(at + group.length, at + group.length + 2)))
    )
      break;
    if (/[\s/]/.test(text.slice(end, at)) && digits >= (first.startsWith('82') ? 12 : 11)) break;
    if (digits + group.length > MAX_DIGITS) break;
    first = first === '' ? group : first;
    digits += group.length;
    end = at + group.length;
    BETWEEN.lastIndex = end;
    const between = BETWEEN.exec(text)?.[0];
    if (between === undefined) break;
    at = end + between.length;
  }
  return digits >= 7 ? end : null;
}

function spokenDigit(char: string): string {
  if (/\d/.test(char)) return char;
  const at = SPOKEN.indexOf(char);
  if (at < 0) return '';
  return ['0', '0', '1', '2', '3', '4', '5', '6', '6', '7', '8', '9'][at] ?? '';
}
