// How old a backup is, in the words of a person. Pure.
import { differenceInHours, differenceInMinutes } from 'date-fns';
import type { backupAgeTexts } from './backup-age.texts.ts';

/** `방금`, `5분 전`, `3일 전`; a record from the future (a clock put right since) is `방금`. */
export function backupAge(at: number, now: number, texts: (typeof backupAgeTexts)['ko']): string {
  const minutes = differenceInMinutes(now, at);
  if (minutes < 1) return texts.ageNow;
  if (minutes < 60) return texts.ageMinutes(minutes);
  const hours = differenceInHours(now, at);
  return hours < 24 ? texts.ageHours(hours) : texts.ageDays(Math.floor(hours / 24));
}
