// The order in the book changes while its form is open: fields nobody touched follow, others wait for a person.
// Law: a field touched on both sides is never chosen in silence (NO-7); words that privacy erased leave the form and its
// draft, and what was typed in their place is saved only knowingly (NO-10). A key costs no more than the book is ahead.
import { useEffect, useMemo, useState } from 'react';
import type { NewOrderDraft } from '../../domain/new-order.ts';
import { draftFromOrder } from '../../domain/new-order.ts';
import type { DraftField } from '../../domain/new-order-rebase.ts';
import { rebaseDraft, sameValue, takeField } from '../../domain/new-order-rebase.ts';
import type { HistoryEntry } from '../../store/history.ts';
import type { OrderDocument } from '../../store/shop-store.ts';
import { useStore } from '../base/shop-context.ts';
import { useQuery } from '../base/use-query.ts';
import { readSeen, seeFields, writeSeen } from './draft-change.ts';
import type { EditBase } from './drafts.ts';
import { erasedInBook, isSameField, typedOver, unseenOf } from './erased-fields.ts';

export interface FollowedBook {
  /** Followed the book: the form shows the new value. */
  readonly taken: readonly DraftField[];
  /** Changed here and there. */
  readonly clashing: readonly DraftField[];
  /** Typed here, erased for privacy there. */
  readonly erased: readonly DraftField[];
  /** Privacy erased something while the form was open. */
  readonly wasErased: boolean;
  readonly understand: () => void;
  readonly choose: (field: DraftField, whose: 'mine' | 'theirs') => void;
}

const NO_HISTORY: readonly HistoryEntry[] = [];
const NO_FIELDS: readonly DraftField[] = [];
const without = (fields: readonly DraftField[], others: readonly DraftField[]) =>
  fields.filter((field) => !others.some((other) => sameValue(other, field)));

export function useFollowBook({
  draft,
  base,
  document,
  isStopped,
  follow,
  edit,
}: {
  readonly draft: NewOrderDraft;
  readonly base: EditBase | null;
  readonly document: OrderDocument | null;
  /** The form is being saved. */
  readonly isStopped: boolean;
  /** The form as it follows the book. */
  readonly follow: (base: EditBase, draft: NewOrderDraft) => void;
  /** A person's choice. */
  readonly edit: (change: (draft: NewOrderDraft) => NewOrderDraft) => void;
}): FollowedBook {
  const { answer: history = NO_HISTORY } = useQuery(useStore().queries.history(draft.eid));
  const [taken, setTaken] = useState<readonly DraftField[]>([]);
  const [clashing, setClashing] = useState<readonly DraftField[]>([]);
  const [wasErased, setWasErased] = useState(false);
  const inBook = useMemo(() => erasedInBook(history, draft.eid), [history, draft.eid]);
  const theirs = useMemo(() => (document === null ? null : draftFromOrder(document.order)), [document]);
  const seen = useMemo(() => readSeen(base?.seen ?? []), [base]);
  /** Erased in the book, and the form has not seen it. */
  const gone = useMemo(
    () => (document === null || base === null ? NO_FIELDS : unseenOf(inBook, seen, document.seen, draft.eid)),
    [document, base, inBook, seen, draft.eid],
  );
  const erased = useMemo(
    () =>
      theirs === null || base === null || gone.length === 0 ? NO_FIELDS : typedOver(draft, base.draft, theirs, gone),
    [draft, base, theirs, gone],
  );
  const isAhead = useMemo(() => theirs !== null && base !== null && !sameValue(theirs, base.draft), [theirs, base]);

  useEffect(() => {
    if (document === null || theirs === null || base === null || isStopped) return;
    if (!isAhead && inBook.length === 0 && clashing.length === 0) return;
    const rebased = rebaseDraft(base.draft, draft, theirs);
    // Where nothing was typed, there is nothing to ask.
    const known = gone.filter((field) => isSameField(rebased.draft, theirs, field));
    const newBase = gone.reduce((last, field) => takeField(theirs, last, field), rebased.base);
    const left = without(rebased.clashing, gone);
    // An untouched field takes the blank at once, so the erasure may be known only after it was taken.
    const wasTaken = inBook.some((field) => [...rebased.taken, ...taken].some((one) => sameValue(one, field)));
    if (gone.length > 0 || wasTaken) setWasErased(true);
    if (sameValue(newBase, base.draft) && sameValue(left, clashing) && known.length === 0) return;
    const newSeen = seeFields(seen, document.seen, draft.eid, [...rebased.taken, ...known]);
    follow({ draft: newBase, seen: writeSeen(newSeen) }, rebased.draft);
    setClashing(left);
    setTaken((last) => [...last, ...without(rebased.taken, last)]);
  }, [document, theirs, base, draft, seen, inBook, gone, isAhead, taken, clashing, isStopped, follow]);

  const choose = (field: DraftField, whose: 'mine' | 'theirs') => {
    if (document === null || theirs === null || base === null) return;
    const known = seeFields(seen, document.seen, draft.eid, [field]);
    follow({ draft: takeField(theirs, base.draft, field), seen: writeSeen(known) }, draft);
    edit((last) => (whose === 'theirs' ? takeField(theirs, last, field) : last));
    setClashing((last) => without(last, [field]));
  };
  return {
    // What privacy took is told in its own sentence.
    taken: without(taken, inBook),
    clashing,
    erased,
    wasErased,
    understand: () => {
      setTaken([]);
      setWasErased(false);
    },
    choose,
  };
}
