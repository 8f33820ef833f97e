// One draft per cake out of the gathered facts.
// Law: what is said of no cake in particular holds for each that says nothing else.
import type { FactKind, FactValues } from './facts.ts';
import { EXTRA_ITEMS, factsOf, LISTED_SIZES } from './facts.ts';
import type { Flag, Found, ItemDraft } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, sourceSpan, trimRange } from './normal-text.ts';
import type { Reader } from './value-task.ts';
import { pick, toFound } from './weighing.ts';

const ITEM_KINDS = [
  'product',
  'size',
  'sheet',
  'cream',
  'flavor',
  'shape',
  'baseColor',
  'textColor',
  'cakeLettering',
  'boardLettering',
  'quantity',
] as const;

/** One draft per cake. What is said of no cake in particular holds for each that says nothing else. */
export function assembleItems(reader: Reader, flags: Set<Flag>): readonly ItemDraft[] {
  const { gathered } = reader;
  const cakes = [
    ...new Set(gathered.facts.filter((fact) => isItemKind(fact.kind) && fact.cake > 0).map((fact) => fact.cake)),
  ].sort((a, b) => a - b);
  const named = cakes.filter((cake) => gathered.facts.some((fact) => fact.cake === cake && fact.kind !== 'quantity'));
  const isMainCommon = named.every((cake) => cake >= EXTRA_ITEMS);
  const numbers = isMainCommon ? [0, ...named] : named;
  const several = numbers.length > 1;
  const listed = numbers.filter((cake) => cake >= LISTED_SIZES && cake < LISTED_SIZES + 50);
  const drafts = numbers.map((cake) => {
    const take = <K extends FactKind>(kind: K): Found<FactValues[K]> | null => {
      const part = listed.length > 1 ? partOfList(reader, kind, listed.indexOf(cake), listed.length) : null;
      if (part !== null) return part;
      const all = factsOf(gathered, kind);
      const own = all.filter((fact) => fact.cake === cake);
      const pool =
        own.length > 0 || cake === 0 || cake >= EXTRA_ITEMS
          ? own
          : kind === 'quantity' && several
            ? []
            : all.filter((fact) => fact.cake === 0);
      const picked = pick(reader, kind, pool);
      if (picked.conflict) flags.add('field_conflict');
      return picked.found;
    };
    const taste = tasteOfProduct(reader, cake);
    const hasTaste = (['sheet', 'cream', 'flavor'] as const).some((kind) => take(kind) !== null);
    const [design] = factsOf(gathered, 'design').filter((fact) => fact.cake === cake);
    const ownCandles = cake > 0 ? factsOf(gathered, 'candles').filter((fact) => fact.cake === cake) : [];
    return {
      product: take('product'),
      size: take('size'),
      sheet: take('sheet'),
      cream: take('cream'),
      flavor: hasTaste ? take('flavor') : taste,
      shape: take('shape'),
      baseColor: take('baseColor'),
      textColor: take('textColor'),
      cakeLettering: take('cakeLettering'),
      boardLettering: take('boardLettering'),
      quantity: take('quantity'),
      candles: ownCandles.length > 0 ? pick(reader, 'candles', ownCandles).found : null,
      allergy: null,
      designNote: design === undefined ? null : toFound(reader, design),
    };
  });
  const cakesOnly = drafts.filter((draft) => ITEM_KINDS.some((kind) => kind !== 'quantity' && draft[kind] !== null));
  return spreadByLettering(reader, cakesOnly);
}

/** "초코케이크 1호 주문할게요": a product of nothing but its taste names both; behind a label it is only the product. */
function tasteOfProduct(reader: Reader, cake: number): Found<string> | null {
  if (cake >= EXTRA_ITEMS) return null;
  const product = factsOf(reader.gathered, 'product').find((fact) => fact.cake === cake && fact.source === 'prose');
  const [range] = product?.ranges ?? [];
  if (range === undefined) return null;
  const words = reader.normal.text.slice(range.start, range.end);
  const taste = words.replace(/\s?(?:케이크|케익|케잌|cakes?|ケーキ)$/i, '');
  if (taste === words || OWN_KIND.test(taste) || !reader.tastes.isTaste(taste)) return null;
  const at = { start: range.start, end: range.start + taste.length };
  const value = sourceSlice(reader.normal, at.start, at.end);
  return { value, raw: value, spans: [sourceSpan(reader.normal, at.start, at.end)], doubt: null };
}

/** Cakes of their own kind, not a taste: 치즈케이크, 떡케이크. */
const OWN_KIND = /^(?:치즈|떡|앙금|쿠키|과일|생과일|cheese|fruit|cookies?|チーズ|フルーツ|팥|기본|믹스)$/i;

/** "1) 생일 축하해 2) 사랑해": the texts behind numbers that count from one. */
const NUMBERED = /(?:^|[\s,/])(?:(?<n>\d)\s?(?:[).:]|번)|(?<circled>[①-⑨]))\s?/g;

function numberedParts(words: string): Range[] {
  const marks = [...words.matchAll(NUMBERED)];
  const isCounted = marks.every(
    ({ groups }, i) => Number(groups?.n ?? (groups?.circled?.codePointAt(0) ?? 0x245f) - 0x245f) === i + 1,
  );
  if (marks.length < 2 || !isCounted || marks[0]?.index !== 0) return [];
  return marks.map((mark, i) => {
    const part = trimRange(words, mark.index + mark[0].length, marks[i + 1]?.index ?? words.length);
    return { start: part.start, end: part.start + words.slice(part.start, part.end).replace(/[\s,/]+$/, '').length };
  });
}

/** "사이즈: 1호, 도시락 / 맛: 초코, 바닐라 / 문구: 1) … 2) …": the second part is the second cake's. */
function partOfList<K extends FactKind>(
  reader: Reader,
  kind: K,
  index: number,
  length: number,
): Found<FactValues[K]> | null {
  if (kind !== 'flavor' && kind !== 'cakeLettering') return null;
  const fact = factsOf(reader.gathered, kind).find((other) => other.cake === 0);
  const range = fact?.ranges[0];
  if (fact === undefined || range === undefined) return null;
  const words = reader.normal.text.slice(range.start, range.end);
  const numbered = fact.ranges.length > 1 ? [] : numberedParts(words);
  const plainly = [...words.matchAll(/[^,/|\n]+/g)].map((part) => ({
    start: part.index,
    end: part.index + part[0].length,
  }));
  const parts =
    fact.ranges.length === length
      ? fact.ranges.map((own) => ({ start: own.start - range.start, end: own.end - range.start }))
      : numbered.length > 0
        ? numbered
        : plainly;
  const part = parts[index];
  if (parts.length !== length || part === undefined) return null;
  const at = trimRange(reader.normal.text, range.start + part.start, range.start + part.end);
  const text = sourceSlice(reader.normal, at.start, at.end);
  const value = (kind === 'flavor' ? text : { text }) as FactValues[K]; // the two kinds that come here hold exactly these
  return { value, raw: text, spans: [sourceSpan(reader.normal, at.start, at.end)], doubt: fact.doubt };
}

/** "도시락 2개, 문구: ① … ② …": as many letterings as cakes of one kind are so many cakes. */
function spreadByLettering(reader: Reader, drafts: readonly ItemDraft[]): readonly ItemDraft[] {
  const [only] = drafts;
  const count = only?.quantity?.value ?? 1;
  if (only === undefined || drafts.length !== 1 || count < 2 || count > 9) return drafts;
  const fact = factsOf(reader.gathered, 'cakeLettering').find((other) => other.cake === 0);
  const [range] = fact?.ranges ?? [];
  if (fact === undefined || range === undefined) return drafts;
  const isNumbered =
    fact.ranges.length === count || numberedParts(reader.normal.text.slice(range.start, range.end)).length === count;
  if (!isNumbered) return drafts;
  return Array.from({ length: count }, (_, i) => ({
    ...only,
    cakeLettering: partOfList(reader, 'cakeLettering', i, count),
    flavor: partOfList(reader, 'flavor', i, count) ?? only.flavor,
    quantity: null,
  }));
}

function isItemKind(kind: FactKind): boolean {
  return (ITEM_KINDS as readonly FactKind[]).includes(kind); // widened to ask, nothing more
}
