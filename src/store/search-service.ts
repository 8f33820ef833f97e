// Finding orders while typing. The index lives in a worker; this is what a screen knows of it.
import type { OrderRow } from '../domain/order-row.ts';

export interface SearchHit {
  readonly row: OrderRow;
  /** Which field matched, for the line under the name. */
  readonly field: 'name' | 'phone' | 'lettering' | 'payer' | 'collector' | 'memo' | 'number' | 'amount';
}
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many there are in all; null while they are counted. The hits are the first 50: names first, then nearest pickup first. */
  readonly total: number | null;
}
export interface SearchState {
  readonly phase: 'building' | 'ready' | 'failed';
  /** Orders that are searched already. */
  readonly indexed: number;
  /** Orders still to be read; 0 once ready. */
  readonly remaining: number;
  /** Counts up whenever an answer given before may be another now: ask again. */
  readonly revision: number;
}
export interface SearchService {
  /**
   * Answers for the newest question only; earlier ones are dropped. Every order ever taken is searched.
   * `onFirst` hears the first hits, as many as a screen shows, before the others are read, and the others before all are
   * counted; it is not called when the whole answer is there at once.
   */
  find(question: string, onFirst?: (answer: SearchAnswer) => void): Promise<SearchAnswer>;
  /** `building` while the index is made for the first time; results are complete when `ready`. */
  state(): SearchState;
  subscribe(listener: () => void): () => void;
}
