// Who said which line, and when: shop-side lines, copied chat heads and notices are not the customer's words.
// Law: only customer lines are read; in doubt a line is the customer's, so that nothing of the order is lost.

import type { LocalMoment } from '../domain/time.ts';
import { parseLocalDate, parseLocalTime } from '../domain/time.ts';
import { readLabel } from './label-grammar.ts';

export interface ChatLine {
  /** In the normal text, without the chat's own head. */
  readonly start: number;
  readonly end: number;
  readonly by: 'customer' | 'shop' | 'frame';
  /** null: the moment of the whole message. */
  readonly said: LocalMoment | null;
  /** Which message of a chat the line belongs to; lines of one bubble share it. */
  readonly bubble: number;
}

const SHOP_TAG =
  /^\s*[[(<](?:상점|가게|매장|사장님?|점주님?|판매자|점장님?|샵|업체|shop|store|seller|owner|店|店舗|ショップ)[\])>]\s*:?\s*/i;
const CUSTOMER_TAG = /^\s*[[(<](?:고객님?|손님|나|customer|client|buyer|me|客|お客様|お客さま)[\])>]\s*:?\s*/i;
const SHOP_COLON = /^\s*(?:상점|가게|매장|사장님?|점주님?|판매자|점장님?|shop|store|seller|owner|店舗?)\s?:\s*/i;
const CUSTOMER_COLON = /^\s*(?:고객님?|손님|나|customer|client|buyer|me|客|お客様)\s?:\s*/i;
const PC_LINE = /^\[([^\]\n]{1,60})\] \[(?:(오전|오후|AM|PM) )?(\d{1,2}):(\d{2})(?: ?(AM|PM))?\] ?/i;
const ANDROID_LINE = /^(\d{4})년 (\d{1,2})월 (\d{1,2})일 (?:(오전|오후) )?(\d{1,2}):(\d{2}), (.{1,60}?) : /;
const IOS_LINE = /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\. (?:(오전|오후) )?(\d{1,2}):(\d{2}), (.{1,60}?) : /;
const DAY_RULE = /^-{5,} ?(\d{4})년 (\d{1,2})월 (\d{1,2})일.{0,6} ?-{5,}$/;
const CM_DAY = /^(\d{4})\.(\d{2})\.(\d{2}) [월화수목금토일]요일$/;
const KO_DAY = /^(\d{4})년 (\d{1,2})월 (\d{1,2})일 [월화수목금토일]요일$/;
const CM_SHOP = /^.{1,30}님이 보냄(?: 보낸 메시지 가이드)?$|^(?:챗봇이|카나나 상담매니저가) 보냄$/;
const CM_CUSTOMER = /^프로필 사진$/;
const CM_TIME = /^(오[전후]) ?(\d{1,2}):(\d{2})$/;
const CM_NOISE =
  /^(?:저장하기|사진저장하기|이미지|여기까지 읽었습니다\.|보낸 사람의 이름은 관리자만 확인할 수 있습니다\.|알림톡\/친구톡 메시지는 관리자센터에서 확인할 수 없습니다\.|메모 내용 미리보기)$/;
const STAND_IN =
  /^(?:사진(?: \d+장)?|동영상|이모티콘|\(이모티콘\)|음성메시지|삭제된 메시지입니다\.|photo|video|emoticons|voice message)$/i;
const SHOP_NAME =
  /케이크|케익|케잌|베이커리|디저트|상점|사장|점장|매장|가게|공방|스튜디오|플라워|cake|bakery|shop|store|ケーキ|店/i;
const SHOP_TALK =
  /입금 ?(?:부탁|확인되|해 ?주)|가능합니다|예약 ?확정|주문서|양식|작성해 ?주|감사합니다 고객님|安|Booked|deposit/i;
const NOTICE =
  /(?:픽업|수령|방문)\s?가능\s?시간|(?:영업|운영|상담)\s?시간\s?(?:은|:)?\s?\S{0,4}\s?\d{1,2}(?::\d{2}|시)?\s?~|예약이?\s?확정(?:됩니다|돼요|되며|이\s)|입금\s?확인\s?(?:후|되어야)|(?:아래|위)\s?(?:주문서|양식)|(?:양식|주문서)\S{0,3}\s?(?:작성|복사|채워).{0,12}(?:주세요|부탁|바랍니다)|^\s*[(<[]?\s?(?:예시|예\)|예:|ex\)|ex\.|e\.g\.|example|例)/i;
/** Behind a star or ※ these are the shop's; anything else may be a customer's list. */
const MARKED = /^\s*(?:※|＊|\*|⚠|📢|‼|❗|주의|안내|공지)/;
const OF_NOTICES =
  /가능|불가|확정|환불|안내|입금(?!자)|소요|마감|예약금|비용|규정|주의|당일|휴무|최소|이후|이내|까지|해\s?주시|부탁드립니다|\d원/;

/** Marks of notices are used by customers as well: "*수정* 15시로 부탁드립니다". */
const OWN_WISH = /수정|변경할|부탁드|할게요|할께요|해\s?주세요(?!\s*$)|갈게요|주문이요|예약이요/;

/** "<작성 예시>", "[예시]": a whole form filled in by the shop, down to the next rule or blank line. */
const EXAMPLE_HEAD =
  /^[^\p{L}\p{N}]*(?:(?:주문서?|양식|작성|입력|기입|주문서?\s?작성|양식\s?작성)\s?)?(?:예시|예제|샘플|견본|작성\s?예|example|sample|記入例|ご?注文例|例)(?:\s?(?:입니다|이에요|양식|주문서|form|order))?[^\p{L}\p{N}]*$/iu;
const BLOCK_END = /^[\s\-=_*~─━―・.·#+<>|]*$/;

/** The lines of a copied example, unless nothing would be left of the message. */
function exampleLines(raw: readonly RawLine[]): ReadonlySet<RawLine> {
  const found = new Set<RawLine>();
  let inside = false;
  for (const [i, line] of raw.entries()) {
    if (EXAMPLE_HEAD.test(line.text)) {
      inside = true;
      found.add(line);
    } else if (inside && BLOCK_END.test(line.text)) {
      const isGap =
        line.text.trim() === '' && found.has(raw[i - 1] ?? line) && EXAMPLE_HEAD.test(raw[i - 1]?.text ?? '');
      inside = isGap;
    } else if (inside) found.add(line);
  }
  const isAll = raw.every((line) => found.has(line) || BLOCK_END.test(line.text));
  return isAll ? new Set() : found;
}

interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function linesOf(text: string): RawLine[] {
  const lines: RawLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

function clock24(half: string | undefined, hour: string | undefined, minute: string | undefined) {
  const afternoon = half === '오후' || half?.toUpperCase() === 'PM';
  const h = (Number(hour) % (half === undefined ? 24 : 12)) + (afternoon ? 12 : 0);
  return parseLocalTime(`${String(h).padStart(2, '0')}:${minute}`);
}

function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined) {
  return parseLocalDate(`${year}-${(month ?? '').padStart(2, '0')}-${(dayOfMonth ?? '').padStart(2, '0')}`);
}

/** Which of the speakers is the shop: named so, or sounding so; null when only one speaks. */
function shopAmong(speakers: ReadonlyMap<string, string>, shopNames: readonly string[]): ReadonlySet<string> {
  const names = [...speakers.keys()];
  const known = names.filter((name) => shopNames.includes(name.trim()));
  if (known.length > 0 || names.length < 2) return new Set(known);
  const byName = names.filter((name) => SHOP_NAME.test(name));
  if (byName.length > 0 && byName.length < names.length) return new Set(byName);
  const bySound = names.filter((name) => SHOP_TALK.test(speakers.get(name) ?? ''));
  return new Set(bySound.length < names.length ? bySound : []);
}

/** The lines of a pasted text with their speakers. `now` is the moment of the message. */
export function readSpeakers(text: string, now: LocalMoment, shopNames: readonly string[]): ChatLine[] {
  const raw = linesOf(text);
  if (raw.some((line) => CM_SHOP.test(line.text.trim()) || CM_CUSTOMER.test(line.text.trim())))
    return readChannelManager(raw, now);
  if (raw.some((line) => PC_LINE.test(line.text) || ANDROID_LINE.test(line.text) || IOS_LINE.test(line.text)))
    return readCopiedChat(raw, now, shopNames);
  return readTagged(raw);
}

function readTagged(raw: readonly RawLine[]): ChatLine[] {
  const tagged = raw.some((line) => CUSTOMER_TAG.test(line.text));
  const colons = raw.some((line) => SHOP_COLON.test(line.text)) && raw.some((line) => CUSTOMER_COLON.test(line.text));
  let by: 'customer' | 'shop' = 'customer';
  let bubble = 0;
  let noticeBlock = false;
  const examples = exampleLines(raw);
  return raw.map((line) => {
    if (examples.has(line)) return { start: line.start, end: line.end, by: 'frame', said: null, bubble };
    const shop = SHOP_TAG.exec(line.text) ?? (colons ? SHOP_COLON.exec(line.text) : null);
    const customer = CUSTOMER_TAG.exec(line.text) ?? (colons ? CUSTOMER_COLON.exec(line.text) : null);
    if (shop !== null || customer !== null) bubble++;
    const head = (shop ?? customer)?.[0].length ?? 0;
    if (tagged || colons) {
      if (shop !== null) by = 'shop';
      if (customer !== null) by = 'customer';
      return { start: line.start + head, end: line.end, by: frameOr(by, line.text.slice(head)), said: null, bubble };
    }
    if (shop !== null) {
      noticeBlock = true;
      return { start: line.start, end: line.end, by: 'shop', said: null, bubble };
    }
    if (noticeBlock) {
      noticeBlock = false;
      bubble++;
    }
    return { start: line.start, end: line.end, by: frameOr('customer', line.text), said: null, bubble };
  });
}

function frameOr(by: 'customer' | 'shop', text: string): ChatLine['by'] {
  if (by !== 'customer' || OWN_WISH.test(text)) return by;
  if (NOTICE.test(text)) return /\d[\d\s.-]{7,}\d/.test(text) ? by : 'frame';
  if (!MARKED.test(text) || !OF_NOTICES.test(text)) return by;
  const label = /^[\s※＊*⚠📢‼❗]*([^:=|;→▶\t]{1,30}?)\s*[:=|;→▶\t/-]/u.exec(text)?.[1] ?? '';
  return readLabel(label, false, []).length > 0 ? by : 'frame';
}

function readCopiedChat(raw: readonly RawLine[], now: LocalMoment, shopNames: readonly string[]): ChatLine[] {
  const heads = raw.map((line) => {
    const pc = PC_LINE.exec(line.text);
    if (pc !== null)
      return { name: pc[1] ?? '', length: pc[0].length, date: null, time: clock24(pc[2] ?? pc[5], pc[3], pc[4]) };
    const dated = ANDROID_LINE.exec(line.text) ?? IOS_LINE.exec(line.text);
    if (dated === null) return null;
    return {
      name: dated[7] ?? '',
      length: dated[0].length,
      date: day(dated[1], dated[2], dated[3]),
      time: clock24(dated[4], dated[5], dated[6]),
    };
  });
  const words = new Map<string, string>();
  raw.forEach((line, i) => {
    const name = heads[i]?.name;
    if (name !== undefined)
      words.set(name, `${words.get(name) ?? ''}\n${line.text.slice(heads[i]?.length ?? 0)}`.slice(0, 4000));
  });
  const shop = shopAmong(words, shopNames);
  let speaker: string | null = null;
  let date = now.date;
  let said: LocalMoment | null = null;
  let bubble = 0;
  return raw.map((line, i) => {
    const head = heads[i] ?? null;
    const rule = DAY_RULE.exec(line.text.trim()) ?? KO_DAY.exec(line.text.trim());
    if (rule !== null) {
      date = day(rule[1], rule[2], rule[3]) ?? date;
      return { start: line.start, end: line.end, by: 'frame', said, bubble };
    }
    if (head !== null) {
      speaker = head.name;
      bubble++;
      date = head.date ?? date;
      said = { date, time: head.time ?? now.time };
    }
    const start = line.start + (head?.length ?? 0);
    if (speaker === null || STAND_IN.test(line.text.slice(head?.length ?? 0).trim()))
      return { start, end: line.end, by: 'frame', said, bubble };
    const by = shop.has(speaker) ? 'shop' : 'customer';
    return { start, end: line.end, by: frameOr(by, line.text.slice(head?.length ?? 0)), said, bubble };
  });
}

/** Channel Manager page: sender line, text lines, then the time; a bubble after a time keeps the sender. */
function readChannelManager(raw: readonly RawLine[], now: LocalMoment): ChatLine[] {
  let by: 'customer' | 'shop' = 'customer';
  let date = now.date;
  let nicknameNext = false;
  let bubble = 0;
  const lines: (ChatLine & { pending: boolean })[] = [];
  for (const line of raw) {
    const text = line.text.trim();
    const put = (who: ChatLine['by'], pending: boolean) =>
      lines.push({ start: line.start, end: line.end, by: who, said: { date, time: now.time }, bubble, pending });
    const dayLine = CM_DAY.exec(text);
    const time = CM_TIME.exec(text);
    if (dayLine !== null) {
      date = day(dayLine[1], dayLine[2], dayLine[3]) ?? date;
      put('frame', false);
    } else if (CM_SHOP.test(text)) {
      by = 'shop';
      bubble++;
      put('frame', false);
    } else if (CM_CUSTOMER.test(text)) {
      by = 'customer';
      nicknameNext = true;
      bubble++;
      put('frame', false);
    } else if (nicknameNext) {
      nicknameNext = false;
      put('frame', false);
    } else if (time !== null) {
      const at = clock24(time[1], time[2], time[3]);
      for (let i = lines.length - 1; i >= 0; i--) {
        const earlier = lines[i];
        if (earlier === undefined || !earlier.pending) break;
        lines[i] = { ...earlier, said: { date, time: at ?? now.time }, pending: false };
      }
      bubble++;
      put('frame', false);
    } else if (CM_NOISE.test(text)) put('frame', true);
    else put(frameOr(by, line.text), true);
  }
  return lines.map(({ pending: _pending, ...line }) => line);
}
