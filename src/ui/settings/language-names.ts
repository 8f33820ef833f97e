// Languages by their own names, so that each is found by who reads it.
import type { Language } from '../../domain/order.ts';

export const LANGUAGE_NAMES: readonly (readonly [Language, string])[] = [
  ['ko', '한국어'],
  ['en', 'English'],
  ['ja', '日本語'],
];
