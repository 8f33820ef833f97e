// What a self-saving field says of words that are not in the book and wait for a person: saved or thrown away.
// Law: nothing is said while all is well; the words stay in the field.
import { disputeTexts } from '../base/dispute.texts.ts';
import { shortened } from '../base/format.ts';
import { useTexts } from '../base/texts.ts';
import { conflictTexts } from './conflict.texts.ts';
import type { TypedText } from './use-typed-text.ts';
import './conflict.css';

export function TypedNote({ typed }: { readonly typed: Omit<TypedText, 'input'> }) {
  const texts = useTexts(conflictTexts);
  const disputes = useTexts(disputeTexts);
  const { text, stage, saved, canSave, save, discard } = typed;
  if (stage === 'left') {
    return (
      <div className="setting-unsaved setting-left-words" role="status">
        <p>{texts.notSaved(saved === '' ? disputes.blank : shortened(saved))}</p>
        <span className="setting-unsaved-choices">
          {canSave ? (
            <button type="button" className="small primary" aria-label={texts.saveThis(shortened(text))} onClick={save}>
              {texts.save}
            </button>
          ) : null}
          <button
            type="button"
            className="small quiet"
            aria-label={texts.discardThis(shortened(text))}
            onClick={discard}
          >
            {texts.discard}
          </button>
        </span>
      </div>
    );
  }
  if (stage !== 'failed' && stage !== 'refused') return null;
  const isRefused = stage === 'refused';
  return (
    <div className="setting-unsaved" role="alert">
      <p className="field-problem">{isRefused ? texts.refused : texts.failed}</p>
      <button type="button" className="small" onClick={save}>
        {isRefused ? texts.writeAnyway : texts.tryAgain}
      </button>
    </div>
  );
}
