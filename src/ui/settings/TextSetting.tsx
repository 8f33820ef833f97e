// A setting that is a line of text: it saves by itself and can be taken back.
// Law: what is typed is kept until the book has it, and marked as not saved until then.
import { useId } from 'react';
import { useTexts } from '../base/texts.ts';
import { ConflictMark } from './ConflictMark.tsx';
import { conflictTexts } from './conflict.texts.ts';
import { TypedNote } from './TypedNote.tsx';
import { type TypedTextOptions, useTypedText } from './use-typed-text.ts';

export interface TextSettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly saved: string;
  readonly place: NonNullable<TypedTextOptions['place']>;
  readonly onSave: TypedTextOptions['onSave'];
  /** Said instead of saving an empty field. */
  readonly missing?: string;
  readonly type?: 'text' | 'tel';
  readonly maxLength?: number;
}

export function TextSetting(props: TextSettingProps) {
  const { label, hint, saved, place, onSave, missing, type = 'text', maxLength = 120 } = props;
  const id = useId();
  const texts = useTexts(conflictTexts);
  const typed = useTypedText({
    saved,
    place,
    onSave,
    canSave: (text) => missing === undefined || text.trim() !== '',
  });
  const isMissing = missing !== undefined && typed.text.trim() === '';
  const hasHint = hint !== undefined || isMissing;
  return (
    <div className="field">
      <span className="setting-label">
        <label htmlFor={id}>{label}</label>
        {typed.isDirty ? <small aria-hidden="true">{texts.unsaved}</small> : null}
      </span>
      <input
        id={id}
        type={type}
        autoComplete="off"
        maxLength={maxLength}
        aria-invalid={isMissing}
        aria-describedby={hasHint ? `${id}-hint ${id}-conflict` : `${id}-conflict`}
        {...typed.input}
      />
      {isMissing ? (
        <p className="field-problem" id={`${id}-hint`} role="alert">
          {missing}
        </p>
      ) : hint === undefined ? null : (
        <small id={`${id}-hint`}>{hint}</small>
      )}
      <ConflictMark id={`${id}-conflict`} {...place} />
      <TypedNote typed={typed} />
    </div>
  );
}
