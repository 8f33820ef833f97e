// What a screen asks the store to write: edits of named fields, with what their author had on the screen.
// Law: an edit replaces only what its author saw; what came meanwhile stays beside it as a conflict (docs/rules.md MG).
import type { Eid, OrderFields } from '../domain/order.ts';
import type { Aggregate, ResolvedEntity } from '../merge/aggregate.ts';
import { highestLamport, registerOf, resolveEntity, standingDots, writeDeletion } from '../merge/aggregate.ts';
import type { Field, KindName } from '../merge/catalogue.ts';
import { CATALOGUE, fieldOf, kindName, SCHEMA_VERSION } from '../merge/catalogue.ts';
import type { Dot, Json, Transaction, TxOp } from '../merge/op.ts';
import { childOf, rootOf, sameJson } from '../merge/op.ts';
import type { Register, Sibling } from '../merge/register.ts';
import { countOf, dotsToCounts, liveDots } from '../merge/register.ts';
import { furthestKnown, olderTexts, resolveRegister } from '../merge/resolve.ts';
import type { FieldsByKind, Seen } from './entity-values.ts';
import { decodeValue, encodeValue, mergeText } from './entity-values.ts';

export type EditableFields<K extends KindName> = { readonly [F in keyof FieldsByKind[K]]?: FieldsByKind[K][F] };

/** Sets fields of one entity, making it when it is new. */
export interface EntityEdit<K extends KindName = KindName> {
  readonly kind: K;
  readonly eid: Eid;
  readonly set: EditableFields<K>;
  /** From a form: the dots its values came from (`OrderDocument.seen`). Fields without an entry were empty when seen. */
  readonly seen?: Seen;
  /** From a button: the values shown beside it. Where the book holds another by now, the edit stands beside it. */
  readonly was?: EditableFields<K>;
}
export type AnyEdit = { [K in KindName]: EntityEdit<K> }[KindName];

/** Blanks a field for good, everywhere, also in history and in copies that come back. */
export interface Redaction {
  readonly kind: KindName;
  readonly eid: Eid;
  readonly field: string;
}

export interface Change {
  readonly edits: readonly AnyEdit[];
  readonly redactions?: readonly Redaction[];
  /** A new order that is to get the next short number, in the same transaction. */
  readonly numberFor?: Eid;
  /** The draft this change was typed in: it goes in the same transaction, so an order is never there twice or not at all. */
  readonly discardDraft?: string;
}

export interface Author {
  readonly session: string;
  readonly actor: string;
  readonly at: number;
}

/** An `EntityEdit` of an order's own fields, for the commonest call. */
export function editOrder(
  eid: Eid,
  set: EditableFields<'order'>,
  options: { seen?: Seen; was?: Partial<OrderFields> } = {},
): EntityEdit<'order'> {
  return { kind: 'order', eid, set, ...options };
}

/** Values that stand no more, by `dotText`, from the book's history: an old form may have been filled in from one. */
export type OlderValues = ReadonlyMap<string, TxOp>;
const NOTHING_OLDER: OlderValues = new Map();

export const dotText = ([session, n]: Dot): string => `${n} ${session}`;

/** The roots whose history `changeToTransaction` needs: a form saw values there that have been replaced since. */
export function rootsSeenBefore(change: Change, aggregates: ReadonlyMap<string, Aggregate>): string[] {
  const roots = new Set<string>();
  for (const edit of change.edits) {
    const root = rootOf(edit.eid);
    const aggregate = aggregates.get(root);
    const seen = edit.seen?.get(edit.eid);
    if (aggregate === undefined || seen === undefined) continue;
    const fields: Readonly<Record<string, Field>> = CATALOGUE[edit.kind].fields;
    for (const name of Object.keys(edit.set)) {
      const register = registerOf(aggregate, childOf(edit.eid), fields[name]?.no ?? 0);
      const live = new Set(liveDots(register).map(dotText));
      if (seen.get(name)?.some((dot) => !live.has(dotText(dot))) === true) roots.add(root);
    }
  }
  return [...roots];
}

/** What the author of an edit had on the screen for one field. */
interface SeenField {
  /** The values themselves, as far as they are known. */
  readonly siblings: readonly Sibling[];
  /** What they replace: the author's dots, and always the session's own (merge/register.ts [Note: dead counts]). */
  readonly sup: readonly Dot[];
  readonly value: Json;
  /** Redactions that the author knew of: what he typed after them stays readable. */
  readonly past: readonly Dot[];
  /** The author had no choice left to make on the screen. */
  readonly isSettled: boolean;
}

function olderSibling(dot: Dot, op: TxOp): Sibling {
  const past = op.past === undefined ? {} : { past: dotsToCounts(op.past) };
  return { session: dot[0], n: dot[1], lamport: 0, at: 0, actor: '', value: op.value, ...past };
}

/** Redactions known from having seen these values: those they were written after, and themselves. */
function pastOfSeen(siblings: readonly Sibling[], register: Register, older: OlderValues): Dot[] {
  const redactions = register.redactions ?? {};
  return siblings.flatMap((sibling): Dot[] => {
    const own: Dot = [sibling.session, sibling.n];
    const isRedaction = countOf(redactions, sibling.session) === sibling.n || older.get(dotText(own))?.redact === true;
    return [...Object.entries(sibling.past ?? {}), ...(isRedaction ? [own] : [])];
  });
}

function seenOfField(
  { register, field, older, session }: { register: Register; field: Field; older: OlderValues; session: string },
  dots: readonly Dot[] | undefined,
  was: Json | undefined,
): SeenField {
  const { live } = register;
  const decoded = (siblings: readonly Sibling[]) =>
    decodeValue(field.class, resolveRegister({ live: siblings, dead: {} }, field.class, mergeText).value);
  const own = liveDots(register).filter(([author]) => author === session);
  const now = resolveRegister(register, field.class, mergeText);
  const current = decodeValue(field.class, now.value);
  if (dots !== undefined) {
    const siblings = dots.flatMap((dot): Sibling[] => {
      const standing = live.find((sibling) => sibling.session === dot[0] && sibling.n === dot[1]);
      if (standing !== undefined) return [standing];
      const op = older.get(dotText(dot));
      return op === undefined ? [] : [olderSibling(dot, op)];
    });
    const others = dots.filter(([author]) => author !== session);
    const seen = resolveRegister({ live: siblings, dead: {} }, field.class, mergeText);
    return {
      siblings,
      sup: [...own, ...others],
      value: decodeValue(field.class, seen.value),
      past: pastOfSeen(siblings, register, older),
      isSettled: seen.contenders.length === 0 && siblings.length === dots.length,
    };
  }
  if (was === undefined || (sameJson(was, current) && now.contenders.length === 0)) {
    return {
      siblings: live,
      sup: liveDots(register),
      value: current,
      past: Object.entries(register.redactions ?? {}),
      isSettled: now.contenders.length === 0,
    };
  }
  // The book holds another value by now, or several: only what the button showed is replaced.
  const shown = live.filter((sibling) => sameJson(was, decoded([sibling])));
  return {
    siblings: shown,
    sup: [...own, ...shown.filter((sibling) => sibling.session !== session).map(({ session: by, n }): Dot => [by, n])],
    value: was,
    // An empty field was shown: nothing that was redacted can have been copied from it.
    past: was === null ? Object.entries(register.redactions ?? {}) : pastOfSeen(shown, register, older),
    isSettled: sameJson(was, current),
  };
}

/** Whether an edit says nothing new to anybody. */
function isMoot(next: Json, seen: SeenField, field: Field, name: string, resolved: ResolvedEntity | null): boolean {
  const register = resolved?.fields.get(name)?.register;
  if (field.class === 'delete' && next === true) return resolved?.isDeleted === true;
  if (field.class === 'delete') return seen.isSettled && seen.value === false;
  if (register === undefined && seen.sup.length === 0) return next === null;
  return seen.isSettled && sameJson(next, seen.value);
}

/** What the author of a deletion had seen of the entity: the form's values where there is one, and all that no form can show. */
function deletionSeen(aggregate: Aggregate, child: string, seen: Seen | undefined): Dot[] {
  const standing = standingDots(aggregate, child);
  if (seen === undefined) return standing;
  const shown: Dot[] = [];
  for (const [eid, fields] of seen) {
    if (rootOf(eid) !== aggregate.root || (child !== '' && childOf(eid) !== child)) continue;
    for (const dots of fields.values()) shown.push(...dots);
  }
  const hidden: Dot[] = [];
  for (const [name, entity] of aggregate.entities) {
    if (child !== '' && name !== child) continue;
    for (const [no, register] of entity.fields) {
      if (kindName(entity.kind) === undefined || fieldOf(entity.kind, no) === undefined)
        hidden.push(...liveDots(register));
    }
  }
  return [...shown, ...hidden];
}

/**
 * Stamps a change as the session's next transaction, from count `n`; null when it changes nothing. Pure.
 * @param older what `rootsSeenBefore` asked for.
 */
export function changeToTransaction(
  change: Change,
  n: number,
  author: Author,
  aggregates: ReadonlyMap<string, Aggregate>,
  older: OlderValues = NOTHING_OLDER,
): Transaction | null {
  const ops: TxOp[] = [];
  /** Deletions are written last: their author has seen the other edits of the same change. */
  const deletions: { readonly index: number; readonly seen: readonly Dot[] }[] = [];
  let lamport = 0;
  const at = (eid: string): Aggregate => {
    const aggregate = aggregates.get(rootOf(eid));
    if (aggregate === undefined) throw new Error(`the aggregate of ${eid} was not read`);
    return aggregate;
  };
  for (const edit of change.edits) {
    const aggregate = at(edit.eid);
    const child = childOf(edit.eid);
    lamport = Math.max(lamport, highestLamport(aggregate));
    const resolved = resolveEntity(aggregate, child, mergeText);
    const fields: Readonly<Record<string, Field>> = CATALOGUE[edit.kind].fields;
    for (const [name, value] of Object.entries(edit.set)) {
      const field = fields[name];
      if (field === undefined) throw new Error(`no field ${name} of ${edit.kind} in the catalogue`);
      if (value === undefined) continue;
      const register = registerOf(aggregate, child, field.no);
      const was = (edit.was as Readonly<Record<string, Json>> | undefined)?.[name]; // typed edits hold plain JSON values
      const dots = edit.seen === undefined ? undefined : (edit.seen.get(edit.eid)?.get(name) ?? []);
      const seen = seenOfField({ register, field, older, session: author.session }, dots, was);
      const next = value as Json; // typed edits hold plain JSON values
      if (isMoot(next, seen, field, name, resolved)) continue;
      if (field.class === 'delete' && next === true)
        deletions.push({ index: ops.length, seen: deletionSeen(aggregate, child, edit.seen) });
      const base = field.class === 'status' ? (furthestKnown(seen.siblings) ?? was ?? null) : seen.value;
      ops.push({
        kind: CATALOGUE[edit.kind].no,
        eid: edit.eid,
        field: field.no,
        sup: seen.sup,
        value: encodeValue(field.class, next, base, olderTexts(seen.siblings)),
        ...(seen.past.length === 0 ? {} : { past: Object.entries(dotsToCounts(seen.past)) }),
      });
    }
  }
  for (const { kind, eid, field: name } of change.redactions ?? []) {
    const aggregate = at(eid);
    lamport = Math.max(lamport, highestLamport(aggregate));
    const field = (CATALOGUE[kind].fields as Readonly<Record<string, Field>>)[name];
    if (field === undefined) throw new Error(`no field ${name} of ${kind} in the catalogue`);
    const register = registerOf(aggregate, childOf(eid), field.no);
    const past = Object.entries(register.redactions ?? {});
    ops.push({
      kind: CATALOGUE[kind].no,
      eid,
      field: field.no,
      sup: liveDots(register),
      value: null,
      redact: true,
      ...(past.length === 0 ? {} : { past }),
    });
  }
  if (ops.length === 0) return null;
  const ownDots = ops.map((_, index): Dot => [author.session, n + index]);
  for (const { index, seen } of deletions) {
    const op = ops[index];
    if (op !== undefined) ops[index] = { ...op, value: writeDeletion([...seen, ...ownDots]) };
  }
  return {
    session: author.session,
    n,
    lamport: Math.min(lamport + 1, Number.MAX_SAFE_INTEGER),
    at: author.at,
    actor: author.actor,
    schema: SCHEMA_VERSION,
    ops,
  };
}
