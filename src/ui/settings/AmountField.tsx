// A field for an amount of money: digits, `4만`, `44,000원`; written out neatly when it is left.
// Law: what is no amount is said and stays on the screen; it never becomes zero.
import { useId } from 'react';
import type { Currency } from '../../domain/money.ts';
import { useTexts } from '../base/texts.ts';
import { amountText, currencyDecimals, currencySign, readAmountField } from './amount.ts';
import { fieldTexts } from './fields.texts.ts';
import type { SeenFields } from './kept-words.ts';
import { TypedNote } from './TypedNote.tsx';
import { type SaveOutcome, type TypedTextOptions, useTypedText } from './use-typed-text.ts';
import './fields.css';

export interface AmountFieldProps {
  readonly label: string;
  readonly isLabelShown?: boolean;
  /** An empty field is said and not saved. */
  readonly isNeeded?: boolean;
  readonly minor: number | null;
  readonly currency: Currency;
  readonly placeholder?: string;
  readonly place?: TypedTextOptions['place'];
  /** Called when the field is left or Enter is pressed, with an amount that differs. */
  readonly onSave: (minor: number | null, seen: SeenFields | null) => Promise<SaveOutcome> | undefined;
}

export function AmountField(props: AmountFieldProps) {
  const { label, isLabelShown = false, isNeeded = false, minor, currency, placeholder, place, onSave } = props;
  const texts = useTexts(fieldTexts);
  const id = useId();
  const problemId = `${id}-problem`;
  const readOf = (text: string) => {
    const read = readAmountField(text, currency);
    return read === null && isNeeded ? undefined : read;
  };
  const typed = useTypedText({
    saved: amountText(minor, currency),
    onSave: (text, seen) => onSave(readOf(text) ?? null, seen),
    canSave: (text) => readOf(text) !== undefined,
    // What is no amount stays as it was typed.
    clean: (text) => {
      const read = readOf(text);
      return read === undefined ? text : amountText(read, currency);
    },
    pauseMs: null,
    ...(place === undefined ? {} : { place }),
  });
  const read = readOf(typed.text);
  return (
    <div className="amount">
      <label htmlFor={id} className={isLabelShown ? 'label' : 'visually-hidden'}>
        {label}
      </label>
      <span className="amount-box">
        <i className="amount-sign" aria-hidden="true">
          {currencySign(currency)}
        </i>
        <input
          id={id}
          inputMode={currencyDecimals(currency) === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          placeholder={placeholder}
          aria-invalid={read === undefined}
          aria-describedby={read === undefined ? problemId : undefined}
          {...typed.input}
        />
      </span>
      {read === undefined ? (
        <span className="field-problem" id={problemId} role="alert">
          {texts.amountProblem}
        </span>
      ) : null}
      <TypedNote typed={typed} />
    </div>
  );
}
