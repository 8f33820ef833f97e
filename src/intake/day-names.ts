// Names of weekdays and months in three languages, and the shape of a rule that reads a day.
// Law: indexes count from Sunday and from January.
import type { DayMeaning, DayReading } from './day-meaning.ts';

export const KO_DAYS = '일월화수목금토';
export const JA_DAYS = '日月火水木金土';
export const EN_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
export const EN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const EN_DAY = '(?<enDay>sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day|s)?(?![a-z])';
export const EN_MONTH =
  '(?<enMonth>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const ONE_KO_DAY =
  '(?<koDay>[월화수목금토일])(?:요일|욜|요(?!일)|날)?(?![가-힣](?<!에|로|까|쯤|오|낮|저|밤|아|점|픽))';

export interface DayRule {
  readonly pattern: RegExp;
  /** null: the words fit but the meaning does not. */
  readonly mean: (groups: Readonly<Record<string, string | undefined>>, reading: DayReading) => DayMeaning | null;
}
