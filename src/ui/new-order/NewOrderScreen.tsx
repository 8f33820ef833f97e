// A new order, blank, from a half-typed one or from another order; or an order of the book opened for editing.
// Law: the address names the draft as soon as there is one, so that a reload opens it again.
import './new-order.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { draftFromOrder, emptyDraft } from '../../domain/new-order.ts';
import { followMenu } from '../../domain/new-order-fields.ts';
import { draftLikeLastTime, regularsOf } from '../../domain/new-order-regular.ts';
import type { Eid } from '../../domain/order.ts';
import { parseLocalDate } from '../../domain/time.ts';
import type { OrderDocument } from '../../store/shop-store.ts';
import { baseTexts } from '../base/base.texts.ts';
import type { ShopWorld } from '../base/shop-context.ts';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { writeSeen } from './draft-change.ts';
import type { DraftRecord } from './drafts.ts';
import { draftKey, readDraft } from './drafts.ts';
import { formTexts } from './form.texts.ts';
import { OrderForm } from './OrderForm.tsx';
import { draftFromMessage } from './read-paste.ts';
import { SavedOrder } from './SavedOrder.tsx';
import { UnsavedOrders } from './UnsavedOrders.tsx';

/** `/new?day=&from=&draft=&paste=` and `/order/EID/edit`. */
export function NewOrderScreen({ editing }: { readonly editing: Eid | null }) {
  return editing === null ? <NewOrder /> : <EditOrder eid={editing} />;
}

interface Opened {
  readonly record: DraftRecord;
  readonly isRestored: boolean;
  /** A draft was asked for by the address and is not there any more. */
  readonly isGone: boolean;
}

/** What the address asks for: a draft, a copy of an order, a message, or a blank form. */
async function openForm(world: ShopWorld, wishes: URLSearchParams): Promise<Opened> {
  const { store, env, shop } = world;
  const newId = () => env.newId();
  const blank = emptyDraft(newId);
  const key = wishes.get('draft');
  if (key !== null) {
    const draft = await store.drafts.get(key);
    const record = draft === undefined ? null : readDraft(draft);
    if (record !== null) return { record, isRestored: true, isGone: false };
    return { record: { draft: blank, base: null }, isRestored: false, isGone: true };
  }
  const from = wishes.get('from');
  if (from !== null) {
    const rows = await store.queries.rowsOf([from]).run();
    const [regular] = regularsOf(rows, []);
    const [row] = rows;
    if (regular !== undefined && row !== undefined)
      return {
        // This very order, a cancelled one too.
        record: { draft: draftLikeLastTime(blank, { ...regular, last: row }, newId), base: null },
        isRestored: true,
        isGone: false,
      };
  }
  const pasted = wishes.get('paste');
  if (pasted !== null && pasted.trim() !== '') {
    const draft = draftFromMessage(pasted, shop, env.now(), newId);
    return { record: { draft, base: null }, isRestored: true, isGone: false };
  }
  return { record: { draft: blank, base: null }, isRestored: false, isGone: false };
}

function NewOrder() {
  const world = useWorld();
  const texts = useTexts(formTexts);
  const words = useTexts(baseTexts);
  const [, navigate] = useLocation();
  const search = useSearch();
  const wishes = useMemo(() => new URLSearchParams(search), [search]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const ownKey = opened === null ? null : draftKey(opened.record.draft.eid);
  const saved = wishes.get('saved') as Eid | null; // a name from the address; an unknown one is answered by the screen
  // The form that stands here wrote its own draft into the address: that is no wish for another.
  const isOwn = ownKey !== null && wishes.get('draft') === ownKey;
  const request = isOwn
    ? `own ${ownKey}`
    : `${wishes.get('draft') ?? ''} ${wishes.get('from') ?? ''} ${wishes.get('paste') ?? ''}`;
  const last = useRef('');
  const newest = useRef({ world, wishes });
  newest.current = { world, wishes };
  useEffect(() => {
    if (saved !== null || last.current === request) return;
    last.current = request;
    if (request.startsWith('own ')) return;
    setOpened(null);
    void openForm(newest.current.world, newest.current.wishes)
      .catch(() => {
        // The database does not answer: the form opens blank, and says itself when it cannot be kept.
        const { env } = newest.current.world;
        return { record: { draft: emptyDraft(() => env.newId()), base: null }, isRestored: false, isGone: false };
      })
      .then((form) => {
        if (last.current === request) setOpened(form);
      });
  }, [request, saved]);

  if (saved !== null)
    return (
      <SavedOrder
        eid={saved}
        onAnother={() => {
          last.current = '';
          setOpened(null);
          navigate('/new');
        }}
      />
    );
  if (opened === null) return <p className="empty">{words.reading}</p>;
  return (
    <OrderForm
      key={ownKey}
      record={opened.record}
      isRestored={opened.isRestored}
      document={null}
      wanted={parseLocalDate(wishes.get('day') ?? '')}
      heading={words.newOrder}
      onSaved={(eid) => navigate(`/new?saved=${encodeURIComponent(eid)}`, { replace: true })}
      onDiscarded={() => {
        last.current = '';
        setOpened(null);
        navigate('/new', { replace: true });
      }}
      onDirty={(key) => {
        if (wishes.get('draft') === key) return;
        const day = wishes.get('day');
        const next = new URLSearchParams(day === null ? { draft: key } : { day, draft: key });
        navigate(`/new?${next.toString()}`, { replace: true });
      }}
    >
      {opened.isGone ? <p className="no-warning">{texts.draftGone}</p> : null}
      <UnsavedOrders except={ownKey ?? ''} />
    </OrderForm>
  );
}

function EditOrder({ eid }: { readonly eid: Eid }) {
  const { store } = useWorld();
  const texts = useTexts(formTexts);
  const words = useTexts(baseTexts);
  const document = useAnswer(store.queries.order(eid));
  if (document === undefined) return <p className="empty">{words.reading}</p>;
  if (document === null) return <p className="empty">{texts.orderGone}</p>;
  return <EditForm eid={eid} document={document} />;
}

function EditForm({ eid, document }: { readonly eid: Eid; readonly document: OrderDocument }) {
  const { store } = useWorld();
  const shop = useShop();
  const texts = useTexts(formTexts);
  const words = useTexts(baseTexts);
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [round, setRound] = useState(0);
  const newest = useRef({ document, shop });
  newest.current = { document, shop };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` opens the form anew after a discard.
  useEffect(() => {
    let alive = true;
    void store.drafts
      .get(draftKey(eid))
      .catch(() => undefined)
      .then((draft) => {
        if (!alive) return;
        const record = draft === undefined ? null : readDraft(draft);
        if (record !== null && record.base !== null) {
          setOpened({ record, isRestored: true, isGone: false });
          return;
        }
        const base = draftFromOrder(newest.current.document.order);
        setOpened({
          record: {
            draft: followMenu(base, newest.current.shop),
            base: { draft: base, seen: writeSeen(newest.current.document.seen) },
          },
          isRestored: false,
          isGone: false,
        });
      });
    return () => {
      alive = false;
    };
  }, [store, eid, round]);
  if (opened === null) return <p className="empty">{words.reading}</p>;
  const home = `/order/${encodeURIComponent(eid)}`;
  return (
    <OrderForm
      key={`${eid} ${round}`}
      record={opened.record}
      isRestored={opened.isRestored}
      document={document}
      wanted={null}
      heading={texts.editTitle(document.order.number)}
      onSaved={() => navigate(home, { replace: true })}
      onDiscarded={() => {
        setOpened(null);
        setRound((count) => count + 1);
        navigate(home, { replace: true });
      }}
      onDirty={() => undefined}
    >
      {opened.isRestored ? <p className="no-warning">{texts.editRestored}</p> : null}
    </OrderForm>
  );
}
