// Finds candles and bags in sentences.
// Law: a question is neither yes nor no; a number of candles is kept as written.
import { isQuestion, isRefusal, withoutCourtesy } from './answers.ts';
import type { Range } from './normal-text.ts';

export interface CandleRange extends Range {
  readonly value: Range;
  readonly sure: boolean;
}
const CANDLE =
  /(?<![가-힣])(?<kind>(?:긴|짧은|큰|작은|숫자|생일|하트|디자인|별)\s?)?(?:초|촛불|캔들|양초)(?<particle>는|은|도|를|만|랑)?(?=[\s\d:.,]|한|두|세|없|필|안|빼|주|추|$)/g;
const CANDLE_EN =
  /(?<![a-z])(?<n>\d{1,2}|no|one|two|three|four|five|a|without)\s(?:(?:long|short|big|small|number)\s)?candles?(?![a-z])/gi;

const CANDLE_JA =
  /(?:ろうそく|ロウソク|ローソク|キャンドル)\s?(?:は|を|が)?\s?(?:(?<n>\d{1,2}\s?本?)|(?<none>なし|無し|不要|いりません|いらない|いらん|要らん|要りません|結構))/g;

export function readCandles(words: string, add: (range: CandleRange, none: boolean) => void): void {
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
      const added = /(?<=\d|개)\s?추가$/.exec(plain)?.[0].length ?? 0;
      add(
        {
          ...whole,
          value: { start: value.end - plain.length, end: value.end - added },
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

export function readBag(words: string, add: (range: Range, wish: boolean | null) => void): void {
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
