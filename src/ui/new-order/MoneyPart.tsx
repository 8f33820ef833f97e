// What it costs: the menu suggests, a typed price wins; the deposit by the shop's rule, and until when.
// Law: an amount that follows the menu says so; what the menu does not know leaves the total open (NO-4).
import { useId } from 'react';
import { writeAmount } from '../../domain/amount-input.ts';
import { depositDueByRule, readPrice } from '../../domain/new-order-price.ts';
import { parseLocalDate, parseLocalTime } from '../../domain/time.ts';
import { dayTitle, moneyText } from '../base/format.ts';
import { useNow, useShop } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAmountProblem } from './CakeCard.tsx';
import { timeAloud } from './day-words.ts';
import { Found, Line } from './fields.tsx';
import { useOrderForm } from './form-context.ts';
import { newOrderTexts } from './new-order.texts.ts';

export function MoneyPart() {
  const { draft, set, prices, isEditing } = useOrderForm();
  const shop = useShop();
  const now = useNow();
  const language = useLanguage();
  const texts = useTexts(newOrderTexts);
  const titleId = useId();
  const ids = [useId(), useId()] as const;
  const { suggestedMinor, totalMinor, depositMinor } = prices;
  const money = (minor: number) => moneyText(minor, shop.currency, language);
  const followsMenu = draft.price.trim() === '';
  const typed = readPrice(draft.price, shop.currency);
  const isFarOff =
    typed.kind === 'amount' && suggestedMinor !== null && suggestedMinor > 0 && typed.minor >= suggestedMinor * 5;
  const byRule =
    depositMinor === null || depositMinor === 0 || isEditing
      ? null
      : depositDueByRule(shop.deposit, now.instant, shop.zone, { date: draft.date, time: draft.start ?? draft.end });
  const due = draft.depositDue ?? byRule;
  return (
    <section className="no-part" aria-labelledby={titleId}>
      <h2 id={titleId}>{texts.money}</h2>
      <div className="no-pair">
        <Line
          label={texts.total}
          value={draft.price}
          placeholder={suggestedMinor === null ? '' : writeAmount(suggestedMinor, shop.currency)}
          onChange={(price) => set({ price })}
          problem={useAmountProblem(draft.price) ?? (isFarOff ? texts.farOff(money(suggestedMinor)) : null)}
          hint={
            prices.unknown.length > 0 && followsMenu
              ? texts.totalOpen(prices.unknown.join(', '))
              : suggestedMinor === null
                ? undefined
                : followsMenu
                  ? texts.followsMenu(money(suggestedMinor))
                  : texts.menuSays(money(suggestedMinor))
          }
          path="price"
        />
        <Line
          label={texts.deposit}
          value={draft.deposit}
          placeholder={depositMinor === null ? '' : writeAmount(depositMinor, shop.currency)}
          onChange={(deposit) => set({ deposit })}
          problem={useAmountProblem(draft.deposit)}
          hint={
            draft.deposit.trim() === '' && depositMinor !== null && totalMinor !== null && !isEditing
              ? texts.byRule(money(depositMinor))
              : undefined
          }
        />
      </div>
      <div className="no-pair">
        <div className="no-field">
          <label htmlFor={ids[0]}>{texts.dueDay}</label>
          <input
            id={ids[0]}
            type="date"
            value={draft.depositDue?.date ?? due?.date ?? ''}
            onChange={(event) => {
              const date = parseLocalDate(event.target.value);
              set({ depositDue: date === null ? null : { date, time: due?.time ?? now.time } });
            }}
          />
        </div>
        <div className="no-field">
          <label htmlFor={ids[1]}>{texts.dueTime}</label>
          <input
            id={ids[1]}
            type="time"
            value={draft.depositDue?.time ?? due?.time ?? ''}
            onChange={(event) => {
              const time = parseLocalTime(event.target.value);
              set({ depositDue: time === null ? null : { date: due?.date ?? now.date, time } });
            }}
          />
        </div>
      </div>
      {due === null ? null : (
        <p className="hint">{texts.dueAt(dayTitle(due.date, language), timeAloud(due.time, language))}</p>
      )}
      <Found path="money" />
    </section>
  );
}
