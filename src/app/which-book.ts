// Which book this tab opens: the person's own or the demo shop. They are separate databases and never mix.
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

export function chooseBook(book: Book): void {
  localStorage.setItem(KEY, book);
}
