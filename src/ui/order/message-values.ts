// What the placeholders of the shop's texts stand for in one order, in the customer's language. Pure.
// Law: what is not known is left out and told to the owner; nothing is invented for a customer.
import type { Currency } from '../../domain/money.ts';
import { summarizeMoney } from '../../domain/money.ts';
import type { Language, Order } from '../../domain/order.ts';
import { answerText, type Shop } from '../../domain/shop.ts';
import type { TemplateValues } from '../../domain/text-template.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, moneyText, spokenTime } from '../base/format.ts';
import { cakeWords } from '../today/order-words.ts';

export function orderToMessageValues(order: Order, shop: Shop, language: Language): TemplateValues {
  const base = baseTexts[language];
  const money = summarizeMoney(order);
  const currency: Currency = money.currency ?? shop.currency;
  const amount = (minor: number | null) => (minor === null ? null : moneyText(minor, currency, language));
  const { pickup, depositDue } = order;
  const time = (() => {
    if (pickup === null) return null;
    const at = pickup.start ?? pickup.end;
    if (at === null) return null;
    const spoken = spokenTime(at, language);
    if (pickup.start === null) return base.timeUntil(spoken);
    if (pickup.precision === 'about') return base.timeAbout(spoken);
    return pickup.precision === 'from' && pickup.end === null ? base.timeFrom(spoken) : spoken;
  })();
  const isStillAsked = money.paidMinor < (order.depositAsked?.minor ?? 0);
  return {
    name: order.name,
    date: pickup?.date == null ? null : dayTitle(pickup.date, language),
    time,
    items: order.items
      .map((item) => `${cakeWords(item)}${item.quantity > 1 ? ` × ${item.quantity}` : ''}`)
      .filter(Boolean)
      .join('\n'),
    lettering: order.items
      .flatMap((item) => [answerText(item.lettering), answerText(item.boardLettering)])
      .filter(Boolean)
      .join(' / '),
    total: amount(money.totalMinor),
    deposit: isStillAsked ? amount(order.depositAsked?.minor ?? null) : null,
    balance: amount(money.balanceMinor === null ? null : Math.max(0, money.balanceMinor)),
    account: shop.account,
    due: depositDue === null ? null : `${dayTitle(depositDue.date, language)} ${spokenTime(depositDue.time, language)}`,
    shop: shop.name,
  };
}
