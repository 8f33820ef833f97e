// Which book this tab opens: the person's own or the demo shop. They are separate databases and never mix.
// Law: what stands here is a hint, known before anything else; the mark in the database (book-mark.ts) decides.
export type Book = 'own' | 'demo';

const KEY = 'pickup-note.book';

export const BOOK_DATABASES: Readonly<Record<Book, { readonly shop: string; readonly photos: string }>> = {
  own: { shop: 'pickup-note', photos: 'pickup-note-photos' },
  demo: { shop: 'pickup-note-demo', photos: 'pickup-note-demo-photos' },
};

export function whichBook(): Book {
  try {
    return localStorage.getItem(KEY) === 'demo' ? 'demo' : 'own';
  } catch {
    return 'own'; // storage is off: the own book says so when it opens
  }
}

/** Answers whether the next start will know it. */
export function hintBook(book: Book): boolean {
  try {
    localStorage.setItem(KEY, book);
  } catch {
    // Storage is off or full: what `whichBook` says next is all there is.
  }
  return whichBook() === book;
}
