// Reads words that stand behind no label: sentences, lists on one line, lines of a form whose labels were left out.
// Law: outside a form's fields a word counts only with its own sign (a unit, a particle, a known neighbour).
import { findAllergyInside } from './allergies.ts';
import { isQuestion, isRefusal, withoutCourtesy } from './answers.ts';
import { findCounts, findProducts, findSizes } from './cake-words.ts';
import { findAddress } from './delivery-values.ts';
import { addFact, EXTRA_ITEMS, factsOf } from './facts.ts';
import { letteringEnd, unquote } from './lettering-values.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, trimRange } from './normal-text.ts';
import { findCustomers, findPayers } from './people.ts';
import { findPhones } from './phones.ts';
import type { ChatLine } from './speakers.ts';
import type { Reader } from './value-task.ts';

export interface FreeWords extends Range {
  readonly chatLine: ChatLine;
  readonly cake: number;
  /** The words are the only ones of their line, and no label stands on it. */
  readonly wholeLine: boolean;
  /** The words answer the shop: a day or a time in them replaces what the form said. */
  readonly answers: boolean;
}

const FIX =
  /변경|수정|정정|바꿀|바꿔|바꾸|말고|아니고|아니라|잘못|틀렸|틀리게|오타|아니\s?(?:요|에요|다)?[,!~ ]|→|->|=>|(?:으로|로)\s?(?:해\s?주|할게|할께|하겠|부탁|바꿔)|instead|actually|correction|change|make (?:it|that)|変更|訂正|やっぱり/i;
const OTHERS_PHONE =
  /(?:현금\s?영수증|영수증|남편|와이프|아내|엄마|아빠|어머니|아버지|친구|동생|언니|오빠|누나|대리|비상|계좌|기사|받는\s?분|수령인|픽업자|픽업하실\s?분|찾으실\s?분|receipt|husband|wife|mom|friend)[^\n,/]{0,16}$/i;

/** Whether the words replace something said before: "4시로 해주세요", "아니 2호요". */
export function isFix(words: string): boolean {
  return FIX.test(words);
}

/** Whether the words name somebody else, or something else, whose number follows. */
export function isOfOthers(words: string): boolean {
  return /현금|영수증|남편|와이프|아내|엄마|아빠|어머니|아버지|친구|동생|언니|오빠|대리|비상|계좌|기사|받는|수령|픽업|사업자|receipt|husband|wife|account/i.test(
    words,
  );
}

/** Gathers every fact in the words. */
export function readFreeWords(reader: Reader, free: FreeWords): void {
  const { text } = reader.normal;
  const range = trimRange(text, free.start, free.end);
  if (range.end <= range.start) return;
  const words = text.slice(range.start, range.end);
  const fixes = isFix(words);
  const taken: Range[] = [];
  const at = (r: Range) => ({ start: range.start + r.start, end: range.start + r.end });
  const options = (r: Range, doubt: 'unsure' | null = null) => ({
    ranges: [at(r)],
    source: 'prose' as const,
    fixes,
    doubt,
    cake: free.cake,
  });
  const slice = (r: Range) => sourceSlice(reader.normal, at(r).start, at(r).end);
  const use = (r: Range) => {
    taken.push(r);
    reader.gathered.used.push(at(r));
  };

  const namesSize = findSizes(words, reader.context.menu ?? null).length > 0;
  for (const quote of findQuotes(words)) {
    const isSegment = isDelimited(words, quote);
    if (quote.isLettering || free.wholeLine || free.cake > 0 || isSegment) {
      addFact(
        reader.gathered,
        'cakeLettering',
        { text: slice(quote.inner) },
        options(quote.inner, quote.isLettering || free.cake > 0 || namesSize ? null : 'unsure'),
      );
      use(quote);
    }
  }
  const written = findWritten(words);
  if (written !== null && taken.length === 0) {
    const inner = unquote(words, written);
    addFact(reader.gathered, 'cakeLettering', { text: slice(inner) }, options(inner, written.sure ? null : 'unsure'));
    use(written);
  }
  const rest = () => blank(words, taken);

  for (const mention of findPhones(rest(), reader.context.country, false)) {
    const before = words.slice(0, mention.start);
    if (OTHERS_PHONE.test(before)) {
      use(mention);
      addFact(
        reader.gathered,
        'notes',
        slice({ start: 0, end: words.length }),
        options({ start: 0, end: words.length }),
      );
      continue;
    }
    addFact(reader.gathered, 'phone', { e164: mention.phone.e164, text: slice(mention) }, options(mention, null));
    use(mention);
  }
  for (const payer of findPayers(rest())) {
    addFact(reader.gathered, 'depositor', slice(payer.name), options(payer.name));
    use(payer);
  }
  for (const customer of findCustomers(rest())) {
    if (reader.tastes.isTaste(words.slice(customer.name.start, customer.name.end))) continue;
    addFact(reader.gathered, 'name', slice(customer.name), options(customer.name));
    use(customer);
  }
  readCandles(rest(), (r, none) => {
    addFact(
      reader.gathered,
      'candles',
      none ? { none: true } : { text: slice(r.value) },
      options(r.value, r.sure ? null : 'unsure'),
    );
    use(r);
  });
  readBag(rest(), (r, wish) => {
    if (wish !== null) addFact(reader.gathered, 'coolerBag', wish, options(r));
    use(r);
  });
  findAllergyInside(reader, range, free.cake);
  readDelivery(rest(), (r, method, address) => {
    addFact(reader.gathered, 'delivery', { method, address: address === null ? null : slice(address) }, options(r));
    if (address !== null) use(address);
  });
  const allergies = [...words.matchAll(/\S{0,14}\s?(?:알레르기|알러지)\S*/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  readCake(reader, blank(rest(), allergies), free.cake, { slice, options, use });
  reader.gathered.moments.push({
    ...range,
    field: 'prose',
    said: free.chatLine.said ?? reader.context.now,
    fixes: fixes || free.answers,
    whole: range,
  });
}

/** Stands for what is already read; no customer writes it. */
const BLANK = '▯';

/** The words with what is already read made blank, so that offsets stay. */
function blank(words: string, taken: readonly Range[]): string {
  let out = words;
  for (const r of taken) out = `${out.slice(0, r.start)}${BLANK.repeat(r.end - r.start)}${out.slice(r.end)}`;
  return out;
}

/** Between the slashes of a list. */
function isDelimited(words: string, range: Range): boolean {
  return /(?:^|[/|,·])\s*$/.test(words.slice(0, range.start)) && /^\s*(?:[/|,·]|$)/.test(words.slice(range.end));
}

interface Quote extends Range {
  readonly inner: Range;
  readonly isLettering: boolean;
}
const QUOTED = /"([^"\n]{1,80})"|「([^」\n]{1,80})」|『([^』\n]{1,80})』|(?<![A-Za-z])'([^'\n]{2,80})'(?![A-Za-z])/g;

function findQuotes(words: string): Quote[] {
  const found: Quote[] = [];
  for (const match of words.matchAll(QUOTED)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const start = match.index + 1;
    const end = match.index + match[0].length;
    const after = words.slice(end, end + 16);
    const before = words.slice(Math.max(0, match.index - 24), match.index);
    const isLettering =
      /^\s?(?:이?라고|이?라구|으?로|적어|써\s?주|새겨|넣어|と(?:書|入|お)|on (?:it|the cake|top))/.test(after) ||
      /(?:문구|레터링|글씨|글자|says?|saying|write|written|text|lettering|message|with|words?)\s?(?:는|은|that)?\s?:?\s?$/i.test(
        before,
      );
    const trimmed = trimRange(words, start, start + inner.length);
    found.push({ start: match.index, end, inner: trimmed, isLettering });
  }
  return found;
}

/** "I'd like it to say Happy Birthday Mina.": up to the sentence's end. */
const SAYS =
  /(?:(?:to|should|it|that|which)\s(?:says?|reads?)|saying|(?<!n't\s)write)[:,]?\s(?!on\b)(?<text>[A-Z][^\n".!?▯]{1,60}?[!♥♡❤]*)(?=[.?](?:\s|$)|\s(?:on (?:it|top)|please|in \w+ (?:letters|icing))|,\s(?:and|please|thank|it's|my|no|with|I)|$)/;

/** "생일 축하해 라고 써주세요": from the clause's beginning to the mark. */
function findWritten(words: string): (Range & { sure: boolean }) | null {
  const english =
    /(?:write|put|writing|says?|saying)\s(?!on\s)(?<text>[^\n"]{1,60}?)\son\s(?:it|top|the (?:cake|board|top))/i.exec(
      words,
    );
  if (english?.groups?.text !== undefined) {
    const start = english.index + english[0].indexOf(english.groups.text);
    return { start, end: start + english.groups.text.length, sure: true };
  }
  const said = SAYS.exec(words);
  if (said?.groups?.text !== undefined) {
    const start = said.index + said[0].length - said.groups.text.length;
    return { start, end: start + said.groups.text.length, sure: true };
  }
  const mark = letteringEnd(words);
  if (mark === null) return null;
  if (!/(?:이?라고|이?라구)\s*(?:적어|써|쓰|새겨|넣어|작성)/.test(words.slice(mark.end, mark.after + 4))) return null;
  const lead = words.slice(0, mark.end);
  const topic = /(?:문구|레터링|글씨|글자|글|케이크\s?위에|위에|판에|케이크에)(?:는|은|를|을|도)?\s?:?\s+/g;
  let start = 0;
  let sure = false;
  for (const match of lead.matchAll(topic)) {
    start = match.index + match[0].length;
    sure = true;
  }
  if (!sure) {
    const clause = /.*(?:[,.!?~]\s+|(?:고|요|데|구)\s+)/.exec(lead);
    start = clause?.[0].length ?? 0;
    sure = start === 0 && lead.length < 30 ? !/(?:케이크|호|픽업)\s/.test(lead) : false;
  }
  return start < mark.end ? { start, end: mark.end, sure } : null;
}

interface CandleRange extends Range {
  readonly value: Range;
  readonly sure: boolean;
}
const CANDLE =
  /(?<![가-힣])(?<kind>(?:긴|짧은|큰|작은|숫자|생일|하트|디자인|별)\s?)?(?:초|촛불|캔들|양초)(?<particle>는|은|도|를|만|랑)?(?=[\s\d:.,]|한|두|세|없|필|안|빼|주|추|$)/g;
const CANDLE_EN =
  /(?<![a-z])(?<n>\d{1,2}|no|one|two|three|four|five|a|without)\s(?:(?:long|short|big|small|number)\s)?candles?(?![a-z])/gi;

const CANDLE_JA =
  /(?:ろうそく|ロウソク|ローソク|キャンドル)\s?(?:は|を|が)?\s?(?:(?<n>\d{1,2}\s?本?)|(?<none>なし|無し|不要|いりません|いらない))/g;

function readCandles(words: string, add: (range: CandleRange, none: boolean) => void): void {
  const [japanese] = words.matchAll(CANDLE_JA);
  if (japanese !== undefined) {
    const whole = { start: japanese.index, end: japanese.index + japanese[0].length };
    const written = japanese.groups?.n?.trimEnd();
    const value =
      written === undefined ? whole : { start: whole.end - (japanese.groups?.n ?? '').length, end: whole.end };
    add({ ...whole, value, sure: true }, written === undefined);
    return;
  }
  const [first] = words.matchAll(CANDLE);
  if (first !== undefined) {
    const hasKind = first.groups?.kind !== undefined;
    const from = hasKind ? first.index : first.index + first[0].length;
    const clause = /^[^\n,.!?/|~▯]*/.exec(words.slice(from))?.[0] ?? '';
    const stop = clause.search(
      /(?:이?랑|하고|와|과)?\s(?:보냉|쇼핑백|문구|레터링|입금|픽업|이름|번호|연락)|(?:주시고|해\s?주시고|부탁드리고|이고|하고)\s/,
    );
    const end = from + (stop > 0 ? stop : clause.length);
    const value = withoutCourtesy(words, { start: from, end }, true);
    const text = words.slice(value.start, value.end);
    const whole = { start: first.index, end: Math.max(end, first.index + first[0].length) };
    if (isRefusal(words.slice(from, end).trim()) || isRefusal(text))
      add({ ...whole, value: { start: first.index, end }, sure: true }, true);
    else if (text !== '' && !isQuestion(words.slice(from, end + 1))) {
      const plain = text.replace(/^(?:는|은|도|를)\s?/, '');
      add(
        {
          ...whole,
          value: { start: value.end - plain.length, end: value.end },
          sure: /\d|개|하나|한|두|세|각각|기본|[가-힣]초/.test(plain),
        },
        false,
      );
    }
    return;
  }
  const [english] = words.matchAll(CANDLE_EN);
  if (english === undefined) return;
  const range = { start: english.index, end: english.index + english[0].length };
  const none = /^(?:no|without)/i.test(english[0]);
  const number = { start: range.start, end: range.start + (english.groups?.n ?? '').length };
  add({ ...range, value: none ? range : number, sure: none || /^\d/.test(english[0]) }, none);
}

const BAG =
  /(?:보냉\s?(?:백|팩|가방|포장)?|아이스백|쿨러백|cooler bags?|cool(?:ing)? bags?|ice bags?|insulated bags?|保冷(?:バッグ|袋|バック))/i;
const PLAIN_BAG = /쇼핑백\s?(?:만|으로|이면|에)|paper bag is fine|just a (?:paper|shopping) bag/i;

function readBag(words: string, add: (range: Range, wish: boolean | null) => void): void {
  const match = BAG.exec(words);
  if (match === null) {
    const plain = PLAIN_BAG.exec(words);
    if (plain !== null) add({ start: plain.index, end: plain.index + plain[0].length }, false);
    return;
  }
  const after = /^[^\n,.!?/|▯]*\??/.exec(words.slice(match.index + match[0].length))?.[0] ?? '';
  const before = /[^\n,.!?/|▯]{0,14}$/.exec(words.slice(0, match.index))?.[0] ?? '';
  const range = { start: match.index, end: match.index + match[0].length + after.length };
  if (/(?:no|without|don't need(?: a)?|not)\s(?:a\s|the\s)?$/i.test(before)) add(range, false);
  else if (/말고|대신/.test(after)) add(range, false);
  else if (/쇼핑백\s?(?:말고|대신)/.test(before)) add(range, true);
  else if (isRefusal(after) || /^\s?(?:은|는)?\s?[xX](?![a-z])/.test(after)) add(range, false);
  else if (isQuestion(after) && !/추가\s?(?:될까|가능|해|할)|주실|부탁/.test(after)) add(range, null);
  else add(range, true);
}

const SENDS = /(?<word>퀵\s?(?:서비스)?|택배|배송|배달|deliver(?:y|ed)?|配送|配達|宅配)/i;

function readDelivery(
  words: string,
  add: (range: Range, method: 'pickup' | 'delivery' | 'quick', address: Range | null) => void,
): void {
  const match = SENDS.exec(words);
  if (match === null) return;
  const after = words.slice(match.index, match.index + 40);
  if (/말고|아니|안\s?되|없이|필요\s?없/.test(after)) return;
  const to = /deliver\w*\s(?:it\s)?to:?\s(?<place>[^\n]{6,90})/i.exec(words);
  const place = to?.groups?.place ?? '';
  const toPlace =
    to !== null && /\d/.test(place)
      ? { start: to.index + to[0].length - place.length, end: to.index + to[0].length }
      : null;
  const address = toPlace ?? findAddress(words);
  const asks = isQuestion(after) && !/주실|주세요|부탁/.test(after);
  if (asks && address === null) return;
  const method = /퀵/.test(match[0]) ? 'quick' : 'delivery';
  add({ start: match.index, end: match.index + match[0].length }, method, address);
}

/** "쿠키 5개도 추가할게요": besides the cake. */
const ALSO = /추가|함께|같이|개도|도\s?(?:같이|주|부탁|할)|also|add|plus|as well|追加/i;

interface CakeTools {
  readonly slice: (r: Range) => string;
  readonly options: (r: Range, doubt?: 'unsure' | null) => Parameters<typeof addFact>[3];
  readonly use: (r: Range) => void;
}

/** Sizes, tastes, products and counts; several sizes, each with its own neighbours, are several cakes. */
function readCake(reader: Reader, words: string, cake: number, tools: CakeTools): void {
  const menu = reader.context.menu ?? null;
  const sizes = findSizes(words, menu);
  const products = findProducts(words, menu).filter((p) => !sizes.some((s) => s.start < p.end && p.start < s.end));
  const masked = blank(words, [...products, ...sizes]);
  const tastes = reader.tastes.find(masked);
  const counts = findCounts(masked);
  const anchors = anchorsOf(sizes, products);
  const holds = (list: readonly Range[]) =>
    anchors.filter((anchor) => list.some((r) => r.start >= anchor.start && r.end <= anchor.end)).length;
  const isList = anchors.length > 1 && (holds(sizes) > 1 || holds(products) === anchors.length);
  const groups = isList && areSeveral(words, anchors) ? anchors : [];
  const groupOf = (r: Range) => {
    if (groups.length === 0) return cake;
    let best = 0;
    groups.forEach((size, i) => {
      const cut = i === 0 ? 0 : boundaryBefore(words, groups[i - 1]?.end ?? 0, size.start);
      if (r.start >= cut) best = i;
    });
    return 201 + best;
  };
  const put = (r: Range) => ({ ...tools.options(r), cake: groupOf(r) });
  for (const size of groups.length > 0 ? sizes : sizes.slice(0, 1)) {
    addFact(reader.gathered, 'size', tools.slice(size.value), put(size.value));
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
  const isExtra = sizes.length === 0 && ALSO.test(words) && factsOf(reader.gathered, 'size').length > 0;
  const extra = EXTRA_ITEMS + (products[0]?.start ?? 0) + 500;
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
  for (const taste of tastes) {
    const clean = withoutCourtesy(words, taste, true);
    const tail = words.slice(taste.end, taste.end + 8);
    const alone =
      reader.tastes.isTaste(words.replace(/[.!~]/g, '')) ||
      /^(?:\s?(?:으로|로|요|이요|맛|예요|에요|$|[,/.]))/.test(tail);
    const suffix = /(?<=\S)\s?맛$/.exec(words.slice(clean.start, clean.end));
    const value = suffix === null ? clean : { start: clean.start, end: clean.start + suffix.index };
    addFact(reader.gathered, 'flavor', tools.slice(value), {
      ...put(value),
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

/** A size and the product beside it are one cake. */
function anchorsOf(sizes: readonly Range[], products: readonly Range[]): Range[] {
  const anchors: Range[] = [];
  for (const range of [...sizes, ...products].sort((a, b) => a.start - b.start)) {
    const last = anchors.at(-1);
    const isSize = sizes.includes(range);
    const lastHasSize = last !== undefined && sizes.some((size) => size.start >= last.start && size.end <= last.end);
    const lastHasProduct = last !== undefined && products.some((p) => p.start >= last.start && p.end <= last.end);
    if (last !== undefined && range.start - last.end <= 12 && (isSize ? !lastHasSize : !lastHasProduct)) {
      anchors[anchors.length - 1] = { start: last.start, end: range.end };
    } else anchors.push({ start: range.start, end: range.end });
  }
  return anchors;
}

function boundaryBefore(words: string, from: number, to: number): number {
  const between = words.slice(from, to);
  const cut = Math.max(
    between.lastIndexOf(','),
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
    return /[,/+&\n]|이랑\s|랑\s|하고\s|그리고|와\s|과\s|and\s|개\s|하나\s/.test(between);
  });
}
