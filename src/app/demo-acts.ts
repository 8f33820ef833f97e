// Writes the demo shop as people would have: each act of a person is a transaction of its own, with its time and author.
// Law: every session, id and count follows from the demo's day, so the same clock gives the same book to the letter.
import type {
  Answer,
  Candles,
  Channel,
  Collector,
  Doubt,
  Eid,
  Fulfilment,
  Language,
  OrderFields,
  Packaging,
  PaymentKind,
  PaymentMethod,
  PhotoRole,
  Pickup,
  Picture,
} from '../domain/order.ts';
import type { Phone } from '../domain/phone.ts';
import type { OrderStatus } from '../domain/status.ts';
import type { Instant, LocalDate, LocalMoment } from '../domain/time.ts';
import type { Aggregate } from '../merge/aggregate.ts';
import { emptyAggregate, joinAggregates, transactionToAggregates } from '../merge/aggregate.ts';
import type { Transaction } from '../merge/op.ts';
import { rootOf } from '../merge/op.ts';
import type { AnyEdit, Change } from '../store/change.ts';
import { changeToTransaction } from '../store/change.ts';
import type { CakeDesign } from './demo-pictures.ts';

/** The tablets of the demo shop: two, so that they can disagree. */
export type Tablet = 'counter' | 'kitchen';

export interface DemoAct {
  readonly at: Instant;
  readonly by: Eid;
  readonly tablet?: Tablet;
  readonly edits: readonly AnyEdit[];
}
export interface DemoBook {
  readonly day: LocalDate;
  act(act: DemoAct): void;
  /** Acts of people who do not know of each other's. */
  actApart(acts: readonly DemoAct[]): void;
  /** A transaction as it stands: what a newer version would write. */
  take(transaction: Omit<Transaction, 'session' | 'n' | 'lamport'>): void;
  readonly transactions: readonly Transaction[];
}

/** The name of an order of the demo shop of that day; `03-minji` is 김민지's. */
export function demoEid(day: LocalDate, key: string): Eid {
  return `demo-${day.replaceAll('-', '')}-${key}` as Eid; // an eid is any text without a slash
}

/** FNV-1a over the words, twice with different beginnings: 16 hexadecimal characters. */
function sessionOf(words: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x2f0b4c47);
}

/** An empty demo book. `clock` is part of what names its sessions, so that a demo opened later the same day is another. */
export function createDemoBook(day: LocalDate, clock: Instant): DemoBook {
  const transactions: Transaction[] = [];
  const aggregates = new Map<string, Aggregate>();
  const counts = new Map<string, number>();
  const known = (root: string) => aggregates.get(root) ?? emptyAggregate(root);
  const stamp = (act: DemoAct): Transaction | null => {
    const tablet = act.tablet ?? 'counter';
    // Between equals the higher name wins for the time being: the kitchen's, on every day.
    const session = (tablet === 'counter' ? '1' : 'e') + sessionOf(`${day} ${clock} ${tablet}`).slice(1);
    const change: Change = { edits: act.edits };
    const read = new Map(act.edits.map((edit) => [rootOf(edit.eid), known(rootOf(edit.eid))]));
    const n = (counts.get(session) ?? 0) + 1;
    const transaction = changeToTransaction(change, n, { session, actor: act.by, at: act.at }, read);
    if (transaction !== null) counts.set(session, n + transaction.ops.length - 1);
    return transaction;
  };
  const keep = (transaction: Transaction | null) => {
    if (transaction === null) return;
    transactions.push(transaction);
    for (const [root, brought] of transactionToAggregates(transaction)) {
      aggregates.set(root, joinAggregates(known(root), brought));
    }
  };
  return {
    day,
    transactions,
    act: (act) => keep(stamp(act)),
    actApart(acts) {
      for (const transaction of acts.map(stamp)) keep(transaction);
    },
    take(transaction) {
      keep({ ...transaction, session: sessionOf(`${day} ${clock} newer`), n: 1, lamport: 1000 });
    },
  };
}

export interface DemoItem {
  readonly product?: string;
  readonly size: string | null;
  readonly sheet?: string;
  readonly cream?: string;
  readonly shape?: string;
  readonly baseColor?: string;
  readonly textColor?: string;
  readonly lettering: Answer;
  readonly board?: Answer;
  readonly candles?: Candles;
  readonly allergy?: Answer;
  readonly quantity?: number;
  readonly won: number | null;
  readonly design?: string;
  readonly pictures?: readonly DemoPicture[];
}
/** `lost`: the order names a picture whose bytes are nowhere. */
export interface DemoPicture {
  readonly role: PhotoRole;
  readonly drawn: CakeDesign | 'lost';
}
export interface DemoPayment {
  readonly kind: PaymentKind;
  readonly won: number;
  readonly method: PaymentMethod;
  readonly payer?: string;
  readonly state?: 'expected' | 'seen';
  /** Taken back later for this reason. */
  readonly voided?: string;
}
/** Something that was done to the order after it was taken; what happens at one moment is one act. */
export interface DemoEvent {
  readonly at: Instant;
  readonly by: Eid;
  readonly status?: OrderStatus;
  /** Numbers of the cakes ticked, from 0. */
  readonly made?: readonly number[];
  readonly payment?: DemoPayment;
  readonly set?: Partial<OrderFields>;
}
export interface DemoOrder {
  readonly key: string;
  readonly name: string | null;
  readonly phone: Phone | null;
  readonly payer?: string;
  readonly collector?: Collector;
  readonly fulfilment?: Fulfilment;
  readonly pickup: Pickup | null;
  readonly channel: Channel;
  readonly createdAt: Instant;
  readonly takenBy: Eid;
  readonly language?: Language;
  readonly memo?: string;
  readonly doubts?: readonly Doubt[];
  /** The message it was read from, as it was pasted. */
  readonly message?: string;
  readonly items: readonly DemoItem[];
  readonly packaging?: Packaging;
  /** What was agreed for the whole order. */
  readonly won: number | null;
  readonly deposit?: { readonly won: number; readonly due: LocalMoment };
  readonly events: readonly DemoEvent[];
}

export const won = (minor: number) => ({ minor, currency: 'KRW' }) as const;

/** What is known while the orders are entered: their short numbers, their customers, the pictures that were kept. */
export interface DemoEntry {
  readonly number: string;
  readonly customer: Eid | null;
  picture(drawn: CakeDesign | 'lost'): Picture | null;
}

/** Enters one order and everything that happened to it. */
export function enterOrder(book: DemoBook, order: DemoOrder, { number, customer, picture }: DemoEntry): void {
  const eid = demoEid(book.day, order.key);
  const child = (name: string) => `${eid}/${name}` as Eid; // a child's name: its order's, a slash, its own
  const edits: AnyEdit[] = [
    {
      kind: 'order',
      eid,
      set: {
        number,
        createdAt: order.createdAt,
        channel: order.channel,
        customer,
        name: order.name,
        phone: order.phone,
        payer: order.payer ?? null,
        collector: order.collector ?? null,
        fulfilment: order.fulfilment ?? { method: 'pickup', address: null },
        pickup: order.pickup,
        status: 'awaiting-deposit',
        packaging: order.packaging ?? null,
        price: order.won === null ? null : won(order.won),
        depositAsked: order.deposit === undefined ? null : won(order.deposit.won),
        depositDue: order.deposit?.due ?? null,
        memo: order.memo ?? null,
        doubts: order.doubts ?? null,
        language: order.language ?? null,
      },
    },
  ];
  let photos = 0;
  order.items.forEach((item, index) => {
    const itemEid = child(`i${index + 1}`);
    edits.push({
      kind: 'item',
      eid: itemEid,
      set: {
        position: index,
        product: item.product ?? null,
        size: item.size,
        sheet: item.sheet ?? null,
        cream: item.cream ?? null,
        shape: item.shape ?? null,
        baseColor: item.baseColor ?? null,
        textColor: item.textColor ?? null,
        lettering: item.lettering,
        boardLettering: item.board ?? null,
        candles: item.candles ?? null,
        allergy: item.allergy ?? null,
        quantity: item.quantity ?? 1,
        price: item.won === null ? null : won(item.won),
        design: item.design ?? null,
      },
    });
    for (const { role, drawn } of item.pictures ?? []) {
      const kept = picture(drawn);
      if (kept === null) continue;
      photos += 1;
      const set = { picture: kept, role, item: itemEid, position: photos - 1 };
      edits.push({ kind: 'photo', eid: child(`f${photos}`), set });
    }
  });
  if (order.message !== undefined) {
    const source = { kind: 'message', text: order.message, at: order.createdAt } as const;
    edits.push({ kind: 'original', eid: child('o1'), set: { source } });
  }
  book.act({ at: order.createdAt, by: order.takenBy, edits });

  let payments = 0;
  for (const event of [...order.events].sort((a, b) => a.at - b.at)) {
    const done: AnyEdit[] = [];
    const set = { ...event.set, ...(event.status === undefined ? {} : { status: event.status }) };
    if (Object.keys(set).length > 0) done.push({ kind: 'order', eid, set });
    for (const index of event.made ?? []) {
      done.push({ kind: 'item', eid: child(`i${index + 1}`), set: { made: true } });
    }
    if (event.payment !== undefined) {
      payments += 1;
      const { kind, method, payer, state = 'seen', voided } = event.payment;
      const entry = {
        kind,
        minor: event.payment.won,
        currency: 'KRW',
        method,
        payer: payer ?? null,
        at: event.at,
      } as const;
      const paymentEid = child(`p${payments}`);
      done.push({ kind: 'payment', eid: paymentEid, set: { entry, state } });
      if (voided !== undefined) {
        book.act({ at: event.at, by: event.by, edits: done.splice(0) });
        done.push({ kind: 'payment', eid: paymentEid, set: { voided: { reason: voided } } });
      }
    }
    book.act({ at: event.at, by: event.by, edits: done });
  }
}
