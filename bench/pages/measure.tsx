// What the runner may ask of a contender's page (window.bench), and the page itself.
// Times are milliseconds of performance.now(), each the median of what one call measured.
import { createRoot } from 'react-dom/client';
import type { Contender } from '../contender.ts';
import { addDays, makeOrders } from '../orders.ts';
import { Screen } from './list.tsx';

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function timeEach<Value>(values: readonly Value[], run: (value: Value) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (const value of values) {
    const start = performance.now();
    await run(value);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** From the keystroke: to the first results in the page, to the frame that paints them, to all of them in the page. */
export interface Shown {
  readonly inDom: number;
  readonly painted: number;
  readonly whole: number;
}
export interface Bench {
  load(count: number): Promise<number>;
  settle(): Promise<void>;
  /** A day nobody has asked for before, fifteen times; `turn` keeps a second call from asking for the same. */
  day(turn: number): Promise<number>;
  month(): Promise<number>;
  /** For a part of a name, four digits, initial consonants. */
  search(): Promise<Record<'name' | 'tail' | 'initials', Shown>>;
  edit(count: number): Promise<number>;
  live(): Promise<number>;
}

/** Puts the contender on the page. */
export async function startPage(contender: Contender): Promise<void> {
  const today = new URLSearchParams(location.search).get('today') ?? '2026-10-17';
  await contender.open();
  let shown: () => void = () => undefined;
  let lastShown = 0;
  let answered: Promise<unknown> = Promise.resolve();
  const asked: Contender = {
    ...contender,
    search(typed, showFirst) {
      const answer = contender.search(typed, showFirst);
      answered = answer;
      return answer;
    },
  };
  const root = document.getElementById('root');
  if (root === null) throw new Error('no #root');
  const onShown = () => {
    lastShown = performance.now();
    shown();
  };
  createRoot(root).render(<Screen contender={asked} today={today} onShown={onShown} />);
  /** When the next list stands in the page, laid out; its paint follows with the next frame. */
  const nextShown = () =>
    new Promise<number>((resolve) => {
      shown = () => resolve(performance.now());
    });
  const type = async (text: string): Promise<Shown> => {
    const input = document.querySelector('input');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const next = nextShown();
    const start = performance.now();
    setter?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    const inDom = (await next) - start;
    await frame();
    const painted = performance.now() - start;
    await answered;
    await frame();
    await frame(); // whoever shows a screenful first shows the others now, not as an answer to the next word
    return { inDom, painted, whole: lastShown - start };
  };
  const bench: Bench = {
    async load(count) {
      const orders = makeOrders(count, today);
      const start = performance.now();
      await contender.load(orders);
      return performance.now() - start;
    },
    settle: async () => await contender.settle?.(),
    day: (turn) =>
      timeEach(
        Array.from({ length: 15 }, (_, index) => addDays(today, -7 * (index + 1) - turn)),
        (day) => contender.day(day),
      ),
    month: () =>
      timeEach(
        Array.from({ length: 9 }, (_, index) => addDays(today, -31 * (index + 1)).slice(0, 7)),
        (month) => contender.month(month),
      ),
    async search() {
      await type('워밍업');
      const timed = async (words: readonly string[]) => {
        const times: Shown[] = [];
        for (const word of words) {
          times.push(await type(word));
        }
        const of = (moment: keyof Shown) => median(times.map((time) => time[moment]));
        return { inDom: of('inDom'), painted: of('painted'), whole: of('whole') };
      };
      return {
        name: await timed(['김', '김민', '박', '박하', '정태', '이서', '최']),
        tail: await timed(['0371', '5678', '1234', '9047', '2093']),
        initials: await timed(['ㄱ', 'ㄱㅁ', 'ㅂㅎ', 'ㅈㅌ', 'ㅇㅅㅈ']),
      };
    },
    async edit(count) {
      const past = await contender.day(addDays(today, -14));
      let turn = 0;
      return await timeEach(Array.from({ length: count }), () => {
        const order = past[turn % past.length];
        if (order === undefined) throw new Error('no order to edit');
        // Another text in every round: writing what stands already would be no edit.
        return contender.edit(order.eid, `바뀐 메모 ${Math.round(performance.timeOrigin)} ${turn++}`);
      });
    },
    async live() {
      const orders = await contender.day(today);
      const times: number[] = [];
      for (const order of orders.slice(0, 12)) {
        const next = nextShown();
        const start = performance.now();
        const [inDom] = await Promise.all([
          next,
          contender.advance(order.eid, order.status === 'making' ? 'ready' : 'making'),
        ]);
        times.push(inDom - start);
        await frame();
      }
      return median(times);
    },
  };
  Object.assign(window, { bench });
}
