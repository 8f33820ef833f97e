// Erasing a customer's personal details from an order, for good: rows, registers, history, originals, pictures.
// Law: it cannot be undone, so it takes two steps and says so; a picture's file goes only when no other order shows it.
import './order-dialogs.css';
import { useState } from 'react';
import type { Eid, Order } from '../../domain/order.ts';
import { isOpen } from '../../domain/status.ts';
import { picturesEver, redactOrder } from '../../store/redact-order.ts';
import { useActions } from '../base/action-bar.tsx';
import { Dialog } from '../base/Dialog.tsx';
import { useWorld } from '../base/shop-context.ts';
import { draftKey } from '../new-order/drafts.ts';
import type { FieldWords } from './field-words.ts';
import { forgetTyped } from './OtherValue.tsx';

export interface RedactDialogProps {
  readonly order: Order;
  readonly words: FieldWords;
  readonly onClose: () => void;
}

export function RedactDialog({ order, words, onClose }: RedactDialogProps) {
  const { store, photos, photoUrls, env } = useWorld();
  const { act, fail } = useActions();
  const { texts, base } = words;
  const [isAgreed, setAgreed] = useState(false);
  const [forgetCustomer, setForgetCustomer] = useState(true);
  const [isWorking, setWorking] = useState(false);

  const redact = async () => {
    setWorking(true);
    const history = await store.queries.history(order.eid).run();
    const newPayment = () => `${order.eid}/m${env.newId()}` as Eid; // child names are made here
    const change = redactOrder(order, { history, newPayment, forgetCustomer });
    // A half-typed edit of the order holds the same words.
    const result = await act({ ...change, discardDraft: draftKey(order.eid) }, { message: texts.redactDone });
    setWorking(false);
    if (!result.ok) return;
    await forgetTyped(store.drafts, order.eid);
    for (const sha of picturesEver(history)) {
      if (await store.queries.hasPicture(sha).run()) continue;
      const removed = await photos.remove(sha);
      photoUrls.forget(sha);
      if (!removed.ok) fail(texts.redactPicturesLeft);
    }
    onClose();
  };

  return (
    <Dialog
      title={texts.redactTitle}
      onClose={onClose}
      actions={
        <>
          <button type="button" onClick={onClose}>
            {base.cancel}
          </button>
          <button type="button" className="danger" disabled={!isAgreed || isWorking} onClick={() => void redact()}>
            {texts.redactDo}
          </button>
        </>
      }
    >
      <div className="order-form">
        <p>{texts.redactHint}</p>
        <p>{texts.redactKept}</p>
        {isOpen(order.status) ? <p className="todo">{texts.redactOpenWarning}</p> : null}
        {order.customer === null ? null : (
          <label className="order-check">
            <input
              type="checkbox"
              checked={forgetCustomer}
              onChange={(event) => setForgetCustomer(event.target.checked)}
            />
            {texts.redactCustomer}
          </label>
        )}
        <p>
          <b>{texts.redactFinal}</b>
        </p>
        <label className="order-check">
          <input type="checkbox" checked={isAgreed} onChange={(event) => setAgreed(event.target.checked)} />
          {texts.redactAgree}
        </label>
      </div>
    </Dialog>
  );
}
