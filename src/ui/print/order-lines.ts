// The words of one order as the paper, the shared file and the plain text say them. Pure.
// Law: lettering is kept to the letter; what is not known is said, never left blank.

import { packagingKey } from '../../domain/default-menu.ts';
import type { Language } from '../../domain/order.ts';
import type { ItemRow, OrderRow } from '../../domain/order-row.ts';
import { formatPhone } from '../../domain/phone-number.ts';
import type { PickupDay } from '../../domain/pickup-list.ts';
import { amountDue } from '../../domain/pickup-list.ts';
import type { Shop } from '../../domain/shop.ts';
import { isOpen } from '../../domain/status.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { baseTexts } from '../base/base.texts.ts';
import { dayTitleLong, moneyText, timeText } from '../base/format.ts';
import type { PrintTexts } from './print.texts.ts';

export interface PaperWords {
  readonly texts: PrintTexts;
  readonly base: (typeof baseTexts)['ko'];
  readonly language: Language;
  readonly shop: Shop;
  readonly today: LocalDate;
  /** Whether phone numbers and delivery addresses are on the paper. */
  readonly phones: boolean;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** `①`; beyond twenty `(21)`. */
export function circled(position: number): string {
  return CIRCLED[position] ?? `(${position + 1})`;
}

/** `10월 15일 토요일 픽업`; another year's day says its year. */
export function dayHeading(day: LocalDate, { texts, language, today }: PaperWords): string {
  const long = dayTitleLong(day, language);
  const year = day.slice(0, 4);
  return year === today.slice(0, 4) ? texts.pickups(long) : texts.pickupsInYear(year, long);
}

/** The lines under the heading: counts and money, then sizes. */
export function daySummary(day: PickupDay, { texts, language }: PaperWords): string[] {
  const counts = [texts.orders(day.orders.length), texts.cakes(day.cakes)];
  for (const sum of day.due) {
    if (sum.balanceMinor > 0) counts.push(texts.balanceSum(moneyText(sum.balanceMinor, sum.currency, language)));
    if (sum.depositMinor > 0) counts.push(texts.depositSum(moneyText(sum.depositMinor, sum.currency, language)));
  }
  const sizes = day.sizes.map(({ name, count }) => `${name === '' ? texts.sizeUnknown : name} ${count}`);
  const lines = [counts.join(' · ')];
  if (sizes.length > 0) lines.push(sizes.join(' · '));
  if (day.cancelled > 0) lines.push(texts.cancelled(day.cancelled));
  return lines;
}

/** The large time, and what stands small beside it (`쯤`, `–14:00`). */
export function pickupTime(row: OrderRow, { texts }: PaperWords): { readonly time: string; readonly mark: string } {
  const { start, end, precision } = row;
  if (start !== null && end !== null) return { time: timeText(start), mark: `–${timeText(end)}` };
  const only = start ?? end;
  if (only === null) return { time: '', mark: texts.timeUnknown };
  if (precision === 'until' || start === null) return { time: timeText(only), mark: texts.until };
  return {
    time: timeText(only),
    mark: precision === 'about' ? texts.about : precision === 'from' ? texts.fromMark : '',
  };
}

/** Puts words of the paper in one line that breaks between them, never within a short one or before a dot. */
export function inOneLine(words: readonly string[]): string {
  return words.map((word) => (word.length > 24 ? word : word.replaceAll(' ', '\u00a0'))).join('\u00a0· ');
}

/** Size, sheet, cream, shape, candles, quantity. */
export function cakeWords(item: ItemRow, { texts, base }: PaperWords): string[] {
  const { candles } = item;
  return [
    item.product,
    item.size ?? (item.product === null ? base['lacking.size'] : null),
    item.sheet,
    item.cream,
    item.shape,
    candles?.none === true ? base.noCandles : null,
    candles?.big ? base.bigCandles(candles.big) : null,
    candles?.small ? base.smallCandles(candles.small) : null,
    candles?.digits ? base.digitCandles(candles.digits) : null,
    candles?.text ?? null,
    item.quantity > 1 ? texts.quantity(item.quantity) : null,
  ].flatMap((word) => (word === null || word === '' ? [] : [word]));
}

/** Packaging that is wanted, by the shop's own names. */
export function packagingWords(row: OrderRow, { shop, base }: PaperWords): string[] {
  const own = new Map(
    shop.menu.filter((entry) => entry.group === 'packaging').map((entry) => [packagingKey(entry), entry.name]),
  );
  const usual: Readonly<Record<string, string | undefined>> = {
    coolerBag: base['packaging.coolerBag'],
    icePack: base['packaging.icePack'],
    domeCase: base['packaging.domeCase'],
    shoppingBag: base['packaging.shoppingBag'],
  };
  return Object.entries(row.packaging).flatMap(([key, wanted]) => (wanted ? [own.get(key) ?? usual[key] ?? key] : []));
}

/** `010-0000-5678`, or that there is none; null when phones are left off. */
export function phoneWords(row: OrderRow, { base, shop, phones }: PaperWords): string | null {
  if (!phones) return null;
  if (row.phone === '' && row.e164 === null) return base['lacking.phone'];
  return formatPhone({ e164: row.e164, text: row.phone }, shop.country);
}

export interface DeliveryWords {
  /** `배달` or `퀵`. */
  readonly method: string;
  /** '' when it is left off with the phone numbers, or not known (`orderTroubles` says so). */
  readonly address: string;
  /** `받는 분 윤도준 010-0000-3451`; '' when it is the customer. */
  readonly receiver: string;
}

/** Where the order goes, for the one who brings it; null when the customer comes for it. */
export function deliveryWords(row: OrderRow, { texts, base, shop, phones }: PaperWords): DeliveryWords | null {
  const { delivery, method } = row;
  if (delivery === undefined || method === 'pickup') return null;
  const name = row.collector === row.name ? '' : row.collector;
  const phone = phones && delivery.phone !== null ? formatPhone(delivery.phone, shop.country) : '';
  const receiver = [name, phone].filter((word) => word !== '').join(' ');
  return {
    method: base[`method.${method}`],
    address: phones ? delivery.address : '',
    receiver: receiver === '' ? '' : texts.receiver(receiver),
  };
}

/** What concerns the whole order and is not normal: another collector, the memo. */
export function orderRemarks(row: OrderRow, { texts }: PaperWords): string[] {
  const remarks: string[] = [];
  const isCollected = row.delivery === undefined;
  if (isCollected && row.collector !== '' && row.collector !== row.name) remarks.push(texts.collector(row.collector));
  if (row.memo !== '') remarks.push(texts.memo(row.memo));
  return remarks;
}

/** What must be asked before the day begins; nothing that another place of the paper says already. */
export function orderTroubles(row: OrderRow, { texts, base }: PaperWords): string[] {
  const troubles: string[] = row.lacking
    .filter((lacking) => lacking === 'size' || lacking === 'lettering')
    .filter((lacking) => !(lacking === 'size' && row.items.length === 0))
    .map((lacking) => base[`lacking.${lacking}`]);
  if (row.delivery?.address === '' && isOpen(row.status)) troubles.push(texts.noAddress);
  if (row.conflicts > 0) troubles.push(texts.conflict);
  if (row.doubts.length > 0) troubles.push(texts.doubt);
  if (row.status === 'no-show') troubles.push(base['status.no-show']);
  return troubles;
}

export interface AmountLine {
  readonly label: string;
  readonly amount: string | null;
}

/** The money column: `잔금 ₩32,000`, `결제 완료`, both deposit and balance where both are due. */
export function amountLines(row: OrderRow, { texts, shop, language }: PaperWords): AmountLine[] {
  const due = amountDue(row, shop.currency);
  const money = (minor: number) => moneyText(minor, due.currency, language);
  const awaits = row.status === 'awaiting-deposit';
  switch (due.state) {
    case 'none':
      return [];
    case 'paid':
      return [{ label: texts.paid, amount: null }];
    case 'unknown':
      return awaits
        ? [
            { label: texts.deposit, amount: null },
            { label: texts.priceUnknown, amount: null },
          ]
        : [{ label: texts.priceUnknown, amount: null }];
    case 'overpaid':
      return [{ label: texts.overpaid, amount: money(due.balanceMinor) }];
    case 'due': {
      const lines: AmountLine[] = [];
      if (awaits) lines.push({ label: texts.deposit, amount: due.depositMinor > 0 ? money(due.depositMinor) : null });
      if (due.balanceMinor > 0) lines.push({ label: texts.balance, amount: money(due.balanceMinor) });
      return lines;
    }
  }
}
