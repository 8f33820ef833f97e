// The eleven pickups of Saturday 15 October 2022, plainly invented, as the reference print shows them.
import type { SeedOrder } from './in-page/book-seed.ts';

export const SATURDAY = '2022-10-15';

const at = (time: string, rest: Omit<SeedOrder, 'day' | 'time'>): SeedOrder => ({ day: SATURDAY, time, ...rest });

export const ELEVEN_ORDERS: readonly SeedOrder[] = [
  at('11:00', {
    name: '이서준',
    phone: '01000004410',
    items: [{ size: '도시락', sheet: '바닐라 시트', cream: '생크림', lettering: '취뽀 축하해', picture: '#f0a58d' }],
    price: 18_000,
    paid: 18_000,
  }),
  at('11:00', {
    name: '박하윤',
    phone: '01000002093',
    items: [
      {
        size: '1호',
        sheet: '초코 시트',
        cream: '생크림',
        lettering: '도윤이\n첫 생일',
        bigCandles: 1,
        picture: '#8fb9e0',
        made: true,
      },
    ],
    packaging: { coolerBag: true },
    price: 42_000,
    paid: 42_000,
  }),
  at('13:30', {
    name: '김민지',
    phone: '01000005678',
    items: [
      {
        size: '2호',
        sheet: '당근 시트',
        cream: '크림치즈',
        lettering: '엄마 환갑 축하드려요\n사랑하는 가족 일동',
        board: '건강하게 오래오래',
        allergy: '견과 알레르기 — 호두·아몬드 빼기',
        bigCandles: 6,
        picture: '#cf6d8b',
      },
      { size: '도시락', sheet: '바닐라 시트', cream: '생크림', lettering: '아빠도 수고했어', picture: '#e6b654' },
    ],
    packaging: { coolerBag: true, shoppingBag: true },
    price: 62_000,
    paid: 30_000,
  }),
  at('13:30', {
    name: '최유나',
    payer: '최순자',
    items: [{ size: '미니', sheet: '말차 시트', cream: '생크림', lettering: '우리 팀 파이팅', picture: '#9dc07e' }],
    price: 28_000,
    paid: 28_000,
  }),
  at('13:30', {
    name: '정태오',
    phone: '01000008812',
    status: 'awaiting-deposit',
    items: [{ size: '1호', sheet: '레드벨벳', cream: '크림치즈', lettering: '7주년', picture: '#b34848' }],
    price: 42_000,
    deposit: 10_000,
  }),
  at('15:00', {
    name: '강지호',
    phone: '01000000371',
    items: [
      { size: '3호', sheet: '바닐라 시트', cream: '생크림 과일', lettering: '결혼 축하해요', picture: '#e6b654' },
    ],
    price: 58_000,
    paid: 58_000,
  }),
  at('15:00', {
    name: '윤서연',
    phone: '01000001190',
    collector: '윤도준',
    items: [
      {
        size: '1호',
        sheet: '초코 시트',
        cream: '초코크림',
        lettering: '할머니 팔순 축하드려요\n건강하세요',
        allergy: '계란 알레르기 — 상담함',
        picture: '#7a5a46',
      },
    ],
    price: 45_000,
    paid: 20_000,
  }),
  at('15:00', {
    name: '한지우',
    phone: '01000007754',
    precision: 'about',
    items: [{ size: '미니', sheet: '바닐라 시트', cream: '딸기', lettering: '합격!', picture: '#ee8888' }],
    price: 30_000,
    paid: 30_000,
  }),
  at('15:30', {
    name: '오세린',
    phone: '01000003302',
    items: [
      {
        size: '2호',
        sheet: '바닐라 시트',
        cream: '생크림',
        lettering: '10월의 신부에게',
        board: '영원히 함께',
        picture: '#cbb7e0',
      },
    ],
    price: 60_000,
    paid: 20_000,
  }),
  at('17:00', {
    name: '임도현',
    phone: '01000006128',
    items: [{ size: '1호', sheet: '말차 시트', cream: '생크림', lettering: '우리집 막내 다섯 살', picture: '#9dc07e' }],
    memo: '초는 따로 담아 주세요',
    price: 47_000,
    paid: 10_000,
  }),
  at('18:30', {
    name: '서가은',
    phone: '01000009047',
    items: [{ size: '도시락', sheet: '초코 시트', cream: '초코크림', lettering: '미안해 사랑해', picture: '#cc9988' }],
    price: 18_000,
  }),
];
