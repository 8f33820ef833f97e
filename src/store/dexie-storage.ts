// The shop's database for whoever may have to make it: opened as it stands, and laid out or upgraded first by Dexie, which is
// loaded for that alone (docs/decisions/0007).
import { openBrowserStorage } from './browser-storage.ts';
import type { Durability, Storage } from './storage.ts';

export interface DexieStorageOptions {
  readonly name: string;
  readonly durability?: Durability;
  /** How long another tab may take to let go of an older version, milliseconds. */
  readonly blockedAfterMs?: number;
}

/** Opens (or makes) the shop database called `name`. @throws StorageFailure `blocked`, `closed`, `disk-full`, `lost`, `failed`. */
export async function openDexieStorage({ blockedAfterMs = 4000, ...options }: DexieStorageOptions): Promise<Storage> {
  return await openBrowserStorage({
    ...options,
    async layOut(name, version) {
      const { layOutShopDatabase } = await import('./dexie-layout.ts');
      await layOutShopDatabase(name, version, blockedAfterMs);
    },
  });
}
