// The text as the reader sees it: full-width, decomposed and look-alike characters made plain, each with its place in
// the original. Law: values are cut from the original by their span, so lettering is never changed by this.
import type { Span } from './message-reading.ts';

export interface NormalText {
  readonly source: string;
  readonly text: string;
  /** Where in `source` the unit `text[i]` begins and ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const REPLACED: Readonly<Record<string, string>> = {
  '\r': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u0085': '\n',
  '\u000b': '\n',
  '\u2236': ':',
  '\uA789': ':',
  '\uFE30': ':',
  '\u2044': '/',
  '\u2215': '/',
  '\u2502': '|',
  '\u2503': '|',
  '\u2223': '|',
  '\u3163': '|',
  '\u318D': '·',
  '\u2027': '·',
  '\u30FB': '·',
  '\u119E': '·',
  '\u301C': '~',
  '\u223C': '~',
  '\u02DC': '~',
  '\u2053': '~',
  '\u27A1': '→',
  '\u2794': '→',
  '\u279C': '→',
  '\u279D': '→',
  '\u27F6': '→',
  '\u21D2': '→',
  '\u21E8': '→',
  '\u226B': '→',
  '\u00BB': '→',
  '\u261E': '→',
  '\u2933': '→',
  '\u21B3': '→',
  '\u2937': '→',
  '\u3008': '<',
  '\u3009': '>',
  '\u300A': '<',
  '\u300B': '>',
  '\u20E3': ')',
  '\u2B55': 'O',
  '\u2B58': 'O',
  '\u3007': 'O',
  '\u274C': 'X',
  '\u2715': 'X',
  '\u2716': 'X',
  '\u2717': 'X',
  '\u2718': 'X',
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u2033': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u2032': "'",
  '\u3010': '[',
  '\u3011': ']',
  '\u3014': '[',
  '\u3015': ']',
};

const DROPPED = /\p{Cc}|\p{Cf}|\uFE0E|\uFE0F/u;
const SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
const DASHES = /[\u3161\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/;
/** Conjoining jamo, combining marks, half-width voicing marks: they belong to the character before them. */
const JOINS_PREVIOUS = /[\u0300-\u036F\u1160-\u11FF\u3099\u309A\uFF9E\uFF9F]/;
/** Full-width and half-width forms, squared units, decomposed Hangul: NFKC makes them plain. */
const COMPATIBILITY = /[\u1100-\u115F\u2474-\u249B\u3380-\u33DF\uFF01-\uFFEF]/;

/** Never longer than a few units per unit of `source`; order and line breaks are kept (CRLF becomes one LF). */
export function normaliseText(source: string): NormalText {
  const units: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const put = (text: string, start: number, end: number) => {
    for (let i = 0; i < text.length; i++) {
      units.push(text.charAt(i));
      from.push(start);
      to.push(end);
    }
  };
  for (let i = 0; i < source.length; ) {
    const start = i;
    const unit = source.charAt(i++);
    if (unit === '\r' && source.charAt(i) === '\n') continue;
    if (unit <= '~' && unit >= ' ') {
      if (!JOINS_PREVIOUS.test(source.charAt(i))) {
        put(unit, start, i);
        continue;
      }
    }
    while (i < source.length && i - start < 8 && JOINS_PREVIOUS.test(source.charAt(i))) i++;
    if (i - start > 1) {
      put(source.slice(start, i).normalize('NFKC'), start, i);
      continue;
    }
    const replaced = REPLACED[unit];
    if (replaced !== undefined) put(replaced, start, i);
    else if (unit === '\n' || unit === '\t') put(unit, start, i);
    else if (DROPPED.test(unit)) continue;
    else if (SPACES.test(unit)) put(' ', start, i);
    else if (DASHES.test(unit)) put('-', start, i);
    else if (COMPATIBILITY.test(unit)) put(unit.normalize('NFKC'), start, i);
    else put(unit, start, i);
  }
  return { source, text: withArrows(units.join('')), from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** "~~2시~~ 3시": what is crossed out is replaced by what follows. */
const CROSSED_OUT = /(?<=[\s:=(])~~(?=[^\s~])([^~\n]{1,24}?)(?<=\S)~~(?=\s*[\p{L}\p{N}])/gu;

/** Crossed-out words with the arrow that other customers write; every unit keeps its place. */
function withArrows(text: string): string {
  return text.replace(CROSSED_OUT, (_, crossed: string) => `  ${crossed}→ `);
}

/** The span in the original of `[start, end)` in the normal text; the form of the last heart or emoji is a part of it. */
export function sourceSpan(normal: NormalText, start: number, end: number): Span {
  if (end <= start) {
    const at = normal.from[start] ?? normal.source.length;
    return { start: at, end: at };
  }
  let last = normal.to[end - 1] ?? normal.source.length;
  while (/[\uFE0E\uFE0F]/.test(normal.source.charAt(last))) last++;
  return { start: normal.from[start] ?? normal.source.length, end: last };
}

/** What stands in the original at `[start, end)` of the normal text. */
export function sourceSlice(normal: NormalText, start: number, end: number): string {
  const span = sourceSpan(normal, start, end);
  return normal.source.slice(span.start, span.end);
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range without blanks at its ends. */
export function trimRange(text: string, start: number, end: number): Range {
  let a = start;
  let b = end;
  while (a < b && /\s/.test(text.charAt(a))) a++;
  while (b > a && /\s/.test(text.charAt(b - 1))) b--;
  return { start: a, end: b };
}

/** What is left of `range` without `taken`. */
export function subtract(range: Range, taken: readonly Range[]): Range[] {
  const pieces: Range[] = [];
  let at = range.start;
  for (const cut of [...taken].sort((a, b) => a.start - b.start)) {
    if (cut.end <= at || cut.start >= range.end || cut.end <= cut.start) continue;
    if (cut.start > at) pieces.push({ start: at, end: cut.start });
    at = cut.end;
  }
  if (at < range.end) pieces.push({ start: at, end: range.end });
  return pieces;
}
