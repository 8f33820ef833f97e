// The words of cakes: sizes, tastes, products, how many. Used where no label says what a word is.
// Law: a word counts only when it stands alone or in a known run; a size inside an address (303호) is none.
import type { MenuWords } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { readCount } from './numerals.ts';

const TASTES =
  '화이트초코|화이트초콜릿|다크초코|다크초콜릿|밀크초코|민트초코|초코가나슈|초코바나나|초코생크림|초코크림|초코무스|초코시트|초코칩|초콜릿|초콜렛|초코렛|초코|쵸코|쵸콜릿|가나슈|바닐라빈|바닐라|우유생크림|동물성생크림|딸기생크림|생크림|우유|딸기잼|딸기|당근|캐럿|얼그레이|홍차|밀크티|말차|녹차|크림치즈|치즈크림|치즈케이크맛|마스카포네|치즈|모카|커피|카푸치노|티라미수|고구마|단호박|호박|레드벨벳|오레오|쿠키앤크림|쿠앤크|쿠키|블루베리|라즈베리|산딸기|베리|체리|망고|복숭아|샤인머스캣|샤인머스켓|청포도|포도|무화과|사과|레몬|유자|오렌지|자몽|파인애플|바나나|코코넛|멜론|귤|밤|흑임자|인절미|콩고물|쑥|팥|단팥|흑당|카라멜|캐러멜|카라멜|솔티드카라멜|누텔라|피스타치오|헤이즐넛|아몬드|호두|땅콩|피넛버터|로투스|요거트|요구르트|플레인|버터크림|앙금|떡|제누와즈|스폰지|시나몬|계피|민트|솔티|연유|크림브륄레|슈크림|커스터드|과일|생과일|믹스|기본|오리지널|옥수수|감자|허니|꿀|라떼|돌체|잼';
const EN_TASTES =
  'black forest|funfetti|confetti|marble|walnut|rhubarb|almond|chestnut|chai|guava|passion ?fruit|pandan|ube|taro|key lime|lime|mint|victoria sponge|toffee|ginger(?:bread)?|honey|maple|cinnamon|rose|lavender|elderflower|nutella|biscoff|mixed berry|berry|dark chocolate|white chocolate|chocolate|choco|choc|vanilla bean|vanilla|strawberry|cream cheese|cheese|red velvet|carrot|matcha|green tea|earl grey|mocha|coffee|tiramisu|lemon|blueberry|raspberry|mango|peach|banana|caramel|salted caramel|oreo|cookies and cream|cookies ?& ?cream|pumpkin|sweet potato|pistachio|hazelnut|coconut|plain|fresh cream|buttercream|mascarpone|black sesame|fig|apple|orange|yuzu|cherry|fruit|lotus|milk tea|ganache|mint chocolate|yogurt';
const JA_TASTES =
  'ティラミス|モンブラン|マロン|栗|桃|もも|ぶどう|メロン|ラズベリー|ココア|ヨーグルト|洋梨|りんご|ゆず|柚子|あずき|小豆|きなこ|ラムレーズン|ヘーゼルナッツ|ナッツ|塩キャラメル|パイン|オレンジ|ホワイトチョコ|チョコレート|チョコ|バニラ|いちご|イチゴ|苺|ストロベリー|抹茶|チーズ|クリームチーズ|モカ|コーヒー|紅茶|アールグレイ|キャラメル|レモン|マンゴー|ブルーベリー|さつまいも|かぼちゃ|プレーン|生クリーム|ミルク|黒ごま|バナナ|オレオ|ピスタチオ|レッドベルベット|ほうじ茶|にんじん|キャロット';
/** With an unknown word before them they still are a taste: 소금카라멜. */
const LONG_TASTES = '초코|초콜릿|카라멜|캐러멜|치즈|생크림|바닐라|말차|녹차|크림|가나슈|쿠키|라떼|요거트|무스';
const TASTE_SUFFIX = '(?:\\s?(?:맛|시트|크림|생크림|무스|필링|味|スポンジ|sponge|sheet|cream|frosting|flavou?r))?';

const SIZE_PATTERNS = [
  /(?<![\d.a-z])(?:[2-5]|two|three|four|double|triple)\s?-?\s?tier(?:s|ed)?(?![a-z])/gi,
  /(?<![\d가-힣])[2-5]단(?:\s?\([^)\n]{1,20}\))?(?=\s|$|[,/.)]|케|으로|이|요|입)/g,
  /(?<![\d가-힣.])(?:(?:높은|낮은)\s?)?\d(?:\.5)?\s?호(?![가-힣](?<!로|요|하|사|케|짜|초|바|딸|당|얼|말|녹|치|크|모|고|레|오|블|생|우|에|은|는|이|랑|와|과|입|도|한|두|예|기|픽|의|높|나|를|원))(?:\s?(?:높은|높이업))?/g,
  /(?<![가-힣])[일이삼사]호(?![가-힣](?<!로|요|하|사|케|짜|입|이|랑|와|과|은|는|를))/g,
  /(?<![가-힣])(?:미니\s?)?도시락(?=\s|$|[,/.)(:]|사|으|이|요|로|하|초|바|딸|당|얼|말|녹|치|랑|과|은|\d)(?!\s?케)/g,
  /(?<![가-힣])(?<head>미니)(?:\s?사이즈)?(?=\s|$|[,/.)(:]|로|요|하|이|랑|도\s)(?!\s?(?:케|초(?!코)|어처|양|멀))/g,
  /(?<![\d.])\d{1,2}(?:\s?-\s?|\s)?(?:인치|inch(?:es)?|インチ)/gi,
  /(?<![\d.])\d{1,2}\s?구(?=\s|$|[,/.)])(?!\s?역)/g,
  /(?<![\d.])\d(?:\.5)?\s?号(?:サイズ)?/g,
  /(?<![a-z])size\s?(?<size>\d(?:\.5)?|[smlSML])(?![a-z0-9])/gi,
  /(?<![a-z])(?:lunch ?box|bento)(?![a-z])(?!\s?cake)|(?<![a-z])mini(?![a-z])/gi,
  /(?:ミニ|お弁当|弁当)(?=\s|$|[,/、。・])/g,
  /(?<![a-z])(?:\d(?:\.5)?\s?ho)(?![a-z])/gi,
];

function quotePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export interface SizeMention extends Range {
  /** The size itself where the words say more: "size 1" → 1. */
  readonly value: Range;
}

/** Sizes in `text`, in order. */
export function findSizes(text: string, menu: MenuWords | null): SizeMention[] {
  const found: SizeMention[] = [];
  const add = (start: number, end: number, value: Range) => {
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, value });
  };
  for (const size of [...(menu?.sizes ?? [])].sort((a, b) => b.length - a.length)) {
    if (size.trim().length < 2) continue;
    for (const match of text.matchAll(
      new RegExp(`(?<![\\d가-힣A-Za-z])${quotePattern(size.trim())}(?![\\dA-Za-z]|\\s?케)`, 'gi'),
    )) {
      add(match.index, match.index + match[0].length, { start: match.index, end: match.index + match[0].length });
    }
  }
  for (const pattern of SIZE_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (isInAddress(text, match.index)) continue;
      const end = match.index + match[0].length;
      const inner = match.groups?.size;
      const head = match.groups?.head;
      if (head !== undefined) {
        add(match.index, end, { start: match.index, end: match.index + head.length });
        continue;
      }
      const value = inner === undefined ? { start: match.index, end } : { start: end - inner.length, end };
      add(match.index, end, value);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const ADDRESS_BEFORE = /(?:\d+\s?동|\d+\s?층|아파트|빌라|오피스텔|로\s?\d+(?:-\d+)?|길\s?\d+(?:-\d+)?|번지)\s?,?\s?$/;
function isInAddress(text: string, at: number): boolean {
  return ADDRESS_BEFORE.test(text.slice(Math.max(0, at - 16), at));
}

function tasteWords(menu: MenuWords | null): string {
  const own = [...(menu?.sheets ?? []), ...(menu?.creams ?? [])]
    .map((word) => word.trim())
    .filter((word) => word.length > 1);
  return [...own.map(quotePattern), TASTES, EN_TASTES, JA_TASTES].join('|');
}

export interface TasteFinder {
  /** Runs of tastes in `text`, in order: "초코시트에 생크림". */
  find(text: string): Range[];
  /** Whether all of `text` is tastes. */
  isTaste(text: string): boolean;
}

/** Built once per message: the menu's own tastes are known beside the common ones. */
export function createTasteFinder(menu: MenuWords | null): TasteFinder {
  const word = `(?:${tasteWords(menu)}|(?!맛)[가-힣]{1,3}(?:${LONG_TASTES}))${TASTE_SUFFIX}`;
  const one = `(?:${word}){1,3}`;
  const run = new RegExp(
    `(?:(?<![가-힣A-Za-z])|(?<=(?<![가-힣])맛[은이]))${one}(?:(?:\\s?[+&/·]\\s?|에\\s|와\\s|과\\s|랑\\s|\\s(?:and\\s|with\\s)?)${one}){0,4}(?![A-Za-z])(?![가-힣](?<!으|로|요|이|입|에|하|는|은|맛|를|예|케|한|랑|와|과|도|면|구|고|인))(?!\\s?(?:케이크|케익|케잌|cake|케키|ケーキ|알레르기|알러지|톤|색|없이|빼|판|장식|토퍼|데코|아이스|초(?!코)))`,
    'gi',
  );
  const whole = new RegExp(`^\\s*${one}(?:(?:\\s?[+&/·,]\\s?|에\\s|와\\s|과\\s|\\s)${one}){0,4}\\s*$`, 'i');
  return {
    find: (text) =>
      [...text.matchAll(run)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    isTaste: (text) => whole.test(text),
  };
}

const PRODUCT =
  /(?:いちご|苺|抹茶|生)?(?:[가-힣A-Za-zァ-ヶー]{1,12}\s?){0,2}(?:케이크|케익|케잌|cakes?|ケーキ|타르트|(?:마카롱|쿠키|머핀|휘낭시에|구움과자|답례품|디저트|브라우니|스콘|마들렌)\s?(?:세트|박스)|macarons?|madeleines?|financiers?|cupcakes?|cookies|brownies|マカロン|フィナンシェ|マドレーヌ|クッキー|カップケーキ|プリンアラモード|プリン|シュークリーム|마카롱|쿠키|컵케이크|푸딩|브라우니|머핀|휘낭시에|마들렌|스콘|다쿠아즈)(?![가-힣](?<!로|를|요|이|은|는|입|도|하|예|랑|와|과|주|한|에))/gi;
const NO_PRODUCT_WORD =
  /^(?:케이크|케익|케잌|cakes?|a cake|the cake|ケーキ|이|그|저|제|안녕하세요|주문|예약|하나|개|두|세|한|호|사이즈|픽업|오늘|내일|할|한|a|the|an|one|two|custom|customized|order|my|with|for|this|your|want|like|tier|tiered|same|new|another)$/i;

/** "태오 생일케이크": the word in front says whose it is. */
const OF_A_FEAST = /^(?:생일|돌|백일|기념일|결혼기념일|환갑|칠순|졸업|축하)케/;

/** Named products ("도시락케이크", "레터링 케이크"); a bare "케이크" names none. */
export function findProducts(text: string, menu: MenuWords | null): Range[] {
  const found: Range[] = [];
  for (const product of menu?.products ?? []) {
    const at = product.trim().length > 1 ? text.indexOf(product.trim()) : -1;
    if (at >= 0) found.push({ start: at, end: at + product.trim().length });
  }
  for (const match of text.matchAll(PRODUCT)) {
    const words = match[0].split(' ');
    let skip = 0;
    while (
      words.length > 1 &&
      (NO_PRODUCT_WORD.test(words[0] ?? '') ||
        /(?:에|은|는|을|를|이|가|로|고|서|데|요|다|게|용|할|한|될|된|쁜|운|릴|실|이라|라서|이니|랑|하고|와|과|개)$/.test(
          words[0] ?? '',
        ) ||
        words.length > 2)
    )
      skip += (words.shift() ?? '').length + 1;
    if (words.length === 2 && OF_A_FEAST.test(words[1] ?? '')) skip += (words.shift() ?? '').length + 1;
    const ofSize = /\d\s?$/.test(text.slice(0, match.index + skip)) && /^호/.test(words[0] ?? '');
    if (ofSize) {
      words[0] = (words[0] ?? '').slice(1);
      skip++;
    }
    const start = match.index + skip;
    const end = match.index + match[0].length;
    if (words.length === 1 && NO_PRODUCT_WORD.test(words[0] ?? '')) continue;
    if (words.length === 2 && NO_PRODUCT_WORD.test(words[0] ?? '')) continue;
    if (/\d\s?호?$/.test(text.slice(0, start)) && words.length === 1 && /^(?:케이크|케익)/.test(words[0] ?? ''))
      continue;
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

const COUNTED =
  /(?<n>\d{1,3}|하나|한|두|둘|세|셋|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?<unit>개|판|세트|박스|홀|상자|ea(?![a-z])|個|台|つ)(?!월|입|당|씩?\s?초(?!코|콜))/gi;
const COUNTED_EN =
  /(?<![a-z\d#])(?<n>\d{1,2}|one|two|three|four|five)\s(?:cakes?|pcs|pieces|boxes)(?![a-z])|(?:x|×|\*)\s?(?<n2>\d{1,2})(?!\d)|(?<![\d/.:])(?<n3>\d{1,2})\s?[x×]\s(?=[a-z가-힣])/gi;
const NOT_OF_CAKES =
  /(?:초(?!코|콜)|캔들|촛불|보냉백|쇼핑백|보냉팩|숫자|포크|칼|아이스팩|candles?|bags?|토퍼|카드|꽃|송이|장)\S{0,3}\s?(?:각각\s?)?$/i;

/** Cakes of one size that differ by their taste. */
export interface TasteShare extends Range {
  readonly count: number;
}

/** "초코2, 바닐라1", "초코 두 개 / 바닐라 한 개", "하나는 초코, 하나는 바닐라", "2 chocolate, 1 vanilla"; [] when it is no such list. */
export function findTasteShares(words: string, tastes: TasteFinder): TasteShare[] {
  const each = /\s*각각?\s?(?<n>\d|한|하나|두)\s?개?씩?(?:요|이요)?[\s.!~]*$/.exec(words);
  if (each !== null) {
    const count = readCount(each.groups?.n ?? '') ?? 1;
    const own = [...words.slice(0, each.index).matchAll(/[^,/|\n+、・]+/g)].map((part) => {
      const taste = part[0].trim();
      const start = part.index + part[0].indexOf(taste);
      return { start, end: start + taste.length, count };
    });
    return own.length > 1 && own.every(({ start, end }) => tastes.isTaste(words.slice(start, end))) ? own : [];
  }
  const parts = [...words.matchAll(/[^,/|\n+、・]+/g)];
  const shares = parts.flatMap((part) => {
    const share =
      /^\s*(?:(?<each>하나|한\s?개|다른\s?하나|나머지(?:\s?하나)?)(?:은|는)\s)?(?<taste>(?:[가-힣]{1,10}?|[ァ-ヶー一-龠ぁ-ん]{1,8}?)(?:맛|시트|크림|味)?)\s?(?:x\s?)?(?<n>\d|하나|한|두|둘|세|셋)?\s?(?:개|판|박스|個|つ|台)?(?:씩)?(?:으?로|요|이요|주세요|\s?부탁\S*)?[\s.!~]*$/.exec(
        part[0],
      ) ?? /^\s*(?<n>\d|one|two|three)\s(?:of\s)?(?<taste>[a-z][a-z ]{2,16})\s*$/i.exec(part[0]);
    const { taste = '', n, each } = share?.groups ?? {};
    const english = ['one', 'two', 'three'].indexOf((n ?? '').toLowerCase()) + 1;
    const count = each !== undefined ? 1 : n === undefined ? null : english || readCount(n);
    if (count === null || taste === '' || !tastes.isTaste(taste)) return [];
    const start = part.index + part[0].indexOf(taste);
    return [{ start, end: start + taste.length, count }];
  });
  return shares.length > 1 && shares.length === parts.length ? shares : [];
}

/** "도시락 3개 (초코2, 바닐라1)", "도시락 초코 둘, 딸기 하나": the list and where it stands; null when no tastes share there. */
export function findSharesInBrackets(
  words: string,
  tastes: TasteFinder,
): { readonly whole: Range; readonly shares: readonly TasteShare[] } | null {
  const bracket = /(?<=[가-힣a-z\d個台号]\s?)[(:]\s?(?<list>[^()\n]{5,60}?)\s?(?:\)|$)/i.exec(words);
  const list = bracket?.groups?.list ?? '';
  if (bracket === null) {
    const size = findSizes(words, null)[0];
    const from = size?.start === 0 ? size.end : 0;
    const shares = from === 0 ? [] : findTasteShares(words.slice(from), tastes);
    return shares.length === 0
      ? null
      : {
          whole: { start: from + (shares[0]?.start ?? 0), end: words.length },
          shares: shares.map((share) => ({ ...share, start: from + share.start, end: from + share.end })),
        };
  }
  const at = bracket.index + bracket[0].indexOf(list);
  const shares = findTasteShares(list, tastes).map((share) => ({
    ...share,
    start: at + share.start,
    end: at + share.end,
  }));
  const whole = { start: bracket.index, end: bracket.index + bracket[0].length };
  return shares.length === 0 ? null : { whole, shares };
}

export interface CountMention extends Range {
  readonly count: number;
}

/** "2개", "두 판", "two cakes"; counts of candles and bags are not among them. */
export function findCounts(text: string): CountMention[] {
  const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
  const found: CountMention[] = [];
  for (const pattern of [COUNTED, COUNTED_EN]) {
    for (const match of text.matchAll(pattern)) {
      const written = (match.groups?.n ?? match.groups?.n2 ?? match.groups?.n3 ?? '').toLowerCase();
      const count = words[written] ?? readCount(written);
      if (count === null || count === 0 || NOT_OF_CAKES.test(text.slice(Math.max(0, match.index - 12), match.index)))
        continue;
      found.push({ start: match.index, end: match.index + match[0].length, count });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
