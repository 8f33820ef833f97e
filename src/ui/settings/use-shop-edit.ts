// Settings are edited like orders: ops through the one commit, each with its way back.
// Law: an edit replaces what its author had on the screen; what came meanwhile stays beside it and is asked about (SG-4).
import type { Eid } from '../../domain/order.ts';
import type { ShopFields } from '../../domain/shop.ts';
import type { AnyEdit, Change } from '../../store/change.ts';
import type { Seen } from '../../store/entity-values.ts';
import { type Done, useActions } from '../base/action-bar.tsx';
import { useShop, useStore } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { draftKey, fieldsToSeen, type SeenFields, seenFields, withOwnDots, wordsKey } from './kept-words.ts';
import { settingsTexts } from './settings.texts.ts';
import { conflictOf, useSettingsBook, wordsIn } from './settings-book.tsx';
import type { SaveOutcome } from './use-typed-text.ts';

export const SHOP_EID = 'shop' as Eid; // the one root of the shop's own entities

/** The eid of a new child of the shop. */
export const shopChild = (mark: 'm' | 's' | 'd', name: string) => `shop/${mark}${name}` as Eid; // children are named by who makes them

type ShopPart = { readonly [F in keyof ShopFields]?: ShopFields[F] };

/** Writes one part of the shop's own fields; `old` are the values it had, for the undo. */
export function useShopEdit(): (
  what: string,
  set: ShopPart,
  old: ShopPart,
  seen?: SeenFields | null,
) => Promise<boolean> {
  const { act } = useActions();
  const texts = useTexts(settingsTexts);
  const { document } = useSettingsBook();
  return async (what, set, old, seen) => {
    const edit: AnyEdit = {
      kind: 'shop',
      eid: SHOP_EID,
      set,
      seen: seen == null ? document.seen : fieldsToSeen(SHOP_EID, seen),
    };
    const undo: AnyEdit = { kind: 'shop', eid: SHOP_EID, set: old, was: set };
    return (await act({ edits: [edit] }, { message: texts.saved(what), undo: { edits: [undo] } })).ok;
  };
}

/** Adds to the settings; its undo takes away only what then stood, so that what others write into it meanwhile is asked about. */
export function useAddUndo(): (
  change: Change,
  message: string,
  undo: (seen: Seen | undefined) => readonly AnyEdit[],
) => Promise<boolean> {
  const { act, announce } = useActions();
  const store = useStore();
  return async (change, message, undo) => {
    const { ok } = await act(change);
    if (!ok) return false;
    // The commit stood, whether or not it can be read.
    const after = await store.queries
      .shopDocument()
      .run()
      .catch(() => null);
    announce({ message, undo: { edits: undo(after?.seen) } });
    return true;
  };
}

/** What was on the screen of one entity, and what this tab itself has written into it since. */
export function useSeenWithOwn(): (eid: Eid, seen: SeenFields) => Promise<Seen> {
  const store = useStore();
  return async (eid, seen) => {
    const fresh = await store.queries
      .shopDocument()
      .run()
      .catch(() => null);
    const own = fresh === null ? seen : withOwnDots(seen, seenFields(fresh.seen, eid), store.session);
    return fieldsToSeen(eid, own);
  };
}

export interface WordsEdit {
  /** Without `seen`: it is what stood in the field when the typing began. */
  readonly edit: AnyEdit;
  readonly field: string;
  /** As they are to stand in the book; null when they are no plain words. */
  readonly words: string | null;
  readonly seen: SeenFields | null;
  readonly done: Done;
}

/** Writes what was typed into a field and takes its draft away, in one commit; then looks whether the book shows it. */
export function useWordsSave(): (words: WordsEdit) => Promise<SaveOutcome> {
  const { act, announce } = useActions();
  const store = useStore();
  const seenWithOwn = useSeenWithOwn();
  return async ({ edit, field, words, seen, done }) => {
    const { eid } = edit;
    // Words of this field may have been committed after these were begun: they are what these replace.
    const known = seen === null ? edit : { ...edit, seen: await seenWithOwn(eid, seen) };
    const result = await act({ edits: [known], discardDraft: draftKey(wordsKey(eid, field), store.session) });
    if (!result.ok) return 'failed';
    const document = await store.queries
      .shopDocument()
      .run()
      .catch(() => null);
    // The commit stood; what it shows could not be read.
    if (document === null) {
      announce(done);
      return 'saved';
    }
    const shown = wordsIn(document.shop, eid, field);
    const isBeside = conflictOf(document, eid, field)?.contenders.some(({ value }) => value === words) === true;
    if (typeof words === 'string' && (shown === null || shown === '') && !isBeside) return 'refused';
    announce(done);
    return 'saved';
  };
}

/** The shop's own text field as a self-saving input wants it: what stands, and how to save another. */
export function useShopText(field: 'name' | 'phone' | 'address' | 'account', what: string) {
  const shop = useShop();
  const texts = useTexts(settingsTexts);
  const save = useWordsSave();
  const saved = shop[field] ?? '';
  return {
    saved,
    place: { eid: SHOP_EID, field },
    onSave(text: string, seen: SeenFields | null) {
      const words = text === '' ? null : text;
      const set = { [field]: words };
      return save({
        edit: { kind: 'shop', eid: SHOP_EID, set },
        field,
        words,
        seen,
        done: {
          message: texts.saved(what),
          undo: { edits: [{ kind: 'shop', eid: SHOP_EID, set: { [field]: saved === '' ? null : saved }, was: set }] },
        },
      });
    },
  };
}
