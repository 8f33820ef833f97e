// The form of an order: who, when, which cakes, how it leaves, what it costs; saved by one button, kept while typed.
// Law: nothing typed is lost: not by a reload, a kill, a full disk, nor by another tab that saves the same order (NO-7, NO-8).
import './new-order.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DraftItem, NewOrderDraft } from '../../domain/new-order.ts';
import { addItem, changeItem, draftFromOrder, photosFor, removeItem } from '../../domain/new-order.ts';
import { draftToFields, fieldsToOrder, priceDraft } from '../../domain/new-order-fields.ts';
import { takeField } from '../../domain/new-order-rebase.ts';
import type { Eid, Picture } from '../../domain/order.ts';
import { whatIsLacking } from '../../domain/order-row.ts';
import { phoneTail } from '../../domain/phone.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { OrderDocument } from '../../store/shop-store.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { moneyText } from '../base/format.ts';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { filesIn } from '../photos/PhotoPicker.tsx';
import { useTakePhotos } from '../photos/use-take-photos.ts';
import { CakeCard, letteringId } from './CakeCard.tsx';
import { CustomerPart } from './CustomerPart.tsx';
import { editOrderChange, newOrderChange, readSeen } from './draft-change.ts';
import type { DraftRecord, EditBase } from './drafts.ts';
import { draftKey } from './drafts.ts';
import { EditNotes, fieldLabel } from './EditNotes.tsx';
import { erasedUnder } from './erased-fields.ts';
import { formTexts } from './form.texts.ts';
import type { OrderForm as Form } from './form-context.ts';
import { OrderFormContext } from './form-context.ts';
import { HandOverPart } from './HandOverPart.tsx';
import { MessagePanel } from './MessagePanel.tsx';
import { MoneyPart } from './MoneyPart.tsx';
import { PICKUP_ID, PickupPart } from './PickupPart.tsx';
import { pasteTexts } from './paste.texts.ts';
import { DiscardDialog, discardDraft } from './UnsavedOrders.tsx';
import { type KeepState, useDraftKeeper } from './use-draft-keeper.ts';
import { useFollowBook } from './use-follow-book.ts';

export interface OrderFormProps {
  readonly record: DraftRecord;
  /** The record comes from a draft or a message: it holds words that are not in the book. */
  readonly isRestored: boolean;
  /** The order being edited as the book has it now; null for a new one. */
  readonly document: OrderDocument | null;
  /** The day from which the form was opened. */
  readonly wanted: LocalDate | null;
  readonly heading: string;
  readonly onSaved: (eid: Eid) => void;
  readonly onDiscarded: () => void;
  /** The first change was made: the address may carry the draft from now on. */
  readonly onDirty: (key: string) => void;
  /** Notes above the form. */
  readonly children?: React.ReactNode;
}

export function OrderForm(props: OrderFormProps) {
  const { record, isRestored, document, wanted, heading, onSaved, onDiscarded, onDirty, children } = props;
  const world = useWorld();
  const { store, env } = world;
  const shop = useShop();
  const texts = useTexts(formTexts);
  const paste = useTexts(pasteTexts);
  const words = useTexts(baseTexts);
  const language = useLanguage();
  const { act, announce, fail } = useActions();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<NewOrderDraft>(record.draft);
  const [base, setBase] = useState(record.base);
  const [isDirty, setDirty] = useState(isRestored);
  const [isSaving, setSaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [removed, setRemoved] = useState<{ readonly before: NewOrderDraft } | null>(null);
  const [pointed, setPointed] = useState('');
  const key = draftKey(draft.eid);
  const kept = useMemo<DraftRecord>(() => ({ draft, base }), [draft, base]);
  const keeper = useDraftKeeper(key, kept, isDirty);

  const edit = useCallback<Form['edit']>((change) => {
    setDraft(change);
    setDirty(true);
  }, []);
  const photoTaking = useTakePhotos();
  const addPhotos = useCallback(
    (item: Eid | undefined, pictures: readonly Picture[]) =>
      edit((last) => ({
        ...last,
        photos: [
          ...last.photos,
          ...photosFor(last.eid, item ?? last.items[0]?.eid ?? null, pictures, () => env.newId()),
        ],
      })),
    [edit, env],
  );
  const { take } = photoTaking;
  useEffect(() => {
    // A picture pasted anywhere in the form goes to the first cake; a cake's own picture box takes those pasted in it.
    const onPaste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData);
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      void take(files).then((pictures) => {
        if (pictures.length > 0) addPhotos(undefined, pictures);
      });
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [take, addPhotos]);
  const tellDirty = useRef(onDirty);
  tellDirty.current = onDirty;
  useEffect(() => {
    if (isDirty) tellDirty.current(key);
  }, [isDirty, key]);

  const follow = useCallback((newBase: EditBase, followed: NewOrderDraft) => {
    setBase(newBase);
    setDraft(followed);
  }, []);
  const book = useFollowBook({ draft, base, document, isStopped: keeper.isStopped, follow, edit });

  const prices = useMemo(() => priceDraft(draft, shop), [draft, shop]);
  const form = useMemo<Form>(
    () => ({
      draft,
      prices,
      isEditing: base !== null,
      edit,
      set: (values) => edit((last) => ({ ...last, ...values })),
      setItem: (eid: Eid, values: Partial<Omit<DraftItem, 'eid'>>) => edit((last) => changeItem(last, eid, values)),
      questionsOn: (path) => draft.questions.filter((one) => one.path === path),
      pointed,
      point: setPointed,
    }),
    [draft, prices, base, edit, pointed],
  );

  const fieldsOf = (one: NewOrderDraft) =>
    draftToFields(one, {
      shop,
      fill: { now: env.now(), isNew: base === null },
      unreadableAmount: texts.unreadableAmount,
    });
  const fields = () => fieldsOf(draft);

  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    await keeper.stop();
    const now = fields();
    if (base === null) {
      const twin = await store.queries.order(draft.eid).run();
      if (twin !== null) {
        setSaving(false);
        announce({ message: texts.savedElsewhere });
        await store.drafts.remove(key);
        onSaved(draft.eid);
        return;
      }
      const tail = phoneTail(now.order.phone);
      const customers = tail === null ? [] : await store.queries.customersByTail(tail).run();
      const result = await act(
        newOrderChange(draft, now, { now: env.now(), newId: () => env.newId(), customers, draftKey: key }),
      );
      setSaving(false);
      if (result.ok) onSaved(draft.eid);
      else keeper.resume();
      return;
    }
    await saveEdit(base);
  };

  /** What privacy has erased under the form stays in it, unsaved, until a person decides (NO-10). */
  const saveEdit = async (last: EditBase) => {
    const opened = { draft: last.draft, seen: readSeen(last.seen) };
    const before = draftToFields(opened.draft, { shop, fill: null, unreadableAmount: texts.unreadableAmount });
    const typed = book.erased.reduce((draft, field) => takeField(opened.draft, draft, field), draft);
    const change = editOrderChange(before, fieldsOf(typed), opened.seen, draft.eid, key);
    const result = await act(change);
    const [now, history] = result.ok
      ? await Promise.all([store.queries.order(draft.eid).run(), store.queries.history(draft.eid).run()]).catch(
          // The commit stood; what it shows could not be read.
          () => [null, []] as const,
        )
      : [null, []];
    setSaving(false);
    const unsaved = now === null ? [] : erasedUnder(draft, opened, now, history);
    if (result.ok && unsaved.length === 0) {
      announce({ message: texts.editSaved });
      onSaved(draft.eid);
      return;
    }
    if (unsaved.length > 0) {
      const names = unsaved.map((field) => fieldLabel(field, draft, language)).join(', ');
      fail(change.edits.length === 0 ? texts.erasedNotSaved(names) : texts.erasedRestSaved(names));
    }
    keeper.resume();
  };
  const trySave = () =>
    void save().catch(() => {
      setSaving(false);
      keeper.resume();
      fail(texts.saveFailed);
    });

  const discard = async () => {
    setAsking(false);
    await keeper.stop();
    const inBook = new Set(base?.draft.photos.map((photo) => photo.eid));
    await discardDraft(
      world,
      key,
      draft.photos.filter((photo) => !inBook.has(photo.eid)).map((photo) => photo.picture),
    ).catch(() => fail(texts.discardFailed));
    onDiscarded();
  };

  const focusLettering = () => {
    const open = draft.items.find((item) => !item.lettering.none && item.lettering.text === '');
    const field = open === undefined ? null : window.document.getElementById(letteringId(open.eid));
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  };

  // After the form has drawn what was copied, so that the slots stand where they will stay.
  const showPickup = () =>
    requestAnimationFrame(() => window.document.getElementById(PICKUP_ID)?.scrollIntoView({ block: 'nearest' }));

  return (
    <OrderFormContext value={form}>
      <form
        className="screen no-form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) trySave();
        }}
      >
        <header className="screen-head">
          <h1>{heading}</h1>
          <Kept state={keeper.state} isDirty={isDirty} />
          <span className="gap" />
          {isDirty || base !== null ? null : (
            <Link className="button small" href="/paste">
              {paste.pasteTitle}
            </Link>
          )}
          {isDirty ? (
            <button type="button" className="small quiet" onClick={() => setAsking(true)}>
              {texts.discard}
            </button>
          ) : (
            <button
              type="button"
              className="small quiet"
              onClick={() => (history.length > 1 ? history.back() : navigate('/'))}
            >
              {words.back}
            </button>
          )}
        </header>
        <div className={draft.message === null ? 'screen-body no-body' : 'screen-body no-body no-body-message'}>
          {children}
          {photoTaking.problems.length === 0 ? null : (
            <div className="photo-problems" role="alert">
              {photoTaking.problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
              <button type="button" className="small" onClick={photoTaking.clearProblems}>
                {texts.understood}
              </button>
            </div>
          )}
          <EditNotes book={book} order={draft} theirs={document === null ? null : draftFromOrder(document.order)} />
          {draft.message === null ? null : <MessagePanel message={draft.message} />}
          <div className="no-left-side">
            <CustomerPart onChosen={showPickup} />
            <PickupPart wanted={wanted} onPicked={focusLettering} />
          </div>
          <div className="no-right-side">
            {draft.items.map((item, index) => (
              <CakeCard
                key={item.eid}
                item={item}
                index={index}
                onRemove={() => {
                  setRemoved({ before: draft });
                  edit((last) => removeItem(last, item.eid));
                }}
              />
            ))}
            <div className="no-after-cakes">
              {removed === null ? null : (
                <p role="status" className="no-removed">
                  {texts.cakeRemoved}
                  <button
                    type="button"
                    className="small"
                    onClick={() => {
                      const { before } = removed;
                      setRemoved(null);
                      edit((last) => ({ ...last, items: before.items, photos: before.photos }));
                    }}
                  >
                    {words.undo}
                  </button>
                </p>
              )}
              <button
                type="button"
                onClick={() => {
                  setRemoved(null);
                  edit((last) => addItem(last, () => env.newId()));
                }}
              >
                ＋ {texts.addCake}
              </button>
            </div>
            <HandOverPart />
            <MoneyPart />
          </div>
        </div>
        <SaveBar draft={draft} isEditing={base !== null} isSaving={isSaving} fields={fields} onSave={trySave} />
        {isAsking ? <DiscardDialog onCancel={() => setAsking(false)} onDiscard={() => void discard()} /> : null}
      </form>
    </OrderFormContext>
  );
}

/** 저장 안 된 주문, told as it is: kept on this tablet, or not even that. */
function Kept({ state, isDirty }: { readonly state: KeepState; readonly isDirty: boolean }) {
  const texts = useTexts(formTexts);
  if (!isDirty) return null;
  const isFailed = state === 'failed';
  return (
    <p className={isFailed ? 'no-kept no-kept-failed' : 'no-kept'} role={isFailed ? 'alert' : undefined}>
      <b>{texts.notSaved}</b>{' '}
      <span>{isFailed ? texts.keepFailed : state === 'kept' ? texts.keptHere : texts.keepingNow}</span>
    </p>
  );
}

function SaveBar({
  draft,
  isEditing,
  isSaving,
  fields,
  onSave,
}: {
  readonly draft: NewOrderDraft;
  readonly isEditing: boolean;
  readonly isSaving: boolean;
  readonly fields: () => ReturnType<typeof draftToFields>;
  readonly onSave: () => void;
}) {
  const shop = useShop();
  const language = useLanguage();
  const texts = useTexts(formTexts);
  const words = useTexts(baseTexts);
  const order = fieldsToOrder(draft.eid, '', fields());
  const lacking = whatIsLacking(order);
  const asked = draft.questions.length + draft.doubts.length + (draft.oldAllergy === null ? 0 : 1);
  const toCheck = lacking.map((one) => words[`lacking.${one}`]);
  const total = order.price?.minor ?? null;
  return (
    <div className="no-save">
      <div className="no-save-words">
        <p>
          {total === null ? texts.noTotal : <b>{moneyText(total, shop.currency, language)}</b>}
          {order.depositAsked === null ? null : (
            <span> · {texts.depositShort(moneyText(order.depositAsked.minor, shop.currency, language))}</span>
          )}
        </p>
        {toCheck.length === 0 ? null : (
          <p className="no-save-lacking" title={toCheck.join(', ')}>
            {texts.willAsk(toCheck.join(', '))}
          </p>
        )}
      </div>
      {asked === 0 ? null : (
        <button
          type="button"
          className="no-save-questions"
          onClick={() => {
            const question = window.document.querySelector<HTMLElement>('.no-form .no-question');
            question?.scrollIntoView({ block: 'center' });
            question?.querySelector('button')?.focus({ preventScroll: true });
          }}
        >
          {texts.nextQuestion(asked)}
        </button>
      )}
      <button type="button" className="primary no-save-button" disabled={isSaving} onClick={onSave}>
        {isEditing ? texts.saveEdit : words.save}
      </button>
    </div>
  );
}
