// The orders of the benchmark: plain, deterministic, about 0.9 KB each as JSON. Forty are on the bench's today, the rest
// lie over five years around it. Everybody in them is invented.
const SURNAMES = '김이박최정강조윤장임한오서신권황안송류홍'.split('');
const GIVEN = '민서하윤지우도현서연은우예준수아시우지호다은채원유나태오가은세린하린건우'.match(/../gu) ?? [];
const SIZES = ['도시락', '미니', '1호', '2호', '3호'];
const SHEETS = ['바닐라', '초코', '당근', '말차', '레드벨벳'];
const CREAMS = ['생크림', '크림치즈', '초코크림', '생크림 과일'];
const WORDS = [
  '생일 축하해',
  '엄마 환갑 축하드려요\n사랑하는 가족 일동',
  '합격!',
  '우리 팀 파이팅',
  '결혼 축하해요',
  'Happy Birthday',
];
const TIMES = ['11:00', '11:30', '12:00', '13:00', '13:30', '14:00', '15:00', '15:30', '17:00', '18:30'];
const DAYS = 5 * 365;

export interface BenchOrder {
  readonly eid: string;
  readonly number: string;
  readonly day: string;
  readonly sort: string;
  readonly name: string;
  readonly phone: string;
  readonly tail: string;
  readonly payer: string;
  readonly status: string;
  readonly channel: string;
  readonly size: string;
  readonly sheet: string;
  readonly cream: string;
  readonly lettering: string;
  readonly board: string;
  readonly priceMinor: number;
  readonly depositMinor: number;
  readonly memo: string;
  readonly createdAt: number;
}

/** A small generator of chance that gives the same row everywhere (mulberry32's constants). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `count` orders; the first forty are on `today`. In the order in which a shop would have taken them. */
export function makeOrders(count: number, today: string): BenchOrder[] {
  const chance = chanceFrom(count);
  const pick = <One>(list: readonly One[]): One => list[Math.floor(chance() * list.length)] as One;
  return Array.from({ length: count }, (_, index): BenchOrder => {
    const isToday = index < 40;
    let offset = isToday ? 0 : Math.floor(((index - 40) / Math.max(1, count - 40)) * DAYS) - (DAYS - 30);
    if (!isToday && offset >= 0) offset += 1;
    const name = pick(SURNAMES) + pick(GIVEN);
    const phone = `010-0000-${String(Math.floor(chance() * 10_000)).padStart(4, '0')}`;
    const price = 20_000 + Math.floor(chance() * 60) * 1000;
    return {
      eid: `be9c${String(index).padStart(28, '0')}`,
      number: `A-${index + 1}`,
      day: addDays(today, offset),
      sort: pick(TIMES),
      name,
      phone,
      tail: phone.slice(-4),
      payer: chance() < 0.8 ? name : pick(SURNAMES) + pick(GIVEN),
      status: isToday || offset > 0 ? 'confirmed' : 'handed-over',
      channel: 'kakao',
      size: pick(SIZES),
      sheet: pick(SHEETS),
      cream: pick(CREAMS),
      lettering: pick(WORDS),
      board: chance() < 0.3 ? '건강하게 오래오래' : '',
      priceMinor: price,
      depositMinor: Math.round(price / 2000) * 1000,
      memo: '픽업 10분 전에 연락 주세요',
      createdAt: 1_600_000_000_000 + index * 60_000,
    };
  });
}
