// Calling an order off: the reason goes to its memo, money given back is written down; one commit, one way back.
import './order-dialogs.css';
import { useId, useState } from 'react';
import { readAmount } from '../../domain/amount-input.ts';
import { summarizeMoney } from '../../domain/money.ts';
import type { Eid, PaymentEntry, PaymentMethod } from '../../domain/order.ts';
import { PAYMENT_METHODS } from '../../domain/order.ts';
import type { AnyEdit } from '../../store/change.ts';
import { editOrder } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { Dialog } from '../base/Dialog.tsx';
import { moneyText } from '../base/format.ts';
import { useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { leavingTexts } from './leaving.texts.ts';
import { paymentTexts } from './payment.texts.ts';

export function CancelDialog({ eid, onClose }: { readonly eid: Eid; readonly onClose: () => void }) {
  const { store, shop, env } = useWorld();
  const { act } = useActions();
  const texts = useTexts(leavingTexts);
  const paymentWords = useTexts(paymentTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const refundId = useId();
  const document = useAnswer(store.queries.order(eid));
  const [reason, setReason] = useState('');
  const [refund, setRefund] = useState('');
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [isTried, setTried] = useState(false);
  if (document == null) return null;
  const { order } = document;
  const money = summarizeMoney(order);
  const currency = money.currency ?? shop.currency;
  const read = refund.trim() === '' ? 0 : readAmount(refund, currency);
  const name = order.name || base.nameUnknown;

  const cancel = async () => {
    if (read === null) {
      setTried(true);
      window.document.getElementById(refundId)?.focus();
      return;
    }
    const memo = [order.memo ?? '', reason.trim() === '' ? '' : texts.cancelMemo(reason.trim())]
      .filter(Boolean)
      .join('\n');
    const isNoted = memo !== (order.memo ?? '');
    const set = { status: 'cancelled', ...(isNoted ? { memo } : {}) } as const;
    const old = { status: order.status, ...(isNoted ? { memo: order.memo } : {}) } as const;
    const edits: AnyEdit[] = [editOrder(eid, set, { was: old })];
    const back: AnyEdit[] = [editOrder(eid, old, { was: set })];
    const minor = read;
    if (minor > 0) {
      const payment = `${eid}/m${env.newId()}` as Eid; // child names are made here
      const entry: PaymentEntry = {
        kind: 'refund',
        minor,
        currency,
        method,
        payer: order.payer ?? order.name,
        at: env.now(),
      };
      edits.push({ kind: 'payment', eid: payment, set: { entry, state: 'seen' } });
      back.push({ kind: 'payment', eid: payment, set: { deleted: true } });
    }
    const message =
      minor > 0 ? texts.cancelledRefund(name, moneyText(minor, currency, language)) : texts.cancelled(name);
    const result = await act({ edits }, { message, undo: { edits: back } });
    if (result.ok) onClose();
  };

  return (
    <Dialog
      title={texts.cancelTitle}
      onClose={onClose}
      variant="sheet"
      actions={
        <>
          <button type="button" onClick={onClose}>
            {base.back}
          </button>
          <button type="button" className="danger" onClick={() => void cancel()}>
            {texts.cancelDo}
          </button>
        </>
      }
    >
      <div className="order-form">
        <p>
          <b>{name}</b>
        </p>
        <label className="field">
          {texts.cancelReason}
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
          <small>{texts.cancelReasonHint}</small>
        </label>
        {money.paidMinor > 0 ? (
          <>
            <p className="todo">{texts.cancelHeld(moneyText(money.paidMinor, currency, language))}</p>
            <div className="field">
              <label htmlFor={refundId}>{texts.cancelRefund}</label>
              <input
                id={refundId}
                inputMode="decimal"
                autoComplete="off"
                value={refund}
                aria-invalid={isTried && read === null}
                aria-describedby={`${refundId}-problem`}
                onChange={(event) => setRefund(event.target.value)}
              />
              <span id={`${refundId}-problem`} className="field-problem" aria-live="polite">
                {isTried && read === null ? paymentWords.amountProblem : ''}
              </span>
            </div>
            {refund.trim() === '' ? null : (
              <fieldset>
                <legend className="label">{paymentWords.paymentMethod}</legend>
                <div className="order-choices">
                  {PAYMENT_METHODS.map((one) => (
                    <button key={one} type="button" aria-pressed={method === one} onClick={() => setMethod(one)}>
                      {base[`paymentMethod.${one}`]}
                    </button>
                  ))}
                </div>
              </fieldset>
            )}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
