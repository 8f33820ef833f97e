// Short answers in forms: yes, no, none, and the courtesies around a value (Korean endings, please, お願いします).
// Law: "none" is an answer and blank is not; a question ("보냉백 되나요?") is neither yes nor no.
import { markedChoice } from './choices.ts';
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';

const COURTESY =
  /(?:\s*(?:으?로\s?)?(?:부탁\s?(?:드려요|드립니다|드릴게요|드릴께요|드려용|드림|해요|합니다|할게요)?|(?:준비|제작|포장|작성|진행|변경|추가|선택|신청|주문|예약|넣어|만들어|챙겨|같이|바꿔|고쳐|해|적어|써|보내|꽂아)?\s?주(?:세요|세용|세여|세염|셈|십셔|이소|이소예|쇼|시[고구](?:요|여|용)?|시공|시면 (?:됩니다|돼요|되요|감사하겠습니다|감사해요|좋겠어요|좋겠습니다)|실 수 있나요|실래요|십시오|셔요)|(?:으?로\s?)?(?:진행|변경|추가|선택|신청|주문|예약)?\s?(?:바꿀게요|바꿀께요|바꿀래요|바꾸고\s?싶어요|바꾸고\s?싶습니다|바꾸겠습니다|바꿔도\s?(?:될까요|되나요)|할게요|할께요|할래요|하겠습니다|하고\s?싶어요|하고\s?싶습니다|해요|합니다|원해요|원합니다|희망합니다|희망해요|생각하고 있어요|가능할까요|가능한가요|될까요|되나요)|이?면\s?(?:될|돼|되|됩|충분)\S{0,4}(?:\s?것\s?같\S{1,4})?|(?:으?로\s?)?(?:하고|해\s?주시고|주시고|부탁드리고|할\s?거고)|있어요|있습니다|있음|이요|이에요|이에용|이예요|예요|예용|에요|입니다|입니당|입니더|임다|이고예|이라예|이고요|이구요|이고|이며|이여|please|pls|thanks|thank you|です|になります|[でを]?お願い(?:いた|致)?します|ください|希望です|希望))[\s.!~^♥♡ㅎㅋ:;)。、]*$/i;
const LAST_YO = /(?<=[가-힣\d])(?:요|(?<=[로고개호])[용예여염])[\s.!~^♥♡ㅎㅋ]*$/;
const LAST_RO = /(?<=[가-힣\d])으?로[\s.!~]*$/;
const ORNAMENT_END = /[\s.!~,;^ㅎㅋㅠㅜ]+$/;

/** The range without courtesies at its end. `particles`: also "요" and "로" ("초코요", "1호로"). */
export function withoutCourtesy(text: string, range: Range, particles: boolean): Range {
  let { start, end } = trimRange(text, range.start, range.end);
  for (let round = 0; round < 5; round++) {
    const part = text.slice(start, end);
    const courtesy = COURTESY.exec(part) ?? (particles ? (LAST_YO.exec(part) ?? LAST_RO.exec(part)) : null);
    if (courtesy === null || courtesy.index === 0 || isInBracket(part, courtesy.index)) break;
    if (isBrokenWord(part, courtesy.index) || isGreeting(part, courtesy)) break;
    end = start + courtesy.index;
  }
  const ornament = ORNAMENT_END.exec(text.slice(start, end));
  if (particles && ornament !== null && ornament.index > 0) end = start + ornament.index;
  return trimRange(text, start, end);
}

/** "축하합니다", "사랑해요": said to the one who gets the cake. */
function isGreeting(text: string, courtesy: RegExpExecArray): boolean {
  return (
    /^\s?(?:합니다|해요|드려요|드립니다)/.test(courtesy[0]) &&
    /(?:축하|사랑|감사|존경|환영|응원)$/.test(text.slice(0, courtesy.index))
  );
}

/** "필요해요", "많이요": what looks like a courtesy is the word itself; 밤 and 쑥 are words of one syllable. */
function isBrokenWord(text: string, at: number): boolean {
  const rest = text.slice(0, at).trim();
  return (
    /(?:^|\s)(?:필|많|조금|필요)$/.test(rest) ||
    (/^[가-힣]$/.test(rest) && !/[밤쑥팥귤떡꿀잼소중대무솔별봄빛강산한단윤결]/.test(rest))
  );
}

/** "초코 (바닐라로 변경할게요)": what stands in brackets keeps its end. */
function isInBracket(text: string, at: number): boolean {
  return text.lastIndexOf('(', at - 1) > text.lastIndexOf(')', at - 1);
}

const NONE =
  /^(?:없음|없어요|없습니다|없슴|없어용|없|무|무관|해당\s?없음|해당\s?사항\s?없음|딱히\s?없\S*|따로\s?없\S*|아무것도\s?없\S*|x|no|none|nope|n\/a|na|nothing|nil|없음요|-|ㄴㄴ|노|なし|無し|無|ありません|特になし|ないです|ない|no (?:lettering|text|candles?|allerg(?:y|ies)|message|writing))[\s.!~()]*$/i;
const REFUSAL =
  /^(?:no|nope|nah)[,.!\s]|필요\s?(?:없|x)|안\s?(?:주|줘|넣|해|받|필요|할|하|함|합|사|살)|추가\s?[xX✕❌×노](?![a-z가-힣])|됐어요|됐습니다|패스|사양|미포함|않|괜찮|빼\s?(?:고|주|줘|달)|제외|없이|없음|없어|없습|노\s?초|말아|no\s|not\s|don't|without|不要|いらない|要らない|いりません|要りません|つけない|なくて|結構です|大丈夫|なし/i;
const NO_WORD =
  /^(?:x|엑스|✕|✖|❌|×|no|n|none|nope|아니(?:요|오|용|여)?|아닝|아뇨|아뇽|ㄴ+|노+|놉|노노노|패스|pass|됐어요|됐습니다|안해요|미추가|미신청|미구매|안함|안함|미선택|불필요|0개?|거절|false|いいえ|なし|無し|無|不要)[\s.!~()]*$/i;
const YES_WORD =
  /^(?:o|ok|okay|ㅇ+|ㅇㅋ+|네+|넵+|넹+|넴|예+|응+|웅+|엉|예스|오케이|콜|yes|y|yep|yes please|○|◯|추가|추가요|필요|필요해요|필요합니다|있음|있어요|함|신청|구매|원해요|원함|선택|포함|유|true|✓|✔|✅|☑|⭕|🙆.*|はい|有|有り|あり|希望|要|必要|お願いします|ください)[\s.!~()]*$/i;
const WANTED =
  /추가|부탁|필요해|필요합|필요해요|필요함|주세요|줘요|할게|할께|하겠|원해|원합|신청|구매|포함|넣어|담아|포장해|같이|도\s?요|이요|please|yes|add|need|want|include|お願い|ください|希望|必要/i;
const QUESTION = /\?|？|(?<!하)나요|까요|는지|얼마|가능한가|되나|될까|있나|있을까|ですか|ますか/;
const COUNTED =
  /^(?:\d{1,2}|한|하나|두|둘|세|one|two)\s?(?:개|장|세트|ea|個|つ|bags?)?(?:\s?(?:추가|요|부탁\S*|주세요|please))*[\s.!~]*$/i;

/** "없음", "none", "なし" and their like. */
export function isNone(text: string): boolean {
  return NONE.test(text.trim());
}

/** Whether a wish is refused: "필요없어요", "안 주셔도 돼요", "X". */
export function isRefusal(text: string): boolean {
  const plain = text.trim();
  return NONE.test(plain) || NO_WORD.test(plain) || REFUSAL.test(plain);
}

/** "주세용", "주이소", "됩니더", "예요" of the south: the same endings in the standard language. */
export function inStandardEndings(text: string): string {
  return text
    .replace(/(?:주이소예?|주소|주쇼|주세[용여염욤]|주셔[용요]|줘[용여])(?=[\s.!~^♥♡ㅎㅋ:;)]*$)/, '주세요')
    .replace(/니[더당](?=[\s.!~^♥♡ㅎㅋ:;)]*$)/, '니다')
    .replace(/(?<=[해께게세어아])[용예여](?=[\s.!~^♥♡ㅎㅋ:;)]*$)/, '요');
}

/** true, false, or null where the text is blank, a question, or both choices left standing ("O / X"). */
export function readYesNo(text: string): boolean | null {
  const plain = inStandardEndings(text.trim());
  if (plain === '' || /^[(\s]*[oO네예]\s?[/,|]\s?[xX아].{0,4}$/.test(plain)) return null;
  if (NO_WORD.test(plain) || NONE.test(plain)) return false;
  if (YES_WORD.test(plain)) return true;
  const marked = readMarked(plain);
  if (marked !== null) return marked;
  if (QUESTION.test(plain) && !/주실|주세요|부탁|추가\s?(?:가능|될|해)/.test(plain)) return null;
  if (REFUSAL.test(plain)) return false;
  if (/^0/.test(plain)) return false;
  if (COUNTED.test(plain) || WANTED.test(plain)) return true;
  if (/^(?:[oOㅇ네예넵])(?![a-z])/.test(plain)) return true;
  return /^[xX×](?![a-z])/.test(plain) ? false : null;
}

/** "O(V) X( )", "☑ 추가 ☐ 안함". */
function readMarked(text: string): boolean | null {
  const choice = markedChoice(text);
  if (choice === null) return null;
  const chosen = text.slice(choice.start, choice.end);
  if (NO_WORD.test(chosen) || REFUSAL.test(chosen)) return false;
  return YES_WORD.test(chosen) || WANTED.test(chosen) ? true : null;
}

export function isQuestion(text: string): boolean {
  return QUESTION.test(text);
}
