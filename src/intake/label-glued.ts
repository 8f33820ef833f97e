// Labels with no sign and no blank before the value: "이름김나비", "연락처01000007001", "사이즈1호".
// Law: only a value of its label's very own shape, to the end of the line, is cut off; "크림치즈" stays one word.
import { createTasteFinder } from './cake-words.ts';
import type { Field } from './message-reading.ts';
import { isFullKoreanName } from './people.ts';

interface Glued {
  readonly label: RegExp;
  readonly field: Field;
  readonly fits: (value: string) => boolean;
}
const isName = (value: string) => isFullKoreanName(value.replace(/(?:님|입니다|이요|요)?[\s.!~]*$/, ''));
const isDay = (value: string) => /^\d{1,4}\s?(?:월|년|[./-]\s?\d)|^(?:오늘|내일|모레|이번|다음)/.test(value);
const isClock = (value: string) => /^(?:(?:오전|오후|낮|저녁)\s?)?\d{1,2}\s?(?:시|:)/.test(value);
const TASTES = createTasteFinder(null);
const GLUED: readonly Glued[] = [
  {
    label: /^(?:이름|성함|성명|(?:예약|주문)자(?:명|\s?성함|\s?이름)?)(?=\S)/,
    field: 'name',
    fits: isName,
  },
  { label: /^입금자(?:명|\s?성함|\s?이름)?(?=\S)/, field: 'depositor', fits: isName },
  {
    label: /^(?:연락처|전화번호|(?:핸드폰|휴대폰)\s?(?:번호)?|전화|번호|폰번호?|hp|tel)(?=[\d+(])/i,
    field: 'phone',
    fits: (value) => /^[\d+(][\d\s().-]{7,}/.test(value),
  },
  {
    label: /^(?:픽업|수령|방문|예약)?\s?(?:날짜|일자|일)(?=\S)/,
    field: 'date',
    fits: isDay,
  },
  { label: /^(?:픽업|수령|방문|예약)?\s?시간(?=\S)/, field: 'time', fits: isClock },
  { label: /^(?:픽업|수령)(?:일시)?(?=\S)/, field: 'pickup', fits: isDay },
  {
    label: /^(?:케이크\s?)?(?:사이즈|크기|호수)(?=\S)/,
    field: 'size',
    fits: (value) => /^(?:\d(?:\.5)?\s?호|도시락|미니|[2-5]단)/.test(value),
  },
  { label: /^초(?:\s?개수)?(?=\d)/, field: 'candles', fits: (value) => /^\d{1,2}\s?개?[\s.!~]*$/.test(value) },
  {
    label: /^보냉(?:백|팩|가방)(?=\S)/,
    field: 'coolerBag',
    fits: (value) => /^(?:[oxOX]|ㅇㅇ?|추가|필요|\d개|없음|안함)(?:요|할게요)?[\s.!~]*$/.test(value),
  },
  {
    label: /^맛은?(?=\S)/,
    field: 'flavor',
    fits: (value) => TASTES.isTaste(value.replace(/(?:으?로)?(?:이?[요용여예]|입니[다더당])?[\s.!~]*$/, '')),
  },
  {
    label: /^(?:시트|크림)(?=\S)/,
    field: 'flavor',
    fits: (value) =>
      /^(?:초코|바닐라|딸기|말차|녹차|얼그레이|당근|고구마|모카|우유|생크림|레드벨벳|오레오|블루베리)(?:시트|크림|맛)?(?:요|로)?[\s.!~]*$/.test(
        value,
      ),
  },
  {
    label: /^(?:레터링\s?)?문구(?=\S)/,
    field: 'cakeLettering',
    fits: (value) =>
      /축하|사랑|생일|생신|고마|감사해|행복/.test(value) && !/[은는도를]\s|요|니다|주세|부탁|추가|내용|색/.test(value),
  },
];

/** The label that the line's first word is glued to, and where its value begins. */
export function readGlued(line: string): { readonly field: Field; readonly valueAt: number } | null {
  const lead = /^\s*/.exec(line)?.[0].length ?? 0;
  const words = line.slice(lead, lead + 60);
  for (const { label, field, fits } of GLUED) {
    const length = label.exec(words)?.[0].length ?? 0;
    if (length > 0 && fits(words.slice(length).trim())) return { field, valueAt: lead + length };
  }
  return null;
}

/** "문구노동자만세": in a form that is written without any blanks the text is whatever is glued to its label. */
const GLUED_TEXT = /^\s*(?:레터링\s?)?(?:문구|레터링)(?![은는이가을를도만색체내추])(?=\S)/;
const SAID_OF_TEXT =
  /[요용여염욤예][\s.!~]*$|니[다더당][\s.!~]*$|보낼|보내|드릴|사진|할[게께]|주세|부탁|추가|내용|색|변경|수정|없|미정|나중|[?:]/;

/** Where the glued text begins; null where the words only speak of a text. */
export function readGluedText(line: string): number | null {
  const length = GLUED_TEXT.exec(line)?.[0].length ?? 0;
  return length === 0 || SAID_OF_TEXT.test(line.slice(length)) ? null : length;
}
