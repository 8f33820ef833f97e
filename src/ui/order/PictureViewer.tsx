// A picture over the whole screen: two fingers or the wheel make it larger, one finger moves it, a swipe turns on.
// Arrows turn, plus and minus zoom, Escape closes.
import './pictures.css';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Dialog } from '../base/Dialog.tsx';
import { useTexts } from '../base/texts.ts';
import { Photo } from '../photos/Photo.tsx';
import { orderTexts } from './order.texts.ts';

interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}
const WHOLE: View = { scale: 1, x: 0, y: 0 };
const MAX_SCALE = 6;
/** Pixels a finger must travel sideways to turn to the next picture. */
const SWIPE_PX = 60;

interface Grip {
  readonly points: ReadonlyMap<number, { readonly x: number; readonly y: number }>;
  readonly view: View;
}

export interface PictureViewerProps {
  readonly pictures: readonly { readonly sha: string; readonly word: string }[];
  readonly first: number;
  readonly onClose: () => void;
}

export function PictureViewer({ pictures, first, onClose }: PictureViewerProps) {
  const texts = useTexts(orderTexts);
  const [at, setAt] = useState(first);
  const [view, setView] = useState(WHOLE);
  const stage = useRef<HTMLDivElement>(null);
  /** Fingers on the picture, and what it looked like when the last of them came down or left. */
  const grip = useRef<Grip>({ points: new Map(), view: WHOLE });
  const picture = pictures[at] ?? pictures[0];

  const turn = (step: number) => {
    setAt((last) => (last + step + pictures.length) % pictures.length);
    setView(WHOLE);
  };
  const zoom = (factor: number) =>
    setView((last) => {
      const scale = Math.min(MAX_SCALE, Math.max(1, last.scale * factor));
      return scale === 1 ? WHOLE : { scale, x: (last.x * scale) / last.scale, y: (last.y * scale) / last.scale };
    });
  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  keys.current = (event) => {
    if (event.key === 'ArrowRight' && pictures.length > 1) turn(1);
    else if (event.key === 'ArrowLeft' && pictures.length > 1) turn(-1);
    else if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    // On the dialog itself: the keys work wherever the focus is in it.
    const dialog = stage.current?.closest('dialog');
    const listen = (event: KeyboardEvent) => keys.current(event);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoomRef.current(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    };
    dialog?.addEventListener('keydown', listen);
    stage.current?.addEventListener('wheel', wheel, { passive: false });
    const own = stage.current;
    return () => {
      dialog?.removeEventListener('keydown', listen);
      own?.removeEventListener('wheel', wheel);
    };
  }, []);
  const zoomRef = useRef(zoom);
  zoomRef.current = zoom;

  const take = (event: PointerEvent, isDown: boolean) => {
    const points = new Map(grip.current.points);
    if (isDown) points.set(event.pointerId, { x: event.clientX, y: event.clientY });
    else points.delete(event.pointerId);
    grip.current = { points, view };
  };
  const move = (event: PointerEvent) => {
    const { points, view: before } = grip.current;
    const from = points.get(event.pointerId);
    if (from === undefined) return;
    const other = [...points].find(([id]) => id !== event.pointerId)?.[1];
    const to = { x: event.clientX, y: event.clientY };
    if (other !== undefined) {
      const spread = (a: { x: number; y: number }) => Math.hypot(a.x - other.x, a.y - other.y);
      const scale = Math.min(MAX_SCALE, Math.max(1, before.scale * (spread(to) / Math.max(1, spread(from)))));
      setView(scale === 1 ? WHOLE : { ...before, scale });
    } else if (before.scale > 1) {
      setView({ ...before, x: before.x + to.x - from.x, y: before.y + to.y - from.y });
    }
  };
  const release = (event: PointerEvent) => {
    const { points, view: before } = grip.current;
    const from = points.get(event.pointerId);
    if (from !== undefined && points.size === 1 && before.scale === 1 && pictures.length > 1) {
      const across = event.clientX - from.x;
      if (Math.abs(across) > SWIPE_PX && Math.abs(across) > Math.abs(event.clientY - from.y)) turn(across < 0 ? 1 : -1);
    }
    take(event, false);
  };

  if (picture === undefined) return null;
  const title = pictures.length > 1 ? texts.pictureOf(picture.word, at + 1, pictures.length) : picture.word;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      variant="full"
      actions={
        <>
          {pictures.length > 1 ? (
            <>
              <button type="button" className="sq" aria-label={texts.previousPicture} onClick={() => turn(-1)}>
                ‹
              </button>
              <button type="button" className="sq" aria-label={texts.nextPicture} onClick={() => turn(1)}>
                ›
              </button>
            </>
          ) : null}
          <span className="gap" />
          <button type="button" disabled={view.scale <= 1} onClick={() => zoom(1 / 1.5)}>
            − {texts.zoomOut}
          </button>
          <button type="button" disabled={view.scale >= MAX_SCALE} onClick={() => zoom(1.5)}>
            ＋ {texts.zoomIn}
          </button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: fingers only; the buttons and keys do the same */}
      <div
        className="order-stage"
        ref={stage}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          take(event, true);
        }}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={(event) => take(event, false)}
        onDoubleClick={() => setView((last) => (last.scale > 1 ? WHOLE : { scale: 2.5, x: 0, y: 0 }))}
      >
        <div
          className="order-stage-picture"
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        >
          <Photo key={picture.sha} sha={picture.sha} size="full" alt={title} />
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {title}
      </p>
    </Dialog>
  );
}
