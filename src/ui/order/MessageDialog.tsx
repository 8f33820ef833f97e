// A text message to the customer: one of the shop's texts, filled and open to change, handed to the messages app.
// Law: the app sends nothing itself and never says that it did.
import './order-dialogs.css';
import { useId, useState } from 'react';
import { type DialPlatform, smsHref, smsQrText } from '../../domain/dial-links.ts';
import type { Order } from '../../domain/order.ts';
import { formatPhone } from '../../domain/phone-number.ts';
import { TEXT_KEYS, type TextKey } from '../../domain/shop.ts';
import { fillTemplate, type TemplateKey } from '../../domain/text-template.ts';
import { Dialog } from '../base/Dialog.tsx';
import { useTexts } from '../base/texts.ts';
import type { FieldWords } from './field-words.ts';
import { messageTexts } from './message.texts.ts';
import { orderToMessageValues } from './message-values.ts';
import { Qr } from './Qr.tsx';

export interface MessageDialogProps {
  readonly order: Order;
  readonly e164: string;
  readonly words: FieldWords;
  readonly onClose: () => void;
}

function thisPlatform(): DialPlatform {
  const { userAgent, maxTouchPoints } = navigator;
  const isApple = /iPhone|iPad|iPod/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1);
  return isApple ? 'apple' : 'other';
}

/** The text that most likely is to be sent now. */
function likelyText(order: Order): TextKey {
  if (order.status === 'awaiting-deposit') return 'deposit-request';
  if (order.status === 'ready') return 'ready';
  return order.status === 'confirmed' ? 'order-confirmed' : 'reminder';
}

export function MessageDialog({ order, e164, words, onClose }: MessageDialogProps) {
  const { shop } = words;
  const texts = useTexts(messageTexts);
  const language = order.language ?? shop.language;
  const textId = useId();
  const offered = TEXT_KEYS.flatMap((key) => {
    const found = shop.texts.find((text) => text.key === key && text.language === language);
    return found === undefined ? [] : [found];
  });
  const fill = (key: TextKey | null): { text: string; missing: readonly TemplateKey[] } => {
    const found = offered.find((text) => text.key === key);
    if (found === undefined) return { text: '', missing: [] };
    const { values, settled } = orderToMessageValues(order, shop, language);
    const { text, missing } = fillTemplate(found.body, values, language);
    return { text, missing: missing.filter((key) => !settled.has(key)) };
  };
  const [chosen, setChosen] = useState<TextKey | null>(() =>
    offered.some((text) => text.key === likelyText(order)) ? likelyText(order) : null,
  );
  const [filled, setFilled] = useState(() => fill(chosen));
  const [text, setText] = useState(filled.text);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const [hasQr, setHasQr] = useState(false);
  const choose = (key: TextKey | null) => {
    const next = fill(key);
    setChosen(key);
    setFilled(next);
    setText(next.text);
    setCopied('no');
  };
  const number = order.phone === null ? e164 : formatPhone(order.phone, shop.country);
  return (
    <Dialog
      title={`${texts.messageTitle} · ${order.name ?? number}`}
      onClose={onClose}
      variant="sheet"
      actions={
        <>
          <button type="button" aria-pressed={hasQr} onClick={() => setHasQr(!hasQr)}>
            {texts.messageQr}
          </button>
          <button
            type="button"
            onClick={() => {
              // Missing on plain HTTP; the sentence then says what to do instead.
              const copying = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
              void copying.then(
                () => setCopied('yes'),
                () => setCopied('failed'),
              );
            }}
          >
            {texts.copy}
          </button>
          <a className="button primary" href={smsHref(e164, text, thisPlatform())}>
            {texts.openMessages}
          </a>
        </>
      }
    >
      <div className="order-form">
        {offered.length === 0 ? null : (
          <fieldset>
            <legend className="label">{texts.messageChoose}</legend>
            <div className="order-choices">
              {offered.map(({ key }) => (
                <button
                  key={key}
                  type="button"
                  className="small"
                  aria-pressed={chosen === key}
                  onClick={() => choose(key)}
                >
                  {texts[`message.${key}`]}
                </button>
              ))}
              <button type="button" className="small" aria-pressed={chosen === null} onClick={() => choose(null)}>
                {texts.messageBlank}
              </button>
            </div>
          </fieldset>
        )}
        <div className="field">
          <label htmlFor={textId}>{texts.messageText}</label>
          <textarea
            id={textId}
            className="order-message"
            lang={language}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setCopied('no');
            }}
          />
          {filled.missing.length === 0 ? null : (
            <p className="todo">
              {texts.messageMissing(filled.missing.map((key) => texts[`template.${key}`]).join(', '))}
            </p>
          )}
          <small>{texts.messageHint}</small>
        </div>
        <p role="status">{copied === 'yes' ? texts.copied : copied === 'failed' ? texts.copyFailed : ''}</p>
        {hasQr ? (
          <div className="order-qr-box">
            <Qr text={smsQrText(e164, text)} label={texts.qrAlt(texts.qrWrite, number)} tooLong={texts.qrTooLong} />
            <p className="hint">{texts.qrHint}</p>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
