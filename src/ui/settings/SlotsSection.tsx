// Settings: pickup times and places, the day's limit, lead time and the deposit.
import { useShop } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { RuleFields } from './RuleFields.tsx';
import { Stepper } from './Stepper.tsx';
import { settingsTexts } from './settings.texts.ts';
import { useShopEdit } from './use-shop-edit.ts';

const FIRST_LIMIT = 20;

export function SlotsSection() {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const edit = useShopEdit();
  const setDayPlaces = (dayPlaces: number | null) =>
    edit(texts.dayPlaces, { dayPlaces }, { dayPlaces: shop.dayPlaces });
  return (
    <>
      <RuleFields
        slots={shop.slots}
        leadDays={shop.leadDays}
        deposit={shop.deposit}
        currency={shop.currency}
        onSlots={(slots) => edit(texts.slots, { slots }, { slots: shop.slots })}
        onLeadDays={(leadDays) => edit(texts.leadDays, { leadDays }, { leadDays: shop.leadDays })}
        onDeposit={(deposit) => edit(texts.depositRule, { deposit }, { deposit: shop.deposit })}
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
