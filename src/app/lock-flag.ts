// Whether this book opens locked, known before anything is painted: one flag beside the database.
// Law: the flag only closes; what opens is the PIN's record in the database. A flag without a record opens nothing of value
// and is taken away, a record without a flag closes the app as soon as it is read.
import { BOOK_DATABASES, type Book } from './which-book.ts';

/** `pickup-note.locked` for the person's own book. */
export const lockFlagKey = (book: Book) => `${BOOK_DATABASES[book].shop}.locked`;

/** The app starts locked: nothing of the shop may be painted. Where storage is off, there is no shop either. */
export function isLockFlagged(book: Book): boolean {
  try {
    return localStorage.getItem(lockFlagKey(book)) !== null;
  } catch {
    return false;
  }
}

export function writeLockFlag(book: Book, isSet: boolean): void {
  try {
    if (isSet) localStorage.setItem(lockFlagKey(book), 'yes');
    else localStorage.removeItem(lockFlagKey(book));
  } catch {
    // Storage is off or full: the record in the database closes the app a moment later.
  }
}
