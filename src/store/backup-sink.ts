// Where a backup goes: a file that the person picks, or one in the app's own space that is then handed over.
import type { Instant } from '../domain/time.ts';
import type { BackupProgress, WrittenTotals } from './backup-report.ts';
import type { PhotoStore } from './photo-store.ts';
import type { ShopStore } from './shop-store.ts';

export interface SaveBackupOptions {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  readonly shopName: string;
  readonly deviceName: string;
  readonly now: Instant;
  readonly fileName: string;
  readonly withPhotos: boolean;
  readonly passphrase: string | null;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal;
}

/** A finished backup in the app's own space. It is not safe yet: the person has to take it out. */
export interface WaitingBackup {
  readonly file: File;
  /** Whether the platform offers to share it (save to Files, send to a PC). */
  readonly canShare: boolean;
  /** Call in a tap. `cancelled`: the person closed the sheet; the file still waits. */
  share(): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: 'cancelled' | 'failed' }>;
  /** Call in a tap. Into the browser's downloads; counts as the last backup. */
  download(): Promise<void>;
  discard(): Promise<void>;
}

/** `too-large`: this browser can only hold it in memory, and it is too much; leave out the photos or use a computer. */
export type SaveBackupResult =
  | { readonly ok: true; readonly place: 'picked'; readonly bytes: number; readonly totals: WrittenTotals }
  | {
      readonly ok: true;
      readonly place: 'waiting';
      readonly bytes: number;
      readonly totals: WrittenTotals;
      readonly waiting: WaitingBackup;
    }
  | {
      readonly ok: false;
      readonly problem: 'cancelled' | 'stopped' | 'disk-full' | 'too-large' | 'lost' | 'failed';
      readonly cause: unknown;
    };

/**
 * Writes a backup to where the platform lets it. Call it in the tap itself: the file picker needs it.
 * Records the last backup after a picked file was closed, or a waiting one was handed over.
 */
export declare function saveBackup(options: SaveBackupOptions): Promise<SaveBackupResult>;

/** Removes backups that were left in the app's own space more than a day ago; at the start of the app. */
export declare function removeLeftBackups(now: Instant): Promise<void>;
