// Where the search index is written down, so that it need not be made at every start: a small database of its own.
// Law: it holds nothing that the shop's database does not hold, and it may be thrown away at any time.
import type { Segment } from '../domain/search-segment.ts';
import { DERIVED_VERSION } from '../store/derive.ts';
import type { SessionRecord } from '../store/session-line.ts';

/** Throws away what another making of segments, or of the rows they were made from, has written. */
const INDEX_VERSION = `1/${DERIVED_VERSION}`;
const PARTS = 'parts';
const HEAD_KEY = 0;

/** Up to where the index knows the book. */
export interface IndexHead {
  readonly version: string;
  /** The version vector of the book when it was last read: what came after it is missing here. */
  readonly sessions: readonly SessionRecord[];
  /** Key of the last row read while the index is being made; null once every row has been. */
  readonly cursor: readonly [string, string, string] | 'begin' | null;
}

export interface IndexDatabase {
  /** null when there is nothing, or nothing that can be used. */
  read(): Promise<{ readonly head: IndexHead; readonly segments: readonly Segment[] } | null>;
  /** Writes changed segments, takes gone ones away, and moves the head, all or nothing. */
  write(changed: readonly Segment[], gone: readonly number[], head: Omit<IndexHead, 'version'>): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}

const asked = <Answer>(request: IDBRequest<Answer>) =>
  new Promise<Answer>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (tx: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error);
    tx.onabort = () => reject(tx.error);
  });

/** Opens (or makes) the index database called `name`. */
export async function openIndexDatabase(name: string): Promise<IndexDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(PARTS);
  const db = await asked(opening);
  db.onversionchange = () => db.close(); // somebody throws it away
  const parts = (mode: IDBTransactionMode) => {
    // Not strict: what a crash takes away is read again from the book.
    const tx = db.transaction(PARTS, mode, { durability: 'relaxed' });
    return { tx, store: tx.objectStore(PARTS) };
  };
  return {
    async read() {
      const { store } = parts('readonly');
      const [head, segments] = await Promise.all([
        asked(store.get(HEAD_KEY)) as Promise<IndexHead | undefined>, // written below
        asked(store.getAll(IDBKeyRange.lowerBound(HEAD_KEY, true))) as Promise<Segment[]>, // written below
      ]);
      return head?.version === INDEX_VERSION ? { head, segments } : null;
    },
    async write(changed, gone, head) {
      const { tx, store } = parts('readwrite');
      for (const id of gone) store.delete(id);
      for (const segment of changed) store.put(segment, segment.id);
      store.put({ version: INDEX_VERSION, ...head } satisfies IndexHead, HEAD_KEY);
      await finished(tx);
    },
    async clear() {
      const { tx, store } = parts('readwrite');
      store.clear();
      await finished(tx);
    },
    close: () => db.close(),
  };
}

/** Throws a written index away; the next start makes it anew. */
export async function deleteIndexDatabase(name: string): Promise<void> {
  await asked(indexedDB.deleteDatabase(name));
}
