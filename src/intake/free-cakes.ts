// Finds cakes in sentences: sizes, products, tastes and how many.
// Law: several sizes are several cakes only where the words list them; a product besides the cake is an item of its own.
import { withoutCourtesy } from './answers.ts';
import { findCounts, findProducts, findSharesInBrackets, findSizes } from './cake-words.ts';
import { addFact, EXTRA_ITEMS, factsOf, SHARED_SIZE } from './facts.ts';
import type { Range } from './normal-text.ts';
import { blank } from './read-already.ts';
import type { Reader } from './value-task.ts';

/** "쿠키 5개도 추가할게요": besides the cake. */
const ALSO = /추가|함께|같이|개도|도\s?(?:같이|주|부탁|할)|also|add|plus|as well|追加/i;

/** "초코시트, 크림치즈": two parts of one cake. */
const SHEET_THEN_CREAM = /(?:시트|빵|sponge|sheet|スポンジ)\|.|\|.*(?:크림|필링|cream|frosting|クリーム)$/i;

export interface CakeTools {
  readonly slice: (r: Range) => string;
  readonly options: (r: Range, doubt?: 'unsure' | null) => Parameters<typeof addFact>[3];
  readonly use: (r: Range) => void;
}

const BARE_COUNT = /(?<=\S)\s?(?:\d{1,2}\s?(?:개|판)?|하나|둘|한\s?개|두\s?개)\s(?=\S)/g;

/** "초코 도시락 2 바닐라 도시락 1": a comma behind each count that a cake stands before and behind; offsets stay. */
function withCommas(reader: Reader, words: string): string {
  const isCake = (part: string) =>
    findSizes(part, reader.context.menu ?? null).length === 1 &&
    reader.tastes.find(part).length <= 1 &&
    !/[,/\n]/.test(part);
  let out = words;
  let from = 0;
  for (const count of [...words.matchAll(BARE_COUNT)].slice(0, MAX_LISTED)) {
    const end = count.index + count[0].length;
    const next = /^\S+(?:\s\S+)?\s?(?:\d{1,2}\s?(?:개|판)?|하나|둘|한\s?개|두\s?개)(?=[\s,.!]|$)/.exec(
      words.slice(end),
    )?.[0];
    if (next !== undefined && isCake(next) && isCake(words.slice(from, count.index)))
      out = `${out.slice(0, end - 1)},${out.slice(end)}`;
    from = end;
  }
  return out;
}

/** The numbers that stand for counts in such a list. */
function bareCounts(words: string): { start: number; end: number; count: number }[] {
  return [...words.matchAll(/(?<=[▯가-힣]\s?)(?<![\d/])\d{1,2}(?=,|\s*$)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    count: Number(match[0]),
  }));
}

/** "초코 말고 바닐라로": the one that is not wanted. */
const REFUSED = /^\s?(?:맛\s?)?말고\s/;

/** "chocolate orange cake": all the tastes in front of the word are the cake's. */
function withTasteBefore(reader: Reader, words: string, product: Range): Range {
  if (!/cake$/i.test(words.slice(product.start, product.end))) return product;
  const before = /[a-z]+\s$/i.exec(words.slice(0, product.start))?.[0] ?? '';
  return before !== '' && reader.tastes.isTaste(before.trim())
    ? { start: product.start - before.length, end: product.end }
    : product;
}

/** More sizes in one line than this are no order. */
const MAX_LISTED = 40;

/** Sizes, tastes, products and counts; several sizes, each with its own neighbours, are several cakes. */
export function readCake(reader: Reader, all: string, cake: number, tools: CakeTools): void {
  const menu = reader.context.menu ?? null;
  const listed = withCommas(reader, all);
  const words = readShares(reader, listed, cake, tools);
  const sizes = findSizes(words, menu);
  const products = findProducts(words, menu)
    .filter((p) => !sizes.some((s) => s.start < p.end && p.start < s.end))
    .map((product) => withTasteBefore(reader, words, product));
  const masked = blank(words, [...products, ...sizes]);
  const tastes = reader.tastes.find(masked).filter((taste) => !REFUSED.test(words.slice(taste.end, taste.end + 8)));
  const counts = [...findCounts(masked), ...(listed === all ? [] : bareCounts(masked))];
  const anchors = anchorsOf(words, sizes, products);
  const holdsOne = (list: readonly Range[], anchor: Range) =>
    list.some((r) => r.start >= anchor.start && r.end <= anchor.end);
  const holds = (list: readonly Range[]) => anchors.filter((anchor) => holdsOne(list, anchor)).length;
  const isList =
    anchors.length > 1 &&
    anchors.length <= MAX_LISTED &&
    (holds(sizes) > 1 ||
      holds(products) === anchors.length ||
      anchors.every((anchor, i) => isBesides(words, anchors, sizes, i) || holdsOne(sizes, anchor)));
  const groups = isList && areSeveral(words, anchors) ? anchors : [];
  const groupOf = (r: Range) => {
    if (groups.length === 0) return cake;
    let best = 0;
    groups.forEach((size, i) => {
      const cut = i === 0 ? 0 : boundaryBefore(words, groups[i - 1]?.end ?? 0, size.start);
      if (r.start >= cut) best = i;
    });
    return isBesides(words, groups, sizes, best) ? EXTRA_ITEMS + 700 + best : 201 + best;
  };
  const put = (r: Range) => ({ ...tools.options(r), cake: groupOf(r) });
  const isExtra =
    ALSO.test(words) &&
    (sizes.length === 0 || (products.length > 0 && cake === 0)) &&
    factsOf(reader.gathered, 'size').length > 0;
  const extra = EXTRA_ITEMS + (products[0]?.start ?? 0) + 500;
  for (const size of groups.length > 0 ? sizes : sizes.slice(0, 1)) {
    addFact(
      reader.gathered,
      'size',
      tools.slice(size.value),
      isExtra ? { ...put(size.value), cake: extra } : put(size.value),
    );
    tools.use(size);
  }
  if (groups.length === 0 && sizes.length > 1) {
    const last = sizes.at(-1);
    if (last !== undefined) {
      const between = words.slice(sizes[0]?.end ?? 0, last.start);
      const changed = /말고|아니|→|->|에서|변경/.test(between + words.slice(last.end, last.end + 10));
      addFact(reader.gathered, 'size', tools.slice(last.value), {
        ...put(last.value),
        doubt: changed ? null : 'unsure',
        fixes: true,
      });
      tools.use(last);
    }
  }
  for (const product of groups.length > 0 ? products : products.slice(0, 1)) {
    addFact(
      reader.gathered,
      'product',
      tools.slice(product),
      isExtra ? { ...put(product), cake: extra } : put(product),
    );
    tools.use(product);
  }
  const nearCake = sizes.length > 0 || products.length > 0;
  const [sheet, cream] = tastes;
  const arePair =
    tastes.length === 2 &&
    sheet !== undefined &&
    cream !== undefined &&
    SHEET_THEN_CREAM.test(`${words.slice(sheet.start, sheet.end)}|${words.slice(cream.start, cream.end)}`);
  for (const [i, taste] of tastes.entries()) {
    const clean = withoutCourtesy(words, taste, true);
    const tail = words.slice(taste.end, taste.end + 8);
    const alone =
      reader.tastes.isTaste(words.replace(/[.!~]/g, '')) ||
      /^(?:\s?(?:으로|로|요|이요|맛|예요|에요|$|[,/.]))/.test(tail);
    const suffix = /(?<=\S)\s?(?:맛|味|flavou?r(?:ed)?)$/i.exec(words.slice(clean.start, clean.end));
    const value = suffix === null ? clean : { start: clean.start, end: clean.start + suffix.index };
    const ofAll = /(?:모두|전부|둘\s?다|셋\s?다|다)\s$/.test(words.slice(0, taste.start));
    addFact(reader.gathered, arePair ? (i === 0 ? 'sheet' : 'cream') : 'flavor', tools.slice(value), {
      ...put(value),
      ...(ofAll ? { cake: 0 } : {}),
      doubt: nearCake || alone ? null : 'unsure',
    });
    if (nearCake || alone) tools.use(clean);
  }
  for (const count of counts) {
    if (!nearCake && cake === 0 && !/케이크|주문|예약|cake|order|ケーキ|注文/i.test(words)) continue;
    addFact(reader.gathered, 'quantity', count.count, {
      ...put(count),
      cake: isExtra ? extra : groupOf(count),
    });
    tools.use(count);
  }
}

/** "레터링케이크 1호랑 쿠키 10개": what is no cake beside a cake is an item of its own. */
function isBesides(words: string, groups: readonly Range[], sizes: readonly Range[], at: number): boolean {
  const isCake = (group: Range | undefined) =>
    group !== undefined &&
    (/케이크|케익|케잌|cake|ケーキ/i.test(
      words.slice(group.start, group.end).replace(/컵케(?:이크|익)|cupcakes?/gi, ''),
    ) ||
      sizes.some((size) => size.start >= group.start && size.end <= group.end));
  return !isCake(groups[at]) && groups.some(isCake);
}

/** "도시락 3개 (초코2, 바닐라1)": the words without what the tastes share. */
function readShares(reader: Reader, words: string, cake: number, tools: CakeTools): string {
  const menu = reader.context.menu ?? null;
  const found = cake === 0 ? findSharesInBrackets(words, reader.tastes) : null;
  if (found === null) return words;
  const { whole, shares } = found;
  const before = words.slice(0, whole.start);
  const [count, ...more] = findCounts(before);
  const isOne = findSizes(before, menu).length + findProducts(before, menu).length > 0 && more.length === 0;
  const sum = shares.reduce((total, share) => total + share.count, 0);
  if (!isOne || (count !== undefined && count.count !== sum)) return words;
  shares.forEach((share, i) => {
    const own = { ...tools.options(share), cake: SHARED_SIZE + i };
    const suffix = /(?<=\S)맛$/.test(words.slice(share.start, share.end)) ? 1 : 0;
    addFact(reader.gathered, 'flavor', tools.slice({ start: share.start, end: share.end - suffix }), own);
    addFact(reader.gathered, 'quantity', share.count, own);
  });
  tools.use(whole);
  if (count !== undefined) tools.use(count);
  return blank(words, count === undefined ? [whole] : [whole, count]);
}

/** A size and the product beside it are one cake. */
function anchorsOf(words: string, sizes: readonly Range[], products: readonly Range[]): Range[] {
  const anchors: Range[] = [];
  for (const range of [...sizes, ...products].sort((a, b) => a.start - b.start)) {
    const last = anchors.at(-1);
    const isSize = sizes.includes(range);
    const lastHasSize = last !== undefined && sizes.some((size) => size.start >= last.start && size.end <= last.end);
    const lastHasProduct = last !== undefined && products.some((p) => p.start >= last.start && p.end <= last.end);
    const isListed =
      last !== undefined && /[,、/+\n▯]|랑\s|하고\s|그리고|[와과]\s|and\s|と/.test(words.slice(last.end, range.start));
    if (last !== undefined && !isListed && range.start - last.end <= 12 && (isSize ? !lastHasSize : !lastHasProduct)) {
      anchors[anchors.length - 1] = { start: last.start, end: range.end };
    } else anchors.push({ start: range.start, end: range.end });
  }
  return anchors;
}

function boundaryBefore(words: string, from: number, to: number): number {
  const between = words.slice(from, to);
  const cut = Math.max(
    between.lastIndexOf(','),
    between.lastIndexOf('、'),
    between.lastIndexOf('▯'),
    between.lastIndexOf('/'),
    between.lastIndexOf('+'),
    between.lastIndexOf('\n'),
    between.search(/(?:이랑|랑|하고|그리고|and|と)\s/),
  );
  return cut < 0 ? to : from + cut;
}

/** "1호 초코 하나, 도시락 바닐라 하나": joined by a list word, not by "or" or "말고". */
function areSeveral(words: string, sizes: readonly Range[]): boolean {
  return sizes.slice(1).every((size, i) => {
    const between = words.slice(sizes[i]?.end ?? 0, size.start);
    if (/말고|아니|or\s|이나\s|또는|→|->|에서|대신|vs/i.test(between)) return false;
    return /[,、/+&\n]|▯{2}|이랑\s|랑\s|하고\s|그리고|와\s|과\s|and\s|개\s|하나\s/.test(between);
  });
}
