// Half-typed orders that are on this tablet only: to go on with, or to throw away after a question.
// Law: "저장 안 된 주문" is what the local door holds, nothing else; discarding asks first.
import './unsaved-orders.css';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Picture } from '../../domain/order.ts';
import type { Draft } from '../../store/shop-store.ts';
import { baseTexts } from '../base/base.texts.ts';
import { Dialog } from '../base/Dialog.tsx';
import { dayTitle, instantText } from '../base/format.ts';
import type { ShopWorld } from '../base/shop-context.ts';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import type { DraftRecord } from './drafts.ts';
import { isOrderDraft, readDraft } from './drafts.ts';
import { formTexts } from './form.texts.ts';

/** Every half-typed order, newest first, kept up to date. */
export function useOrderDrafts(): readonly Draft[] {
  const { store } = useWorld();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const read = useCallback(() => {
    store.drafts.list().then(
      (all) => setDrafts(all.filter(isOrderDraft).sort((a, b) => b.at - a.at)),
      () => setDrafts([]), // the form itself says when the local door is shut
    );
  }, [store]);
  useEffect(() => {
    read();
    return store.subscribe((notice) => {
      if (notice.drafts.length > 0 || notice.isAll) read();
    });
  }, [store, read]);
  return drafts;
}

/** Takes a draft away, and its pictures when nothing else shows them. */
export async function discardDraft(
  { store, photos }: Pick<ShopWorld, 'store' | 'photos'>,
  key: string,
  pictures: readonly Picture[],
): Promise<void> {
  await store.drafts.remove(key);
  const others = (await store.drafts.list()).map((draft) => JSON.stringify(draft.value));
  for (const { sha } of pictures) {
    if (others.some((draft) => draft.includes(sha))) continue;
    if (!(await store.queries.hasPicture(sha).run())) await photos.remove(sha);
  }
}

/** @param except the draft of the form that stands on the screen already. */
export function UnsavedOrders({ except }: { readonly except: string }) {
  const drafts = useOrderDrafts().filter((draft) => draft.key !== except);
  const texts = useTexts(formTexts);
  const [asked, setAsked] = useState<Draft | null>(null);
  const world = useWorld();
  if (drafts.length === 0) return null;
  return (
    <section className="no-unsaved" aria-labelledby="no-unsaved-title">
      <h2 id="no-unsaved-title">{texts.unsavedCount(drafts.length)}</h2>
      <ul>
        {drafts.slice(0, 6).map((draft) => (
          <li key={draft.key}>
            <DraftLine draft={draft} />
            <Link className="button small" href={addressOf(draft)}>
              {texts.goOn}
            </Link>
            <button type="button" className="small quiet" onClick={() => setAsked(draft)}>
              {texts.discard}
            </button>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <DiscardDialog
          onCancel={() => setAsked(null)}
          onDiscard={() => {
            setAsked(null);
            void discardDraft(world, asked.key, readDraft(asked)?.draft.photos.map((photo) => photo.picture) ?? []);
          }}
        />
      )}
    </section>
  );
}

/** Where a draft goes on: an edit at its order, anything else as a new order. */
function addressOf(draft: Draft): string {
  const record = readDraft(draft);
  return record?.base == null
    ? `/new?draft=${encodeURIComponent(draft.key)}`
    : `/order/${encodeURIComponent(record.draft.eid)}/edit`;
}

export function DiscardDialog({
  onCancel,
  onDiscard,
}: {
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
}) {
  const texts = useTexts(formTexts);
  return (
    <Dialog
      title={texts.discardTitle}
      onClose={onCancel}
      actions={
        <>
          <button type="button" onClick={onCancel}>
            {texts.keepTyping}
          </button>
          <button type="button" className="danger" onClick={onDiscard}>
            {texts.discard}
          </button>
        </>
      }
    >
      <p>{texts.discardWhat}</p>
    </Dialog>
  );
}

function DraftLine({ draft }: { readonly draft: Draft }) {
  const texts = useTexts(formTexts);
  const language = useLanguage();
  const shop = useShop();
  const record = readDraft(draft);
  const at = instantText(draft.at, shop.zone, language);
  return (
    <span className="no-draft-line">
      <b>{record === null ? texts.draftUnreadable : titleOf(record)}</b>
      <small>{texts.typedAt(at)}</small>
    </span>
  );

  function titleOf({ draft: typed, base }: DraftRecord): string {
    const words = [
      typed.name || typed.phone || baseTexts[language].nameUnknown,
      typed.date === null ? '' : dayTitle(typed.date, language),
      typed.items
        .map((item) => item.size)
        .filter(Boolean)
        .join(', '),
      base === null ? '' : baseTexts[language].edit,
    ];
    return words.filter((word) => word !== '').join(' · ');
  }
}
