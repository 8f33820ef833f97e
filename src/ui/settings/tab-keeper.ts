// The keeper of typed words of this tab, and the lock by which other tabs know that it lives.
// Law: one for each book that the tab has open, however often its settings are visited.
import type { ShopStore } from '../../store/shop-store.ts';
import { useWorld } from '../base/shop-context.ts';
import { createWordsKeeper, type WordsKeeper } from './kept-words.ts';

const LIFE = 'pickup-note typing ';
const keepers = new WeakMap<ShopStore, WordsKeeper>();

/** Without Web Locks (plain HTTP) no tab can be known to live. */
async function living(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(LIFE) ? [name.slice(LIFE.length)] : [])));
}

function tabMarks(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

export function useWordsKeeper(): WordsKeeper {
  const { store, isDemo } = useWorld();
  const known = keepers.get(store);
  if (known !== undefined) return known;
  const { session, drafts } = store;
  // Held for as long as this tab lives; nobody waits for it.
  void navigator.locks?.request(LIFE + session, { mode: 'shared' }, () => new Promise(() => undefined));
  const keeper = createWordsKeeper({ drafts, marks: tabMarks(), book: isDemo ? 'demo' : 'own', session, living });
  keepers.set(store, keeper);
  return keeper;
}
