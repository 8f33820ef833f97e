import { numberCakes } from './cake-numbers.ts';
import { createTasteFinder, findSizes } from './cake-words.ts';
import { assembleDraft } from './draft.ts';
import { addFact, createGathered } from './facts.ts';
import type { FreeWords } from './free-words.ts';
import { isOfOthers, readFreeWords } from './free-words.ts';
import { extraField, readValue } from './labelled-values.ts';
import { joinLettering } from './lettering-lines.ts';
import type { MessageReading, OrderDraft, ReadContext } from './message-reading.ts';
import { normaliseText, sourceSlice, sourceSpan, subtract, trimRange } from './normal-text.ts';
import { numberOwners, settleOwners } from './owned-labels.ts';
import { isNameLike } from './people.ts';
import { findPhones } from './phones.ts';
import type { Piece } from './pieces.ts';
import { cutPieces } from './pieces.ts';
import { askedField, isAnswerOfWhen, readAcceptedProposals } from './shop-answers.ts';
import { readSpeakers } from './speakers.ts';
import type { Reader } from './value-task.ts';

/** A pasted text beyond this is no message: a whole chat, a log, a book. */
const MAX_LENGTH = 15_000;
const MAX_LINES = 500;
const MAX_LINE_LENGTH = 3000;

const EMPTY_DRAFT: OrderDraft = {
  customerName: null,
  phone: null,
  pickupDate: null,
  pickupTime: null,
  items: [],
  candles: null,
  packaging: { coolerBag: null, shoppingBag: null },
  depositor: null,
  collector: null,
  allergy: null,
  notes: [],
  fulfilment: null,
  price: null,
};

/** Reads one pasted message (or a pasted piece of a chat) as it was meant at `context.now`. */
export function readMessage(text: string, context: ReadContext): MessageReading {
  if (isTooLong(text)) {
    return {
      kind: 'not-an-order',
      draft: EMPTY_DRAFT,
      flags: ['not_an_order'],
      leftover: [{ start: 0, end: text.length }],
      refusal: 'too-long',
    };
  }
  const normal = normaliseText(text);
  const lines = readSpeakers(normal.text, context.now, context.shopNames ?? []);
  const cut = cutPieces(normal.text, lines, context.learnedLabels ?? []);
  const reader: Reader = {
    normal,
    context,
    tastes: createTasteFinder(context.menu ?? null),
    gathered: createGathered(),
    hasSizeField: cut.pieces.some((piece) => piece.fields.includes('size') && piece.end > piece.start),
  };
  reader.gathered.used.push(...cut.asked);
  const pieces = joinLettering(normal.text, cut.pieces, reader.tastes);
  const cakes = numberOwners(normal.text, pieces, numberCakes(normal.text, pieces, reader));
  const free: FreeWords[] = [];
  const onLine = new Map<number, number>();
  for (const piece of pieces) onLine.set(piece.line, (onLine.get(piece.line) ?? 0) + 1);
  const order: { piece: Piece; cake: number }[] = pieces.map((piece, i) => ({ piece, cake: cakes[i] ?? 0 }));
  for (const { piece, cake } of order) {
    if (piece.binding === 'unknown') {
      const options = optionsAt(reader, piece);
      if (options === null) readUnknown(reader, piece);
      else
        free.push({ start: options, end: piece.end, chatLine: piece.chatLine, cake, wholeLine: false, answers: false });
      continue;
    }
    if (piece.fields.length === 0) {
      const wholeLine = onLine.get(piece.line) === 1;
      const asked = wholeLine ? askedField(normal.text, lines, piece) : null;
      if (asked !== null) {
        const value = { ...piece, fields: [asked], binding: 'colon' as const };
        for (const rest of readValue(reader, value, cake, false))
          free.push({ ...rest, chatLine: piece.chatLine, cake, wholeLine: false, answers: false });
        continue;
      }
      const answers = isAnswerOfWhen(normal.text, lines, piece);
      free.push({ start: piece.start, end: piece.end, chatLine: piece.chatLine, cake, wholeLine, answers });
      continue;
    }
    reader.gathered.used.push({ start: piece.whole.start, end: Math.max(piece.whole.start, piece.start) });
    const label = normal.text.slice(piece.whole.start, piece.start);
    const fixes = /수정|변경|정정|바꿀|바꿔|바꾸|correction|訂正/.test(label);
    for (const rest of readValue(reader, piece, cake, fixes)) {
      if (rest.end > rest.start)
        free.push({ ...rest, chatLine: piece.chatLine, cake, wholeLine: false, answers: false });
    }
  }
  free.sort((a, b) => a.start - b.start);
  for (const words of free) readFreeWords(reader, words);
  readAcceptedProposals(reader, lines);
  settleOwners(reader, pieces);
  giveTextsTheirCakes(reader);
  const customerLines = lines.filter((line) => line.by === 'customer');
  const assembled = assembleDraft(reader, {
    free,
    labels: cut.labelCount,
    filled: pieces.filter(
      (piece) =>
        piece.fields.length > 0 &&
        piece.end > piece.start &&
        (piece.binding === 'colon' || piece.binding === 'line') &&
        !isOpenChoice(reader, piece),
    ).length,
    words: customerLines.map((line) => normal.text.slice(line.start, line.end)).join('\n'),
  });
  const whole = customerLines.map((line) => trimRange(normal.text, line.start, line.end));
  const leftover = whole
    .flatMap((line) => subtract(line, [...reader.gathered.used, ...assembled.used]))
    .map((range) => trimRange(normal.text, range.start, range.end))
    .filter((range) => isTelling(normal.text.slice(range.start, range.end)))
    .map((range) => sourceSpan(normal, range.start, range.end));
  return { kind: assembled.kind, draft: assembled.draft, flags: assembled.flags, leftover, refusal: null };
}

/** "도시락 / 1호 / 2호": the form's own choices, of which nobody took one. */
function isOpenChoice(reader: Reader, piece: Piece): boolean {
  const [field] = piece.fields;
  if (field !== 'size' && field !== 'flavor' && field !== 'sheet' && field !== 'cream') return false;
  const options = reader.normal.text.slice(piece.start, piece.end).split(/\s*[/,|·]\s*/);
  const isOption = (words: string) =>
    field === 'size' ? findSizes(words, reader.context.menu ?? null).length === 1 : reader.tastes.isTaste(words);
  return options.length > 1 && options.every(isOption);
}

const ENDING =
  /^[^\p{L}\p{N}]*(?:에|로|으로|이고|이고요|입니다|이요|요|하고|하고요|로\s?하고요?|이에요|예요|의|은|는|을|를|로요|에요|please|です)?[^\p{L}\p{N}]*$/u;

/** Particles and endings that the values left behind tell nobody anything. */
function isTelling(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words) && !ENDING.test(words) && !/^(?:[([#]?\d{1,2}\s?[.):]\]?|[①-⑳])$/.test(words);
}

/** "문구는 1호에만 …", "도시락에는 …": the lettering of the cake whose size stands in front of it. */
function giveTextsTheirCakes(reader: Reader): void {
  const { facts } = reader.gathered;
  joinOneEach(reader);
  const sizes = facts.filter((fact) => fact.kind === 'size' && fact.cake > 0);
  facts.forEach((fact, i) => {
    const at = fact.ranges[0]?.start ?? 0;
    if (fact.kind !== 'cakeLettering' || sizes.length < 2) return;
    const before = /(\S{1,8}?)\s?(?:케이크|사이즈)?(?:에만|에는|에|만|은|는)\s*["'「]?$/.exec(
      reader.normal.text.slice(Math.max(0, at - 20), at),
    )?.[1];
    const owners = sizes.filter((size) => size.value === before);
    const [owner] = owners;
    if (owner !== undefined && owners.length === 1) facts[i] = { ...fact, cake: owner.cake };
  });
}

/** "하나는 "사랑해" 하나는 "고마워"": one wish in parts, one for each cake. */
function joinOneEach(reader: Reader): void {
  const { facts } = reader.gathered;
  const each = facts.filter((fact) => {
    const at = fact.ranges[0]?.start ?? 0;
    const before = reader.normal.text.slice(Math.max(0, at - 16), at);
    return (
      fact.kind === 'cakeLettering' &&
      fact.cake === 0 &&
      /(?:하나|한\s?개|나머지|one|other)(?:는|은)?\s*["'「]$/.test(before)
    );
  });
  const [first] = each;
  if (first === undefined || each.length < 2) return;
  const texts = each.flatMap((fact) => fact.ranges.map((range) => sourceSlice(reader.normal, range.start, range.end)));
  facts[facts.indexOf(first)] = {
    ...first,
    value: { text: texts.join(' / ') },
    ranges: each.flatMap((fact) => fact.ranges),
    doubt: null,
  };
  for (const other of each.slice(1)) facts.splice(facts.indexOf(other), 1);
}

/** "옵션: 1호 / 초코시트": where the choices begin that say what the cake is. */
function optionsAt(reader: Reader, piece: Piece): number | null {
  const words = reader.normal.text.slice(piece.start, piece.end);
  const label = /^\s*(?:(?:선택|주문|상품|케이크|기본)\s?)?(?:옵션|선택|option)s?(?:\s?(?:선택|사항))?\s*:\s*/i.exec(
    words,
  );
  if (label === null) return null;
  const value = words.slice(label[0].length);
  const isCake = findSizes(value, reader.context.menu ?? null).length > 0 || reader.tastes.find(value).length > 0;
  return isCake ? piece.start + label[0].length : null;
}

/** "생일: 10월 31일", "행사일: 11/3": not the pickup's day, but others may be told by it. */
const OF_THE_EVENT =
  /^(?:\S{1,6}\s)?\S{0,4}(?:생일|생신|기념일|행사|파티|잔치|돌|백일|결혼식|예식)\S{0,3}(?:\s?(?:날짜|당일|일자))?\s*:|^(?:birthday|party|event|wedding|anniversary)(?: date)?\s*:|^(?:お?誕生日|記念日|パーティー?)\s*:/i;

/** "Occasion: her birthday is 7 November, collection the day before". */
const TELLS_PICKUP = /픽업|수령|찾으|찾을|pick(?:ing)?[ -]?up|collect|受け?取/i;

/** Behind a label that nobody knows only a phone is trusted, and only as one said in passing. */
function readUnknown(reader: Reader, piece: Piece): void {
  const words = reader.normal.text.slice(piece.start, piece.end);
  const event = OF_THE_EVENT.exec(words)?.[0].length ?? 0;
  if (event > 0) {
    const range = { start: piece.start + event, end: piece.end };
    const said = piece.chatLine.said ?? reader.context.now;
    reader.gathered.moments.push({ ...range, field: 'event', said, fixes: false, whole: piece.whole });
  }
  if (isOfOthers(words)) return;
  const valueAt = /^[^:\n]{1,24}:\s*/.exec(words)?.[0].length ?? 0;
  const value = { start: piece.start + valueAt, end: piece.end };
  if (valueAt > 0 && TELLS_PICKUP.test(words.slice(valueAt))) {
    const said = piece.chatLine.said ?? reader.context.now;
    reader.gathered.moments.push({ ...value, field: 'prose', said, fixes: false, whole: value });
  }
  if (/^\s*(?:ご?予約|예약|booking|reservation)\s*:/i.test(words) && isNameLike(words.slice(valueAt).trim())) {
    readValue(reader, { ...piece, ...value, fields: ['name'], binding: 'colon' }, 0, false);
    return;
  }
  const parts = valueAt > 0 ? [...words.slice(valueAt).matchAll(/[^,/+|]+/g)] : [];
  const extras = parts.map((part) => {
    const range = trimRange(words, valueAt + part.index, valueAt + part.index + part[0].length);
    return { range, field: extraField(words.slice(range.start, range.end)) };
  });
  if (extras[0]?.field != null) {
    for (const { range, field } of extras) {
      const own = { ...piece, start: piece.start + range.start, end: piece.start + range.end };
      if (field !== null) readValue(reader, { ...own, fields: [field], binding: 'colon' }, 0, false);
    }
    return;
  }
  for (const mention of findPhones(words, reader.context.country, false)) {
    const range = { start: piece.start + mention.start, end: piece.start + mention.end };
    addFact(reader.gathered, 'phone', mention.phone, { ranges: [range], source: 'prose' });
    reader.gathered.used.push(range);
  }
}

function isTooLong(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  const lines = text.split('\n');
  return lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE_LENGTH);
}
