// Makers for tests of the store: an environment without a clock, a shop on an empty storage, orders that name only what matters.
import type { Env } from '../../src/domain/environment.ts';
import type { Eid } from '../../src/domain/order.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import { localTime } from '../../src/domain/time.ts';
import type { AnyEdit, EditableFields } from '../../src/store/change.ts';
import type { CommitResult, NoticeChannel, ShopStore } from '../../src/store/shop-store.ts';

/** `name` keeps the sessions of different tablets apart. */
export function testEnv(name = 'a'): Env {
  let time = 1_665_792_000_000; // 15 October 2022
  let ids = 0;
  let sessions = 0;
  return {
    now: () => {
      time += 1000;
      return time as Instant;
    },
    newId: () => `${name}-${String(++ids).padStart(24, '0')}`,
    newSession: () => `${name}${String(++sessions).padStart(15, '0')}`,
  };
}

export const SATURDAY = '2022-10-15' as LocalDate;

export interface OrderWanted {
  readonly eid?: string;
  readonly day?: string;
  readonly at?: string;
  readonly fields?: EditableFields<'order'>;
  readonly items?: readonly EditableFields<'item'>[];
}

export function orderEdits({
  eid = 'o',
  day = SATURDAY,
  at = '13:30',
  fields = {},
  items = [{}],
}: OrderWanted = {}): AnyEdit[] {
  return [
    {
      kind: 'order',
      eid: eid as Eid,
      set: {
        name: '김민지',
        status: 'confirmed',
        pickup: { date: day as LocalDate, start: localTime(at), end: null, precision: 'exact' },
        ...fields,
      },
    },
    ...items.map(
      (set, index): AnyEdit => ({ kind: 'item', eid: `${eid}/i${index}` as Eid, set: { size: '2호', ...set } }),
    ),
  ];
}

/** Takes an order and insists that it was written. */
export async function takeOrder(store: ShopStore, wanted: OrderWanted = {}): Promise<Eid> {
  const eid = (wanted.eid ?? 'o') as Eid;
  written(await store.commit({ edits: orderEdits(wanted), numberFor: eid }));
  return eid;
}

export function written(result: CommitResult): Extract<CommitResult, { ok: true }> {
  if (!result.ok) throw new Error(`not written: ${result.problem}`, { cause: result.cause });
  return result;
}

/** Channels of the tabs of one browser; each hears the others, never itself. */
export function createTabs(): () => NoticeChannel {
  const channels = new Map<object, (message: unknown) => void>();
  return () => {
    const self = {};
    return {
      post: (message) => {
        for (const [other, listener] of channels) if (other !== self) listener(structuredClone(message));
      },
      listen: (listener) => void channels.set(self, listener),
      close: () => void channels.delete(self),
    };
  };
}
