// What the page and its search worker say to each other.
import type { Hit } from '../domain/search-index.ts';
import type { LocalDate } from '../domain/time.ts';
import type { SearchState } from '../store/search-service.ts';

export type ToSearchWorker =
  | { readonly kind: 'open'; readonly shopDatabase: string; readonly indexDatabase: string }
  /** The book changed: read these orders again, or, when `isAll`, everything (it names none then). */
  | { readonly kind: 'changed'; readonly roots: readonly string[]; readonly isAll: boolean }
  | {
      readonly kind: 'find';
      readonly turn: number;
      readonly question: string;
      readonly today: LocalDate;
      readonly limit: number;
      /** At least so many hits are wanted before all is counted, where that is sooner; 0 for none. */
      readonly first: number;
    };

export type FromSearchWorker =
  /** A `changed` has been followed: in memory, and by the tab that writes in what is written down. */
  | { readonly kind: 'followed' }
  | { readonly kind: 'state'; readonly state: SearchState }
  /** `total` is null for the first of them: all of them, and their number, follow. */
  | { readonly kind: 'found'; readonly turn: number; readonly hits: readonly Hit[]; readonly total: number | null };
