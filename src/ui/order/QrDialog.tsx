// For a tablet that cannot call: the number large, and codes that make a phone call or write.
import './order-dialogs.css';
import { useState } from 'react';
import { smsQrText, telHref } from '../../domain/dial-links.ts';
import type { Order } from '../../domain/order.ts';
import { formatPhone } from '../../domain/phone-number.ts';
import { Dialog } from '../base/Dialog.tsx';
import { useTexts } from '../base/texts.ts';
import type { FieldWords } from './field-words.ts';
import { messageTexts } from './message.texts.ts';
import { Qr } from './Qr.tsx';

export interface QrDialogProps {
  readonly order: Order;
  readonly e164: string;
  readonly words: FieldWords;
  readonly onClose: () => void;
}

export function QrDialog({ order, e164, words, onClose }: QrDialogProps) {
  const { shop } = words;
  const texts = useTexts(messageTexts);
  const [what, setWhat] = useState<'call' | 'write'>('call');
  const number = order.phone === null ? e164 : formatPhone(order.phone, shop.country);
  const word = what === 'call' ? texts.qrCall : texts.qrWrite;
  return (
    <Dialog title={texts.qrTitle} onClose={onClose}>
      <div className="order-qr-box">
        <p className="order-tel">{number}</p>
        <Qr
          text={what === 'call' ? telHref(e164) : smsQrText(e164, '')}
          label={texts.qrAlt(word, number)}
          tooLong={texts.qrTooLong}
        />
        <div className="order-row">
          <button type="button" aria-pressed={what === 'call'} onClick={() => setWhat('call')}>
            {texts.qrCall}
          </button>
          <button type="button" aria-pressed={what === 'write'} onClick={() => setWhat('write')}>
            {texts.qrWrite}
          </button>
        </div>
        <p className="hint">{texts.qrHint}</p>
      </div>
    </Dialog>
  );
}
