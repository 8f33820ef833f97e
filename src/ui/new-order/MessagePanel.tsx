// The pasted message beside the form: each value's words are marked where they stand, and lead to their field.
// Law: the message is shown whole and untouched; marks are made of spans, never of HTML.
import './message.css';
import { useEffect, useRef } from 'react';
import type { DraftMessage } from '../../domain/new-order.ts';
import { useTexts } from '../base/texts.ts';
import { useOrderForm } from './form-context.ts';
import { cutMessage } from './message-pieces.ts';
import { pasteTexts } from './paste.texts.ts';

/** A very long paste is shown from its beginning; all of it is kept. */
const SHOWN_CHARACTERS = 20_000;

export function MessagePanel({ message }: { readonly message: DraftMessage }) {
  const { pointed, point } = useOrderForm();
  const texts = useTexts(pasteTexts);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only the message moves: the page stays at the field whose words were asked for.
    const mark = pointed === '' ? null : (box.current?.querySelector<HTMLElement>('[data-pointed]') ?? null);
    if (mark !== null && box.current !== null) box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 3;
  }, [pointed]);
  const isLong = message.text.length > SHOWN_CHARACTERS;
  const shown = isLong ? { ...message, text: message.text.slice(0, SHOWN_CHARACTERS) } : message;
  return (
    <details className="no-message" open>
      <summary>{texts.theMessage}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long message is scrolled by keyboard too. */}
      <section className="no-message-text" ref={box} tabIndex={0} aria-label={texts.theMessage}>
        {cutMessage(shown).map((piece) =>
          piece.path === null ? (
            <span key={piece.start} className={piece.isLeftover && piece.text.trim() !== '' ? 'no-left' : undefined}>
              {piece.text}
            </span>
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the button under each field does the same by keyboard.
            <mark
              key={piece.start}
              data-pointed={piece.path === pointed || undefined}
              onClick={() => point(piece.path === pointed ? '' : (piece.path ?? ''))}
            >
              {piece.text}
            </mark>
          ),
        )}
      </section>
      {isLong ? <p className="hint">{texts.messageLong(message.text.length)}</p> : null}
    </details>
  );
}
