// What only its place in the message explains: a bare name beside a phone, a line of good wishes in a list.
// Law: taken only when nothing else can be meant by it and there is but one of it.
import { findProducts, findSizes } from './cake-words.ts';
import { findDays } from './date-words.ts';
import type { FreeWords } from './free-words.ts';
import { readLabel } from './label-grammar.ts';
import type { Range } from './normal-text.ts';
import { subtract, trimRange } from './normal-text.ts';
import { isFullKoreanName, isNameLike, trimName } from './people.ts';
import type { Reader } from './value-task.ts';

/** All the capitalised words before a phone: "… Jane Doe 010-…" is never only Doe. */
const LATIN_BEFORE = /(?:^|[\s.!?,])([A-Z][A-Za-z'-]+(?:\s[A-Z][A-Za-z'-]+){0,3})[\s,]*$/;
/** "… at 11 a.m. - lucien roy, 514-…": two words in lower case that nothing but a stop and the phone touch. */
const LOWER_BEFORE =
  /(?:[.,;~-]|\n)\s*((?!(?:please|pls|thanks|thank|many|my|the|call|text|or|at|and|no|with|for)\s)[a-z]{2,14} (?!(?:please|pls|thanks|is|at|on|number|you)[\s,])[a-z]{2,14}),\s*$/;
const DELIMITED = /\s*(?:[/|,、;\t\n]|\s{2,})\s*/;

/** "고마워", "힘내자": short words that stand on cakes as well. */
function isWishLike(words: string): boolean {
  return CELEBRATION.test(words) || /미안|힘내|최고|수고|보고\s?싶|축|잘\s?했|반짝|꽃길|오래|함께|안녕/.test(words);
}

/**
 * `isTextKnown`: the lettering is found, so that a bare line cannot be it.
 * A bare name beside a phone, or on the line before or after it: "반달 / 010-…".
 */
export function findNameBeside(
  reader: Reader,
  lines: readonly FreeWords[],
  { phoneAt, isTextKnown }: { readonly phoneAt: Range; readonly isTextKnown: boolean },
): Range | null {
  const { text } = reader.normal;
  const index = lines.findIndex((line) => line.start <= phoneAt.start && phoneAt.end <= line.end);
  const own = lines[index];
  if (own === undefined) return nameBehind(reader, lines, phoneAt);
  const inLine = segmentsOf(text, own, phoneAt).find((segment) => {
    const words = text.slice(segment.start, segment.end);
    if (!couldBeName(reader, words, false) || isWishLike(words)) return false;
    return isTextKnown || isBeside(text, segment, phoneAt);
  });
  if (inLine !== undefined) return trimName(text, inLine);
  const lead = text.slice(own.start, phoneAt.start);
  const lower = LOWER_BEFORE.exec(lead)?.[1];
  if (lower?.split(' ').every((word) => readLabel(word, false, []).length === 0)) {
    const at = text.lastIndexOf(lower, phoneAt.start);
    return { start: at, end: at + lower.length };
  }
  const before = (LATIN_BEFORE.exec(lead) ?? /(?:^|[\s。、])([^\s。、]{2,5})\s$/.exec(lead))?.[1];
  if (
    before !== undefined &&
    couldBeName(reader, before, false) &&
    readLabel(before, false, []).length === 0 &&
    !/(?:번호|번|폰|호|은|는|이|가|로|에)$/.test(before)
  ) {
    const at = text.lastIndexOf(before, phoneAt.start);
    return trimName(text, { start: at, end: at + before.length });
  }
  for (const neighbour of [lines[index - 1], lines[index + 1]]) {
    if (neighbour === undefined || !neighbour.wholeLine) continue;
    const words = text.slice(neighbour.start, neighbour.end).trim();
    if (!couldBeName(reader, words, true) || isWishLike(words)) continue;
    return isTextKnown ? trimName(text, neighbour) : null;
  }
  return null;
}

/** "번호 010-… 김나비요": the rest of the phone's own line, where it is a full name and nothing else. */
function nameBehind(reader: Reader, lines: readonly FreeWords[], phoneAt: Range): Range | null {
  const { text } = reader.normal;
  const rest = lines.find((line) => line.start >= phoneAt.end && text.slice(phoneAt.end, line.start).trim() === '');
  if (rest === undefined || text.slice(phoneAt.end, rest.end).includes('\n')) return null;
  const name = trimName(text, rest);
  const words = name === null ? '' : text.slice(name.start, name.end);
  return isFullKoreanName(words) && words.length === 3 && couldBeName(reader, words, true) ? name : null;
}

/** Nothing but a delimiter between the two. */
function isBeside(text: string, a: Range, b: Range): boolean {
  const between = a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
  return /^[\s/|,;()]*$/.test(between);
}

function segmentsOf(text: string, line: Range, phone: Range): Range[] {
  return subtract(line, [phone]).flatMap((part) => {
    const segments: Range[] = [];
    let at = part.start;
    for (const words of text.slice(part.start, part.end).split(DELIMITED)) {
      const start = text.indexOf(words, at);
      const lead = /^[.!?~\s]*/.exec(words)?.[0].length ?? 0;
      if (words.length > lead) segments.push({ start: start + lead, end: start + words.length });
      at = start + words.length;
    }
    return segments;
  });
}

function couldBeName(reader: Reader, words: string, strict: boolean): boolean {
  const trimmed = trimName(words, { start: 0, end: words.length });
  if (trimmed === null) return false;
  const plain = words.slice(trimmed.start, trimmed.end);
  const isSaid = /(?:요|예|용|다|더|고|구|데)[\s.!~ㅎㅋㅠ]*$/.test(words.slice(trimmed.end));
  if (isSaid && !(isFullKoreanName(plain) && plain.length === 3) && !/^[A-Z]/.test(plain)) return false;
  if (!isNameLike(plain) || reader.tastes.isTaste(plain) || findSizes(plain, reader.context.menu ?? null).length > 0)
    return false;
  if (findDays(plain, { mode: 'prose', english: false }).length > 0 || findProducts(plain, null).length > 0)
    return false;
  if (/(?:요|다|죠|까|게|니|당|용|함|음|중|용)$/.test(plain) && !isFullKoreanName(plain)) return false;
  return strict ? isFullKoreanName(plain) || /^[A-Z]/.test(plain) || /^[가-힣]{2,3}$/.test(plain) : true;
}

const CELEBRATION =
  /축하|생일|생신|사랑|행복|감사|고마|고맙|결혼|졸업|입학|합격|승진|취업|퇴사|전역|환갑|칠순|팔순|돌잔치|백일|만수무강|건강하|화이팅|파이팅|응원|영원|해피|메리|happy|birthday|love|congrat|thank|merry|おめでとう|ありがとう|大好き|卒業/i;
const REMARK =
  /부탁|주세요|해\s?주|나요|까요|가능|문의|주문|예약|픽업|케이크|케익|선물|입니다|이에요|예요|인데|이라서|이라|용이|예정|할게|할께|갈게|싶어|싶습|감사합니다|안녕|드려요|드립니다|please|thank you|thanks|order|お願い|です|ます/i;

/** "생일이", "결혼기념일에": why the cake is wanted. */
const OCCASION =
  /^\S{0,6}\s?(?:생일|생신|기념일|졸업식?|결혼식?|환갑|칠순|팔순|돌잔치|백일)(?:이|은|는|에|때|날|이라|이라서|이고|이에요|용|선물)?$/;

/** "생신 축하드려요" is said to somebody else than the shop. */
const GREETING_END = /(?:축하|경하|감사|사랑)\s?(?:드려요|드립니다|드리며|드리옵니다)|(?:축하|사랑)합니다/g;

/** Words as they stand on cakes: "축하드려요", not "축하 문구 부탁드려요". */
export function isGoodWish(words: string): boolean {
  return (
    CELEBRATION.test(words) &&
    !/부탁|주세요|해\s?주|나요|까요|가능|문의|주문|예약|픽업|감사합니다\s*$|please|thank you|お願い/i.test(words)
  );
}

/** In a list without labels, words of celebration that nothing else explains are the lettering, when there is one such line. */
export function findUnlabelledLettering(
  reader: Reader,
  lines: readonly FreeWords[],
  used: readonly Range[],
): Range | null {
  const { text } = reader.normal;
  const candidates = lines
    .flatMap((line) => subtract(line, used))
    .flatMap((part) => segmentsOf(text, part, { start: part.end, end: part.end }))
    .map((part) => trimRange(text, part.start, part.end))
    .filter((part) => {
      const words = text.slice(part.start, part.end);
      return (
        words.length >= 2 &&
        !/^(?:문구|레터링|글씨|message|text|lettering|wording|writing|says?\b)/i.test(words) &&
        !OCCASION.test(words) &&
        words.length <= 40 &&
        (CELEBRATION.test(words) || (isWishLike(words) && words.length <= 20)) &&
        !REMARK.test(words.replace(GREETING_END, '')) &&
        !/\?/.test(words)
      );
    });
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined ? only : null;
}
