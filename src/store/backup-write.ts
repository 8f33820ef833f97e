// Writes the whole book into one file, a piece at a time.
// Law: the file holds the book as it was when the writing began, each transaction whole; memory does not grow with the
// book (but for the names of orders and pictures).
import type { Instant } from '../domain/time.ts';
import type { Transaction } from '../merge/op.ts';
import type { Bytes } from './backup-cipher.ts';
import { deriveFileKey, PBKDF2_ROUNDS, randomBytes } from './backup-cipher.ts';
import type { About, End } from './backup-content.ts';
import { collectOrders, picturesOf, toJsonBytes, writePhoto, writeTransactionLine } from './backup-content.ts';
import type { Seal } from './backup-format.ts';
import { FRAME_TYPES, sealFrame, writeStart } from './backup-format.ts';
import type { BackupProgress, WrittenTotals } from './backup-report.ts';
import type { PhotoStore } from './photo-store.ts';
import type { SessionRecord } from './session-line.ts';
import type { ShopStore } from './shop-store.ts';
import { StorageFailure } from './storage.ts';

export interface WriteBackupOptions {
  readonly store: Pick<ShopStore, 'readTransactions' | 'readVersionVector'>;
  readonly photos: Pick<PhotoStore, 'readRaw'>;
  readonly shopName: string;
  readonly deviceName: string;
  readonly now: Instant;
  readonly withPhotos: boolean;
  /** null: readable by whoever has the file. Never ''. */
  readonly passphrase: string | null;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}
export interface BackupStream {
  /** Errors with a StorageFailure when the book cannot be read, with `signal.reason` when it was stopped. */
  readonly stream: ReadableStream<Bytes>;
  /** What was written; null until the stream has ended. */
  totals(): WrittenTotals | null;
}

const PAGE_TRANSACTIONS = 500;
/** Text of a frame before packing: small enough to be joined in one go without a stutter. */
const FRAME_TEXT_CHARACTERS = 256 * 1024;

/** A stream of the book as it is at this moment: edits made while it runs are not in it. */
export function writeBackup(options: WriteBackupOptions): BackupStream {
  if (options.passphrase === '') throw new RangeError('an empty passphrase protects nothing');
  let totals: WrittenTotals | null = null;
  const pieces = writePieces(options, (written) => {
    totals = written;
  });
  const stream = new ReadableStream<Bytes>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return();
    },
  });
  return { stream, totals: () => totals };
}

async function* writePieces(
  options: WriteBackupOptions,
  finish: (totals: WrittenTotals) => void,
): AsyncGenerator<Bytes, void, undefined> {
  const { store, photos, withPhotos, passphrase, onProgress, signal } = options;
  signal?.throwIfAborted();
  const known = await store.readVersionVector();
  const { bytes: start, seal } = await beginFile(passphrase);
  let bytes = 0;
  let index = 0;
  const sealNext = async (type: number, body: Bytes, isPacked: boolean): Promise<Bytes> => {
    signal?.throwIfAborted();
    const frame = await sealFrame(seal, { type, index, body, isPacked });
    index++;
    bytes += frame.length;
    return frame;
  };
  bytes += start.length;
  yield start;
  const { shopName, deviceName, now } = options;
  yield await sealNext(
    FRAME_TYPES.about,
    toJsonBytes({ madeAt: now, shopName, deviceName, withPhotos } satisfies About),
    true,
  );

  const orders = new Set<string>();
  const pictures = new Set<string>();
  let transactions = 0;
  let ops = 0;
  const allOps = known.reduce((sum, line) => sum + line.upto + line.ahead.reduce((s, [a, b]) => s + b - a + 1, 0), 0);
  for await (const batch of batchesUpTo(known, store)) {
    yield await sealNext(FRAME_TYPES.transactions, new TextEncoder().encode(batch.text), true);
    for (const transaction of batch.transactions) {
      transactions++;
      ops += transaction.ops.length;
      collectOrders(transaction, orders);
      if (withPhotos) for (const sha of picturesOf(transaction)) pictures.add(sha);
    }
    onProgress?.({ phase: 'orders', done: allOps === 0 ? 1 : ops / allOps, bytes });
  }

  let written = 0;
  let photosLacking = 0;
  for (const sha of pictures) {
    const read = await photos.readRaw(sha);
    if (read.ok) {
      yield await sealNext(FRAME_TYPES.photo, writePhoto(read.photo), false);
      written++;
    } else if (read.problem === 'missing' || read.problem === 'damaged') photosLacking++;
    else throw new StorageFailure(read.problem, read.cause);
    onProgress?.({ phase: 'photos', done: (written + photosLacking) / pictures.size, bytes });
  }

  const totals: End = { transactions, orders: orders.size, photos: written, photosLacking };
  yield await sealNext(FRAME_TYPES.end, toJsonBytes(totals), true);
  finish(totals);
}

async function beginFile(passphrase: string | null): Promise<{ bytes: Bytes; seal: Seal }> {
  const id = randomBytes(16);
  if (passphrase === null) {
    const { bytes, check } = await writeStart({ id, encryption: null });
    return { bytes, seal: { startCheck: check, key: null } };
  }
  const salt = randomBytes(16);
  const key = await deriveFileKey(passphrase, salt, PBKDF2_ROUNDS);
  const { bytes, check } = await writeStart({
    id,
    encryption: { kdf: 'PBKDF2-SHA-256', cipher: 'AES-256-GCM', rounds: PBKDF2_ROUNDS, salt, check: key.check },
  });
  return { bytes, seal: { startCheck: check, key: key.frames } };
}

/** The known transactions, in pieces of about one frame. Later ones (an edit made meanwhile) are left out. */
async function* batchesUpTo(
  known: readonly SessionRecord[],
  store: Pick<ShopStore, 'readTransactions'>,
): AsyncGenerator<{ text: string; transactions: Transaction[] }, void, undefined> {
  const lines = new Map(known.map((line) => [line.session, line]));
  const isKnown = ({ session, n }: Transaction) => {
    const line = lines.get(session);
    return line !== undefined && (n <= line.upto || line.ahead.some(([from, to]) => from <= n && n <= to));
  };
  let text = '';
  let transactions: Transaction[] = [];
  let after: { session: string; n: number } | null = null;
  for (;;) {
    const page: Transaction[] = await store.readTransactions(after, PAGE_TRANSACTIONS);
    for (const transaction of page.filter(isKnown)) {
      text += writeTransactionLine(transaction);
      transactions.push(transaction);
      if (text.length < FRAME_TEXT_CHARACTERS) continue;
      yield { text, transactions };
      text = '';
      transactions = [];
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = { session: last.session, n: last.n };
  }
  if (transactions.length > 0) yield { text, transactions };
}
