// Whether a short value looks like its kind, whatever label stands in front of it.
// Law: a value that asks, bids, or holds another label is a proposal, however clear its own label is.

import { findSizes } from './cake-words.ts';
import { hasChoiceMarks } from './choices.ts';
import type { FactKind } from './facts.ts';

/** What one or two words say; a sentence in their place says something else. */
const LONGEST: Partial<Record<FactKind, number>> = {
  name: 30,
  depositor: 30,
  size: 40,
  sheet: 40,
  cream: 40,
  flavor: 50,
  product: 60,
};
const ASKS = /[?？]|까요|나요|가요(?![가-힣])|ですか|ますか/;
const BIDS =
  /부탁|주세요|주시|할게|할께|바꿔|바꾸|변경|수정|말고|아니[고라요,\s]|대신|없으면|안\s?되면|또는|아니면|\bor\b|\bif\b|please|instead|change|お願い|ください|変更/i;
/** "초코 문구: 사랑해": what stands before the sign is a label of its own; a remark in brackets is none. */
const HOLDS_LABEL = /[\p{L})\]]\s?[:=]\s?\S/u;
const HOLDS_NUMBER = /\d{3,4}[-.\s]\d{4}/;

/** A taste holds no size but the tiers it is divided among. */
const OF_TASTE: ReadonlySet<FactKind> = new Set(['sheet', 'cream', 'flavor']);

/** "1호 초코, 2호 바닐라": each cake's taste by the cake's name. */
function isByName(words: string): boolean {
  const parts = words.split(/[,/|\n]\s*/);
  return parts.length > 1 && parts.every((part) => findSizes(part, null)[0]?.start === 0);
}

/** Whether the words are no plain value of their kind. */
export function isOddValue(kind: FactKind, words: string): boolean {
  const longest = LONGEST[kind];
  if (longest === undefined) return false;
  const plain = words.replace(/\([^()]*\)/g, '');
  const sizes = OF_TASTE.has(kind) && !isByName(plain) ? findSizes(plain, null) : [];
  return (
    sizes.some((size) => !/^\d단/.test(plain.slice(size.start))) ||
    words.length > longest ||
    hasChoiceMarks(words) ||
    words.split('(').length !== words.split(')').length ||
    /^(?:an?|the|one)$/i.test(words) ||
    ASKS.test(plain) ||
    BIDS.test(plain) ||
    HOLDS_LABEL.test(plain) ||
    HOLDS_NUMBER.test(words)
  );
}
