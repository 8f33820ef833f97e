// Who orders: four digits of the phone find the customer, one tap brings the last order's cake back.
// Law: before the tap it says what it will copy; an old allergy is a question, never a copied fact (NO-3).
import { useEffect, useId, useRef, useState } from 'react';
import { packagingKey } from '../../domain/default-menu.ts';
import { answerOldAllergy } from '../../domain/new-order.ts';
import type { Regular } from '../../domain/new-order-regular.ts';
import { draftForRegular, draftLikeLastTime, regularsOf } from '../../domain/new-order-regular.ts';
import type { OrderRow } from '../../domain/order-row.ts';
import { readPhone } from '../../domain/phone-number.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle } from '../base/format.ts';
import { useNow, useShop, useStore, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useQuery } from '../base/use-query.ts';
import { Line } from './fields.tsx';
import { useOrderForm } from './form-context.ts';
import { newOrderTexts } from './new-order.texts.ts';

const NOBODY = { rows: [] as readonly OrderRow[], customers: [] as readonly never[] };

/** @param onChosen a customer was tapped: the next step is the day. */
export function CustomerPart({ onChosen }: { readonly onChosen: () => void }) {
  const { draft, set, edit, isEditing } = useOrderForm();
  const { env, shop } = useWorld();
  const texts = useTexts(newOrderTexts);
  const words = useTexts(baseTexts);
  const titleId = useId();
  const [chosen, setChosen] = useState<Regular | null>(null);
  const [isLikeLast, setLikeLast] = useState(false);
  const before = useRef(draft);
  const phone = draft.phone.trim() === '' ? null : readPhone(draft.phone, shop.country);

  const choose = (regular: Regular, likeLast: boolean) => {
    before.current = draft;
    setChosen(regular);
    setLikeLast(likeLast);
    edit((last) => (likeLast ? draftLikeLastTime(last, regular, () => env.newId()) : draftForRegular(last, regular)));
    onChosen();
  };
  return (
    <section className="no-part" aria-labelledby={titleId}>
      <h2 id={titleId}>{texts.who}</h2>
      {isEditing || draft.message !== null ? null : chosen === null ? (
        <TailSearch onChoose={choose} />
      ) : (
        <div className="no-chosen" role="status">
          <p>
            <b>{chosen.name || words.nameUnknown}</b> {isLikeLast ? texts.likeLastTimeDone : texts.nameTaken}
          </p>
          <button
            type="button"
            className="small"
            onClick={() => {
              const old = before.current;
              setChosen(null);
              edit((last) => ({
                ...last,
                customer: old.customer,
                name: old.name,
                phone: old.phone,
                channel: old.channel,
                packaging: old.packaging,
                oldAllergy: old.oldAllergy,
                items: old.items,
              }));
            }}
          >
            {words.undo}
          </button>
        </div>
      )}
      {draft.oldAllergy === null ? null : (
        <fieldset className="no-question no-allergy" aria-label={texts.allergyAgain(draft.oldAllergy)}>
          <p>
            <b>{texts.allergyAgain(draft.oldAllergy)}</b>
          </p>
          <div className="no-chips">
            <button type="button" onClick={() => edit((last) => answerOldAllergy(last, true))}>
              {texts.yesStill}
            </button>
            <button type="button" onClick={() => edit((last) => answerOldAllergy(last, false))}>
              {texts.noMore}
            </button>
          </div>
        </fieldset>
      )}
      <div className="no-pair">
        <Line
          label={texts.name}
          name="customer-name"
          value={draft.name}
          onChange={(name) => set({ name })}
          path="name"
        />
        <Line
          label={texts.phone}
          name="customer-phone"
          value={draft.phone}
          inputMode="tel"
          onChange={(text) => set({ phone: text, customer: null })}
          path="phone"
          problem={phone !== null && phone.e164 === null && draft.phone.length > 6 ? texts.phoneOdd : null}
        />
      </div>
      {isEditing || chosen !== null || phone?.e164 == null ? null : <KnownByPhone e164={phone.e164} />}
    </section>
  );
}

/** A full number that the book knows: how often, what is booked already, and the allergy to ask about again. */
function KnownByPhone({ e164 }: { readonly e164: string }) {
  const { draft, edit } = useOrderForm();
  const store = useStore();
  const texts = useTexts(newOrderTexts);
  const language = useLanguage();
  const today = useNow().date;
  const tail = e164.slice(-4);
  const orders = useQuery(store.queries.ordersByTail(tail));
  const customers = useQuery(store.queries.customersByTail(tail));
  const asked = useRef('');
  const regular =
    orders.state === 'ready' && customers.state === 'ready'
      ? regularsOf(orders.answer, customers.answer).find((one) => one.key === e164)
      : undefined;
  const allergy = regular?.allergy ?? '';
  useEffect(() => {
    if (allergy === '' || asked.current === e164) return;
    asked.current = e164;
    edit((last) =>
      last.oldAllergy !== null || last.items.some((item) => item.allergy.none || item.allergy.text.trim() !== '')
        ? last
        : { ...last, oldAllergy: allergy },
    );
  }, [allergy, e164, edit]);
  if (regular === undefined || regular.orders === 0) return null;
  const coming = regular.open.find((row) => row.eid !== draft.eid && (row.day === '' || row.day >= today));
  return (
    <div role="status">
      {coming === undefined ? (
        <p className="hint">{texts.regularHint(regular.orders)}</p>
      ) : (
        <p className="no-regular-open">
          {texts.alreadyBooked(coming.day === '' ? '' : dayTitle(coming.day, language), coming.number)}
        </p>
      )}
    </div>
  );
}

function TailSearch({ onChoose }: { readonly onChoose: (regular: Regular, likeLast: boolean) => void }) {
  const texts = useTexts(newOrderTexts);
  const id = useId();
  const [tail, setTail] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // With fingers, the keyboard must not cover a form that somebody opened to look at: only where keys are real or the form is blank.
    input.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="no-tail">
      <label htmlFor={id}>{texts.tailLabel}</label>
      <input
        id={id}
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        placeholder="0000"
        value={tail}
        onChange={(event) => setTail(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 4))}
      />
      <div aria-live="polite">{tail.length === 4 ? <Regulars tail={tail} onChoose={onChoose} /> : null}</div>
    </div>
  );
}

function Regulars({
  tail,
  onChoose,
}: {
  readonly tail: string;
  readonly onChoose: (regular: Regular, likeLast: boolean) => void;
}) {
  const store = useStore();
  const texts = useTexts(newOrderTexts);
  const orders = useQuery(store.queries.ordersByTail(tail));
  const customers = useQuery(store.queries.customersByTail(tail));
  if (orders.state === 'failed' || customers.state === 'failed')
    return <p className="field-problem">{texts.searchFailed}</p>;
  if (orders.state === 'reading' || customers.state === 'reading') return null;
  const people = regularsOf(orders.answer ?? NOBODY.rows, customers.answer ?? NOBODY.customers);
  if (people.length === 0) return <p className="hint">{texts.nobody(tail)}</p>;
  return (
    <ul className="no-regulars">
      {people.slice(0, 8).map((regular) => (
        <li key={regular.key}>
          <RegularCard regular={regular} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

function RegularCard({
  regular,
  onChoose,
}: {
  readonly regular: Regular;
  readonly onChoose: (regular: Regular, likeLast: boolean) => void;
}) {
  const texts = useTexts(newOrderTexts);
  const words = useTexts(baseTexts);
  const language = useLanguage();
  const today = useNow().date;
  const copied = useCopiedWords(regular.last);
  const { last } = regular;
  const coming = regular.open.find((row) => row.day === '' || row.day >= today);
  return (
    <div className="no-regular">
      <button type="button" className="no-regular-main" onClick={() => onChoose(regular, last !== null)}>
        <span className="no-regular-who">
          <b>{regular.name || words.nameUnknown}</b> <span>{regular.phone}</span>
        </span>
        {last === null ? (
          <span>{texts.nameOnly}</span>
        ) : (
          <>
            <span className="no-regular-like">{texts.likeLastTime}</span>
            <span>{copied}</span>
          </>
        )}
        {last === null ? null : (
          <span className="hint">
            {texts.timesOrdered(regular.orders)}
            {last.day === '' ? '' : ` · ${texts.lastOn(dayTitle(last.day, language))}`}
          </span>
        )}
      </button>
      {coming === undefined ? null : (
        <p className="no-regular-open">
          {texts.alreadyBooked(coming.day === '' ? '' : dayTitle(coming.day, language), coming.number)}
        </p>
      )}
      {last === null ? null : (
        <button type="button" className="quiet small" onClick={() => onChoose(regular, false)}>
          {texts.nameOnly}
        </button>
      )}
    </div>
  );
}

/** What 지난번처럼 brings: said before the tap. */
function useCopiedWords(last: OrderRow | null): string {
  const words = useTexts(baseTexts);
  const shop = useShop();
  if (last === null) return '';
  const cakes = last.items.map((item) => {
    const parts = [item.product, item.size, item.sheet, item.cream, item.shape].filter((part) => (part ?? '') !== '');
    return parts.join(' ') + (item.quantity > 1 ? ` × ${item.quantity}` : '');
  });
  const packaging = shop.menu
    .filter((entry) => entry.group === 'packaging' && last.packaging[packagingKey(entry)] === true)
    .map((entry) => entry.name);
  const channel = last.channel === null ? [] : [words[`channel.${last.channel}`]];
  return [...cakes.filter((cake) => cake !== ''), ...packaging, ...channel].join(' · ');
}
