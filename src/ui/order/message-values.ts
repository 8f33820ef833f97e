// What the placeholders of the shop's texts stand for in one order, in the customer's language. Pure.
// Law: what is not known is left out and told to the owner; nothing is invented for a customer.
import type { Currency } from '../../domain/money.ts';
import { summarizeMoney } from '../../domain/money.ts';
import type { Language, Order } from '../../domain/order.ts';
import { answerText, type Shop } from '../../domain/shop.ts';
import type { TemplateKey, TemplateValues } from '../../domain/text-template.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, moneyText, spokenTime } from '../base/format.ts';
import { cakeWords } from '../today/order-words.ts';

export interface MessageValues {
  readonly values: TemplateValues;
  /** Left out because they are paid, not because nobody knows them. */
  readonly settled: ReadonlySet<TemplateKey>;
}

export function orderToMessageValues(order: Order, shop: Shop, language: Language): MessageValues {
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
  const isDepositPaid = order.depositAsked !== null && money.paidMinor >= order.depositAsked.minor;
  const isPaid = money.balanceMinor !== null && money.balanceMinor <= 0;
  const settled = new Set<TemplateKey>();
  if (isDepositPaid || isPaid) settled.add('deposit').add('due');
  if (isPaid) settled.add('balance');
  const values: TemplateValues = {
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
    deposit: settled.has('deposit') ? null : amount(order.depositAsked?.minor ?? null),
    balance: isPaid ? null : amount(money.balanceMinor),
    account: shop.account,
    due: depositDue === null ? null : `${dayTitle(depositDue.date, language)} ${spokenTime(depositDue.time, language)}`,
    shop: shop.name,
  };
  return { values, settled };
}
