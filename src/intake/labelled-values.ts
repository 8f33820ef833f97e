// Reads the value that stands behind a label, each field in its own way.
// Law: lettering is taken to the letter; a value that does not fit its label is left to the reading of free words.
import type { Answer } from '../domain/order.ts';
import { isNone, isQuestion, isRefusal, readTicked, readYesNo, withoutCourtesy } from './answers.ts';
import type { TasteFinder } from './cake-words.ts';
import { findCounts, findProducts, findSizes } from './cake-words.ts';
import { findDays } from './date-words.ts';
import type { FactKind, FactOptions, Gathered } from './facts.ts';
import { addFact, LISTED_SIZES } from './facts.ts';
import type { Field, ReadContext } from './message-reading.ts';
import type { NormalText, Range } from './normal-text.ts';
import { sourceSlice, subtract, trimRange } from './normal-text.ts';
import { readCount } from './numerals.ts';
import { cutName, isNameLike, trimName } from './people.ts';
import { findPhones } from './phones.ts';
import type { Piece } from './pieces.ts';

export interface Reader {
  readonly normal: NormalText;
  readonly context: ReadContext;
  readonly tastes: TasteFinder;
  readonly gathered: Gathered;
}

/** Reads one value; what it did not use comes back to be read as free words. */
export function readValue(reader: Reader, piece: Piece, cake: number, fixes: boolean): Range[] {
  const { normal } = reader;
  const text = normal.text;
  const range = { start: piece.start, end: piece.end };
  if (range.end <= range.start) return [];
  if (piece.fields.length > 1) return readComposite(reader, piece, cake, fixes);
  const [field] = piece.fields;
  return field === undefined ? [range] : readField(reader, { field, range, piece, cake, fixes, text });
}

interface Task {
  readonly field: Field;
  readonly range: Range;
  readonly piece: Piece;
  readonly cake: number;
  readonly fixes: boolean;
  readonly text: string;
}

function options(task: Task, ranges: readonly Range[], doubt: FactOptions['doubt'] = null): FactOptions {
  return { ranges, source: 'label', fixes: task.fixes, doubt, cake: task.cake };
}

function put<
  K extends
    | 'name'
    | 'product'
    | 'size'
    | 'sheet'
    | 'cream'
    | 'flavor'
    | 'shape'
    | 'baseColor'
    | 'textColor'
    | 'depositor'
    | 'collector'
    | 'design'
    | 'notes'
    | 'address'
    | 'price',
>(reader: Reader, task: Task, kind: K, range: Range, doubt: FactOptions['doubt'] = null): void {
  if (range.end <= range.start) return;
  const value = sourceSlice(reader.normal, range.start, range.end);
  addFact(reader.gathered, kind as FactKind, value, options(task, [range], doubt)); // every kind of K holds a string
  reader.gathered.used.push(range);
}

const CLAUSE = /\s*(?:[/|;\t]|,(?!\d)|\s{2,})\s*/g;

/** Cuts a value where something of another kind begins: a phone, a day, a size, a quotation. */
function cutForeign(task: Task, foreign: (rest: string) => boolean): { value: Range; rest: Range[] } {
  const part = task.text.slice(task.range.start, task.range.end);
  for (const match of part.matchAll(CLAUSE)) {
    if (match.index === 0) continue;
    const rest = part.slice(match.index + match[0].length);
    if (!foreign(rest)) continue;
    const start = task.range.start + match.index + match[0].length;
    return {
      value: { start: task.range.start, end: task.range.start + match.index },
      rest: [{ start, end: task.range.end }],
    };
  }
  return { value: task.range, rest: [] };
}

function isForeign(reader: Reader, field: Field): (rest: string) => boolean {
  return (rest) => {
    const [phone] = findPhones(rest.slice(0, 30), reader.context.country, false);
    if (field !== 'phone' && phone?.start === 0) return true;
    if (
      field !== 'size' &&
      field !== 'product' &&
      findSizes(rest.slice(0, 12), reader.context.menu ?? null)[0]?.start === 0
    )
      return true;
    if (/^["「『]/.test(rest)) return true;
    const [day] = findDays(rest.slice(0, 24), { mode: 'prose', english: false });
    if (day?.start === 0) return true;
    return (field === 'size' || field === 'name') && reader.tastes.isTaste(rest.split(/[,/|]/)[0] ?? '');
  };
}

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
      return [];
    case 'product':
      return readProduct(reader, task);
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
      const count = findCounts(words)[0]?.count ?? readCount(words.trim().replace(/[^\d가-힣].*$/, ''));
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
      }
      return [];
    case 'ignored':
      put(reader, task, 'notes', piece.whole);
      return [];
  }
}

function readName(reader: Reader, task: Task): Range[] {
  const cut = cutName(task.text, task.range);
  const name = trimName(task.text, cut);
  const words = name === null ? '' : task.text.slice(name.start, name.end);
  const rest = { start: cut.end, end: task.range.end };
  if (name === null || isNone(words) || /^\d/.test(words)) return [task.range];
  if (task.piece.binding !== 'colon' && !isNameLike(words)) return [task.range];
  const odd = words.length > 30 || /[?]|주세요|부탁|합니다|할게요/.test(words);
  put(reader, task, 'name', name, odd ? 'unsure' : null);
  const payer = /^\s*[(/,]?\s*입금자\s?(?:명|이름)?\s?[:은는]?\s*([가-힣]{2,5})/.exec(
    task.text.slice(rest.start, rest.end),
  );
  if (payer?.[1] !== undefined) {
    const at = rest.start + payer[0].length - payer[1].length;
    put(reader, { ...task, field: 'depositor' }, 'depositor', { start: at, end: at + payer[1].length });
    return [{ start: at + payer[1].length, end: rest.end }];
  }
  return rest.end > rest.start ? [rest] : [];
}

function readPhoneValue(reader: Reader, task: Task): Range[] {
  const part = task.text.slice(task.range.start, task.range.end);
  const phones = findPhones(part, reader.context.country, true);
  const first = phones.find((mention) => mention.phone.e164 !== null) ?? phones[0];
  if (first === undefined) return [task.range];
  const range = { start: task.range.start + first.start, end: task.range.start + first.end };
  const phone = { ...first.phone, text: sourceSlice(reader.normal, range.start, range.end) };
  addFact(reader.gathered, 'phone', phone, options(task, [range], phone.e164 === null ? 'phone_invalid' : null));
  reader.gathered.used.push(range);
  const others = phones
    .filter((mention) => mention !== first)
    .map((mention) => ({ start: task.range.start + mention.start, end: task.range.start + mention.end }));
  const before = { start: task.range.start, end: range.start };
  const after = { start: range.end, end: task.range.end };
  return others.length > 0 ? [] : [before, after].filter((r) => /[\p{L}\d]/u.test(task.text.slice(r.start, r.end)));
}

/** "플라워케이크 1호", "레터링케이크 2개", "1호 초코": what is size, count and taste is taken out; the rest names the product. */
function readProduct(reader: Reader, task: Task): Range[] {
  const { value, rest } = cutForeign(task, isForeign(reader, 'product'));
  const clean = withoutCourtesy(task.text, value, true);
  const part = task.text.slice(clean.start, clean.end);
  const menu = reader.context.menu ?? null;
  const sizes = findSizes(part, menu).map((size) => ({ ...size, kind: 'size' as const }));
  const counts = findCounts(part).map((count) => ({ ...count, kind: 'count' as const }));
  const [product] = findProducts(part, menu);
  const at = (r: Range) => ({ start: clean.start + r.start, end: clean.start + r.end });
  const size = sizes.find((s) => product === undefined || s.end <= product.start || s.start >= product.end);
  const count = counts.find((c) => size === undefined || c.end <= size.start || c.start >= size.end);
  const taken = [size, count].filter((r) => r !== undefined);
  const gaps = subtract({ start: 0, end: part.length }, taken)
    .map((r) => trimMarks(part, r))
    .filter((r) => r.end > r.start);
  if (size !== undefined) put(reader, { ...task, field: 'size' }, 'size', at(size.value));
  if (count !== undefined) {
    addFact(reader.gathered, 'quantity', count.count, options(task, [at(count)]));
    reader.gathered.used.push(at(count));
  }
  const [name, ...more] = gaps;
  if (name === undefined) return rest;
  const nameText = part.slice(name.start, name.end);
  if (reader.tastes.isTaste(nameText) && product === undefined)
    put(reader, { ...task, field: 'flavor' }, 'flavor', at(withoutCourtesy(part, name, true)));
  else if (
    product !== undefined &&
    product.start >= name.start &&
    product.end <= name.end &&
    product.end < name.end &&
    reader.tastes.isTaste(part.slice(product.end, name.end).replace(/^[\s(,/]+|[\s)]+$/g, ''))
  ) {
    put(reader, task, 'product', at({ start: name.start, end: product.end }));
    put(reader, { ...task, field: 'flavor' }, 'flavor', at(trimMarks(part, { start: product.end, end: name.end })));
  } else if (/^(?:케이크|케익|cake|ケーキ)$/i.test(nameText)) reader.gathered.used.push(at(name));
  else put(reader, task, 'product', at(name));
  return [...rest, ...more.map(at)];
}

function trimMarks(text: string, range: Range): Range {
  let { start, end } = trimRange(text, range.start, range.end);
  while (start < end && /[\s(,/|+·:-]/.test(text.charAt(start))) start++;
  while (end > start && /[\s,/|+·:-]/.test(text.charAt(end - 1))) end--;
  if (text.charAt(end - 1) === ')' && !text.slice(start, end).includes('(')) end--;
  return { start, end };
}

const SEVERAL_SIZES = /^\s*(?:\d{1,2}\s?개|한\s?개|하나)?\s*(?:[,/+&]|이?랑|와|과|하고|and)\s*$/i;
const EITHER_SIZE = /(?:or|이나|또는|아니면|혹은|나)\s*$/i;
const CHANGED_SIZE = /→|->|=>|말고|아니고|에서|변경/;

function readSize(reader: Reader, task: Task): Range[] {
  const ticked = readTicked(task.text.slice(task.range.start, task.range.end));
  if (ticked !== null) {
    const start = task.range.start + ticked.at;
    put(reader, task, 'size', { start, end: start + ticked.chosen.length });
    return [];
  }
  const { value, rest } = cutForeign(task, isForeign(reader, 'size'));
  const clean = withoutCourtesy(task.text, value, true);
  const part = task.text.slice(clean.start, clean.end);
  const menu = reader.context.menu ?? null;
  const sizes = findSizes(part, menu);
  const at = (r: Range) => ({ start: clean.start + r.start, end: clean.start + r.end });
  const [first] = sizes;
  const last = sizes.at(-1);
  if (isNone(part) || /미정|추후|모르|고민/.test(part)) return [task.range];
  if (first === undefined || last === undefined) {
    put(reader, task, 'size', clean, isQuestion(part) ? 'unsure' : null);
    return rest;
  }
  if (sizes.length > 1) {
    const between = part.slice(first.end, last.start);
    if (CHANGED_SIZE.test(between)) {
      put(reader, task, 'size', at(first.value));
      put(reader, { ...task, fixes: true }, 'size', at(last.value));
      return rest;
    }
    if (SEVERAL_SIZES.test(between)) {
      sizes.forEach((size, i) => {
        const own = { ...task, cake: LISTED_SIZES + i };
        put(reader, own, 'size', at(size.value));
        const next = sizes[i + 1]?.start ?? part.length;
        const count = findCounts(part.slice(size.end, next))[0];
        if (count !== undefined)
          addFact(
            reader.gathered,
            'quantity',
            count.count,
            options(own, [at({ start: size.end + count.start, end: size.end + count.end })]),
          );
      });
      reader.gathered.used.push(clean);
      return rest;
    }
    put(reader, task, 'size', clean, EITHER_SIZE.test(between) ? 'unsure' : null);
    return rest;
  }
  const others = subtract({ start: 0, end: part.length }, [first])
    .map((r) => trimMarks(part, r))
    .filter((r) => r.end > r.start);
  const otherText = others.map((r) => part.slice(r.start, r.end)).join(' ');
  const [count] = findCounts(otherText);
  if (others.length === 0 || /^(?:사이즈|size|짜리)$/i.test(otherText)) put(reader, task, 'size', at(first.value));
  else if (count !== undefined && count.start === 0 && count.end >= otherText.length - 1) {
    put(reader, task, 'size', at(first.value));
    addFact(reader.gathered, 'quantity', count.count, options(task, [at(others[0] ?? first)]));
    reader.gathered.used.push(clean);
  } else if (others.length === 1 && reader.tastes.isTaste(otherText)) {
    put(reader, task, 'size', at(first.value));
    put(reader, { ...task, field: 'flavor' }, 'flavor', at(others[0] ?? first));
  } else put(reader, task, 'size', clean);
  return rest;
}

function readTaste(reader: Reader, task: Task, kind: 'sheet' | 'cream' | 'flavor'): Range[] {
  const ticked = readTicked(task.text.slice(task.range.start, task.range.end));
  if (ticked !== null) {
    const start = task.range.start + ticked.at;
    put(reader, task, kind, { start, end: start + ticked.chosen.length });
    return [];
  }
  const { value, rest } = cutForeign(task, isForeign(reader, kind));
  const clean = withoutCourtesy(task.text, value, true);
  const part = task.text.slice(clean.start, clean.end);
  if (isNone(part)) return [];
  if (task.piece.binding !== 'colon' && reader.tastes.find(part).length === 0) return [task.range];
  const arrow = /\s*(?:→|->|=>)\s*|\s(?:말고|아니고)\s/.exec(part);
  if (arrow !== null && arrow.index > 0) {
    put(reader, task, kind, { start: clean.start, end: clean.start + arrow.index });
    put(reader, { ...task, fixes: true }, kind, { start: clean.start + arrow.index + arrow[0].length, end: clean.end });
    return rest;
  }
  const open = isQuestion(part) || /미정|추천|아무거나|추후|상관\s?없|고민/.test(part);
  put(reader, task, kind, clean, open ? 'unsure' : null);
  return rest;
}

const WRITE_THIS =
  /\s*(?:"\s*)?(?:이?라고|이?라구|으?로)?\s*(?:적어|써|쓰|새겨|넣어|작성해|부탁|해)\s?(?:서\s)?(?:주세요|주시면\s?(?:돼요|됩니다|되요|감사하겠습니다|감사해요)|주실\s?수\s?있나요|주십시오|주시고요?|드려요|드립니다|드릴게요|드려용|주세용|주시구요?)[\s.!~^♥♡ㅎㅋ:)]*$/;
const WRITE_MARK =
  /(?:(?<=[가-힣A-Za-z!~♥])으?로\s(?=부탁|해\s?주|적어|써|넣어|할게|하고)|이?라고|이?라구|\s으?로|"\s*으?로)\s*(?:적어|써|쓰|새겨|넣어|작성|부탁|해\s?주|할게|하고\s?싶|변경|수정|바꿔)/;
const OPEN_TEXT = /^(?:미정|추후|나중에|아직|고민|생각\s?(?:중|해)|정해지면|따로\s?말씀|TBD)/i;
const CAKE_AND_BOARD =
  /^(?:케이크\s?위?|상단|위|윗면)\s?(?:에는?)?\s?[-:=)]\s*(?<cake>.+?)\s*[/,|]\s*(?:케이크\s?)?(?:판|받침|보드|아래)(?:\s?위)?(?:에는?|은)?\s?[-:=)]\s*(?<board>.+)$/;

/** Where the lettering ends in words like "사랑해 라고 써주세요, 초는 2개": at the last mark that a writing verb follows. */
export function letteringEnd(words: string): { readonly end: number; readonly after: number } | null {
  const match = WRITE_MARK.exec(words);
  if (match === null || match.index === 0) return null;
  const tail =
    /^[^\n,.!]*?(?:주세요|주시고요?|주시구요?|주시면\s?\S*|드려요|드립니다|드릴게요|할게요|싶어요|싶습니다|주세용)[.!~\s]*/.exec(
      words.slice(match.index),
    );
  return { end: match.index, after: match.index + (tail?.[0].length ?? match[0].length) };
}

/** Whether what follows a quotation is no part of the lettering: nothing, a verb of writing, the next sentence. */
function isQuotedAlone(after: string, inSentence: boolean): boolean {
  if (/["「『]/.test(after)) return false;
  return (
    inSentence ||
    after === '' ||
    /^(?:[.,;!、。]\s?|이?라고|이?라구|으?로|요|이요|부탁|적어|써|입니다|이에요|예요|です|と|please)/i.test(after)
  );
}

/** Without the quotation marks that surround all of it. */
export function unquote(text: string, range: Range): Range {
  const trimmed = trimRange(text, range.start, range.end);
  const first = text.charAt(trimmed.start);
  const last = text.charAt(trimmed.end - 1);
  const pairs: Readonly<Record<string, string>> = {
    '"': '"',
    "'": "'",
    '「': '」',
    '『': '』',
    '“': '”',
    '‘': '’',
    '<': '>',
    '[': ']',
  };
  if (trimmed.end - trimmed.start > 2 && pairs[first] === last && first !== '<' && first !== '[') {
    const inner = text.slice(trimmed.start + 1, trimmed.end - 1);
    if (!inner.includes(first)) return trimRange(text, trimmed.start + 1, trimmed.end - 1);
  }
  return trimmed;
}

export function readLettering(reader: Reader, task: Task, kind: 'cakeLettering' | 'boardLettering'): Range[] {
  const { text } = task;
  const words = text.slice(task.range.start, task.range.end);
  if (
    isNone(words) ||
    /^(?:문구|레터링|글씨|글)\s?(?:은|는)?\s?(?:없이|없음|필요\s?없|안)/.test(words) ||
    /^(?:없이|필요\s?없|안\s?(?:써|넣|적|해))/.test(words)
  ) {
    addFact(reader.gathered, kind, { none: true }, options(task, [task.range]));
    reader.gathered.used.push(task.range);
    return [];
  }
  if (OPEN_TEXT.test(words)) return [task.range];
  const both = CAKE_AND_BOARD.exec(words);
  if (both?.groups !== undefined && kind === 'cakeLettering') {
    const board = both.groups.board ?? '';
    const cake = both.groups.cake ?? '';
    const boardAt = task.range.start + words.lastIndexOf(board);
    const cakeAt = task.range.start + words.indexOf(cake);
    putText(reader, task, 'cakeLettering', { start: cakeAt, end: cakeAt + cake.length });
    putText(reader, task, 'boardLettering', { start: boardAt, end: boardAt + board.length });
    return [];
  }
  const quoted = /^\s*(["「『'])(.+?)(["」』'])\s*(.*)$/.exec(words);
  if (quoted !== null && isQuotedAlone(quoted[4] ?? '', task.piece.binding !== 'colon')) {
    const start = task.range.start + words.indexOf(quoted[2] ?? '');
    const end = start + (quoted[2] ?? '').length;
    putText(reader, task, kind, { start, end });
    const isMore = task.piece.binding !== 'colon' || /^[.,;!、。]/.test(quoted[4] ?? '');
    return isMore ? [{ start: end + 1, end: task.range.end }] : [];
  }
  if (task.piece.binding === 'colon') {
    const request = WRITE_THIS.exec(words);
    const end = request !== null && request.index > 0 ? task.range.start + request.index : task.range.end;
    const arrow = /\s*(?:→|->|=>)\s*/.exec(words);
    if (arrow !== null && arrow.index > 0 && arrow.index + arrow[0].length < words.length) {
      putText(reader, task, kind, { start: task.range.start, end: task.range.start + arrow.index });
      putText(reader, { ...task, fixes: true }, kind, { start: task.range.start + arrow.index + arrow[0].length, end });
      return [];
    }
    putText(reader, task, kind, { start: task.range.start, end });
    reader.gathered.used.push(task.range);
    return [];
  }
  const mark = letteringEnd(words);
  if (mark !== null) {
    putText(reader, task, kind, { start: task.range.start, end: task.range.start + mark.end });
    return [{ start: task.range.start + mark.after, end: task.range.end }];
  }
  const clean = withoutCourtesy(text, task.range, false);
  const cleanText = text.slice(clean.start, clean.end);
  if (isQuestion(cleanText)) return [task.range];
  const polite = /(?:이요|입니다|이에요|예요)$/.exec(words.trim()) !== null;
  putText(reader, task, kind, clean, polite && /[가-힣]이$/.test(cleanText) ? 'unsure' : null);
  return [];
}

function putText(
  reader: Reader,
  task: Task,
  kind: 'cakeLettering' | 'boardLettering',
  range: Range,
  doubt: FactOptions['doubt'] = null,
): void {
  const clean = unquote(task.text, range);
  if (clean.end <= clean.start) return;
  const value: Answer = { text: sourceSlice(reader.normal, clean.start, clean.end) };
  addFact(reader.gathered, kind, value, options(task, [clean], doubt));
  reader.gathered.used.push(range);
}

function readAnswer(reader: Reader, task: Task, kind: 'candles' | 'allergy'): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  reader.gathered.used.push(task.range);
  if (
    kind === 'candles'
      ? isRefusal(words) || /^0\s?개?$/.test(words.trim())
      : isNone(words) || /^x$/i.test(words.trim()) || /(?:알레르기|알러지)\S*\s?없/.test(words)
  ) {
    addFact(reader.gathered, kind, { none: true }, options(task, [task.range]));
    return [];
  }
  const ticked = readTicked(words);
  const yes = /^\s*(?:네|예|넵|o|yes)(?:[,.!]\s*|\s+)(?=\S)/i.exec(words)?.[0].length ?? 0;
  const clean =
    ticked === null
      ? withoutCourtesy(task.text, { start: task.range.start + yes, end: task.range.end }, true)
      : { start: task.range.start + ticked.at, end: task.range.start + ticked.at + ticked.chosen.length };
  const text = sourceSlice(reader.normal, clean.start, clean.end);
  if (text.trim() === '' || /^[(\s]*[oO]\s?[/,|]\s?[xX]/.test(text)) return [];
  if (
    kind === 'allergy' &&
    /알레르기|알러지/.test(words) &&
    /\s/.test(words.trim()) &&
    findAllergyInside(reader, task.range, task.cake)
  )
    return [];
  const odd =
    /이에요|예요|입니다\s/.test(text) ||
    isQuestion(words) ||
    /못\s?먹|있어서|때문|하니/.test(words) ||
    (kind === 'candles' && clean.end - clean.start > 40);
  addFact(reader.gathered, kind, { text }, options(task, [clean], odd ? 'unsure' : null));
  return [];
}

function readBags(reader: Reader, task: Task, field: 'coolerBag' | 'shoppingBag' | 'packaging'): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  const wish = readYesNo(words);
  const cooler = /보냉|아이스|cooler|保冷/i.test(words);
  const plain = /쇼핑백|종이|paper|plain|일반|紙袋/i.test(words);
  const add = (kind: 'coolerBag' | 'shoppingBag', value: boolean) =>
    addFact(reader.gathered, kind, value, options(task, [task.range]));
  reader.gathered.used.push(task.range);
  if (field === 'shoppingBag') {
    if (wish !== null) add('shoppingBag', wish);
    return [];
  }
  if (plain && !cooler) {
    add('coolerBag', false);
    add('shoppingBag', true);
  } else if (plain && cooler) {
    const instead = /보냉\S*\s?(?:말고|대신|x|X|없이|안|괜찮)/.test(words);
    const reversed = /쇼핑백\S*\s?(?:말고|대신|x|X|없이|안)/.test(words);
    if (instead || reversed) add('coolerBag', reversed);
  } else if (field === 'packaging') {
    if (cooler) add('coolerBag', !isRefusal(words));
  } else if (wish !== null) add('coolerBag', wish);
  else if (cooler && !isQuestion(words)) add('coolerBag', !isRefusal(words));
  return [];
}

function readDepositor(reader: Reader, task: Task): Range[] {
  const cut = cutName(task.text, task.range);
  const name = trimName(task.text, cut);
  const words = name === null ? '' : task.text.slice(name.start, name.end);
  if (name === null || isNone(words)) return [task.range];
  if (/동일|본인|상동|위와|같[음아]|same|同じ|本人/i.test(words)) {
    put(reader, task, 'notes', task.piece.whole);
    addFact(reader.gathered, 'depositor', words, options(task, [name], 'unsure'));
    return [];
  }
  if (!isNameLike(words) && task.piece.binding !== 'colon') return [task.range];
  const plain = trimName(task.text, { start: name.start, end: name.end });
  const payer = plain === null ? name : plain;
  put(reader, task, 'depositor', payer, /입금|부탁|예정|할게|\d/.test(words) ? 'unsure' : null);
  const rest = { start: cut.end, end: task.range.end };
  return rest.end > rest.start ? [rest] : [];
}

const DELIVERY = /퀵|택배|배송|배달|deliver|配送|配達|宅配/i;
const PICKUP = /픽업|방문|매장\s?수령|직접|pick|来店|受取/i;
const QUICK = /퀵/;

/** 수령방법: 퀵. An address may stand behind it. */
function readMethod(reader: Reader, task: Task): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  const label = task.text.slice(task.piece.whole.start, task.range.start);
  reader.gathered.used.push(task.range);
  if (isRefusal(words)) return [];
  const isDelivery =
    DELIVERY.test(words) || (!PICKUP.test(words) && DELIVERY.test(label) && !/방법|방식|여부|\//.test(label));
  const isAddress = DELIVERY.test(label) && !DELIVERY.test(words) && /\d/.test(words);
  const address = findAddress(words) ?? (isDelivery && isAddress ? { start: 0, end: words.length } : null);
  const method = !isDelivery ? 'pickup' : QUICK.test(words) || QUICK.test(label) ? 'quick' : 'delivery';
  if (!isDelivery && !PICKUP.test(words)) {
    put(reader, task, 'notes', task.range);
    return [];
  }
  const at = address === null ? null : { start: task.range.start + address.start, end: task.range.start + address.end };
  addFact(
    reader.gathered,
    'delivery',
    { method, address: at === null ? null : sourceSlice(reader.normal, at.start, at.end) },
    options(task, [task.range]),
  );
  return [];
}

const ADDRESS =
  /(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\S{0,6}\s?)?(?:[가-힣]{1,6}(?:시|군|구)\s?){0,2}[가-힣0-9]{1,10}(?:동|로|길|읍|면|리|가)\s?\d{0,4}[^\n,/]{0,50}|\d{1,5}\s[A-Z][A-Za-z]+(?:\s[A-Za-z]+){0,3}\s(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Dr|Lane|Ln)\b[^\n/]{0,40}/;

/** A postal address in `words`; it must hold a number and a word of place. */
export function findAddress(words: string): Range | null {
  const match = ADDRESS.exec(words);
  if (
    match === null ||
    !/\d/.test(match[0]) ||
    !/(?:시|군|구|동|로|길|읍|면)\s?\d|(?:시|군|구|도)\s|(?:서울|부산|대구|인천|광주|대전|울산|세종)|Street|St\b|Ave|Road|Rd\b/.test(
      match[0],
    )
  )
    return null;
  const sent = /\s*(?:으?로|에|까지)?\s?(?:보내|배송|배달|부탁|퀵|와\s?주|입니다|이에요|예요)/.exec(match[0]);
  const length = sent === null || sent.index === 0 ? match[0].length : sent.index;
  return trimRange(words, match.index, match.index + length);
}

const FOOD =
  '땅콩|견과류?|호두|아몬드|캐슈넛|잣|계란|달걀|난류|우유|유제품|유당|밀가루|밀|글루텐|복숭아|딸기|키위|망고|바나나|사과|토마토|포도|파인애플|메밀|콩|대두|새우|갑각류|조개|참깨|깨|초콜릿|초코|카카오|코코넛|꿀|젤라틴|과일|체리|블루베리|피스타치오|헤이즐넛|옥수수';
const ALLERGY_KO = new RegExp(
  `(?<food>(?:(?:${FOOD})(?:\\s?(?:,|와|과|랑|이랑|및|/|·)\\s?(?:${FOOD})){0,4}|[가-힣]{1,6})\\s?)(?:알레르기|알러지|앨러지)`,
  'g',
);
const ALLERGY_NONE = /(?:알레르기|알러지)\s?(?:는|은|도|가)?\s?(?:없|x\b)/i;
const ALLERGY_EN =
  /(?<food>(?:tree )?[a-z]{3,12}(?:(?:,| and| or| &) (?:tree )?[a-z]{3,12})?) allerg(?:y|ies)|allergic to (?<food2>[a-z]{3,12}(?: ?(?:,|and|or|&) ?[a-z]{3,12})*)/gi;
const ALLERGY_JA = /(?<food>[\p{Script=Katakana}\p{Script=Han}ー]{1,8})アレルギー/gu;

/** An allergy said in passing: "땅콩 알레르기 있어요". */
export function findAllergyInside(reader: Reader, range: Range, cake: number): boolean {
  const words = reader.normal.text.slice(range.start, range.end);
  let found = false;
  const add = (start: number, end: number, doubt: 'unsure' | null) => {
    const at = { start: range.start + start, end: range.start + end };
    found ||= doubt === null;
    addFact(
      reader.gathered,
      'allergy',
      { text: sourceSlice(reader.normal, at.start, at.end) },
      { ranges: [at], source: 'prose', doubt, cake },
    );
  };
  if (ALLERGY_NONE.test(words)) {
    addFact(reader.gathered, 'allergy', { none: true }, { ranges: [range], source: 'prose', cake });
    return true;
  }
  for (const match of words.matchAll(ALLERGY_KO)) {
    const food = match.groups?.food ?? '';
    const known = new RegExp(`^(?:${FOOD})`).test(food.trim());
    const particle = /(?:가|이|은|는|도|에|혹시|제가|그리고)\s$/.test(food);
    if (particle && !known) continue;
    if (/(?:없|나요|있나|\?)/.test(words.slice(match.index + match[0].length, match.index + match[0].length + 10)))
      continue;
    const list = foodListBefore(words, match.index);
    add(list, match.index + match[0].length, known ? null : 'unsure');
  }
  for (const match of words.matchAll(ALLERGY_EN)) add(match.index, match.index + match[0].length, 'unsure');
  for (const match of words.matchAll(ALLERGY_JA)) add(match.index, match.index + match[0].length, null);
  return found;
}

/** "호두, 땅콩 알레르기": foods before a comma belong to it. */
function foodListBefore(words: string, at: number): number {
  const list = new RegExp(`(?:(?:${FOOD})\\s?(?:,|와|과|랑|이랑|및|/|·)\\s?)+$`).exec(words.slice(0, at));
  return list === null ? at : list.index;
}

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
  if (fields.includes('size') || fields.includes('flavor')) return readProductLike(reader, task('product', range));
  if (fields.includes('pickup') && fields.includes('method')) return readField(reader, task('pickup', range));
  const [first] = fields;
  return first === undefined ? [range] : readField(reader, task(first, range));
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

function readProductLike(reader: Reader, task: Task): Range[] {
  return readProduct(reader, { ...task, range: task.range });
}
