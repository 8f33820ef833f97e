// Which cake each piece of a message speaks of.
// Law: 0 is the order, or its only cake; a number on a form's line counts cakes only where the lines are cakes.
import { isNone, isQuestion } from './answers.ts';
import { findCounts, findProducts, findSizes } from './cake-words.ts';
import { EXTRA_ITEMS } from './facts.ts';
import { isFix } from './free-words.ts';
import { extraField } from './labelled-values.ts';
import type { Field } from './message-reading.ts';
import type { Piece } from './pieces.ts';
import type { Reader } from './value-task.ts';

const CAKE_FIELDS: ReadonlySet<Field> = new Set([
  'product',
  'size',
  'sheet',
  'cream',
  'flavor',
  'shape',
  'cakeLettering',
  'boardLettering',
  'quantity',
  'baseColor',
  'textColor',
  'design',
]);

/** Products ordered besides the cake are items of their own: "추가 상품: 마카롱 세트 2개". */
function isExtraProduct(text: string, piece: Piece): boolean {
  if (piece.fields[0] !== 'product' || piece.end <= piece.start) return false;
  return (
    /추가|함께|같이|별도|additional|extra|also|追加/i.test(text.slice(piece.whole.start, piece.start)) &&
    !isNone(text.slice(piece.start, piece.end)) &&
    extraField(text.slice(piece.start, piece.end)) === null
  );
}

/** "쿠키 10개" on a line of its own below the cakes. */
function isCounted(text: string, piece: Piece): boolean {
  const words = text.slice(piece.start, piece.end);
  const [product] = findProducts(words, null);
  return (
    piece.fields.length === 0 &&
    product?.start === 0 &&
    findCounts(words).length === 1 &&
    words.length < 24 &&
    !/(?:케이크|케익|cake|ケーキ)/i.test(words.slice(product.start, product.end))
  );
}

/** Which cake each piece speaks of; 0 is the order, or its only cake. */
export function numberCakes(text: string, pieces: readonly Piece[], reader: Reader): number[] {
  const numbers =
    numberByMarks(text, pieces, reader) ??
    numberByTurns(text, pieces, reader) ??
    numberByLines(text, pieces, reader) ??
    numberByRepetition(text, pieces);
  const several = numbers.filter((cake) => cake > 0).length > 1;
  return numbers.map((cake, i) => {
    const piece = pieces[i];
    const isExtra =
      piece !== undefined && (isExtraProduct(text, piece) || (cake === 0 && several && isCounted(text, piece)));
    return isExtra ? EXTRA_ITEMS + i : cake;
  });
}

function numberByMarks(text: string, pieces: readonly Piece[], reader: Reader): number[] | null {
  const isCake = (piece: Piece) => {
    const [field] = piece.fields;
    if (field !== undefined) return CAKE_FIELDS.has(field);
    const words = text.slice(piece.start, piece.end);
    return (
      findSizes(words, reader.context.menu ?? null).length > 0 ||
      reader.tastes.find(words).length > 0 ||
      findProducts(words, reader.context.menu ?? null).length > 0
    );
  };
  const strong = new Set<number>();
  const weak = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (piece.mark === null || !isCake(piece)) continue;
    if (piece.weakMark) weak.set(piece.mark, [...(weak.get(piece.mark) ?? []), piece]);
    else strong.add(piece.mark);
  }
  const rich = [...weak.entries()].filter(
    ([, own]) =>
      own.some((piece) => piece.fields.length === 0 || piece.fields[0] === 'size' || piece.fields[0] === 'product') &&
      own.some(
        (piece) =>
          findSizes(text.slice(piece.start, piece.end), reader.context.menu ?? null).length > 0 ||
          piece.fields.length === 0,
      ),
  );
  const useWeak = rich.length >= 2 && rich.every(([mark]) => mark <= rich.length + 1);
  if (strong.size === 0 && !useWeak) return null;
  return pieces.map((piece) => {
    if (piece.mark === null || (piece.weakMark && !useWeak)) return 0;
    const [field] = piece.fields;
    return field === undefined || CAKE_FIELDS.has(field) || field === 'candles' ? piece.mark : 0;
  });
}

/** "a mini chocolate saying "Hi Mom" and a size 2 vanilla saying "Hi Dad"": on one line each size has its lettering. */
function numberByTurns(text: string, pieces: readonly Piece[], reader: Reader): number[] | null {
  const numbers = pieces.map(() => 0);
  let cakes = 0;
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1];
    const isText = next?.fields[0] === 'cakeLettering' && next.line === piece.line && next.end > next.start;
    if (!isText || (piece.fields.length > 0 && piece.fields[0] !== 'size')) return;
    if (findSizes(text.slice(piece.start, piece.end), reader.context.menu ?? null).length !== 1) return;
    cakes++;
    numbers[i] = cakes;
    numbers[i + 1] = cakes;
  });
  return cakes < 2 ? null : numbers;
}

/** "2x size 1 carrot cake". */
const COUNT_FIRST = /^\s*(?:\d{1,2}\s?[x×]|[x×]\s?\d{1,2}|an?|one)\s/i;

/** Lines below each other that each begin with a size, or each name a product, and say more of it: one cake a line. */
function numberByLines(text: string, pieces: readonly Piece[], reader: Reader): number[] | null {
  const menu = reader.context.menu ?? null;
  const bySize = (all: string) => {
    const words = all.replace(COUNT_FIRST, '');
    const size = findSizes(words, menu)[0];
    return size !== undefined && size.start <= 2 && (reader.tastes.find(words).length > 0 || /["「『]/.test(words));
  };
  const byProduct = (all: string) => {
    const words = all.replace(COUNT_FIRST, '');
    const product = findProducts(words, menu)[0];
    return (
      product !== undefined &&
      product.start <= 2 &&
      (findSizes(words, menu).length > 0 || findCounts(words).length > 0 || reader.tastes.find(words).length > 0)
    );
  };
  const lines = cakeLines(text, pieces, bySize) ?? (reader.hasSizeField ? null : cakeLines(text, pieces, byProduct));
  if (lines === null) return null;
  return pieces.map((piece) => {
    const [field] = piece.fields;
    return field === undefined || CAKE_FIELDS.has(field) ? (lines.get(piece.line) ?? 0) : 0;
  });
}

/** The lines of two or more cakes, numbered. */
function cakeLines(
  text: string,
  pieces: readonly Piece[],
  isCake: (words: string) => boolean,
): ReadonlyMap<number, number> | null {
  const lines = new Map<number, number>();
  for (const piece of pieces) {
    if (piece.fields.length > 0 || lines.has(piece.line)) continue;
    const words = text.slice(piece.start, piece.end);
    if (!isCake(words) || isQuestion(words) || isFix(words)) continue;
    const isOwnLine = pieces.every(
      (other) =>
        other === piece ||
        other.line !== piece.line ||
        (other.fields[0] !== undefined && CAKE_FIELDS.has(other.fields[0])),
    );
    if (isOwnLine && (lines.size === 0 || lines.has(piece.line - 1))) lines.set(piece.line, lines.size + 1);
  }
  return lines.size < 2 ? null : lines;
}

/** A form that has these has one cake, however often a product is named. */
const OWN_LABEL: ReadonlySet<Field | null> = new Set(['size', 'sheet', 'cream', 'flavor']);

/** "다시 보내요! 위에 거 말고 이걸로": said between two forms of which the later one counts. */
const SENT_AGAIN =
  /다시\s?(?:보내|드려|드립|작성|적|써|쓸)|(?:위|앞|아까|먼저)\S{0,3}\s?(?:거|것|꺼|보낸)?\S{0,4}\s?(?:말고|무시|지워)|두\s?번\s?(?:눌|보내|전송|갔)|같은\s?주문|중복|잘못\s?(?:보내|보냈|적|썼)|(?:이걸로|이거로|이 걸로)\s?(?:봐|해|부탁)|ignore|again|instead|twice|double|duplicate|もう一度|再送|二重/i;

/** One order's form that was pasted twice: the same person, and the same cake or words that say so. */
function isSentTwice(text: string, pieces: readonly Piece[]): boolean {
  const valuesOf = (fields: (field: Field) => boolean) => {
    const all = new Map<Field, string[]>();
    for (const piece of pieces) {
      const [field] = piece.fields;
      if (field === undefined || piece.binding !== 'colon' || piece.end <= piece.start || !fields(field)) continue;
      all.set(field, [...(all.get(field) ?? []), text.slice(piece.start, piece.end).replace(/[\s.~!-]/g, '')]);
    }
    return all;
  };
  const person = valuesOf((field) => field === 'name' || field === 'phone');
  const isSame = ([a, b, ...more]: readonly string[]) => a !== undefined && a === b && more.length === 0;
  if (person.size === 0 || ![...person.values()].every(isSame)) return false;
  const cake = [...valuesOf((field) => CAKE_FIELDS.has(field)).values()];
  const said = pieces.some((piece) => piece.fields.length === 0 && SENT_AGAIN.test(text.slice(piece.start, piece.end)));
  return cake.every((values) => values.length === 2) && (said || cake.every(isSame));
}

/** A second form below the first: two or more of a cake's fields come again. */
function numberByRepetition(text: string, pieces: readonly Piece[]): number[] {
  const counts = new Map<Field, number>();
  const fieldOf = (piece: Piece) => {
    const [field] = piece.fields;
    if (piece.owner !== undefined) return null;
    return piece.binding === 'colon' && field !== undefined && piece.end > piece.start && CAKE_FIELDS.has(field)
      ? field
      : null;
  };
  for (const piece of pieces) {
    const field = fieldOf(piece);
    if (field !== null) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const isProductList = (counts.get('product') ?? 0) >= 2 && pieces.every((piece) => !OWN_LABEL.has(fieldOf(piece)));
  if ([...counts.values()].filter((count) => count >= 2).length < 2 && !isProductList) return pieces.map(() => 0);
  if (isSentTwice(text, pieces)) return pieces.map(() => 0);
  let cake = 1;
  let line = -1;
  let seen = new Set<Field>();
  return pieces.map((piece) => {
    const field = fieldOf(piece);
    if (field === null) {
      const [own] = piece.fields;
      return own !== undefined && CAKE_FIELDS.has(own) && piece.line === line ? cake : 0;
    }
    line = piece.line;
    if (seen.has(field)) {
      cake++;
      seen = new Set();
    }
    seen.add(field);
    return cake;
  });
}
