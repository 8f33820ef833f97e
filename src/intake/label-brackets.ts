// Forms whose values stand in brackets: "성함 ( 김나비 )", "성함: [김나비]".
// Law: brackets hold values only where several labels have them and one holds a phone; else they are remarks.
import { readLabel } from './label-grammar.ts';
import type { Field, LearnedLabel } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import type { ChatLine } from './speakers.ts';

export interface BracketValue {
  readonly fields: readonly Field[];
  readonly labelAt: number;
  readonly value: Range;
}
const WRAPPED =
  /^[^\p{L}\p{N}([]*(?:\d{1,2}\s?[.)]\s?)?(?<label>[^()[\]:=\n]{1,20}?)\s*[:=]?\s*[([]\s*(?<value>[^()[\]\n]*[^()[\]\s])\s*[)\]]\s*$/u;
const FORM = 3;

/** By line, the values in brackets; empty where the message is no such form. */
export function findBracketValues(
  text: string,
  lines: readonly ChatLine[],
  learned: readonly LearnedLabel[],
): ReadonlyMap<number, BracketValue> {
  const found = new Map<number, BracketValue>();
  let hasPhone = false;
  lines.forEach((line, i) => {
    if (line.by !== 'customer' || line.end - line.start > 120) return;
    const words = text.slice(line.start, line.end);
    const { label = '', value = '' } = WRAPPED.exec(words)?.groups ?? {};
    const fields = label === '' ? [] : readLabel(label, true, learned);
    if (fields.length === 0) return;
    hasPhone ||= /^[\d+][\d\s.-]{8,}$/.test(value);
    const start = line.start + words.lastIndexOf(value);
    found.set(i, { fields, labelAt: line.start + words.indexOf(label), value: { start, end: start + value.length } });
  });
  return found.size >= FORM && hasPhone ? found : new Map();
}
