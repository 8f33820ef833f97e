// The photo database: a Dexie of its own. Replaced by its implementation in the next commit.
import type { PhotoStore } from './photo-store.ts';

export interface OpenPhotoStoreOptions {
  readonly name: string;
}
/** Opens (or makes) the photo database called `name`. */
export declare function openPhotoStore(options: OpenPhotoStoreOptions): PhotoStore;
