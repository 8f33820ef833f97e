// Reads a backup twice: once to check all of it, writing nothing; once to join it into the book.
// Law: joining adds what was not known here and undoes nothing, so an old file is harmless and a second time changes
// nothing. A picture is joined only while the book still names it: what privacy has blanked does not return.
import type { Eid } from '../domain/order.ts';
import type { Transaction } from '../merge/op.ts';
import { rootOf } from '../merge/op.ts';
import type { About, End } from './backup-content.ts';
import { collectOrders, picturesOf, readAbout, readEnd, readPhoto, readTransactionLines } from './backup-content.ts';
import { FRAME_TYPES } from './backup-format.ts';
import type { OpenedFile, Piece } from './backup-frames.ts';
import { FileUnreadable, FileWindow, openFile, readPieces } from './backup-frames.ts';
import type {
  BackupDamage,
  BackupProgress,
  BackupRefusal,
  BackupSummary,
  JoinBackupResult,
  JoinedTotals,
  JoinProblem,
} from './backup-report.ts';
import type { PhotoStore, RawPhoto } from './photo-store.ts';
import type { ShopStore } from './shop-store.ts';
import { StorageFailure } from './storage.ts';

/** A file that was looked through, with the key to it: `joinBackup` knows what is inside. */
export interface ReadableBackup {
  readonly file: Blob;
  readonly opened: OpenedFile;
}

/** `whole`: every byte is as it was written. `partial`: `summary` counts what is whole; join it only if the person agrees. */
export type InspectBackupResult =
  | { readonly kind: 'whole'; readonly backup: ReadableBackup; readonly summary: BackupSummary }
  | {
      readonly kind: 'partial';
      readonly backup: ReadableBackup;
      readonly summary: BackupSummary;
      readonly damage: BackupDamage;
    }
  | ({ readonly kind: 'refused' } & BackupRefusal);

export interface ReadWatch {
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Looks through the whole file without writing anything. */
export async function inspectBackup(
  file: Blob,
  passphrase: string | null,
  watch: ReadWatch = {},
): Promise<InspectBackupResult> {
  try {
    const window = new FileWindow(file);
    const opened = await openFile(window, passphrase);
    if (!opened.ok) {
      const { ok, ...refusal } = opened;
      return { kind: 'refused', ...refusal };
    }
    return await inspectFrames(window, { file, opened }, watch);
  } catch (error) {
    if (error instanceof FileUnreadable) return { kind: 'refused', problem: 'unreadable', cause: error.cause };
    throw error;
  }
}

async function inspectFrames(
  window: FileWindow,
  backup: ReadableBackup,
  { onProgress, signal }: ReadWatch,
): Promise<InspectBackupResult> {
  let about: About | null = null;
  let end: End | null = null;
  const orders = new Set<string>();
  let transactions = 0;
  let photos = 0;
  let damage: BackupDamage | null = null;
  const lose = (kind: BackupDamage['kind'], atByte: number, lostParts: number) => {
    damage = damage === null ? { kind, atByte, lostParts } : { ...damage, lostParts: damage.lostParts + lostParts };
  };
  for await (const piece of readPieces(window, backup.opened)) {
    if (signal?.aborted === true) return { kind: 'refused', problem: 'stopped' };
    if (piece.kind === 'cut-off') lose('cut-off', piece.at, 0);
    else if (piece.kind === 'lost') lose('damaged', piece.at, piece.parts);
    else {
      const content = readContent(piece);
      if (content === null) lose('damaged', piece.at, 1);
      else if (content.type === 'about') about = content.about;
      else if (content.type === 'end') end = content.end;
      else if (content.type === 'photo') photos++;
      else if (content.type === 'transactions') {
        transactions += content.transactions.length;
        for (const transaction of content.transactions) collectOrders(transaction, orders);
      }
      onProgress?.(progressAt(piece, window));
    }
  }
  if (end !== null && damage === null && (end.transactions !== transactions || end.photos !== photos)) {
    lose('damaged', window.size, 0); // never written by this app: the parts are whole but not those that were counted
  }
  if (about === null && transactions === 0 && photos === 0) return { kind: 'refused', problem: 'damaged' };
  const summary: BackupSummary = {
    transactions,
    orders: orders.size,
    photos,
    shopName: about?.shopName ?? null,
    madeAt: about?.madeAt ?? null,
    deviceName: about?.deviceName ?? null,
    withPhotos: about?.withPhotos ?? photos > 0,
    isEncrypted: backup.opened.seal.key !== null,
    bytes: window.size,
  };
  return damage === null ? { kind: 'whole', backup, summary } : { kind: 'partial', backup, summary, damage };
}

function progressAt(piece: Piece & { kind: 'frame' }, window: FileWindow): BackupProgress {
  return {
    phase: piece.type === FRAME_TYPES.photo ? 'photos' : 'orders',
    done: piece.nextAt / window.size,
    bytes: piece.nextAt,
  };
}

type Content =
  | { readonly type: 'about'; readonly about: About }
  | { readonly type: 'transactions'; readonly transactions: readonly Transaction[] }
  | { readonly type: 'photo'; readonly photo: RawPhoto }
  | { readonly type: 'end'; readonly end: End }
  /** A kind of frame that a newer app has added to this format: nothing here needs it. */
  | { readonly type: 'unknown' };

/** null when the frame is whole but does not hold what its type says. */
function readContent({ type, body }: Piece & { kind: 'frame' }): Content | null {
  switch (type) {
    case FRAME_TYPES.about: {
      const about = readAbout(body);
      return about && { type: 'about', about };
    }
    case FRAME_TYPES.transactions: {
      const transactions = readTransactionLines(body);
      return transactions && { type: 'transactions', transactions };
    }
    case FRAME_TYPES.photo: {
      const photo = readPhoto(body);
      return photo && { type: 'photo', photo };
    }
    case FRAME_TYPES.end: {
      const end = readEnd(body);
      return end && { type: 'end', end };
    }
    default:
      return { type: 'unknown' };
  }
}

export interface JoinBackupOptions extends ReadWatch {
  readonly inspected: Exclude<InspectBackupResult, { readonly kind: 'refused' }>;
  /** Has the person agreed to join what is whole of a damaged file? Without it a `partial` one throws. */
  readonly acceptsDamage?: boolean;
  readonly store: Pick<ShopStore, 'join'> & {
    readonly queries: Pick<ShopStore['queries'], 'hasPicture' | 'history'>;
  };
  readonly photos: Pick<PhotoStore, 'putRaw'>;
}

/** Joins a backup that was looked through: nothing here is undone by it, and joining twice changes nothing. */
export async function joinBackup(options: JoinBackupOptions): Promise<JoinBackupResult> {
  const { inspected, acceptsDamage = false, store, photos, onProgress, signal } = options;
  if (inspected.kind === 'partial' && !acceptsDamage) throw new Error('a damaged backup is joined only when agreed');
  const { file, opened } = inspected.backup;
  const joined = { transactions: 0, photos: 0, photosUnnamed: 0, photosDamaged: 0 };
  const fail = (problem: JoinProblem, cause: unknown): JoinBackupResult => ({ ok: false, problem, cause, joined });
  const pictures = createPictureGate(store);
  const waiting = createPhotoBatch(photos, joined);
  try {
    const window = new FileWindow(file);
    for await (const piece of readPieces(window, opened)) {
      if (signal?.aborted === true) return fail('stopped', signal.reason);
      const content = piece.kind === 'frame' ? readContent(piece) : null;
      if (piece.kind !== 'frame' || content === null) {
        if (inspected.kind === 'whole') return fail('changed', null);
        continue;
      }
      if (content.type === 'transactions') {
        joined.transactions += (await store.join(content.transactions)).added;
        for (const transaction of content.transactions) pictures.learn(transaction);
      } else if (content.type === 'photo') {
        if (await pictures.isNamed(content.photo.picture.sha)) await waiting.add(content.photo);
        else joined.photosUnnamed++;
      }
      onProgress?.(progressAt(piece, window));
    }
    await waiting.flush();
    return { ok: true, joined };
  } catch (error) {
    if (error instanceof FileUnreadable) return fail('unreadable', error.cause);
    if (error instanceof StorageFailure) return fail(error.problem, error.cause);
    throw error;
  }
}

/** Answers whether the book names a picture: an order shows it, or its history still tells of it. */
function createPictureGate(store: JoinBackupOptions['store']) {
  const rootBySha = new Map<string, string>();
  return {
    learn(transaction: Transaction): void {
      for (const op of transaction.ops) {
        for (const sha of picturesOf({ ...transaction, ops: [op] })) rootBySha.set(sha, rootOf(op.eid));
      }
    },
    async isNamed(sha: string): Promise<boolean> {
      if (await store.queries.hasPicture(sha).run()) return true;
      const root = rootBySha.get(sha);
      if (root === undefined) return false;
      const history = await store.queries.history(root as Eid).run(); // roots in a book were made as Eid
      return history.some(({ changes }) => changes.some(({ value }) => JSON.stringify(value).includes(sha)));
    },
  };
}

const BATCH_BYTES = 8 * 1024 * 1024;

/** Photos are put some megabytes at a time: a strict transaction for each would take minutes. */
function createPhotoBatch(photos: Pick<PhotoStore, 'putRaw'>, joined: { -readonly [K in keyof JoinedTotals]: number }) {
  let batch: RawPhoto[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const result = await photos.putRaw(batch);
    if (!result.ok) throw new StorageFailure(result.problem, result.cause);
    joined.photos += result.added;
    joined.photosDamaged += result.damaged.length;
    batch = [];
    bytes = 0;
  };
  return {
    async add(photo: RawPhoto): Promise<void> {
      batch.push(photo);
      bytes += photo.picture.bytes;
      if (bytes >= BATCH_BYTES) await flush();
    },
    flush,
  };
}
