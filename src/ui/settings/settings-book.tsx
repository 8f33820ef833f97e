// The settings as the book holds them at one moment: values, disagreements, what was seen; and the keeper of typed words.
// Law: what a section shows and what its edits call seen come from the same read.
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Eid } from '../../domain/order.ts';
import type { Shop } from '../../domain/shop.ts';
import type { FieldConflict } from '../../store/entity-values.ts';
import type { ShopDocument } from '../../store/shop-document.ts';
import { baseTexts } from '../base/base.texts.ts';
import { ShopContext, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import type { WordsKeeper } from './kept-words.ts';
import { useWordsKeeper } from './tab-keeper.ts';

export interface SettingsBook {
  readonly document: ShopDocument;
  readonly keeper: WordsKeeper;
  /** A field has words that are not in the book: no update may take the page until the answer is called. */
  readonly hold: () => () => void;
}
const SettingsBookContext = createContext<SettingsBook | null>(null);

/** Gives its children the settings of one moment, also as the world's shop. */
export function SettingsBookProvider({ children }: { readonly children: ReactNode }) {
  const world = useWorld();
  const base = useTexts(baseTexts);
  const { store, services } = world;
  const document = useAnswer(store.queries.shopDocument());
  const keeper = useWordsKeeper();
  const book = useMemo(
    () => (document === undefined ? null : { document, keeper, hold: () => services.dirtyForms.hold() }),
    [document, keeper, services],
  );
  const here = useMemo(() => (document === undefined ? world : { ...world, shop: document.shop }), [world, document]);
  if (book === null) return <p className="empty">{base.reading}</p>;
  return (
    <SettingsBookContext value={book}>
      <ShopContext value={here}>{children}</ShopContext>
    </SettingsBookContext>
  );
}

/** @throws Error outside the settings. */
export function useSettingsBook(): SettingsBook {
  const book = use(SettingsBookContext);
  if (book === null) throw new Error('no settings are open here');
  return book;
}
/** null in first run, whose form is its own keeper. */
export function useSettingsBookIfOpen(): SettingsBook | null {
  return use(SettingsBookContext);
}

/** The disagreement about one field, if there is one. */
export function conflictOf(document: ShopDocument, eid: string, field: string): FieldConflict | null {
  return document.conflicts.find((one) => one.eid === eid && one.field === field) ?? null;
}

const TEXT_FIELDS = ['name', 'phone', 'address', 'account'] as const;

/** The words that stand in a field of the shop; undefined when the shop has no such entity. */
export function wordsIn(shop: Shop, eid: Eid, field: string): string | null | undefined {
  if (eid === 'shop') {
    const name = TEXT_FIELDS.find((one) => one === field);
    return name === undefined ? undefined : shop[name];
  }
  if (field === 'name') return [...shop.menu, ...shop.staff].find((one) => one.eid === eid)?.name;
  return field === 'body' ? shop.texts.find((one) => one.eid === eid)?.body : undefined;
}
