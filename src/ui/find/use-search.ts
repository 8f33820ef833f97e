// The answer to what stands in the search field, asked anew at each key and whenever the book changes under it.
// Law: an answer is shown with the question it answers, never with a newer one.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SearchAnswer, SearchState } from '../../store/search-service.ts';
import { useWorld } from '../base/shop-context.ts';

export interface Searched {
  /** null until the first answer. */
  readonly answer: SearchAnswer | null;
  /** The question of the answer. */
  readonly question: string;
  readonly state: SearchState;
}

/** Searches for `question`; an empty one finds nothing. */
export function useSearch(question: string): Searched {
  const { search } = useWorld().services;
  const state = useSyncExternalStore(search.subscribe, search.state);
  const [shown, setShown] = useState<Omit<Searched, 'state'>>({ answer: null, question: '' });
  const turn = useRef(0);
  const asked = question.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means that the same question is asked again
  useEffect(() => {
    const mine = ++turn.current;
    if (asked === '') {
      setShown({ answer: null, question: '' });
      return;
    }
    const show = (answer: SearchAnswer) => {
      if (mine === turn.current) setShown({ answer, question: asked });
    };
    // Asked again for the same question, what is shown stays whole until the new answer is.
    search.find(asked, asked === shown.question ? undefined : show).then(show, (cause: unknown) => {
      console.error('the search gave no answer', cause); // `state` says so on screen
    });
  }, [search, asked, state.revision]);
  return { ...shown, state };
}
