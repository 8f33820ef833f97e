// Puts together what the lines of a form took apart: a label and the value below it, lettering that looks like labels.
// Law: a label without a value takes the line directly below it, blank lines aside where the whole form has them.
import { readYesNo } from './answers.ts';
import { isLettering } from './label-sites.ts';
import type { Field } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';
import { findPhones } from './phones.ts';
import type { Piece } from './pieces.ts';
import { withoutSigns } from './value-signs.ts';

/** "레터링: 이름: 서진 / 소원: 취업", where the form has a line for the name: what looks like labels is lettering. */
export function keepTextWhole(text: string, pieces: readonly Piece[]): Piece[] {
  const heads = new Map<Field, number>();
  pieces.forEach((piece, i) => {
    const [field] = piece.fields;
    const isHead = pieces[i - 1]?.line !== piece.line && piece.binding === 'colon' && piece.end > piece.start;
    if (isHead && field !== undefined && !heads.has(field)) heads.set(field, piece.line);
  });
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const before = kept.at(-1);
    const [field] = piece.fields;
    const line = field === undefined ? undefined : heads.get(field);
    const isHeadText =
      before !== undefined &&
      before.line === piece.line &&
      before.binding === 'colon' &&
      isLettering(before.fields) &&
      heads.get(before.fields[0] ?? 'ignored') === before.line;
    const isInside = isHeadText && (line !== undefined ? line !== piece.line : piece.binding === 'unknown');
    const joins =
      isInside || (isHeadText && before.end > before.start && piece.binding === 'free' && isTold(text, before, piece));
    if (before === undefined || !joins) {
      kept.push(piece);
      continue;
    }
    kept[kept.length - 1] = { ...before, end: piece.end, whole: { start: before.whole.start, end: piece.whole.end } };
  }
  return kept;
}

/** Free words that follow a label which turned out to be lettering. */
function isTold(text: string, before: Piece, piece: Piece): boolean {
  return /\S\s?:\s?\S/.test(text.slice(before.start, before.end)) && piece.start - before.end < 4;
}

/** Words that are labels only in a form that puts its labels on lines of their own. */
const ALSO_A_WORD = /^\s*(?:케이크|주문|예약|상품|픽업|수령|배달|배송|퀵|택배|사진|디자인|케익|[a-z]+)\s*$/i;
const LONE_LABELS = 3;

function asFree(text: string, piece: Piece): Piece {
  return { ...piece, ...trimRange(text, piece.whole.start, piece.whole.end), fields: [], binding: 'free' };
}

const wordsOf = (text: string, range: Range) => text.slice(range.start, range.end);
const isBag = (piece: Piece) => piece.fields[0] === 'coolerBag' || piece.fields[0] === 'shoppingBag';

/** "보냉백 추가" with nothing behind it: the label's own last word is the answer. */
function answerInLabel(text: string, piece: Piece): Piece | null {
  if (piece.binding !== 'line') return null;
  const words = text.slice(piece.whole.start, piece.whole.end);
  const last = /\s(?:추가|신청|필요|구매|포함|선택|있음)(?:요|해요|할게요)?[\s.!~]*$/.exec(words);
  if (last === null) return null;
  return { ...piece, ...trimRange(text, piece.whole.start + last.index, piece.whole.end), binding: 'space' };
}

const isWaiting = (piece: Piece) =>
  piece.fields.length > 0 && piece.end <= piece.start && (piece.binding === 'colon' || piece.binding === 'line');

/** Labels and answers all with blank lines between them: then an answer stands one paragraph below its label. */
function isAiry(pieces: readonly Piece[]): boolean {
  const waiting = pieces.flatMap((piece, i) => (isWaiting(piece) ? [{ piece, next: pieces[i + 1] }] : []));
  const apart = waiting.filter(
    ({ piece, next }) => next !== undefined && next.fields.length === 0 && next.paragraph === piece.paragraph + 1,
  );
  return apart.length >= LONE_LABELS && waiting.every(({ piece, next }) => next?.paragraph !== piece.paragraph);
}

/** A label without a value takes the line that follows it directly, whatever words it begins with. */
export function joinNextLines(text: string, all: readonly Piece[]): Piece[] {
  const lone = all.filter((piece) => piece.binding === 'line').length;
  const pieces = all.map((piece): Piece => {
    if (
      piece.binding !== 'line' ||
      lone >= LONE_LABELS ||
      !ALSO_A_WORD.test(text.slice(piece.whole.start, piece.whole.end))
    )
      return piece;
    return asFree(text, piece);
  });
  const airy = isAiry(pieces);
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) continue;
    const isBlank = isWaiting(piece);
    const nextLine = airy && pieces[i + 1]?.paragraph === piece.paragraph + 1 ? pieces[i + 1]?.line : piece.line + 1;
    const onNext = isBlank
      ? pieces
          .slice(i + 1)
          .filter(
            (next) =>
              next.line === nextLine &&
              (airy || next.paragraph === piece.paragraph) &&
              next.chatLine.bubble === piece.chatLine.bubble,
          )
      : [];
    const [first] = onNext;
    const last = onNext.at(-1);
    const isProductLine =
      piece.fields[0] === 'product' &&
      first?.binding === 'line' &&
      /(?:cake|케이크|ケーキ)\s*$/i.test(text.slice(first.whole.start, first.whole.end));
    const isValue =
      first !== undefined &&
      (first.binding === 'free' ||
        first.binding === 'space' ||
        first.binding === 'particle' ||
        first.binding === 'unknown' ||
        isProductLine) &&
      (isProductLine || !onNext.some((next) => next.binding === 'colon' || next.binding === 'line')) &&
      (!isBag(piece) || readYesNo(wordsOf(text, withoutSigns(text, first.whole))) !== null);
    if (
      isValue &&
      first !== undefined &&
      last !== undefined &&
      (piece.fields[0] !== 'phone' || findPhones(text.slice(first.whole.start, last.whole.end), 'KR', true).length > 0)
    ) {
      const value = withoutSigns(text, trimRange(text, first.whole.start, last.whole.end));
      joined.push({
        ...piece,
        ...value,
        binding: 'colon',
        whole: { start: piece.whole.start, end: last.whole.end },
        line: first.line,
      });
      i += onNext.length;
      continue;
    }
    const answered = isBlank && isBag(piece) ? answerInLabel(text, piece) : null;
    if (answered !== null) joined.push(answered);
    else joined.push(isBlank && piece.binding === 'line' && lone < LONE_LABELS ? asFree(text, piece) : piece);
  }
  return joined;
}
