// One stored picture by its name: small in lists, whole when looked at. The box keeps its size whatever is in it.
// Law: an address is held only while it is on screen, and a picture that is not here is said, never left blank.
import './photos.css';
import { useEffect, useState } from 'react';
import type { PhotoSize } from '../../store/photo-store.ts';
import { Icon } from '../base/icons.tsx';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { photosTexts } from './photos.texts.ts';

/** `missing`: neither bytes nor a whole file are here (a lost or damaged picture, or one still on another tablet). */
export type PhotoState = 'reading' | 'shown' | 'missing';

interface Shown {
  readonly key: string;
  readonly url: string | null;
  readonly state: PhotoState;
}

/** The address of a picture for an <img>, held while the caller shows it. `url` is null unless `state` is `shown`. */
export function usePhotoUrl(sha: string | null, size: PhotoSize): { url: string | null; state: PhotoState } {
  const { photoUrls } = useWorld();
  const key = `${size} ${sha ?? ''}`;
  const first = (): Shown => {
    const url = sha === null ? null : photoUrls.peek(sha, size);
    return { key, url, state: sha === null ? 'missing' : url === null ? 'reading' : 'shown' };
  };
  const [shown, setShown] = useState<Shown>(first);
  useEffect(() => {
    if (sha === null) return;
    let alive = true;
    const held = photoUrls.acquire(sha, size);
    void held.url.then((url) => {
      if (alive) setShown({ key, url, state: url === null ? 'missing' : 'shown' });
    });
    return () => {
      alive = false;
      held.release();
    };
  }, [photoUrls, sha, size, key]);
  return shown.key === key ? shown : first();
}

export interface PhotoProps {
  /** null: the cake has no picture; nothing but an empty box is shown. */
  readonly sha: string | null;
  readonly size?: PhotoSize;
  /** What the picture is to a person who cannot see it; '' when a text beside it says the same. */
  readonly alt: string;
  readonly className?: string;
  /** Told once the picture is decoded, or known to be missing: print waits for it. */
  readonly onSettled?: (state: 'shown' | 'missing') => void;
}

/** A picture of an order. Give the box its size by `className`; 72 px square without. */
export function Photo({ sha, size = 'thumb', alt, className = '', onSettled }: PhotoProps) {
  const texts = useTexts(photosTexts);
  const { url, state } = usePhotoUrl(sha, size);
  const isMissing = sha !== null && state === 'missing';
  useEffect(() => {
    if (sha === null || isMissing) onSettled?.('missing');
  }, [sha, isMissing, onSettled]);
  const box = `photo photo-${size} ${className}`;
  if (url !== null)
    return (
      <img
        className={box}
        src={url}
        alt={alt}
        decoding={size === 'full' ? 'async' : 'auto'}
        draggable={false}
        onLoad={() => onSettled?.('shown')}
        onError={() => onSettled?.('missing')}
      />
    );
  if (sha === null) return <span className={`${box} photo-none`} aria-hidden="true" />;
  return (
    <span className={`${box} photo-${state}`} role="img" aria-label={isMissing ? texts.missing : alt || texts.reading}>
      {isMissing ? (
        <>
          <Icon name="picture" />
          <small aria-hidden="true">{texts.missingShort}</small>
        </>
      ) : null}
    </span>
  );
}
