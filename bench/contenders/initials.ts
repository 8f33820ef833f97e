// Initial consonants for the contenders that search by themselves: the same function for all, es-hangul's.
import { getChoseong } from 'es-hangul';
import type { BenchOrder } from '../orders.ts';

const INITIALS = /^[ㄱ-ㅎ]+$/;

export type Typed = { readonly kind: 'tail' | 'initials' | 'name'; readonly text: string };

/** What somebody typed: four digits, initial consonants, or the start of a name. */
export function readTyped(text: string): Typed {
  if (/^\d{4}$/.test(text)) return { kind: 'tail', text };
  return { kind: INITIALS.test(text) ? 'initials' : 'name', text };
}

/** The name's initial consonants, `ㄱㅁㅈ`. */
export function initialsOf(order: Pick<BenchOrder, 'name'>): string {
  return getChoseong(order.name);
}
