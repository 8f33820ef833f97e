// Runs inside the page: fills the book through its own store, or in bulk with rows only, for screens to be tested on.
// Law: people are plainly invented; the same list gives the same book.
import { broadcastNotices } from '../../../src/app/broadcast-notices.ts';
import type { Env } from '../../../src/domain/environment.ts';
import type { Answer, Eid, Fulfilment, Packaging, TimePrecision } from '../../../src/domain/order.ts';
import { NONE } from '../../../src/domain/order.ts';
import type { OrderRow } from '../../../src/domain/order-row.ts';
import type { OrderStatus } from '../../../src/domain/status.ts';
import { type Instant, localDate, localTime } from '../../../src/domain/time.ts';
import type { RootRecord } from '../../../src/store/book-write.ts';
import type { AnyEdit } from '../../../src/store/change.ts';
import { openDexieStorage } from '../../../src/store/dexie-storage.ts';
import { openPhotoStore } from '../../../src/store/photo-database.ts';
import { freshenRows } from '../../../src/store/rebuild.ts';
import { packRow } from '../../../src/store/row-record.ts';
import { openShopStore } from '../../../src/store/shop-store.ts';

export interface SeedItem {
  readonly size?: string;
  readonly sheet?: string;
  readonly cream?: string;
  readonly lettering?: string;
  readonly board?: string;
  readonly allergy?: string;
  readonly bigCandles?: number;
  readonly quantity?: number;
  readonly made?: boolean;
  /** A colour: the cake gets a drawn picture of it. */
  readonly picture?: string;
}
export interface SeedOrder {
  readonly day: string;
  readonly time?: string;
  readonly end?: string;
  readonly precision?: TimePrecision;
  readonly name?: string;
  /** Digits of a Korean mobile, `01000005678`. */
  readonly phone?: string;
  readonly payer?: string;
  readonly collector?: string;
  readonly collectorPhone?: string;
  readonly fulfilment?: Fulfilment;
  /** Colours: drawn pictures that belong to the whole order. */
  readonly pictures?: readonly string[];
  readonly status?: OrderStatus;
  readonly items?: readonly SeedItem[];
  readonly price?: number;
  readonly paid?: number;
  readonly deposit?: number;
  readonly packaging?: Packaging;
  readonly memo?: string;
}
export interface SeedBook {
  readonly shopName?: string;
  readonly language?: 'ko' | 'en' | 'ja';
  readonly orders: readonly SeedOrder[];
}

const SEEDED_AT = 1_665_788_520_000 as Instant; // 15 October 2022, 08:02 in Seoul

function seedEnv(session: string): Env {
  let count = 0;
  return {
    now: () => SEEDED_AT,
    newId: () => `${session}${String(++count).padStart(8, '0')}`,
    newSession: () => session,
  };
}

const mobile = (digits: string) => ({
  e164: `+82${digits.slice(1)}`,
  text: digits.replace(/^(\d{3})(\d{4})/, '$1-$2-'),
});
const answer = (text: string | undefined): Answer => (text === undefined ? NONE : { text });

async function drawCake(colour: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(480, 480);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#f4efe8';
  pen.fillRect(0, 0, 480, 480);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(240, 200, 165, 60, 0, 0, Math.PI * 2);
  pen.fill();
  pen.fillRect(75, 200, 330, 140);
  return await canvas.convertToBlob({ type: 'image/png' });
}

/** Sets the shop up and takes every order through `commit`. Answers the orders' names. */
async function seedBook(book: SeedBook, session = '5eed'): Promise<readonly string[]> {
  const env = seedEnv(session);
  const storage = await openDexieStorage({ name: 'pickup-note' });
  await freshenRows(storage); // as the app does: rows of today's making
  const store = openShopStore({ storage, env });
  const photos = openPhotoStore({ name: 'pickup-note-photos' });
  const pictures = new Map<string, Extract<Awaited<ReturnType<typeof photos.save>>, { ok: true }>['picture']>();
  const must = async (done: ReturnType<typeof store.commit>) => {
    const result = await done;
    if (!result.ok) throw new Error(`not seeded: ${result.problem}`);
    return result;
  };
  await must(
    store.commit({
      edits: [
        {
          kind: 'shop',
          eid: 'shop' as Eid, // the shop's one name
          set: {
            name: book.shopName ?? '달콤공방',
            zone: 'Asia/Seoul',
            country: 'KR',
            currency: 'KRW',
            language: book.language ?? 'ko',
          },
        },
        ...['도시락', '미니', '1호', '2호', '3호'].map(
          (name, position): AnyEdit => ({
            kind: 'menuEntry',
            eid: `shop/m-size-${position}` as Eid, // as the settings name them
            set: { group: 'size', name, position, active: true, price: { minor: 30_000, currency: 'KRW' } },
          }),
        ),
      ],
    }),
  );
  const photoEdit = async (order: Eid, colour: string, item: Eid | null): Promise<AnyEdit> => {
    let picture = pictures.get(colour);
    if (picture === undefined) {
      const saved = await photos.save(await drawCake(colour));
      if (!saved.ok) throw new Error(`picture not seeded: ${saved.problem}`);
      picture = saved.picture;
      pictures.set(colour, picture);
    }
    return {
      kind: 'photo',
      eid: `${order}/p${env.newId()}` as Eid,
      set: { picture, role: 'reference', item, position: 0 },
    };
  };
  const eids: string[] = [];
  for (const order of book.orders) {
    const eid = env.newId() as Eid;
    eids.push(eid);
    const edits: AnyEdit[] = [
      {
        kind: 'order',
        eid,
        set: {
          createdAt: env.now(),
          channel: 'kakao',
          name: order.name ?? null,
          phone: order.phone === undefined ? null : mobile(order.phone),
          payer: order.payer ?? null,
          collector:
            order.collector === undefined
              ? null
              : {
                  name: order.collector,
                  phone: order.collectorPhone === undefined ? null : mobile(order.collectorPhone),
                },
          fulfilment: order.fulfilment ?? null,
          pickup: {
            date: localDate(order.day),
            start: order.time === undefined ? null : localTime(order.time),
            end: order.end === undefined ? null : localTime(order.end),
            precision: order.precision ?? 'exact',
          },
          status: order.status ?? 'confirmed',
          packaging: order.packaging ?? null,
          price: order.price === undefined ? null : { minor: order.price, currency: 'KRW' },
          depositAsked: order.deposit === undefined ? null : { minor: order.deposit, currency: 'KRW' },
          memo: order.memo ?? null,
        },
      },
    ];
    for (const [position, item] of (order.items ?? []).entries()) {
      const itemEid = `${eid}/i${env.newId()}` as Eid;
      edits.push({
        kind: 'item',
        eid: itemEid,
        set: {
          position,
          size: item.size ?? null,
          sheet: item.sheet ?? null,
          cream: item.cream ?? null,
          lettering: answer(item.lettering),
          boardLettering: answer(item.board),
          allergy: answer(item.allergy),
          candles:
            item.bigCandles === undefined
              ? null
              : { none: false, big: item.bigCandles, small: null, digits: null, text: null },
          quantity: item.quantity ?? 1,
          made: item.made ?? false,
        },
      });
      if (item.picture !== undefined) edits.push(await photoEdit(eid, item.picture, itemEid));
    }
    for (const colour of order.pictures ?? []) edits.push(await photoEdit(eid, colour, null));
    if (order.paid !== undefined) {
      edits.push({
        kind: 'payment',
        eid: `${eid}/m${env.newId()}` as Eid,
        set: {
          entry: {
            kind: 'deposit',
            minor: order.paid,
            currency: 'KRW',
            method: 'transfer',
            payer: order.payer ?? null,
            at: env.now(),
          },
          state: 'seen',
        },
      });
    }
    await must(store.commit({ edits, numberFor: eid }));
  }
  store.close();
  photos.close();
  return eids;
}

/** The row of any order of the book. */
async function anyRow(): Promise<OrderRow> {
  const store = openShopStore({ storage: await openDexieStorage({ name: 'pickup-note' }), env: seedEnv('a11') });
  const [row] = await store.queries.page(null, 1).run();
  store.close();
  if (row === undefined) throw new Error('the book is empty');
  return row;
}

/** Puts rows where the store would derive them, for books too large to be taken order by order. */
async function seedRows(rows: readonly OrderRow[]): Promise<void> {
  const storage = await openDexieStorage({ name: 'pickup-note', durability: 'relaxed' });
  for (let at = 0; at < rows.length; at += 2_000) {
    const slice = rows.slice(at, at + 2_000);
    const records = slice.map((row): RootRecord => ({ root: row.eid, ...packRow(row), trail: '', body: '' }));
    await storage.transact('write', ['roots'], (tx) => tx.putMany('roots', records));
  }
  storage.close();
}

/** Blanks the order's name and its cakes' letterings for good, and tells the browser's other tabs. */
async function redactOrder(eid: string): Promise<void> {
  const store = openShopStore({
    storage: await openDexieStorage({ name: 'pickup-note' }),
    env: seedEnv('4edac7'),
    channel: broadcastNotices('pickup-note'),
  });
  const document = await store.queries.order(eid as Eid).run(); // a name that seedBook answered
  if (document === null) throw new Error('no such order');
  const result = await store.commit({
    edits: [],
    redactions: [
      { kind: 'order', eid: document.order.eid, field: 'name' },
      ...document.order.items.map((item) => ({ kind: 'item' as const, eid: item.eid, field: 'lettering' })),
    ],
  });
  if (!result.ok) throw new Error(`not redacted: ${result.problem}`);
  store.close();
}

export interface SeedDoor {
  readonly seedBook: typeof seedBook;
  readonly seedRows: typeof seedRows;
  readonly redactOrder: typeof redactOrder;
  readonly anyRow: typeof anyRow;
}
(globalThis as typeof globalThis & { seedDoor?: SeedDoor }).seedDoor = { seedBook, seedRows, redactOrder, anyRow };
