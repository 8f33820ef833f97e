// The list of the last session before any other code of the app is run: out of the page, where the service worker has put
// it, else asked for, so that the answer arrives while React is made.
// Law: the first import of main.tsx; it reads and changes nothing that is kept.
import { addressOfDay, readDayInPage, readDaySnapshot, type StoredDay } from './day-snapshot.ts';
import { whichBook } from './which-book.ts';

/** A store that does not answer must not keep the app from opening. */
const LONGEST_WAIT_MS = 1_000;

export const bookAtStart = whichBook();

const inPage = readDayInPage(bookAtStart, document);

async function askAtMost(milliseconds: number): Promise<StoredDay | null> {
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
  return await Promise.race([readDaySnapshot(bookAtStart), tooLate]);
}

/** A promise only where there is something to wait for: a render a turn later is a frame later. */
export const dayAtStart = inPage === undefined ? askAtMost(LONGEST_WAIT_MS) : inPage;

/**
 * The paint that the service worker has put into `root` is taken away where it is not this book's, or a lock may stand;
 * else it is shown where the day is opened, as the app will.
 */
export function keepPictureOf(root: HTMLElement, isLocked: boolean): void {
  if (isLocked || root.dataset.atHand !== addressOfDay(bookAtStart)) root.replaceChildren();
  root.querySelector('[data-open-at]')?.scrollIntoView({ block: 'start' });
}
