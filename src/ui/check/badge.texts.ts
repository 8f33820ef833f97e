// The badge in words, for those who hear the screen. Apart from the screen's own words: it loads at once.
import { defineTexts } from '../base/texts.ts';

export const badgeTexts = defineTexts({
  ko: { count: (count: number) => `${count}건` },
  en: { count: (count: number) => `${count} to check` },
  ja: { count: (count: number) => `${count}件` },
});
