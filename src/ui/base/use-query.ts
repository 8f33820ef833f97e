// A store query kept up to date on screen. The database is the state; there is no other.
// Law: an answer shown is one the database gave, or one patched from a committed change; never a guess.
import { useEffect, useRef, useState } from 'react';
import type { Query, ShopStore } from '../../store/shop-store.ts';
import { useWorld } from './shop-context.ts';

export type QueryState<Answer> =
  | { readonly state: 'reading'; readonly answer: undefined; readonly error: null }
  | { readonly state: 'ready'; readonly answer: Answer; readonly error: null }
  | { readonly state: 'failed'; readonly answer: undefined; readonly error: unknown };

const READING = { state: 'reading', answer: undefined, error: null } as const;

/** Runs a query and again whenever the book changes under it. Queries with equal keys are the same query. */
export function useQuery<Answer>(query: Query<Answer>): QueryState<Answer> {
  const { store, known } = useWorld();
  const atHand = known.get(query.key) as Answer | undefined; // kept under the key of the query that gave it
  const [shown, setShown] = useState<{
    readonly store: ShopStore;
    readonly key: string;
    readonly value: QueryState<Answer>;
  } | null>(null);
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => {
    let turn = 0;
    let alive = true;
    let answer: Answer | undefined;
    const show = (value: QueryState<Answer>) => {
      if (alive) setShown({ store, key: query.key, value });
    };
    const read = () => {
      const mine = ++turn;
      latest.current.run().then(
        (next) => {
          if (mine !== turn) return;
          answer = next;
          show({ state: 'ready', answer: next, error: null });
        },
        (error: unknown) => {
          if (mine === turn) show({ state: 'failed', answer: undefined, error });
        },
      );
    };
    const stop = store.subscribe((notice) => {
      if (!latest.current.isTouchedBy(notice)) return;
      const patched = answer === undefined ? undefined : latest.current.patch?.(answer, notice);
      if (patched === undefined) {
        read();
        return;
      }
      turn++; // a read that started before this change would bring old rows
      answer = patched;
      show({ state: 'ready', answer: patched, error: null });
    });
    read();
    return () => {
      alive = false;
      stop();
    };
  }, [store, query.key]);
  if (shown !== null && shown.key === query.key && shown.store === store) return shown.value;
  return atHand === undefined ? READING : { state: 'ready', answer: atHand, error: null };
}

/** The answer or `undefined` while there is none; throws to the screen's error boundary when the read failed. */
export function useAnswer<Answer>(query: Query<Answer>): Answer | undefined {
  const state = useQuery(query);
  if (state.state === 'failed') throw state.error;
  return state.answer;
}
