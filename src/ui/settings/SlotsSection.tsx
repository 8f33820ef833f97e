// Settings: pickup times and places, the day's limit, lead time and the deposit.
import { useShop } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { ConflictMark } from './ConflictMark.tsx';
import { seenFields } from './kept-words.ts';
import { RuleFields } from './RuleFields.tsx';
import { Stepper } from './Stepper.tsx';
import { settingsTexts } from './settings.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { SHOP_EID, useShopEdit, useWordsSave } from './use-shop-edit.ts';

const FIRST_LIMIT = 20;
const SLOT_FIELDS = ['slots', 'leadDays', 'deposit', 'dayPlaces'];

export function SlotsSection() {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const edit = useShopEdit();
  const saveWords = useWordsSave();
  const { document } = useSettingsBook();
  const setDayPlaces = (dayPlaces: number | null) =>
    void edit(texts.dayPlaces, { dayPlaces }, { dayPlaces: shop.dayPlaces });
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
        onDeposit={(deposit, seen) =>
          saveWords({
            edit: { kind: 'shop', eid: SHOP_EID, set: { deposit } },
            field: 'deposit',
            words: null,
            seen: seen ?? seenFields(document.seen, SHOP_EID),
            done: {
              message: texts.saved(texts.depositRule),
              undo: {
                edits: [{ kind: 'shop', eid: SHOP_EID, set: { deposit: shop.deposit }, was: { deposit } }],
              },
            },
          })
        }
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
