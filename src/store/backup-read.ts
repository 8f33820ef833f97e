// Reads a backup twice: once to check all of it, writing nothing; once to join it into the book.
import type { BackupDamage, BackupProgress, BackupRefusal, BackupSummary, JoinBackupResult } from './backup-report.ts';
import type { PhotoStore } from './photo-store.ts';
import type { ShopStore } from './shop-store.ts';

/** A file that was looked through; only `joinBackup` knows what is inside. */
export interface ReadableBackup {
  readonly file: Blob;
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

/** Looks through the whole file without writing anything. */
export declare function inspectBackup(
  file: Blob,
  passphrase: string | null,
  watch?: { readonly onProgress?: (progress: BackupProgress) => void; readonly signal?: AbortSignal },
): Promise<InspectBackupResult>;

export interface JoinBackupOptions {
  readonly inspected: Exclude<InspectBackupResult, { readonly kind: 'refused' }>;
  /** Has the person agreed to join what is whole of a damaged file? Without it a `partial` one throws. */
  readonly acceptsDamage?: boolean;
  readonly store: Pick<ShopStore, 'join' | 'queries'>;
  readonly photos: Pick<PhotoStore, 'putRaw'>;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal;
}
/** Joins a backup that was looked through: nothing here is undone by it, and joining twice changes nothing. */
export declare function joinBackup(options: JoinBackupOptions): Promise<JoinBackupResult>;
