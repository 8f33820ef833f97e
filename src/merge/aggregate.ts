// An aggregate is one root entity with its children: all their registers in one record, so that an edit reads one and
// writes one. Law: a transaction is a set of small aggregates; applying it is joining them, and joining is all there is.
import { fieldOf } from './catalogue.ts';
import type { Json, Transaction } from './op.ts';
import { childOf, rootOf } from './op.ts';
import type { Counts, Register, Sibling } from './register.ts';
import { dotsToCounts, EMPTY_REGISTER, joinCounts, joinRegisters, opToRegister } from './register.ts';
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

export function emptyAggregate(root: string): Aggregate {
  return { root, entities: new Map() };
}

/** What a transaction says about each root it touches. */
export function transactionToAggregates(tx: Transaction): Map<string, Aggregate> {
  const byRoot = new Map<string, Map<string, { kind: number; fields: Map<number, Register> }>>();
  tx.ops.forEach((op, index) => {
    const root = rootOf(op.eid);
    const child = childOf(op.eid);
    const entities = byRoot.get(root) ?? new Map<string, { kind: number; fields: Map<number, Register> }>();
    byRoot.set(root, entities);
    const entity = entities.get(child) ?? { kind: op.kind, fields: new Map<number, Register>() };
    entities.set(child, entity);
    entity.kind = Math.min(entity.kind, op.kind);
    const sibling: Sibling = {
      session: tx.session,
      n: tx.n + index,
      lamport: tx.lamport,
      at: tx.at,
      actor: tx.actor,
      value: op.value,
      ...(op.past === undefined || op.past.length === 0 ? {} : { past: dotsToCounts(op.past) }),
    };
    const brought = opToRegister(sibling, op.sup, op.redact === true);
    entity.fields.set(op.field, joinRegisters(entity.fields.get(op.field) ?? EMPTY_REGISTER, brought));
  });
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

/** Highest count of each session among the values that stand in the aggregate: what somebody who looks at it has seen. */
export function seenCounts(aggregate: Aggregate): Counts {
  let counts: Counts = {};
  for (const entity of aggregate.entities.values()) {
    for (const register of entity.fields.values()) {
      counts = joinCounts(counts, dotsToCounts(register.live.map((sibling) => [sibling.session, sibling.n])));
    }
  }
  return counts;
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

/** A deletion's value carries what its author had seen, as `seen`. */
function deletionSeen(value: Json): Counts {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const seen = (value as { readonly seen?: Json }).seen;
  if (seen === undefined || seen === null || typeof seen !== 'object' || Array.isArray(seen)) return {};
  return seen as Counts; // written by the store as counts; anything else makes every comparison false, which keeps the entity visible
}

/** Everything an entity's registers mean. */
export function resolveEntity(aggregate: Aggregate, child: string, mergeText: MergeText): ResolvedEntity | null {
  const entity = aggregate.entities.get(child);
  if (entity === undefined) return null;
  const fields = new Map<string, ResolvedField>();
  let deletion: Json = null;
  let isDeletionDisputed = false;
  for (const [no, register] of entity.fields) {
    const known = fieldOf(entity.kind, no);
    if (known === undefined) continue;
    const [name, field] = known;
    const resolution = resolveRegister(register, field.class, mergeText);
    fields.set(name, { ...resolution, register });
    if (field.class !== 'delete') continue;
    deletion = resolution.value;
    isDeletionDisputed = resolution.contenders.length > 1;
  }
  const edited = deletion !== null && editedSince(aggregate, child, deletionSeen(deletion));
  return {
    child,
    kind: entity.kind,
    fields,
    isDeleted: deletion !== null && !edited,
    isDeletedButEdited: (deletion !== null && edited) || isDeletionDisputed,
  };
}

/** Whether a value of the entity (for a root: of its children too) stands that the deletion's author had not seen. */
function editedSince(aggregate: Aggregate, child: string, seen: Counts): boolean {
  for (const [name, entity] of aggregate.entities) {
    if (child !== '' && name !== child) continue;
    for (const [no, register] of entity.fields) {
      if (fieldOf(entity.kind, no)?.[1].class === 'delete') continue;
      if (register.live.some((sibling) => sibling.blank !== true && sibling.n > (seen[sibling.session] ?? 0)))
        return true;
    }
  }
  return false;
}
