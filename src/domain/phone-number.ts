// Reading and writing phone numbers as people in each country do. Apart from phone.ts because the numbering tables
// are heavy: only screens that type or dial a number load them.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Country, Phone } from './phone.ts';

/** Korean safe numbers (안심번호 0502 to 0508) and other lengths that the numbering plan knows but metadata may not. */
const KOREAN_SAFE = /^0?(50[2-8]\d{7,8})$/;

/** Reads a number typed by a person in `country`; `e164` stays null when it is no number that can be called. */
export function readPhone(text: string, country: Country): Phone {
  const trimmed = text.normalize('NFKC').trim();
  const digits = trimmed.replace(/[^\d+]/g, '');
  if (country === 'KR') {
    const safe = KOREAN_SAFE.exec(digits);
    if (safe) return { e164: `+82${safe[1]}`, text: trimmed };
    const local = digits.replace(/^(?:\+?82)0?/, '0').replace(/^1(?=0\d{8}$)/, '01');
    if (/^010/.test(local)) return { e164: /^010\d{8}$/.test(local) ? `+82${local.slice(1)}` : null, text: trimmed };
  }
  const parsed = parsePhoneNumberFromString(trimmed, country);
  return { e164: parsed?.isPossible() === true ? parsed.number : null, text: trimmed };
}

/** As people in the number's own country group it: `010-0000-5678`; abroad with the country's code. */
export function formatPhone(phone: Phone, home: Country): string {
  if (phone.e164 === null) return phone.text;
  const safe = /^\+82(50[2-8])(\d{3,4})(\d{4})$/.exec(phone.e164);
  if (home === 'KR' && safe) return `0${safe[1]}-${safe[2]}-${safe[3]}`;
  const mobile = /^\+82(10)(\d{4})(\d{4})$/.exec(phone.e164);
  if (home === 'KR' && mobile) return `0${mobile[1]}-${mobile[2]}-${mobile[3]}`;
  const parsed = parsePhoneNumberFromString(phone.e164);
  if (parsed === undefined) return phone.text;
  return parsed.country === home ? parsed.formatNational() : parsed.formatInternational();
}
