// Addresses under which an <img> shows a stored picture.
// Law: every address that was made is taken back: at once when its picture is gone, else when nobody shows it and newer
// ones need the place. Eighty thumbnails scrolled through all day do not leak.
import type { PhotoSize, PhotoStore } from './photo-store.ts';

export interface PhotoUrls {
  /** The address if it is known already, so that a list drawn again does not flicker. Does not hold it. */
  peek(sha: string, size: PhotoSize): string | null;
  /** Holds the address of a picture until `release`. */
  acquire(sha: string, size: PhotoSize): HeldUrl;
  /** Forgets a picture that was removed or saved anew; those who show it must acquire again. */
  forget(sha: string): void;
  /** Takes every address back. */
  close(): void;
}
export interface HeldUrl {
  /** null when the picture is missing or damaged. */
  readonly url: Promise<string | null>;
  /** The address may be taken back from now on. A second call does nothing. */
  release(): void;
}
interface Entry {
  holders: number;
  readonly pending: Promise<string | null>;
  url: string | null;
  isGone: boolean;
}

/**
 * Keeps addresses that nobody shows for the next time: at most `keep.thumb` and `keep.full` of each size.
 * @param urls makes and takes back addresses; the browser's `URL` unless a test counts them.
 */
export function photoUrls(
  store: Pick<PhotoStore, 'read'>,
  keep: Readonly<Record<PhotoSize, number>> = { thumb: 160, full: 4 },
  urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'> = URL,
): PhotoUrls {
  /** Least recently used first: a Map keeps the order of insertion. */
  const entries: Record<PhotoSize, Map<string, Entry>> = { thumb: new Map(), full: new Map() };

  const drop = (entry: Entry) => {
    entry.isGone = true;
    if (entry.url !== null) urls.revokeObjectURL(entry.url);
    entry.url = null;
  };
  const trim = (size: PhotoSize) => {
    let idle = [...entries[size].values()].filter((entry) => entry.holders === 0).length;
    for (const [sha, entry] of entries[size]) {
      if (idle <= keep[size]) return;
      if (entry.holders > 0) continue;
      entries[size].delete(sha);
      drop(entry);
      idle--;
    }
  };
  const load = (sha: string, size: PhotoSize): Entry => {
    const entry: Entry = {
      holders: 0,
      url: null,
      isGone: false,
      pending: store.read(sha, size).then((result) => {
        if (!result.ok || entry.isGone) {
          // Not kept: it may arrive later, with a joined backup.
          if (entries[size].get(sha) === entry) entries[size].delete(sha);
          return null;
        }
        entry.url = urls.createObjectURL(result.blob);
        return entry.url;
      }),
    };
    return entry;
  };

  return {
    peek: (sha, size) => entries[size].get(sha)?.url ?? null,
    acquire(sha, size) {
      const entry = entries[size].get(sha) ?? load(sha, size);
      entries[size].delete(sha);
      entries[size].set(sha, entry);
      entry.holders++;
      let isHeld = true;
      return {
        url: entry.pending,
        release() {
          if (!isHeld) return;
          isHeld = false;
          entry.holders--;
          trim(size);
        },
      };
    },
    forget(sha) {
      for (const size of ['thumb', 'full'] as const) {
        const entry = entries[size].get(sha);
        if (entry === undefined) continue;
        entries[size].delete(sha);
        drop(entry);
      }
    },
    close() {
      for (const size of ['thumb', 'full'] as const) {
        for (const entry of entries[size].values()) drop(entry);
        entries[size].clear();
      }
    },
  };
}
