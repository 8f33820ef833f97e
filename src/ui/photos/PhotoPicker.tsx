// The pictures of one cake: taken by camera, chosen, dropped or pasted; as reference or as the agreed design.
// Law: the role stands in words on every picture; what could not be kept says what to do.
import './photos.css';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { Eid, PhotoRole, Picture } from '../../domain/order.ts';
import { Dialog } from '../base/Dialog.tsx';
import { Icon } from '../base/icons.tsx';
import { useTexts } from '../base/texts.ts';
import { Photo } from './Photo.tsx';
import { photoTakingTexts } from './photo-taking.texts.ts';
import { useTakePhotos } from './use-take-photos.ts';

export interface PickedPhoto {
  readonly eid: Eid;
  readonly picture: Picture;
  readonly role: PhotoRole;
}
export interface PhotoPickerProps {
  /** What the pictures belong to, for people who cannot see them: `케이크 1`. */
  readonly of: string;
  readonly photos: readonly PickedPhoto[];
  readonly onAdd: (pictures: readonly Picture[]) => void;
  readonly onRole: (eid: Eid, role: PhotoRole) => void;
  readonly onRemove: (eid: Eid) => void;
  /** Places a picture can be moved to, the present one left out. */
  readonly moves?: readonly { readonly text: string; readonly move: (eid: Eid) => void }[];
}

/** The files of a paste or a drop, or none. */
export function filesIn(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}

export function PhotoPicker({ of, photos, onAdd, onRole, onRemove, moves = [] }: PhotoPickerProps) {
  const texts = useTexts(photoTakingTexts);
  const { waiting, problems, clearProblems, take } = useTakePhotos();
  const [open, setOpen] = useState<Eid | null>(null);
  const [isOver, setOver] = useState(false);
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const shown = photos.find((photo) => photo.eid === open);
  const add = (files: readonly File[]) => {
    if (files.length > 0)
      void take(files).then((pictures) => {
        if (pictures.length > 0) onAdd(pictures);
      });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(filesIn(event.dataTransfer));
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = filesIn(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    add(files);
  };
  const chooser = (input: typeof camera, capture: boolean) => (
    <input
      ref={input}
      className="visually-hidden"
      type="file"
      accept="image/*"
      tabIndex={-1}
      aria-hidden="true"
      {...(capture ? { capture: 'environment' as const } : { multiple: true })}
      onChange={(event) => {
        add([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop and paste pictures; the buttons in it do the same by hand.
    <div
      className={isOver ? 'photo-picker photo-over' : 'photo-picker'}
      onDrop={onDrop}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onPaste={onPaste}
    >
      <ul className="photo-list" aria-label={texts.photosOf(of)}>
        {photos.map(({ eid, picture, role }) => (
          <li key={eid}>
            <button
              type="button"
              className="photo-card"
              aria-label={role === 'agreed' ? texts.agreed : texts.reference}
              onClick={() => setOpen(eid)}
            >
              <Photo sha={picture.sha} alt="" />
              <small className={role === 'agreed' ? 'photo-agreed' : ''}>
                {role === 'agreed' ? texts.agreed : texts.reference}
              </small>
            </button>
          </li>
        ))}
        {waiting > 0 ? (
          <li className="photo-waiting" role="status">
            {texts.keeping(waiting)}
          </li>
        ) : null}
        <li className="photo-buttons">
          <button type="button" onClick={() => camera.current?.click()}>
            <Icon name="camera" />
            {texts.camera}
          </button>
          <button type="button" onClick={() => gallery.current?.click()}>
            <Icon name="picture" />
            {texts.gallery}
          </button>
        </li>
      </ul>
      {chooser(camera, true)}
      {chooser(gallery, false)}
      <div role="alert">
        {problems.length === 0 ? null : (
          <div className="photo-problems">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
            <button type="button" className="small" onClick={clearProblems}>
              {texts.understood}
            </button>
          </div>
        )}
      </div>
      {shown === undefined ? null : (
        <Dialog
          title={shown.role === 'agreed' ? texts.agreed : texts.reference}
          variant="full"
          onClose={() => setOpen(null)}
          actions={
            <>
              <button
                type="button"
                className="danger"
                onClick={() => {
                  onRemove(shown.eid);
                  setOpen(null);
                }}
              >
                {texts.remove}
              </button>
              {moves.map(({ text, move }) => (
                <button
                  key={text}
                  type="button"
                  onClick={() => {
                    move(shown.eid);
                    setOpen(null);
                  }}
                >
                  {texts.moveTo(text)}
                </button>
              ))}
              <button
                type="button"
                className="primary"
                onClick={() => {
                  onRole(shown.eid, shown.role === 'agreed' ? 'reference' : 'agreed');
                  setOpen(null);
                }}
              >
                {shown.role === 'agreed' ? texts.makeReference : texts.makeAgreed}
              </button>
            </>
          }
        >
          <Photo sha={shown.picture.sha} size="full" alt={of} className="photo-whole" />
        </Dialog>
      )}
    </div>
  );
}
