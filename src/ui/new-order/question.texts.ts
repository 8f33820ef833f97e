// What the form asks beside a doubtful value, after the sentence that says what is not clear (today/doubt.texts.ts).
// Law: each question can be answered beside the field it stands at.
import { defineTexts } from '../base/texts.ts';

export const questionTexts = defineTexts({
  ko: {
    said: (raw: string, sentence: string) => `${raw === '' ? '' : `‘${raw}’ `}${sentence}.`,
    phone_invalid: '손님께 다시 여쭤보세요.',
    date_vague: '언제인가요?',
    date_ambiguous: '어느 날인가요?',
    date_alternatives: '어느 날인가요?',
    date_invalid: '언제인가요?',
    date_weekday_mismatch: '어느 날인가요?',
    date_in_past: '맞나요?',
    relative_date_after_midnight: '어느 날인가요?',
    closed_day: '그래도 받을까요?',
    time_vague: '몇 시인가요?',
    time_ambiguous: '몇 시인가요?',
    time_outside_hours: '맞나요?',
    time_open_ended: '맞나요?',
    time_before: '맞나요?',
    time_approx: '맞나요?',
    field_conflict: '마지막에 쓴 말로 적었습니다. 맞나요?',
    price_named: '이 금액으로 할까요?',
    allergy_again: '이번에도 있는지 여쭤보세요.',
  },
  en: {
    said: (raw: string, sentence: string) => `${raw === '' ? '' : `“${raw}” `}${sentence}.`,
    phone_invalid: 'Please ask the customer again.',
    date_vague: 'When is it?',
    date_ambiguous: 'Which day is it?',
    date_alternatives: 'Which day is it?',
    date_invalid: 'When is it?',
    date_weekday_mismatch: 'Which day is it?',
    date_in_past: 'Is it right?',
    relative_date_after_midnight: 'Which day is it?',
    closed_day: 'Take the order anyway?',
    time_vague: 'What time is it?',
    time_ambiguous: 'What time is it?',
    time_outside_hours: 'Is it right?',
    time_open_ended: 'Is it right?',
    time_before: 'Is it right?',
    time_approx: 'Is it right?',
    field_conflict: 'The last version was taken. Is it right?',
    price_named: 'Use it?',
    allergy_again: 'Ask whether it applies this time too.',
  },
  ja: {
    said: (raw: string, sentence: string) => `${raw === '' ? '' : `「${raw}」`}${sentence}。`,
    phone_invalid: 'お客様にもう一度ご確認ください。',
    date_vague: 'いつですか？',
    date_ambiguous: 'どの日ですか？',
    date_alternatives: 'どの日ですか？',
    date_invalid: 'いつですか？',
    date_weekday_mismatch: 'どの日ですか？',
    date_in_past: '合っていますか？',
    relative_date_after_midnight: 'どの日ですか？',
    closed_day: 'それでも受けますか？',
    time_vague: '何時ですか？',
    time_ambiguous: '何時ですか？',
    time_outside_hours: '合っていますか？',
    time_open_ended: '合っていますか？',
    time_before: '合っていますか？',
    time_approx: '合っていますか？',
    field_conflict: '最後の内容にしました。合っていますか？',
    price_named: 'この金額にしますか？',
    allergy_again: '今回もあるかご確認ください。',
  },
});

/** `‘10/15 일요일’ 날짜와 요일이 서로 다릅니다. 어느 날인가요?` — the sentence alone where the code has no question. */
export function questionText(
  { code, raw, sentence }: { readonly code: string; readonly raw: string; readonly sentence: string },
  texts: (typeof questionTexts)['ko'],
): string {
  const said = texts.said(raw, sentence);
  const question = code !== 'said' && Object.hasOwn(texts, code) ? texts[code as 'date_vague'] : null; // looked up just before
  return question === null ? said : said.endsWith('。') ? `${said}${question}` : `${said} ${question}`;
}
