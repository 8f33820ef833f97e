// A message cut into pieces at the edges of what was found in it, so that each can be marked. Pure.
// Law: the pieces in order are the message, character for character.
import type { DraftMessage } from '../../domain/new-order.ts';

export interface MessagePiece {
  readonly text: string;
  readonly start: number;
  /** Path of the value; null for words that no value used. */
  readonly path: string | null;
  readonly isLeftover: boolean;
}

/** Cuts the message at every edge of a span. */
export function cutMessage({ text, evidence, leftover }: DraftMessage): MessagePiece[] {
  const marks = Object.entries(evidence).flatMap(([path, { spans }]) => spans.map((span) => ({ ...span, path })));
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...marks, ...leftover]) {
    edges.add(Math.max(0, Math.min(start, text.length)));
    edges.add(Math.max(0, Math.min(end, text.length)));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).flatMap((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    if (end <= start) return [];
    const covers = (span: { readonly start: number; readonly end: number }) => span.start <= start && span.end >= end;
    // The shortest words win where two values share some: they say most about theirs.
    const path = marks.filter(covers).sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.path ?? null;
    return [{ text: text.slice(start, end), start, path, isLeftover: path === null && leftover.some(covers) }];
  });
}
