// Half-typed orders as the local door keeps them: read back with care, because an older version may have written them.
// Law: a draft that cannot be read is told of, never thrown away by itself.
import type { NewOrderDraft } from '../../domain/new-order.ts';
import { emptyDraft, emptyItem } from '../../domain/new-order.ts';
import type { Eid } from '../../domain/order.ts';
import type { Draft } from '../../store/shop-store.ts';
import type { SeenRecord } from './draft-change.ts';

/** What an edit was opened with; a new order has none. */
export interface EditBase {
  readonly draft: NewOrderDraft;
  readonly seen: SeenRecord;
}
export interface DraftRecord {
  readonly draft: NewOrderDraft;
  readonly base: EditBase | null;
}

const PREFIX = 'order ';

export function draftKey(order: Eid): string {
  return PREFIX + order;
}

export function isOrderDraft(draft: Draft): boolean {
  return draft.key.startsWith(PREFIX);
}

export function writeDraft(record: DraftRecord): Draft['value'] {
  return record as unknown as Draft['value']; // plain values all the way down: strings, numbers, booleans, null, arrays, objects
}

/** null when it is none of this version's; what an older version did not know yet is blank. */
export function readDraft({ value }: Draft): DraftRecord | null {
  const record = value as unknown as Partial<DraftRecord> | null; // checked below
  const draft = record?.draft;
  if (draft === undefined || typeof draft.eid !== 'string' || !Array.isArray(draft.items)) return null;
  const noId = () => '';
  const blank = emptyDraft(noId);
  const blankItem = emptyItem(draft.eid, noId);
  return {
    draft: { ...blank, ...draft, items: draft.items.map((item) => ({ ...blankItem, ...item })) },
    base: record?.base ?? null,
  };
}
