// Moving an order on: one button for the next step, a menu for any step, a tick for each cake. Where a step needs an
// answer (handing over, cancelling) its window opens; it loads only then.
// Law: everything is one commit, and can be taken back until the next action.
import { type ReactNode, Suspense, useCallback, useState } from 'react';
import type { Eid } from '../../domain/order.ts';
import type { CakeState } from '../../domain/order-progress.ts';
import { depositToBook, moveOrder, tickCake } from '../../domain/order-progress.ts';
import type { OrderStatus } from '../../domain/status.ts';
import { nextStatus, ORDER_STATUSES } from '../../domain/status.ts';
import type { AnyEdit } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { Dialog } from '../base/Dialog.tsx';
import { moneyText } from '../base/format.ts';
import { later } from '../base/later.ts';
import { useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { STATUS_SIGN } from './order-words.ts';
import { progressToChange, progressToEdits } from './progress-change.ts';
import { todayTexts } from './today.texts.ts';

const HandOverDialog = later(async () => (await import('../order/HandOverDialog.tsx')).HandOverDialog);
const CancelDialog = later(async () => (await import('../order/CancelDialog.tsx')).CancelDialog);

/** What the steps need to know of an order; a row and a whole order both say it. */
export interface FlowOrder {
  readonly eid: Eid;
  readonly name: string;
  readonly status: OrderStatus;
  readonly cakes: readonly CakeState[];
}

export interface StatusFlow {
  /** The next step of the ladder. Handing over asks first. */
  advance(order: FlowOrder): void;
  /** Opens the menu of all statuses. */
  choose(order: FlowOrder): void;
  /** Moves to a status; opens the window of a step that needs an answer. */
  moveTo(order: FlowOrder, to: OrderStatus): void;
  tick(order: FlowOrder, cake: Eid, made: boolean): void;
  /** The window that is open, to be drawn once on the screen. */
  readonly dialog: ReactNode;
}

type Open =
  | { readonly kind: 'menu'; readonly order: FlowOrder }
  | { readonly kind: 'hand-over'; readonly eid: Eid }
  | { readonly kind: 'cancel'; readonly eid: Eid }
  | null;

export function useStatusFlow(): StatusFlow {
  const { store, env, shop } = useWorld();
  const { act } = useActions();
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const nameOf = (order: FlowOrder) => (order.name === '' ? base.nameUnknown : order.name);

  const move = (order: FlowOrder, to: OrderStatus) => {
    const progress = moveOrder(order, to);
    const { change, undo } = progressToChange(order.eid, progress);
    const word = base[`status.${to}`];
    const message =
      progress.cakes.length > 0 && order.cakes.length > 1
        ? texts.allMadeAnd(nameOf(order), order.cakes.length, word)
        : texts.moved(nameOf(order), word);
    void act(change, { message, undo });
  };

  /** 입금 확인: the deposit that was asked for is booked in the same commit. */
  const confirmDeposit = async (order: FlowOrder) => {
    const document = await store.queries.order(order.eid).run();
    if (document === null) return;
    const seen = depositToBook(document.order, env.now());
    const progress = moveOrder(order, 'confirmed');
    const { change, undo } = progressToChange(order.eid, progress);
    if (seen.kind === 'nothing') {
      void act(change, { message: texts.moved(nameOf(order), base['status.confirmed']), undo });
      return;
    }
    const eid = seen.kind === 'new' ? (`${order.eid}/m${env.newId()}` as Eid) : seen.payment.eid; // child names are made here
    const book: AnyEdit =
      seen.kind === 'new'
        ? { kind: 'payment', eid, set: { entry: seen.entry, state: 'seen' } }
        : { kind: 'payment', eid, set: { state: 'seen' }, was: { state: 'expected' } };
    const unbook: AnyEdit =
      seen.kind === 'new'
        ? { kind: 'payment', eid, set: { deleted: true } }
        : { kind: 'payment', eid, set: { state: 'expected' }, was: { state: 'seen' } };
    const amount = moneyText(seen.entry.minor, seen.entry.currency ?? shop.currency, language);
    void act(
      { edits: [...change.edits, book] },
      { message: texts.depositBooked(nameOf(order), amount), undo: { edits: [...undo.edits, unbook] } },
    );
  };

  const moveTo = (order: FlowOrder, to: OrderStatus) => {
    if (to === 'handed-over') setOpen({ kind: 'hand-over', eid: order.eid });
    else if (to === 'cancelled') setOpen({ kind: 'cancel', eid: order.eid });
    else {
      setOpen(null);
      if (to !== order.status) move(order, to);
    }
  };

  const advance = (order: FlowOrder) => {
    const to = nextStatus(order.status);
    if (to === null) return;
    if (order.status === 'awaiting-deposit') void confirmDeposit(order);
    else moveTo(order, to);
  };

  const tick = (order: FlowOrder, cake: Eid, made: boolean) => {
    const progress = tickCake(order, cake, made);
    if (progress.cakes.length === 0) return;
    const number = order.cakes.findIndex((one) => one.eid === cake) + 1;
    const word = order.cakes.length > 1 ? texts.cake(number) : texts.cakeAlone;
    const { undo } = progressToChange(order.eid, progress);
    const to = progress.status?.to;
    const message = !made
      ? texts.cakeUnticked(nameOf(order), word)
      : to === undefined
        ? texts.cakeTicked(nameOf(order), word)
        : texts.cakeTickedAnd(nameOf(order), word, base[`status.${to}`]);
    void act({ edits: progressToEdits(order.eid, progress) }, { message, undo });
  };

  const dialog =
    open === null ? null : (
      <Suspense fallback={null}>
        {open.kind === 'menu' ? (
          <StatusMenu order={open.order} onClose={close} onChoose={(to) => moveTo(open.order, to)} />
        ) : open.kind === 'hand-over' ? (
          <HandOverDialog eid={open.eid} onClose={close} />
        ) : (
          <CancelDialog eid={open.eid} onClose={close} />
        )}
      </Suspense>
    );
  return { advance, choose: (order) => setOpen({ kind: 'menu', order }), moveTo, tick, dialog };
}

function StatusMenu({
  order,
  onClose,
  onChoose,
}: {
  readonly order: FlowOrder;
  readonly onClose: () => void;
  readonly onChoose: (to: OrderStatus) => void;
}) {
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const name = order.name === '' ? base.nameUnknown : order.name;
  return (
    <Dialog title={texts.statusTitle(name)} onClose={onClose} variant="sheet">
      <ul className="today-statuses">
        {ORDER_STATUSES.map((status) => (
          <li key={status}>
            <button
              type="button"
              className={`today-status-choice status-${status}`}
              aria-current={status === order.status ? 'true' : undefined}
              onClick={() => onChoose(status)}
            >
              <span className="today-status-sign" aria-hidden="true">
                {STATUS_SIGN[status]}
              </span>
              {base[`status.${status}`]}
              {status === order.status ? (
                <small>{texts.currentStatus}</small>
              ) : status === 'confirmed' && order.status === 'awaiting-deposit' ? (
                <small>{texts.withoutDeposit}</small>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{texts.statusHint}</p>
    </Dialog>
  );
}
