// The pictures of an order: the agreed design first and large, the others beside it, any of them full screen.
import './pictures.css';
import { useState } from 'react';
import type { Order, Photo as OrderPhoto } from '../../domain/order.ts';
import { useTexts } from '../base/texts.ts';
import { Photo, usePhotoUrl } from '../photos/Photo.tsx';
import { orderTexts } from './order.texts.ts';
import { PictureViewer } from './PictureViewer.tsx';

/** Agreed designs before references, each in its own order. */
export function picturesOf(order: Order): OrderPhoto[] {
  const shown = order.photos.filter((photo) => photo.picture !== null);
  return [...shown.filter(({ role }) => role === 'agreed'), ...shown.filter(({ role }) => role !== 'agreed')];
}

export function OrderPictures({ order }: { readonly order: Order }) {
  const texts = useTexts(orderTexts);
  const [opened, setOpened] = useState<number | null>(null);
  const pictures = picturesOf(order);
  const first = pictures[0];
  const sha = first?.picture?.sha ?? null;
  const { state } = usePhotoUrl(sha, 'full');
  if (first === undefined || sha === null) return null;
  const wordOf = (photo: OrderPhoto) => texts[photo.role === 'agreed' ? 'role.agreed' : 'role.reference'];
  return (
    <section className="order-pictures" aria-label={texts.pictures}>
      <button
        type="button"
        className="order-hero quiet"
        aria-label={texts.openPicture(wordOf(first))}
        onClick={() => setOpened(0)}
      >
        <Photo sha={sha} size="full" alt="" className="order-hero-photo" />
        <small className="order-caption">
          {pictures.length > 1 ? texts.pictureOf(wordOf(first), 1, pictures.length) : wordOf(first)}
          {state === 'reading' ? '' : ` · ${state === 'missing' ? texts.notHere : texts.storedHere}`}
        </small>
      </button>
      {pictures.length > 1 ? (
        <ul className="order-thumbs">
          {pictures.slice(1).map((photo, index) => (
            <li key={photo.eid}>
              <button
                type="button"
                className="quiet"
                aria-label={`${texts.openPicture(wordOf(photo))} (${index + 2}/${pictures.length})`}
                onClick={() => setOpened(index + 1)}
              >
                <Photo sha={photo.picture?.sha ?? null} alt="" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {opened === null ? null : (
        <PictureViewer
          pictures={pictures.map((photo) => ({ sha: photo.picture?.sha ?? '', word: wordOf(photo) }))}
          first={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}
