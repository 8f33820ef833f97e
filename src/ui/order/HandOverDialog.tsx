// Before a cake leaves the shop: who is here, the last four digits, each cake, what goes with it, the balance.
// Law: a balance is either taken now or left open knowingly; everything is one commit, and can be taken back.
import './order-dialogs.css';
import { useState } from 'react';
import { summarizeMoney } from '../../domain/money.ts';
import type { Eid, Order, PaymentEntry, PaymentMethod } from '../../domain/order.ts';
import { PAYMENT_METHODS } from '../../domain/order.ts';
import { phoneTail } from '../../domain/phone.ts';
import { answerText } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import { editOrder } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { Dialog } from '../base/Dialog.tsx';
import { moneyText } from '../base/format.ts';
import { useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { Photo } from '../photos/Photo.tsx';
import { cakeWords, candleWords, packagingWords } from '../today/order-words.ts';
import { todayTexts } from '../today/today.texts.ts';
import { leavingTexts } from './leaving.texts.ts';
import { orderTexts } from './order.texts.ts';

export function HandOverDialog({ eid, onClose }: { readonly eid: Eid; readonly onClose: () => void }) {
  const { store } = useWorld();
  const document = useAnswer(store.queries.order(eid));
  if (document == null) return null;
  return <HandOver order={document.order} onClose={onClose} />;
}

type Pay = PaymentMethod | 'later' | null;

function HandOver({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { shop, env } = useWorld();
  const { act } = useActions();
  const texts = useTexts(leavingTexts);
  const base = useTexts(baseTexts);
  const today = useTexts(todayTexts);
  const language = useLanguage();
  const money = summarizeMoney(order);
  const currency = money.currency ?? shop.currency;
  const balance = money.balanceMinor ?? 0;
  const [made, setMade] = useState<ReadonlySet<Eid>>(
    () => new Set(order.items.filter((item) => item.made === true).map((item) => item.eid)),
  );
  const [pay, setPay] = useState<Pay>(null);
  const [isTried, setTried] = useState(false);
  const name = order.name || base.nameUnknown;
  const collector = order.collector ?? null;
  const tail = phoneTail(collector?.phone ?? order.phone);
  const notMade = order.items.filter((item) => !made.has(item.eid)).length;
  const extras = [
    ...packagingWords(order.packaging ?? {}, shop.menu, base),
    ...order.items.flatMap((item) => (item.candles?.none === true ? [] : candleWords(item.candles, base))),
  ];
  const amount = moneyText(balance, currency, language);

  const handOver = async () => {
    if (balance > 0 && pay === null) {
      setTried(true);
      return;
    }
    const edits: AnyEdit[] = [editOrder(order.eid, { status: 'handed-over' }, { was: { status: order.status } })];
    const back: AnyEdit[] = [editOrder(order.eid, { status: order.status }, { was: { status: 'handed-over' } })];
    for (const item of order.items) {
      if ((item.made === true) === made.has(item.eid)) continue;
      edits.push({ kind: 'item', eid: item.eid, set: { made: made.has(item.eid) } });
      back.push({ kind: 'item', eid: item.eid, set: { made: item.made } });
    }
    const isPaid = balance > 0 && pay !== null && pay !== 'later';
    if (isPaid) {
      const payment = `${order.eid}/m${env.newId()}` as Eid; // child names are made here
      const entry: PaymentEntry = {
        kind: 'balance',
        minor: balance,
        currency,
        method: pay,
        payer: collector?.name ?? order.payer ?? order.name,
        at: env.now(),
      };
      edits.push({ kind: 'payment', eid: payment, set: { entry, state: 'seen' } });
      back.push({ kind: 'payment', eid: payment, set: { deleted: true } });
    }
    const result = await act(
      { edits },
      { message: isPaid ? texts.handedOverPaid(name, amount) : texts.handedOver(name), undo: { edits: back } },
    );
    if (result.ok) onClose();
  };

  return (
    <Dialog
      title={texts.handOverTitle}
      onClose={onClose}
      actions={
        <>
          <button type="button" onClick={onClose}>
            {base.back}
          </button>
          <button type="button" className="primary" onClick={() => void handOver()}>
            {balance <= 0 || pay === null
              ? texts.handOverDo
              : pay === 'later'
                ? texts.handOverDoUnpaid
                : texts.handOverDoPaid(amount)}
          </button>
        </>
      }
    >
      <div className="order-form">
        <div className="order-who-comes">
          <p>
            <small>{texts.handOverCollector}</small>
            <b>{collector?.name || name}</b>
            <span>{collector === null ? orderTexts[language].sameAsOrderer : `${texts.orderer} ${name}`}</span>
          </p>
          <p>
            <small>{texts.handOverTail}</small>
            <b>{tail ?? base['lacking.phone']}</b>
          </p>
        </div>
        <fieldset>
          <legend className="label">{texts.handOverCakes}</legend>
          <ul className="order-hand-cakes">
            {order.items.map((item, index) => {
              const isMade = made.has(item.eid);
              const photo =
                order.photos.find(
                  (one) => one.picture !== null && one.role === 'agreed' && (one.item ?? item.eid) === item.eid,
                ) ?? order.photos.find((one) => one.picture !== null && (one.item ?? item.eid) === item.eid);
              return (
                <li key={item.eid}>
                  <Photo sha={photo?.picture?.sha ?? null} alt="" />
                  <span>
                    <small>{cakeWords(item) || today.cakeUnknown}</small>
                    <b className="order-hand-lettering">
                      {answerText(item.lettering) || answerText(item.boardLettering) || today.cake(index + 1)}
                    </b>
                  </span>
                  <button
                    type="button"
                    aria-pressed={isMade}
                    aria-label={today.tick(order.items.length > 1 ? today.cake(index + 1) : today.cakeAlone)}
                    onClick={() => {
                      const next = new Set(made);
                      if (isMade) next.delete(item.eid);
                      else next.add(item.eid);
                      setMade(next);
                    }}
                  >
                    <span aria-hidden="true">{isMade ? '✓' : '○'}</span> {today.madeMark}
                  </button>
                </li>
              );
            })}
          </ul>
          <p aria-live="polite">
            {notMade > 0 ? <span className="todo order-block">{texts.handOverNotMade(notMade)}</span> : null}
          </p>
        </fieldset>
        {extras.length === 0 ? null : (
          <p>
            <small className="order-quiet">{texts.handOverPackaging}</small>
            <b className="order-block">{extras.join(' · ')}</b>
          </p>
        )}
        {money.balanceMinor === null ? (
          <p className="todo">{texts.handOverUnpriced}</p>
        ) : balance <= 0 ? (
          <p className="order-paid">✓ {texts.handOverPaid}</p>
        ) : (
          <fieldset aria-describedby="hand-over-balance">
            <legend className="label">{texts.handOverPayBy}</legend>
            <p className="order-big-money" id="hand-over-balance">
              <small>{texts.handOverMoney}</small> <b>{amount}</b>
            </p>
            <div className="order-choices">
              {PAYMENT_METHODS.map((method) => (
                <button key={method} type="button" aria-pressed={pay === method} onClick={() => setPay(method)}>
                  {texts.payNow(base[`paymentMethod.${method}`])}
                </button>
              ))}
              <button type="button" aria-pressed={pay === 'later'} onClick={() => setPay('later')}>
                {texts.payLater}
              </button>
            </div>
            <p className="field-problem" role="alert">
              {isTried && pay === null ? texts.handOverChoose : ''}
            </p>
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
