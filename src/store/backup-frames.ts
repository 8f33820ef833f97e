// Walks through the frames of a backup file, whatever has happened to it, holding a few megabytes at most.
// Law: a frame is handed on only when its check has passed and its number follows; every part that is lost is told.
import type { Bytes, FileKey } from './backup-cipher.ts';
import { CHECK_BYTES, deriveFileKey, sameBytes } from './backup-cipher.ts';
import type { FrameHead, Seal, Start } from './backup-format.ts';
import { FRAME_HEAD_BYTES, FRAME_TYPES, findMarker, openFrame, readFrameHead, readStart } from './backup-format.ts';
import type { BackupRefusal, ForeignKind } from './backup-report.ts';

const WINDOW_BYTES = 4 * 1024 * 1024;
/** The longest start there can be: its length is two bytes. */
const LONGEST_START_BYTES = 16 + 0xffff + CHECK_BYTES;

/** The browser could not read the file: moved, changed, or in a cloud that does not answer. */
export class FileUnreadable extends Error {
  constructor(cause: unknown) {
    super('the file cannot be read', { cause });
    this.name = 'FileUnreadable';
  }
}

/** Reads anywhere in a file, a window at a time. */
export class FileWindow {
  readonly size: number;
  readonly #file: Blob;
  #from = 0;
  #bytes: Bytes = new Uint8Array(0);
  constructor(file: Blob) {
    this.#file = file;
    this.size = file.size;
  }
  /** `length` bytes at `at`, fewer at the end of the file. Valid until the next read. @throws FileUnreadable */
  async read(at: number, length: number): Promise<Bytes> {
    const end = Math.min(at + length, this.size);
    if (at < this.#from || end > this.#from + this.#bytes.length) {
      try {
        const slice = this.#file.slice(at, Math.max(end, at + WINDOW_BYTES));
        this.#bytes = new Uint8Array(await slice.arrayBuffer());
      } catch (error) {
        throw new FileUnreadable(error);
      }
      this.#from = at;
    }
    return this.#bytes.subarray(at - this.#from, Math.max(end, at) - this.#from);
  }
}

/** A file whose start is whole and whose key is known. */
export interface OpenedFile {
  readonly start: Start;
  readonly seal: Seal;
}

/** Reads the start and finds the key. */
export async function openFile(
  file: FileWindow,
  passphrase: string | null,
): Promise<({ readonly ok: true } & OpenedFile) | ({ readonly ok: false } & BackupRefusal)> {
  if (file.size === 0) return { ok: false, problem: 'empty' };
  const head = await file.read(0, LONGEST_START_BYTES);
  const read = await readStart(head);
  if (!read.ok) {
    if (read.problem === 'newer') return read;
    if (read.problem === 'foreign') return { ok: false, problem: 'foreign', looksLike: foreignKind(head) };
    return { ok: false, problem: 'damaged' };
  }
  const { start } = read;
  const { encryption } = start.header;
  if (encryption === null) return { ok: true, start, seal: { startCheck: start.check, key: null } };
  if (passphrase === null || passphrase === '') return { ok: false, problem: 'passphrase-needed' };
  const key: FileKey = await deriveFileKey(passphrase, encryption.salt, encryption.rounds);
  if (!sameBytes(key.check, encryption.check)) return { ok: false, problem: 'passphrase-wrong' };
  return { ok: true, start, seal: { startCheck: start.check, key: key.frames } };
}

const SIGNATURES: readonly (readonly [kind: ForeignKind, at: number, bytes: readonly number[]])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x1f, 0x8b]],
  ['picture', 0, [0xff, 0xd8, 0xff]],
  ['picture', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['picture', 0, [0x47, 0x49, 0x46, 0x38]],
  ['picture', 8, [0x57, 0x45, 0x42, 0x50]],
  ['picture', 4, [0x66, 0x74, 0x79, 0x70]],
  ['pdf', 0, [0x25, 0x50, 0x44, 0x46]],
];

/** What a file probably is that is no backup; null when there is no telling. */
export function foreignKind(head: Bytes): ForeignKind | null {
  const found = SIGNATURES.find(([, at, bytes]) => bytes.every((byte, index) => head[at + index] === byte));
  if (found !== undefined) return found[0];
  return head.subarray(0, 512).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
    ? 'text'
    : null;
}

export type Piece =
  | {
      readonly kind: 'frame';
      readonly type: number;
      readonly body: Bytes;
      readonly at: number;
      readonly nextAt: number;
    }
  /** `parts` frames are not as they were written; 0: bytes that belong to none. */
  | { readonly kind: 'lost'; readonly at: number; readonly parts: number }
  /** The file ends before its end frame. */
  | { readonly kind: 'cut-off'; readonly at: number };

/** Every frame that is whole, in order, and every loss between. @throws FileUnreadable */
export async function* readPieces(
  file: FileWindow,
  { start, seal }: OpenedFile,
): AsyncGenerator<Piece, void, undefined> {
  let at = start.length;
  let index = 0;
  for (;;) {
    const headBytes = (await file.read(at, FRAME_HEAD_BYTES)).slice();
    const head = readFrameHead(headBytes);
    if (head === null || head.index < index) {
      const next = await findHead(file, at + 1, index);
      if (next === null) {
        yield { kind: 'cut-off', at };
        return;
      }
      if (next.head.index === index) yield { kind: 'lost', at, parts: 0 };
      at = next.at;
      continue;
    }
    if (head.index > index) yield { kind: 'lost', at, parts: head.index - index };
    const nextAt = at + FRAME_HEAD_BYTES + head.storedBytes + CHECK_BYTES;
    if (nextAt > file.size) {
      yield { kind: 'cut-off', at };
      return;
    }
    const rest = await file.read(at + FRAME_HEAD_BYTES, head.storedBytes + CHECK_BYTES);
    const body = await openFrame(seal, head, headBytes, rest);
    if (body === null) yield { kind: 'lost', at, parts: 1 };
    else yield { kind: 'frame', type: head.type, body, at, nextAt };
    index = head.index + 1;
    at = nextAt;
    if (head.type === FRAME_TYPES.end) {
      if (at < file.size) yield { kind: 'lost', at, parts: 0 };
      return;
    }
  }
}

/** The next head from `from` on that is numbered `index` or higher, after a damaged one. */
async function findHead(
  file: FileWindow,
  from: number,
  index: number,
): Promise<{ readonly at: number; readonly head: FrameHead } | null> {
  for (let at = from; at < file.size; ) {
    const bytes = await file.read(at, WINDOW_BYTES);
    const found = findMarker(bytes, 0);
    if (found < 0) {
      at += Math.max(1, bytes.length - 3); // a marker may lie across the end of the window
      continue;
    }
    const head = readFrameHead(await file.read(at + found, FRAME_HEAD_BYTES));
    if (head !== null && head.index >= index) return { at: at + found, head };
    at += found + 1;
  }
  return null;
}
