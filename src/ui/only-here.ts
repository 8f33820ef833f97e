// How much of the book is nowhere but on this tablet, and whether a backup is to be asked for. Pure but for one hook.
// Law: "backed up" is what a finished backup file holds; what came since is only here. Nothing is asked for an empty book.
import { useEffect, useState } from 'react';
import type { Instant, LocalDate } from '../domain/time.ts';
import { hasBackupDue, LAST_BACKUP_KEY, type LastBackup, readLastBackup } from '../store/backup-due.ts';
import { useWorld } from './base/shop-context.ts';

export const POSTPONED_KEY = 'backupPostponed';
const AFTER_FIRST_PAINT_MS = 600;
const AFTER_CHANGE_MS = 1000;

export interface OnlyHere {
  /** Changes that no backup holds. */
  readonly changes: number;
  /** Clock label of the oldest change in the book; null for an empty one. */
  readonly oldestAt: number | null;
  readonly last: LastBackup | null;
  readonly isPersisted: boolean;
  /** The day on which the owner said "tomorrow"; null when never. */
  readonly postponedOn: string | null;
}

/** Read a moment after the first paint, and a moment after changes; null until then. */
export function useOnlyHere(isWanted: boolean): OnlyHere | null {
  const { store, services, isConfirmed } = useWorld();
  const [state, setState] = useState<OnlyHere | null>(null);
  useEffect(() => {
    if (!isWanted || !isConfirmed) return;
    let isAlive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      try {
        const [outbox, last, persistence, postponed] = await Promise.all([
          store.queries.outbox().run(),
          readLastBackup(store),
          services.persistence(),
          store.device.get(POSTPONED_KEY),
        ]);
        if (!isAlive) return;
        setState({
          changes: Math.max(0, outbox.transactions - (last?.transactions ?? 0)),
          oldestAt: outbox.oldestAt,
          last,
          isPersisted: persistence === 'granted',
          postponedOn: typeof postponed?.value === 'string' ? postponed.value : null,
        });
      } catch (error) {
        // The line keeps its plain words; whatever is wrong with the database, the screens say it.
        console.error('the state of the backup could not be read', error);
      }
    };
    const readSoon = (afterMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(read, afterMs);
    };
    const stop = store.subscribe((notice) => {
      if (notice.device.includes(LAST_BACKUP_KEY) || notice.device.includes(POSTPONED_KEY)) void read();
      else if (notice.isAll || notice.roots.length > 0) readSoon(AFTER_CHANGE_MS);
    });
    readSoon(AFTER_FIRST_PAINT_MS);
    return () => {
      isAlive = false;
      clearTimeout(timer);
      stop();
    };
  }, [store, services, isConfirmed, isWanted]);
  return state;
}

/**
 * Whether to ask for a backup, and how pressing it is: `daily` while the browser may throw the book away. A book without
 * a backup counts from its first change, so that a new shop is not asked while it is being set up.
 */
export function backupAsked(state: OnlyHere, now: Instant, today: LocalDate): 'daily' | 'weekly' | null {
  if (state.changes === 0 || state.oldestAt === null || state.postponedOn === today) return null;
  const since: LastBackup = state.last ?? {
    at: state.oldestAt as Instant, // a clock label of this or another tablet
    transactions: 0,
    bytes: 0,
    withPhotos: false,
    isEncrypted: false,
  };
  if (!hasBackupDue(since, now, state.isPersisted)) return null;
  return state.isPersisted ? 'weekly' : 'daily';
}
