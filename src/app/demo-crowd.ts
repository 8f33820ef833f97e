// The rest of the demo shop's book: the orders of the coming weeks, and a year of past ones with their regulars.
// Law: chance comes from one seed, so the same day gives the same people, cakes and times.
import { defaultMenu } from '../domain/default-menu.ts';
import type { Answer, Channel } from '../domain/order.ts';
import { NONE } from '../domain/order.ts';
import type { MenuGroup } from '../domain/shop.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { addLocalDays, minutesOf, timeOfMinutes, weekdayOf } from '../domain/time.ts';
import type { DemoEvent, DemoItem, DemoOrder } from './demo-acts.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { mobile, pickupAt, STAFF } from './demo-calendar.ts';
import type { CakeDesign } from './demo-pictures.ts';
import { agreed, bigCandles, design, digitCandles, noCandles, paidAll } from './demo-today.ts';

const HOUR_MS = 3_600_000;

/** Mulberry32: a small generator of even numbers from 0 to 1. */
function createChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (count: number) => Math.floor(next() * count);
  return {
    upTo,
    happens: (share: number) => next() < share,
    oneOf: <T>(list: readonly T[]): T => {
      const chosen = list[upTo(list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    /** As often as its weight says. */
    weighed: <T>(list: readonly (readonly [T, number])[]): T => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [one, weight] of list) {
        left -= weight;
        if (left < 0) return one;
      }
      throw new Error('nothing to choose from');
    },
  };
}
type Chance = ReturnType<typeof createChance>;

const words = (text: string) => text.split(' ');
const FAMILY = words('김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 심');
const GIVEN = words(
  '민서 서윤 지우 하은 수아 지호 도윤 예준 시우 주원 하준 은우 지안 서아 다은 채원 유진 소율 나은 예린 지환 승우 태윤 건우 현서 아린 윤서 라온 이안 세아 지율 가온 해인 다온 루아 우진 선우 연우 정민 수호 혜원 미경 영숙 상우 재현 보람 은정 성훈',
);
const ABROAD = ['Olivia Brown', 'Noah Martin', 'Sofia Rossi', 'Liam Murphy', '田中 結衣', '鈴木 大翔', '陳怡君'];
const LETTERINGS = [
  '생일 축하해\n{n}아',
  '{n} 생일 축하해',
  '엄마 아빠\n결혼기념일 축하해요',
  '사랑하는 할머니\n생신 축하드려요',
  '우리 {n}\n첫 생일 축하해',
  '합격 축하해!',
  '퇴사를 축하합니다',
  '승진 축하드려요',
  '오늘도 수고했어',
  '사랑해 {n}',
  '1000일 ♥',
  '7주년',
  '축 개업\n대박나세요',
  '선생님 감사합니다',
  '아빠 사랑해요',
  '취뽀 축하해',
  '졸업 축하해 {n}',
  '건강하게 오래오래',
  '우리 결혼해요',
  '새 집에서\n행복하세요',
  '칠순을 축하드립니다',
  '백일 축하해 {n}',
  '고마워 친구야',
  '미안해 한 번만 봐줘',
  '전역 축하해\n고생했다',
  'Happy Birthday\n{n}',
  'You & Me',
  '태어나줘서 고마워',
  '{n}의 서른 번째 생일',
  '장모님 사랑합니다',
];
const ALLERGIES = ['견과 알레르기', '복숭아 알레르기', '우유 알레르기 — 두유 크림 상담', '키위 알레르기'];
const MEMOS = [
  '글씨 얇게',
  '주차 문의하심',
  '생화 빼고',
  '색은 사진보다 연하게',
  '현금영수증 요청',
  '처음 주문하신 분',
];
const BASE_COLORS = words('흰색 연핑크 하늘색 연보라 아이보리 민트 노랑 살구색');
const TEXT_COLORS = words('빨강 남색 초록 갈색 금색 버건디 검정');
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['kakao', 46],
  ['instagram', 18],
  ['naver', 12],
  ['phone', 10],
  ['walk-in', 6],
  ['order-page', 4],
  ['platform', 3],
  ['other', 1],
];
const SIZES: readonly (readonly [string, number])[] = [
  ['도시락', 24],
  ['미니', 22],
  ['1호', 32],
  ['2호', 16],
  ['3호', 6],
];
/** Real shops use a design again; so do these. */
const DESIGNS: readonly CakeDesign[] = [
  design('round', ['#f7e3e6', '#fffafb', '#f2b3c0', '#d0506e'], '생일\n축하해', 'hearts'),
  design('heart', ['#eee7de', '#fffdf8', '#e9c9a8', '#a0632c'], '사랑해', 'pearls'),
  design('round', ['#e3ecf3', '#f8fcff', '#9fc3df', '#2f5f8f'], '오늘도\n수고했어', 'stars'),
  design('flower', ['#e9efe4', '#fcfff9', '#d98fa6', '#8c5f9e'], '생신\n축하드려요', 'none'),
  design('square', ['#ece6f3', '#fcfaff', '#c3aee0', '#5d458a'], '합격을\n축하합니다', 'stars'),
  design('round', ['#f1e6da', '#7b5540', '#5f3f2e', '#ffe9cf'], '달콤한\n하루', 'fruit'),
];

const PRICES: ReadonlyMap<string, number> = new Map(
  defaultMenu('ko', 'KRW').map(({ fields }) => [`${fields.group} ${fields.name}`, fields.price?.minor ?? 0]),
);
/** What a menu entry costs or adds, in won. */
const priceOf = (group: MenuGroup, name: string) => PRICES.get(`${group} ${name}`) ?? 0;
const namesOf = (group: MenuGroup) =>
  defaultMenu('ko', 'KRW').flatMap(({ fields }) =>
    fields.group === group && fields.name !== null ? [fields.name] : [],
  );

interface Person {
  readonly name: string;
  readonly given: string;
  readonly tail: string;
  readonly allergy: Answer;
  /** What a regular usually takes. */
  readonly size: string;
  readonly sheet: string;
  readonly cream: string;
}

/** People with four last digits that nobody else has, and that are in no other file of the demo. */
function inventPeople(chance: Chance, count: number, takenTails: ReadonlySet<string>): Person[] {
  const tails = new Set(takenTails);
  const sheets = namesOf('sheet');
  const creams = namesOf('cream');
  return Array.from({ length: count }, (_, index) => {
    let tail = String(1000 + chance.upTo(9000));
    while (tails.has(tail)) tail = String(1000 + ((Number(tail) - 999) % 9000));
    tails.add(tail);
    const given = chance.oneOf(GIVEN);
    const abroad = index % 23 === 22 ? ABROAD[Math.floor(index / 23) % ABROAD.length] : undefined;
    return {
      name: abroad ?? chance.oneOf(FAMILY) + given,
      given: abroad ?? given,
      tail,
      allergy: chance.happens(0.08) ? { text: chance.oneOf(ALLERGIES) } : chance.happens(0.3) ? NONE : null,
      size: chance.weighed(SIZES),
      sheet: chance.oneOf(sheets),
      cream: chance.oneOf(creams),
    };
  });
}

function inventCake(chance: Chance, person: Person, isUsual: boolean): DemoItem {
  const size = isUsual ? person.size : chance.weighed(SIZES);
  const sheet = isUsual ? person.sheet : chance.oneOf(namesOf('sheet'));
  const cream = isUsual ? person.cream : chance.oneOf(namesOf('cream'));
  const shape = chance.weighed([
    ['원형', 80],
    ['하트', 15],
    ['사각', 5],
  ]);
  const isWordless = chance.happens(0.03);
  const candles = chance.weighed([
    [undefined, 50],
    [noCandles, 15],
    [bigCandles(1 + chance.upTo(7)), 20],
    [digitCandles(String(1 + chance.upTo(60))), 15],
  ]);
  return {
    size,
    sheet,
    cream,
    ...(shape === '원형' ? {} : { shape }),
    ...(chance.happens(0.4) ? { baseColor: chance.oneOf(BASE_COLORS), textColor: chance.oneOf(TEXT_COLORS) } : {}),
    lettering: isWordless ? NONE : { text: chance.oneOf(LETTERINGS).replaceAll('{n}', person.given) },
    ...(chance.happens(0.1) ? { board: { text: '항상 건강하세요' } } : {}),
    ...(candles === undefined ? {} : { candles }),
    allergy: person.allergy,
    won: priceOf('size', size) + priceOf('sheet', sheet) + priceOf('cream', cream) + priceOf('shape', shape),
    ...(chance.happens(0.28) ? { pictures: [agreed(chance.oneOf(DESIGNS))] } : {}),
  };
}

interface OrderToInvent {
  readonly key: string;
  readonly person: Person;
  readonly day: LocalDate;
  readonly time: string;
  readonly createdAt: Instant;
  readonly isUsual: boolean;
}

function inventOrder(
  chance: Chance,
  calendar: DemoCalendar,
  plan: OrderToInvent,
): DemoOrder & { readonly won: number } {
  const { key, person, day, time, createdAt, isUsual } = plan;
  const items = Array.from({ length: chance.happens(0.07) ? 2 : 1 }, () => inventCake(chance, person, isUsual));
  const bag = chance.happens(0.35);
  const total = items.reduce((sum, item) => sum + (item.won ?? 0), 0) + (bag ? priceOf('packaging', '보냉백') : 0);
  const payer = chance.happens(0.15) ? chance.oneOf(FAMILY) + chance.oneOf(GIVEN) : person.name;
  return {
    key,
    name: person.name,
    phone: mobile(person.tail),
    payer,
    pickup: pickupAt(day, time),
    channel: chance.weighed(CHANNELS),
    createdAt,
    takenBy: chance.oneOf([STAFF.owner, STAFF.owner, STAFF.counter]),
    items,
    ...(bag ? { packaging: { coolerBag: true } } : {}),
    won: total,
    deposit: {
      won: Math.round(total / 2000) * 1000,
      due: calendar.momentOf((createdAt + 24 * HOUR_MS) as Instant), // a day later
    },
    ...(chance.happens(0.12) ? { memo: chance.oneOf(MEMOS) } : {}),
    events: [],
  };
}

/** A half hour within the day's hours, never the last one. */
function inventTime(chance: Chance, calendar: DemoCalendar, day: LocalDate): string {
  const hours = calendar.hoursOn(day);
  if (hours === null) throw new Error(`the demo shop is closed on ${day}`);
  const slots = (minutesOf(hours.close) - minutesOf(hours.open)) / 30;
  return timeOfMinutes(minutesOf(hours.open) + 30 * chance.upTo(slots));
}

/** How many orders a day draws: weekends most, near days more than far ones; none when the shop is closed. */
function weightOf(calendar: DemoCalendar, ahead: number): readonly [LocalDate, number] {
  const day = addLocalDays(calendar.today, ahead);
  if (calendar.hoursOn(day) === null) return [day, 0];
  const weekday = weekdayOf(day);
  const full = weekday === 6 ? 5 : weekday === 0 ? 4 : weekday === 5 ? 2.5 : 1.2;
  return [day, full * Math.exp(-ahead / 16)];
}

export interface DemoCrowd {
  readonly orders: readonly DemoOrder[];
  /** Customers whose wishes the shop has written down. */
  readonly regulars: ReadonlyMap<string, { readonly name: string; readonly allergy: Answer }>;
}

export interface CrowdSize {
  readonly coming: number;
  readonly past: number;
  readonly takenTails: ReadonlySet<string>;
}

/** Invents `coming` open orders and `past` finished ones. */
export function inventCrowd(calendar: DemoCalendar, { coming, past, takenTails }: CrowdSize): DemoCrowd {
  const chance = createChance(20221015);
  const people = inventPeople(chance, 210, takenTails);
  const regulars = people.slice(0, 36);
  const orders: DemoOrder[] = [];

  const futureDays = Array.from({ length: 44 }, (_, index) => weightOf(calendar, index + 1));
  for (let index = 0; index < coming; index++) {
    const day = chance.weighed(futureDays);
    const daysBefore = 1 + chance.upTo(12);
    const order = inventOrder(chance, calendar, {
      key: `c${index + 1}`,
      person: chance.happens(0.25) ? chance.oneOf(regulars) : chance.oneOf(people),
      day,
      time: inventTime(chance, calendar, day),
      createdAt: calendar.past(-daysBefore, timeOfMinutes(9 * 60 + chance.upTo(13 * 60))),
      isUsual: chance.happens(0.3),
    });
    const isWaiting = daysBefore === 1 && chance.happens(0.8);
    orders.push(isWaiting ? order : { ...order, events: [depositSeen(chance, calendar, order)] });
  }

  for (let index = 0; index < past; index++) {
    const isRegular = chance.happens(0.45);
    const person = isRegular ? chance.oneOf(regulars) : chance.oneOf(people);
    // Denser towards today, back to more than a year.
    const back = 3 + Math.floor(chance.upTo(20) ** 2 + chance.upTo(14));
    let day = addLocalDays(calendar.today, -back);
    while (calendar.hoursOn(day) === null) day = addLocalDays(day, -1);
    const time = inventTime(chance, calendar, day);
    const handedOverAt = (calendar.atDay(day, time) + 60_000 * (chance.upTo(25) - 8)) as Instant; // minutes around the time agreed
    const order = inventOrder(chance, calendar, {
      key: `p${index + 1}`,
      person,
      day,
      time,
      createdAt: (handedOverAt - (3 + chance.upTo(12)) * 24 * HOUR_MS - chance.upTo(9) * HOUR_MS) as Instant, // days before
      isUsual: isRegular,
    });
    const end = chance.weighed([
      ['handed-over', 93],
      ['cancelled', 5],
      ['no-show', 2],
    ] as const);
    const deposit = depositSeen(chance, calendar, order);
    const made = order.items.map((_, item) => item);
    const rest = order.won - (deposit.payment?.won ?? 0);
    const method = chance.weighed([
      ['card', 60],
      ['transfer', 25],
      ['cash', 10],
      ['coupon', 5],
    ] as const);
    const finish: DemoEvent[] =
      end === 'handed-over'
        ? [
            { at: (handedOverAt - 2 * HOUR_MS) as Instant, by: STAFF.maker, status: 'ready', made }, // two hours before
            {
              at: handedOverAt,
              by: STAFF.counter,
              status: end,
              ...(rest > 0 ? { payment: { kind: 'balance', won: rest, method } } : {}),
            },
          ]
        : [{ at: handedOverAt, by: STAFF.owner, status: end }];
    orders.push({ ...order, events: [deposit, ...finish] });
  }
  return { orders, regulars: new Map(regulars.map(({ tail, name, allergy }) => [tail, { name, allergy }])) };
}

/** The deposit, or everything at once, some hours after the order was taken. */
function depositSeen(chance: Chance, calendar: DemoCalendar, order: DemoOrder & { readonly won: number }): DemoEvent {
  const paid = chance.happens(0.3) ? order.won : (order.deposit?.won ?? order.won);
  return {
    at: Math.min(order.createdAt + chance.upTo(10) * 600_000 + 120_000, calendar.now - 60_000) as Instant, // within two hours, and not to come
    by: STAFF.owner,
    status: 'confirmed',
    payment: paidAll(paid, order.payer),
  };
}
