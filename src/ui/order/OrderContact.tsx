// Reaching the customer: the number large enough to read across the counter, a call, a text, or a QR for a phone.
// Law: a tablet without a SIM cannot call, and the app never sends: each button opens something and says what.
import { useState } from 'react';
import { telHref } from '../../domain/dial-links.ts';
import type { Order } from '../../domain/order.ts';
import type { Phone } from '../../domain/phone.ts';
import { formatPhone } from '../../domain/phone-number.ts';
import type { FieldWords } from './field-words.ts';
import { MessageDialog } from './MessageDialog.tsx';
import { QrDialog } from './QrDialog.tsx';

export interface ContactProps {
  readonly order: Order;
  readonly words: FieldWords;
}

/** The number as it stands on screen: large, and dialled by a tap. */
export function PhoneNumber({ phone, words }: { readonly phone: Phone | null; readonly words: FieldWords }) {
  const { texts, shop } = words;
  if (phone === null || (phone.e164 === null && phone.text === '')) return <p className="todo">{texts.phoneUnknown}</p>;
  if (phone.e164 === null)
    return (
      <>
        <p className="order-tel">{phone.text}</p>
        <p className="todo">{texts.notDialable}</p>
      </>
    );
  return (
    <a className="order-tel" href={telHref(phone.e164)}>
      {formatPhone(phone, shop.country)}
    </a>
  );
}

/** 전화, 문자, 폰으로 QR; nothing where there is no number to dial. */
export function ContactButtons({ order, words }: ContactProps) {
  const { texts } = words;
  const [open, setOpen] = useState<'message' | 'qr' | null>(null);
  const e164 = order.phone?.e164 ?? null;
  if (e164 === null) return null;
  return (
    <>
      <a className="button" href={telHref(e164)}>
        {texts.call}
      </a>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen('message')}>
        {texts.write}
      </button>
      <button type="button" className="order-qr-button" aria-haspopup="dialog" onClick={() => setOpen('qr')}>
        {texts.qr}
      </button>
      {open === 'message' ? (
        <MessageDialog order={order} e164={e164} words={words} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'qr' ? <QrDialog order={order} e164={e164} words={words} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
