// Writes the whole book into one file, a piece at a time.
import type { Instant } from '../domain/time.ts';
import type { BackupProgress, WrittenTotals } from './backup-report.ts';
import type { PhotoStore } from './photo-store.ts';
import type { ShopStore } from './shop-store.ts';

export interface WriteBackupOptions {
  readonly store: Pick<ShopStore, 'readTransactions' | 'readVersionVector'>;
  readonly photos: Pick<PhotoStore, 'list' | 'readRaw'>;
  readonly shopName: string;
  readonly deviceName: string;
  readonly now: Instant;
  readonly withPhotos: boolean;
  /** null: readable by whoever has the file. Never ''. */
  readonly passphrase: string | null;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal;
}
export interface BackupStream {
  /** Errors with a StorageFailure when the book cannot be read, with `signal.reason` when it was stopped. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** What was written; null until the stream has ended. */
  totals(): WrittenTotals | null;
}

/** A stream of the book as it is at this moment: edits made while it runs are not in it. */
export declare function writeBackup(options: WriteBackupOptions): BackupStream;
