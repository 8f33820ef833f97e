// The eleven pickups of the demo's Saturday, as today.html and print-list.html show them at 12:20.
// Law: at 12:20 names, words, money and states are those of the reference screen; later in the day the work has gone on.
import type { Candles } from '../domain/order.ts';
import { NONE } from '../domain/order.ts';
import type { OrderStatus } from '../domain/status.ts';
import type { DemoEvent, DemoItem, DemoOrder, DemoPayment } from './demo-acts.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { mobile, pickupAt, STAFF } from './demo-calendar.ts';
import type { CakeDesign } from './demo-pictures.ts';

export const noCandles: Candles = { none: true, big: null, small: null, digits: null, text: null };
export const bigCandles = (big: number): Candles => ({ ...noCandles, none: false, big });
export const smallCandles = (small: number): Candles => ({ ...noCandles, none: false, small });
export const digitCandles = (digits: string): Candles => ({ ...noCandles, none: false, digits });

/** A design in the colours of the reference's little pictures. */
export function design(
  shape: CakeDesign['shape'],
  [table, cream, piping, writing]: readonly [string, string, string, string],
  lettering: string,
  decoration: CakeDesign['decoration'] = 'pearls',
): CakeDesign {
  return { shape, table, cream, piping, writing, decoration, lettering };
}
export const agreed = (drawn: CakeDesign) => ({ role: 'agreed', drawn }) as const;
export const reference = (drawn: CakeDesign) => ({ role: 'reference', drawn }) as const;

export const paidAll = (won: number, payer?: string): DemoPayment => ({
  kind: 'deposit',
  won,
  method: 'transfer',
  ...(payer === undefined ? {} : { payer }),
});

const PICTURES = {
  seojun: design('lunchbox', ['#f5d9c8', '#fff7ee', '#f0a58d', '#c4553a'], '취뽀\n축하해', 'stars'),
  hayun: design('round', ['#dbe8f4', '#fbfdff', '#8fb9e0', '#3f6fa8'], '도윤이\n첫 생일', 'stars'),
  minji: design('flower', ['#f3e3ea', '#fdf6f8', '#cf6d8b', '#8f2a46'], '엄마 환갑\n축하드려요', 'none'),
  minjiSecond: design('lunchbox', ['#efe6d8', '#fffaf0', '#d8b06a', '#8a5a1c'], '아빠도\n수고했어', 'none'),
  minjiReference: design('flower', ['#ece5da', '#fffdf9', '#e3a9b8', '#9c5468'], '환갑을\n축하합니다', 'none'),
  yuna: design('round', ['#e6efe0', '#fafdf6', '#9dc07e', '#4f7a35'], '우리 팀\n파이팅', 'stars'),
  jiho: design('round', ['#f7ecd2', '#fffdf5', '#e6b654', '#8a5a12'], '결혼\n축하해요', 'fruit'),
  seoyeon: design(
    'round',
    ['#e9ded6', '#8a6a55', '#7a5a46', '#fff3e2'],
    '할머니 팔순\n축하드려요\n건강하세요',
    'flowers',
  ),
  jiu: design('heart', ['#fbe3e3', '#fff8f8', '#ee8888', '#c43b4e'], '합격!', 'hearts'),
  serin: design('tiers', ['#ece4f5', '#fdfbff', '#cbb7e0', '#6d4e96'], '10월의\n신부에게', 'none'),
  dohyeon: design('round', ['#e2efdd', '#eef6e6', '#9dc07e', '#3d6b2e'], '우리집 막내\n다섯 살', 'dinosaur'),
  gaeun: design('lunchbox', ['#f0e0d2', '#a57a5c', '#cc9988', '#fff1e4'], '미안해\n사랑해', 'hearts'),
} as const satisfies Readonly<Record<string, CakeDesign>>;

/** The steps of the day with the time each is done; those still to come are left out. */
function steps(calendar: DemoCalendar, list: readonly (readonly [time: string, status: OrderStatus])[]): DemoEvent[] {
  return list.map(([time, status]) => ({
    at: calendar.at(0, time),
    by: status === 'handed-over' ? STAFF.counter : STAFF.maker,
    status,
  }));
}

/** The eleven, with what has been done until the calendar's now. */
export function todaysOrders(calendar: DemoCalendar): DemoOrder[] {
  const { today, past, at } = calendar;
  const confirmed = (days: number, time: string, payment: DemoPayment): DemoEvent => ({
    at: at(days, time),
    by: STAFF.owner,
    status: 'confirmed',
    payment,
  });
  const cake = (item: Omit<DemoItem, 'won' | 'lettering'>, won: number, lettering: string): DemoItem => ({
    ...item,
    won,
    lettering: { text: lettering },
  });
  const orders: DemoOrder[] = [
    {
      key: '01-seojun',
      name: '이서준',
      phone: mobile('4410'),
      payer: '이서준',
      pickup: pickupAt(today, '11:00'),
      channel: 'instagram',
      createdAt: at(-9, '21:14'),
      takenBy: STAFF.owner,
      items: [
        cake(
          { size: '도시락', sheet: '바닐라 시트', cream: '생크림', allergy: NONE, pictures: [agreed(PICTURES.seojun)] },
          16000,
          '취뽀 축하해',
        ),
      ],
      won: 16000,
      deposit: { won: 16000, due: calendar.moment(-8, '21:00') },
      events: [
        confirmed(-8, '09:31', paidAll(16000, '이서준')),
        ...steps(calendar, [
          ['08:40', 'making'],
          ['10:05', 'ready'],
          ['11:04', 'handed-over'],
        ]),
      ],
    },
    {
      key: '02-hayun',
      name: '박하윤',
      phone: mobile('2093'),
      payer: '박하윤',
      pickup: pickupAt(today, '11:00'),
      channel: 'kakao',
      createdAt: at(-6, '13:02'),
      takenBy: STAFF.owner,
      items: [
        cake(
          {
            size: '1호',
            sheet: '초코 시트',
            cream: '생크림',
            baseColor: '하늘색',
            textColor: '남색',
            candles: bigCandles(1),
            allergy: NONE,
            pictures: [agreed(PICTURES.hayun)],
          },
          36000,
          '도윤이\n첫 생일',
        ),
      ],
      packaging: { coolerBag: true },
      won: 39000,
      deposit: { won: 20000, due: calendar.moment(-5, '18:00') },
      events: [
        confirmed(-6, '15:20', paidAll(39000, '박하윤')),
        ...steps(calendar, [
          ['08:10', 'making'],
          ['09:50', 'ready'],
        ]),
      ],
    },
    {
      key: '03-minji',
      name: '김민지',
      phone: mobile('5678'),
      payer: '김영호',
      pickup: pickupAt(today, '13:30'),
      channel: 'kakao',
      createdAt: at(-4, '10:47'),
      takenBy: STAFF.owner,
      memo: '단골 · 두 개 함께 62,000원으로 맞춰 드림',
      message:
        '안녕하세요 사장님! 저번에 주문했던 김민지예요😊\n이번 토요일 1시반에 2호 당근케이크 크림치즈로 부탁드려요\n문구는\n엄마 환갑 축하드려요\n사랑하는 가족 일동\n판에는 "건강하게 오래오래" 로 해주세요\n도시락 하나 더 추가할게요 바닐라 생크림 문구는 아빠도 수고했어\n엄마가 견과 알레르기가 있으셔서 호두 아몬드는 꼭 빼주세요!!\n큰초 6개, 보냉백이랑 쇼핑백도요\n010-0000-5678 입금자는 김영호입니다',
      items: [
        cake(
          {
            size: '2호',
            sheet: '당근 시트',
            cream: '크림치즈',
            baseColor: '아이보리',
            textColor: '버건디',
            candles: bigCandles(6),
            allergy: { text: '견과 알레르기 — 호두·아몬드 빼기' },
            board: { text: '건강하게 오래오래' },
            design: '장미 리스, 글씨는 가운데 두 줄',
            pictures: [agreed(PICTURES.minji), reference(PICTURES.minjiReference)],
          },
          49000,
          '엄마 환갑 축하드려요\n사랑하는 가족 일동',
        ),
        cake(
          { size: '도시락', sheet: '바닐라 시트', cream: '생크림', pictures: [agreed(PICTURES.minjiSecond)] },
          16000,
          '아빠도 수고했어',
        ),
      ],
      packaging: { coolerBag: true, shoppingBag: true },
      won: 62000,
      deposit: { won: 30000, due: calendar.moment(-3, '11:00') },
      events: [
        confirmed(-3, '10:12', paidAll(30000, '김영호')),
        { at: at(0, '10:55'), by: STAFF.maker, status: 'making' },
        { at: at(0, '12:08'), by: STAFF.maker, made: [0] },
        { at: at(0, '13:02'), by: STAFF.maker, made: [1], status: 'ready' },
        { at: at(0, '13:36'), by: STAFF.counter, status: 'handed-over' },
      ],
    },
    {
      key: '04-yuna',
      name: '최유나',
      phone: null,
      payer: '최유나',
      pickup: pickupAt(today, '13:30'),
      channel: 'kakao',
      createdAt: at(-4, '11:26'),
      takenBy: STAFF.counter,
      items: [
        cake(
          { size: '미니', sheet: '말차 시트', cream: '생크림', textColor: '초록', pictures: [agreed(PICTURES.yuna)] },
          28000,
          '우리 팀 파이팅',
        ),
      ],
      won: 28000,
      deposit: { won: 28000, due: calendar.moment(-3, '12:00') },
      events: [
        confirmed(-4, '11:52', paidAll(28000, '최유나')),
        ...steps(calendar, [
          ['12:35', 'making'],
          ['13:15', 'ready'],
          ['13:29', 'handed-over'],
        ]),
      ],
    },
    {
      key: '05-taeo',
      name: '정태오',
      phone: mobile('8812'),
      payer: '정태오',
      pickup: pickupAt(today, '13:30'),
      channel: 'phone',
      createdAt: past(0, '09:48'),
      takenBy: STAFF.counter,
      items: [cake({ size: '1호', sheet: '레드벨벳', cream: '크림치즈' }, 42000, '7주년')],
      won: 42000,
      deposit: { won: 10000, due: calendar.moment(0, '18:00') },
      events: [],
    },
    {
      key: '06-jiho',
      name: '강지호',
      phone: mobile('0371'),
      payer: '강지호',
      pickup: pickupAt(today, '15:00'),
      channel: 'naver',
      createdAt: at(-12, '19:33'),
      takenBy: STAFF.owner,
      items: [
        cake(
          {
            size: '3호',
            sheet: '바닐라 시트',
            cream: '생크림 과일',
            allergy: NONE,
            candles: noCandles,
            pictures: [agreed(PICTURES.jiho)],
          },
          59000,
          '결혼 축하해요',
        ),
      ],
      won: 59000,
      deposit: { won: 30000, due: calendar.moment(-11, '19:30') },
      events: [
        confirmed(-11, '10:40', { kind: 'deposit', won: 30000, method: 'transfer', payer: '강지호' }),
        {
          at: at(-2, '16:05'),
          by: STAFF.owner,
          payment: { kind: 'balance', won: 29000, method: 'transfer', payer: '강지호' },
        },
        ...steps(calendar, [
          ['13:50', 'making'],
          ['14:40', 'ready'],
          ['15:06', 'handed-over'],
        ]),
      ],
    },
    {
      key: '07-seoyeon',
      name: '윤서연',
      phone: mobile('1190'),
      payer: '윤서연',
      pickup: pickupAt(today, '15:00'),
      channel: 'kakao',
      createdAt: at(-7, '22:10'),
      takenBy: STAFF.owner,
      items: [
        cake(
          {
            size: '1호',
            sheet: '초코 시트',
            cream: '초코크림',
            allergy: { text: '계란 알레르기 — 상담함' },
            design: '생화 장식 추가',
            pictures: [agreed(PICTURES.seoyeon)],
          },
          40000,
          '할머니 팔순 축하드려요\n건강하세요',
        ),
      ],
      won: 40000,
      deposit: { won: 15000, due: calendar.moment(-6, '22:00') },
      events: [
        confirmed(-6, '08:58', paidAll(15000, '윤서연')),
        ...steps(calendar, [
          ['09:20', 'making'],
          ['11:15', 'ready'],
          ['15:01', 'handed-over'],
        ]),
      ],
    },
    {
      key: '08-jiu',
      name: '한지우',
      phone: mobile('7754'),
      payer: '한상철',
      pickup: pickupAt(today, '15:00'),
      channel: 'walk-in',
      createdAt: at(-3, '17:45'),
      takenBy: STAFF.counter,
      items: [
        cake({ size: '미니', sheet: '바닐라 시트', cream: '딸기', pictures: [agreed(PICTURES.jiu)] }, 30000, '합격!'),
      ],
      won: 30000,
      events: [
        { at: at(-3, '17:46'), by: STAFF.counter, status: 'confirmed', payment: { ...paidAll(30000), method: 'card' } },
        ...steps(calendar, [
          ['10:10', 'making'],
          ['11:40', 'ready'],
          ['15:12', 'handed-over'],
        ]),
      ],
    },
    {
      key: '09-serin',
      name: '오세린',
      phone: mobile('3302'),
      payer: '오세린',
      pickup: pickupAt(today, '15:30'),
      channel: 'instagram',
      createdAt: at(-20, '14:20'),
      takenBy: STAFF.owner,
      items: [
        cake(
          {
            size: '2호',
            sheet: '바닐라 시트',
            cream: '생크림',
            baseColor: '흰색',
            textColor: '연보라',
            board: { text: '영원히 함께' },
            design: '생화 없이 크림 꽃, 진주 장식',
            pictures: [agreed(PICTURES.serin)],
          },
          60000,
          '10월의 신부에게',
        ),
      ],
      won: 60000,
      deposit: { won: 20000, due: calendar.moment(-19, '14:00') },
      events: [
        confirmed(-19, '09:15', paidAll(20000, '오세린')),
        ...steps(calendar, [
          ['14:30', 'making'],
          ['15:15', 'ready'],
          ['15:41', 'handed-over'],
        ]),
      ],
    },
    {
      key: '10-dohyeon',
      name: '임도현',
      phone: mobile('6128'),
      payer: '임도현',
      pickup: pickupAt(today, '17:00'),
      channel: 'kakao',
      createdAt: at(-8, '10:05'),
      takenBy: STAFF.owner,
      items: [
        cake(
          {
            size: '1호',
            sheet: '말차 시트',
            cream: '생크림',
            candles: digitCandles('5'),
            allergy: NONE,
            design: '공룡 그림',
            pictures: [agreed(PICTURES.dohyeon)],
          },
          47000,
          '우리집 막내 다섯 살',
        ),
      ],
      won: 47000,
      deposit: { won: 10000, due: calendar.moment(-7, '10:00') },
      events: [
        confirmed(-8, '12:31', paidAll(10000, '임도현')),
        ...steps(calendar, [
          ['15:20', 'making'],
          ['16:30', 'ready'],
          ['17:03', 'handed-over'],
        ]),
      ],
    },
    {
      key: '11-gaeun',
      name: '서가은',
      phone: mobile('9047'),
      payer: '서가은',
      pickup: pickupAt(today, '18:30'),
      channel: 'phone',
      createdAt: at(-2, '12:50'),
      takenBy: STAFF.counter,
      memo: '단골이라 예약금 없이 받음',
      items: [
        cake(
          { size: '도시락', sheet: '초코 시트', cream: '초코크림', pictures: [agreed(PICTURES.gaeun)] },
          18000,
          '미안해 사랑해',
        ),
      ],
      won: 18000,
      events: [
        { at: at(-2, '12:51'), by: STAFF.counter, status: 'confirmed' },
        ...steps(calendar, [
          ['17:10', 'making'],
          ['18:00', 'ready'],
          ['18:34', 'handed-over'],
        ]),
      ],
    },
  ];
  return orders.map((order) => ({ ...order, events: doneByNow(calendar, order) }));
}

/** What has happened until now: a cake that is ready is ticked, one that is handed over is paid. */
function doneByNow(calendar: DemoCalendar, order: DemoOrder): DemoEvent[] {
  const events: DemoEvent[] = [];
  let paid = 0;
  for (const event of order.events.filter((one) => one.at <= calendar.now)) {
    const cakes = order.items.map((_, index) => index);
    const made = event.status === 'ready' ? cakes : event.made;
    paid += event.payment?.won ?? 0;
    const rest = (order.won ?? 0) - paid;
    const pays: Pick<DemoEvent, 'payment'> =
      event.status === 'handed-over' && rest > 0 ? { payment: { kind: 'balance', won: rest, method: 'card' } } : {};
    events.push({ ...event, ...(made === undefined ? {} : { made }), ...pays });
  }
  return events;
}
