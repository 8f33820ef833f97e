// What a person typed into the search field, as patterns; and text as it is compared with them. Pure.
// Law: while a Hangul syllable is still being typed it already finds what it may become (`김믽` finds 김민지), initial
// consonants find their syllables (`ㄱㅁㅈ`, `김ㅁㅈ`), and case, width, spaces and hyphens never matter.
import { disassembleCompleteCharacter } from 'es-hangul';

const SYLLABLES = 0xac00;
const SYLLABLES_END = 0xd7a3;
const FINALS = 28;
const MEDIALS = 21;
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
/** Keyboards join two initials that are typed in a row; `ㄱㅅ` comes as `ㄳ`. */
const JOINED: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};
/** A vowel that may still grow: ㅗ to ㅚ, ㅜ to ㅟ, ㅡ to ㅢ. Medial to the last it may become. */
const GROWING_MEDIALS: ReadonlyMap<number, number> = new Map([
  [8, 11],
  [13, 16],
  [18, 19],
]);
/** A final that may still grow; ㄱ also becomes ㄳ, which does not stand beside it. */
const GROWING_FINALS: ReadonlyMap<number, number> = new Map([
  [4, 6],
  [8, 15],
  [17, 18],
]);

/** Text as it is compared: one case, one width, one kana, no spaces, no hyphens, nothing below U+0020. */
export function comparableText(text: string): string {
  // NFKC would turn the jamo that people type (ㅋㅋ) into the jamo of decomposed syllables: those are kept as they are.
  return text
    .replace(/[^\u3131-\u318e]+/g, (part) => part.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}\p{Pd}\u2212]|\ufe0f/gu, '')
    .replace(/[ㄳ-ㅄ]/g, (jamo) => JOINED[jamo] ?? jamo)
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** A run of code units; each is within `lo` to `hi`, or is `alt`. */
export interface Pattern {
  readonly lo: Uint16Array;
  readonly hi: Uint16Array;
  readonly alt: Uint16Array;
}
export interface Token {
  /** The text matches when one of them occurs. */
  readonly patterns: readonly Pattern[];
  /** Comparable text, for equality. */
  readonly text: string;
  /** Digits (0 to 9) for phone numbers; none when the token is no number. */
  readonly digits: Uint8Array;
  /** An amount in units of the currency (28000, or 28.5); null when the token cannot be one. */
  readonly amount: number | null;
}

type Element = readonly [lo: number, hi: number, alt: number];

function exactly(code: number): Element {
  return [code, code, code];
}

function ofInitial(jamo: string): Element | null {
  const initial = INITIALS.indexOf(jamo);
  if (jamo === '' || initial < 0) return null;
  const first = SYLLABLES + initial * MEDIALS * FINALS;
  return [first, first + MEDIALS * FINALS - 1, jamo.charCodeAt(0)];
}

/** What the last syllable may be, or may become with the next keys. */
function lastSyllable(code: number): Element[][] {
  const place = code - SYLLABLES;
  const final = place % FINALS;
  const open = code - final;
  const medial = Math.floor(place / FINALS) % MEDIALS;
  if (final === 0) {
    const lastMedial = GROWING_MEDIALS.get(medial) ?? medial;
    return [[[code, code + (lastMedial - medial) * FINALS + FINALS - 1, code]]];
  }
  const same: Element =
    final === 1 ? [code, code, code + 2] : [code, code + (GROWING_FINALS.get(final) ?? final) - final, code];
  // Its last consonant may belong to the next syllable: 간 may become 가나.
  const parts = disassembleCompleteCharacter(String.fromCharCode(code))?.jongseong ?? '';
  const moved = ofInitial(parts.slice(-1));
  if (moved === null) return [[same]];
  const kept = parts.length > 1 ? finalCode(open, parts.slice(0, 1)) : open;
  return [[same], [exactly(kept), moved]];
}

function finalCode(open: number, jamo: string): number {
  for (let final = 1; final < FINALS; final++) {
    const found = disassembleCompleteCharacter(String.fromCharCode(open + final));
    if (found?.jongseong === jamo) return open + final;
  }
  return open;
}

function compilePatterns(text: string): Pattern[] {
  const before: Element[] = [];
  let tails: Element[][] = [[]];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const initial = ofInitial(text.charAt(at));
    if (initial !== null) before.push(initial);
    else if (at === text.length - 1 && code >= SYLLABLES && code <= SYLLABLES_END) tails = lastSyllable(code);
    else before.push(exactly(code));
  }
  return tails.map((tail) => {
    const elements = [...before, ...tail];
    return {
      lo: Uint16Array.from(elements, ([lo]) => lo),
      hi: Uint16Array.from(elements, ([, hi]) => hi),
      alt: Uint16Array.from(elements, ([, , alt]) => alt),
    };
  });
}

/** `28000`, `28,000`, `28000원`, `₩28,000`, `2만8천`, `2.8만원`; null when it is no amount. */
function readAmount(word: string): number | null {
  const bare = word.replace(/^[₩￦¥$€£\\]/, '').replace(/(원|円|엔)$/, '');
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  const spoken = /^(?:(\d+(?:\.\d+)?)[만万])?(?:(\d+)[천千])?$/.exec(bare);
  if (spoken === null || bare === '') return null;
  return Math.round(Number(spoken[1] ?? 0) * 10_000 + Number(spoken[2] ?? 0) * 1_000);
}

function tokenOf(word: string): Token | null {
  const amount = readAmount(word.normalize('NFKC'));
  const bare = comparableText(word);
  // An amount with commas is the same amount without them, also where it stands in a memo.
  const text = amount !== null && /^[\d,]+$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (text === '') return null;
  const digits = /^[\d()+.]+$/.test(text) ? nationalDigits(text) : '';
  return { patterns: compilePatterns(text), text, digits: Uint8Array.from(digits, Number), amount };
}

/** Digits as people dial them at home: `+82 10 …` is `010…`. */
function nationalDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return /^\+?82\d{8,}$/.test(text.replace(/[^\d+]/g, '')) ? digits.replace(/^820?/, '0') : digits;
}

/** The words of a question; all of them have to be found. A phone number with spaces is one word. Empty: nothing asked. */
export function readQuestion(question: string): Token[] {
  const trimmed = question.trim();
  const isPhone = /^[\d\s()+.\-‐-―]+$/.test(trimmed) && trimmed.replace(/\D/g, '').length >= 7;
  const words = isPhone ? [trimmed] : trimmed.split(/\s+/);
  return words.map(tokenOf).filter((token) => token !== null);
}

const LONG_RUN = 1_024;

/** Where `pattern` begins in `text` at or after `from`, before `end`; -1 when it does not. */
export function findPattern(text: Uint16Array, from: number, end: number, pattern: Pattern): number {
  const { lo, hi, alt } = pattern;
  const last = end - lo.length;
  const firstLo = lo[0] ?? 0;
  const firstHi = hi[0] ?? 0;
  const firstAlt = alt[0] ?? 0;
  if (last - from > LONG_RUN && firstLo === firstHi && firstLo === firstAlt)
    return findInLongRun(text, from, last, pattern);
  for (let at = from; at <= last; at++) {
    const first = text[at] ?? 0;
    if ((first < firstLo || first > firstHi) && first !== firstAlt) continue;
    if (standsAt(text, at, pattern)) return at;
  }
  return -1;
}

/** Over a long run the browser's own search for one letter is several times as quick. */
function findInLongRun(text: Uint16Array, from: number, last: number, pattern: Pattern): number {
  const first = pattern.lo[0] ?? 0;
  for (let at = text.indexOf(first, from); at >= 0 && at <= last; at = text.indexOf(first, at + 1))
    if (standsAt(text, at, pattern)) return at;
  return -1;
}

/** Whether the pattern stands at a place of the text; what follows the text is another's. */
export function standsAt(text: Uint16Array, at: number, { lo, hi, alt }: Pattern): boolean {
  for (let next = 0; next < lo.length; next++) {
    const code = text[at + next] ?? 0;
    if ((code < (lo[next] ?? 0) || code > (hi[next] ?? 0)) && code !== alt[next]) return false;
  }
  return true;
}

/** Code units of a text, for `findPattern`. */
export function codeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** Which parts of a shown text the question found: `[from, to)`, in order, apart from each other. */
export function foundRanges(shown: string, tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const places: number[] = [];
  const ends = new Map<number, number>();
  let comparable = '';
  let at = 0;
  // A letter with what belongs to it: voicing marks of narrow kana, accents, parts of decomposed syllables.
  for (const [character] of shown.matchAll(/[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu)) {
    const piece = comparableText(character);
    for (let unit = 0; unit < piece.length; unit++) places.push(at);
    comparable += piece;
    at += character.length;
    ends.set(at - character.length, at);
  }
  places.push(shown.length);
  const units = codeUnits(comparable);
  const marked = new Uint8Array(shown.length);
  for (const { patterns } of tokens) {
    for (const pattern of patterns) {
      for (let found = findPattern(units, 0, units.length, pattern); found >= 0; ) {
        const from = places[found] ?? 0;
        const last = places[found + pattern.lo.length - 1] ?? 0;
        marked.fill(1, from, ends.get(last) ?? last + 1);
        found = findPattern(units, found + 1, units.length, pattern);
      }
    }
  }
  const ranges: [number, number][] = [];
  for (let place = 0; place < shown.length; place++) {
    if (marked[place] !== 1) continue;
    const open = ranges.at(-1);
    if (open !== undefined && open[1] === place) open[1] = place + 1;
    else ranges.push([place, place + 1]);
  }
  return ranges;
}
