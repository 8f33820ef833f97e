// What a form's label asks for. A label is read as a string of known words ("픽업"+"희망"+"날짜"), so that forms never
// seen before are understood. Law: a label that is not wholly understood is no label; typos are forgiven only before a ":".
import { disassemble } from 'es-hangul';
import type { Field, LearnedLabel } from './message-reading.ts';

/** What a word in a label means. `filler` words change nothing. */
type Role =
  | 'orderer'
  | 'payer'
  | 'taker'
  | 'name'
  | 'phone'
  | 'pickup'
  | 'date'
  | 'time'
  | 'moment'
  | 'cake'
  | 'product'
  | 'size'
  | 'sheet'
  | 'cream'
  | 'taste'
  | 'filling'
  | 'shape'
  | 'color'
  | 'base'
  | 'text'
  | 'board'
  | 'quantity'
  | 'candles'
  | 'coolerBag'
  | 'shoppingBag'
  | 'packaging'
  | 'allergy'
  | 'design'
  | 'notes'
  | 'method'
  | 'address'
  | 'price'
  | 'ignored'
  | 'writing'
  | 'filler'
  | 'and';

const WORDS: Readonly<Record<Role, string>> = {
  orderer:
    '예약자|예약하시는분|예약인|주문자|주문인|주문하시는분|주문하신분|고객|구매자|신청자|손님|customer|customername|contactname|contactperson|ordername|namefororder|nameoforder|nameontheorder|nameonorder|nameforpickup|orderedby|bookedby|bookingname|booking|reservation|reservationname|予約者|注文者|ご予約者|お客様|ご注文者',
  payer:
    '입금자|입금자분|입금인|입금|입금하실분|입금하시는분|입금하신분|예금주|송금인|이체자|보내는분|accountholder|accountname|remitter|振込者|振込名義人|名義人|振込名義|入金名義|depositor|payer|sender|paidby|transfer|deposit|振込|振込人|入金|入金者|お振込',
  taker:
    '수령인|수령자|수령하실분|수령하시는분|픽업자|픽업인|픽업하실분|픽업하시는분|받는분|받으시는분|받으실분|찾으시는분|찾으실분|찾는분|방문자|방문하실분|대리수령|대리수령인|collector|recipient|pickupperson|受取人|受け取り人',
  name: '이름|성함|성명|닉네임|존함|명|함|name|fullname|yourname|names|who|名前|お名前|氏名|名義|名|ニックネーム',
  phone:
    '연락처|연락번호|안심번호|대표번호|개인번호|전번|폰번|핸펀|휴대번호|연락가능번호|전화번호|전화|휴대폰번호|휴대폰|휴대전화번호|휴대전화|핸드폰번호|핸드폰|핸폰|폰번호|폰|번호|연락|연락가능한번호|hp|h.p|h.p.|h/p|c.p|phone|phonenumber|tel|telephone|mobile|cell|cellphone|contact|contactnumber|number|no.|連絡先|ご連絡先|電話番号|お電話番号|電話|携帯番号|携帯電話|携帯',
  pickup:
    '픽업|수령|방문|찾는|찾으실|찾으시는|찾을|찾아가실|받으실|받으시는|받는|pickup|pick-up|pickingup|collection|collect|受取|受け取り|お受け取り|お受取|引取|引き取り|引渡|お渡し|ピックアップ|来店|ご来店',
  date: '날짜|일자|날|요일|예정일|희망일|예약일|neededby|needby|dateneeded|픽업일|수령일|방문일|완성일|date|day|日付|日にち|日|希望日|受取日|受け取り日|ご希望日|予定日|来店日',
  time: '시간|시각|시간대|타임|time|hour|hours|時間|時刻|時間帯|希望時間',
  moment: '일시|날짜시간|일정|예약일시|픽업일시|언제|datetime|date&time|when|schedule|日時|希望日時',
  cake: '케이크|케익|케잌|케이크위|위|상단|윗면|cake|ケーキ',
  product:
    '상품|제품|품목|메뉴|상품명|제품명|품명|종류|주문상품|주문|케이크종류|케이크명|order|product|item|menu|orderdetails|what|商品|商品名|品名|メニュー|ご注文',
  size: '사이즈|싸이즈|크기|호수|호|사이즈호수|단수|지름|size|サイズ|大きさ|号数',
  sheet: '시트|빵|시트맛|빵시트|케이크시트|제누와즈|sheet|sponge|base|スポンジ|生地|シート',
  cream: '크림|속크림|겉크림|아이싱|프로스팅|cream|frosting|icing|buttercream|クリーム',
  taste: '맛|후레이버|플레이버|플레이버맛|맛선택|flavor|flavour|flavors|flavours|taste|味|フレーバー|お味',
  filling: '필링|속|속재료|샌드|filling|fillings|フィリング',
  shape: '모양|형태|쉐입|shape|形',
  color: '색|색상|컬러|칼라|색깔|color|colour|colors|色|カラー',
  base: '바탕|배경|바탕색|배경색|배경색상|아이싱색|케이크색|케이크색상|베이스|background',
  text: '문구|레터링|레터링문구|글|글씨|글자|글귀|멘트|메세지|메시지|적을말|문구내용|lettering|text|words|word|message|whattowrite|texttowrite|onthecake|ontop|ontopofthecake|itshouldsay|shouldsay|say|sign|文字入れ|writing|wording|inscription|caption|says|文字|メッセージ|レタリング|文言|文句',
  board:
    '판|케이크판|판위|받침|받침대|보드|하판|아래판|밑판|초코판|플레이트|board|plate|plaque|cakeboard|baseboard|disc|platter|onboard|ontheboard|onplate|ontheplate|onplaque|ontheplaque|caketopper|プレート|台|ボード',
  quantity: '수량|개수|갯수|주문수량|몇개|quantity|qty|howmany|数量|個数|数',
  candles:
    '초|촛불|캔들|양초|긴초|짧은초|숫자초|큰초|작은초|생일초|초개수|candle|candles|candlecount|numberofcandles|ろうそく|ロウソク|ローソク|キャンドル|蝋燭',
  coolerBag:
    '보냉백|보냉팩|보냉가방|보냉포장|보냉|아이스백|쿨러백|보랭백|coolerbag|cooler|icebag|coolbag|insulatedbag|thermalbag|icepack|保冷バッグ|保冷袋|保冷バック|保冷',
  shoppingBag: '쇼핑백|종이백|종이가방|shoppingbag|paperbag|紙袋|手提げ',
  packaging: '포장|가방|백|bag|bags|패키지|포장방법|포장지|packaging|包装|梱包',
  allergy:
    '알레르기|알러지|알레지|알러르기|앨러지|알레르기유무|못드시는음식|못먹는음식|allergy|allergies|allergens|allergen|dietary|アレルギー',
  design:
    '디자인|도안|시안|참고사진|사진|이미지|참고이미지|참고|레퍼런스|컨셉|스타일|데코|장식|토퍼|꽃|design|theme|style|photo|picture|reference|image|decoration|デザイン|写真|画像|イメージ',
  notes:
    '요청사항|요청|요구사항|추가요청|추가사항|기타|기타사항|메모|비고|문의사항|문의|전달사항|하고싶은말|참고사항|특이사항|note|notes|memo|request|requests|comment|comments|remark|remarks|other|others|extra|specialrequest|anythingelse|備考|要望|ご要望|その他|メモ|リクエスト',
  method:
    '수령방법|수령방식|픽업방법|받는방법|배송|배송방법|배달|배달여부|퀵|수령형태|delivery|deliverymethod|method|受取方法|受け取り方法|配送|配送方法',
  address: '주소|배송지|배달지|배송주소|배달주소|주소지|address|deliveryaddress|住所|お届け先',
  price: '가격|금액|예산|총금액|결제금액|최종금액|price|total|budget|amount|値段|金額|予算',
  ignored:
    '현금영수증|현금영수증번호|영수증|사업자등록번호|계좌|계좌번호|환불계좌|인스타|인스타그램|인스타아이디|아이디|카톡|카톡아이디|이메일|비상연락처|남편|가게|유입경로|알게된경로|결제방법|결제|개인정보|개인정보동의|동의|주차|차량번호|instagram|email|account|注文番号|領収書',
  filler:
    'which|how|many|much|choice|type|kind|needed|need|needs|count|food|details|info|selection|would|like|want|please|食物|種類|本数|に|書く|入れ|필요한|에|을|를|o/x|o,x|ox|y/n|yes/no|유/무|필요하신가요|필요하세요|필요하신지|원하시나요|있으신가요|있나요|있으시면|하시나요|하시겠어요|다를경우|다르면|다를시|가능한|예상|대략|실제|현장|희망|예약|예정|원하시는|원하는|선택|추가|여부|개수|갯수|수|종류|유무|정보|내용|사항|란|기재|작성|체크|필수|택1|하시는|하실|하는|분|본인|의|님|생일|기념일|신청|옵션|구매|필요|포함|원하시는곳|확정|변경|수정|최종|총|for|the|of|to|at|on|any|have|do|you|is|there|a|an|by|your|my|please|on|preferred|wanted|desired|optional|required|name|ご|お|希望|の|様|有無|追加',
  writing: '들어갈|들어가는|넣고싶은|적고싶은|새길|새겨줄|넣을|쓸|적을|적어주실|써주실|써드릴|書く|入れる',
  and: '및|와|과|그리고|/|,|&|+|·|ㆍ|and|or|・|と',
};

interface Word {
  readonly text: string;
  readonly role: Role;
}
const LEXICON: readonly Word[] = (Object.entries(WORDS) as [Role, string][]) // the keys of WORDS are its roles
  .flatMap(([role, words]) => words.split('|').map((text) => ({ text, role })))
  .sort((a, b) => b.text.length - a.text.length);
const BY_FIRST = new Map<string, Word[]>();
for (const word of LEXICON) BY_FIRST.set(word.text.charAt(0), [...(BY_FIRST.get(word.text.charAt(0)) ?? []), word]);

/** Common labels in full, against which a misspelt one is measured. */
const SPELLINGS: readonly (readonly [string, Field])[] = [
  ['이름', 'name'],
  ['성함', 'name'],
  ['예약자', 'name'],
  ['예약자명', 'name'],
  ['예약자성함', 'name'],
  ['주문자', 'name'],
  ['주문자명', 'name'],
  ['연락처', 'phone'],
  ['전화번호', 'phone'],
  ['휴대폰', 'phone'],
  ['핸드폰', 'phone'],
  ['핸드폰번호', 'phone'],
  ['픽업날짜', 'date'],
  ['픽업일자', 'date'],
  ['수령날짜', 'date'],
  ['수령일자', 'date'],
  ['날짜', 'date'],
  ['픽업희망일', 'date'],
  ['픽업시간', 'time'],
  ['수령시간', 'time'],
  ['시간', 'time'],
  ['픽업일시', 'pickup'],
  ['픽업', 'pickup'],
  ['수령일시', 'pickup'],
  ['사이즈', 'size'],
  ['크기', 'size'],
  ['호수', 'size'],
  ['시트', 'sheet'],
  ['크림', 'cream'],
  ['필링', 'flavor'],
  ['맛', 'flavor'],
  ['레터링', 'cakeLettering'],
  ['레터링문구', 'cakeLettering'],
  ['문구', 'cakeLettering'],
  ['케이크문구', 'cakeLettering'],
  ['판문구', 'boardLettering'],
  ['초개수', 'candles'],
  ['숫자초', 'candles'],
  ['보냉백', 'coolerBag'],
  ['쇼핑백', 'shoppingBag'],
  ['입금자', 'depositor'],
  ['입금자명', 'depositor'],
  ['알레르기', 'allergy'],
  ['알러지', 'allergy'],
  ['디자인', 'design'],
  ['요청사항', 'notes'],
  ['추가요청사항', 'notes'],
  ['메모', 'notes'],
  ['수량', 'quantity'],
  ['수령방법', 'method'],
  ['주소', 'address'],
  ['상품', 'product'],
  ['케이크', 'product'],
  ['phone', 'phone'],
  ['phone number', 'phone'],
  ['pickup date', 'date'],
  ['pickup time', 'time'],
  ['flavor', 'flavor'],
  ['lettering', 'cakeLettering'],
  ['candles', 'candles'],
  ['message', 'cakeLettering'],
  ['quantity', 'quantity'],
  ['allergies', 'allergy'],
  ['delivery', 'method'],
  ['address', 'address'],
];

/** `fields` in the order in which the label names them. */
export interface LabelMeaning {
  readonly fields: readonly Field[];
}

const MAX_LABEL = 32;

/** Splits a label into the roles of its words, the fewest words first; null when something in it is unknown. */
function rolesOf(label: string): readonly Role[] | null {
  const best: (readonly Role[] | null)[] = new Array(label.length + 1).fill(null);
  best[label.length] = [];
  for (let at = label.length - 1; at >= 0; at--) {
    for (const word of BY_FIRST.get(label.charAt(at)) ?? []) {
      const end = at + word.text.length;
      if (end > label.length || !label.startsWith(word.text, at)) continue;
      const rest = best[end];
      if (rest == null) continue;
      const own = best[at];
      if (own == null || rest.length + 1 < own.length) best[at] = [word.role, ...rest];
    }
  }
  return best[0] ?? null;
}

const ITEM_ROLES: Partial<Record<Role, Field>> = {
  size: 'size',
  shape: 'shape',
  quantity: 'quantity',
  candles: 'candles',
  coolerBag: 'coolerBag',
  shoppingBag: 'shoppingBag',
  packaging: 'packaging',
  allergy: 'allergy',
  notes: 'notes',
  method: 'method',
  address: 'address',
  price: 'price',
  filling: 'flavor',
};

/** What one part of a label (between "and"s) asks for. */
function fieldOf(roles: readonly Role[], inherited: readonly Role[]): Field | null {
  const has = (role: Role) => roles.includes(role);
  const had = (role: Role) => roles.includes(role) || inherited.includes(role);
  if (has('ignored')) return 'ignored';
  if (has('allergy')) return 'allergy';
  if (has('coolerBag')) return 'coolerBag';
  if (has('shoppingBag')) return 'shoppingBag';
  if (has('candles')) return 'candles';
  if (has('notes')) return has('design') ? 'design' : 'notes';
  if (has('address')) return 'address';
  if (has('method')) return 'method';
  if (has('color')) return has('text') ? 'textColor' : 'baseColor';
  if (has('base')) return 'baseColor';
  if (has('phone')) return had('taker') && !had('orderer') ? 'collector' : had('payer') ? 'ignored' : 'phone';
  if (has('writing') && !has('orderer') && !has('payer') && (has('name') || has('cake'))) return 'cakeLettering';
  if (has('payer'))
    return has('price') ? 'price' : has('date') || has('time') || has('moment') ? 'ignored' : 'depositor';
  if (has('board')) return 'boardLettering';
  if (has('text')) return 'cakeLettering';
  if (has('taker')) return has('date') ? 'date' : has('time') ? 'time' : 'collector';
  if (has('moment') || (has('date') && has('time'))) return 'pickup';
  if (has('date')) return 'date';
  if (has('time')) return 'time';
  for (const role of roles) {
    const field = ITEM_ROLES[role];
    if (field !== undefined && field !== 'quantity') return field;
  }
  if (has('sheet') && has('cream')) return 'flavor';
  if (has('sheet')) return 'sheet';
  if (has('cream')) return 'cream';
  if (has('taste')) return 'flavor';
  if (has('design')) return 'design';
  if (has('orderer')) return has('product') ? 'product' : 'name';
  if (has('name')) return has('cake') || has('product') ? 'product' : 'name';
  if (has('quantity')) return 'quantity';
  if (has('pickup')) return 'pickup';
  if (has('product') || has('cake')) return 'product';
  if (has('price')) return 'price';
  return null;
}

function splitAtAnds(roles: readonly Role[]): Role[][] {
  const parts: Role[][] = [[]];
  for (const role of roles) {
    if (role === 'and') parts.push([]);
    else parts.at(-1)?.push(role);
  }
  return parts.filter((part) => part.length > 0);
}

function fieldsOfRoles(roles: readonly Role[]): Field[] {
  const content = roles.filter((role) => role !== 'filler');
  if (content.length === 0) return [];
  const fields: Field[] = [];
  let inherited: readonly Role[] = [];
  for (const part of splitAtAnds(content)) {
    const field = fieldOf(part, inherited);
    if (field === null) continue;
    if (!fields.includes(field)) fields.push(field);
    inherited = part.filter((role) => role === 'taker' || role === 'payer' || role === 'orderer');
  }
  if (fields.includes('date') && fields.includes('time'))
    return ['pickup', ...fields.filter((field) => field !== 'date' && field !== 'time')];
  if (fields.includes('pickup')) return fields.filter((field) => field !== 'date' && field !== 'time');
  if (fields.includes('sheet') && fields.includes('cream'))
    return ['flavor', ...fields.filter((field) => field !== 'sheet' && field !== 'cream')];
  return fields;
}

/** Label as compared: no blanks, no ornaments at its ends, lower case, without bracketed remarks "(도시락/1호/2호)". */
export function plainLabel(label: string): string {
  return label
    .replace(/[([<{][^)\]>}]{0,60}[)\]>}]?/g, (remark, at: number) => (at === 0 ? remark.slice(1, -1) : ''))
    .replace(/[\s*_'"`~!?^☆★♥♡❤✔✅✓▶►■□●○◆◇▪▫※•·\-=>→.]+/gu, '')
    .replace(/\p{Extended_Pictographic}/gu, '')
    .toLowerCase();
}

function jamoDistance(a: string, b: string, limit: number): number {
  const x = disassemble(a);
  const y = disassemble(b);
  if (Math.abs(x.length - y.length) > limit) return limit + 1;
  let previous = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const same = x.charAt(i - 1) === y.charAt(j - 1) ? 0 : 1;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + same));
    }
    previous = row;
  }
  return previous.at(-1) ?? limit + 1;
}

function misspelt(label: string): Field[] {
  if (label.length > 12) return [];
  const length = disassemble(label).length;
  const limit = length >= 10 ? 2 : 1;
  if (length < 3) return [];
  let best: { field: Field; distance: number } | null = null;
  let tied = false;
  for (const [spelling, field] of SPELLINGS) {
    if (Math.abs(spelling.length - label.length) > 1) continue;
    const distance = jamoDistance(label, spelling, limit);
    if (distance > limit) continue;
    if (best === null || distance < best.distance) {
      best = { field, distance };
      tied = false;
    } else if (distance === best.distance && field !== best.field) tied = true;
  }
  return best === null || tied ? [] : [best.field];
}

/** The fields that `label` asks for, [] when it is no label. `forgiving`: a ":" follows, so typos may be forgiven. */
export function readLabel(label: string, forgiving: boolean, learned: readonly LearnedLabel[]): readonly Field[] {
  if (label.length > MAX_LABEL * 3 || /[.!?~]\s+\S/.test(label)) return [];
  const plain = plainLabel(label);
  if (plain.length === 0 || plain.length > MAX_LABEL) return [];
  for (const own of learned) if (plainLabel(own.label) === plain) return [own.field];
  const roles = rolesOf(plain);
  if (roles !== null) {
    const fields = fieldsOfRoles(roles);
    const bracketed = /[([]([^)\]]{1,20})[)\]]/.exec(label.slice(1));
    if (fields[0] === 'name' && bracketed !== null && /^입금자명?$/.test((bracketed[1] ?? '').replace(/\s/g, '')))
      return ['name', 'depositor'];
    const isBoard = /^(?:케이크)?(?:판|보드|받침|받침대|플레이트|board|plate|プレート)$/i;
    if (fields[0] === 'cakeLettering' && isBoard.test((bracketed?.[1] ?? '').replace(/\s/g, '')))
      return ['boardLettering'];
    return fields;
  }
  if (forgiving && /^(?:t|p|m|c|ph|mob)$/.test(plain)) return ['phone'];
  return forgiving ? misspelt(plain) : [];
}
