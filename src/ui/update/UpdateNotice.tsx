// The line above the screen that says a new version waits, and takes it when the owner taps.
// Law: it never covers the screen and never acts by itself; while a form is half-typed it says so instead of acting.
import { useState, useSyncExternalStore } from 'react';
import type { AppUpdate } from '../app-update.ts';
import { useTexts } from '../base/texts.ts';
import { updateTexts } from './update.texts.ts';

export function UpdateNotice({ update }: { readonly update: AppUpdate }) {
  const texts = useTexts(updateTexts);
  const { kind } = useSyncExternalStore(update.subscribe, update.state);
  const [isRefused, setRefused] = useState(false);
  if (kind !== 'ready' && kind !== 'outdated' && kind !== 'applying') return null;
  const apply = async () => setRefused((await update.apply()) === 'form-open');
  const [title, what] = isRefused
    ? [texts.formOpen, texts.formOpenWhat]
    : kind === 'outdated'
      ? [texts.outdated, texts.outdatedWhat]
      : [texts.ready, texts.readyWhat];
  return (
    <div className="banner no-print">
      <span role="status">
        <b>{title}</b>
        {what}
      </span>
      <button type="button" disabled={kind === 'applying'} onClick={() => void apply()}>
        {kind === 'applying' ? texts.applying : texts.apply}
      </button>
    </div>
  );
}
