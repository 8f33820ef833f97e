// The world of a browser tab: its clock and its chance. The only place in the browser that asks for them.
import type { Env } from '../domain/environment.ts';
import type { Instant } from '../domain/time.ts';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function createBrowserEnv(): Env {
  return {
    now: () => Date.now() as Instant,
    newId() {
      // 48 bits of time, then 80 of chance, as in UUID version 7: names sort by their making, roughly.
      const time = Date.now().toString(16).padStart(12, '0');
      return time + hex(crypto.getRandomValues(new Uint8Array(10)));
    },
    newSession: () => hex(crypto.getRandomValues(new Uint8Array(8))),
  };
}
