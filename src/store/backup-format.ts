// The backup file as bytes: its start, its frames, and the check that each of them carries (docs/backup-format.md).
// Law: the layout of the start never changes, so that every version can tell a newer file from a damaged one; no byte of
// a file is believed before its check has passed.
//
//   start  magic 12 | version u16 | length u16 | header JSON | check 16
//   frame  head 24: marker 4 | type u8 | flags u8 | 0 u16 | index u32 | stored u32 | open u32 | crc u32 ;  body ;  check 16
import { z } from 'zod';
import type { Bytes } from './backup-cipher.ts';
import { CHECK_BYTES, decipher, digestOf, encipher, joinBytes, sameBytes } from './backup-cipher.ts';

/** Not text (first byte), and changed by whatever changes line ends. */
export const MAGIC = new Uint8Array([0x89, ...new TextEncoder().encode('PickupN'), 0x0d, 0x0a, 0x1a, 0x0a]);
export const FORMAT_VERSION = 1;
export const FRAME_HEAD_BYTES = 24;
const START_FIXED_BYTES = MAGIC.length + 4;
const MARKER = 0x50754e66; // PuNf
/** No frame is larger, packed or unpacked: a made-up length cannot ask for all the memory there is. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

export const FRAME_TYPES = { about: 1, transactions: 2, photo: 3, end: 4 } as const;
const FLAG_GZIP = 1;

const base64 = z.string().transform((text, context): Bytes => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    context.addIssue('not base64');
    return z.NEVER;
  }
});
const headerShape = z.object({
  id: base64,
  encryption: z
    .object({
      kdf: z.literal('PBKDF2-SHA-256'),
      cipher: z.literal('AES-256-GCM'),
      // Bounded: a file made in bad faith must not keep the tablet busy for an hour.
      rounds: z.number().int().min(100_000).max(10_000_000),
      salt: base64,
      check: base64,
    })
    .nullable(),
});
/** What stands in clear at the start. Nothing of the shop. */
export type StartHeader = z.output<typeof headerShape>;

const toBase64 = (bytes: Bytes) => btoa(String.fromCharCode(...bytes));

export interface Start {
  readonly header: StartHeader;
  /** Bound to every frame of the file. */
  readonly check: Bytes;
  /** Where the first frame begins. */
  readonly length: number;
}

/** The first bytes of a file. */
export async function writeStart(header: StartHeader): Promise<{ bytes: Bytes; check: Bytes }> {
  const { id, encryption } = header;
  const json = new TextEncoder().encode(
    JSON.stringify({
      id: toBase64(id),
      encryption: encryption && {
        ...encryption,
        salt: toBase64(encryption.salt),
        check: toBase64(encryption.check),
      },
    }),
  );
  const fixed = new Uint8Array(START_FIXED_BYTES);
  fixed.set(MAGIC);
  const view = new DataView(fixed.buffer);
  view.setUint16(MAGIC.length, FORMAT_VERSION);
  view.setUint16(MAGIC.length + 2, json.length);
  const check = await digestOf(fixed, json);
  return { bytes: joinBytes([fixed, json, check]), check };
}

export type StartResult =
  | { readonly ok: true; readonly start: Start }
  | { readonly ok: false; readonly problem: 'foreign' | 'damaged' }
  | { readonly ok: false; readonly problem: 'newer'; readonly version: number };

/** Reads the start of a file. @param head its first 64 KiB + 32 bytes or all of it. */
export async function readStart(head: Bytes): Promise<StartResult> {
  const magic = head.subarray(0, MAGIC.length);
  if (!sameBytes(magic, MAGIC.subarray(0, magic.length))) return { ok: false, problem: 'foreign' };
  if (head.length < START_FIXED_BYTES) return { ok: false, problem: 'damaged' };
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const version = view.getUint16(MAGIC.length);
  const jsonEnd = START_FIXED_BYTES + view.getUint16(MAGIC.length + 2);
  const length = jsonEnd + CHECK_BYTES;
  const check = head.slice(jsonEnd, length);
  if (!sameBytes(await digestOf(head.subarray(0, jsonEnd)), check)) return { ok: false, problem: 'damaged' };
  if (version > FORMAT_VERSION) return { ok: false, problem: 'newer', version };
  const header = headerShape.safeParse(parseJson(head.subarray(START_FIXED_BYTES, jsonEnd)));
  if (!header.success || version < 1) return { ok: false, problem: 'damaged' };
  return { ok: true, start: { header: header.data, check, length } };
}

/** How frames of one file are sealed; `key` is null for a file without a passphrase. */
export interface Seal {
  readonly startCheck: Bytes;
  readonly key: CryptoKey | null;
}

export interface FrameHead {
  readonly type: number;
  readonly isPacked: boolean;
  /** From 0, without a gap; the end frame has the highest. */
  readonly index: number;
  /** Bytes of the body in the file, without the check behind it. */
  readonly storedBytes: number;
  readonly openBytes: number;
}

/** A whole frame, ready to be written. @param isPacked gzip: for text, not for pictures. */
export async function sealFrame(
  seal: Seal,
  frame: { readonly type: number; readonly index: number; readonly body: Bytes; readonly isPacked: boolean },
): Promise<Bytes> {
  const body = frame.isPacked ? await pack(frame.body) : frame.body;
  if (Math.max(body.length, frame.body.length) > MAX_FRAME_BYTES) throw new RangeError('a frame is too large');
  const head = new Uint8Array(FRAME_HEAD_BYTES);
  const view = new DataView(head.buffer);
  view.setUint32(0, MARKER);
  view.setUint8(4, frame.type);
  view.setUint8(5, frame.isPacked ? FLAG_GZIP : 0);
  view.setUint32(8, frame.index);
  view.setUint32(12, body.length);
  view.setUint32(16, frame.body.length);
  view.setUint32(20, crc32(head.subarray(0, 20)));
  if (seal.key === null) return joinBytes([head, body, await digestOf(seal.startCheck, head, body)]);
  return joinBytes([head, await encipher(seal.key, frame.index, joinBytes([seal.startCheck, head]), body)]);
}

/** The head of a frame; null when these 24 bytes are none. */
export function readFrameHead(head: Bytes): FrameHead | null {
  if (head.length < FRAME_HEAD_BYTES) return null;
  const view = new DataView(head.buffer, head.byteOffset, FRAME_HEAD_BYTES);
  if (view.getUint32(0) !== MARKER || view.getUint32(20) !== crc32(head.subarray(0, 20))) return null;
  const storedBytes = view.getUint32(12);
  const openBytes = view.getUint32(16);
  if (Math.max(storedBytes, openBytes) > MAX_FRAME_BYTES) return null;
  return {
    type: view.getUint8(4),
    isPacked: (view.getUint8(5) & FLAG_GZIP) !== 0,
    index: view.getUint32(8),
    storedBytes,
    openBytes,
  };
}

/** Where the next head might begin, from `from` on; -1 when nowhere in these bytes. */
export function findMarker(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x75 && bytes[at + 2] === 0x4e && bytes[at + 3] === 0x66) return at;
  }
  return -1;
}

/** The body of a frame; null when its check fails. @param rest body and check as they stand in the file. */
export async function openFrame(seal: Seal, head: FrameHead, headBytes: Bytes, rest: Bytes): Promise<Bytes | null> {
  let body: Bytes | null;
  if (seal.key !== null) {
    body = await decipher(seal.key, head.index, joinBytes([seal.startCheck, headBytes]), rest);
  } else {
    body = rest.subarray(0, head.storedBytes);
    const check = await digestOf(seal.startCheck, headBytes, body);
    if (!sameBytes(check, rest.subarray(head.storedBytes))) body = null;
  }
  if (body === null) return null;
  if (head.isPacked) return await unpack(body, head.openBytes);
  return body.length === head.openBytes ? body : null;
}

async function pack(body: Bytes): Promise<Bytes> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** null when it does not give exactly `openBytes`; never makes more than that. */
async function unpack(packed: Bytes, openBytes: number): Promise<Bytes | null> {
  const open = new Uint8Array(openBytes);
  let at = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return at === openBytes ? open : null;
      if (at + value.length > openBytes) {
        await reader.cancel();
        return null;
      }
      open.set(value, at);
      at += value.length;
    }
  } catch {
    return null; // nothing else can fail here than the gzip, and browsers name that differently
  }
}

/** Of a few bytes: tells a frame's head from chance while looking for the next whole one. */
export function crc32(bytes: Bytes): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** undefined when the bytes are no JSON. */
export function parseJson(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
