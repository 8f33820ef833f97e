// Words for days and times that only the order form needs: short weekdays, and a time as it is said aloud.
// Law: as in base/format.ts, a local day or time is shown as it stands; no time zone touches it.
import type { Language } from '../../domain/order.ts';
import type { LocalDate, LocalTime } from '../../domain/time.ts';
import { minutesOf, weekdayOf } from '../../domain/time.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ja: ['日', '月', '火', '水', '木', '金', '土'],
};

export function weekdayText(day: LocalDate, language: Language): string {
  return WEEKDAYS[language][weekdayOf(day)] ?? '';
}

/** `오후 1시 30분`, `1:30 pm`, `午後1時半`: to be read aloud on the phone. */
export function timeAloud(time: LocalTime, language: Language): string {
  const minutes = minutesOf(time);
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  if (language === 'en') {
    const half = hour < 12 ? 'am' : 'pm';
    return minute === 0 ? `${hour12} ${half}` : `${hour12}:${String(minute).padStart(2, '0')} ${half}`;
  }
  if (language === 'ja') {
    const half = hour < 12 ? '午前' : '午後';
    const shown = hour % 12; // noon is read 午後0時
    return `${half}${shown}時${minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`}`;
  }
  return `${hour < 12 ? '오전' : '오후'} ${hour12}시${minute === 0 ? '' : ` ${minute}분`}`;
}
