// Orders of the coming days that a screen must be able to show: every state, and every trouble a shop meets.
// Law: each says one thing, so that a test can name it; what two tablets did apart is demo-disputes.ts.
import type { Answer, Doubt } from '../domain/order.ts';
import { NONE } from '../domain/order.ts';
import type { Phone } from '../domain/phone.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { addLocalDays, localTime, weekdayOf } from '../domain/time.ts';
import type { DemoItem, DemoOrder } from './demo-acts.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { mobile, pickupAt, STAFF } from './demo-calendar.ts';
import { agreed, bigCandles, design, digitCandles, noCandles, paidAll, reference, smallCandles } from './demo-today.ts';

const text = (words: string): Answer => ({ text: words });
const cake = (
  size: string,
  sheet: string,
  cream: string,
  price: number,
  words: string,
  more: Partial<DemoItem> = {},
): DemoItem => ({
  size,
  sheet,
  cream,
  won: price,
  lettering: text(words),
  ...more,
});

/** An order that is like any other but for what is said. */
interface Said extends Partial<Omit<DemoOrder, 'key' | 'items'>> {
  readonly name: string | null;
  readonly tail?: string;
  readonly day: LocalDate;
  readonly time?: string;
  readonly items: readonly DemoItem[];
  /** Deposit that was seen two days after the order was taken; the order is then confirmed. */
  readonly paid?: number;
}

/** The orders with something to see in them, in the order of their days. */
export function troubledOrders(calendar: DemoCalendar): DemoOrder[] {
  const { openDay, at, past, moment } = calendar;
  const soon = openDay(1);
  const second = openDay(2);
  const third = openDay(3);
  const fourth = openDay(4);
  const fifth = openDay(5);
  const sixth = openDay(6);
  const yesterday = openDay(-1);
  let taken = 0;
  const order = (key: string, { tail, day, time, paid, ...said }: Said): DemoOrder => {
    taken += 1;
    const createdAt =
      said.createdAt ?? at(-3 - (taken % 9), `${String(11 + (taken % 9)).padStart(2, '0')}:${10 + taken}`);
    const sum = said.items.reduce((total, item) => total + (item.won ?? 0) * (item.quantity ?? 1), 0);
    const isPriced = said.items.length > 0 && said.items.every((item) => item.won !== null);
    return {
      key,
      phone: tail === undefined ? null : mobile(tail),
      pickup: time === undefined ? null : pickupAt(day, time),
      channel: 'kakao',
      takenBy: taken % 3 === 0 ? STAFF.counter : STAFF.owner,
      won: isPriced ? sum : null,
      ...said,
      createdAt,
      events: [
        ...(paid === undefined
          ? []
          : [
              {
                at: (createdAt + 5_400_000) as Instant, // an hour and a half later
                by: STAFF.owner,
                status: 'confirmed' as const,
                payment: paidAll(paid, said.payer ?? said.name ?? undefined),
              },
            ]),
        ...(said.events ?? []),
      ],
    };
  };
  const mismatch = sixth;
  const wrongWeekday = '일월화수목금토'[(weekdayOf(mismatch) + 1) % 7];
  const spokenDay = `${Number(mismatch.slice(5, 7))}월 ${Number(mismatch.slice(8))}일`;
  const doubt = (code: string, raw: string | null): Doubt => ({ code, raw });
  const english: Phone = { e164: '+821000007410', text: '+82 10 0000 7410' };
  const japanese: Phone = { e164: '+819000005678', text: '090-0000-5678' };

  return [
    order('uncollected', {
      name: '문재희',
      tail: '2841',
      day: yesterday,
      time: '17:00',
      paid: 36000,
      payer: '문재희',
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '선생님 감사합니다')],
      memo: '두 번 전화했으나 받지 않음',
      events: [{ at: calendar.atDay(yesterday, '15:40'), by: STAFF.maker, status: 'ready', made: [0] }],
    }),
    order('no-show', {
      name: '배성우',
      tail: '5093',
      day: openDay(-2),
      time: '16:00',
      paid: 20000,
      items: [cake('1호', '초코 시트', '초코크림', 38000, '승진 축하')],
      events: [
        { at: calendar.atDay(openDay(-2), '14:30'), by: STAFF.maker, status: 'ready', made: [0] },
        { at: calendar.atDay(openDay(-2), '19:55'), by: STAFF.owner, status: 'no-show' },
      ],
    }),
    order('baked-ahead', {
      name: '신예은',
      tail: '6620',
      day: soon,
      time: '11:00',
      paid: 30000,
      items: [
        cake('2호', '바닐라 시트', '생크림 과일', 49000, '백일 축하해\n우리 아가', {
          candles: smallCandles(1),
          pictures: [
            agreed(design('round', ['#f7ecd2', '#fffdf5', '#f2c9a0', '#b86a2a'], '백일 축하해\n우리 아가', 'fruit')),
          ],
        }),
      ],
      events: [{ at: past(0, '11:50'), by: STAFF.maker, status: 'making' }],
    }),
    order('long-word', {
      name: '남궁하늘별빛',
      tail: '1307',
      day: soon,
      time: '11:30',
      paid: 20000,
      items: [
        cake(
          '1호',
          '당근 시트',
          '크림치즈',
          41000,
          '사랑하는우리할머니할아버지두분의금혼식을온가족이마음을모아진심으로축하드리고앞으로도오래오래건강하시길바랍니다ForeverAndEverAndEverTogether20221015',
        ),
      ],
    }),
    order('emoji', {
      name: '구하람',
      tail: '8080',
      day: soon,
      time: '12:00',
      paid: 26000,
      items: [
        cake('미니', '바닐라 시트', '생크림', 26000, 'HBD 하람 🎂🎉\n우리 가족 👨‍👩‍👧‍👦 ♥', {
          textColor: '무지개',
          candles: digitCandles('30'),
        }),
      ],
      channel: 'instagram',
    }),
    order('board-only', {
      name: '마동현',
      tail: '4173',
      day: soon,
      time: '13:00',
      paid: 18000,
      items: [
        cake('1호', '초코 시트', '생크림', 36000, '', {
          lettering: NONE,
          board: text('어머니 사랑합니다'),
          candles: noCandles,
        }),
      ],
      packaging: { coolerBag: false, shoppingBag: true },
    }),
    order('lost-picture', {
      name: '소지안',
      tail: '9315',
      day: soon,
      time: '13:30',
      paid: 20000,
      items: [
        cake('1호', '바닐라 시트', '딸기', 40000, '두 돌 축하해', { pictures: [{ role: 'agreed', drawn: 'lost' }] }),
      ],
    }),
    order('delivery', {
      name: '황보라',
      tail: '7766',
      day: soon,
      time: '14:00',
      paid: 59000,
      payer: '(주)보라상사',
      items: [cake('3호', '바닐라 시트', '생크림 과일', 59000, '창립 10주년')],
      fulfilment: { method: 'delivery', address: '서울 가온구 나래로 12, 3층 보라상사 (엘리베이터 없음)' },
      packaging: { coolerBag: true, icePack: true },
    }),
    order('other-collector', {
      name: '차은서',
      tail: '3450',
      day: soon,
      time: '15:00',
      paid: 22000,
      payer: '차무진',
      items: [cake('2호', '말차 시트', '생크림', 46000, '장모님 생신 축하드립니다')],
      collector: { name: '차무진 (동생)', phone: mobile('3451') },
    }),
    order('conflict-lettering', {
      name: '표나래',
      tail: '2209',
      day: soon,
      time: '16:00',
      paid: 20000,
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '엄마 생일 축하해')],
    }),
    order('coupon', {
      name: '도유진',
      tail: '0918',
      day: soon,
      time: '17:30',
      channel: 'kakao',
      items: [cake('미니', '초코 시트', '초코크림', 28000, '100일 ♥')],
      events: [
        {
          at: at(-2, '18:20'),
          by: STAFF.counter,
          status: 'confirmed',
          payment: { kind: 'deposit', won: 20000, method: 'coupon', state: 'expected' },
        },
        { at: at(-1, '10:02'), by: STAFF.counter, payment: { kind: 'deposit', won: 8000, method: 'coupon' } },
      ],
    }),
    order('quick', {
      name: '석주희',
      tail: '5512',
      day: second,
      time: '12:30',
      paid: 44000,
      items: [cake('2호', '초코 시트', '생크림', 44000, '퇴사 축하 (부럽다)')],
      fulfilment: { method: 'quick', address: '경기 다온시 새길 7, 1층 로비' },
    }),
    order('no-lettering', {
      name: '안소담',
      tail: '4402',
      day: second,
      time: '13:00',
      paid: 18000,
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '', { lettering: null })],
    }),
    order('conflict-pickup', {
      name: '채윤아',
      tail: '7023',
      day: second,
      time: '14:00',
      paid: 22000,
      items: [cake('2호', '바닐라 시트', '생크림', 44000, '축 결혼')],
    }),
    order('paid-twice', {
      name: '홍시우',
      tail: '6671',
      day: second,
      time: '15:30',
      paid: 20000,
      items: [cake('2호', '당근 시트', '크림치즈', 49000, '아버지 정년퇴임을 축하드립니다')],
    }),
    order('english', {
      name: 'Emma Wilson',
      phone: english,
      day: second,
      time: '16:00',
      language: 'en',
      channel: 'instagram',
      items: [
        cake('1호', '레드벨벳', '크림치즈', 42000, 'Happy Birthday\nGrandma Josephine', {
          allergy: text('Peanut allergy — please keep separate'),
          candles: digitCandles('80'),
          shape: '하트',
          pictures: [
            agreed(design('heart', ['#f3e1dc', '#fff6f2', '#b3404a', '#7d1f2b'], 'Happy Birthday\nGrandma', 'pearls')),
          ],
        }),
      ],
      deposit: { won: 21000, due: moment(1, '18:00') },
      message:
        'Hi! I would like to order a No. 1 red velvet cake with cream cheese, heart shape, for pickup at 4 pm. Lettering: Happy Birthday Grandma Josephine (two lines). She has a peanut allergy, please keep it separate! Number candles 80. Thank you, Emma',
    }),
    order('conflict-status', {
      name: '방지원',
      tail: '3816',
      day: third,
      time: '13:00',
      paid: 18000,
      items: [cake('1호', '초코 시트', '생크림', 36000, '개업 축하합니다')],
    }),
    order('deposit-overdue', {
      name: '기태민',
      tail: '2950',
      day: third,
      time: '14:30',
      payer: '기태민',
      items: [cake('1호', '말차 시트', '생크림', 38000, '오빠 생일 축하해')],
      deposit: { won: 19000, due: moment(-1, '21:00') },
    }),
    order('cancelled', {
      name: '엄지수',
      tail: '1884',
      day: third,
      time: '15:00',
      paid: 20000,
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '집들이 축하해')],
      events: [
        { at: at(-1, '12:15'), by: STAFF.owner, status: 'cancelled', set: { memo: '손님 사정으로 취소, 전액 환불' } },
        {
          at: at(-1, '12:20'),
          by: STAFF.owner,
          payment: { kind: 'refund', won: 20000, method: 'transfer', payer: '엄지수' },
        },
      ],
    }),
    order('from-a-newer-version', {
      name: '길나연',
      tail: '5528',
      day: third,
      time: '17:00',
      paid: 18000,
      items: [cake('1호', '바닐라 시트', '딸기', 40000, '첫 월급 기념')],
    }),
    order('deleted-but-edited', {
      name: '탁재윤',
      tail: '9090',
      day: fourth,
      time: '13:30',
      paid: 22000,
      items: [cake('2호', '초코 시트', '초코크림', 46000, '우리 딸 졸업 축하해')],
    }),
    order('deleted', {
      name: '시험 주문',
      tail: '0000',
      day: fourth,
      time: '12:00',
      items: [cake('도시락', '바닐라 시트', '생크림', 16000, '테스트')],
      events: [{ at: at(-2, '13:00'), by: STAFF.owner, set: { deleted: true } }],
    }),
    order('refunded-in-part', {
      name: '편도연',
      tail: '4617',
      day: fourth,
      time: '14:30',
      won: 36000,
      paid: 44000,
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '축하해 친구야')],
      memo: '2호에서 1호로 바꿈, 차액 환불',
      events: [
        {
          at: at(-1, '16:40'),
          by: STAFF.owner,
          payment: { kind: 'refund', won: 8000, method: 'transfer', payer: '편도연' },
        },
      ],
    }),
    order('japanese', {
      name: '佐藤 美咲',
      phone: japanese,
      day: fourth,
      time: '15:30',
      paid: 28000,
      language: 'ja',
      channel: 'instagram',
      items: [
        cake('미니', '말차 시트', '생크림', 28000, 'お誕生日おめでとう\nさくらちゃん', {
          candles: smallCandles(5),
          pictures: [
            agreed(design('round', ['#f6e4ea', '#fffafc', '#f0b7c8', '#c0567a'], 'お誕生日\nおめでとう', 'flowers')),
          ],
        }),
      ],
      memo: '日本語メッセージ希望',
    }),
    order('no-price', {
      name: '민서우',
      tail: '3379',
      day: fifth,
      time: '12:00',
      items: [
        cake('3호', '바닐라 시트', '생크림', 0, '칠순을 축하드립니다', {
          product: '2단 케이크',
          won: null,
          design: '2단, 생화',
          pictures: [
            reference(design('tiers', ['#efe6dc', '#fdf9f2', '#e8b9a6', '#a4573d'], '칠순을\n축하드립니다', 'none')),
          ],
        }),
      ],
    }),
    order('no-time', {
      name: '국이든',
      tail: '6044',
      day: fifth,
      paid: 18000,
      pickup: { date: fifth, start: null, end: null, precision: 'exact' },
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '힘내자 우리')],
      doubts: [doubt('time_vague', '점심쯤')],
    }),
    order('about', {
      name: '여진솔',
      tail: '8531',
      day: fifth,
      paid: 18000,
      pickup: { date: fifth, start: localTime('15:00'), end: null, precision: 'about' },
      items: [cake('1호', '초코 시트', '생크림', 36000, '늘 고마워요')],
    }),
    order('until', {
      name: '옥다인',
      tail: '1279',
      day: fifth,
      paid: 16000,
      pickup: { date: fifth, start: null, end: localTime('18:00'), precision: 'until' },
      items: [cake('도시락', '바닐라 시트', '생크림', 16000, '생일 축하해 다인아')],
    }),
    order('from', {
      name: '육성민',
      tail: '7142',
      day: sixth,
      paid: 22000,
      pickup: { date: sixth, start: localTime('16:00'), end: null, precision: 'from' },
      items: [cake('2호', '바닐라 시트', '생크림', 44000, '결혼기념일 축하해 여보')],
    }),
    order('weekday-mismatch', {
      name: '인수빈',
      tail: '5240',
      day: mismatch,
      time: '14:00',
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '수빈아 생일 축하해')],
      doubts: [doubt('date_weekday_mismatch', `${spokenDay} ${wrongWeekday}요일`)],
      deposit: { won: 18000, due: moment(1, '20:00') },
      message: `1호 바닐라 생크림 주문이요\n${spokenDay} ${wrongWeekday}요일 오후 2시 픽업\n문구: 수빈아 생일 축하해\n인수빈 010-0000-5240`,
    }),
    order('bad-phone', {
      name: '제갈윤',
      phone: { e164: null, text: '010-0000-12' },
      day: sixth,
      time: '15:00',
      channel: 'naver',
      items: [cake('미니', '바닐라 시트', '생크림', 26000, '수능 대박')],
      doubts: [doubt('phone_invalid', '010-0000-12')],
    }),
    order('many-cakes', {
      name: '(주)한빛교육 조세라',
      tail: '2600',
      day: sixth,
      time: '11:30',
      paid: 100000,
      payer: '한빛교육',
      items: [
        cake('도시락', '바닐라 시트', '생크림', 16000, '한빛 20주년', { quantity: 12 }),
        cake('도시락', '초코 시트', '초코크림', 18000, '한빛 20주년', { quantity: 8 }),
        cake('3호', '바닐라 시트', '생크림 과일', 59000, '감사합니다\n더 큰 빛이 되겠습니다', {
          board: text('한빛교육 임직원 일동'),
        }),
        cake('2호', '당근 시트', '크림치즈', 49000, '우수 강사상', { allergy: text('호두 빼기') }),
        cake('미니', '말차 시트', '생크림', 28000, '신인상'),
      ],
      memo: '세금계산서 요청 · 상자마다 이름표',
    }),
    order('no-name', {
      name: null,
      day: addLocalDays(sixth, 7),
      time: '13:00',
      channel: 'instagram',
      items: [cake('1호', '바닐라 시트', '생크림', 36000, '축하해요')],
      memo: '인스타 @cake_lover_000',
    }),
    order('no-date', {
      name: '진아름',
      tail: '9471',
      day: sixth,
      pickup: null,
      items: [cake('2호', '바닐라 시트', '생크림', 44000, '엄마 아빠 사랑해요')],
      doubts: [doubt('date_missing', null)],
    }),
    order('deposit-only', {
      name: null,
      payer: '금하루',
      day: third,
      time: '16:30',
      channel: 'kakao',
      items: [],
      memo: '입금만 들어옴. 카톡 내용 미확인',
      won: null,
      events: [{ at: past(0, '10:31'), by: STAFF.counter, status: 'confirmed', payment: paidAll(26000, '금하루') }],
    }),
    order('voided-payment', {
      name: '복지은',
      tail: '8126',
      day: fourth,
      time: '17:00',
      paid: 18000,
      items: [cake('1호', '초코 시트', '생크림', 36000, '고생했어 여보', { candles: bigCandles(4) })],
      events: [
        {
          at: at(-1, '14:00'),
          by: STAFF.counter,
          payment: { kind: 'balance', won: 18000, method: 'card', voided: '다른 주문에 넣을 것을 잘못 넣음' },
        },
      ],
    }),
    order('far-away', {
      name: '사공민',
      tail: '3003',
      day: openDay(30),
      time: '12:00',
      paid: 30000,
      items: [cake('3호', '바닐라 시트', '생크림', 54000, '둘이 하나 되는 날')],
    }),
  ];
}
