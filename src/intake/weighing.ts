// Chooses between facts of one kind.
// Law: the last word counts and the contradiction is told; what only contradicts itself is a proposal.
import type { Fact, FactKind, FactValues } from './facts.ts';
import type { Found } from './message-reading.ts';
import { sourceSlice, sourceSpan } from './normal-text.ts';
import type { Reader } from './value-task.ts';

export interface Picked<T> {
  readonly found: Found<T> | null;
  readonly conflict: boolean;
}

const plain = (value: unknown) =>
  JSON.stringify(value)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'.!~-]/g, '');

/** The fact as it is handed out, with its evidence. */
export function toFound<K extends FactKind>(reader: Reader, fact: Fact<K>): Found<FactValues[K]> {
  const ranges = fact.ranges;
  const start = ranges[0]?.start ?? 0;
  const end = ranges.at(-1)?.end ?? start;
  return {
    value: fact.value,
    raw: sourceSlice(reader.normal, start, end),
    spans: ranges.map((range) => sourceSpan(reader.normal, range.start, range.end)),
    doubt: fact.doubt,
  };
}

/** The last labelled word, then corrections; without labels the prose, and when it contradicts itself, unsurely. */
export function pick<K extends FactKind>(reader: Reader, kind: K, facts: readonly Fact<K>[]): Picked<FactValues[K]> {
  const sure = facts.filter((fact) => fact.doubt !== 'unsure');
  const labelled = sure.filter((fact) => fact.source === 'label');
  const last = labelled.at(-1);
  if (last !== undefined) {
    const lastAt = last.ranges[0]?.start ?? 0;
    const fixes = sure.filter((fact) => fact.source === 'prose' && fact.fixes && (fact.ranges[0]?.start ?? 0) > lastAt);
    const chosen = fixes.at(-1) ?? last;
    const conflict = [...labelled, ...fixes].some((fact) => plain(fact.value) !== plain(chosen.value));
    return { found: toFound(reader, chosen), conflict };
  }
  const pool = sure.length > 0 ? sure : facts;
  const [first] = pool;
  const final = pool.at(-1);
  if (first === undefined || final === undefined) return { found: null, conflict: false };
  if (pool.every((fact) => plain(fact.value) === plain(first.value)))
    return { found: toFound(reader, first), conflict: false };
  const fixing = pool.filter((fact) => fact.fixes).at(-1);
  if (fixing !== undefined) return { found: toFound(reader, fixing), conflict: true };
  if (kind === 'phone') return { found: toFound(reader, first), conflict: false };
  return { found: { ...toFound(reader, final), doubt: 'unsure' }, conflict: false };
}
