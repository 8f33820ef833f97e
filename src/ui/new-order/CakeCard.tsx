// One cake of the form: what it is, what is written on it, candles, allergy, pictures, price.
// Law: cake and board lettering are apart and to the letter; 없음 is an answer, blank is a question.

import { useId } from 'react';
import { writeAmount } from '../../domain/amount-input.ts';
import type { DraftItem } from '../../domain/new-order.ts';
import { changeItem, copyItem, fieldPath, moveItem, photosFor } from '../../domain/new-order.ts';
import { readPrice } from '../../domain/new-order-price.ts';
import type { Eid } from '../../domain/order.ts';
import type { MenuGroup } from '../../domain/shop.ts';
import { menuOf } from '../../domain/shop.ts';
import { baseTexts } from '../base/base.texts.ts';
import { moneyText } from '../base/format.ts';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { PhotoPicker } from '../photos/PhotoPicker.tsx';
import { cakeTexts } from './cake.texts.ts';
import { AnswerField, Found, Line, MenuChoice, Stepper } from './fields.tsx';
import { useOrderForm } from './form-context.ts';

/** Id of the field in which a cake's lettering is typed: the slot grid leads there. */
export function letteringId(item: Eid): string {
  return `lettering-${item.replace('/', '-')}`;
}

/** What every cake has comes before its words; what only some have after them. */
const FIRST_GROUPS = ['size', 'sheet', 'cream'] as const satisfies readonly MenuGroup[];
const LATER_GROUPS = ['shape', 'product'] as const satisfies readonly MenuGroup[];

export function CakeCard({
  item,
  index,
  onRemove,
}: {
  readonly item: DraftItem;
  readonly index: number;
  readonly onRemove: () => void;
}) {
  const { draft, edit, setItem, prices } = useOrderForm();
  const { env } = useWorld();
  const shop = useShop();
  const texts = useTexts(cakeTexts);
  const words = useTexts(baseTexts);
  const language = useLanguage();
  const titleId = useId();
  const title = texts.cake(index + 1);
  const path = (field: string) => fieldPath(field, item.eid);
  const change = (values: Partial<Omit<DraftItem, 'eid'>>) => setItem(item.eid, values);
  const names = (group: MenuGroup) => menuOf(shop, group).map((entry) => entry.name);
  const isOnly = draft.items.length === 1;
  const photos = draft.photos.filter((photo) => photo.item === item.eid || (photo.item === null && index === 0));
  return (
    <section className="no-part no-cake" aria-labelledby={titleId}>
      <div className="no-cake-head">
        <h2 id={titleId}>{title}</h2>
        <span className="gap" />
        {isOnly ? null : (
          <>
            <button
              type="button"
              className="small quiet"
              aria-label={texts.moveUp(title)}
              disabled={index === 0}
              onClick={() => edit((last) => moveItem(last, item.eid, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              className="small quiet"
              aria-label={texts.moveDown(title)}
              disabled={index === draft.items.length - 1}
              onClick={() => edit((last) => moveItem(last, item.eid, 1))}
            >
              ↓
            </button>
          </>
        )}
        <button
          type="button"
          className="small quiet"
          aria-label={texts.copyCake(title)}
          onClick={() => edit((last) => copyItem(last, item.eid, () => env.newId()))}
        >
          {texts.copy}
        </button>
        {isOnly ? null : (
          <button type="button" className="small quiet" aria-label={texts.removeCake(title)} onClick={onRemove}>
            {texts.remove}
          </button>
        )}
      </div>
      {FIRST_GROUPS.map(menuChoice)}
      <div className="no-pair">
        <AnswerField
          label={words.cakeLettering}
          noneLabel={texts.noLettering}
          value={item.lettering}
          onChange={(lettering) => change({ lettering })}
          path={path('lettering')}
          rows={2}
          inputId={letteringId(item.eid)}
        />
        <AnswerField
          label={words.boardLettering}
          noneLabel={texts.noBoard}
          value={item.boardLettering}
          onChange={(boardLettering) => change({ boardLettering })}
          path={path('boardLettering')}
          rows={2}
        />
      </div>
      <Candles item={item} />
      <div className="no-pair">
        <AnswerField
          label={words.allergy}
          noneLabel={texts.noAllergy}
          value={item.allergy}
          onChange={(allergy) => change({ allergy })}
          path={path('allergy')}
          rows={1}
        />
        <Line
          label={texts.design}
          value={item.design}
          rows={1}
          onChange={(design) => change({ design })}
          path={path('design')}
        />
      </div>
      {LATER_GROUPS.map(menuChoice)}
      <div className="no-field">
        <span className="label">{texts.photos}</span>
        <PhotoPicker
          of={title}
          photos={photos}
          onAdd={(pictures) =>
            edit((last) => ({
              ...last,
              photos: [...last.photos, ...photosFor(last.eid, item.eid, pictures, () => env.newId())],
            }))
          }
          onRole={(eid, role) =>
            edit((last) => ({ ...last, photos: last.photos.map((one) => (one.eid === eid ? { ...one, role } : one)) }))
          }
          onRemove={(eid) => edit((last) => ({ ...last, photos: last.photos.filter((one) => one.eid !== eid) }))}
          moves={draft.items.flatMap((other, at) =>
            other.eid === item.eid
              ? []
              : [
                  {
                    text: texts.cake(at + 1),
                    move: (eid: Eid) =>
                      edit((last) => ({
                        ...last,
                        photos: last.photos.map((one) => (one.eid === eid ? { ...one, item: other.eid } : one)),
                      })),
                  },
                ],
          )}
        />
      </div>
      <div className="no-row">
        <Line
          label={texts.baseColor}
          value={item.baseColor}
          onChange={(baseColor) => change({ baseColor })}
          path={path('baseColor')}
        />
        <Line
          label={texts.textColor}
          value={item.textColor}
          onChange={(textColor) => change({ textColor })}
          path={path('textColor')}
        />
        <Stepper
          label={texts.quantity}
          value={item.quantity}
          lowest={1}
          onChange={(quantity) => change({ quantity })}
        />
        <Line
          label={texts.cakePrice}
          value={item.price}
          inputMode="text"
          placeholder={suggestionText(prices.cakes.get(item.eid)?.minor ?? null)}
          onChange={(price) => change({ price })}
          problem={useAmountProblem(item.price)}
          hint={menuHint()}
        />
      </div>
      <Found path={path('quantity')} />
    </section>
  );

  function menuChoice(group: (typeof FIRST_GROUPS)[number] | (typeof LATER_GROUPS)[number]) {
    return (
      <MenuChoice
        key={group}
        label={texts[group]}
        names={names(group)}
        value={item[group]}
        onChange={(value) => change({ [group]: value })}
        path={path(group)}
      />
    );
  }
  function suggestionText(minor: number | null): string {
    return minor === null ? '' : writeAmount(minor, shop.currency);
  }
  function menuHint() {
    const suggestion = prices.cakes.get(item.eid);
    if (suggestion === undefined || item.price.trim() !== '') return undefined;
    if (suggestion.unknown.length > 0) return texts.notOnMenu(suggestion.unknown.join(', '));
    return suggestion.minor === null
      ? undefined
      : texts.menuPrice(moneyText(suggestion.minor, shop.currency, language));
  }
}

/** What is odd about a typed amount, as a sentence; null for nothing. */
export function useAmountProblem(text: string): string | null {
  const shop = useShop();
  const texts = useTexts(cakeTexts);
  const reading = readPrice(text, shop.currency);
  if (reading.kind !== 'unreadable') return null;
  return reading.why === 'too-much' ? texts.amountTooMuch : texts.amountUnreadable;
}

function Candles({ item }: { readonly item: DraftItem }) {
  const { edit } = useOrderForm();
  const texts = useTexts(cakeTexts);
  const words = useTexts(baseTexts);
  const titleId = useId();
  const { candles } = item;
  const change = (values: Partial<DraftItem['candles']>) =>
    edit((last) =>
      changeItem(last, item.eid, {
        candles: { ...(last.items.find((one) => one.eid === item.eid)?.candles ?? candles), ...values },
      }),
    );
  return (
    <fieldset className="no-field" aria-labelledby={titleId}>
      <div className="no-label-row">
        <span className="label" id={titleId}>
          {texts.candles}
        </span>
        <button
          type="button"
          className="no-chip no-none"
          aria-pressed={candles.none}
          onClick={() => change({ none: !candles.none })}
        >
          {words.noCandles}
        </button>
      </div>
      {candles.none ? null : (
        <div className="no-row">
          <Stepper label={texts.bigCandle} value={candles.big} lowest={0} onChange={(big) => change({ big })} />
          <Stepper label={texts.smallCandle} value={candles.small} lowest={0} onChange={(small) => change({ small })} />
          <Line
            label={texts.digitCandle}
            value={candles.digits}
            inputMode="numeric"
            onChange={(digits) => change({ digits })}
          />
          <Line label={texts.candleWords} value={candles.text} onChange={(text) => change({ text })} />
        </div>
      )}
      <Found path={fieldPath('candles', item.eid)} />
    </fieldset>
  );
}
