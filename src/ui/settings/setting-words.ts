// A field of the shop's settings and its value in words, for where people disagree about it. Pure.
// Law: a blank is said as a blank; a value that this version cannot read is said to be one.
import type { Currency, Money } from '../../domain/money.ts';
import type { Eid, Language } from '../../domain/order.ts';
import type { Country } from '../../domain/phone.ts';
import type {
  DepositRule,
  MenuEntry,
  MenuGroup,
  OpenHours,
  Shop,
  ShopText,
  StaffMember,
  WeekHours,
} from '../../domain/shop.ts';
import { parseLocalDate } from '../../domain/time.ts';
import type { Contender } from '../../store/entity-values.ts';
import { type DisputeTexts, disputeTexts } from '../base/dispute.texts.ts';
import { dayTitleYear, moneyText } from '../base/format.ts';
import { useShop } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { firstRunTexts } from '../first-run/first-run.texts.ts';
import { type ConflictTexts, conflictTexts } from './conflict.texts.ts';
import { countryName, zoneName } from './country.ts';
import { fieldTexts } from './fields.texts.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { settingsTexts } from './settings.texts.ts';
import { WEEK, weekdayName } from './weekday.ts';

export interface SettingWords {
  readonly texts: ConflictTexts;
  readonly disputes: DisputeTexts;
  readonly settings: (typeof settingsTexts)['ko'];
  readonly fields: (typeof fieldTexts)['ko'];
  readonly rules: (typeof firstRunTexts)['ko'];
  readonly language: Language;
  readonly shop: Shop;
}

/** `shop`: the one whose settings are spoken of; elsewhere than in the settings it may be newer than the world's. */
export function useSettingWords(shop?: Shop): SettingWords {
  const known = useShop();
  return {
    texts: useTexts(conflictTexts),
    disputes: useTexts(disputeTexts),
    settings: useTexts(settingsTexts),
    fields: useTexts(fieldTexts),
    rules: useTexts(firstRunTexts),
    language: useLanguage(),
    shop: shop ?? known,
  };
}

/** What a disagreement is about: an entity and a field of it. */
export interface SettingField {
  readonly eid: Eid;
  readonly kind: string;
  readonly field: string;
}

/** The section of the settings where a field is edited. */
export function sectionOf({ kind, field }: SettingField): 'shop' | 'menu' | 'slots' | 'texts' | 'staff' {
  if (kind === 'menuEntry') return 'menu';
  if (kind === 'staff') return 'staff';
  if (kind === 'text') return 'texts';
  return kind === 'shop' && ['slots', 'dayPlaces', 'leadDays', 'deposit'].includes(field) ? 'slots' : 'shop';
}

function shopFieldName(field: string, { settings, texts }: SettingWords): string {
  switch (field) {
    case 'name':
    case 'phone':
    case 'address':
    case 'account':
    case 'country':
    case 'zone':
    case 'currency':
    case 'slots':
    case 'dayPlaces':
    case 'leadDays':
      return settings[field];
    case 'hours':
      return settings.hoursSaved;
    case 'deposit':
      return settings.depositRule;
    case 'language':
      return texts.shopLanguage;
    default:
      return field;
  }
}

function entryFieldName(field: string, { texts }: SettingWords): string {
  switch (field) {
    case 'name':
      return texts.entryName;
    case 'price':
      return texts.entryPrice;
    case 'active':
      return texts.entryActive;
    case 'group':
      return texts.entryGroup;
    case 'position':
      return texts.entryPosition;
    case 'hours':
      return texts.dayHours;
    case 'note':
      return texts.dayNote;
    default:
      return field;
  }
}

const menuThing = (entry: MenuEntry, { fields }: SettingWords) => `${fields[`group.${entry.group}`]} ${entry.name}`;
const staffThing = (member: StaffMember, { texts }: SettingWords) => `${texts.staffList} ${member.name}`;
const textThing = (text: ShopText, { settings }: SettingWords) =>
  `${settings[`text.${text.key}`]} (${LANGUAGE_NAMES.find(([language]) => language === text.language)?.[1] ?? text.language})`;

/** `가게 이름`, `사이즈 1호 · 가격`, `직원 하은 · 이름`, `제작 완료 (한국어)`. */
export function settingName({ eid, kind, field }: SettingField, words: SettingWords): string {
  const { shop, language, settings, texts } = words;
  if (kind === 'shop') return shopFieldName(field, words);
  let thing = '';
  if (kind === 'menuEntry') {
    const entry = shop.menu.find((one) => one.eid === eid);
    thing = entry === undefined ? settings['section.menu'] : menuThing(entry, words);
  } else if (kind === 'staff') {
    const member = shop.staff.find((one) => one.eid === eid);
    thing = member === undefined ? texts.staffList : staffThing(member, words);
  } else if (kind === 'text') {
    const text = shop.texts.find((one) => one.eid === eid);
    return text === undefined ? settings['section.texts'] : textThing(text, words);
  } else {
    // A special day is named by its date.
    const date = parseLocalDate(eid.slice(-10));
    thing = date === null ? settings.specialTitle : dayTitleYear(date, language);
  }
  return field === 'deleted' ? thing : texts.entryField(thing, entryFieldName(field, words));
}

/** Which of an entity's fields it is, where the entity itself stands beside it; '' where it has but one. */
export function fieldWord({ kind, field }: SettingField, words: SettingWords): string {
  return kind === 'shop' ? shopFieldName(field, words) : kind === 'text' ? '' : entryFieldName(field, words);
}

/** `월·화·수 11:00–20:00, 목·금·토 12:00–20:00, 일 쉬는 날`. */
function weekText(hours: WeekHours, { language, texts }: SettingWords): string {
  const groups = new Map<string, string[]>();
  for (const weekday of WEEK) {
    const day = hours[weekday] ?? null;
    const said = day === null ? texts.closed : `${day.open}–${day.close}`;
    groups.set(said, [...(groups.get(said) ?? []), weekdayName(weekday, language)]);
  }
  return [...groups].map(([said, days]) => `${days.join('·')} ${said}`).join(', ');
}

function depositText(rule: DepositRule, { rules, shop, language }: SettingWords): string {
  const within = rules.hours(rule.withinHours);
  if (rule.kind === 'amount') return `${moneyText(rule.value, shop.currency, language)} · ${within}`;
  if (rule.value === 0) return rules.depositNone;
  return `${rule.value === 100 ? rules.depositAll : `${rule.value}%`} · ${within}`;
}

/** What somebody wrote into a field, in words; what cannot be read is said to be so. */
export function contenderText(
  field: Omit<SettingField, 'eid'>,
  { value, isReadable }: Pick<Contender, 'value' | 'isReadable'>,
  words: SettingWords,
): string {
  return isReadable ? settingText(field, value, words) : words.disputes.unreadable;
}

/** A field's value in words. `value` is what the store decoded for that field, so its shape is the field's. */
function settingText({ kind, field }: Omit<SettingField, 'eid'>, value: unknown, words: SettingWords): string {
  const { texts, disputes, settings, fields, rules, language } = words;
  if (field === 'deleted') return value === true ? disputes.deleted : texts.kept;
  if (value === null || value === undefined) {
    return field === 'dayPlaces' ? texts.noLimit : field === 'price' ? fields.noPrice : disputes.blank;
  }
  // Each cast below: the catalogue gives this field this shape, and the store reads no other.
  switch (`${kind}.${field}`) {
    case 'shop.hours':
      return weekText(value as WeekHours, words);
    case 'shop.slots': {
      const { minutes, places } = value as Shop['slots'];
      return texts.perSlot(rules.minutes(minutes), rules.placesShown(places));
    }
    case 'shop.deposit':
      return depositText(value as DepositRule, words);
    case 'shop.dayPlaces':
      return texts.dayLimit(value as number);
    case 'shop.leadDays':
      return rules.leadShown(value as number);
    case 'shop.country':
      return countryName(value as Country, language);
    case 'shop.zone':
      return zoneName(value as string);
    case 'shop.currency':
      return `${new Intl.DisplayNames([language], { type: 'currency' }).of(value as Currency) ?? ''} (${String(value)})`;
    case 'shop.language':
    case 'text.language':
      return LANGUAGE_NAMES.find(([one]) => one === value)?.[1] ?? String(value);
    case 'specialDay.hours': {
      const hours = value as OpenHours | { readonly closed: true };
      return 'closed' in hours ? settings.specialClosed : settings.specialHours(hours.open, hours.close);
    }
    case 'menuEntry.price': {
      const { minor, currency } = value as Money;
      return moneyText(minor, currency, language);
    }
    case 'menuEntry.group':
      return `group.${String(value)}` in fields ? fields[`group.${value as MenuGroup}`] : String(value);
    case 'menuEntry.active':
      return value === true ? settings.menuOn : settings.menuOff;
    case 'staff.active':
      return value === true ? settings.staffWorks : settings.staffAway;
    case 'menuEntry.position':
    case 'staff.position':
      return String((value as number) + 1);
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : texts.unknown;
  }
}
