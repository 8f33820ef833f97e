// Reads words that stand behind no label: sentences, lists on one line, lines of a form whose labels were left out.
// Law: outside a form's fields a word counts only with its own sign (a unit, a particle, a known neighbour).
import { findAllergyInside } from './allergies.ts';
import { isQuestion, isRefusal } from './answers.ts';
import { findSizes } from './cake-words.ts';
import { findAddress } from './delivery-values.ts';
import { addFact } from './facts.ts';
import { readCake } from './free-cakes.ts';
import { readBag, readCandles } from './free-extras.ts';
import { findQuotes, findWritten, isDelimited, lastSegment } from './free-lettering.ts';
import { unquote } from './lettering-values.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, trimRange } from './normal-text.ts';
import { findCustomers, findPayers } from './people.ts';
import { findPhones } from './phones.ts';
import { blank } from './read-already.ts';
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
/** "날짜 잘못 적었어요! 25일이에요": what follows on the line is the correction. */
const SLIP = /잘못\s?(?:적|썼|써|보냈|말|알려|입력|됐|되)|틀렸|오타|착각|정정|헷갈|wrong|mistake|typo|訂正|間違/i;
/** "저번에 4만원짜리 1호 주문했던 손님인데요": the cake of another time. */
const EARLIER_ORDER =
  /(?:저번|지난\s?번|지난\s?달|지난\s?주|지난\s?\d{1,2}월(?:\s?\d{1,2}일)?|예전|작년|접때|(?<![시분일]\s?)전에|last (?:time|year|month))[^\n.!?]{0,40}?(?:(?:주문|예약|구매|구입)\s?(?:했|하였|한|드렸|드린)|샀|산\s|먹었|먹은|받았|ordered|bought)\S{0,3}(?:\s?(?:사람|손님|고객|거|적))?\S{0,6}|(?:前回|去年)[^\n。]{0,30}?(?:注文し|買っ)た?/gi;
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
  const fixes = isFix(words) || SLIP.test(text.slice(free.chatLine.start, range.start));
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

  const sizes = findSizes(words, reader.context.menu ?? null);
  const namesSize = sizes.length > 0;
  const quotes = findQuotes(words);
  const inTurn = free.cake === 0 && standInTurn(sizes, quotes);
  if (inTurn) {
    const texts = quotes.map((quote) => slice(quote.inner)).join(' / ');
    const ranges = quotes.map((quote) => at(quote.inner));
    addFact(reader.gathered, 'cakeLettering', { text: texts }, { source: 'prose', fixes, ranges });
    for (const quote of quotes) use(quote);
  }
  for (const quote of inTurn ? [] : quotes) {
    if (/^\s?(?:と申し|といいます|(?:이?라고)\s?(?:합니다|해요|하는데))/.test(words.slice(quote.end))) continue;
    const isSegment = isDelimited(words, quote);
    const isLast = namesSize && words.slice(quote.end).replace(/[\s.!~]/g, '') === '';
    const isAlone = free.wholeLine && quote.start === 0 && /^[\s.!~♥♡❤]*$/.test(words.slice(quote.end));
    if (quote.isLettering || free.wholeLine || free.cake > 0 || isSegment || isLast) {
      addFact(
        reader.gathered,
        'cakeLettering',
        { text: slice(quote.inner) },
        options(quote.inner, quote.isLettering || free.cake > 0 || namesSize || isAlone ? null : 'unsure'),
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
  const earlier = [...words.matchAll(EARLIER_ORDER)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  readCake(reader, blank(rest(), [...allergies, ...earlier]), free.cake, { slice, options, use });
  const segment = free.cake > 0 ? lastSegment(rest()) : null;
  if (
    segment !== null &&
    !reader.gathered.facts.some((fact) => fact.kind === 'cakeLettering' && fact.cake === free.cake)
  ) {
    const isNoText = isRefusal(slice(segment));
    addFact(reader.gathered, 'cakeLettering', isNoText ? { none: true } : { text: slice(segment) }, options(segment));
    use(segment);
  }
  reader.gathered.moments.push({
    ...range,
    field: 'prose',
    said: free.chatLine.said ?? reader.context.now,
    fixes: fixes || free.answers,
    whole: range,
  });
}

/** "4号バニラ「みお」、5号チョコ「ゆい」": behind each size one quotation. */
function standInTurn(sizes: readonly Range[], quotes: readonly Range[]): boolean {
  return (
    quotes.length > 1 &&
    quotes.length === sizes.length &&
    quotes.every((quote, i) => {
      const size = sizes[i];
      const next = sizes[i + 1];
      return size !== undefined && size.end <= quote.start && (next === undefined || quote.end <= next.start);
    })
  );
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
