// The world as the pure rooms see it: the clock, chance and names come in through this door only.
// Law: nothing outside a composition root asks the platform for the time or for a random number.
import type { Instant } from './time.ts';

export interface Env {
  /** The tablet's clock, milliseconds since 1970 UTC. A label for people, never an order: shop tablets have wrong clocks. */
  now(): Instant;
  /** A new name that no other device will ever make: 26 or more characters, sortable by the time of making. */
  newId(): string;
  /** 16 hexadecimal characters of chance: the name of one start of the app in one tab. */
  newSession(): string;
}
