// Writing down money that came or went back. The amount that stands out is typed in already.
import './order-dialogs.css';
import { useId, useState } from 'react';
import { readAmount, writeAmount } from '../../domain/amount-input.ts';
import { summarizeMoney } from '../../domain/money.ts';
import type { Eid, Order, PaymentEntry, PaymentKind, PaymentMethod } from '../../domain/order.ts';
import { PAYMENT_METHODS } from '../../domain/order.ts';
import { priceWithExtra } from '../../domain/order-progress.ts';
import type { AnyEdit } from '../../store/change.ts';
import { editOrder } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { Dialog } from '../base/Dialog.tsx';
import { moneyText } from '../base/format.ts';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import type { FieldWords } from './field-words.ts';
import { paymentTexts } from './payment.texts.ts';

const PAYMENT_KINDS = ['deposit', 'balance', 'extra'] as const;

export interface PaymentDialogProps {
  readonly order: Order;
  readonly words: FieldWords;
  readonly isRefund: boolean;
  readonly onClose: () => void;
}

export function PaymentDialog({ order, words, isRefund, onClose }: PaymentDialogProps) {
  const { base, language, shop } = words;
  const texts = useTexts(paymentTexts);
  const { env } = useWorld();
  const { act } = useActions();
  const amountId = useId();
  const money = summarizeMoney(order);
  const currency = money.currency ?? shop.currency;
  const openDeposit = Math.max(0, (order.depositAsked?.minor ?? 0) - money.paidMinor);
  const proposed = (kind: PaymentKind): string => {
    const minor =
      kind === 'deposit'
        ? openDeposit
        : kind === 'balance'
          ? (money.balanceMinor ?? 0)
          : kind === 'refund'
            ? money.paidMinor
            : 0;
    return minor > 0 ? writeAmount(minor, currency) : '';
  };
  const first: PaymentKind = isRefund ? 'refund' : openDeposit > 0 ? 'deposit' : 'balance';
  const [kind, setKind] = useState<PaymentKind>(first);
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [typed, setTyped] = useState(() => proposed(first));
  const [payer, setPayer] = useState(order.payer ?? order.name ?? '');
  const [isUsed, setUsed] = useState(true);
  const [raises, setRaises] = useState(true);
  const [isTried, setTried] = useState(false);
  const read = readAmount(typed, currency);
  const minor = read !== null && read > 0 ? read : null;

  const save = async () => {
    if (minor === null) {
      setTried(true);
      document.getElementById(amountId)?.focus();
      return;
    }
    const eid = `${order.eid}/m${env.newId()}` as Eid; // child names are made here
    const entry: PaymentEntry = {
      kind,
      minor,
      currency,
      method,
      payer: payer.trim() === '' ? null : payer.trim(),
      at: env.now(),
    };
    const price = kind === 'extra' && raises ? priceWithExtra(money.totalMinor, { minor, currency }) : null;
    const edits: AnyEdit[] = [
      { kind: 'payment', eid, set: { entry, state: method === 'coupon' && !isUsed ? 'expected' : 'seen' } },
    ];
    const back: AnyEdit[] = [{ kind: 'payment', eid, set: { deleted: true } }];
    if (price !== null) {
      edits.push(editOrder(order.eid, { price }, { was: { price: order.price } }));
      back.push(editOrder(order.eid, { price: order.price }, { was: { price } }));
    }
    const result = await act(
      { edits },
      {
        message: texts.paymentSaved(base[`payment.${kind}`], moneyText(minor, currency, language)),
        undo: { edits: back },
      },
    );
    if (result.ok) onClose();
  };

  return (
    <Dialog
      title={isRefund ? texts.addRefund : texts.addPayment}
      onClose={onClose}
      variant="sheet"
      actions={
        <>
          <button type="button" onClick={onClose}>
            {base.cancel}
          </button>
          <button type="submit" form={`${amountId}-form`} className="primary">
            {texts.savePayment}
          </button>
        </>
      }
    >
      <form
        id={`${amountId}-form`}
        className="order-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {isRefund ? null : (
          <fieldset>
            <legend className="label">{texts.paymentKind}</legend>
            <div className="order-choices">
              {PAYMENT_KINDS.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={kind === one}
                  onClick={() => {
                    setKind(one);
                    setTyped(proposed(one));
                  }}
                >
                  {base[`payment.${one}`]}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        <div className="field">
          <label htmlFor={amountId}>{texts.paymentAmount}</label>
          <input
            id={amountId}
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            aria-invalid={isTried && minor === null}
            aria-describedby={`${amountId}-problem`}
            onChange={(event) => setTyped(event.target.value)}
          />
          <span id={`${amountId}-problem`} className="field-problem" aria-live="polite">
            {isTried && minor === null ? texts.amountProblem : ''}
          </span>
        </div>
        <fieldset>
          <legend className="label">{texts.paymentMethod}</legend>
          <div className="order-choices">
            {PAYMENT_METHODS.map((one) => (
              <button key={one} type="button" aria-pressed={method === one} onClick={() => setMethod(one)}>
                {base[`paymentMethod.${one}`]}
              </button>
            ))}
          </div>
        </fieldset>
        {method === 'coupon' && !isRefund ? (
          <fieldset>
            <legend className="label">{texts.couponState}</legend>
            <div className="order-choices">
              <button type="button" aria-pressed={isUsed} onClick={() => setUsed(true)}>
                {texts.couponUsed}
              </button>
              <button type="button" aria-pressed={!isUsed} onClick={() => setUsed(false)}>
                {texts.couponExpected}
              </button>
            </div>
          </fieldset>
        ) : null}
        {kind === 'extra' && money.totalMinor !== null ? (
          <label className="order-check">
            <input type="checkbox" checked={raises} onChange={(event) => setRaises(event.target.checked)} />
            {texts.extraRaises}
          </label>
        ) : null}
        <label className="field">
          {texts.paymentPayer}
          <input value={payer} autoComplete="off" onChange={(event) => setPayer(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
}
