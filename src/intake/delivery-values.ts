// Reads how an order reaches its customer, and finds postal addresses.
// Law: a delivery without an address is no delivery yet; a "303호" is a door, not a size.
import { isRefusal } from './answers.ts';
import { addFact } from './facts.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice, trimRange } from './normal-text.ts';
import type { Reader, Task } from './value-task.ts';
import { options, put } from './value-task.ts';

const DELIVERY = /퀵|택배|배송|배달|deliver|配送|配達|宅配/i;
const PICKUP = /픽업|방문|매장\s?수령|직접|pick|来店|受取/i;
const QUICK = /퀵/;

/** 수령방법: 퀵. An address may stand behind it. */
export function readMethod(reader: Reader, task: Task): Range[] {
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
  /(?<![가-힣])(?!(?:택배|퀵|배송|배달|문자|카톡|전화|추가|그대로|따로|별도|디엠)(?:으?로|서비스))(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\S{0,6}\s?)?(?:[가-힣]{1,6}(?:시|군|구)\s?){0,2}[가-힣0-9]{1,10}(?:동|로|길|읍|면|리|가)\s?\d{0,4}[^\n,/]{0,50}|\d{1,5}\s[A-Z][A-Za-z]+(?:\s[A-Za-z]+){0,3}\s(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Dr|Lane|Ln)\b[^\n/]{0,40}/g;

/** A postal address in `words`; it must hold a number and a word of place. */
export function findAddress(words: string): Range | null {
  const match = [...words.matchAll(ADDRESS)].find(
    ([place]) =>
      /\d/.test(place) &&
      /(?:시|군|구|동|로|길|읍|면)\s?\d|(?:시|군|구|도)\s|(?:서울|부산|대구|인천|광주|대전|울산|세종)|Street|St\b|Ave|Road|Rd\b/.test(
        place,
      ),
  );
  if (match === undefined) return null;
  const sent = /\s*(?:으?로|에|까지)?\s?(?:보내|배송|배달|부탁|퀵|와\s?주|입니다|이에요|예요)/.exec(match[0]);
  const length = sent === null || sent.index === 0 ? match[0].length : sent.index;
  return trimRange(words, match.index, match.index + length);
}
