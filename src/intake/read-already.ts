// What of a piece of words is already read.
// Law: offsets stay, so that what is found in the rest stands where it was written.
import type { Range } from './normal-text.ts';

/** Stands for what is already read; no customer writes it. */
export const BLANK = '▯';

/** The words with what is already read made blank, so that offsets stay. */
export function blank(words: string, taken: readonly Range[]): string {
  let out = words;
  for (const r of taken) out = `${out.slice(0, r.start)}${BLANK.repeat(r.end - r.start)}${out.slice(r.end)}`;
  return out;
}
