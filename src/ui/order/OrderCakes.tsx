// Each cake whole: allergy, lettering to the letter, what it is made of, its tick.
// Law: unknown, none and words are three different answers, and look it.
import type { Answer, Order } from '../../domain/order.ts';
import { moneyText } from '../base/format.ts';
import { useTexts } from '../base/texts.ts';
import { Photo } from '../photos/Photo.tsx';
import { cakeWords, candleWords } from '../today/order-words.ts';
import type { StatusFlow } from '../today/status-flow.tsx';
import { todayTexts } from '../today/today.texts.ts';
import type { FieldWords } from './field-words.ts';
import { rowOfOrder } from './order-flow.ts';

export interface CakesProps {
  readonly order: Order;
  readonly words: FieldWords;
  readonly heading: 'h2' | 'h3';
  readonly flow: StatusFlow;
}

export function OrderCakes({ order, words, heading: Heading, flow }: CakesProps) {
  const { texts, base, language } = words;
  const today = useTexts(todayTexts);
  const isAlone = order.items.length === 1;
  if (order.items.length === 0) return <p className="order-quiet">{today.cakeUnknown}</p>;
  return (
    <>
      {order.items.map((item, index) => {
        const word = isAlone ? today.cakeAlone : today.cake(index + 1);
        const what = cakeWords(item);
        const colors = [
          item.baseColor ? texts.baseColor(item.baseColor) : '',
          item.textColor ? texts.textColor(item.textColor) : '',
        ].filter(Boolean);
        const candles = candleWords(item.candles, base);
        const own = order.photos.filter((photo) => photo.picture !== null && photo.item === item.eid);
        return (
          <section className="order-cake" key={item.eid} aria-labelledby={`cake-${index}`}>
            <div className="order-cake-head">
              {isAlone || own[0] === undefined ? null : <Photo sha={own[0].picture?.sha ?? null} alt="" />}
              <Heading id={`cake-${index}`}>
                {word}
                <span>
                  {what === '' ? today.cakeUnknown : what}
                  {item.quantity > 1 ? ` ${today.quantity(item.quantity)}` : ''}
                </span>
              </Heading>
              <button
                type="button"
                className="order-tick"
                aria-label={today.tick(word)}
                aria-pressed={item.made === true}
                disabled={order.status === 'handed-over'}
                onClick={() => flow.tick(rowOfOrder(order), item.eid, item.made !== true)}
              >
                <span aria-hidden="true">{item.made === true ? '✓' : '○'}</span>
                {today.madeMark}
              </button>
            </div>
            <Allergy answer={item.allergy} words={words} />
            <Lettering word={base.cakeLettering} answer={item.lettering} words={words} />
            {item.boardLettering === null ? null : (
              <Lettering word={base.boardLettering} answer={item.boardLettering} words={words} />
            )}
            <dl className="order-facts">
              {colors.length === 0 ? null : <Fact word={texts.colors}>{colors.join(' · ')}</Fact>}
              <Fact word={texts.candles}>
                {candles.length === 0 ? <span className="order-quiet">{base.blank}</span> : candles.join(', ')}
              </Fact>
              {item.design ? <Fact word={texts.design}>{item.design}</Fact> : null}
              {item.price === null ? null : (
                <Fact word={texts.price}>{moneyText(item.price.minor, item.price.currency, language)}</Fact>
              )}
            </dl>
          </section>
        );
      })}
    </>
  );
}

export function Fact({ word, children }: { readonly word: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Allergy({ answer, words }: { readonly answer: Answer; readonly words: FieldWords }) {
  const { texts, base } = words;
  if (answer === null) return <p className="order-unknown">? {texts.allergyUnknown}</p>;
  if ('none' in answer) return <p className="order-quiet">✓ {texts.allergyNone}</p>;
  return (
    <p className="allergy order-allergy">
      <b aria-hidden="true">!</b> <span className="visually-hidden">{base.allergy}: </span>
      {answer.text}
    </p>
  );
}

function Lettering({
  word,
  answer,
  words,
}: {
  readonly word: string;
  readonly answer: Answer;
  readonly words: FieldWords;
}) {
  const { texts } = words;
  if (answer === null) return <p className="order-unknown">? {texts.letteringUnknown}</p>;
  if ('none' in answer)
    return (
      <p className="order-quiet">
        ✓ {word}: {texts.letteringNone}
      </p>
    );
  return (
    <div className="order-letter">
      <small>{word}</small>
      {answer.text}
    </div>
  );
}
