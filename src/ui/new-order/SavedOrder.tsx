// The order is in the book: the sentence to read back, and the deposit text ready to send.
// Law: everything here is read from the book, never from the form; nothing is sent by itself.
import './saved-order.css';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Eid, Order } from '../../domain/order.ts';
import { whatIsLacking } from '../../domain/order-row.ts';
import { editOrder } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { useShop, useStore } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { formTexts } from './form.texts.ts';
import { depositText, readBackSentence } from './read-back.ts';
import { savedOrderTexts } from './saved-order.texts.ts';

export function SavedOrder({ eid, onAnother }: { readonly eid: Eid; readonly onAnother: () => void }) {
  const store = useStore();
  const form = useTexts(formTexts);
  const words = useTexts(baseTexts);
  const document = useAnswer(store.queries.order(eid));
  if (document === undefined) return <p className="empty">{words.reading}</p>;
  if (document === null) return <p className="empty">{form.orderGone}</p>;
  return <Saved order={document.order} onAnother={onAnother} />;
}

function Saved({ order, onAnother }: { readonly order: Order; readonly onAnother: () => void }) {
  const shop = useShop();
  const language = useLanguage();
  const texts = useTexts(savedOrderTexts);
  const words = useTexts(baseTexts);
  const { act } = useActions();
  const lacking = whatIsLacking(order);
  const spoken = readBackSentence(order, order.language ?? shop.language);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 tabIndex={-1} ref={(element) => element?.focus()}>
          {texts.savedTitle(order.number)}
        </h1>
      </header>
      <div className="screen-body no-saved">
        <div className="no-saved-said">
          <section
            className="card no-readback"
            aria-labelledby="no-readback-title"
            lang={order.language ?? shop.language}
          >
            <h2 id="no-readback-title" lang={language}>
              {texts.readBackTitle}
            </h2>
            <p className="no-sentence">{spoken}</p>
            <button
              type="button"
              className="small"
              aria-pressed={order.readBack === true}
              lang={language}
              onClick={() =>
                void act({
                  edits: [
                    editOrder(order.eid, { readBack: order.readBack !== true }, { was: { readBack: order.readBack } }),
                  ],
                })
              }
            >
              {order.readBack === true ? texts.readBackDone : texts.readBackMark}
            </button>
          </section>
          {lacking.length === 0 ? null : (
            <section className="no-lacking" aria-labelledby="no-lacking-title">
              <h2 id="no-lacking-title">{texts.savedLacking}</h2>
              <ul>
                {lacking.map((one) => (
                  <li key={one} className="todo">
                    {words[`lacking.${one}`]}
                  </li>
                ))}
              </ul>
              <Link className="button small" href={`/order/${encodeURIComponent(order.eid)}/edit`}>
                {texts.fillIn}
              </Link>
            </section>
          )}
        </div>
        <DepositText order={order} />
        <div className="no-after">
          <Link className="button primary" href={order.pickup?.date ? `/day/${order.pickup.date}` : '/'}>
            {texts.toDay}
          </Link>
          <Link className="button" href={`/order/${encodeURIComponent(order.eid)}`}>
            {texts.seeOrder}
          </Link>
          <button type="button" onClick={onAnother}>
            ＋ {words.newOrder}
          </button>
        </div>
      </div>
    </div>
  );
}

function DepositText({ order }: { readonly order: Order }) {
  const shop = useShop();
  const texts = useTexts(savedOrderTexts);
  const filled = depositText(order, shop, order.price?.currency ?? shop.currency);
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const shown = text ?? filled.text;
  const number = order.phone?.e164 ?? null;
  const canShare = typeof navigator.share === 'function';
  return (
    <section className="card no-deposit" aria-labelledby="no-deposit-title">
      <h2 id="no-deposit-title">{texts.depositText}</h2>
      {filled.missing.length === 0 ? null : (
        <p className="no-warning">
          {texts.textLacks(filled.missing.map((key) => texts[`value.${key}`]).join(', '))}
          {filled.missing.includes('account') ? (
            <>
              {' '}
              <Link href="/settings/shop">{texts.toSettings}</Link>
            </>
          ) : null}
        </p>
      )}
      <textarea
        aria-labelledby="no-deposit-title"
        lang={filled.language}
        rows={10}
        value={shown}
        onChange={(event) => {
          setText(event.target.value);
          setCopied('no');
        }}
      />
      <div className="no-after">
        <button
          type="button"
          className="primary"
          onClick={() => {
            const copying = navigator.clipboard?.writeText(shown) ?? Promise.reject(new Error('no clipboard'));
            copying.then(
              () => setCopied('yes'),
              () => setCopied('failed'),
            );
          }}
        >
          {texts.copyText}
        </button>
        {number === null ? null : (
          <a className="button" href={`sms:${number}?body=${encodeURIComponent(shown)}`}>
            {texts.sendSms}
          </a>
        )}
        {canShare ? (
          <button
            type="button"
            onClick={() => {
              // A person who closes the share sheet has not failed at anything.
              navigator.share({ text: shown }).catch(() => undefined);
            }}
          >
            {texts.share}
          </button>
        ) : null}
      </div>
      <p role="status">{copied === 'yes' ? texts.copied : copied === 'failed' ? texts.copyFailed : ''}</p>
    </section>
  );
}
