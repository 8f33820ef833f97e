// A small whole number with a minus and a plus, for wet fingers.
// Law: never below `min` nor above `max`; the number is announced as it changes.
import { useId } from 'react';
import { useTexts } from '../base/texts.ts';
import { fieldTexts } from './fields.texts.ts';
import './fields.css';

export interface StepperProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  /** The number with its unit, as people say it. */
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

export function Stepper({ label, hint, value, shown, min, max, onChange }: StepperProps) {
  const texts = useTexts(fieldTexts);
  const labelId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a number are no set of form fields
    <div className="stepper" role="group" aria-labelledby={labelId}>
      <span className="label" id={labelId}>
        {label}
      </span>
      <div className="stepper-row">
        <button
          type="button"
          className="sq"
          aria-label={texts.less(label)}
          disabled={value <= min}
          onClick={() => onChange(Math.max(min, value - 1))}
        >
          −
        </button>
        <output className="stepper-value" aria-live="polite">
          {shown}
        </output>
        <button
          type="button"
          className="sq"
          aria-label={texts.more(label)}
          disabled={value >= max}
          onClick={() => onChange(Math.min(max, value + 1))}
        >
          +
        </button>
      </div>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
    </div>
  );
}
