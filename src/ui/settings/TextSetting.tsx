// A setting that is a line of text: it saves by itself and can be taken back.
// Law: while it holds words that are not in the book, no update may take the page.
import { useEffect, useId } from 'react';
import { useWorld } from '../base/shop-context.ts';
import { useTypedText } from './use-typed-text.ts';

export interface TextSettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly saved: string;
  readonly onSave: (text: string) => void;
  /** Said instead of saving an empty field. */
  readonly missing?: string;
  readonly type?: 'text' | 'tel';
  readonly maxLength?: number;
}

export function TextSetting({ label, hint, saved, onSave, missing, type = 'text', maxLength = 120 }: TextSettingProps) {
  const id = useId();
  const { services } = useWorld();
  const typed = useTypedText({ saved, onSave, canSave: (text) => missing === undefined || text.trim() !== '' });
  const isMissing = missing !== undefined && typed.text.trim() === '';
  useEffect(() => (typed.isDirty ? services.dirtyForms.hold() : undefined), [services, typed.isDirty]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        autoComplete="off"
        maxLength={maxLength}
        aria-invalid={isMissing}
        aria-describedby={hint === undefined && !isMissing ? undefined : `${id}-hint`}
        {...typed.input}
      />
      {isMissing ? (
        <p className="field-problem" id={`${id}-hint`} role="alert">
          {missing}
        </p>
      ) : hint === undefined ? null : (
        <small id={`${id}-hint`}>{hint}</small>
      )}
    </div>
  );
}
