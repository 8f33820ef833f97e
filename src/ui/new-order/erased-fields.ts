// Fields of an order that privacy erased while they stood in a form. Pure.
// Law: what was typed without knowing of the erasure would be blank in the book (MG-5); the form finds it here and asks (NO-10).
import type { NewOrderDraft } from '../../domain/new-order.ts';
import { draftFromOrder } from '../../domain/new-order.ts';
import type { DraftField } from '../../domain/new-order-rebase.ts';
import { formField, sameValue, takeField } from '../../domain/new-order-rebase.ts';
import type { Eid } from '../../domain/order.ts';
import type { Seen } from '../../store/entity-values.ts';
import type { HistoryEntry } from '../../store/history.ts';
import type { OrderDocument } from '../../store/shop-store.ts';

/** Fields of the form whose newest change is an erasure, or was blanked by one. */
export function erasedInBook(history: readonly HistoryEntry[], order: Eid): DraftField[] {
  const known = new Set<string>();
  const erased: DraftField[] = [];
  for (const { changes } of history) {
    for (const { eid, field, isRedaction, isBlanked } of changes) {
      const key = `${eid} ${field}`;
      if (known.has(key)) continue;
      known.add(key);
      const own = isRedaction || isBlanked ? formField(eid === order ? null : eid, field) : null;
      if (own !== null) erased.push(own);
    }
  }
  return erased;
}

/** Those of the fields that stand otherwise in the book than when the form saw them. */
export function unseenOf(fields: readonly DraftField[], seen: Seen, newest: Seen, order: Eid): DraftField[] {
  return fields.filter(({ item, field }) => {
    const eid = item ?? order;
    return !sameValue(newest.get(eid)?.get(field) ?? [], seen.get(eid)?.get(field) ?? []);
  });
}

export const isSameField = (a: NewOrderDraft, b: NewOrderDraft, field: DraftField) =>
  sameValue(takeField(b, a, field), a);

/** Those of the erased fields in which somebody typed something of his own. */
export function typedOver(
  draft: NewOrderDraft,
  opened: NewOrderDraft,
  theirs: NewOrderDraft,
  erased: readonly DraftField[],
): DraftField[] {
  return erased.filter((field) => !isSameField(draft, opened, field) && !isSameField(draft, theirs, field));
}

/** Fields in which somebody typed words that the book would blank: privacy erased them there, unknown to their author. */
export function erasedUnder(
  draft: NewOrderDraft,
  opened: { readonly draft: NewOrderDraft; readonly seen: Seen },
  document: OrderDocument,
  history: readonly HistoryEntry[],
): DraftField[] {
  const erased = unseenOf(erasedInBook(history, draft.eid), opened.seen, document.seen, draft.eid);
  return erased.length === 0 ? [] : typedOver(draft, opened.draft, draftFromOrder(document.order), erased);
}
