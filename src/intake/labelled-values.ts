// Reads the value that stands behind a label, each field in its own way.
// Law: a value that does not fit its label is left to the reading of free words.
import { findAllergyInside } from './allergies.ts';
import { isNone, withoutCourtesy } from './answers.ts';
import { readProduct, readSize, readTaste } from './cake-values.ts';
import { findCounts, findProducts, findSizes } from './cake-words.ts';
import { markedChoice } from './choices.ts';
import { findAddress, readMethod } from './delivery-values.ts';
import { readAnswer, readBags } from './extra-values.ts';
import type { MomentText } from './facts.ts';
import { addFact } from './facts.ts';
import { readBag, readCandles } from './free-extras.ts';
import { readLettering } from './lettering-values.ts';
import type { Field } from './message-reading.ts';
import { momentRanges } from './moments.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, subtract, trimRange } from './normal-text.ts';
import { readCount } from './numerals.ts';
import { cutName, isFullKoreanName, isNameLike, trimName } from './people.ts';
import { findPhones } from './phones.ts';
import type { Piece } from './pieces.ts';
import type { Reader, Task } from './value-task.ts';
import { options, put, trimMarks } from './value-task.ts';

/** Reads one value; what it did not use comes back to be read as free words. */
export function readValue(reader: Reader, piece: Piece, cake: number, fixes: boolean): Range[] {
  const { normal } = reader;
  const text = normal.text;
  const range = { start: piece.start, end: piece.end };
  if (range.end <= range.start) return [];
  if (piece.fields.length > 1) return readComposite(reader, piece, cake, fixes);
  const [field] = piece.fields;
  if (field === undefined) return [range];
  const choice = IS_TEXT.has(field) ? null : markedChoice(text.slice(range.start, range.end));
  if (choice === null) return readField(reader, { field, range, piece, cake, fixes, text });
  reader.gathered.used.push(range);
  const chosen = { start: range.start + choice.start, end: range.start + choice.end };
  return readField(reader, { field, range: chosen, piece, cake, fixes, text });
}

/** Values in which a tick or a box is the customer's own. */
const IS_TEXT: ReadonlySet<Field> = new Set(['cakeLettering', 'boardLettering', 'notes', 'design', 'ignored']);

function readField(reader: Reader, task: Task): Range[] {
  const { range, text, field, piece } = task;
  const words = text.slice(range.start, range.end);
  switch (field) {
    case 'name':
      return readName(reader, task);
    case 'phone':
      return readPhoneValue(reader, task);
    case 'date':
    case 'time':
    case 'pickup':
      reader.gathered.moments.push({
        ...range,
        field,
        said: piece.chatLine.said ?? reader.context.now,
        fixes: task.fixes,
        whole: piece.whole,
      });
      return [...sentInstead(reader, task), ...besideWhen(reader, task)];
    case 'product': {
      const extra = extraField(words);
      return extra === null ? readProduct(reader, task) : readField(reader, { ...task, field: extra, cake: 0 });
    }
    case 'size':
      return readSize(reader, task);
    case 'sheet':
    case 'cream':
    case 'flavor':
      return readTaste(reader, task, field);
    case 'cakeLettering':
    case 'boardLettering':
      return readLettering(reader, task, field);
    case 'quantity': {
      const english = ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(words.trim().toLowerCase()) + 1;
      const count = english || findCounts(words)[0]?.count || readCount(words.trim().replace(/[^\d가-힣].*$/, ''));
      if (count === null || count === 0) return [range];
      addFact(reader.gathered, 'quantity', count, options(task, [range]));
      reader.gathered.used.push(range);
      return [];
    }
    case 'candles':
      return readAnswer(reader, task, 'candles');
    case 'allergy':
      return readAnswer(reader, task, 'allergy');
    case 'coolerBag':
    case 'shoppingBag':
    case 'packaging':
      return readBags(reader, task, field);
    case 'depositor':
      return readDepositor(reader, task);
    case 'collector': {
      put(reader, task, 'collector', trimRange(text, range.start, range.end));
      return [];
    }
    case 'method':
      return readMethod(reader, task);
    case 'shape':
    case 'baseColor':
    case 'textColor':
    case 'address':
    case 'price':
      if (!isNone(words)) put(reader, task, field, withoutCourtesy(text, range, false));
      return [];
    case 'design':
    case 'notes':
      if (isNone(words)) reader.gathered.used.push(range);
      else {
        put(reader, task, field, range);
        findAllergyInside(reader, range, task.cake);
        if (field === 'notes') findExtrasInside(reader, task);
        if (/변경|바꾸|바꿔|바꿀|수정|정정/.test(words) && momentRanges(text, whenIn(reader, task)).length > 0)
          reader.gathered.moments.push(whenIn(reader, task));
      }
      return [];
    case 'ignored':
      put(reader, task, 'notes', piece.whole);
      return [];
  }
}

/** "추가상품: 보냉백 1개": bags and candles are no products. */
export function extraField(words: string): 'coolerBag' | 'shoppingBag' | 'candles' | null {
  if (/^(?:보냉|아이스\s?백|쿨러|cooler|insulated|保冷)/i.test(words)) return 'coolerBag';
  if (/^(?:쇼핑백|종이\s?(?:백|가방)|shopping bag|paper bag)/i.test(words)) return 'shoppingBag';
  return /^(?:(?:긴|짧은|숫자|큰|작은|하트|별|풍선|나이|생일|기본|일반)\s?초|초\s?\d|촛불|candles?|ろうそく|キャンドル)(?!코)/i.test(
    words,
  )
    ? 'candles'
    : null;
}

/** "픽업: 10/24 3시 -> 퀵으로 보내주세요 (…)": an address among the words of when. */
function sentInstead(reader: Reader, task: Task): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  const address = /퀵|배달|배송|택배|deliver/i.test(words) ? findAddress(words) : null;
  if (address === null) return [];
  const at = { start: task.range.start + address.start, end: task.range.start + address.end };
  const method = /퀵/.test(words) ? 'quick' : 'delivery';
  const value = { method, address: sourceSlice(reader.normal, at.start, at.end) } as const;
  addFact(reader.gathered, 'delivery', value, options(task, [at]));
  reader.gathered.used.push(at);
  return [];
}

/** "메모: 초는 5개 넣어주세요": what the notes ask for, where no label does. */
function findExtrasInside(reader: Reader, task: Task): void {
  const words = task.text.slice(task.range.start, task.range.end);
  const prose = (r: Range) => ({
    ...options(task, [{ start: task.range.start + r.start, end: task.range.start + r.end }]),
    source: 'prose' as const,
  });
  readCandles(words, ({ value, sure }, none) => {
    const { start, end } = { start: task.range.start + value.start, end: task.range.start + value.end };
    if (none) addFact(reader.gathered, 'candles', { none: true }, prose(value));
    else if (sure) addFact(reader.gathered, 'candles', { text: sourceSlice(reader.normal, start, end) }, prose(value));
  });
  readBag(words, (range, wish) => {
    if (wish !== null) addFact(reader.gathered, 'coolerBag', wish, prose(range));
  });
}

/** "요청: 픽업 날짜 10/19로 변경할게요": a correction among the notes. */
function whenIn(reader: Reader, task: Task): MomentText {
  return {
    ...task.range,
    field: 'prose',
    said: task.piece.chatLine.said ?? reader.context.now,
    fixes: true,
    whole: task.range,
  };
}

/** "픽업은 토요일 1시 도시락케이크 2개": a cake told among the words of when. */
function besideWhen(reader: Reader, task: Task): Range[] {
  const { range, text } = task;
  const menu = reader.context.menu ?? null;
  const when = momentRanges(text, { ...range, field: 'prose', said: reader.context.now, fixes: false, whole: range });
  return subtract(range, when).filter((rest) => {
    const words = text.slice(rest.start, rest.end);
    return findSizes(words, menu).length > 0 || findProducts(words, menu).length > 0;
  });
}

/** "名前はみおで、…": で joins the sentences; かえで alone is a name. */
function withoutDe(task: Task): Range {
  const { text, range, piece } = task;
  const joins = piece.binding === 'particle' && text.charAt(range.end - 1) === 'で' && text.charAt(range.end) === '、';
  return joins && range.end - range.start > 1 ? { start: range.start, end: range.end - 1 } : range;
}

/** "이름은 김나비고 번호는 …": a full name of three syllables and the ending that joins the sentences. */
function withoutGo(task: Task, cut: Range): Range {
  const words = task.text.slice(cut.start, cut.end);
  const joined = task.piece.binding === 'colon' ? null : /^([가-힣]{2}[^이\s])[고구](?=\s|$)/.exec(words);
  return joined !== null && isFullKoreanName(joined[1] ?? '') ? { start: cut.start, end: cut.start + 3 } : cut;
}

/** "초코구요 (강아지 이름)": not the customer's. */
const OF_A_FRIEND =
  /^\s*[([]\s?(?:강아지|고양이|반려|댕댕이|아이|아기|애기|딸|아들|조카|친구|남편|아내|남친|여친|엄마|아빠|동생|주인공|생일자|받는\s?(?:사람|분))의?\s?(?:이름|성함)?(?:이에요|예요|입니다|이요|임)?\s?[)\]]/;

function readName(reader: Reader, task: Task): Range[] {
  const cut = withoutGo(task, cutName(task.text, withoutDe(task)));
  const name = trimName(task.text, cut);
  const words = name === null ? '' : task.text.slice(name.start, name.end);
  const rest = { start: cut.end, end: task.range.end };
  if (name === null || isNone(words) || /^\d/.test(words)) return [task.range];
  if (task.piece.binding !== 'colon' && !isNameLike(words) && !isForeignName(task.text, name, rest))
    return [task.range];
  if (OF_A_FRIEND.test(task.text.slice(rest.start, rest.start + 24))) return [task.range];
  const odd = words.length > 30 || /[?]|주세요|부탁|합니다|할게요/.test(words);
  put(reader, task, 'name', name, odd ? 'unsure' : null);
  const payer = /^\s*[(/,]?\s*입금자\s?(?:명|이름)?\s?[:은는]?\s*([가-힣]{2,5})/.exec(
    task.text.slice(rest.start, rest.end),
  );
  if (payer?.[1] !== undefined && isNameLike(payer[1])) {
    const at = rest.start + payer[0].length - payer[1].length;
    put(reader, { ...task, field: 'depositor' }, 'depositor', { start: at, end: at + payer[1].length });
    return [{ start: at + payer[1].length, end: rest.end }];
  }
  return rest.end > rest.start ? [rest] : [];
}

/** "이름은 에밀리아 노바크 / …": two words that are all of the value. */
function isForeignName(text: string, name: Range, rest: Range): boolean {
  const words = text.slice(name.start, name.end);
  const isAll = /^[\s/|,]*$/.test(text.slice(rest.start, rest.start + 2)) || rest.end <= rest.start;
  return (
    isAll && /^[가-힣]{2,6} [가-힣]{1,6}$/.test(words) && !/(?:요|다|까|로|에|은|는|을|를|고|게)(?: |$)/.test(words)
  );
}

/** "Contact: Kakao Talk": by what, not whom. */
const CHANNEL =
  /kakao|instagram|insta|telegram|whats|line|messenger|facebook|e-?mail|dm|chat|call|text|message|phone|channel/i;

function readPhoneValue(reader: Reader, task: Task): Range[] {
  const part = task.text.slice(task.range.start, task.range.end);
  const phones = findPhones(part, reader.context.country, true);
  const first = phones.find((mention) => mention.phone.e164 !== null) ?? phones[0];
  if (first === undefined) {
    const called = trimName(task.text, task.range);
    const words = called === null ? '' : task.text.slice(called.start, called.end);
    const isName =
      (/^[A-Z][a-z'-]+(?: [A-Z]\.?)? [A-Z][A-Za-z'-]*[a-z]$/.test(words) && !CHANNEL.test(words)) || words.length === 3;
    if (called === null || !isName || !isNameLike(words) || !(/^[A-Z]/.test(words) || isFullKoreanName(words)))
      return [task.range];
    addFact(reader.gathered, 'name', words, { ...options(task, [called]), source: 'prose' });
    reader.gathered.used.push(called);
    return [];
  }
  const range = { start: task.range.start + first.start, end: task.range.start + first.end };
  const phone = { ...first.phone, text: sourceSlice(reader.normal, range.start, range.end) };
  addFact(reader.gathered, 'phone', phone, options(task, [range], phone.e164 === null ? 'phone_invalid' : null));
  reader.gathered.used.push(range);
  const others = phones
    .filter((mention) => mention !== first)
    .map((mention) => ({ start: task.range.start + mention.start, end: task.range.start + mention.end }));
  const before = { start: task.range.start, end: range.start };
  const after = { start: range.end, end: task.range.end };
  const called = trimName(task.text, trimMarks(task.text, before));
  const callee = called === null ? '' : task.text.slice(called.start, called.end);
  if (called !== null && (isFullKoreanName(callee) || (/^[A-Z]/.test(callee) && isNameLike(callee)))) {
    addFact(reader.gathered, 'name', callee, { ...options(task, [called]), source: 'prose' });
    reader.gathered.used.push(before);
    return others.length > 0 ? [] : [after];
  }
  return others.length > 0 ? [] : [before, after].filter((r) => /[\p{L}\d]/u.test(task.text.slice(r.start, r.end)));
}

/** How or when it is paid, not by whom. */
const NO_PAYER =
  /^(?:미정|아직|추후|나중에?|모름|카카오페이|네이버페이|토스|계좌\s?이체|무통장|현금|카드|완료|tbd|later)(?:입니다|이에요|요)?[\s.!~]*$/i;

function readDepositor(reader: Reader, task: Task): Range[] {
  const cut = cutName(task.text, task.range);
  const name = trimName(task.text, cut);
  const words = name === null ? '' : task.text.slice(name.start, name.end);
  if (name === null || isNone(words) || NO_PAYER.test(words)) return [task.range];
  if (/동일|본인|상동|위와|같[음아]|same|同じ|本人/i.test(words)) {
    put(reader, task, 'notes', task.piece.whole);
    addFact(reader.gathered, 'depositor', words, options(task, [name], 'unsure'));
    return [];
  }
  if (!isNameLike(words) && task.piece.binding !== 'colon') return [task.range];
  const relation =
    /^(?:남편|아내|와이프|신랑|남자\s?친구|여자\s?친구|남친|여친|엄마|아빠|어머니|아버지|언니|오빠|누나|형|동생|친구)\s(?=[가-힣]{2,4}$)/.exec(
      words,
    );
  const sent = /(?:\s?(?:이름|명의))?\s?으?로\s?(?:입금|송금|이체|보낼|보내|넣을)\S*$/.exec(words);
  const plain = trimName(task.text, {
    start: name.start + (relation?.[0].length ?? 0),
    end: sent === null || sent.index < 2 ? name.end : name.start + sent.index,
  });
  const payer = plain === null ? name : plain;
  const paid = task.text.slice(payer.start, payer.end);
  put(reader, task, 'depositor', payer, /입금|부탁|예정|할게|\d/.test(paid) ? 'unsure' : null);
  const rest = { start: cut.end, end: task.range.end };
  return rest.end > rest.start ? [rest] : [];
}

/** "레터링 및 색상: "수능 대박" 빨간색": the colour stands last. */
const TEXT_THEN_COLOUR =
  /(?:(?<=["'」])\s*|\s*[(/,]\s*|\s+)\S{0,12}(?:색|핑크|블랙|화이트|골드|실버|레드|블루|그린|민트|퍼플|브라운|베이지|네이비|pink|black|white|gold|red|blue)(?:으로|로|글씨|톤)?\S{0,4}\)?\s*$/i;

/** "성함/연락처: 김가람 / 010-…", "초/보냉백: 2개 / X": parts in the label's order, or told apart by their looks. */
function readComposite(reader: Reader, piece: Piece, cake: number, fixes: boolean): Range[] {
  const { text } = reader.normal;
  const range = { start: piece.start, end: piece.end };
  const words = text.slice(range.start, range.end);
  const task = (field: Field, part: Range): Task => ({
    field,
    range: trimRange(text, part.start, part.end),
    piece: { ...piece, fields: [field], binding: 'colon' },
    cake,
    fixes,
    text,
  });
  const { fields } = piece;
  if (fields.includes('name') && fields.includes('depositor') && fields.length === 2) {
    const [first, second] = words.split(/\s*[/,|]\s*/);
    if (second === undefined || first === undefined) {
      const rest = readField(reader, task('name', range));
      readField(reader, task('depositor', { start: range.start, end: rest[0]?.start ?? range.end }));
      return rest;
    }
  }
  if (
    fields.length === 2 &&
    fields[0] === 'cakeLettering' &&
    (fields[1] === 'baseColor' || fields[1] === 'textColor')
  ) {
    const colour = TEXT_THEN_COLOUR.exec(words);
    if (colour !== null && colour.index > 0) {
      const at = range.start + colour.index;
      readField(
        reader,
        task('textColor', { start: at + (/^\s*[(/,]?\s*/.exec(colour[0])?.[0].length ?? 0), end: range.end }),
      );
      return readField(reader, task('cakeLettering', { start: range.start, end: at }));
    }
  }
  if (fields.includes('coolerBag') && fields.includes('shoppingBag'))
    return readBags(reader, task('coolerBag', range), 'coolerBag');
  const parts = splitParts(words).map((part) => ({ start: range.start + part.start, end: range.start + part.end }));
  if (fields.includes('phone')) {
    const [phone] = findPhones(words, reader.context.country, true);
    if (phone !== undefined) {
      const at = { start: range.start + phone.start, end: range.start + phone.end };
      readField(reader, task('phone', at));
      const others = fields.filter((field) => field !== 'phone');
      const rest = subtract(range, [at])
        .map((r) => trimMarks(text, r))
        .filter((r) => /[\p{L}\d]/u.test(text.slice(r.start, r.end)));
      const [only] = others;
      const [value, ...more] = rest;
      if (others.length === 1 && only !== undefined && value !== undefined)
        return [...readField(reader, task(only, value)), ...more];
      if (others.length === rest.length)
        return others.flatMap((field, i) => readField(reader, task(field, rest[i] ?? range)));
      return rest;
    }
  }
  if (parts.length === fields.length)
    return fields.flatMap((field, i) => readField(reader, task(field, parts[i] ?? range)));
  const plainly = plainParts(words).map((part) => ({ start: range.start + part.start, end: range.start + part.end }));
  if (plainly.length === fields.length && !fields.some((field) => OF_WHEN.has(field)))
    return fields.flatMap((field, i) => readField(reader, task(field, plainly[i] ?? range)));
  const menu = reader.context.menu ?? null;
  if (fields.includes('size') || fields.includes('flavor')) {
    const namesCake =
      findSizes(words, menu).length + findProducts(words, menu).length + reader.tastes.find(words).length > 0;
    return namesCake ? readProduct({ ...reader, hasSizeField: false }, task('product', range)) : [range];
  }
  if (fields.includes('pickup') && fields.includes('method')) return readField(reader, task('pickup', range));
  const [first] = fields;
  return first === undefined ? [range] : readField(reader, task(first, range));
}

const OF_WHEN: ReadonlySet<Field> = new Set(['date', 'time', 'pickup']);

/** "초코/1호": no date is among the parts, so that each slash divides. */
function plainParts(words: string): Range[] {
  return [...words.matchAll(/[^/,|]+/g)].map((part) => ({ start: part.index, end: part.index + part[0].length }));
}

function splitParts(words: string): Range[] {
  const parts: Range[] = [];
  let at = 0;
  for (const match of words.matchAll(/\s*(?:\s\/\s|[|,;\t]|\/(?!\d)|\s{2,})\s*/g)) {
    parts.push({ start: at, end: match.index });
    at = match.index + match[0].length;
  }
  parts.push({ start: at, end: words.length });
  return parts.filter((part) => part.end > part.start);
}
