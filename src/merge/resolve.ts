// What a register means: its one value, or the values that a person has to choose between.
// Law: pure and the same everywhere; nothing is chosen in silence but what the field's class allows (docs/rules.md MG).
import type { FieldClass } from './catalogue.ts';
import type { Json } from './op.ts';
import { canonicalJson } from './op.ts';
import type { Register, Sibling } from './register.ts';

/** Joins two texts written from the same `base`; null when both changed the same place. Handed in by the store. */
export type MergeText = (base: string, a: string, b: string) => string | null;

export interface Resolution {
  /** The value to show: the only one, the merged one, or the provisional winner of a conflict. */
  readonly value: Json;
  /** Two or more when a person has to choose; equal values stand once, with their newest author. */
  readonly contenders: readonly Sibling[];
}

/** Steps of the ladder from first to last; anything else is no forward step. Same words as domain/status.ts, held by a test. */
export const STATUS_LADDER: readonly string[] = ['awaiting-deposit', 'confirmed', 'making', 'ready', 'handed-over'];

const NOTHING: Resolution = { value: null, contenders: [] };

function asRecord(value: Json): { readonly [key: string]: Json } | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : null;
}

function rankOf(value: Json | undefined): number {
  return typeof value === 'string' ? STATUS_LADDER.indexOf(value) : -1;
}

/**
 * The furthest of steps that all go forward; null when one of them does not.
 * A step's `from` is the furthest status that its author knew the order to have had (see `furthestKnown`).
 */
function furthestStep(siblings: readonly Sibling[]): Json | null {
  let furthest: { readonly rank: number; readonly value: Json } | null = null;
  for (const sibling of siblings) {
    const step = asRecord(sibling.value);
    const to = rankOf(step?.to);
    const isFirst = step?.from === null || step?.from === undefined;
    const isForward = to >= 0 && (isFirst || (rankOf(step?.from) >= 0 && to >= rankOf(step?.from)));
    if (!isForward) return null;
    if (furthest === null || to > furthest.rank) furthest = { rank: to, value: sibling.value };
  }
  return furthest?.value ?? null;
}

/**
 * The `from` of a step that replaces these values: the furthest status its author knew the order to have had, so that a
 * step back stays one after later steps forward; an outcome (cancelled, no-show) once known counts before all.
 */
export function furthestKnown(seen: readonly Sibling[]): Json {
  let furthest: Json = null;
  for (const { value } of seen) {
    const step = asRecord(value);
    for (const status of [step?.from, step?.to]) {
      if (typeof status !== 'string') continue;
      const isOutcome = rankOf(status) < 0;
      const isKnownOutcome = furthest !== null && rankOf(furthest) < 0;
      // Of two outcomes the one that sorts first, so that the order of siblings does not matter.
      if (
        isOutcome ? !isKnownOutcome || status < String(furthest) : !isKnownOutcome && rankOf(status) > rankOf(furthest)
      )
        furthest = status;
    }
  }
  return furthest;
}

/** The texts that a text was written from, the newest first; null when the value is no text. */
function basesOf(value: Json): readonly string[] | null {
  const record = asRecord(value);
  if (record === null || typeof record.text !== 'string' || typeof record.base !== 'string') return null;
  const older = Array.isArray(record.older) ? (record.older as readonly Json[]) : [];
  return [record.base, ...older.filter((text) => typeof text === 'string')];
}

/** How much of its past a text carries: what somebody else may still have on the screen when he begins to write. */
const OLDER_TEXTS = 3;
const OLDER_CHARACTERS = 4000;

/** `older` of a text that replaces these values: their own bases, as far as there is room. */
export function olderTexts(seen: readonly Sibling[]): string[] {
  const older: string[] = [];
  let room = OLDER_CHARACTERS;
  for (const text of new Set(seen.flatMap((sibling) => basesOf(sibling.value) ?? []))) {
    room -= text.length;
    if (room < 0 || older.length >= OLDER_TEXTS) break;
    older.push(text);
  }
  return older;
}

function mergedText(siblings: readonly Sibling[], mergeText: MergeText): Json | null {
  const bases = siblings.map((sibling) => basesOf(sibling.value));
  const base = bases[0]?.find((text) => bases.every((others) => others?.includes(text) === true));
  if (base === undefined) return null;
  let merged: string | null = null;
  for (const sibling of siblings) {
    const text = asRecord(sibling.value)?.text;
    if (typeof text !== 'string') return null;
    merged = merged === null ? text : mergeText(base, merged, text);
    if (merged === null) return null;
  }
  return { text: merged, base };
}

/** What every list still asks. */
function commonQuestions(siblings: readonly Sibling[]): Json {
  const lists = siblings.map((sibling) => (Array.isArray(sibling.value) ? (sibling.value as readonly Json[]) : []));
  const [first = [], ...others] = lists;
  return first.filter((line) =>
    others.every((list) => list.some((other) => canonicalJson(other) === canonicalJson(line))),
  );
}

/** The register's meaning under its field's class; fields of newer versions are read as plain registers. */
export function resolveRegister(register: Register, fieldClass: FieldClass, mergeText: MergeText): Resolution {
  const [only] = register.live;
  if (only === undefined) return NOTHING;
  // The normal case, for nearly every field of every order.
  if (register.live.length === 1) return only.blank === true ? NOTHING : { value: only.value, contenders: [] };
  const written = register.live.filter((sibling) => sibling.blank !== true);
  const distinct = distinctValues(written, fieldClass);
  const winner = distinct[0];
  if (winner === undefined) return NOTHING;
  if (distinct.length === 1) return { value: winner.value, contenders: [] };
  switch (fieldClass) {
    case 'status': {
      // Every value written, not each once: of two steps to one status only one may be the step back.
      const step = furthestStep(written);
      return step === null ? { value: winner.value, contenders: distinct } : { value: step, contenders: [] };
    }
    case 'text': {
      const merged = mergedText(distinct, mergeText);
      return merged === null ? { value: winner.value, contenders: distinct } : { value: merged, contenders: [] };
    }
    case 'questions':
      return { value: commonQuestions(distinct), contenders: [] };
    case 'delete': {
      // Deleted and brought back without knowing of each other: stays visible until a person says.
      return { value: null, contenders: distinct };
    }
    case 'register':
    case 'ledger':
      return { value: winner.value, contenders: distinct };
  }
}

/** Siblings with different values, each value once with its newest author; the provisional winner first. */
function distinctValues(siblings: readonly Sibling[], fieldClass: FieldClass): Sibling[] {
  const seen = new Set<string>();
  return siblings.filter((sibling) => {
    const spelling = canonicalJson(essenceOf(sibling.value, fieldClass));
    if (seen.has(spelling)) return false;
    seen.add(spelling);
    return true;
  });
}

/** What people agree on: two who moved an order to one status, or wrote one text, agree wherever each came from. */
function essenceOf(value: Json, fieldClass: FieldClass): Json {
  if (fieldClass === 'status') return asRecord(value)?.to ?? null;
  if (fieldClass === 'text') return asRecord(value)?.text ?? null;
  if (fieldClass === 'delete') return value !== null;
  return value;
}
