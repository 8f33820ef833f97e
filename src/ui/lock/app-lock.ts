// What screens know of the lock of the app, and what they may ask of it. The browser's side is app/lock.ts.
// Law: the lock hides, it does not encrypt; while it is closed nothing of the shop is on the page.

export interface LockState {
  readonly isLocked: boolean;
  readonly hasPin: boolean;
  /** Minutes without a touch after which it closes; 0: never by itself. */
  readonly idleMinutes: number;
}

/** `wait`: too many wrong tries, nothing was checked; `until` is an instant. `unsupported`: no WebCrypto here (plain HTTP).
 * `failed`: it could not be written; what stood before still stands. */
export type PinAnswer =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly until: number | null }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'failed' };

export interface AppLock {
  state(): LockState;
  subscribe(listener: () => void): () => void;
  /** Closes at once, in every tab; without a PIN it does nothing. */
  lock(): void;
  unlock(pin: string): Promise<PinAnswer>;
  /** Sets or changes the PIN; `current` is asked for where there is one. */
  setPin(pin: string, current: string | null): Promise<PinAnswer>;
  removePin(current: string): Promise<PinAnswer>;
  /** Answers whether it was written. */
  setIdleMinutes(minutes: number): Promise<boolean>;
  /** A long job is running (a backup): it does not close by itself until the answer is called. */
  holdOpen(): () => void;
}

export const PIN_SHAPE = /^\d{4,8}$/;

/** How long to wait after the `tries`-th wrong PIN in a row, in milliseconds: three are free, then it grows to a quarter of an hour. */
export function waitAfterWrongPin(tries: number): number {
  const seconds = [0, 0, 0, 0, 5, 15, 30, 60, 300][tries] ?? 900;
  return seconds * 1000;
}
