// Finds allergies that are said in passing, in a memo or a sentence.
// Law: "none" is an answer; a food that the reader does not know is a proposal.
import { addFact } from './facts.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice } from './normal-text.ts';
import type { Reader } from './value-task.ts';

const FOOD =
  '땅콩|견과류?|호두|아몬드|캐슈넛|잣|계란|달걀|난류|우유|유제품|유당|밀가루|밀|글루텐|복숭아|딸기|키위|망고|바나나|사과|토마토|포도|파인애플|메밀|콩|대두|새우|갑각류|조개|참깨|깨|초콜릿|초코|카카오|코코넛|꿀|젤라틴|과일|체리|블루베리|피스타치오|헤이즐넛|옥수수';
const ALLERGY_KO = new RegExp(
  `(?<food>(?:(?:${FOOD})(?:\\s?(?:,|와|과|랑|이랑|및|/|·)\\s?(?:${FOOD})){0,4}|[가-힣]{1,6})\\s?)(?:알레르기|알러지|앨러지)`,
  'g',
);
const ALLERGY_NONE = /(?:알레르기|알러지)\s?(?:는|은|도|가)?\s?(?:없|x\b)/i;
const FOODS_EN =
  '(?:tree )?nuts?|peanuts?|eggs?|milk|dairy|gluten|wheat|soy|shellfish|shrimp|sesame|strawberr(?:y|ies)|kiwis?|peach(?:es)?|mango(?:es)?|almonds?|walnuts?|hazelnuts?|cashews?|lactose|pistachios?|bananas?|apples?|coconut|pineapple|fish|honey|cocoa|chocolate|pecans?|citrus|corn';
const LIST_EN = `(?:${FOODS_EN})(?:(?:, ?(?:and |or )?| and | or | & |/)(?:${FOODS_EN})){0,4}`;
const ALLERGY_EN = new RegExp(
  `(?<known>(?<![a-z])${LIST_EN}) allerg(?:y|ies)|allergic to (?<known2>${LIST_EN})(?![a-z])|(?<food>[a-z]{3,12}) allerg(?:y|ies)|allergic to (?<food2>[a-z]{3,12})`,
  'gi',
);
const NO_FOOD = /^(?:any|have|food|has|the|your|with|and|for|severe|known|other|some|please|note)$/i;
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
  for (const match of words.matchAll(ALLERGY_EN)) {
    const g = match.groups ?? {};
    const known = (g.known ?? g.known2) !== undefined;
    if (!known && NO_FOOD.test(g.food ?? g.food2 ?? '')) continue;
    if (/(?:no|not|without|n't have(?: an?y?)?)\s(?:have\s|any\s|an?\s)?$/i.test(words.slice(0, match.index))) continue;
    add(match.index, match.index + match[0].length, known ? null : 'unsure');
  }
  for (const match of words.matchAll(ALLERGY_JA)) add(match.index, match.index + match[0].length, null);
  return found;
}

/** "호두, 땅콩 알레르기": foods before a comma belong to it. */
function foodListBefore(words: string, at: number): number {
  const list = new RegExp(`(?:(?:${FOOD})\\s?(?:,|와|과|랑|이랑|및|/|·)\\s?)+$`).exec(words.slice(0, at));
  return list === null ? at : list.index;
}
