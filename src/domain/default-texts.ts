// What a cake shop writes to its customers, before its owner has put it in his own words.
// Law: a proposal for first run only; what a shop then keeps are its own texts, edited by ops like an order.
import type { Eid, Language } from './order.ts';
import type { TextFields, TextKey } from './shop.ts';

export interface DefaultText {
  readonly eid: Eid;
  readonly fields: {
    readonly key: TextKey;
    readonly language: Language;
    readonly body: NonNullable<TextFields['body']>;
  };
}

const BODIES: Readonly<Record<TextKey, Readonly<Record<Language, string>>>> = {
  'deposit-request': {
    ko: `안녕하세요 {name}님, {shop}입니다.
주문 내용 한 번 더 확인 부탁드려요.

픽업: {date} {time}
{items}
문구: {lettering}
금액: {total}

예약금 {deposit}(을/를) {due}까지 보내 주시면 예약이 확정됩니다.
{account}
입금자명이 주문하신 분과 다르면 꼭 알려 주세요. 감사합니다.`,
    en: `Hello {name}, this is {shop}.
Please check your order once more.

Pickup: {date} {time}
{items}
Lettering: {lettering}
Total: {total}

Your booking is confirmed once we receive the deposit of {deposit} by {due}.
{account}
If the payment comes from another name, please let us know. Thank you!`,
    ja: `{name}様、{shop}です。
ご注文内容をもう一度ご確認ください。

お受け取り：{date} {time}
{items}
文字：{lettering}
金額：{total}

{due}までに予約金{deposit}のお振込みを確認できましたら、ご予約確定となります。
{account}
お振込み名義が異なる場合は、お知らせください。よろしくお願いいたします。`,
  },
  'order-confirmed': {
    ko: `{name}님, 입금 확인했습니다. 예약이 확정되었어요.

픽업: {date} {time}
{items}
문구: {lettering}
남은 금액: {balance} (픽업하실 때 결제해 주세요)

예쁘게 준비해 두겠습니다. {shop} 드림`,
    en: `{name}, we have received your payment. Your booking is confirmed.

Pickup: {date} {time}
{items}
Lettering: {lettering}
Balance: {balance}, payable at pickup

We look forward to seeing you. {shop}`,
    ja: `{name}様、ご入金を確認しました。ご予約確定です。

お受け取り：{date} {time}
{items}
文字：{lettering}
残金：{balance}（お受け取り時にお支払いください）

心を込めてお作りします。{shop}`,
  },
  ready: {
    ko: `{name}님, 주문하신 케이크가 준비되었습니다.
{date} {time}에 뵐게요.
남은 금액: {balance}
조심히 오세요! {shop} 드림`,
    en: `{name}, your cake is ready.
See you on {date}, {time}.
Balance: {balance}
{shop}`,
    ja: `{name}様、ご注文のケーキの準備ができました。
{date} {time}にお待ちしております。
残金：{balance}
お気をつけてお越しください。{shop}`,
  },
  reminder: {
    ko: `{name}님, {shop}입니다. {date} {time} 픽업 예정이라 미리 안내드려요.
{items}
문구: {lettering}
남은 금액: {balance}
시간이 바뀌시면 편하게 답장 주세요.`,
    en: `{name}, this is {shop}. A reminder of your pickup: {date}, {time}.
{items}
Lettering: {lettering}
Balance: {balance}
If your time changes, just reply to this message.`,
    ja: `{name}様、{shop}です。{date} {time}のお受け取りのご案内です。
{items}
文字：{lettering}
残金：{balance}
お時間が変わる場合は、ご返信ください。`,
  },
  balance: {
    ko: `{name}님, {shop}입니다. {date} {time}에 픽업하시는 케이크의 남은 금액은 {balance}입니다.
{account}
미리 보내 주셔도 되고, 픽업하실 때 결제해 주셔도 됩니다. 감사합니다.`,
    en: `{name}, this is {shop}. The balance for your cake ({date}, {time}) is {balance}.
{account}
You can transfer it in advance or pay at pickup. Thank you!`,
    ja: `{name}様、{shop}です。{date} {time}にお受け取りのケーキの残金は{balance}です。
{account}
お振込み、またはお受け取り時のお支払いをお願いいたします。`,
  },
};

/** The eid of a default text; stable, so that two tablets set up apart meet in one text. */
export function textEid(key: TextKey, language: Language): Eid {
  return `shop/t-${key}-${language}` as Eid; // the shop's children are named by whoever makes them
}

/** One text for every occasion in each language. */
export function defaultTexts(): DefaultText[] {
  return (Object.keys(BODIES) as TextKey[]) // keys of a const object
    .flatMap((key) =>
      (['ko', 'en', 'ja'] as const).map((language) => ({
        eid: textEid(key, language),
        fields: { key, language, body: BODIES[key][language] },
      })),
    );
}
