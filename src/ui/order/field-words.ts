// A field of an order and its value in words, for history and for conflicts. Pure.
// Law: a blank is said as a blank, "none" as none; a field that this version does not know is said to be a value.
import type { Currency } from '../../domain/money.ts';
import type {
  Answer,
  Candles,
  Channel,
  Collector,
  Doubt,
  Eid,
  Fulfilment,
  Language,
  Order,
  OriginalFields,
  Packaging,
  PaymentEntry,
  Pickup,
} from '../../domain/order.ts';
import type { Phone } from '../../domain/phone.ts';
import { formatPhone } from '../../domain/phone-number.ts';
import type { Shop } from '../../domain/shop.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { LocalDate, LocalTime } from '../../domain/time.ts';
import type { HistoryChange } from '../../store/history.ts';
import { hasShape } from '../../store/value-shapes.ts';
import type { baseTexts } from '../base/base.texts.ts';
import type { DisputeTexts } from '../base/dispute.texts.ts';
import { dayTitle, instantText, moneyText, shortened } from '../base/format.ts';
import { doubtText, type doubtTexts } from '../today/doubt.texts.ts';
import { candleWords, packagingName, pickupTimeWords } from '../today/order-words.ts';
import type { fieldTexts } from './field.texts.ts';
import type { OrderTexts } from './order.texts.ts';

export interface FieldWords {
  readonly texts: OrderTexts;
  readonly disputes: DisputeTexts;
  readonly base: (typeof baseTexts)['ko'];
  readonly fields: (typeof fieldTexts)['ko'];
  readonly doubts: (typeof doubtTexts)['ko'];
  readonly language: Language;
  readonly shop: Shop;
  readonly order: Order;
  readonly cake: (number: number) => string;
}

/** `케이크 2 · 시트`, `주문자`. */
export function fieldName(eid: Eid, kind: string, field: string, words: FieldWords): string {
  const { fields, texts, order } = words;
  const isWhole = field === 'deleted' || field === 'entry' || field === 'source' || field === 'picture';
  const own = field in fields ? fields[field as keyof typeof fields] : texts.field; // looked up just before
  if (kind === 'order') return own;
  const number = order.items.findIndex((item) => item.eid === eid) + 1;
  const thing =
    kind === 'item' && number > 0
      ? words.cake(number)
      : `kind.${kind}` in texts
        ? (texts[`kind.${kind}` as 'kind.item'] as string)
        : '';
  return isWhole || thing === '' ? thing || own : `${thing} · ${own}`;
}

const money = (value: { readonly minor: number; readonly currency: Currency }, language: Language) =>
  moneyText(value.minor, value.currency, language);

/** A value from the history, which holds what newer versions wrote as well: what cannot be read is said to be so. */
export function writtenText(
  { kind, field }: Pick<HistoryChange, 'kind' | 'field'>,
  value: HistoryChange['value'],
  words: FieldWords,
): string {
  return hasShape(kind, field, value) ? valueText(field, value, words) : words.disputes.unreadable;
}

/** The value of a field in words. `value` is what the store decoded for that field, so its shape is the field's. */
export function valueText(field: string, value: unknown, words: FieldWords): string {
  const { texts, base, disputes, language, shop } = words;
  if (field === 'deleted') return value === true ? disputes.deleted : texts.keptValue;
  if (field === 'voided' && value === null) return texts.no;
  if (value === null || value === undefined) return disputes.blank;
  // Each cast below: the catalogue gives this field this shape, and the store writes no other.
  switch (field) {
    case 'phone':
      return formatPhone(value as Phone, shop.country);
    case 'collector': {
      const { name, phone } = value as Collector;
      return [name, phone === null ? '' : formatPhone(phone, shop.country)].filter(Boolean).join(' ');
    }
    case 'fulfilment': {
      const { method, address } = value as Fulfilment;
      return [base[`method.${method}`] ?? method, address ?? ''].filter(Boolean).join(' · ');
    }
    case 'pickup': {
      const pickup = value as Pickup;
      const day = pickup.date === null ? base.dateUnknown : dayTitle(pickup.date, language);
      return `${day} ${pickupTimeWords(pickup, base) ?? base.timeUnknown}`;
    }
    case 'status':
      return base[`status.${value as OrderStatus}`];
    case 'channel':
      return base[`channel.${value as Channel}`] ?? String(value);
    case 'packaging':
      return packagingAnswers(value as Packaging, words).join(', ') || disputes.blank;
    case 'price':
    case 'depositAsked':
      return money(value as { minor: number; currency: Currency }, language);
    case 'depositDue': {
      const { date, time } = value as { date: LocalDate; time: LocalTime };
      return `${dayTitle(date, language)} ${time}`;
    }
    case 'doubts':
      return (value as readonly Doubt[]).map(({ code }) => doubtText(code, words.doubts)).join(', ') || base.none;
    case 'language':
      return texts[`language.${value as Language}`] ?? String(value);
    case 'readBack':
      return value === true ? texts.yes : texts.no;
    case 'customer':
      return texts.withCustomer;
    case 'createdAt':
      return instantText(value as number, shop.zone, language);
    case 'lettering':
    case 'boardLettering':
    case 'allergy': {
      const answer = value as NonNullable<Answer>;
      return 'text' in answer ? answer.text : base.none;
    }
    case 'candles':
      return candleWords(value as Candles, base).join(', ') || disputes.blank;
    case 'made':
      return value === true ? texts.made : texts.notMade;
    case 'picture':
      return texts.aPicture;
    case 'role':
      return texts[value === 'agreed' ? 'role.agreed' : 'role.reference'];
    case 'item': {
      const number = words.order.items.findIndex((item) => item.eid === value) + 1;
      return number > 0 ? words.cake(number) : texts['kind.item'];
    }
    case 'entry': {
      const entry = value as PaymentEntry;
      const said = [
        base[`payment.${entry.kind}`],
        money(entry, language),
        base[`paymentMethod.${entry.method}`] ?? entry.method,
      ];
      return [...said, entry.payer ?? ''].filter(Boolean).join(' · ');
    }
    case 'state':
      return value === 'seen' ? texts.seen : texts.expected;
    case 'voided':
      return (value as { reason: string | null }).reason ?? texts.yes;
    case 'source': {
      const { text } = value as NonNullable<OriginalFields['source']>;
      return shortened(text);
    }
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : texts.field;
  }
}

/** What was wanted and what was refused: both are answers. */
export function packagingAnswers(
  packaging: Packaging,
  { shop, base, texts }: Pick<FieldWords, 'shop' | 'base' | 'texts'>,
): string[] {
  return Object.entries(packaging).flatMap(([key, wanted]) => {
    const name = packagingName(key, shop.menu, base);
    return name === null ? [] : [wanted ? name : texts.unwanted(name)];
  });
}
