// Settings: who the shop is, when it is open, and the days that differ from the week.

import { useShop } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { ConflictMark } from './ConflictMark.tsx';
import { CURRENCIES } from './country.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { RegionFields } from './RegionFields.tsx';
import { SpecialDays } from './SpecialDays.tsx';
import { settingsTexts } from './settings.texts.ts';
import { TextSetting } from './TextSetting.tsx';
import { SHOP_EID, useShopEdit, useShopText } from './use-shop-edit.ts';

const REGION_FIELDS = ['country', 'zone', 'currency', 'language'];

export function ShopSection() {
  const texts = useTexts(settingsTexts);
  const language = useLanguage();
  const shop = useShop();
  const edit = useShopEdit();
  const currencyNames = new Intl.DisplayNames([language], { type: 'currency' });
  return (
    <>
      <TextSetting label={texts.name} missing={texts.nameMissing} maxLength={60} {...useShopText('name', texts.name)} />
      <TextSetting label={texts.phone} type="tel" maxLength={40} {...useShopText('phone', texts.phone)} />
      <TextSetting label={texts.address} {...useShopText('address', texts.address)} />
      <TextSetting label={texts.account} hint={texts.accountHint} {...useShopText('account', texts.account)} />
      <section>
        <h2>{texts.hoursTitle}</h2>
        <HoursEditor
          hours={shop.hours}
          onChange={(hours) => void edit(texts.hoursSaved, { hours }, { hours: shop.hours })}
        />
        <ConflictMark eid={SHOP_EID} field="hours" />
      </section>
      <SpecialDays />
      <section>
        <h2>{texts.regionTitle}</h2>
        <RegionFields
          country={shop.country}
          zone={shop.zone}
          language={language}
          labels={texts}
          onCountry={(country) => void edit(texts.country, { country }, { country: shop.country })}
          onZone={(zone) => void edit(texts.zone, { zone }, { zone: shop.zone })}
        />
        <label className="field">
          <span>{texts.currency}</span>
          <select
            value={shop.currency}
            onChange={(event) => {
              const currency = CURRENCIES.find((one) => one === event.target.value);
              if (currency !== undefined) void edit(texts.currency, { currency }, { currency: shop.currency });
            }}
          >
            {CURRENCIES.map((one) => (
              <option key={one} value={one}>
                {currencyNames.of(one)} ({one})
              </option>
            ))}
          </select>
          <small>{texts.currencyHint}</small>
        </label>
        {REGION_FIELDS.map((field) => (
          <ConflictMark key={field} eid={SHOP_EID} field={field} />
        ))}
      </section>
    </>
  );
}
