// Takes a backup out of the tablet: into a file that the person picks, or one that is written first and handed over then.
// Law: the last backup is recorded only after the picked file was closed, or the waiting one was shared or downloaded.
import type { Instant } from '../domain/time.ts';
import type { LastBackup } from './backup-due.ts';
import { writeLastBackup } from './backup-due.ts';
import type { BackupTarget } from './backup-file.ts';
import { hasSavePicker, MemoryTooSmall, ownTarget, pickTarget } from './backup-file.ts';
import type { BackupProgress, WrittenTotals } from './backup-report.ts';
import { writeBackup } from './backup-write.ts';
import type { PhotoStore } from './photo-store.ts';
import type { ShopStore } from './shop-store.ts';
import { StorageFailure } from './storage.ts';

export interface SaveBackupOptions {
  readonly store: Pick<ShopStore, 'readTransactions' | 'readVersionVector' | 'device' | 'session'>;
  readonly photos: Pick<PhotoStore, 'readRaw'>;
  readonly shopName: string;
  readonly deviceName: string;
  readonly now: Instant;
  /** What the person sees, with the ending `.pickupnote`. */
  readonly fileName: string;
  readonly withPhotos: boolean;
  readonly passphrase: string | null;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where to write; the save picker where there is one, else the app's own space. */
  readonly openTarget?: () => Promise<BackupTarget>;
}

/** A finished backup in the app's own space. It is not safe yet: the person has to take it out. */
export interface WaitingBackup {
  readonly file: File;
  /** Whether the platform offers to share it (save to Files, send to a computer). */
  readonly canShare: boolean;
  /** Call in a tap. `cancelled`: the person closed the sheet; the file still waits. `failed`: offer `download`. */
  share(): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: 'cancelled' | 'failed' }>;
  /** Call in a tap. Into the browser's downloads. */
  download(): Promise<void>;
  /** Frees its place on the tablet; after it was shared, or when the person does not want it. */
  discard(): Promise<void>;
}

/**
 * `cancelled`: the person closed the picker. `stopped`: by `signal`. `too-large`: this browser can only hold it in
 * memory, and it is too much: leave out the photos. Nothing is left of a failed one.
 */
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

/** Writes a backup to where the platform lets it. Call it in the tap itself: the file picker needs it. */
export async function saveBackup(options: SaveBackupOptions): Promise<SaveBackupResult> {
  const { store, fileName, now, withPhotos, passphrase, signal } = options;
  const name = `${store.session}-${now}.pickupnote`;
  const openTarget =
    options.openTarget ?? (() => (hasSavePicker(window) ? pickTarget(window, fileName) : ownTarget(name, fileName)));
  let target: BackupTarget;
  try {
    target = await openTarget();
  } catch (cause) {
    return { ok: false, problem: isNamed(cause, 'AbortError') ? 'cancelled' : problemOf(cause), cause };
  }
  const { stream, totals } = writeBackup(options);
  const reader = stream.getReader();
  try {
    let bytes = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      await target.write(next.value);
      bytes += next.value.length;
    }
    const file = await target.close();
    const written = totals();
    if (written === null) throw new Error('the stream ended without its totals');
    const last: LastBackup = {
      at: now,
      transactions: written.transactions,
      bytes,
      withPhotos,
      isEncrypted: passphrase !== null,
    };
    const record = () => writeLastBackup(store, last);
    if (file === null) {
      await record();
      return { ok: true, place: 'picked', bytes, totals: written };
    }
    return { ok: true, place: 'waiting', bytes, totals: written, waiting: waitingBackup(file, record, target) };
  } catch (cause) {
    const problem = signal?.aborted === true ? 'stopped' : problemOf(cause);
    // The first failure is the one to tell; what is left behind goes with `removeLeftBackups`.
    await Promise.allSettled([reader.cancel(cause), target.abort()]);
    return { ok: false, problem, cause };
  }
}

function waitingBackup(file: File, record: () => Promise<void>, target: BackupTarget): WaitingBackup {
  let url: string | null = null;
  return {
    file,
    canShare: navigator.canShare?.({ files: [file] }) ?? false,
    async share() {
      try {
        await navigator.share({ files: [file] });
      } catch (error) {
        return { ok: false, problem: isNamed(error, 'AbortError') ? 'cancelled' : 'failed' };
      }
      await record();
      return { ok: true };
    },
    async download() {
      url ??= URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = url;
      link.download = file.name;
      link.click();
      await record();
    },
    async discard() {
      if (url !== null) URL.revokeObjectURL(url);
      await target.discard();
    },
  };
}

const isNamed = (error: unknown, name: string) => error instanceof DOMException && error.name === name;

function problemOf(cause: unknown): 'disk-full' | 'too-large' | 'lost' | 'failed' {
  if (cause instanceof MemoryTooSmall) return 'too-large';
  if (isNamed(cause, 'QuotaExceededError')) return 'disk-full';
  if (cause instanceof StorageFailure && (cause.problem === 'lost' || cause.problem === 'disk-full'))
    return cause.problem;
  return 'failed';
}
