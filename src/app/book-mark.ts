// Which book is open, where a kill cannot lose it: a row of the own book's device table, written strictly.
// Law: this row wins over the hint of which-book.ts, which the browser may write down only minutes later.
import type { Language } from '../domain/order.ts';
import { openDexieStorage } from '../store/dexie-storage.ts';
import type { LocalDoor } from '../store/shop-store.ts';
import { asLanguage } from './chosen-language.ts';
import { BOOK_DATABASES, type Book } from './which-book.ts';

const KEY = 'book';

const asBook = (value: unknown): Book | null => (value === 'own' || value === 'demo' ? value : null);

/** What the open own book says; null where nobody has ever left it. */
export async function bookMarkIn(device: Pick<LocalDoor<{ readonly value: unknown }>, 'get'>): Promise<Book | null> {
  return asBook((await device.get(KEY))?.value);
}

/** The same, asked from the demo shop, with the language that was chosen before going there. */
export async function readOwnMarks(): Promise<{ readonly mark: Book | null; readonly language: Language | null }> {
  const storage = await openDexieStorage({ name: BOOK_DATABASES.own.shop });
  try {
    const [mark, language] = await storage.transact(
      'read',
      ['device'],
      async (tx) => await tx.getMany<{ readonly value: unknown }>('device', [KEY, 'language']),
    );
    return { mark: asBook(mark?.value), language: asLanguage(language?.value) };
  } finally {
    storage.close();
  }
}

/** Resolves when it is on the disk. @throws StorageFailure */
export async function writeBookMark(book: Book): Promise<void> {
  const storage = await openDexieStorage({ name: BOOK_DATABASES.own.shop });
  try {
    await storage.transact('write', ['device'], async (tx) => await tx.put('device', { key: KEY, value: book }));
  } finally {
    storage.close();
  }
}
