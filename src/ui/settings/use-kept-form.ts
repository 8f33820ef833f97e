// A small form that adds something to the settings: what is typed into it survives reload and kill until it is added.
// Law: kept at each key, as the words of a setting are; the commit that adds it takes the draft away.
import { useEffect, useState } from 'react';
import { useStore } from '../base/shop-context.ts';
import { draftKey, wordsKey } from './kept-words.ts';
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
  const { session } = useStore();
  const key = wordsKey('new', name);
  const [marked] = useState(() => keeper.marked(key));
  const [typed, setTyped] = useState<Form | null>(() => (marked === null ? null : readForm(marked.text, empty)));
  const isFree = typed === null;
  useEffect(() => {
    if (marked !== null) keeper.take(key, marked.draft);
  }, [keeper, key, marked]);
  useEffect(() => {
    if (!isFree) return;
    let isGone = false;
    keeper.left(key).then(
      ([words]) => {
        const form = isGone || words === undefined ? null : readForm(words.text, empty);
        if (form === null || words === undefined) return;
        keeper.take(key, words.draft);
        setTyped((now) => now ?? form);
      },
      // The drafts could not be read: nothing is taken over now, and nothing thrown away.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [keeper, key, empty, isFree]);
  useEffect(() => (isFree ? undefined : hold()), [isFree, hold]);
  return {
    form: typed ?? empty,
    draft: draftKey(key, session),
    change(part) {
      const next = { ...(typed ?? empty), ...part };
      const isEmpty = JSON.stringify(next) === JSON.stringify(empty);
      setTyped(isEmpty ? null : next);
      if (isEmpty) keeper.forget(key);
      else keeper.keep(key, { text: JSON.stringify(next), seen: null });
    },
    async add(commit) {
      if (await keeper.save(key, commit)) setTyped(null);
    },
  };
}
