// A customer's message is pasted, read at once, and stands in the form beside its own words.
// Law: what was pasted is kept through a reload; what is no order, a change or a cancellation is said plainly, and the
// person decides.
import './new-order.css';
import './paste.css';
import { useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { NewOrderDraft } from '../../domain/new-order.ts';
import { emptyDraft, photosFor } from '../../domain/new-order.ts';
import type { Eid } from '../../domain/order.ts';
import type { OrderRow } from '../../domain/order-row.ts';
import { phoneTail } from '../../domain/phone.ts';
import { readPhone } from '../../domain/phone-number.ts';
import type { MessageReading } from '../../intake/message-reading.ts';
import { editOrder } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle } from '../base/format.ts';
import { Icon } from '../base/icons.tsx';
import { useShop, useStore, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useQuery } from '../base/use-query.ts';
import { filesIn } from '../photos/PhotoPicker.tsx';
import { useTakePhotos } from '../photos/use-take-photos.ts';
import type { DraftRecord } from './drafts.ts';
import { draftKey, readDraft } from './drafts.ts';
import { OrderForm } from './OrderForm.tsx';
import { pasteTexts } from './paste.texts.ts';
import { draftFromReading, readPaste } from './read-paste.ts';
import { UnsavedOrders } from './UnsavedOrders.tsx';

/** Where the pasted words are kept until they are an order. */
const PASTE_KEY = 'paste';

type Stage =
  | { readonly step: 'opening' }
  | { readonly step: 'paste' }
  /** The message does not look like a new order, or could not be read at all. */
  | { readonly step: 'asked'; readonly reading: MessageReading; readonly draft: NewOrderDraft }
  | { readonly step: 'form'; readonly record: DraftRecord };

/** `/paste?text=&draft=`. */
export function PasteScreen() {
  const world = useWorld();
  const { store, env } = world;
  const shop = useShop();
  const texts = useTexts(pasteTexts);
  const words = useTexts(baseTexts);
  const [, navigate] = useLocation();
  const search = useSearch();
  const wishes = new URLSearchParams(search);
  const wantedDraft = wishes.get('draft');
  const sharedText = wishes.get('text');
  const [stage, setStage] = useState<Stage>({ step: 'opening' });
  const [text, setText] = useState('');
  const photoTaking = useTakePhotos();
  const ownKey = stage.step === 'form' ? draftKey(stage.record.draft.eid) : null;

  const keepText = (value: string) => {
    setText(value);
    // Without it the words are still on the screen; the form keeps them again as soon as it is read.
    (value === '' ? store.drafts.remove(PASTE_KEY) : store.drafts.put(PASTE_KEY, value)).catch(() => undefined);
  };
  const toForm = (draft: NewOrderDraft) => {
    setStage({ step: 'form', record: { draft, base: null } });
    store.drafts.remove(PASTE_KEY).catch(() => undefined); // the form's own draft holds the message from here on
  };
  const read = (message: string) => {
    if (message.trim() === '') return;
    keepText(message);
    const at = env.now();
    const reading = readPaste(message, shop, at);
    const draft = draftFromReading(reading, message, shop, at, () => env.newId());
    if (reading.kind === 'order' && reading.refusal === null) toForm(draft);
    else setStage({ step: 'asked', reading, draft });
  };
  const newest = useRef({ read });
  newest.current = { read };

  useEffect(() => {
    if (wantedDraft !== null && wantedDraft === ownKey) return;
    let alive = true;
    const open = async (): Promise<void> => {
      if (wantedDraft !== null) {
        const draft = await store.drafts.get(wantedDraft);
        const record = draft === undefined ? null : readDraft(draft);
        if (record !== null) {
          if (alive) setStage({ step: 'form', record });
          return;
        }
      }
      const kept = (await store.drafts.get(PASTE_KEY))?.value;
      if (!alive) return;
      setText(typeof kept === 'string' ? kept : '');
      setStage({ step: 'paste' });
      if (sharedText !== null) newest.current.read(sharedText);
    };
    open().catch(() => {
      if (alive) setStage({ step: 'paste' });
    });
    return () => {
      alive = false;
    };
  }, [store, wantedDraft, ownKey, sharedText]);

  if (stage.step === 'opening') return <p className="empty">{words.reading}</p>;
  if (stage.step === 'form')
    return (
      <OrderForm
        key={ownKey}
        record={stage.record}
        isRestored
        document={null}
        wanted={null}
        heading={texts.pastedOrder}
        onSaved={(eid) => navigate(`/new?saved=${encodeURIComponent(eid)}`, { replace: true })}
        onDiscarded={() => {
          setText('');
          setStage({ step: 'paste' });
          navigate('/paste', { replace: true });
        }}
        onDirty={(key) => {
          if (wantedDraft !== key) navigate(`/paste?draft=${encodeURIComponent(key)}`, { replace: true });
        }}
      />
    );
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{texts.pasteTitle}</h1>
        <span className="gap" />
        <Link className="button small quiet" href="/new">
          {texts.typeInstead}
        </Link>
      </header>
      <div className="screen-body no-paste">
        {stage.step === 'asked' ? (
          <Asked
            reading={stage.reading}
            draft={stage.draft}
            onMakeOrder={() => toForm(stage.draft)}
            onNoted={() => {
              keepText('');
              setStage({ step: 'paste' });
            }}
          />
        ) : null}
        <PasteBox
          text={text}
          onType={keepText}
          onRead={read}
          onPhotos={(files) =>
            void photoTaking.take(files).then((pictures) => {
              if (pictures.length === 0) return;
              const blank = emptyDraft(() => env.newId());
              const item = blank.items[0]?.eid ?? null;
              toForm({ ...blank, photos: photosFor(blank.eid, item, pictures, () => env.newId()), channel: 'kakao' });
            })
          }
          isFirst={stage.step === 'paste'}
        />
        <div role="alert">
          {photoTaking.problems.map((problem) => (
            <p key={problem} className="photo-problems">
              {problem}
            </p>
          ))}
        </div>
        <UnsavedOrders except="" />
      </div>
    </div>
  );
}

function PasteBox({
  text,
  onType,
  onRead,
  onPhotos,
  isFirst,
}: {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onRead: (text: string) => void;
  /** A photo of a chat: a valid order that lacks nearly everything. */
  readonly onPhotos: (files: readonly File[]) => void;
  readonly isFirst: boolean;
}) {
  const texts = useTexts(pasteTexts);
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState('');
  const paste = async () => {
    setNote('');
    try {
      const clipboard = (await navigator.clipboard?.readText()) ?? '';
      if (clipboard.trim() !== '') {
        onRead(clipboard);
        return;
      }
      setNote(texts.clipboardEmpty);
    } catch {
      // Not allowed, or a browser without it: the person pastes by hand.
      setNote(texts.pasteByHand);
    }
    box.current?.focus();
  };
  return (
    <section className="no-paste-box" aria-label={texts.pasteTitle}>
      {isFirst ? <p className="no-paste-how">{texts.pasteHow}</p> : null}
      <button type="button" className="primary no-paste-button" onClick={() => void paste()}>
        {texts.pasteButton}
      </button>
      <p role="status" className="hint">
        {note}
      </p>
      <div className="no-field">
        <label htmlFor={id}>{texts.messageLabel}</label>
        <textarea
          id={id}
          ref={box}
          rows={10}
          value={text}
          placeholder={texts.messagePlaceholder}
          onChange={(event) => onType(event.target.value)}
          onPaste={(event) => {
            const files = filesIn(event.clipboardData);
            if (files.length > 0) {
              event.preventDefault();
              onPhotos(files);
              return;
            }
            const pasted = event.clipboardData.getData('text/plain');
            // Into an empty box: the whole message. Beside other words: a part, the person goes on typing.
            if (text.trim() !== '' || pasted.trim() === '') return;
            event.preventDefault();
            onRead(pasted);
          }}
        />
      </div>
      <div className="no-after">
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          accept="image/*"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            onPhotos([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <button type="button" disabled={text.trim() === ''} onClick={() => onRead(text)}>
          {texts.readIt}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          <Icon name="picture" />
          {texts.fromScreenshot}
        </button>
        {text === '' ? null : (
          <button type="button" className="quiet" onClick={() => onType('')}>
            {texts.emptyBox}
          </button>
        )}
      </div>
    </section>
  );
}

function Asked({
  reading,
  draft,
  onMakeOrder,
  onNoted,
}: {
  readonly reading: MessageReading;
  readonly draft: NewOrderDraft;
  readonly onMakeOrder: () => void;
  readonly onNoted: () => void;
}) {
  const texts = useTexts(pasteTexts);
  const shop = useShop();
  const isChange = reading.kind === 'change-request' || reading.kind === 'cancel-request';
  const found = phoneTail(draft.phone === '' ? null : readPhone(draft.phone, shop.country));
  const [tail, setTail] = useState(found ?? '');
  const id = useId();
  const sentence =
    reading.refusal === 'too-long'
      ? texts.tooLong((draft.message?.text ?? '').split('\n').length)
      : {
          order: texts.notAnOrder,
          'not-an-order': texts.notAnOrder,
          'empty-form': texts.emptyForm,
          'change-request': texts.changeRequest,
          'cancel-request': texts.cancelRequest,
        }[reading.kind];
  return (
    <section className="no-asked" role="alert">
      <p>
        <b>{sentence}</b>
      </p>
      {isChange ? (
        <div className="no-field no-tail-small">
          <label htmlFor={id}>{texts.findByTail}</label>
          <input
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={tail}
            onChange={(event) => setTail(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 4))}
          />
          {tail.length === 4 ? <OrdersOf tail={tail} message={draft.message?.text ?? ''} onNoted={onNoted} /> : null}
        </div>
      ) : null}
      {reading.refusal === 'too-long' ? null : (
        <div className="no-after">
          <button type="button" onClick={onMakeOrder}>
            {texts.makeOrderAnyway}
          </button>
        </div>
      )}
    </section>
  );
}

function OrdersOf({
  tail,
  message,
  onNoted,
}: {
  readonly tail: string;
  readonly message: string;
  readonly onNoted: () => void;
}) {
  const store = useStore();
  const { env } = useWorld();
  const texts = useTexts(pasteTexts);
  const words = useTexts(baseTexts);
  const language = useLanguage();
  const { act } = useActions();
  const orders = useQuery(store.queries.ordersByTail(tail));
  if (orders.state !== 'ready') return null;
  const open = orders.answer.filter((row) => row.flags.includes('open'));
  if (open.length === 0) return <p className="hint">{texts.noOpenOrder(tail)}</p>;
  const note = async (row: OrderRow) => {
    const memo = [row.memo, texts.requestNoted(message)].filter((part) => part !== '').join('\n');
    const result = await act(
      {
        edits: [
          editOrder(row.eid, { memo }, { was: { memo: row.memo === '' ? null : row.memo } }),
          {
            kind: 'original',
            eid: `${row.eid}/o${env.newId()}` as Eid, // how children are named (order.ts, Eid)
            set: { source: { kind: 'message', text: message, at: env.now() } },
          },
        ],
      },
      { message: texts.notedOn(row.number) },
    );
    if (result.ok) onNoted();
  };
  return (
    <ul className="no-regulars">
      {open.map((row) => (
        <li key={row.eid} className="no-found-order">
          <p>
            <b>{row.name || words.nameUnknown}</b> {row.number} ·{' '}
            {row.day === '' ? words.dateUnknown : dayTitle(row.day, language)} {row.start ?? ''}
          </p>
          <div className="no-after">
            <Link className="button" href={`/order/${encodeURIComponent(row.eid)}/edit`}>
              {texts.openToEdit}
            </Link>
            <button type="button" onClick={() => void note(row)}>
              {texts.noteIt}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
