// What the customer answers to the shop in a chat: a field that was asked for, a proposal that is accepted.
// Law: the shop's words count only where the customer says nothing but yes to them, and never silently.
import { isNone, isQuestion, isRefusal, readYesNo, withoutCourtesy } from './answers.ts';
import { findSizes } from './cake-words.ts';
import { addFact } from './facts.ts';
import type { Field } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { findPhones } from './phones.ts';
import type { Piece } from './pieces.ts';
import type { ChatLine } from './speakers.ts';
import type { Reader } from './value-task.ts';

/** What is said to the shop without answering when: payments, thanks, "토요일에 뵐게요". */
const NO_ANSWER = /입금|송금|이체|계좌|연락|전화|뵐|뵙|뵈|그때|감사합니다|deposit|transfer|振込|入金/i;

/** Whether the piece is in the first line that follows the shop's, and may say when. */
export function isAnswerOfWhen(text: string, lines: readonly ChatLine[], piece: Piece): boolean {
  const at = lines.indexOf(piece.chatLine);
  return at > 0 && lines[at - 1]?.by === 'shop' && !NO_ANSWER.test(text.slice(piece.start, piece.end));
}

const ASKED: readonly (readonly [RegExp, Field])[] = [
  [/(?<![가-힣])(?:긴|짧은|숫자)?\s?초(?:는|도|는요|\s)|촛불|candles?/i, 'candles'],
  [/보냉|cooler/i, 'coolerBag'],
  [/문구|레터링|lettering|文字|メッセージ/i, 'cakeLettering'],
];

/** Said to the shop, not put on a cake. */
const TALK =
  /(?:요|니다|니당|죠|까|게|용|음|함)[\s.!~ㅎㅋㅠ^]*$|^(?:네|넵|예|아|음|잠시|yes|ok|sure)(?:[\s,.!~]|$)|부탁|주세요|나중|아직|미정|고민|추천|사진|please|お願い|です|ます/i;

/** "[상점] 초는 몇 개 드릴까요?": the one field that the shop asks for just before this line. */
export function askedField(text: string, lines: readonly ChatLine[], piece: Piece): Field | null {
  const shop = lines[lines.indexOf(piece.chatLine) - 1];
  if (shop?.by !== 'shop') return null;
  const question = text.slice(shop.start, shop.end);
  const fields = ASKED.filter(([pattern]) => pattern.test(question)).map(([, field]) => field);
  const [field] = fields;
  if (field === undefined || fields.length > 1 || !/[?？]|까요|나요|인가요|는요|할지/.test(question)) return null;
  const words = text.slice(piece.start, piece.end).trim();
  if (findPhones(words, 'KR', false).length > 0 || isQuestion(words) || words.length > 40) return null;
  if (field === 'candles')
    return /^(?:네[,\s]+)?(?:긴|짧은|숫자|큰|작은|\d|한|두|세|하나)/.test(words) || isRefusal(words) ? field : null;
  if (field === 'coolerBag') return readYesNo(words) === null ? null : field;
  if (isNone(words) || /^(?:없|필요\s?없|안\s)/.test(words)) return field;
  const isBare = !TALK.test(words) && findSizes(words, null).length === 0 && !/\d\s?(?:시|월|\/)|^["「]/.test(words);
  return isBare && words.length > 1 ? field : null;
}

const PROPOSAL = /\?|？|어떠|어떨|까요|나요|신가요|괜찮으|would|could|instead|いかが|よろしい/i;
const TURNED_DOWN = /마감|품절|소진|꽉|어렵|어려|안\s?되|안\s?돼|불가|힘들|full|booked|not available|満席|埋まって/gi;
const PLAIN_YES =
  /^(?:\s|[.,!~^♥ㅎㅠㅜ:)]|네|넵|넹|예|아|앗|좋아요|좋습니다|괜찮아요|괜찮습니다|가능해요|가능합니다|돼요|됩니다|상관없어요|알겠습니다|알겠어요|감사합니다|감사해요|그럼|그렇게|그때로|그걸로|그\s?시간으로|그\s?시간에|해\s?주세요|할게요|부탁드려요|부탁드립니다|부탁해요|갈게요|yes|ok(?:ay)?|sure|sounds good|that works|はい|大丈夫です|お願いします|ㅇㅋ)+$/i;

/** "[상점] 3시는 마감이라 5시 어떠세요?" answered with nothing but yes: the customer's own correction. */
export function readAcceptedProposals(reader: Reader, lines: readonly ChatLine[]): void {
  const { text } = reader.normal;
  lines.forEach((line, i) => {
    const asked = lines[i - 1];
    if (line.by !== 'customer' || asked?.by !== 'shop') return;
    const question = text.slice(asked.start, asked.end);
    if (
      line.end - line.start > 60 ||
      !PLAIN_YES.test(text.slice(line.start, line.end)) ||
      !PROPOSAL.test(question) ||
      NO_ANSWER.test(question)
    )
      return;
    const refused = [...question.matchAll(TURNED_DOWN)].at(-1);
    const start = asked.start + (refused === undefined ? 0 : refused.index + refused[0].length);
    const range = { start, end: asked.end };
    const said = asked.said ?? reader.context.now;
    reader.gathered.moments.push({ ...range, field: 'prose', said, fixes: true, whole: range });
    if (refused === undefined) return;
    const offered = text.slice(range.start, range.end);
    const [taste, otherTaste] = reader.tastes.find(offered);
    const [size, otherSize] = findSizes(offered, reader.context.menu ?? null);
    const put = (kind: 'flavor' | 'size', at: Range) => {
      const own = { start: start + at.start, end: start + at.end };
      addFact(reader.gathered, kind, text.slice(own.start, own.end), { ranges: [own], source: 'prose', fixes: true });
    };
    if (taste !== undefined && otherTaste === undefined) put('flavor', withoutCourtesy(offered, taste, true));
    if (size !== undefined && otherSize === undefined) put('size', size.value);
  });
}
