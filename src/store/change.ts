// What a screen asks the store to write: edits of named fields, with what their author had on the screen.
// Law: an edit replaces only what its author saw; what came meanwhile stays beside it as a conflict (docs/rules.md MG).
import type { Eid, OrderFields } from '../domain/order.ts';
import type { Aggregate } from '../merge/aggregate.ts';
import { highestLamport, registerOf, resolveEntity, seenCounts } from '../merge/aggregate.ts';
import type { Field, KindName } from '../merge/catalogue.ts';
import { CATALOGUE, SCHEMA_VERSION } from '../merge/catalogue.ts';
import type { Dot, Json, Transaction, TxOp } from '../merge/op.ts';
import { childOf, rootOf, sameJson } from '../merge/op.ts';
import { liveDots } from '../merge/register.ts';
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

/** The dots that an edit of a field replaces: what the author saw, and always his own session's earlier values. */
function supersededBy(register: ReturnType<typeof registerOf>, seen: readonly Dot[] | null, session: string): Dot[] {
  const live = liveDots(register);
  if (seen === null) return live;
  const own = live.filter(([author]) => author === session);
  const known = new Set(seen.map(([author, n]) => `${author} ${n}`));
  return [
    ...own,
    ...seen.filter(([author]) => author !== session),
    ...live.filter(([author, n]) => author !== session && known.has(`${author} ${n}`)),
  ].filter(([author, n], index, all) => all.findIndex((dot) => dot[0] === author && dot[1] === n) === index);
}

/** Stamps a change as the session's next transaction, from count `n`; null when it changes nothing. Pure. */
export function changeToTransaction(
  change: Change,
  n: number,
  author: Author,
  aggregates: ReadonlyMap<string, Aggregate>,
): Transaction | null {
  const ops: TxOp[] = [];
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
      const current = decodeValue(field.class, resolved?.fields.get(name)?.value ?? null);
      const was = (edit.was as Readonly<Record<string, Json>> | undefined)?.[name]; // typed edits hold plain JSON values
      const next = value as Json;
      const isMoot =
        register.live.length === 0
          ? next === null
          : register.live.length === 1 && sameJson(next, current) && field.class !== 'delete';
      if (isMoot && edit.seen === undefined) continue;
      const seenDots = edit.seen?.get(edit.eid)?.get(name);
      const seen: readonly Dot[] | null =
        edit.seen !== undefined ? (seenDots ?? []) : was !== undefined && !sameJson(was, current) ? [] : null;
      ops.push({
        kind: CATALOGUE[edit.kind].no,
        eid: edit.eid,
        field: field.no,
        sup: supersededBy(register, seen, author.session),
        value: encodeValue(field.class, next, was ?? current, () => seenCounts(aggregate)),
        ...pastOf(register),
      });
    }
  }
  for (const { kind, eid, field: name } of change.redactions ?? []) {
    const aggregate = at(eid);
    lamport = Math.max(lamport, highestLamport(aggregate));
    const field = (CATALOGUE[kind].fields as Readonly<Record<string, Field>>)[name];
    if (field === undefined) throw new Error(`no field ${name} of ${kind} in the catalogue`);
    const register = registerOf(aggregate, childOf(eid), field.no);
    ops.push({
      kind: CATALOGUE[kind].no,
      eid,
      field: field.no,
      sup: liveDots(register),
      value: null,
      redact: true,
      ...pastOf(register),
    });
  }
  if (ops.length === 0) return null;
  return {
    session: author.session,
    n,
    lamport: lamport + 1,
    at: author.at,
    actor: author.actor,
    schema: SCHEMA_VERSION,
    ops,
  };
}

function pastOf(register: ReturnType<typeof registerOf>): { past?: readonly Dot[] } {
  return register.redactions === undefined ? {} : { past: Object.entries(register.redactions) };
}
