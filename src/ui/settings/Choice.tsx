// One of a few answers, as buttons side by side on real radio inputs: arrow keys move, the chosen one is marked, not only coloured.
// Law: it shows what it was given; the answer changes only through `onChange`.
import { useId } from 'react';
import './fields.css';

export interface ChoiceProps<Value extends string | number> {
  readonly legend: string;
  readonly hint?: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string | number>({ legend, hint, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="label">{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              value={option.value}
            />
            <span>
              <i aria-hidden="true">✓</i>
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
    </fieldset>
  );
}
