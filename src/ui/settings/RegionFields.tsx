// Where the shop stands: the country, by which phones and money are written, and the zone, by which "today" begins.
import type { Language } from '../../domain/order.ts';
import type { Country } from '../../domain/phone.ts';
import { COUNTRIES, countryName, zoneName, zonesWith } from './country.ts';

export interface RegionFieldsProps {
  readonly country: Country;
  readonly zone: string;
  readonly language: Language;
  readonly labels: {
    readonly country: string;
    readonly countryHint: string;
    readonly zone: string;
    readonly zoneHint: string;
  };
  readonly onCountry: (country: Country) => void;
  readonly onZone: (zone: string) => void;
}

export function RegionFields({ country, zone, language, labels, onCountry, onZone }: RegionFieldsProps) {
  return (
    <>
      <label className="field">
        <span>{labels.country}</span>
        <select
          value={country}
          onChange={(event) => {
            const chosen = COUNTRIES.find((one) => one === event.target.value);
            if (chosen !== undefined) onCountry(chosen);
          }}
        >
          {COUNTRIES.map((one) => (
            <option key={one} value={one}>
              {countryName(one, language)}
            </option>
          ))}
        </select>
        <small>{labels.countryHint}</small>
      </label>
      <label className="field">
        <span>{labels.zone}</span>
        <select value={zone} onChange={(event) => onZone(event.target.value)}>
          {zonesWith(zone).map((one) => (
            <option key={one} value={one}>
              {zoneName(one)}
            </option>
          ))}
        </select>
        <small>{labels.zoneHint}</small>
      </label>
    </>
  );
}
