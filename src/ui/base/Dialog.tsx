// A window over the screen, on the platform's own <dialog>: focus stays inside, Escape closes, the rest is inert.
import './dialog.css';
import type { ReactNode } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { baseTexts } from './base.texts.ts';
import { useTexts } from './texts.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  /** `sheet` slides up from the foot on a phone; `full` covers the screen (pictures). */
  readonly variant?: 'box' | 'sheet' | 'full';
}

export function Dialog({ title, onClose, children, actions, variant = 'box' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const texts = useTexts(baseTexts);
  // Closed before it leaves the page: only then does the browser give the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${variant}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="quiet sq" aria-label={texts.close} onClick={onClose}>
            ✕
          </button>
        </div>
        <div className="dialog-content">{children}</div>
        {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
