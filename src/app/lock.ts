// The lock of the app on this device: a PIN's hash in the device's local door, closed at start, on demand and when idle.
// Law: a try is counted on disk before it is checked, so that a reload does not give it back; the PIN itself is kept nowhere.
import type { Json } from '../merge/op.ts';
import type { ShopStore } from '../store/shop-store.ts';
import { type AppLock, type LockState, type PinAnswer, waitAfterWrongPin } from '../ui/lock/app-lock.ts';
import { withoutDaySnapshot } from './day-snapshot.ts';
import { isLockFlagged, lockFlagKey, writeLockFlag } from './lock-flag.ts';
import type { Book } from './which-book.ts';

const DEVICE_KEY = 'lock';
/** What OWASP asks of PBKDF2 with SHA-256 since 2023. */
const ROUNDS = 600_000;
const LOOK_EVERY_MS = 5_000;

interface LockRecord {
  readonly salt: string;
  readonly rounds: number;
  readonly hash: string;
  readonly idleMinutes: number;
  /** Wrong PINs since the last right one. */
  readonly tries: number;
  /** No PIN is checked before this instant; 0: at once. */
  readonly waitUntil: number;
}

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

async function hashPin(pin: string, salt: string, rounds: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: rounds },
    key,
    256,
  );
  return toHex(new Uint8Array(bits));
}

export interface AppLockOptions {
  readonly book: Book;
  readonly now: () => number;
}
export interface PageLock extends AppLock {
  /** The database is open: its record decides from now on. */
  attach(device: ShopStore['device']): Promise<void>;
  /** Another tab has set, changed or removed the PIN. */
  refresh(): Promise<void>;
  /** Asks the database; where there is none to ask, a PIN may be set. */
  isSetOnDisk(): Promise<boolean>;
}

/** The lock of one tab; closed from the start when the flag says so. */
export function createAppLock({ book, now }: AppLockOptions): PageLock {
  const listeners = new Set<() => void>();
  let state: LockState = { isLocked: isLockFlagged(book), hasPin: isLockFlagged(book), idleMinutes: 0 };
  let record: LockRecord | null = null;
  let device: ShopStore['device'] | null = null;
  let attached: () => void = () => undefined;
  const whenAttached = new Promise<void>((resolve) => {
    attached = resolve;
  });
  let touchedAt = now();
  let held = 0;

  const setState = (next: LockState) => {
    const { isLocked, hasPin, idleMinutes } = state;
    if (next.isLocked === isLocked && next.hasPin === hasPin && next.idleMinutes === idleMinutes) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const write = async (next: LockRecord) => {
    await device?.put(DEVICE_KEY, { ...next } satisfies { readonly [key: string]: Json });
  };
  const keep = async (next: LockRecord | null) => {
    if (next === null) await device?.remove(DEVICE_KEY);
    else await withoutDaySnapshot(book, () => write(next));
    record = next;
    writeLockFlag(book, next !== null);
  };
  const isKept = async (next: LockRecord | null): Promise<boolean> => {
    try {
      await keep(next);
      return true;
    } catch (error) {
      console.error('the PIN could not be kept', error);
      return false;
    }
  };
  /** Keeps what is only bookkeeping of tries: a full disk must not keep the owner out. */
  const keepTries = async (next: LockRecord) => {
    record = next;
    try {
      await write(next); // a PIN stands already, and no list beside it: no other tab need be waited for
    } catch (error) {
      console.error('the tries of the lock could not be kept', error);
    }
  };
  const close = () => {
    if (state.hasPin) setState({ ...state, isLocked: true });
  };

  const checkPin = async (pin: string): Promise<PinAnswer> => {
    await whenAttached;
    if (record === null) return { kind: 'right' };
    if (globalThis.crypto?.subtle === undefined) return { kind: 'unsupported' };
    const { waitUntil, tries } = record;
    // A clock that was put back must not make the wait longer than it was meant to be.
    if (waitUntil > now() && waitUntil - now() <= waitAfterWrongPin(tries)) return { kind: 'wait', until: waitUntil };
    const until = now() + waitAfterWrongPin(tries + 1);
    const tried: LockRecord = { ...record, tries: tries + 1, waitUntil: until };
    await keepTries(tried);
    if ((await hashPin(pin, tried.salt, tried.rounds)) !== tried.hash)
      return { kind: 'wrong', until: until > now() ? until : null };
    await keepTries({ ...tried, tries: 0, waitUntil: 0 });
    return { kind: 'right' };
  };

  const touch = () => {
    if (!isIdleTooLong()) touchedAt = now();
  };
  const isIdleTooLong = () =>
    state.idleMinutes > 0 && !state.isLocked && held === 0 && now() - touchedAt >= state.idleMinutes * 60_000;
  const look = () => {
    if (isIdleTooLong()) close();
  };
  for (const event of ['pointerdown', 'keydown', 'wheel'] as const)
    window.addEventListener(event, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_EVERY_MS);
  // Another tab was closed by hand, or a PIN was set there: this one closes too.
  window.addEventListener('storage', (event) => {
    if (event.key === `${lockFlagKey(book)}.now`) {
      setState({ ...state, hasPin: true, isLocked: true });
      void readAgain();
    }
  });
  const readAgain = async () => {
    if (device === null) return;
    const row = await device.get(DEVICE_KEY);
    record = row === undefined ? null : (row.value as unknown as LockRecord); // written by `keep` only
    setState({
      hasPin: record !== null,
      isLocked: record !== null && state.isLocked,
      idleMinutes: record?.idleMinutes ?? 0,
    });
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async attach(opened) {
      const isFirst = device === null;
      device = opened;
      const row = await opened.get(DEVICE_KEY);
      record = row === undefined ? null : (row.value as unknown as LockRecord); // written by `keep` only
      writeLockFlag(book, record !== null);
      setState({
        hasPin: record !== null,
        isLocked: record !== null && (isFirst || state.isLocked),
        idleMinutes: record?.idleMinutes ?? 0,
      });
      attached();
    },
    refresh: readAgain,
    async isSetOnDisk() {
      return device === null || (await device.get(DEVICE_KEY)) !== undefined;
    },
    lock() {
      close();
      try {
        if (state.hasPin) localStorage.setItem(`${lockFlagKey(book)}.now`, String(now()));
      } catch {
        // Other tabs close by themselves when idle; this one is closed.
      }
    },
    async unlock(pin) {
      const answer = await checkPin(pin);
      if (answer.kind === 'right') {
        touchedAt = now();
        setState({ ...state, isLocked: false });
      }
      return answer;
    },
    async setPin(pin, current) {
      if (globalThis.crypto?.subtle === undefined) return { kind: 'unsupported' };
      const answer = current === null && record === null ? { kind: 'right' as const } : await checkPin(current ?? '');
      if (answer.kind !== 'right') return answer;
      const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
      const hash = await hashPin(pin, salt, ROUNDS);
      const idleMinutes = record?.idleMinutes ?? 5;
      if (!(await isKept({ salt, rounds: ROUNDS, hash, idleMinutes, tries: 0, waitUntil: 0 })))
        return { kind: 'failed' };
      touchedAt = now();
      setState({ hasPin: true, isLocked: false, idleMinutes });
      return answer;
    },
    async removePin(current) {
      const answer = await checkPin(current);
      if (answer.kind !== 'right') return answer;
      if (!(await isKept(null))) return { kind: 'failed' };
      setState({ hasPin: false, isLocked: false, idleMinutes: 0 });
      return answer;
    },
    async setIdleMinutes(minutes) {
      if (record === null) return true;
      if (!(await isKept({ ...record, idleMinutes: minutes }))) return false;
      touchedAt = now();
      setState({ ...state, idleMinutes: minutes });
      return true;
    },
    holdOpen() {
      held += 1;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        held -= 1;
        touchedAt = now();
      };
    },
  };
}
