// What a message is: an order, a wish to change or cancel one, or no order at all.
// Law: an order that is fully written is an order, whatever else is said; a question alone is none.
import type { MessageKind } from './message-reading.ts';

export interface Evidence {
  readonly words: string;
  /** Labels with a ":" or on a line of their own, and how many of them have a value. */
  readonly labels: number;
  readonly filled: number;
  readonly hasName: boolean;
  readonly hasPhone: boolean;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  readonly hasCake: boolean;
  readonly hasLettering: boolean;
}

const CANCEL =
  /취소\s?(?:할게|할께|할래|될까|되나|됩니|돼요|되는|해도|했으면|희망|원해|원합|좀|처리|접수|바랍|바래|할까|할\s?수|하고|해\s?주|해주|부탁|하려|하고\s?싶|요청|가능|드려|합니다|하겠|할\s?수|요|해야|시켜|신청|건|$)|(?:예약|주문)\s?취소(?!\s?(?:시|규정|정책|수수료|불가|는\s?언제|기한))|환불\s?(?:해|부탁|요청|받|하고)|cancel(?:l?ing|led)?(?!lation policy)|キャンセル(?:し|を|お|です|で|さ|希望)|取り?消し|취소\s?하게|(?:주문|예약)\S{0,4}\s?(?:\S{1,6}\s)?(?:없던\s?(?:걸|것)로|안\s?할게요|못\s?할\s?것\s?같|안\s?하려)/im;
const POLICY =
  /(?:취소|환불)\s?(?:규정|정책|수수료|기한|기간|불가|시\b|안\s?됨|안내)|cancellation (?:policy|fee)|refund policy|キャンセル料|キャンセルポリシー/i;
const CHANGE =
  /변경\s?(?:할|하|해|부탁|요청|가능|드|요|되|이요|신청|건|문의|희망|원해|원합)|바꾸|바꿀|바꿔|바뀌|수정\s?(?:할|하|해|부탁|요청|가능|드|요)|미루|미룰|미뤄|앞당|당길|당겨|늦추|늦출|늦춰|옮기|옮길|옮겨|change|reschedul|(?:can|could) (?:we|i|you) (?:make it|do it)|move (?:my|the|it)|modify|postpone|push (?:it|my|the)|switch (?:my|the|it)|変更|変え(?:て|たい|られ)|(?:픽업|수령|도착|방문)\S{0,2}\s?(?:이|을)?\s?(?:\d{1,2}\s?분|한?\s?시간|조금|좀)?\s?(?:정도\s?)?늦(?:을|어|게)|(?:\d{1,2}\s?분|한\s?시간)\s?(?:정도\s?|쯤\s?)?(?:늦|일찍)/i;
const STANDING =
  /(?:예약|주문)\s?(?:했|한\s|한거|한\s?거|드린|드렸|해둔|해놓|하신|해\s?놨|건)|(?:my|the) (?:order|reservation|booking)|I (?:ordered|booked|reserved)|予約した|予約して(?:い|る)|注文した/i;
const ADDITION =
  /추가\s?(?:할|해|하고|부탁|가능|요)|빼\s?(?:주|고)|늦을|늦게|일찍|add\b|instead|remove\b|will be late|追加/i;
const INQUIRY =
  /\?|？|나요|까요|는지|얼마|가능한가|문의|궁금|알려|ですか|ますか|how much|do you|can i|could i|is it possible|are you open/i;

/** A shop's notice pasted by mistake: prices, days off, rules, and nobody who orders. */
const NOTICE =
  /안내|공지|휴무|가격|\d,\d{3}\s?원|\d만\s?원|\d원|예약금|운영|영업|선착순|마감되|오픈합|notice|closed on|price list|お知らせ|休業|営業|料金/i;

export function judgeKind(evidence: Evidence): MessageKind {
  const { words, labels, filled, hasName, hasPhone, hasDate, hasTime, hasCake, hasLettering } = evidence;
  const isForm = filled >= 3;
  const isFull = isForm || (hasPhone && hasDate && hasCake) || (hasLettering && hasCake && hasDate);
  const wantsCancel = CANCEL.test(words) && !POLICY.test(words);
  if (wantsCancel && (!isFull || /(?:죄송|그냥|아쉽|사정).{0,20}취소/.test(words))) return 'cancel-request';
  const standing = STANDING.test(words);
  const changes = CHANGE.test(words) || (standing && ADDITION.test(words));
  if (changes && !isForm && (!isFull || standing) && !(hasLettering && hasPhone && hasCake)) {
    const asksHow = POLICY.test(words) || /(?:변경|수정)\s?(?:은|는|이)?\s?(?:언제|며칠|몇\s?일)/.test(words);
    if (!asksHow) return 'change-request';
  }
  const saysWho = hasPhone || hasName || hasDate || hasLettering;
  if (filled === 0 && labels >= 3 && !hasPhone && (!hasCake || !saysWho)) return 'empty-form';
  if (!hasName && !hasPhone && !hasLettering && NOTICE.test(words)) return 'not-an-order';
  if (isFull || (filled >= 2 && (hasPhone || hasName || hasCake || hasLettering))) return 'order';
  const asks = INQUIRY.test(words);
  if (hasPhone && (hasDate || hasCake || hasLettering || (hasTime && hasName))) return 'order';
  if (hasName && hasDate && hasCake) return 'order';
  if (hasLettering && (hasCake || hasDate) && !asks) return 'order';
  if (hasCake && hasDate && !asks) return 'order';
  return 'not-an-order';
}
