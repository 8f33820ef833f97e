// Reads the values of what goes with a cake: candles, bags, allergies.
// Law: "none" is an answer; a refusal that says more is a note as well.
import { findAllergyInside } from './allergies.ts';
import { isNone, isQuestion, isRefusal, readYesNo, withoutCourtesy } from './answers.ts';
import { addFact } from './facts.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, trimRange } from './normal-text.ts';
import type { Reader, Task } from './value-task.ts';
import { options, put } from './value-task.ts';

/** "긴초 3개, 짧은초는 없이": some are wanted. */
const isOneKind = (words: string) => /초\s?[1-9]\d?\s?(?:개|자루)?[\s,./]/.test(words);

/** A yes that names no number is kept as written. */
const PLAIN_WISH = /^(?:필요(?:해요|합니다|함|요)?|추가(?:요|해주세요)?|있음|신청)[\s.!~]*$/;

/** A refusal that says more ("안 주셔도 되고 폭죽 1개 주세요") is kept as a note too. */
const LONG_REFUSAL = 14;

/** Candles or an allergy, as written; `{ none: true }` for a refusal. */
export function readAnswer(reader: Reader, task: Task, kind: 'candles' | 'allergy'): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  const remark = /\s*\([^()]*\)\s*$/.exec(words);
  if (
    remark !== null &&
    remark.index > 0 &&
    isRefusal(words.slice(0, remark.index)) &&
    !/\d/.test(words.slice(0, remark.index))
  ) {
    put(reader, { ...task, field: 'notes' }, 'notes', task.range);
    return readAnswer(
      reader,
      { ...task, range: { start: task.range.start, end: task.range.start + remark.index } },
      kind,
    );
  }
  reader.gathered.used.push(task.range);
  if (kind === 'candles' && PLAIN_WISH.test(words.trim())) {
    addFact(
      reader.gathered,
      kind,
      { text: words.trim() },
      options(task, [trimRange(task.text, task.range.start, task.range.end)]),
    );
    return [];
  }
  if (
    kind === 'candles'
      ? (isRefusal(words.replace(/[,.\s]*(?:please|pls|thanks|thank you)[\s.!]*$/i, '')) && !isOneKind(words)) ||
        /^0\s?개?$/.test(words.trim())
      : isNone(words) || /^x$/i.test(words.trim()) || /(?:알레르기|알러지)\S*\s?없/.test(words)
  ) {
    addFact(reader.gathered, kind, { none: true }, options(task, [task.range]));
    if (words.length > LONG_REFUSAL) put(reader, { ...task, field: 'notes' }, 'notes', task.range);
    return [];
  }
  const changed = kind === 'candles' ? /^(?:\S+\s?\S{0,4})(?:에서|→|->|말고)\s?(?=\S)/.exec(words) : null;
  if (changed !== null)
    return readAnswer(
      reader,
      { ...task, range: { start: task.range.start + changed[0].length, end: task.range.end } },
      kind,
    );
  const yes = /^\s*(?:네|예|넵|o|yes)(?:[,.!]\s*|\s+)(?=\S)/i.exec(words)?.[0].length ?? 0;
  const clean = withoutCourtesy(task.text, { start: task.range.start + yes, end: task.range.end }, true);
  const moved = /\s?으?로\s?(?:변경|수정)$/.exec(task.text.slice(clean.start, clean.end));
  const added =
    task.piece.binding === 'colon' ? null : /(?<=\d|개)\s?추가$/.exec(task.text.slice(clean.start, clean.end));
  const cut = moved ?? added;
  const text = sourceSlice(reader.normal, clean.start, cut === null ? clean.end : clean.start + cut.index);
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
    /있어서|때문|하니/.test(words) ||
    (kind === 'candles' && /^(?:미정|추후|나중|고민|모름)/.test(words)) ||
    (kind === 'candles' && isRefusal(words)) ||
    (kind === 'candles' && /보냉|쇼핑백|문구|레터링|픽업|이름|연락처|입금/.test(text)) ||
    (kind === 'candles' && clean.end - clean.start > 40);
  addFact(reader.gathered, kind, { text }, options(task, [clean], odd ? 'unsure' : null));
  return [];
}

/** Which bag is wished; a shopping bag instead is no cooler bag. */
export function readBags(reader: Reader, task: Task, field: 'coolerBag' | 'shoppingBag' | 'packaging'): Range[] {
  const words = task.text.slice(task.range.start, task.range.end);
  const wish = readYesNo(words);
  const cooler = /보냉|아이스|cooler|保冷/i.test(words);
  const plain = /쇼핑백|종이|shopping|paper|plain|일반|紙袋/i.test(words);
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
