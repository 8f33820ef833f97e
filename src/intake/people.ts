// Finds who is speaking, who pays and who collects.
// Law: the payer's name is never taken for the customer's; a word that could be anything else is not taken for a name.
import { readLabel } from './label-grammar.ts';
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';

const NAME_ENDING =
  /(?:\s?(?:님|씨|고객님|さん|様|입니다|입니당|입니더|임다|이에용|이예용|예용|이에여|예여|인데예|인데용|입니데이|이고예|이?라예|이에요|이예요|예요|에요|이라고\s?(?:합니다|해요)|라고\s?(?:합니다|해요)|이라고|라고|이고요|이구요|고요|구요|이고|인데요|이며|이요|です|と申します|といいます))[\s.!~,。、]*$/;
const LONE_YO = /^([가-힣]{3,5})요[\s.!~]*$/;
const NOT_A_NAME =
  /^(?:안녕하세요|안녕|감사합니다|감사|네|넵|예|주문|주문서|예약|케이크|도시락|미니|픽업|문의|입금|입금자|완료|사장님|이에요|이예요|예요|입니다|이요|이고요|이구요|이라고|고객|고객님|손님|선물|답례품|이벤트|카톡|문자|메일|택배로|사진으로|사람|사람이|분|건|여기|저기|저|제|나|본인|동일|상동|위와|동일합니다|같음|없음|미정|변경|취소|수정|추가|오늘|내일|모레|글피|이름|성함|연락처|번호|사진|디자인|문구|레터링|초|보냉백|배달|배송|퀵|택배|확인|부탁|부탁드려요|이번|다음|토요일|일요일|월요일|화요일|수요일|목요일|금요일|생일|축하|예약자|주문자|사이즈|크기|맛|시트|크림|죄송|죄송합니다|혹시|아까|어제|방금|그리고|참고|기타|메모|수령|방문|가능|문의드려요|주문이요|주문할게요|예약이요|예약할게요|hello|hi|hey|order|cake|please|thanks|thank you|こんにちは|お願いします|訂正|変更|追加|以上|初めて|はじめて|至急|急ぎ|確認|質問|相談|予約|注文|希望|不要|必要|大丈夫|誕生日|記念日|問い合わせ|すみません|申し訳ありません|番号|電話|名前|味|文字|当日)$/i;
const HANGUL_NAME = /^[가-힣]{2,5}$/;
const SPACED_NAME = /^[가-힣](?: [가-힣]{1,2}){1,3}$|^[가-힣]{1,2} [가-힣]{1,4}$/;
const LATIN_NAME = /^[A-Z][A-Za-z'.-]{0,20}(?: [A-Z][A-Za-z'.-]{0,20}){0,3}$/;
const NOT_NAME_WORD =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|march|april|june|july|august|september|october|november|december|pickup|size|cake|phone|date|time|today|tomorrow|next|this|the|flavou?r|lettering|happy|birthday|pick|please|order|name|christmas|halloween)$/i;
const KANA_NAME =
  /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]{1,8}(?:[ ·][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]{1,8})?$/u;
const SURNAMES =
  /^(?:김|이|박|최|정|강|조|윤|장|임|한|오|서|신|권|황|안|송|류|유|전|홍|고|문|양|손|배|백|허|남|심|노|하|곽|성|차|주|우|구|나|민|진|지|엄|채|원|천|방|공|현|함|변|염|여|추|도|소|석|선|설|마|길|연|위|표|명|기|반|라|왕|금|옥|육|인|맹|제|모|탁|국|어|은|편|용|예|봉|사|부|피|황보|남궁|선우|제갈|독고|사공)/;

/** Ornaments behind a name, at most. */
const MAX_TAIL = 40;

/** The name in `[start, end)`, without 님, 씨 and polite endings; null when nothing is left. */
export function trimName(text: string, range: Range): Range | null {
  let { start, end } = trimRange(text, range.start, range.end);
  while (end > start && /["'“”(<[「『]/.test(text.charAt(start)) && !/^\([가-힣]{1,2}\)\S/.test(text.slice(start, end)))
    start++;
  for (let round = 0; round < 4; round++) {
    const part = text.slice(start, end);
    const ending = NAME_ENDING.exec(part);
    const yo = LONE_YO.exec(part);
    if (ending !== null && ending.index > 0) end = start + ending.index;
    else if (yo !== null && HANGUL_NAME.test(yo[1] ?? '')) end = start + (yo[1] ?? '').length;
    else break;
  }
  const tail = /(?:[\s"'.,!~;:)\]>」』♡\p{Extended_Pictographic}]|\p{Emoji_Modifier})+$/u.exec(
    text.slice(Math.max(start, end - MAX_TAIL), end),
  );
  if (tail !== null) end -= tail[0].length;
  return end > start ? trimRange(text, start, end) : null;
}

/** Where a labelled name ends: before a bracket, a delimiter, a phone, or another remark. */
export function cutName(text: string, range: Range): Range {
  const part = text.slice(range.start, range.end);
  const cut =
    /\s*(?:[/|,;(<[\t]|\s{2,}|(?<=^(?:[A-Z][A-Za-z.'-]*\s?){1,3})\s(?=(?:and (?:(?:[Mm]y|[Tt]he|[Oo]ur|[Ww]e|[Pp]hone|number)\b|[Ii](?:\b|'))|my\b|but\b))|\s(?=[+(]?[\d０-９])|(?<=[가-힣]{2}|[A-Za-z]{2}(?<!Mrs|Ms|Mr|Dr|St|Jr|Sr|Co|Inc|Ltd))[.!~]+\s|。|(?<=[가-힣a-z])(?=[+(]?0\d{1,2}[-.\s)]?\d{3}))/.exec(
      part,
    );
  return cut === null || cut.index === 0 ? range : { start: range.start, end: range.start + cut.index };
}

/** Whether the words can be somebody's name and nothing else that customers write. */
export function isNameLike(words: string): boolean {
  const plain = words.trim();
  if (plain.length === 0 || plain.length > 40 || NOT_A_NAME.test(plain)) return false;
  if (WHAT_ONE_IS.test(plain) || ADVERB_END.test(plain) || A_THING.test(plain)) return false;
  if (/[가-힣ぁ-んァ-ヶ一-龠]/.test(plain) && isLabelWord(plain)) return false;
  if (/^[A-Z]/.test(plain) && plain.split(' ').some((word) => NOT_NAME_WORD.test(word))) return false;
  return (
    HANGUL_NAME.test(plain) ||
    (SPACED_NAME.test(plain) && SURNAMES.test(plain)) ||
    LATIN_NAME.test(plain) ||
    (KANA_NAME.test(plain) &&
      !/(?:たい|した|ます|ません|ください|下さい|お願い|よろしく|ですか|変更|予約|注文|キャンセル)/.test(plain))
  );
}

/** "연락처", "番号は": what a form asks for is nobody's name. */
function isLabelWord(words: string): boolean {
  const plain = words.replace(/(?<=.)は$/, '');
  return plain.length > 1 && readLabel(plain, false, []).length > 0;
}

/** A full Korean name: a surname and one to three syllables. */
export function isFullKoreanName(words: string): boolean {
  return (
    /^[가-힣]{2,4}$/.test(words) &&
    SURNAMES.test(words) &&
    !NOT_A_NAME.test(words) &&
    !WHAT_ONE_IS.test(words) &&
    !A_THING.test(words) &&
    !ADVERB_END.test(words)
  );
}

/** Said of oneself and no name: what one is, does or wants. */
const WHAT_ONE_IS =
  /^(?:.*\s)?(?:임산부|임신부|직장인|대학생|유학생|고등학생|중학생|초등학생|학생|공무원|선생님|사장님|주문자|예약자|주문건|예약건|문의건|주인공|단골|손님|고객|외국인|한국인|미국인|신혼부부|신입생|신입사원|초보자?|담당자|신청자|주최자|어머니|아버지|엄마|아빠|언니|오빠|누나|형|동생|막내|신랑|신부|남편|아내|며느리|사위|딸|아들|손녀|손자|이모|고모|삼촌|친구|베트남|필리핀|프랑스|스페인|이탈리아|독일|영국|미국|캐나다|호주|러시아|몽골|태국|우즈베키스탄|네팔|인도|중국|일본|대만|홍콩|인도네시아|캄보디아|브라질|멕시코|터키|서울|부산|남자친구|여자친구|유치원생|채식주의자?|비건|당뇨|환자|팬|처음|마지막|예정|상황|마찬가지|그대로|고구마|오레오|고양이|강아지|기념일|어린이|도시락|우리집|이거|이것|저거|그거|여기|거기|이쪽|그쪽|연락처?|전화|문자|카톡|번호|주소|주말|평일|오전|오후|저녁|아침|점심|[월화수목금토일]요일|[가-힣]{0,3}(?:케이크|케익|알레르기|알러지|사이즈|시트|크림|초코|바닐라|생일|쪽|때문|정도|이상|이하|전부))$/;

/** "선물용", "방학식", "화번호": things of three syllables that begin like a surname. */
const A_THING =
  /^(?:선물|기념|조각|방학|마감|문의|주문|예약|주소지|방문|한가지|[이삼사오육팔구]십|추천|현금|고급|고객|명절|추석|설날|성탄|연말|연휴|주말|주차|인원|공지|공휴|최종|오렌|금색|은색|남색|옥상|신메뉴|사진|배달|배송|포장|단체|소량|대량)|(?:번호|메뉴|물용|각용|[일이삼사오육]인용|념품|학식|업식|혼식|장식|회식|감날|잔치|파티|간식|답례|주년|개월|시간|모양|색상|가격|금액|박스|세트|이름|매장|근처|건물|포장|배달|예약|주문|문의|취소|변경|요청|부탁|관련|질문|상담|방문|픽업|입금|방학|졸업|입학|개업|오픈|퇴사|축하|감사|환갑|칠순|선물|행사)$/;

/** "데이비드", "응우옌 린": neither a word of Korean speech nor what one is. */
function isForeignLike(words: string): boolean {
  return !(
    NOT_A_NAME.test(words) ||
    WHAT_ONE_IS.test(words) ||
    A_THING.test(words) ||
    /[없있좋않]/.test(words) ||
    ADVERB_END.test(words) ||
    words.split(' ').some((word) => NOT_A_NAME.test(word) || /[은는이가을를에의도만로고서요다면게께지네]$/.test(word))
  );
}

/** "그대로", "여전히", "똑같이": how, not who. */
const ADVERB_END = /(?:대로|전히|[^가-힣]히|하게|같이|처럼|까지|부터|에서|으로|마다|밖에|이나|동안|끼리)$/;

interface NameRule {
  readonly pattern: RegExp;
  readonly group: string;
  /** Only a surname and a given name can be meant. */
  readonly full?: true;
  /** A name written in Hangul that no Korean has: what ends like another word of Korean is none. */
  readonly foreign?: true;
}
const KO = '(?<name>[가-힣]{2,5}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})';
const KO_SHORT = '(?<name>[가-힣]{2,5}?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})';
const EN = "(?<name>[A-Z](?:\\.|[A-Za-z'-]{1,20})(?: [A-Z](?:\\.|[A-Za-z'-]{1,20})){0,2})";
const JA = '(?<name>[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー]{1,8}?)';
/** How a sentence ends that says who one is: in the standard language, cutely, in dialect. */
const COPULA =
  '(?:입니(?:다|당|더|데이)|임니다|임다|이에[요용여염]|이예[요용여]|예[요용여]|에[요용여]|이[요용]|이고[요예]?|이구[요여]|인데[요예용]?|이?라예|이?라고\\s?(?:합니다|해요|하는데요?|합니더)|이?라고)';
/** Whose name follows: a firm, a house, an office. */
const FIRM_OR_OFFICE =
  '(?:[가-힣A-Za-z]{0,10}(?:물산|전자|상사|상회|건설|산업|은행|병원|의원|치과|한의원|학원|어린이집|유치원|학교|초등학교|중학교|고등학교|대학교|회사|컴퍼니|카페|약국|교회|성당|센터|연구소|디자인|그룹|유통|식품|물류|기획|무역|호텔|협회|재단|법인|공방|미용실|스튜디오|동아리|학생회|총무팀|영업팀|인사팀|[가-힣]팀|[가-힣]{2}부|[가-힣]{2}과)|총무|회장|부회장|반장|팀장|과장|부장|차장|대리|사원|주임|실장|원장|교사|선생|교수|조교|대표|간사|매니저|점장|비서|직원|담당자?|인턴|간호사|학부모|사무장|이사|본부장|국장|소장)';
const CUSTOMER_RULES: readonly NameRule[] = [
  {
    pattern: new RegExp(
      `(?:^|[\\n.!~?,ㅎㅠ^]\\s?|안녕하세요[,~!. ]*|안녕하십니까[,~!. ]*|사장님[,~!. ]*|선생님[,~!. ]*|▯)(?:(?:저는|전|저)\\s)?(?:(?!(?:입금|예금|송금|수령|픽업|받는|받을|찾는|찾을|주인공|생일|아들|딸|남편|아내|친구|문구|담당|보내는)[가-힣]*\\s)[가-힣A-Za-z]{2,10}\\s)?${FIRM_OR_OFFICE}\\s(?<name>[가-힣]{3})\\s?${COPULA}(?=[\\s.!~,^]|$)`,
      'g',
    ),
    group: 'name',
    full: true,
  },
  {
    pattern: new RegExp(
      `(?:^|[\\n.!~?▯]\\s?|안녕하세요[,~!. ]*|사장님[,~!. ]*)(?<name>[가-힣]{3})\\s?${COPULA}(?=[\\s.!~,^♡♥▯]|\\p{Extended_Pictographic}|$)`,
      'gu',
    ),
    group: 'name',
    full: true,
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?:저|지|나)(?:는)?\\s(?!(?:오늘|내일|모레)이)(?<name>[가-힣]{3})\\s?${COPULA}(?=[\\s.!~,^♡♥]|$)`,
      'g',
    ),
    group: 'name',
    full: true,
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?:저는|전|저|제\\s이름은)\\s(?<name>[가-힣]{3,5}(?:\\s[가-힣]{1,5})?)\\s${COPULA}(?=[\\s.!~,^]|$)`,
      'g',
    ),
    group: 'name',
    foreign: true,
  },
  {
    pattern: new RegExp(`(?<![가-힣])저는?\\s(?<name>[가-힣]{1,3}맘)\\s?${COPULA}(?=[\\s.!~,^]|$)`, 'g'),
    group: 'name',
  },
  {
    pattern: new RegExp(`(?<![가-힣])(?:내|제|지)\\s?이름은\\s(?<name>[가-힣]{3})\\s?${COPULA}(?=[\\s.!~,^]|$)`, 'g'),
    group: 'name',
    full: true,
  },
  {
    pattern:
      /(?<![가-힣])저(?:예요|에요|예용|입니다|요|인데요)[\s,.!~]{1,3}(?<name>[가-힣]{3})(?:요|이요|예요|이에요|입니다)(?=[\s.!~,^ㅎㅋㅠ]|$)/g,
    group: 'name',
    full: true,
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])${KO}\\s?(?:이?라는\\s)?(?:이름|명의)\\s?(?:으로|로)(?!\\s?(?:입금|이체|송금|보냈|보낼|보내|결제|넣))`,
      'g',
    ),
    group: 'name',
  },
  {
    pattern: new RegExp(
      `(?:제\\s?이름은|저는|(?<![가-힣])전(?=\\s)|(?<!(?:신랑|신부|남편|아내|와이프|친구|아이|아기|애기|딸|아들|조카|동생|언니|오빠|누나|엄마|아빠|주인공|강아지|고양이)\\s)이름이|성함이|예약자\\s?(?:는|이름은)|주문자\\s?(?:는|이름은)|주문은)\\s?(?:저\\s)?${KO_SHORT}(?:입니다|이에요|예요|이고|라고|이라고|이요|인데|요)`,
      'g',
    ),
    group: 'name',
  },
  {
    pattern:
      /(?:(?<=[가-힣][요다죠까])\s|[ㅠㅜㅎㅋ^]+\s?)(?!고양이|강아지|기념일|어린이|도시락|주인공|사장님|오레오|고구마)(?<name>[가-힣]{3})(?:입니다|이에요|예요|이요|인데요)(?=[\s.!~,]|$)/g,
    group: 'name',
    full: true,
  },
  {
    pattern:
      /(?<![가-힣])(?:예약자|주문자|예약한|주문한)\s(?<name>[가-힣]{3})(?:입니다|이에요|예요|이요|인데요?|요)?(?=[\s.!~,]|$)/g,
    group: 'name',
    full: true,
  },
  {
    pattern: new RegExp(`(?:reservation|order|booking)(?:,| -| under)\\s${EN}(?=[\\s.!]*$)`, 'g'),
    group: 'name',
  },
  {
    pattern:
      /(?<![가-힣])(?:저는|전)\s[가-힣]{2,6}\s(?<name>[가-힣]{3})(?:입니다|이에요|예요|이고요?|이라고|라고|인데)/g,
    group: 'name',
    full: true,
  },
  {
    pattern:
      /(?<![가-힣\d])(?!(?:네이버|카톡|카카오|인스타|디엠|전화|문자|온라인|홈페이지|단체|미리|선물)으?로)(?<name>[가-힣]{2,4}?)(?:으로|로)\s?(?:예약|주문)\s?(?:했던|한|된|돼\s?있는|되어\s?있는|하신|드린|드렸던)\s?(?:사람|고객|손님|건(?![가-힣]강)|거|것|케이크|케익|케잌|주문|예약)/g,
    group: 'name',
  },
  {
    pattern:
      /(?<![가-힣\d])(?!(?:네이버|카카오|인스타|디엠|홈페이지|이벤트|온라인)으?로)(?<name>[가-힣]{3})으?로\s(?:[^\n,.!?]{0,24}\s)?예약(?:했|한|해\s?둔|되어|돼|건)/g,
    group: 'name',
    full: true,
  },
  { pattern: new RegExp(`(?:[日時分半]|予約|曜日)の${JA}です`, 'gu'), group: 'name' },
  { pattern: new RegExp(`(?:予約|注文)した(?!い)${JA}です`, 'gu'), group: 'name' },
  { pattern: new RegExp(`「${JA}」(?:と申します|といいます)`, 'gu'), group: 'name' },
  { pattern: new RegExp(`(?:^|[\\n。、！!])\\s?${JA}(?:名義|の名前)で(?:予約|注文)`, 'gu'), group: 'name' },
  {
    pattern:
      /(?:예약(?:했던|한|하신|드린|드렸던)|주문(?:했던|한|드린|드렸던)|문의(?:했던|드린|드렸던|한))\s(?<name>[가-힣]{2,4}?)(?:입니다|이에요|예요|인데요?|이요|이라고|라고)/g,
    group: 'name',
  },
  {
    pattern:
      /(?:^|[\n.!~:)?▯,/]|안녕하세요[,~!. ]*|사장님[,~!. ]*)\s*(?<name>[가-힣]{2,4}?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?:입니다|이에요|예요|이요|인데요|이라고\s?(?:합니다|해요)|라고\s?(?:합니다|해요))(?=[\s.!~,]|$)/g,
    group: 'name',
  },
  {
    pattern: new RegExp(
      `(?:[Mm]y name is|(?<!(?:[Hh]er|[Hh]is|[Tt]heir|'s) )[Nn]ame is|[Nn]ame's|[Tt]his is|I'm|i'm|I am|i am|[Ii]t's|[Ii]t is|[Uu]nder the name(?: of)?|under|[Bb]ooked by|[Oo]rder for|[Oo]rdered by|[Rr]eservation for|for)\\s${EN}`,
      'g',
    ),
    group: 'name',
  },
  {
    pattern: new RegExp(`(?:名前は|名前：|予約名は|私は)\\s?${JA}(?:です|と申します|といいます|、|。|\\n|$)`, 'gu'),
    group: 'name',
  },
  {
    pattern: new RegExp(
      `(?:^|[\\n。、！!])\\s?「?${JA}」?(?:と申します|といいます|いいます|ですが|です)(?=[\\s。、！!]|\\p{Extended_Pictographic}|$)`,
      'gu',
    ),
    group: 'name',
  },
];
/** "name is jane doe", "i'm sara kim, 010-…": two words in lower case, before a stop or a phone. */
const LOWER: NameRule = {
  pattern:
    /(?:(?<!(?:her|his|their|'s)\s)name is|name's|under the name(?: of)?|[Ii]'m|(?:I|i) am|[Tt]his is|[Ii]t's)\s(?!(?:a|an|the|my|your|so|not|very|just|looking|going|planning|sorry|happy|for|in|on|at|from|it|what|is)\s)(?<name>[a-z]{2,12} [a-z]{2,12})(?=\s*(?:[,.!]|$|\n|\+?\(?0\d|▯|\p{Extended_Pictographic}))/gu,
  group: 'name',
};
const SIGNED: NameRule = {
  pattern: new RegExp(`(?:^|[\\n.!?~]\\s?)[-~]\\s?${EN}\\s*$`, 'g'),
  group: 'name',
};
const HERE: NameRule = {
  pattern: new RegExp(
    `(?:^|[\\n.!,]\\s?)${EN} (?:here|speaking|(?<=[A-Z][A-Za-z.'-]* [A-Z][A-Za-z'-]+ )again)(?=[\\s.!,])`,
    'g',
  ),
  group: 'name',
};
const KO_WHOLE =
  '(?<name>[가-힣]{2,5}?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?:입니다|이에요|예요|이요|요|님|이고요?|고요|이며|으로|로)?(?=[\\s.,!~)/]|$)';
const PAYER_RULES: readonly NameRule[] = [
  {
    pattern: new RegExp(
      `입금자\\s?(?:명|이름|성함)?\\s?(?:은|는|이|:)?\\s?(?:(?:총무|회장|팀장|대표|대리|과장|부장|매니저)\\s)?${KO_WHOLE}`,
      'g',
    ),
    group: 'name',
  },
  {
    pattern: new RegExp(
      `입금(?:은|을)?\\s?(?:(?:총무|회장|팀장|대표|대리|과장|부장|매니저)\\s)?${KO}\\s?(?:이름|명의)?\\s?(?:으로|로)`,
      'g',
    ),
    group: 'name',
  },
  {
    pattern: new RegExp(`(?<![가-힣])${KO}\\s?(?:이름|명의)?\\s?(?:으로|로)\\s?(?:입금|이체|송금|결제|넣었)`, 'g'),
    group: 'name',
  },
  {
    pattern: new RegExp(`(?<![가-힣])${KO}\\s?(?:이름|명의)\\s?(?:으로|로)\\s?(?:보냈|보낼|보내)`, 'g'),
    group: 'name',
  },
  { pattern: /(?<![가-힣])(?<name>[가-힣]{3})(?:으로|로)\s?(?:보냈|보낼|보내)/g, group: 'name', full: true },
  {
    pattern: new RegExp(`입금\\s?(?:완료)?\\s?(?:했|하였|완료)?[가-힣]{0,6}[\\s.!~]*\\(\\s?${KO}\\s?\\)`, 'g'),
    group: 'name',
  },
  {
    pattern:
      /(?:입금|이체|송금)\s?(?:완료|했|하였)[가-힣]{0,6}[\s.!~,]+(?<name>[가-힣]{2,4}?)(?:입니다|이에요|예요|이요)/g,
    group: 'name',
  },
  {
    pattern: new RegExp(
      `(?:deposit(?:or)?(?: (?:is|will be|was))?(?: (?:under|from|by|in))?(?: the name(?: of)?)?|paid by|transfer(?:red)?(?: will be)?(?: (?:from|under|by))(?: the name(?: of)?)?|sender(?: is|:)?)\\s${EN}`,
      'gi',
    ),
    group: 'name',
  },
  {
    pattern: new RegExp(`(?:振込(?:名義|人)?は|入金(?:者|名義)?は)\\s?${JA}(?:です|で|、|。|\\n|$)`, 'gu'),
    group: 'name',
  },
];

export interface PersonMention extends Range {
  readonly name: Range;
}

function findBy(rules: readonly NameRule[], text: string): PersonMention[] {
  const found: PersonMention[] = [];
  for (const rule of rules) {
    for (const match of text.matchAll(rule.pattern)) {
      const written = match.groups?.[rule.group] ?? '';
      const at = match.index + match[0].lastIndexOf(written);
      const name = trimName(text, { start: at, end: at + written.length });
      const plain = name === null ? '' : text.slice(name.start, name.end);
      const isOwn = rule === LOWER || isNameLike(plain);
      if (name === null || (!isOwn && rule.foreign !== true) || (rule.full === true && !isFullKoreanName(plain)))
        continue;
      if (rule.foreign === true && !isForeignLike(plain)) continue;
      const end = match.index + match[0].length;
      if (!found.some((other) => match.index < other.end && other.start < end))
        found.push({ start: match.index, end, name });
    }
  }
  return found;
}

/** "이름은 …" has a label and is not looked for here; these are "…입니다", "… 이름으로", "I'm …", "…と申します". */
export function findCustomers(text: string): PersonMention[] {
  return findBy([...CUSTOMER_RULES, HERE, SIGNED, LOWER], text);
}

export function findPayers(text: string): PersonMention[] {
  return findBy(PAYER_RULES, text);
}
