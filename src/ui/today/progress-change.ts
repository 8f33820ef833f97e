// From a step in an order's progress to the change that the store writes, and the one that takes it back.
// Law: a button hands over what was shown beside it, so that what came meanwhile is never overwritten in silence.
import type { Eid } from '../../domain/order.ts';
import type { Progress } from '../../domain/order-progress.ts';
import { takeBack } from '../../domain/order-progress.ts';
import type { AnyEdit, Change } from '../../store/change.ts';
import { editOrder } from '../../store/change.ts';

export function progressToEdits(order: Eid, { status, cakes }: Progress): AnyEdit[] {
  return [
    ...(status === null ? [] : [editOrder(order, { status: status.to }, { was: { status: status.from } })]),
    // Without `was`: a row shows "not made" for both "nobody said" and "no", and two who tick one cake agree.
    ...cakes.map(({ eid, to }): AnyEdit => ({ kind: 'item', eid, set: { made: to } })),
  ];
}

/** The step, and the step back. */
export function progressToChange(order: Eid, progress: Progress): { readonly change: Change; readonly undo: Change } {
  return {
    change: { edits: progressToEdits(order, progress) },
    undo: { edits: progressToEdits(order, takeBack(progress)) },
  };
}
