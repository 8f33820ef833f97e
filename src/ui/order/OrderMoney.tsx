// What an order costs, what came, what is still to come; every payment as an event that can be voided, never erased.
import './order-dialogs.css';
import { useState } from 'react';
import { summarizeMoney } from '../../domain/money.ts';
import type { Order, Payment } from '../../domain/order.ts';
import { twinPayments } from '../../domain/order-progress.ts';
import { useActions } from '../base/action-bar.tsx';
import { Dialog } from '../base/Dialog.tsx';
import { dayTitle, instantText, moneyText } from '../base/format.ts';
import { useTexts } from '../base/texts.ts';
import type { FieldWords } from './field-words.ts';
import { PaymentDialog } from './PaymentDialog.tsx';
import { paymentTexts } from './payment.texts.ts';

export interface MoneyProps {
  readonly order: Order;
  readonly words: FieldWords;
}

export function OrderMoney({ order, words }: MoneyProps) {
  const { base, language, shop } = words;
  const texts = useTexts(paymentTexts);
  const { act } = useActions();
  const [open, setOpen] = useState<'payment' | 'refund' | Payment | null>(null);
  const money = summarizeMoney(order);
  const currency = money.currency ?? shop.currency;
  const amount = (minor: number) => moneyText(minor, currency, language);
  const { depositAsked, depositDue } = order;
  const payments = order.payments.filter((payment) => payment.entry !== null);
  return (
    <>
      <dl className="order-sums">
        <div>
          <dt>{texts.total}</dt>
          <dd>{money.totalMinor === null ? texts.totalUnknown : amount(money.totalMinor)}</dd>
        </div>
        <div>
          <dt>{texts.paid}</dt>
          <dd>{amount(money.paidMinor)}</dd>
        </div>
        {money.balanceMinor === null ? null : (
          <div className="order-balance">
            <dt>{money.balanceMinor < 0 ? texts.over : texts.balance}</dt>
            <dd>{amount(Math.abs(money.balanceMinor))}</dd>
          </div>
        )}
      </dl>
      {depositAsked === null ? null : (
        <p className="order-quiet">
          {texts.depositAsked} {moneyText(depositAsked.minor, depositAsked.currency, language)}
          {depositDue === null
            ? ''
            : ` · ${texts.depositBy(`${dayTitle(depositDue.date, language)} ${depositDue.time}`)}`}
        </p>
      )}
      {payments.length === 0 ? <p className="order-quiet">{texts.noPayments}</p> : null}
      <ul className="order-payments">
        {payments.map((payment) => {
          const { entry, state, voided } = payment;
          if (entry === null) return null;
          const said = texts.payment(base[`payment.${entry.kind}`], moneyText(entry.minor, entry.currency, language));
          return (
            <li key={payment.eid} className={voided === null ? undefined : 'order-voided'}>
              <span>
                <b>{said}</b>
                <small>
                  {[
                    base[`paymentMethod.${entry.method}`],
                    entry.payer ?? '',
                    instantText(entry.at, shop.zone, language),
                    voided === null
                      ? state === 'seen'
                        ? ''
                        : words.texts.expected
                      : texts.voided(voided.reason ?? ''),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {voided === null && state !== 'seen' ? (
                <button
                  type="button"
                  className="small"
                  onClick={() =>
                    void act(
                      { edits: [{ kind: 'payment', eid: payment.eid, set: { state: 'seen' }, was: { state } }] },
                      {
                        message: texts.paymentSaved(
                          base[`payment.${entry.kind}`],
                          moneyText(entry.minor, entry.currency, language),
                        ),
                        undo: {
                          edits: [{ kind: 'payment', eid: payment.eid, set: { state }, was: { state: 'seen' } }],
                        },
                      },
                    )
                  }
                >
                  {texts.markSeen}
                </button>
              ) : null}
              {voided === null ? (
                <button
                  type="button"
                  className="small quiet"
                  aria-haspopup="dialog"
                  aria-label={`${texts.void}: ${said}`}
                  onClick={() => setOpen(payment)}
                >
                  {texts.void}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {twinPayments(order.payments).map(([first]) =>
        first.entry === null ? null : (
          <p className="todo order-block" key={first.eid}>
            {texts.twinPayments(
              texts.payment(
                base[`payment.${first.entry.kind}`],
                moneyText(first.entry.minor, first.entry.currency, language),
              ),
            )}
          </p>
        ),
      )}
      <div className="order-row order-money-doors">
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen('payment')}>
          ＋ {texts.addPayment}
        </button>
        {money.paidMinor > 0 ? (
          <button type="button" aria-haspopup="dialog" onClick={() => setOpen('refund')}>
            {texts.addRefund}
          </button>
        ) : null}
      </div>
      {open === 'payment' || open === 'refund' ? (
        <PaymentDialog order={order} words={words} isRefund={open === 'refund'} onClose={() => setOpen(null)} />
      ) : open !== null ? (
        <VoidDialog payment={open} words={words} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

function VoidDialog({
  payment,
  words,
  onClose,
}: {
  readonly payment: Payment;
  readonly words: FieldWords;
  readonly onClose: () => void;
}) {
  const { base, language } = words;
  const texts = useTexts(paymentTexts);
  const { act } = useActions();
  const [reason, setReason] = useState('');
  const { entry } = payment;
  if (entry === null) return null;
  const kind = base[`payment.${entry.kind}`];
  const amount = moneyText(entry.minor, entry.currency, language);
  const voidIt = async () => {
    const voided = { reason: reason.trim() === '' ? null : reason.trim() };
    const result = await act(
      { edits: [{ kind: 'payment', eid: payment.eid, set: { voided }, was: { voided: null } }] },
      {
        message: texts.paymentVoided(kind, amount),
        undo: { edits: [{ kind: 'payment', eid: payment.eid, set: { voided: null }, was: { voided } }] },
      },
    );
    if (result.ok) onClose();
  };
  return (
    <Dialog
      title={texts.voidTitle}
      onClose={onClose}
      actions={
        <>
          <button type="button" onClick={onClose}>
            {base.cancel}
          </button>
          <button type="button" className="danger" onClick={() => void voidIt()}>
            {texts.void}
          </button>
        </>
      }
    >
      <div className="order-form">
        <p>
          <b>{texts.payment(kind, amount)}</b>
        </p>
        <p>{texts.voidHint}</p>
        <label className="field">
          {texts.voidReason}
          <input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
    </Dialog>
  );
}
