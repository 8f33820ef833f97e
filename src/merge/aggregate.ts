// An aggregate is one root entity with its children: all their registers in one record, so that an edit reads one and
// writes one. Law: a transaction is a set of small aggregates; applying it is joining them, and joining is all there is.
import { fieldOf } from './catalogue.ts';
import type { Dot, Json, Transaction, TxOp } from './op.ts';
import { childOf, rootOf } from './op.ts';
import type { Register, Sibling } from './register.ts';
import { dotsToCounts, EMPTY_REGISTER, joinRegisters, opToRegister } from './register.ts';
import type { MergeText, Resolution } from './resolve.ts';
import { resolveRegister } from './resolve.ts';

export interface EntityRegisters {
  /** Number of the kind in the catalogue. */
  readonly kind: number;
  readonly fields: ReadonlyMap<number, Register>;
}

export interface Aggregate {
  readonly root: string;
  /** By child name; '' is the root itself. */
  readonly entities: ReadonlyMap<string, EntityRegisters>;
}

interface GrowingEntity {
  kind: number;
  readonly fields: Map<number, Register>;
}

export function emptyAggregate(root: string): Aggregate {
  return { root, entities: new Map() };
}

/** What a transaction says about each root it touches. */
export function transactionToAggregates(tx: Transaction): Map<string, Aggregate> {
  const { session, lamport, at, actor } = tx;
  const byRoot = new Map<string, Map<string, GrowingEntity>>();
  const entityOf = ({ eid, kind }: TxOp): GrowingEntity => {
    const root = rootOf(eid);
    const child = childOf(eid);
    const entities = byRoot.get(root) ?? new Map<string, GrowingEntity>();
    byRoot.set(root, entities);
    const entity = entities.get(child) ?? { kind, fields: new Map<number, Register>() };
    entities.set(child, entity);
    return entity;
  };
  let last: { readonly eid: string; readonly entity: GrowingEntity } | null = null;
  let { n } = tx;
  for (const op of tx.ops) {
    // Neighbours mostly belong to one entity.
    if (last === null || last.eid !== op.eid) last = { eid: op.eid, entity: entityOf(op) };
    const { entity } = last;
    entity.kind = Math.min(entity.kind, op.kind);
    const written = { session, n: n++, lamport, at, actor, value: op.value };
    const sibling: Sibling =
      op.past === undefined || op.past.length === 0 ? written : { ...written, past: dotsToCounts(op.past) };
    const brought = opToRegister(sibling, op.sup, op.redact === true);
    entity.fields.set(op.field, joinRegisters(entity.fields.get(op.field) ?? EMPTY_REGISTER, brought));
  }
  return new Map([...byRoot].map(([root, entities]) => [root, { root, entities }]));
}

/** Both sides' knowledge of one root. @throws Error when the roots differ. */
export function joinAggregates(a: Aggregate, b: Aggregate): Aggregate {
  if (a.root !== b.root) throw new Error(`aggregates of ${a.root} and ${b.root} cannot be joined`);
  const entities = new Map(a.entities);
  for (const [child, theirs] of b.entities) {
    const ours = entities.get(child);
    if (ours === undefined) {
      entities.set(child, theirs);
      continue;
    }
    const fields = new Map(ours.fields);
    for (const [no, register] of theirs.fields) {
      fields.set(no, joinRegisters(fields.get(no) ?? EMPTY_REGISTER, register));
    }
    entities.set(child, { kind: Math.min(ours.kind, theirs.kind), fields });
  }
  return { root: a.root, entities };
}

/** A field's register; the empty one when nobody has set it. */
export function registerOf(aggregate: Aggregate, child: string, no: number): Register {
  return aggregate.entities.get(child)?.fields.get(no) ?? EMPTY_REGISTER;
}

/** Whether anything of the root was ever taken away for good. */
export function hasRedactions(aggregate: Aggregate): boolean {
  for (const { fields } of aggregate.entities.values())
    for (const { redactions } of fields.values()) if (redactions !== undefined) return true;
  return false;
}

/** The dots of every value that stands in an entity (for a root: in its children too): what somebody who deletes it has seen. */
export function standingDots(aggregate: Aggregate, child: string): Dot[] {
  const dots: Dot[] = [];
  for (const [name, entity] of aggregate.entities) {
    if (child !== '' && name !== child) continue;
    for (const register of entity.fields.values()) {
      for (const sibling of register.live) dots.push([sibling.session, sibling.n]);
    }
  }
  return dots;
}

/** Highest lamport among the values that stand; 0 for an empty aggregate. */
export function highestLamport(aggregate: Aggregate): number {
  let highest = 0;
  for (const entity of aggregate.entities.values()) {
    for (const register of entity.fields.values()) {
      for (const sibling of register.live) highest = Math.max(highest, sibling.lamport);
    }
  }
  return highest;
}

export interface ResolvedField extends Resolution {
  readonly register: Register;
}
export interface ResolvedEntity {
  readonly child: string;
  readonly kind: number;
  /** By field name of the catalogue; fields of newer versions are left out (their registers stay in the aggregate). */
  readonly fields: ReadonlyMap<string, ResolvedField>;
  /** A deletion stands, and nothing was edited without knowing of it. */
  readonly isDeleted: boolean;
  /** A deletion stands, but somebody edited meanwhile: the entity stays visible, and a person decides. */
  readonly isDeletedButEdited: boolean;
}

/** A deletion's value. It names each value that its author had seen, so that an edit made without knowing of it shows. */
export function writeDeletion(seen: readonly Dot[]): Json {
  const bySession = new Map<string, Set<number>>();
  for (const [session, n] of seen) {
    const counts = bySession.get(session) ?? new Set<number>();
    bySession.set(session, counts.add(n));
  }
  // Dots one by one, not a highest count: of a session that arrived with a gap, the missing edits were not seen.
  return {
    seen: [...bySession]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([session, counts]) => [session, ...[...counts].sort((a, b) => a - b)]),
  };
}

const dotKey = (session: string, n: number) => `${n} ${session}`;

/** Adds what a deletion's author had seen; a damaged one has seen nothing, which keeps the entity visible. */
function addDeletionSeen(value: Json, seen: Set<string>): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const lines = (value as { readonly [key: string]: Json }).seen; // neither null nor array nor primitive
  if (!Array.isArray(lines)) return;
  for (const line of lines as readonly Json[]) {
    if (!Array.isArray(line)) continue;
    const [session, ...counts] = line as readonly Json[];
    if (typeof session !== 'string') continue;
    for (const n of counts) if (typeof n === 'number') seen.add(dotKey(session, n));
  }
}

/** Everything an entity's registers mean. */
export function resolveEntity(aggregate: Aggregate, child: string, mergeText: MergeText): ResolvedEntity | null {
  const entity = aggregate.entities.get(child);
  if (entity === undefined) return null;
  const fields = new Map<string, ResolvedField>();
  let deletion: ResolvedField | null = null;
  for (const [no, register] of entity.fields) {
    const known = fieldOf(entity.kind, no);
    if (known === undefined) continue;
    const [name, field] = known;
    const { value, contenders } = resolveRegister(register, field.class, mergeText);
    const resolved = { value, contenders, register };
    fields.set(name, resolved);
    if (field.class === 'delete') deletion = resolved;
  }
  const stands = deletion !== null && deletion.value !== null;
  const edited = deletion !== null && stands && editedSince(aggregate, child, deletion.register);
  return {
    child,
    kind: entity.kind,
    fields,
    isDeleted: stands && !edited,
    isDeletedButEdited: edited || (deletion !== null && deletion.contenders.length > 1),
  };
}

/**
 * Whether a value of the entity (for a root: of its children too) stands that no author of the deletion had seen.
 * A child's own deletion is no edit of its root; bringing a child back is one.
 */
function editedSince(aggregate: Aggregate, child: string, deletion: Register): boolean {
  const seen = new Set<string>();
  for (const sibling of deletion.live) addDeletionSeen(sibling.value, seen);
  for (const [name, entity] of aggregate.entities) {
    if (child !== '' && name !== child) continue;
    for (const [no, register] of entity.fields) {
      const isDeletion = fieldOf(entity.kind, no)?.[1].class === 'delete';
      if (isDeletion && name === child) continue;
      for (const sibling of register.live) {
        if (sibling.blank === true || (isDeletion && sibling.value !== null)) continue;
        if (!seen.has(dotKey(sibling.session, sibling.n))) return true;
      }
    }
  }
  return false;
}
