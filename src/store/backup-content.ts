// What the frames of a backup hold: who made it, transactions as lines of JSON, pictures, and totals (docs/backup-format.md).
// Law: a line reads back as the transaction that was written, kinds and fields of newer versions included.
import { z } from 'zod';
import type { Instant } from '../domain/time.ts';
import { CATALOGUE } from '../merge/catalogue.ts';
import type { Dot, Json, Transaction, TxOp } from '../merge/op.ts';
import type { Bytes } from './backup-cipher.ts';
import { joinBytes } from './backup-cipher.ts';
import { parseJson } from './backup-format.ts';
import type { RawPhoto } from './photo-store.ts';

const SHA_SHAPE = /^[0-9a-f]{64}$/;
const count = z.number().int().nonnegative();
const toInstant = (at: number) => at as Instant; // a clock label, taken as it was written

const aboutShape = z.object({
  madeAt: z.number().transform(toInstant),
  shopName: z.string(),
  deviceName: z.string(),
  withPhotos: z.boolean(),
});
export type About = z.output<typeof aboutShape>;

const endShape = z.object({ transactions: count, orders: count, photos: count, photosLacking: count });
export type End = z.output<typeof endShape>;

const photoShape = z.object({
  sha: z.string().regex(SHA_SHAPE),
  mime: z.string().regex(/^image\/[\w.+-]+$/),
  width: count,
  height: count,
  bytes: count,
  thumb: z.object({ mime: z.string().regex(/^image\/[\w.+-]+$/), bytes: count }).nullable(),
});

export const toJsonBytes = (value: object): Bytes => new TextEncoder().encode(JSON.stringify(value));

export function readAbout(body: Bytes): About | null {
  return aboutShape.safeParse(parseJson(body)).data ?? null;
}

export function readEnd(body: Bytes): End | null {
  return endShape.safeParse(parseJson(body)).data ?? null;
}

/** Length of the description u32, the description as JSON, the thumbnail, the picture. */
export function writePhoto({ picture, full, thumb }: RawPhoto): Bytes {
  const description = toJsonBytes({
    ...picture,
    thumb: thumb === null ? null : { mime: thumb.mime, bytes: thumb.bytes.byteLength },
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, description.length);
  return joinBytes([length, description, new Uint8Array(thumb?.bytes ?? new ArrayBuffer(0)), new Uint8Array(full)]);
}

/** The picture with buffers of its own; null when the body is none. */
export function readPhoto(body: Bytes): RawPhoto | null {
  if (body.length < 4) return null;
  const thumbAt = 4 + new DataView(body.buffer, body.byteOffset).getUint32(0);
  const description = photoShape.safeParse(parseJson(body.subarray(4, thumbAt))).data;
  if (description === undefined) return null;
  const { thumb, ...picture } = description;
  const fullAt = thumbAt + (thumb?.bytes ?? 0);
  if (fullAt + picture.bytes !== body.length) return null;
  return {
    picture,
    thumb: thumb === null ? null : { mime: thumb.mime, bytes: body.slice(thumbAt, fullAt).buffer },
    full: body.slice(fullAt).buffer,
  };
}

export function writeTransactionLine(transaction: Transaction): string {
  return `${JSON.stringify(transaction)}\n`;
}

/** The transactions of a frame; null when one of its lines is none. */
export function readTransactionLines(body: Bytes): Transaction[] | null {
  const transactions: Transaction[] = [];
  for (const line of new TextDecoder().decode(body).split('\n')) {
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return null;
    }
    const transaction = parseTransaction(value);
    if (transaction === null) return null;
    transactions.push(transaction);
  }
  return transactions;
}

// By hand and not by zod: an old book has a million ops, and they are read twice.
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A session's or entity's name; they become keys of objects, and `__proto__` must not. */
const isName = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longest && !value.includes('__proto__');
/** Far below the limit of exact numbers: counts and lamports are added to. */
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 50;
const isDots = (value: unknown): value is readonly Dot[] =>
  Array.isArray(value) &&
  value.every((dot) => Array.isArray(dot) && dot.length === 2 && isName(dot[0], 64) && isCount(dot[1]));

function parseOp(value: unknown): TxOp | null {
  if (!isFields(value)) return null;
  const { kind, eid, field, sup, redact, past } = value;
  if (!isCount(kind) || !isName(eid, 512) || !isCount(field) || !isDots(sup)) return null;
  if (past !== undefined && !isDots(past)) return null;
  return {
    kind,
    eid,
    field,
    sup,
    value: (value.value ?? null) as Json, // it comes from JSON.parse
    ...(redact === true ? { redact } : {}),
    ...(past === undefined ? {} : { past }),
  };
}

export function parseTransaction(value: unknown): Transaction | null {
  if (!isFields(value)) return null;
  const { session, n, lamport, at, actor, schema, ops } = value;
  if (!isName(session, 64) || !isCount(n) || !isCount(lamport) || !isCount(schema)) return null;
  if (typeof at !== 'number' || typeof actor !== 'string' || !Array.isArray(ops) || ops.length === 0) return null;
  const parsed: TxOp[] = [];
  for (const op of ops) {
    const one = parseOp(op);
    if (one === null) return null;
    parsed.push(one);
  }
  return { session, n, lamport, at, actor, schema, ops: parsed };
}

/** The pictures that a transaction names, whatever the field: one of a newer version is brought along too. */
export function picturesOf(transaction: Transaction): string[] {
  return transaction.ops.flatMap(({ value }) => {
    const sha = isFields(value) ? value.sha : undefined;
    return typeof sha === 'string' && SHA_SHAPE.test(sha) ? [sha] : [];
  });
}

/** Adds the orders that a transaction touches to `eids`. */
export function collectOrders(transaction: Transaction, eids: Set<string>): void {
  for (const op of transaction.ops) if (op.kind === CATALOGUE.order.no) eids.add(op.eid);
}
