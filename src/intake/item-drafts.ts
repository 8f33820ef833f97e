// One draft per cake out of the gathered facts.
// Law: what is said of no cake in particular holds for each that says nothing else.
import type { FactKind, FactValues } from './facts.ts';
import { EXTRA_ITEMS, factsOf, LISTED_SIZES } from './facts.ts';
import { unquote } from './lettering-values.ts';
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
  const numbers = inOrder(reader, isMainCommon ? [0, ...named] : named);
  const several = numbers.length > 1;
  const listed = numbers.filter((cake) => cake >= LISTED_SIZES && cake < LISTED_SIZES + 50);
  const main = numbers.filter((cake) => cake < EXTRA_ITEMS);
  const owners = namesOf(reader, main);
  const drafts = numbers.map((cake) => {
    const take = <K extends FactKind>(kind: K): Found<FactValues[K]> | null => {
      const isShared = main.length > 1 && main.includes(cake) && (listed.length > 1 || kind === 'cakeLettering');
      const hasOwn = gathered.facts.some((fact) => fact.kind === kind && fact.cake > 0);
      const part = isShared && !hasOwn ? partOfList(reader, kind, main.indexOf(cake), owners) : null;
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
  return withoutAll(withoutTotal(spreadByLettering(reader, cakesOnly)));
}

/** "마카롱 1박스, 레터링케이크 1호": as the message lists them, where it names products one after the other. */
function inOrder(reader: Reader, numbers: readonly number[]): readonly number[] {
  if (!numbers.some((cake) => cake >= EXTRA_ITEMS + 700 && cake < EXTRA_ITEMS + 800)) return numbers;
  const placeOf = (cake: number) =>
    Math.min(
      ...reader.gathered.facts
        .filter((fact) => fact.cake === cake && (fact.kind === 'product' || fact.kind === 'size'))
        .map((fact) => fact.ranges[0]?.start ?? 0),
    );
  return [...numbers].sort((a, b) => placeOf(a) - placeOf(b));
}

/** "ケーキ2台お願いします。4号…、5号…": a count in front of the first cake that is the number of all is no cake's own. */
function withoutTotal(drafts: readonly ItemDraft[]): readonly ItemDraft[] {
  const [first, ...others] = drafts;
  const count = first?.quantity;
  if (first === undefined || count == null || others.some((draft) => draft.quantity !== null)) return drafts;
  const named = (first.size ?? first.product)?.spans[0]?.start ?? 0;
  const isTotal = others.length > 0 && count.value === drafts.length && (count.spans[0]?.start ?? 0) < named;
  return isTotal ? [{ ...first, quantity: null }, ...others] : drafts;
}

/** "맛: 모두 초코" of several cakes: each is 초코. Of one cake it stays as written. */
function withoutAll(drafts: readonly ItemDraft[]): readonly ItemDraft[] {
  const several = drafts.length > 1 || (drafts[0]?.quantity?.value ?? 1) > 1;
  const own = (found: Found<string> | null) =>
    found === null ? null : { ...found, value: found.value.replace(/^(?:모두|전부|둘\s?다|셋\s?다|다)\s+(?=\S)/, '') };
  if (!several) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    sheet: own(draft.sheet),
    cream: own(draft.cream),
    flavor: own(draft.flavor),
  }));
}

/** What each cake is called in the message: its size, tastes and product. */
function namesOf(reader: Reader, cakes: readonly number[]): string[][] {
  return cakes.map((cake) =>
    reader.gathered.facts
      .filter((fact) => fact.cake === cake && ['size', 'flavor', 'product'].includes(fact.kind))
      .map((fact) => String(fact.value)),
  );
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

/** "하나는 …", "한 개는 …", "the other: …": parts in the order of the cakes. */
const ONE_EACH =
  /^(?:각각|각|순서대로)?\s*(?:하나|한\s?개|하나씩|다른\s?하나|나머지(?:\s?하나)?|첫\s?번?째|두\s?번?째|세\s?번?째|one|the other|first|second)(?:에?는|은|:|\s-|\s)\s*/i;
const EACH = /^(?:각각|각|순서대로|respectively)\s*[:,]?\s*/i;

/**
 * The texts of so many cakes in one value: numbered, each in quotation marks, told by "하나는", by the cake's own size or
 * taste ("1호 - 축하해 / 도시락 - 고마워"), or by slashes. `owners`: what each cake is called.
 */
function partsFor(words: string, owners: readonly (readonly string[])[], isText: boolean): (Range | null)[] {
  const count = owners.length;
  const numbered = numberedParts(words);
  if (numbered.length === count) return numbered;
  const quotes = [...words.matchAll(/["「]([^"」\n]{1,60})["」]/g)].map((quote) => ({
    start: quote.index + 1,
    end: quote.index + 1 + (quote[1] ?? '').length,
  }));
  const lead = EACH.exec(words)?.[0].length ?? 0;
  const cut = isText ? /[^/|\n]+/g : /[^,/|\n]+/g;
  let parts = [...words.slice(lead).matchAll(cut)].map((part) =>
    trimRange(words, lead + part.index, lead + part.index + part[0].length),
  );
  if (parts.length !== count && ONE_EACH.test(words))
    parts = [...words.matchAll(/[^,/|\n]+/g)].map((part) => trimRange(words, part.index, part.index + part[0].length));
  if (quotes.length === count && parts.length !== count) return quotes;
  if (parts.length !== count) return partsByName(words, owners);
  const text = (part: Range) => words.slice(part.start, part.end);
  if (parts.every((part) => ONE_EACH.test(text(part))))
    return parts.map((part) => {
      const start = part.start + (ONE_EACH.exec(text(part))?.[0].length ?? 0);
      const quoted = /^["'「](.+?)(?:["'」]|$)/.exec(words.slice(start, part.end))?.[1];
      return quoted === undefined ? { start, end: part.end } : { start: start + 1, end: start + 1 + quoted.length };
    });
  const tagged = owners.map((names) => {
    const own = parts.flatMap((part) => {
      const name = names.find((other) => text(part).toLowerCase().startsWith(other.toLowerCase()));
      const sign =
        name === undefined ? null : /^(?:\s*(?:에는|에|은|는|:|-|\))\s*|\s+)/.exec(text(part).slice(name.length));
      return name === undefined || sign === null
        ? []
        : [{ start: part.start + name.length + sign[0].length, end: part.end }];
    });
    return own.length === 1 ? (own[0] ?? null) : null;
  });
  return tagged.every((part) => part !== null) ? tagged : parts;
}

/** "1호에 엄마 사랑해 도시락에 아빠 사랑해": each cake by its name, in their order, and nothing before them. */
function partsByName(words: string, owners: readonly (readonly string[])[]): (Range | null)[] {
  const found = owners.map((names) =>
    names.flatMap((name) => {
      const at = words.indexOf(name);
      const sign = at < 0 ? null : /^(?:에는|에|은|는)\s+/.exec(words.slice(at + name.length));
      return sign === null ? [] : [{ start: at, end: at + name.length + sign[0].length }];
    }),
  );
  const marks = found.map((own) => own[0]);
  if (marks[0]?.start !== 0 || marks.some((mark, i) => mark === undefined || mark.start < (marks[i - 1]?.end ?? 0)))
    return [];
  return marks.map((mark, i) => trimRange(words, mark?.end ?? 0, marks[i + 1]?.start ?? words.length));
}

/** "맛: 초코, 바닐라": then the commas of the lettering divide as well; else "엄마, 아빠 사랑해" is one text. */
function areTastesListed(reader: Reader, count: number): boolean {
  const range = factsOf(reader.gathered, 'flavor').find((fact) => fact.cake === 0)?.ranges[0];
  return range !== undefined && reader.normal.text.slice(range.start, range.end).split(',').length === count;
}

/** The part of a common value that is the cake's at `index`; null when the value does not fall into so many parts. */
function partOfList<K extends FactKind>(
  reader: Reader,
  kind: K,
  index: number,
  owners: readonly (readonly string[])[],
): Found<FactValues[K]> | null {
  if (kind !== 'flavor' && kind !== 'cakeLettering') return null;
  const fact = factsOf(reader.gathered, kind).find((other) => other.cake === 0);
  const range = fact?.ranges[0];
  if (fact === undefined || range === undefined) return null;
  const words = reader.normal.text.slice(range.start, range.end);
  const parts =
    fact.ranges.length === owners.length
      ? fact.ranges.map((own) => ({ start: own.start - range.start, end: own.end - range.start }))
      : partsFor(words, owners, kind === 'cakeLettering' && !areTastesListed(reader, owners.length));
  const part = parts[index];
  if (parts.length !== owners.length || part === undefined || part === null) return null;
  const at = unquote(
    reader.normal.text,
    trimRange(reader.normal.text, range.start + part.start, range.start + part.end),
  );
  const text = sourceSlice(reader.normal, at.start, at.end);
  const value = (kind === 'flavor' ? text : { text }) as FactValues[K]; // the two kinds that come here hold exactly these
  return { value, raw: text, spans: [sourceSpan(reader.normal, at.start, at.end)], doubt: fact.doubt };
}

/** "도시락 2개, 문구: ① … ② …": as many letterings as cakes of one kind are so many cakes. */
function spreadByLettering(reader: Reader, drafts: readonly ItemDraft[]): readonly ItemDraft[] {
  const [only] = drafts;
  const count = only?.quantity?.value ?? 1;
  if (only === undefined || drafts.length !== 1 || count < 2 || count > 9) return drafts;
  const owners: string[][] = Array.from({ length: count }, () => []);
  const spread = owners.map((_, i) => partOfList(reader, 'cakeLettering', i, owners));
  if (spread.some((part) => part === null)) return drafts;
  return spread.map((cakeLettering, i) => ({
    ...only,
    cakeLettering,
    flavor: partOfList(reader, 'flavor', i, owners) ?? only.flavor,
    quantity: null,
  }));
}

function isItemKind(kind: FactKind): boolean {
  return (ITEM_KINDS as readonly FactKind[]).includes(kind); // widened to ask, nothing more
}
