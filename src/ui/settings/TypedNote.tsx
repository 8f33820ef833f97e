// What a self-saving field says when its words did not reach the book, and how to save them.
// Law: nothing is said while all is well; the words stay in the field.
import { useTexts } from '../base/texts.ts';
import { conflictTexts } from './conflict.texts.ts';
import type { TypedText } from './use-typed-text.ts';
import './conflict.css';

export function TypedNote({ typed }: { readonly typed: Pick<TypedText, 'stage' | 'again'> }) {
  const texts = useTexts(conflictTexts);
  if (typed.stage !== 'failed' && typed.stage !== 'refused') return null;
  const isRefused = typed.stage === 'refused';
  return (
    <div className="setting-unsaved" role="alert">
      <p className="field-problem">{isRefused ? texts.refused : texts.failed}</p>
      <button type="button" className="small" onClick={typed.again}>
        {isRefused ? texts.writeAnyway : texts.tryAgain}
      </button>
    </div>
  );
}
