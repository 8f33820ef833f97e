// A small form that adds something to the settings: what is typed into it survives reload and kill until it is added.
// Law: kept at each key, as the words of a setting are; the commit that adds it takes the draft away.
import { useEffect, useState } from 'react';
import { wordsKey } from './kept-words.ts';
import { useSettingsBook } from './settings-book.tsx';

export interface KeptForm<Form> {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  /** Runs the commit, which discards `draft`; when it stood, the form is empty again. */
  readonly add: (commit: () => Promise<boolean>) => Promise<void>;
  readonly draft: string;
}

/** The kept form over the empty one: what an older version did not know is blank. */
function readForm<Form extends object>(text: string, empty: Form): Form | null {
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : null;
  } catch {
    return null;
  }
}

/** `name` is the form's own; `empty` is the same object at each call. */
export function useKeptForm<Form extends object>(name: string, empty: Form): KeptForm<Form> {
  const { keeper, hold } = useSettingsBook();
  const draft = wordsKey('new', name);
  const [typed, setTyped] = useState<Form | null>(() => {
    const marked = keeper.marked(draft);
    return marked === null ? null : readForm(marked.text, empty);
  });
  useEffect(() => {
    keeper.left(draft).then(
      (words) => setTyped((now) => now ?? (words === null ? null : readForm(words.text, empty))),
      // The drafts could not be read: nothing is taken over now, and nothing thrown away.
      () => undefined,
    );
  }, [keeper, draft, empty]);
  const isTyped = typed !== null;
  useEffect(() => (isTyped ? hold() : undefined), [isTyped, hold]);
  return {
    form: typed ?? empty,
    draft,
    change(part) {
      const next = { ...(typed ?? empty), ...part };
      const isEmpty = JSON.stringify(next) === JSON.stringify(empty);
      setTyped(isEmpty ? null : next);
      if (isEmpty) keeper.forget(draft);
      else keeper.keep(draft, { text: JSON.stringify(next), seen: null });
    },
    async add(commit) {
      if (await keeper.save(draft, commit)) setTyped(null);
    },
  };
}
