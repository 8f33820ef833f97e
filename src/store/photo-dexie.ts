// The photo database's layout. Apart from its store, so that Dexie is loaded when the first picture is asked for.
import type { EntityTable } from 'dexie';
import Dexie from 'dexie';
import type { Picture } from '../domain/order.ts';

export const PHOTO_DATABASE_VERSION = 1;

/** Small, so that lists and sums never touch a picture's bytes. */
export interface PictureRow extends Picture {
  readonly thumb: { readonly mime: string; readonly bytes: number };
}
interface BytesRow {
  readonly sha: string;
  readonly bytes: ArrayBuffer;
}
export type PhotoDexie = Dexie & {
  readonly pictures: EntityTable<PictureRow, 'sha'>;
  readonly thumbs: EntityTable<BytesRow, 'sha'>;
  readonly full: EntityTable<BytesRow, 'sha'>;
};

/** The photo database called `name`; it opens, or is made, at the first call. */
export function createPhotoDexie(name: string): PhotoDexie {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as PhotoDexie; // the tables laid out next
  db.version(PHOTO_DATABASE_VERSION).stores({ pictures: 'sha', thumbs: 'sha', full: 'sha' });
  // Another tab deletes it or brings a newer layout: let go at once; the next call opens it again.
  db.on('versionchange', () => db.close());
  return db;
}
