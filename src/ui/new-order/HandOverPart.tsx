// How it leaves the shop and who is involved: fulfilment, packaging, payer, collector, channel, language, notes.
// Law: orderer, payer and collector are three people; a packaging not asked about is neither yes nor no.
import { useId } from 'react';
import { packagingKey } from '../../domain/default-menu.ts';
import type { Channel, FulfilmentMethod, Language } from '../../domain/order.ts';
import { menuOf } from '../../domain/shop.ts';
import { baseTexts } from '../base/base.texts.ts';
import { useShop } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { Choice, DoubtSentence, Found, Line } from './fields.tsx';
import { useOrderForm } from './form-context.ts';
import { newOrderTexts } from './new-order.texts.ts';

const METHODS: readonly FulfilmentMethod[] = ['pickup', 'delivery', 'quick'];
/** Those a person at the counter chooses; an order page and a platform name themselves. */
const TYPED_CHANNELS: readonly Channel[] = ['kakao', 'phone', 'instagram', 'naver', 'walk-in', 'other'];
const LANGUAGES: readonly Language[] = ['ko', 'en', 'ja'];
const LANGUAGE_NAMES = { ko: 'koreanName', en: 'englishName', ja: 'japaneseName' } as const;

export function HandOverPart() {
  const { draft, set, edit } = useOrderForm();
  const shop = useShop();
  const texts = useTexts(newOrderTexts);
  const words = useTexts(baseTexts);
  const titleId = useId();
  const packagingId = useId();
  const channels =
    draft.channel === null || TYPED_CHANNELS.includes(draft.channel)
      ? TYPED_CHANNELS
      : [...TYPED_CHANNELS, draft.channel];
  return (
    <section className="no-part" aria-labelledby={titleId}>
      <h2 id={titleId}>{texts.handOver}</h2>
      <Choice
        label={texts.method}
        options={METHODS.map((value) => ({ value, text: words[`method.${value}`] }))}
        value={draft.method}
        onChange={(method) => set({ method: method ?? 'pickup' })}
        path="fulfilment"
      />
      {draft.method === 'pickup' && draft.address === '' ? null : (
        <Line label={texts.address} value={draft.address} rows={2} onChange={(address) => set({ address })} />
      )}
      <fieldset className="no-field" aria-labelledby={packagingId}>
        <span className="label" id={packagingId}>
          {texts.packaging}
        </span>
        <div className="no-chips">
          {menuOf(shop, 'packaging').map((entry) => {
            const key = packagingKey(entry);
            const wanted = draft.packaging[key];
            return (
              <button
                key={key}
                type="button"
                className={wanted === false ? 'no-chip no-refused' : 'no-chip'}
                aria-pressed={wanted === true}
                onClick={() =>
                  edit((last) => {
                    const { [key]: was, ...others } = last.packaging;
                    if (was === undefined) return { ...last, packaging: { ...others, [key]: true } };
                    return { ...last, packaging: was ? { ...others, [key]: false } : others };
                  })
                }
              >
                {wanted === false ? texts.without(entry.name) : entry.name}
              </button>
            );
          })}
        </div>
        <Found path="packaging" />
      </fieldset>
      <div className="no-pair">
        <Line
          label={texts.payer}
          value={draft.payer}
          onChange={(payer) => set({ payer })}
          path="payer"
          hint={texts.payerHint}
        />
        <Line
          label={texts.collector}
          value={draft.collectorName}
          onChange={(collectorName) => set({ collectorName })}
          path="collector"
          hint={texts.collectorHint}
        />
      </div>
      {draft.collectorName === '' && draft.collectorPhone === '' ? null : (
        <Line
          label={texts.collectorPhone}
          value={draft.collectorPhone}
          inputMode="tel"
          onChange={(collectorPhone) => set({ collectorPhone })}
        />
      )}
      <Choice
        label={texts.channel}
        options={channels.map((value) => ({ value, text: words[`channel.${value}`] }))}
        value={draft.channel}
        onChange={(channel) => set({ channel })}
        canClear
      />
      <Choice
        label={texts.language}
        options={LANGUAGES.map((value) => ({ value, text: texts[LANGUAGE_NAMES[value]] }))}
        value={draft.language}
        onChange={(language) => set({ language })}
        canClear
      />
      <Line label={texts.memo} value={draft.memo} rows={3} onChange={(memo) => set({ memo })} path="memo" />
      {draft.doubts.length === 0 ? null : (
        <ul className="no-doubts" aria-label={texts.openDoubts}>
          {draft.doubts.map((doubt) => (
            <li key={`${doubt.code} ${doubt.raw ?? ''}`} className="no-question">
              <p>
                <DoubtSentence code={doubt.code} raw={doubt.raw} />
              </p>
              <button
                type="button"
                className="no-chip"
                onClick={() => edit((last) => ({ ...last, doubts: last.doubts.filter((one) => one !== doubt) }))}
              >
                {texts.settled}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
