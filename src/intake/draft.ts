// Weighs the gathered facts and writes the draft: one value per field, conflicts and gaps as flags.
// Law: the last word counts and the contradiction is shown; what is missing is said once, as a flag.
import type { Answer } from '../domain/order.ts';
import type { Fact, FactKind, FactValues } from './facts.ts';
import { addFact, factsOf } from './facts.ts';
import type { FreeWords } from './free-words.ts';
import { assembleItems } from './item-drafts.ts';
import { judgeKind } from './message-kind.ts';
import type { Doubt, Flag, Found, MessageKind, OrderDraft } from './message-reading.ts';
import { FLAGS } from './message-reading.ts';
import type { SettledMoment } from './moments.ts';
import { momentRanges, settleMoment } from './moments.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, sourceSpan } from './normal-text.ts';
import { cutName, isNameLike, trimName } from './people.ts';
import { findPhones } from './phones.ts';
import type { DayVerdict } from './pickup-day.ts';
import { findNameBeside, findUnlabelledLettering } from './unlabelled.ts';
import type { Reader } from './value-task.ts';
import { pick, toFound } from './weighing.ts';

export interface Setting {
  readonly free: readonly FreeWords[];
  readonly labels: number;
  readonly filled: number;
  /** All that the customer said. */
  readonly words: string;
}
export interface Assembled {
  readonly kind: MessageKind;
  readonly draft: OrderDraft;
  readonly flags: readonly Flag[];
  readonly used: readonly Range[];
}

export function assembleDraft(reader: Reader, setting: Setting): Assembled {
  const { gathered } = reader;
  const flags = new Set<Flag>();
  const english = !/[가-힣ぁ-んァ-ヶ]/.test(setting.words.replace(/\d\s?호/g, ''));
  const one = <K extends FactKind>(kind: K, cake: number | null = null): Found<FactValues[K]> | null => {
    const facts = factsOf(gathered, kind).filter((fact) => cake === null || fact.cake === cake);
    const picked = pick(reader, kind, facts);
    if (picked.conflict) flags.add('field_conflict');
    return picked.found;
  };

  const phone = one('phone') ?? phoneOfCollector(reader);
  const hasText = gathered.facts.some((fact) => fact.kind === 'cakeLettering' || fact.kind === 'boardLettering');
  const asText = hasText || phone === null ? null : findUnlabelledLettering(reader, setting.free, momentless(reader));
  if (asText !== null) {
    const value = { text: sourceSlice(reader.normal, asText.start, asText.end) };
    addFact(gathered, 'cakeLettering', value, { ranges: [asText], source: 'prose' });
    gathered.used.push(asText);
  }
  const labelledName = factsOf(gathered, 'name').some((fact) => fact.source === 'label');
  const anyName = pickName(reader, { free: setting.free, isTextKnown: hasText || asText !== null }, one('name'));
  const payer = factsOf(gathered, 'depositor').at(-1);
  const isOfPayer = !labelledName && anyName !== null && anyName.value === payer?.value;
  const saidApart = factsOf(gathered, 'name').some(
    (fact) => fact.value === payer?.value && fact.ranges[0]?.start !== payer?.ranges[0]?.start,
  );
  const name = isOfPayer && !saidApart ? null : anyName;
  const items = assembleItems(reader, flags);
  const firstMoment = settleMoment(gathered.moments, {
    text: reader.normal.text,
    hours: reader.context.hours,
    english,
    isChange: false,
  });
  const kind = judgeKind({
    words: setting.words,
    labels: setting.labels,
    filled: setting.filled,
    hasName: name !== null && name.doubt === null,
    hasPhone: phone !== null,
    hasDate: firstMoment.day !== null && !isGone(firstMoment.day),
    hasTime: firstMoment.time !== null,
    hasCake: items.some(
      (item) =>
        item.size !== null ||
        item.flavor !== null ||
        item.product !== null ||
        item.sheet !== null ||
        item.cream !== null,
    ),
    hasLettering: items.some((item) => item.cakeLettering !== null || item.boardLettering !== null),
  });
  const isOrder = kind === 'order';
  const moment =
    kind === 'change-request'
      ? settleMoment(gathered.moments, {
          text: reader.normal.text,
          hours: reader.context.hours,
          english,
          isChange: true,
        })
      : firstMoment;
  if (isOrder) addGaps(flags, name, phone, moment);
  for (const flag of moment.flags) if (kind !== 'not-an-order' && kind !== 'empty-form') flags.add(flag);
  if (phone !== null && phone.value.e164 === null && kind !== 'not-an-order') flags.add('phone_invalid');
  if (kind === 'not-an-order' || kind === 'empty-form') {
    flags.clear();
    flags.add('not_an_order');
    if (kind === 'empty-form') flags.add('empty_form');
  }
  if (kind === 'change-request') {
    flags.delete('field_conflict');
    flags.add('change_request');
  }
  if (kind === 'cancel-request') flags.add('cancel_request');
  const kept = isOrder
    ? items
    : kind === 'change-request'
      ? items.filter((item) => item.cakeLettering !== null || item.size !== null || item.flavor !== null)
      : [];
  if (isOrder && (kept.length > 1 || areUndivided(gathered.facts))) flags.add('multi_item');
  const address = one('address');
  const delivery = one('delivery');
  const allergy = one('allergy');
  const draft: OrderDraft = {
    customerName: name,
    phone,
    pickupDate: dateFound(reader, moment),
    pickupTime: timeFound(reader, moment),
    items: kept,
    candles: candlesOf(reader, one),
    packaging: { coolerBag: one('coolerBag'), shoppingBag: one('shoppingBag') },
    depositor: resolveDepositor(one('depositor'), name),
    collector: collectorOf(reader, one),
    allergy,
    notes: [...factsOf(gathered, 'notes'), ...factsOf(gathered, 'design')].map((fact) => toFound(reader, fact)),
    fulfilment: delivery === null && address === null ? null : withAddress(delivery, address),
    price: one('price'),
  };
  const shown = kind === 'not-an-order' || kind === 'empty-form' ? { ...draft, items: [] } : draft;
  return { kind, draft: shown, flags: FLAGS.filter((flag) => flags.has(flag)), used: moment.used };
}

/** "도시락 초코 2개 바닐라 1개": tastes and counts of more cakes than could be told apart. */
function areUndivided(facts: readonly Fact[]): boolean {
  const told = (kind: FactKind) =>
    facts.filter((fact) => fact.kind === kind && fact.source === 'prose' && fact.cake === 0);
  const counts = told('quantity').filter((fact) => !fact.fixes);
  return (counts.length > 1 && told('flavor').length > 1) || new Set(counts.map((fact) => String(fact.value))).size > 1;
}

/** "the cake yesterday": no day to collect anything. */
function isGone(day: DayVerdict): boolean {
  return day.mentions.length > 0 && day.mentions.every(({ meaning }) => meaning.is === 'offset' && meaning.days < 0);
}

/** Who collects and their phone, under two labels: one person. */
function collectorOf(
  reader: Reader,
  one: <K extends FactKind>(kind: K, cake?: number | null) => Found<FactValues[K]> | null,
): Found<string> | null {
  const facts = factsOf(reader.gathered, 'collector');
  const [a, b] = facts;
  const isPhone = (fact: Fact<'collector'>) => /\d{3}/.test(fact.value);
  if (a === undefined || b === undefined || facts.length > 2 || isPhone(a) === isPhone(b)) return one('collector');
  const found = toFound(reader, a);
  return {
    ...found,
    value: `${a.value} ${b.value}`,
    raw: `${a.value} ${b.value}`,
    spans: [...found.spans, ...toFound(reader, b).spans],
  };
}

/** "수령인 연락처", when the form asks for no other: whom the shop can call. */
function phoneOfCollector(reader: Reader): Found<FactValues['phone']> | null {
  for (const collector of factsOf(reader.gathered, 'collector')) {
    const [range] = collector.ranges;
    if (range === undefined) continue;
    const [mention] = findPhones(reader.normal.text.slice(range.start, range.end), reader.context.country, true);
    if (mention === undefined) continue;
    const at = { start: range.start + mention.start, end: range.start + mention.end };
    const text = sourceSlice(reader.normal, at.start, at.end);
    const spans = [sourceSpan(reader.normal, at.start, at.end)];
    return { value: { ...mention.phone, text }, raw: text, spans, doubt: null };
  }
  return null;
}

/** What is used so far, with everything said about when. */
function momentless(reader: Reader): Range[] {
  const days = reader.gathered.moments.flatMap((moment) => momentRanges(reader.normal.text, moment));
  return [...reader.gathered.used, ...days];
}

function withAddress(
  delivery: Found<FactValues['delivery']> | null,
  address: Found<string> | null,
): Found<FactValues['delivery']> | null {
  if (address === null) return delivery;
  if (delivery === null)
    return {
      value: { method: 'delivery', address: address.value },
      raw: address.raw,
      spans: address.spans,
      doubt: null,
    };
  if (delivery.value.method === 'pickup') return delivery;
  return {
    ...delivery,
    value: { ...delivery.value, address: address.value },
    spans: [...delivery.spans, ...address.spans],
  };
}

/** "입금자: 본인" is a proposal: the customer's own name, to be confirmed. */
function resolveDepositor(depositor: Found<string> | null, name: Found<string> | null): Found<string> | null {
  if (
    depositor === null ||
    depositor.doubt === null ||
    !/동일|본인|상동|위와|같[음아]|same|同じ|本人/i.test(depositor.value)
  )
    return depositor;
  return name === null ? null : { ...depositor, value: name.value };
}

/** A labelled name, one said in a sentence, one beside the phone; at last the only person named, who collects. */
function pickName(
  reader: Reader,
  setting: { readonly free: readonly FreeWords[]; readonly isTextKnown: boolean },
  found: Found<string> | null,
): Found<string> | null {
  if (found !== null && found.doubt === null) return found;
  const facts = factsOf(reader.gathered, 'phone');
  for (const fact of facts) {
    const at = fact.ranges[0];
    if (at === undefined) continue;
    const beside = findNameBeside(reader, setting.free, { phoneAt: at, isTextKnown: setting.isTextKnown });
    if (beside === null) continue;
    reader.gathered.used.push(beside);
    return {
      value: sourceSlice(reader.normal, beside.start, beside.end),
      raw: sourceSlice(reader.normal, beside.start, beside.end),
      spans: [sourceSpan(reader.normal, beside.start, beside.end)],
      doubt: null,
    };
  }
  const [collector] = factsOf(reader.gathered, 'collector');
  if (found === null && collector !== undefined && !/\d{3}/.test(asName(reader, collector).value)) {
    const words = asName(reader, collector);
    if (!isNameLike(words.value) && /[가-힣] [가-힣]/.test(words.value)) return found;
    reader.gathered.facts.splice(reader.gathered.facts.indexOf(collector as Fact), 1); // a fact of one kind is a fact
    return words;
  }
  return found;
}

/** The collector's words as a name: without brackets, numbers and endings. */
function asName(reader: Reader, collector: Fact<'collector'>): Found<string> {
  const whole = toFound(reader, collector);
  const [range] = collector.ranges;
  if (range === undefined) return whole;
  const { text } = reader.normal;
  const name = trimName(text, cutName(text, range));
  if (name === null) return whole;
  const value = sourceSlice(reader.normal, name.start, name.end);
  return { ...whole, value, raw: value, spans: [sourceSpan(reader.normal, name.start, name.end)] };
}

function candlesOf(
  reader: Reader,
  one: <K extends FactKind>(kind: K, cake?: number | null) => Found<FactValues[K]> | null,
): Found<Answer> | null {
  const facts = factsOf(reader.gathered, 'candles');
  const common = facts.filter((fact) => fact.cake === 0);
  return common.length > 0 ? one('candles', 0) : facts.length > 0 ? one('candles') : null;
}

function addGaps(
  flags: Set<Flag>,
  name: Found<string> | null,
  phone: Found<FactValues['phone']> | null,
  moment: SettledMoment,
): void {
  if (name === null || name.doubt !== null) flags.add('name_missing');
  if (phone === null) flags.add('phone_missing');
  if (moment.day === null) flags.add('date_missing');
  if (moment.time === null) flags.add('time_missing');
}

function dateFound(reader: Reader, moment: SettledMoment): OrderDraft['pickupDate'] {
  const { day } = moment;
  if (day === null) return null;
  const ranges = moment.dayRanges.length > 0 ? moment.dayRanges : moment.timeRanges;
  return found(reader, ranges, day.date, day.flags[0] ?? null, day.alternatives);
}

function timeFound(reader: Reader, moment: SettledMoment): OrderDraft['pickupTime'] {
  const { time } = moment;
  if (time === null) return null;
  const ranges = moment.timeRanges.length > 0 ? moment.timeRanges : moment.dayRanges;
  return found(reader, ranges, time.window, time.flags[0] ?? null, time.alternatives);
}

function found<T>(
  reader: Reader,
  ranges: readonly Range[],
  value: T,
  doubt: Doubt | null,
  alternatives: readonly T[],
): Found<T> {
  const start = ranges[0]?.start ?? 0;
  const end = ranges.at(-1)?.end ?? start;
  const base = {
    value,
    raw: sourceSlice(reader.normal, start, end),
    spans: ranges.map((range) => sourceSpan(reader.normal, range.start, range.end)),
    doubt,
  };
  return alternatives.length > 0 ? { ...base, alternatives } : base;
}
