// One labelled value that is being read, and how what is found in it is written down.
// Law: what is written down is cut from the original by its place, and marked as used.
import type { TasteFinder } from './cake-words.ts';
import type { FactKind, FactOptions, Gathered } from './facts.ts';
import { addFact } from './facts.ts';
import type { Field, ReadContext } from './message-reading.ts';
import type { NormalText, Range } from './normal-text.ts';
import { sourceSlice, trimRange } from './normal-text.ts';
import type { Piece } from './pieces.ts';
import { isOddValue } from './value-doubts.ts';

export interface Reader {
  readonly normal: NormalText;
  readonly context: ReadContext;
  readonly tastes: TasteFinder;
  readonly gathered: Gathered;
  /** The form has a size field of its own with a value. */
  readonly hasSizeField: boolean;
}

export interface Task {
  readonly field: Field;
  readonly range: Range;
  readonly piece: Piece;
  readonly cake: number;
  readonly fixes: boolean;
  readonly text: string;
}

export function options(task: Task, ranges: readonly Range[], doubt: FactOptions['doubt'] = null): FactOptions {
  return { ranges, source: 'label', fixes: task.fixes, doubt, cake: task.cake };
}

export function put<
  K extends
    | 'name'
    | 'product'
    | 'size'
    | 'sheet'
    | 'cream'
    | 'flavor'
    | 'shape'
    | 'baseColor'
    | 'textColor'
    | 'depositor'
    | 'collector'
    | 'design'
    | 'notes'
    | 'address'
    | 'price',
>(reader: Reader, task: Task, kind: K, range: Range, doubt: FactOptions['doubt'] = null): void {
  if (range.end <= range.start) return;
  const value = sourceSlice(reader.normal, range.start, range.end);
  const isOdd = doubt === null && isOddValue(kind, task.text.slice(range.start, range.end));
  addFact(reader.gathered, kind as FactKind, value, options(task, [range], isOdd ? 'unsure' : doubt)); // every kind of K holds a string
  reader.gathered.used.push(range);
}

export function trimMarks(text: string, range: Range): Range {
  let { start, end } = trimRange(text, range.start, range.end);
  while (start < end && /[\s(,/|+·:-]/.test(text.charAt(start))) start++;
  while (end > start && /[\s,/|+·:-]/.test(text.charAt(end - 1))) end--;
  if (text.charAt(end - 1) === ')' && !text.slice(start, end).includes('(')) end--;
  return { start, end };
}
