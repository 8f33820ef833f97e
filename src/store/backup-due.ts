// When the next backup is asked for, and the record of the last one. Pure but for the two lines at the local door.
// Law: a lone tablet is one copy; where the browser may throw it away, a day is the longest it stays one (rules.md BK).
import { differenceInHours } from 'date-fns';
import type { Instant } from '../domain/time.ts';
import type { ShopStore } from './shop-store.ts';

/** Kept by the device's local door, written only after the backup's file was closed or handed over. */
export interface LastBackup {
  readonly at: Instant;
  readonly transactions: number;
  readonly bytes: number;
  readonly withPhotos: boolean;
  readonly isEncrypted: boolean;
}

export const LAST_BACKUP_KEY = 'lastBackup';

/**
 * Whether a backup is to be asked for. Weekly; daily while the browser has not promised to keep the data. A record from
 * the future (a clock that was put right since) counts as none.
 * @param isPersisted what `navigator.storage.persisted()` answers.
 */
export function hasBackupDue(last: LastBackup | null, now: Instant, isPersisted: boolean): boolean {
  if (last === null || last.at > now) return true;
  return differenceInHours(now, last.at) >= (isPersisted ? 7 * 24 : 24);
}

/** The last backup of this tablet, null when there is none. */
export async function readLastBackup(store: Pick<ShopStore, 'device'>): Promise<LastBackup | null> {
  const row = await store.device.get(LAST_BACKUP_KEY);
  return row === undefined ? null : (row.value as unknown as LastBackup); // written by writeLastBackup only
}

export async function writeLastBackup(store: Pick<ShopStore, 'device'>, last: LastBackup): Promise<void> {
  await store.device.put(LAST_BACKUP_KEY, { ...last });
}
