// The signs around a value that are the form's, not the customer's.
// Law: an emoticon (":)", ">_<") is no sign.
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';

const LEAD_SIGNS = /^(?:(?:>(?!_)|[→▶▷►]|[=:](?![)(D])|-(?=[\s>])|[ー└╰┗ㄴ](?=\s)|\*\*|__+(?!_))\s*)+/;
const TRAIL_SIGNS = /(?:\s*(?:\||\*\*|(?<!_)__+)|\s\/)+$/;

/** Without what is left of the sign ("=>", "::", "**") or of a table's edge. */
export function withoutSigns(text: string, range: Range): Range {
  const words = text.slice(range.start, range.end);
  const start = range.start + (LEAD_SIGNS.exec(words)?.[0].length ?? 0);
  const trail = TRAIL_SIGNS.exec(text.slice(start, range.end));
  return trimRange(text, start, trail === null ? range.end : start + trail.index);
}
