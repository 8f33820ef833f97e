// Finds the labels of a line: the one it begins with and those further along it.
// Law: a label without a sign behind it needs a value of its own shape; lettering is left in peace.

import { readGlued } from './label-glued.ts';
import { isFiller, plainLabel, readLabel } from './label-grammar.ts';
import type { Field, LearnedLabel } from './message-reading.ts';

/** colon: a sign stands between; particle: "문구는 …"; space: "사이즈 1호"; line: the label has its line to itself. */
export type Binding = 'colon' | 'particle' | 'space' | 'line' | 'free' | 'unknown';
const SIGNS = /[:=→▶►▷>|;\t)\]/_~·-]/;
const MAX_HEAD = 44;

/** Whether the label asks for words on the cake or its board. */
export const isLettering = (fields: readonly Field[]) =>
  fields.some((field) => field === 'cakeLettering' || field === 'boardLettering');

export interface Head {
  readonly fields: readonly Field[];
  readonly binding: Binding;
  /** Where the value begins. */
  readonly valueAt: number;
}

/** The first ":" that is not inside brackets and not inside a time. */
export function colonAt(text: string): number {
  let depth = 0;
  for (let i = 0; i < Math.min(text.length, MAX_HEAD * 2); i++) {
    const char = text.charAt(i);
    if ('([<{'.includes(char)) depth++;
    else if (')]>}'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === ':' && depth === 0 && !(/\d/.test(text.charAt(i - 1)) && /\d/.test(text.charAt(i + 1)))) return i;
  }
  return -1;
}

const TYPED_BY_SPACE: Partial<Record<Field, RegExp>> = {
  phone: /^[+(]?[\dOo][\dOo\s().-]{6,}/,
  product: /^\S{1,12}(?:\s\S{1,10})?(?:케이크|케익|cake|ケーキ)/i,
  size: /^(?:[가-힣]{2}\s?)?\d(?:\.5)?\s?호|^도시락|^미니|^\d단|^\d{1,2}\s?(?:인치|cm)|^[일이삼]호|^\d$|^mini|^\d号|^ミニ|^[SML]サイズ/i,
  candles:
    /^(?:\d{1,2}|한|하나|두|세|네|다섯|긴|짧은|큰|작은|숫자|각각|필요|없|안|x$|o$|기본|不要|無し|なし|いりません|要りません|数字|大|小|no\b|none)/i,
  coolerBag:
    /^(?:[oxOX](?![a-z])|ㅇㅇ|추가|있|없|필요|부탁|네|예|아니|신청|\d|하나|한|안|괜찮|[유무](?=[\s요.!~]|$)|yes|no|あり|有|希望|必要|要|不要|なし|無し|はい|いいえ|お願い)/i,
  shoppingBag: /^(?:[oxOX](?![a-z])|추가|있|없|필요|부탁|네|예|\d)/i,
  quantity: /^(?:\d{1,2}|한|하나|두|세)/,
  date: /\d|오늘|내일|모레|글피|요일|욜|주|today|tomorrow|day/i,
  time: /\d|시|noon|정오/i,
  pickup:
    /\d|오늘|내일|모레|글피|요일|욜|다음주|이번주|주말|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|크리스마스|빼빼로|할로윈/i,
  collector:
    /^(?:[가-힣]{2,5}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10}|[A-Z][a-z]+)(?=[\s.!~]|$)/u,
  depositor:
    /^(?:[가-힣]{2,5}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10}(?: [\p{Script=Katakana}ー]{1,10})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:입니다|이에요|예요|이요|요|님)?[\s.!~]*$/u,
  name: /^["'「『]?(?:[가-힣]{2,5}|[A-Z][A-Za-z'.-]*(?: [A-Z][A-Za-z'.-]*){0,2}|(?![저제] )[가-힣](?: [가-힣]{1,4}){1,2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10})(?: [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10}(?=」))?["'」』]?(?:님|입니다|이에요|예요|이요|이고|요|です|と申します)?(?=[\s.!~,/♥♡❤★☆、。]|$)/u,
  flavor: /^(?!있|나게|이\s|은\s)[가-힣A-Za-zぁ-んァ-ヶ一-龠]/,
  sheet: /^[가-힣A-Za-zぁ-んァ-ヶ一-龠]/,
  cream: /^(?!cheese)[가-힣A-Za-zぁ-んァ-ヶ一-龠]/,
  cakeLettering: /\S/,
  boardLettering: /\S/,
  allergy: /\S/,
  address: /\S{2,}\s?\S*\d/,
};
const TALK =
  /가능|얼마|되나요|될까|문의|추천|어떻|어떤|무엇|뭐가|있나요|있을까|알려|궁금|없이|빼고|바꿔|바꾸|변경|수정|추가\s?(?:가능|되)|\?|확인|드릴게|보내/;

/** "[성함] …", "<성함> …", "「성함」…", "*성함* …". */
const BRACKETED =
  /^\s*(?:\[([^\]\n]{1,24})\]|<([^>\n]{1,24})>|\(([^)\n]{1,24})\)|\{([^}\n]{1,24})\}|「([^」\n]{1,24})」|\*([^*\n]{1,24})\*)\s*[:=]?\s*/;
const bracketedLabel = (match: RegExpExecArray) => match.slice(1).find((label) => label !== undefined) ?? '';

/** "성함 ♥ 김나비", "성함 🎂 김나비": an ornament stands for the sign. */
const ORNAMENT = /^([^\n:=]{1,24}?)\s*(?:[\p{So}\p{Extended_Pictographic}…]+|\.{3,})\s*(?=[^\s:])/u;

/** "날짜 변경할게요! 11월 21일로요", "문구 수정이요~ 사랑해": what follows replaces the field's value. */
const CHANGES =
  /^\s*([^\s:]{1,8}(?:\s[^\s:]{1,6})?)(?:은|는|을|를|만|도)?\s(?:변경|수정|정정|바꿀|바꿔|바꾸|잘못\s?(?:적|썼|써|보냈|말씀|알려|입력)\S{0,4}|틀렸\S{0,3}|착각\S{0,4}|오타\S{0,3})(?:이요|요|할게요|할께요|합니다|해\s?주세요|부탁\S{1,6}|\s부탁\S{1,6}|게요|께요|고\s싶어요|려고요|할래요)?\s?[!.~,:]+\s*(?=\S)/;

/** The label that the line begins with, and where its value begins. */
export function readHead(text: string, learned: readonly LearnedLabel[]): Head | null {
  const bracket = BRACKETED.exec(text);
  if (bracket !== null) {
    const fields = readLabel(bracketedLabel(bracket), false, learned);
    if (fields.length > 0) return { fields, binding: 'colon', valueAt: bracket[0].length };
  }
  const ornament = ORNAMENT.exec(text);
  if (ornament !== null) {
    const fields = readLabel(ornament[1] ?? '', false, learned);
    if (fields.length > 0) return { fields, binding: 'colon', valueAt: ornament[0].length };
  }
  const quoting = /^([^\s「『:]{1,12})\s?(?=[「『])/.exec(text);
  if (quoting !== null) {
    const fields = readLabel(quoting[1] ?? '', false, learned);
    if (isLettering(fields)) return { fields, binding: 'particle', valueAt: quoting[0].length };
  }
  const change = CHANGES.exec(text);
  if (change !== null) {
    const fields = readLabel(change[1] ?? '', false, learned);
    if (fields.length > 0 && fields[0] !== 'notes') return { fields, binding: 'colon', valueAt: change[0].length };
  }
  const colon = colonAt(text);
  if (colon > 0 && colon <= MAX_HEAD * 2 && !/[=→|;\t]|\S\s-\s/.test(text.slice(0, colon))) {
    const fields = readLabel(text.slice(0, colon), true, learned);
    if (fields.length > 0)
      return { fields, binding: 'colon', valueAt: colon + (text.charAt(colon + 1) === ':' ? 2 : 1) };
  }
  const whole = readLabel(text, false, learned);
  if (whole.length > 0 && text.trim().length <= MAX_HEAD && !/[=→▶►▷|;\t"]|\S\s?-\s/.test(text.trim()))
    return { fields: whole, binding: 'line', valueAt: text.length };
  const japanese = /^([^\s、。は:]{1,12})は\s?(?=[^\s、。])/.exec(text);
  if (japanese !== null) {
    const fields = readLabel(japanese[1] ?? '', false, learned);
    if (fields.length > 0 && isBound(fields, text.slice(japanese[0].length).trim(), true))
      return { fields, binding: 'particle', valueAt: japanese[0].length };
  }
  for (let at = Math.min(text.length - 1, MAX_HEAD); at > 0; at--) {
    const char = text.charAt(at);
    if (/\S[^\n]*?[=→▶►▷|;\t"「:]|\S\s?-\s/.test(text.slice(0, at))) continue;
    if (SIGNS.test(char) && char !== ':') {
      const isSign = /[=→▶►|;\t)]/.test(char) || (char === '-' && /^\s/.test(text.slice(at + 1)));
      const fields = readLabel(text.slice(0, at), isSign, learned);
      if (fields.length === 0) continue;
      const rest = text.slice(at + 1);
      if ('/-~·_)]'.includes(char) && /^\d+\s?(?:월|일|시)?$/.test(text.slice(0, at).trim())) continue;
      if (char === '/' && readLabel(rest, false, learned).length > 0) continue;
      if (char === ')' && !isBalanced(text.slice(0, at))) continue;
      return { fields, binding: 'colon', valueAt: at + 1 };
    }
    if (!/\s/.test(char)) continue;
    const lead = text.slice(0, at).trimEnd();
    if (SIGNS.test(lead.slice(-1)) && !/[)\]]$/.test(lead)) continue;
    const slash = lead.indexOf('/');
    if (slash > 0 && isSameLabel(lead.slice(0, slash), lead, learned)) continue;
    const rest = text.slice(at).trim();
    const particle = /^(.{1,20}?)(?:은|는|이|가|을|를|도|は)$/.exec(lead);
    const bare = particle === null ? [] : readLabel(particle[1] ?? '', false, learned);
    const isOwnWord = !isLettering(bare) || ENDS_AS_TEXT.test(plainLabel(particle?.[1] ?? ''));
    if (bare.length > 0 && isOwnWord && isBound(bare, rest, true))
      return { fields: bare, binding: 'particle', valueAt: at };
    const fields = /\s총$/.test(lead) ? [] : readLabel(lead, false, learned);
    if (
      isLettering(fields) &&
      (!ENDS_AS_TEXT.test(plainLabel(lead)) || LONGER_LABEL.test(rest) || PREPOSITION.test(rest))
    )
      continue;
    if (fields.length > 0 && isBound(fields, rest, false)) return { fields, binding: 'space', valueAt: at };
  }
  const glued = readGlued(text);
  return glued === null ? null : { fields: [glued.field], binding: 'space', valueAt: glued.valueAt };
}

/** "글씨는 분홍색으로": how the lettering looks, not what it says. */
const STYLE =
  /^\S{0,6}\s?\S{0,6}(?:색|톤으?로|톤\s|폰트|(?:핑크|분홍|빨강|레드|노랑|파랑|하늘|초록|민트|보라|검정|블랙|화이트|골드|실버|베이지|브라운|주황|파스텔)\S{0,2}로|체로|크게|작게|예쁘게|이쁘게|굵게|진하게|필기체)/;

/** "문구 생일 축하해": the label ends where its own word ends, though 생일 may stand in labels. */
const ENDS_AS_TEXT =
  /(?:문구|레터링|글씨|글자|글귀|글|멘트|메[시세]지|내용|판|text|lettering|messages?|words?|wording|文字|文言|入れ|メッセージ|プレート|レタリング)(?:\([^)]*\))?\s*$/i;

/** "Message to be piped: …", "문구 폰트: …": the words up to the sign are a label that nobody knows. */
const LONGER_LABEL = /^[^\d"'「\n:,.!~]{1,16}:\s/;

/** "the lettering on my cake": talk about it. */
const PREPOSITION = /^(?:on|for|to|of|in|at|is|should|will|can|that|and|or|the)\b/i;

function isBalanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}

/** "초 종류/긴초": the slash already ends the label. */
function isSameLabel(label: string, longer: string, learned: readonly LearnedLabel[]): boolean {
  const fields = readLabel(label, false, learned);
  return fields.length > 0 && fields.join() === readLabel(longer, false, learned).join();
}

/** Whether words after a label without a sign can be its value. */
function isBound(fields: readonly Field[], rest: string, particle: boolean): boolean {
  const [first] = fields;
  if (first === undefined || rest === '') return false;
  const shape = TYPED_BY_SPACE[first];
  if (first === 'product' && particle) return false;
  if (shape === undefined || !shape.test(rest)) return false;
  const isText = first === 'cakeLettering' || first === 'boardLettering';
  if (
    isText &&
    (STYLE.test(rest) || /^(?:케이크|케익|케잌|cakes?\b|ケーキ|부탁|해\s?주|주세요|넣어|추가|할게|으?로\s)/i.test(rest))
  )
    return false;
  if (isText || first === 'flavor' || first === 'sheet' || first === 'cream' || first === 'allergy') {
    if (
      TALK.test(rest.split(/[.!~,]\s/)[0] ?? '') &&
      !/["「『]/.test(rest.split(/[.!~,]\s/)[0] ?? '') &&
      !(particle && isText && /(?:라고|로)\s?(?:해|써|적|부탁|변경|수정|바꿔)/.test(rest)) &&
      !(isText && /\S으?로\s?(?:변경|수정|바꿔|바꿀|정정)\S{0,12}[\s.!~]*$/.test(rest))
    )
      return false;
    if (
      first === 'allergy' &&
      !particle &&
      !/^(?:없|있|x$|땅콩|견과|우유|계란|달걀|복숭아|갑각|호두|새우|밀|콩|메밀|딸기|키위|망고|유제품|なし|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}])/iu.test(
        rest,
      )
    )
      return false;
  }
  if (first === 'flavor' && /^있/.test(rest)) return false;
  return true;
}

export interface Site {
  readonly labelAt: number;
  readonly head: Head;
}

/** "문구 : 사랑해 초 : 2": a short label, but what follows can be nothing else. */
const CANDLES_FOLLOW = /^초\s?:\s?(?:\d|긴|짧|큰|작|숫자|없|[xXoO](?![a-z]))/;

/** "친구 이름은 …": not the customer's. */
const OTHERS_NAME =
  /(?:친구|아기|애기|아이|딸|아들|조카|강아지|고양이|남편|아내|와이프|엄마|아빠|동생|언니|오빠|누나|선생님|주인공|생일자)(?:의)?\s$|(?:\b(?:her|his|their|whose|its)|[a-z]'s)\s$/i;

/** "보냉백: 추가 / 입금자: 박하늘": the word in front answers the label before. */
function startsWithFiller(label: string): boolean {
  const [first = '', second] = label.trim().split(/\s*[/|·]\s*|\s+/);
  return second !== undefined && isFiller(first);
}

/** Labels further along a line: after a delimiter, two blanks, or, in a line of many labels, after one blank. */
export function findSites(
  text: string,
  from: number,
  behind: 'text' | 'sign' | 'words',
  learned: readonly LearnedLabel[],
): Site[] {
  let inText = behind === 'text';
  let textAt = from;
  const sites: Site[] = [];
  const starts =
    /(?:[,/|;\t、。]\s*|\s?\((?=[^()\n:]{1,12}:)|\s{2,}|\s|[.!~]\s*|(?<=[고서요])\s|(?<=[\d호시분])(?=(?:맛|문구|레터링|시트|크림|사이즈|픽업|연락처|초|보냉백|이름|성함)[가-힣]{0,3}\s?:)|(?<=[가-힣A-Za-z])(?=(?:연락처|전화번호|핸드폰|휴대폰|성함|이름|픽업(?:날짜|시간|일시|일)|사이즈|문구|레터링|보냉백|입금자|예약자|시트|맛)\s?:))(?=[^\s,/|;.!~\d-])/g;
  starts.lastIndex = from;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const at = match.index + match[0].length;
    if (match[0] === '') starts.lastIndex = at + 1;
    const strong = /[,/|;\t、。]|\s{2}/.test(match[0]);
    const rest = text.slice(at, at + 60);
    const bracket = inText || !/^[[<「]/.test(rest) ? null : BRACKETED.exec(rest);
    const inBracket = bracket === null ? [] : readLabel(bracketedLabel(bracket), false, learned);
    if (bracket !== null && inBracket.length > 0) {
      const valueAt = at + bracket[0].length;
      sites.push({ labelAt: at, head: { fields: inBracket, binding: 'colon', valueAt } });
      starts.lastIndex = valueAt;
      inText = isLettering(inBracket);
      textAt = valueAt;
      continue;
    }
    const colon = colonAt(rest);
    if (colon > 0 && colon <= 20 && !/[,|;]/.test(rest.slice(0, colon))) {
      const label = rest.slice(0, colon);
      const fields = !strong && /\s[/|]\s/.test(label) ? [] : readLabel(label, strong && !inText, learned);
      const isAnswer = text.slice(textAt, match.index).trim() === '' && startsWithFiller(label);
      const isTold = !strong && fields[0] === 'product' && from === 0 && /[a-z\d]\s/i.test(text.slice(0, at));
      if (
        fields.length > 0 &&
        !isAnswer &&
        !isTold &&
        !(
          inText &&
          !strong &&
          ((label.trim().length < 3 && !CANDLES_FOLLOW.test(rest)) || text.slice(textAt, match.index).trim() === '')
        )
      ) {
        sites.push({ labelAt: at, head: { fields, binding: 'colon', valueAt: at + colon + 1 } });
        starts.lastIndex = at + colon + 1;
        inText = isLettering(fields);
        textAt = at + colon + 1;
        continue;
      }
    }
    const quoting = inText ? null : /^([^\s「『":,/|]{1,12})\s?(?=[「『"])/.exec(rest);
    const quoted = quoting === null ? [] : readLabel(quoting[1] ?? '', false, learned);
    if (quoting !== null && isLettering(quoted)) {
      sites.push({ labelAt: at, head: { fields: quoted, binding: 'particle', valueAt: at + quoting[0].length } });
      continue;
    }
    const phone =
      /^(?:번호|연락처|(?:전화|핸드폰|휴대폰|휴대전화|폰|핸펀)\s?번호|전화|핸드폰|휴대폰|휴대전화|핸펀|폰|전번|핸번|폰번|tel|phone|電話)(?:는|은|번호는)?\s?(?=[+(]?[\dO])/i.exec(
        rest,
      );
    if (phone !== null) {
      sites.push({ labelAt: at, head: { fields: ['phone'], binding: 'space', valueAt: at + phone[0].length } });
      continue;
    }
    if (behind === 'sign' && !strong) continue;
    if (inText && !/[,.!~]|[고서요]\s$/.test(text.slice(Math.max(0, match.index - 1), at))) continue;
    if (OTHERS_NAME.test(text.slice(0, at)) && /^(?:이름|성함|name)/i.test(rest)) continue;
    const particle = [
      /^([^\s,/|;.:]{1,10})(?:은|는)\s/.exec(rest),
      /^([^\s,/|;.:]{1,10}\s[^\s,/|;.:]{1,6})(?:은|는)\s/.exec(rest),
      /^([^\s、。は]{1,10})は\s?(?=\S)/.exec(rest),
    ].find((match) => match !== null && readLabel(match[1] ?? '', false, learned).length > 0);
    if (particle != null) {
      const fields = readLabel(particle[1] ?? '', false, learned);
      const valueText = rest.slice(particle[0].length);
      if (fields.length > 0 && isBound(fields, valueText, true)) {
        sites.push({ labelAt: at, head: { fields, binding: 'particle', valueAt: at + particle[0].length } });
        continue;
      }
    }
    const twoOrOne = [
      /^([^\s,/|;.:]{1,12}\s[^\s,/|;.:]{1,8})\s(?=\S)/.exec(rest),
      /^([^\s,/|;.:]{1,12})\s(?=\S)/.exec(rest),
    ].find(
      (match) =>
        match !== null &&
        !isFiller((match[1] ?? '').split(/\s/)[1] ?? '') &&
        readLabel(match[1] ?? '', false, learned).length > 0,
    );
    const word = twoOrOne ?? null;
    if (word === null || inText) continue;
    const fields = readLabel(word[1] ?? '', false, learned);
    if (
      isLettering(fields) &&
      (!ENDS_AS_TEXT.test(plainLabel(word[1] ?? '')) || PREPOSITION.test(rest.slice(word[0].length)))
    )
      continue;
    const [only] = fields;
    const isShort = strong
      ? only !== undefined
      : only === 'size' ||
        (only === 'flavor' && from > 0) ||
        only === 'candles' ||
        only === 'coolerBag' ||
        only === 'shoppingBag' ||
        only === 'depositor' ||
        only === 'cakeLettering' ||
        (only === 'date' && /^\d{1,2}\s?[/.월-]/.test(rest.slice(word[0].length))) ||
        (only === 'time' && /^(?:(?:오전|오후|낮|저녁)\s?)?\d{1,2}\s?[시:]/.test(rest.slice(word[0].length))) ||
        only === 'name';
    if (fields.length === 1 && isShort && isBound(fields, rest.slice(word[0].length).split(/[,/|]/)[0] ?? '', false)) {
      sites.push({ labelAt: at, head: { fields, binding: 'space', valueAt: at + word[0].length } });
    }
  }
  return sites;
}
