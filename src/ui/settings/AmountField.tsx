// A field for an amount of money: digits, `4만`, `44,000원`; written out neatly when it is left.
// Law: what is no amount is said and stays on the screen; it never becomes zero.
import { useId, useState } from 'react';
import type { Currency } from '../../domain/money.ts';
import { useTexts } from '../base/texts.ts';
import { amountText, currencyDecimals, currencySign, readAmountField } from './amount.ts';
import { fieldTexts } from './fields.texts.ts';
import './fields.css';

export interface AmountFieldProps {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly minor: number | null;
  readonly currency: Currency;
  readonly placeholder?: string;
  /** Called when the field is left or Enter is pressed, with an amount that differs. */
  readonly onChange: (minor: number | null) => void;
}

export function AmountField({ label, isLabelShown = false, minor, currency, placeholder, onChange }: AmountFieldProps) {
  const texts = useTexts(fieldTexts);
  const problemId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? minor : readAmountField(typed, currency);
  const leave = () => {
    if (typed === null || read === undefined) return;
    setTyped(null);
    if (read !== minor) onChange(read);
  };
  return (
    <label className="amount">
      <span className={isLabelShown ? 'label' : 'visually-hidden'}>{label}</span>
      <span className="amount-box">
        <i className="amount-sign" aria-hidden="true">
          {currencySign(currency)}
        </i>
        <input
          inputMode={currencyDecimals(currency) === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={typed ?? amountText(minor, currency)}
          placeholder={placeholder}
          aria-invalid={read === undefined}
          aria-describedby={read === undefined ? problemId : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
      </span>
      {read === undefined ? (
        <span className="field-problem" id={problemId} role="alert">
          {texts.amountProblem}
        </span>
      ) : null}
    </label>
  );
}
