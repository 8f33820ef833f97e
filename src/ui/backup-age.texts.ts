// The age of a backup in words, shown above every screen and in settings.
import { defineTexts } from './base/texts.ts';

export const backupAgeTexts = defineTexts({
  ko: {
    ageNow: '방금',
    ageMinutes: (count: number) => `${count}분 전`,
    ageHours: (count: number) => `${count}시간 전`,
    ageDays: (count: number) => `${count}일 전`,
  },
  en: {
    ageNow: 'just now',
    ageMinutes: (count: number) => `${count} min ago`,
    ageHours: (count: number) => `${count} h ago`,
    ageDays: (count: number) => (count === 1 ? 'yesterday' : `${count} days ago`),
  },
  ja: {
    ageNow: 'たった今',
    ageMinutes: (count: number) => `${count}分前`,
    ageHours: (count: number) => `${count}時間前`,
    ageDays: (count: number) => `${count}日前`,
  },
});
