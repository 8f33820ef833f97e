// What is said to the customer about an order: the sentence to read back, and the values of the texts to send.
// Law: only what the order says is said; what is missing is left out of the sentence and asked elsewhere.

import { defaultTexts } from '../../domain/default-texts.ts';
import type { Currency } from '../../domain/money.ts';
import { orderTotalMinor } from '../../domain/money.ts';
import type { Item, Language, Order } from '../../domain/order.ts';
import type { Shop } from '../../domain/shop.ts';
import { answerText } from '../../domain/shop.ts';
import type { FilledText, TemplateValues } from '../../domain/text-template.ts';
import { fillTemplate } from '../../domain/text-template.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitleLong, moneyText } from '../base/format.ts';
import { timeAloud } from './day-words.ts';
import { savedOrderTexts } from './saved-order.texts.ts';

const isGiven = (part: string | null): part is string => part !== null && part.trim() !== '';

/** `2호 당근 시트 크림치즈`, with the number of cakes when it is more than one. */
function cakeWords(item: Item): string {
  const words = [item.product, item.size, item.shape, item.sheet, item.cream].filter(isGiven).join(' ');
  return item.quantity > 1 ? `${words} × ${item.quantity}` : words;
}

/** `큰초 6, 작은초 1`; '' while nobody has said. */
export function candleWords(candles: Item['candles'], language: Language): string {
  const words = baseTexts[language];
  if (candles === null) return '';
  if (candles.none) return words.noCandles;
  const parts = [
    candles.big === null ? null : words.bigCandles(candles.big),
    candles.small === null ? null : words.smallCandles(candles.small),
    candles.digits === null ? null : words.digitCandles(candles.digits),
    candles.text,
  ];
  return parts.filter(isGiven).join(', ');
}

/** Spoken pickup time with its precision: `오후 1시 30분쯤`; '' when there is none. */
function pickupTimeAloud(order: Order, language: Language): string {
  const texts = savedOrderTexts[language];
  const { pickup } = order;
  const time = pickup?.start ?? pickup?.end ?? null;
  if (pickup === null || time === null) return '';
  const said = timeAloud(time, language);
  if (pickup.precision === 'about') return texts.aboutAloud(said);
  if (pickup.precision === 'from') return texts.fromAloud(said);
  if (pickup.precision === 'until') return texts.untilAloud(said);
  return pickup.end === null || pickup.start === null ? said : texts.rangeAloud(said, timeAloud(pickup.end, language));
}

/** The sentence to read to the customer before hanging up. */
export function readBackSentence(order: Order, language: Language): string {
  const texts = savedOrderTexts[language];
  const date = order.pickup?.date ?? null;
  const when = [date === null ? '' : dayTitleLong(date, language), pickupTimeAloud(order, language)];
  const cakes = order.items.flatMap((item) => {
    const lettering = answerText(item.lettering).replace(/\s*\n\s*/g, ' / ');
    const board = answerText(item.boardLettering).replace(/\s*\n\s*/g, ' / ');
    const allergy = answerText(item.allergy);
    return [
      cakeWords(item),
      lettering === '' ? noneSaid(item.lettering, texts.letteringNoneAloud) : texts.letteringAloud(lettering),
      board === '' ? '' : texts.boardAloud(board),
      candleWords(item.candles, language),
      allergy === '' ? '' : texts.allergyAloud(allergy),
    ];
  });
  const parts = [when.filter(isGiven).join(' '), ...cakes].filter(isGiven);
  return parts.length === 0 ? texts.nothingToReadBack : texts.readBack(parts.join(', '));
}

const noneSaid = (answer: Item['lettering'], words: string) => (answer !== null && 'none' in answer ? words : '');

/** The shop's request for the deposit, filled with the order, in the customer's language where the shop has that text. */
export function depositText(
  order: Order,
  shop: Shop,
  currency: Currency,
): FilledText & { readonly language: Language } {
  const wanted = order.language ?? shop.language;
  const own = (language: Language) =>
    shop.texts.find((text) => text.key === 'deposit-request' && text.language === language)?.body;
  const proposed = (language: Language) =>
    defaultTexts().find((text) => text.fields.key === 'deposit-request' && text.fields.language === language)?.fields
      .body;
  const body = own(wanted) ?? proposed(wanted) ?? '';
  return { ...fillTemplate(body, templateValues(order, shop, currency, wanted), wanted), language: wanted };
}

/** Values of the shop's texts as the customer reads them. */
export function templateValues(order: Order, shop: Shop, currency: Currency, language: Language): TemplateValues {
  const money = (minor: number | null) => (minor === null ? null : moneyText(minor, currency, language));
  const total = orderTotalMinor(order);
  const deposit = order.depositAsked?.minor ?? null;
  const due = order.depositDue;
  const lettering = order.items.map((item) => answerText(item.lettering)).filter(isGiven);
  return {
    name: order.name,
    date: order.pickup?.date == null ? null : dayTitleLong(order.pickup.date, language),
    time: pickupTimeAloud(order, language),
    items: order.items.map(cakeWords).filter(isGiven).join('\n'),
    lettering: lettering.join(' / '),
    total: money(total),
    deposit: money(deposit),
    balance: total === null ? null : money(total - (deposit ?? 0)),
    account: shop.account,
    due: due === null ? null : `${dayTitleLong(due.date, language)} ${timeAloud(due.time, language)}`,
    shop: shop.name,
  };
}
