// The shop's own entities (settings, special days, menu, staff, texts) as its settings need them: what they say, where
// people disagree, and what stood behind each value. Law: values, conflicts and `seen` are of one moment of the book.
import type { Shop } from '../domain/shop.ts';
import { rootOf } from '../merge/op.ts';
import type { RootRecord } from './book-write.ts';
import { recordToAggregate } from './book-write.ts';
import { deriveRows, ENTRY_KINDS, entriesToShop } from './derive.ts';
import type { FieldConflict, Seen } from './entity-values.ts';
import { viewAggregate } from './entity-values.ts';
import type { Query } from './shop-store.ts';
import type { StorageTx, TableName } from './storage.ts';

export interface ShopDocument {
  readonly shop: Shop;
  readonly conflicts: readonly FieldConflict[];
  /** Hand it back as `seen` of the edits made from this screen. */
  readonly seen: Seen;
}

/** Every root that has rows of the shop's own kinds, read from its registers. */
export function shopDocumentQuery(
  read: <Answer>(tables: readonly TableName[], body: (tx: StorageTx) => Promise<Answer>) => Promise<Answer>,
): Query<ShopDocument> {
  return {
    key: 'shopDocument',
    run: () =>
      read(['entries', 'roots'], async (tx) => {
        const names = (await tx.keys('entries')).map((eid) => rootOf(String(eid)));
        const roots = [...new Set(names)];
        const records = await tx.getMany<RootRecord>('roots', roots);
        const aggregates = roots.map((root, index) => recordToAggregate(root, records[index]));
        const views = aggregates.map((aggregate) => ({ aggregate, view: viewAggregate(aggregate) }));
        return {
          shop: entriesToShop(views.flatMap(({ aggregate, view }) => deriveRows(aggregate, view).entries)),
          conflicts: views.flatMap(({ view }) => view.conflicts),
          seen: new Map(views.flatMap(({ view }) => [...view.seen])),
        };
      }),
    isTouchedBy: (notice) => notice.isAll || notice.kinds.some((kind) => ENTRY_KINDS.has(kind)),
  };
}
