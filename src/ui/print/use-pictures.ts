// The pictures of a list, all held at once while it is on screen, and whether every one of them is decoded.
// Law: paper is never printed with a picture half there; one that is missing is known to be missing.
import { type RefObject, useEffect, useState } from 'react';
import { useWorld } from '../base/shop-context.ts';

export interface PictureSet {
  /** By name: the address, or null when it is not on this tablet. Absent while it is read. */
  readonly urls: ReadonlyMap<string, string | null>;
  readonly isRead: boolean;
}
const EMPTY: ReadonlyMap<string, string | null> = new Map();

/** Holds the small pictures of these names until the list changes or goes. */
export function usePictures(shas: readonly string[]): PictureSet {
  const { photoUrls } = useWorld();
  const key = shas.join(' ');
  const [known, setKnown] = useState<{ readonly key: string; readonly urls: ReadonlyMap<string, string | null> }>({
    key: '',
    urls: EMPTY,
  });
  useEffect(() => {
    const names = key === '' ? [] : key.split(' ');
    let alive = true;
    const urls = new Map<string, string | null>();
    let isTelling = false;
    const tell = () => {
      if (isTelling) return;
      isTelling = true;
      // Eighty pictures arrive in a burst: one render for each burst.
      queueMicrotask(() => {
        isTelling = false;
        if (alive) setKnown({ key, urls: new Map(urls) });
      });
    };
    const held = names.map((sha) => {
      const hold = photoUrls.acquire(sha, 'thumb');
      hold.url.then(
        (url) => {
          urls.set(sha, url);
          tell();
        },
        () => {
          urls.set(sha, null);
          tell();
        },
      );
      return hold;
    });
    return () => {
      alive = false;
      for (const hold of held) hold.release();
    };
  }, [photoUrls, key]);
  const urls = known.key === key ? known.urls : EMPTY;
  return { urls, isRead: urls.size >= shas.length };
}

/** Whether every picture inside `paper` has been decoded. `key` names what is on the paper; it is asked anew for each. */
export function useDecoded(paper: RefObject<HTMLElement | null>, key: string, isRead: boolean): boolean {
  const [decoded, setDecoded] = useState<string | null>(null);
  useEffect(() => {
    if (!isRead || paper.current === null) return;
    let alive = true;
    const images = [...paper.current.querySelectorAll('img')];
    // A picture that cannot be decoded prints as its words; the others must not wait for it for ever.
    void Promise.allSettled(images.map((image) => image.decode())).then(() => {
      if (alive) setDecoded(key);
    });
    return () => {
      alive = false;
    };
  }, [paper, key, isRead]);
  return isRead && decoded === key;
}
