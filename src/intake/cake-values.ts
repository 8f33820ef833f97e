// Reads the values that describe the cake: product, size, tastes.
// Law: a label's value is kept as written; only what has a field of its own (count, size in a product) is taken out.
import { isNone, isQuestion, withoutCourtesy } from './answers.ts';
import { findCounts, findProducts, findSharesInBrackets, findSizes, findTasteShares } from './cake-words.ts';
import { findDays } from './date-words.ts';
import { addFact, EXTRA_ITEMS, LISTED_SIZES, SHARED_SIZE } from './facts.ts';
import type { Field } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { subtract, trimRange } from './normal-text.ts';
import { findPhones } from './phones.ts';
import type { Reader, Task } from './value-task.ts';
import { options, put, trimMarks } from './value-task.ts';

const CLAUSE = /\s*(?:[/|;\t]|,(?!\d)|\s{2,})\s*/g;

/** Cuts a value where something of another kind begins: a phone, a day, a size, a quotation. */
export function cutForeign(task: Task, foreign: (rest: string) => boolean): { value: Range; rest: Range[] } {
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

export function isForeign(reader: Reader, field: Field): (rest: string) => boolean {
  return (rest) => {
    const [phone] = findPhones(rest.slice(0, 30), reader.context.country, false);
    if (field !== 'phone' && phone?.start === 0) return true;
    if (
      field !== 'size' &&
      field !== 'product' &&
      !/^\d단/.test(rest) &&
      findSizes(rest.slice(0, 12), reader.context.menu ?? null)[0]?.start === 0
    )
      return true;
    if (/^["「『]/.test(rest)) return true;
    const [day] = findDays(rest.slice(0, 24), { mode: 'prose', english: false });
    if (day?.start === 0) return true;
    return (field === 'size' || field === 'name') && reader.tastes.isTaste(rest.split(/[,/|]/)[0] ?? '');
  };
}

/** "플라워케이크 1호", "레터링케이크 2개", "1호 초코": what is size, count and taste is taken out; the rest names the product. */
export function readProduct(reader: Reader, whole: Task): Range[] {
  const task = withoutRemark(reader, whole);
  const words = task.text.slice(task.range.start, task.range.end);
  if (task.cake === 0 && findSharesInBrackets(words, reader.tastes) !== null) return [task.range];
  const several = listedProducts(reader, task);
  const isList = task.cake === 0 && !reader.hasSizeField && findSizes(words, reader.context.menu ?? null).length > 1;
  if (isList && several.length === 0 && /,/.test(words) && reader.tastes.find(words).length > 1) return [task.range];
  const areCakes = task.cake === 0 && several.every((part) => CAKE.test(task.text.slice(part.start, part.end)));
  const main = Math.max(
    0,
    several.findIndex((part) => CAKE.test(task.text.slice(part.start, part.end))),
  );
  if (several.length > 1)
    return several.flatMap((range, i) =>
      readOneProduct(reader, {
        ...task,
        range,
        cake: areCakes ? LISTED_SIZES + i : i === main ? task.cake : EXTRA_ITEMS + 700 + i,
      }),
    );
  return readOneProduct(reader, task);
}

/** "포토케이크 (사진은 따로 보낼게요)", "초코 (견과류 빼주세요)": said to the shop; a correction is not. */
const SAID_BEHIND =
  /\s*\((?![^()]*(?:변경|수정|정정|바꿔|바꿀|아니))[^()]*[가-힣](?:게요|께요|세요|니다|려요|까요|돼요)[.!~]*\)\s*$/;

/** The value without a sentence in brackets behind it, which becomes a note. */
function withoutRemark(reader: Reader, task: Task): Task {
  const remark = SAID_BEHIND.exec(task.text.slice(task.range.start, task.range.end));
  if (remark === null || remark.index === 0) return task;
  const at = task.range.start + remark.index;
  put(reader, { ...task, field: 'notes' }, 'notes', trimRange(task.text, at, task.range.end));
  return { ...task, range: { start: task.range.start, end: at } };
}

const CAKE = /(?:케이크|케익|cake|ケーキ)/i;

/** "곰돌이 케이크 1개, 쿠키세트 1개": parts that each name a product of their own. */
function listedProducts(reader: Reader, task: Task): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  if (/\(/.test(words.replace(/\([^()]*\)/g, ''))) return [];
  const isSlashed = (own: string) => findCounts(own).length > 0 || findSizes(own, null).length > 0;
  const cut = words.split('/').every(isSlashed) ? /(?:\([^()]*\)|[^,、+&/(])+/g : /(?:\([^()]*\)|[^,、+&(])+/g;
  const parts = [...words.matchAll(cut)].map((part) =>
    trimRange(task.text, task.range.start + part.index, task.range.start + part.index + part[0].length),
  );
  const isCounted = (own: string) =>
    /[가-힣ぁ-んァ-ヶa-z]{3}\s?\d{1,2}\s?(?:개|個|つ|ea)\s*$/i.test(own) && reader.tastes.find(own).length === 0;
  const isProduct = (part: Range) =>
    CAKE.test(task.text.slice(part.start, part.end)) ||
    isCounted(task.text.slice(part.start, part.end)) ||
    /(?:세트|박스|꾸러미|set|box)\s*(?:[x×]?\s?\d.*)?$/i.test(task.text.slice(part.start, part.end)) ||
    findProducts(task.text.slice(part.start, part.end), reader.context.menu ?? null).length > 0;
  return parts.every(isProduct) ? parts : [];
}

const SHAPE =
  /^(?:원형|하트(?:형|모양)?|사각(?:형)?|네모|동그라미|round|heart(?:[- ]shaped)?|square|丸型?|ハート型?|四角)$/i;

/** "30,000원", "3만5천원", "₩35,000": no part of a name. */
const PRICE =
  /(?<![\d,])(?:₩\s?)?\d{1,3}(?:,\d{3})+\s?(?:원|円|won)?|(?<!\d)\d{1,3}(?:\.\d)?\s?만\s?(?:\d\s?천\s?)?원?|(?<!\d)\d{4,6}\s?(?:원|円|won)/i;

/** "떡케이크(2호)": the brackets around what is taken out go with it. */
function withBrackets(part: string, range: Range): Range {
  const isInside = /[([]\s?$/.test(part.slice(0, range.start)) && /^\s?[)\]]/.test(part.slice(range.end));
  if (!isInside) return range;
  return {
    start: part.slice(0, range.start).trimEnd().length - 1,
    end: range.end + 1 + (part.charAt(range.end) === ' ' ? 1 : 0),
  };
}

function readOneProduct(reader: Reader, task: Task): Range[] {
  const { value, rest } = cutForeign(task, isForeign(reader, 'product'));
  const clean = withoutCourtesy(task.text, value, true);
  const part = task.text.slice(clean.start, clean.end);
  const menu = reader.context.menu ?? null;
  const sizes = (reader.hasSizeField ? [] : findSizes(part, menu)).map((size) => ({ ...size, kind: 'size' as const }));
  const counts = findCounts(part).map((count) => ({ ...count, kind: 'count' as const }));
  const [product] = findProducts(part, menu);
  const at = (r: Range) => ({ start: clean.start + r.start, end: clean.start + r.end });
  const size = sizes.find((s) => product === undefined || s.end <= product.start || s.start >= product.end);
  const count = counts.find((c) => size === undefined || c.end <= size.start || c.start >= size.end);
  const price = PRICE.exec(part);
  const priced = price === null ? undefined : { start: price.index, end: price.index + price[0].length };
  const taken = [size === undefined ? size : withBrackets(part, size), count, priced].filter((r) => r !== undefined);
  const gaps = subtract({ start: 0, end: part.length }, taken)
    .map((r) => trimMarks(part, r))
    .filter((r) => r.end > r.start);
  if (priced !== undefined) put(reader, { ...task, field: 'price' }, 'price', at(priced));
  if (size !== undefined) put(reader, { ...task, field: 'size' }, 'size', at(size.value));
  if (count !== undefined) {
    addFact(reader.gathered, 'quantity', count.count, options(task, [at(count)]));
    reader.gathered.used.push(at(count));
  }
  const [name, ...more] = gaps;
  if (name === undefined) return rest;
  const nameText = part.slice(name.start, name.end);
  const listed = [...nameText.matchAll(/[^/|,]+/g)].map((own) =>
    trimMarks(part, { start: name.start + own.index, end: name.start + own.index + own[0].length }),
  );
  if (listed.length > 1 && listed.some((own) => reader.tastes.isTaste(part.slice(own.start, own.end)))) {
    for (const own of listed) {
      const words = part.slice(own.start, own.end);
      const kind = reader.tastes.isTaste(words) ? 'flavor' : SHAPE.test(words) ? 'shape' : 'product';
      put(reader, { ...task, field: kind }, kind, at(own));
    }
    return [...rest, ...more.map(at)];
  }
  const called = /^(?<taste>\S.{1,30}?)\s?(?:flavou?r(?:ed)?|味|맛)$/i.exec(nameText)?.groups?.taste;
  if (called !== undefined)
    put(reader, { ...task, field: 'flavor' }, 'flavor', at({ start: name.start, end: name.start + called.length }));
  else if (reader.tastes.isTaste(nameText) && product === undefined)
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

const SEVERAL_SIZES =
  /^\s*(?:짜리|케이크|케익|사이즈)?\s*(?:\d{1,2}\s?개|한\s?개|하나)?\s*(?:[,/+&]|이?랑|와|과|하고|and|추가로|그리고|에다가?)\s*$/i;
const EITHER_SIZE = /(?:~|-|or|か|または|이나|또는|아니면|혹은|나)\s*$/i;
const CHANGED_SIZE = /→|->|=>|말고|아니(?!면)|에서|변경/;

export function readSize(reader: Reader, whole: Task): Range[] {
  const task = withoutRemark(reader, whole);
  const words = task.text.slice(task.range.start, task.range.end);
  if (task.cake === 0 && findSharesInBrackets(words, reader.tastes) !== null) return [task.range];
  const { value, rest } = cutForeign(task, isForeign(reader, 'size'));
  const clean = withoutCourtesy(task.text, value, true);
  const part = task.text.slice(clean.start, clean.end);
  const menu = reader.context.menu ?? null;
  const every = findSizes(part, menu);
  const outside = every.filter((size) => part.lastIndexOf('(', size.start) <= part.lastIndexOf(')', size.start));
  const sizes = outside.length === 1 ? outside : every;
  const at = (r: Range) => ({ start: clean.start + r.start, end: clean.start + r.end });
  const [first] = sizes;
  const last = sizes.at(-1);
  if (isNone(part) || /미정|추후|모르|모름|고민|추천|아무거나/.test(part)) return [task.range];
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
    const isMenu = sizes.length > 2 && /\//.test(part) && findCounts(part).length === 0;
    if (isMenu) {
      put(reader, task, 'size', clean, 'unsure');
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
    if (!EITHER_SIZE.test(between) && /[,/+\n]/.test(between) && reader.tastes.find(between).length > 0)
      return [task.range];
    put(reader, task, 'size', clean, EITHER_SIZE.test(between) || /\p{L}/u.test(between) ? 'unsure' : null);
    return rest;
  }
  const others = subtract({ start: 0, end: part.length }, [first])
    .map((r) => trimMarks(part, r))
    .filter((r) => r.end > r.start);
  const otherText = others.map((r) => part.slice(r.start, r.end)).join(' ');
  const [count] = findCounts(otherText);
  if (
    others.length === 0 ||
    /^(?:(?:사이즈|size|짜리)$|(?:으?로\s?)?(?:변경|수정|바꿔|바꿀|부탁|할게|해\s?주|가능|될까))/i.test(otherText)
  )
    put(reader, task, 'size', at(first.value));
  else if (count !== undefined && count.start === 0 && count.end >= otherText.length - 1) {
    put(reader, task, 'size', at(first.value));
    addFact(reader.gathered, 'quantity', count.count, options(task, [at(others[0] ?? first)]));
    reader.gathered.used.push(clean);
  } else if (others.length === 1 && reader.tastes.isTaste(otherText)) {
    put(reader, task, 'size', at(first.value));
    put(reader, { ...task, field: 'flavor' }, 'flavor', at(others[0] ?? first));
  } else if (isQuestion(otherText) || /이상|이하|추천|가능하면/.test(otherText)) {
    put(reader, task, 'size', at(first.value), 'unsure');
    return [...rest, ...others.map(at)];
  } else put(reader, task, 'size', clean);
  return rest;
}

/** "초코 (바닐라로 변경할게요)": the second one stands. */
const CORRECTED_BEHIND =
  /\s*[(,]\s*(?:아니\s)?(?<own>[^(),\s][^(),]{0,20}?)(?:으?로)\s?(?:변경|수정|바꿔|바꿀|정정)[^()]*\)?[\s.!~]*$/;

export function readTaste(reader: Reader, whole: Task, kind: 'sheet' | 'cream' | 'flavor'): Range[] {
  const task = withoutRemark(reader, whole);
  const shares =
    task.cake === 0 ? findTasteShares(task.text.slice(task.range.start, task.range.end), reader.tastes) : [];
  if (shares.length > 0) {
    shares.forEach((share, i) => {
      const at = { start: task.range.start + share.start, end: task.range.start + share.end };
      const own = { ...task, cake: SHARED_SIZE + i };
      put(reader, own, kind, at);
      addFact(reader.gathered, 'quantity', share.count, options(own, [at]));
    });
    reader.gathered.used.push(task.range);
    return [];
  }
  const words = task.text.slice(task.range.start, task.range.end);
  const de = task.piece.binding !== 'colon' && /[^\s]で$/.test(words) ? 1 : 0;
  if (de > 0) return readTaste(reader, { ...task, range: { start: task.range.start, end: task.range.end - de } }, kind);
  const isBySize = findSizes(words, reader.context.menu ?? null)[0]?.start === 0;
  const { value, rest } = isBySize ? { value: task.range, rest: [] } : cutForeign(task, isForeign(reader, kind));
  const clean = withoutCourtesy(task.text, value, true);
  const part = task.text.slice(clean.start, clean.end);
  if (isNone(part)) return [];
  const isWish = /올려|올릴|얹|토핑|장식|넣어|넣을|빼\s?주|빼고/.test(
    task.text.slice(task.range.start, task.range.end),
  );
  const isLineHead = !/[\p{L}\d]/u.test(task.text.slice(task.piece.chatLine.start, task.piece.whole.start));
  const isPlain = isLineHead && /^\S+(?:\s\S+)?$/.test(part) && !/[요다까게죠고]$|[?!]/.test(part);
  if (task.piece.binding !== 'colon' && (isWish || (!isPlain && reader.tastes.find(part).length === 0)))
    return [task.range];
  const inBrackets = CORRECTED_BEHIND.exec(part);
  if (inBrackets?.groups?.own !== undefined) {
    const at = clean.start + inBrackets.index + inBrackets[0].indexOf(inBrackets.groups.own, 1);
    put(reader, task, kind, { start: clean.start, end: clean.start + inBrackets.index });
    put(reader, { ...task, fixes: true }, kind, { start: at, end: at + inBrackets.groups.own.length });
    return rest;
  }
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
