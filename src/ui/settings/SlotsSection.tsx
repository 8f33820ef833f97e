// Settings: pickup times and places, the day's limit, lead time and the deposit.
import { useRef } from 'react';
import type { DepositRule } from '../../domain/shop.ts';
import { useShop, useStore } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { ConflictMark } from './ConflictMark.tsx';
import { type SeenFields, seenFields } from './kept-words.ts';
import { RuleFields } from './RuleFields.tsx';
import { Stepper } from './Stepper.tsx';
import { settingsTexts } from './settings.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { SHOP_EID, useShopEdit, useWordsSave } from './use-shop-edit.ts';
import type { SaveOutcome } from './use-typed-text.ts';

const FIRST_LIMIT = 20;
const SLOT_FIELDS = ['slots', 'leadDays', 'deposit', 'dayPlaces'];

export function SlotsSection() {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const edit = useShopEdit();
  const saveWords = useWordsSave();
  const { document, keeper } = useSettingsBook();
  const store = useStore();
  const setDayPlaces = (dayPlaces: number | null) =>
    void edit(texts.dayPlaces, { dayPlaces }, { dayPlaces: shop.dayPlaces });
  /** The last change of the rule, which the next one is put together with. */
  const lastDeposit = useRef<Promise<unknown>>(Promise.resolve());
  const setDeposit = async (part: Partial<DepositRule>, seen?: SeenFields | null): Promise<SaveOutcome> => {
    // A tap comes after the amount that it took the focus from; the amount's own save is what `idle` waits for.
    if (seen === undefined) await keeper.idle();
    const write = async () => {
      const fresh = await store.queries
        .shopDocument()
        .run()
        .catch(() => document);
      const old = fresh.shop.deposit;
      const deposit = { ...old, ...part };
      return saveWords({
        edit: { kind: 'shop', eid: SHOP_EID, set: { deposit } },
        field: 'deposit',
        words: null,
        seen: seen ?? seenFields(fresh.seen, SHOP_EID),
        done: {
          message: texts.saved(texts.depositRule),
          undo: { edits: [{ kind: 'shop', eid: SHOP_EID, set: { deposit: old }, was: { deposit } }] },
        },
      });
    };
    const mine = lastDeposit.current.then(write);
    lastDeposit.current = mine.catch(() => undefined);
    return mine;
  };
  return (
    <>
      {SLOT_FIELDS.map((field) => (
        <ConflictMark key={field} eid={SHOP_EID} field={field} />
      ))}
      <RuleFields
        slots={shop.slots}
        leadDays={shop.leadDays}
        deposit={shop.deposit}
        currency={shop.currency}
        onSlots={(slots) => void edit(texts.slots, { slots }, { slots: shop.slots })}
        onLeadDays={(leadDays) => void edit(texts.leadDays, { leadDays }, { leadDays: shop.leadDays })}
        onDeposit={setDeposit}
      />
      <section>
        <label className="settings-check">
          <input
            type="checkbox"
            checked={shop.dayPlaces !== null}
            onChange={(event) => setDayPlaces(event.target.checked ? FIRST_LIMIT : null)}
          />
          <span>{texts.dayPlacesLimit}</span>
        </label>
        {shop.dayPlaces === null ? null : (
          <Stepper
            label={texts.dayPlaces}
            hint={texts.dayPlacesHint}
            value={shop.dayPlaces}
            shown={texts.dayPlacesShown(shop.dayPlaces)}
            min={1}
            max={500}
            onChange={setDayPlaces}
          />
        )}
      </section>
    </>
  );
}
