// Asks for the list of the last session before any other code of the app is run: the answer arrives while React is made.
// Law: the first import of main.tsx; it reads and changes nothing.
import { readDaySnapshot, type StoredDay } from './day-snapshot.ts';
import { whichBook } from './which-book.ts';

/** A store that does not answer must not keep the app from opening. */
const LONGEST_WAIT_MS = 1_000;

export const bookAtStart = whichBook();

export const dayAtStart: Promise<StoredDay | null> = Promise.race([
  readDaySnapshot(bookAtStart),
  new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), LONGEST_WAIT_MS);
  }),
]);
