// What each doubt of an order asks, by its code (intake flags and a few of the form's own). `raw` is what was written.
// Law: a question says what to look at and can be answered; no code is shown to a person.
import { defineTexts } from '../base/texts.ts';

const q = (raw: string, open: string, close: string) => (raw === '' ? '' : `${open}${raw}${close} `);
const ko = (raw: string) => q(raw, "'", "'");
const en = (raw: string) => q(raw, '“', '”');
const ja = (raw: string) => q(raw, '「', '」');

export const doubtTexts = defineTexts({
  ko: {
    phone_invalid: (raw: string) => `${ko(raw)}전화번호 자릿수가 맞지 않습니다. 손님께 다시 여쭤보세요.`,
    date_vague: (raw: string) => `${ko(raw)}며칠인지 정확하지 않습니다. 언제인가요?`,
    date_ambiguous: (raw: string) => `${ko(raw)}월과 일이 헷갈립니다. 어느 날인가요?`,
    date_alternatives: (raw: string) => `${ko(raw)}날짜가 여러 개입니다. 어느 날인가요?`,
    date_invalid: (raw: string) => `${ko(raw)}달력에 없는 날짜입니다. 언제인가요?`,
    date_weekday_mismatch: (raw: string) => `${ko(raw)}날짜와 요일이 서로 다릅니다. 어느 날인가요?`,
    date_in_past: (raw: string) => `${ko(raw)}이미 지난 날짜입니다. 맞나요?`,
    relative_date_after_midnight: (raw: string) => `${ko(raw)}자정이 지나 쓴 말입니다. 어느 날을 말하는 건가요?`,
    closed_day: (raw: string) => `${ko(raw)}쉬는 날입니다. 그래도 받을까요?`,
    time_vague: (raw: string) => `${ko(raw)}몇 시인지 정확하지 않습니다. 몇 시인가요?`,
    time_ambiguous: (raw: string) => `${ko(raw)}오전인지 오후인지 알 수 없습니다. 몇 시인가요?`,
    time_outside_hours: (raw: string) => `${ko(raw)}영업시간이 아닙니다. 맞나요?`,
    field_conflict: (raw: string) => `${ko(raw)}손님이 말을 고쳤습니다. 마지막 말로 적었습니다. 맞나요?`,
    unsure: (raw: string) => `${ko(raw)}이렇게 읽었습니다. 맞나요?`,
    price_named: (raw: string) => `손님이 적은 금액입니다: ${raw}. 이 금액으로 할까요?`,
    allergy_again: (raw: string) => `지난 주문에 알레르기가 있었습니다: ${raw}. 이번에도 있는지 여쭤보세요.`,
  },
  en: {
    phone_invalid: (raw: string) =>
      `${en(raw)}That phone number has the wrong number of digits. Please ask the customer again.`,
    date_vague: (raw: string) => `${en(raw)}This does not say which day. When is it?`,
    date_ambiguous: (raw: string) => `${en(raw)}Day and month could be swapped. Which day is it?`,
    date_alternatives: (raw: string) => `${en(raw)}There are several dates. Which one is it?`,
    date_invalid: (raw: string) => `${en(raw)}That date does not exist. When is it?`,
    date_weekday_mismatch: (raw: string) => `${en(raw)}Date and weekday do not match. Which day is it?`,
    date_in_past: (raw: string) => `${en(raw)}That day has passed. Is it right?`,
    relative_date_after_midnight: (raw: string) => `${en(raw)}This was written after midnight. Which day is meant?`,
    closed_day: (raw: string) => `${en(raw)}The shop is closed that day. Take it anyway?`,
    time_vague: (raw: string) => `${en(raw)}This does not say what time. What time is it?`,
    time_ambiguous: (raw: string) => `${en(raw)}Morning or afternoon? What time is it?`,
    time_outside_hours: (raw: string) => `${en(raw)}That is outside opening hours. Is it right?`,
    field_conflict: (raw: string) => `${en(raw)}The customer corrected this. The last version was taken. Is it right?`,
    unsure: (raw: string) => `${en(raw)}This is how it was read. Is it right?`,
    price_named: (raw: string) => `The customer wrote a price: ${raw}. Use it?`,
    allergy_again: (raw: string) => `An earlier order had an allergy: ${raw}. Ask whether it still holds.`,
  },
  ja: {
    phone_invalid: (raw: string) => `${ja(raw)}電話番号の桁数が合いません。お客様にもう一度ご確認ください。`,
    date_vague: (raw: string) => `${ja(raw)}日にちがはっきりしません。いつですか。`,
    date_ambiguous: (raw: string) => `${ja(raw)}月と日のどちらとも読めます。どの日ですか。`,
    date_alternatives: (raw: string) => `${ja(raw)}日付がいくつかあります。どの日ですか。`,
    date_invalid: (raw: string) => `${ja(raw)}カレンダーにない日付です。いつですか。`,
    date_weekday_mismatch: (raw: string) => `${ja(raw)}日付と曜日が合いません。どの日ですか。`,
    date_in_past: (raw: string) => `${ja(raw)}過ぎた日付です。合っていますか。`,
    relative_date_after_midnight: (raw: string) => `${ja(raw)}夜中の0時を過ぎて書かれています。どの日のことですか。`,
    closed_day: (raw: string) => `${ja(raw)}定休日です。それでも受けますか。`,
    time_vague: (raw: string) => `${ja(raw)}時間がはっきりしません。何時ですか。`,
    time_ambiguous: (raw: string) => `${ja(raw)}午前か午後か分かりません。何時ですか。`,
    time_outside_hours: (raw: string) => `${ja(raw)}営業時間の外です。合っていますか。`,
    field_conflict: (raw: string) => `${ja(raw)}お客様が言い直しています。最後の内容にしました。合っていますか。`,
    unsure: (raw: string) => `${ja(raw)}このように読みました。合っていますか。`,
    price_named: (raw: string) => `お客様が書いた金額です：${raw}。この金額にしますか。`,
    allergy_again: (raw: string) => `前回の注文にアレルギーがありました：${raw}。今回もあるかご確認ください。`,
  },
});
