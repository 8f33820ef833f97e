// Settings are edited like orders: ops through the one commit, each with its way back.
// Law: an edit of a setting stands at once for all of the shop's values that people left beside each other; the old one is in the undo.
import type { Eid } from '../../domain/order.ts';
import type { ShopFields } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { useShop } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { settingsTexts } from './settings.texts.ts';

export const SHOP_EID = 'shop' as Eid; // the one root of the shop's own entities

/** The eid of a new child of the shop. */
export const shopChild = (mark: 'm' | 's' | 'd', name: string) => `shop/${mark}${name}` as Eid; // children are named by who makes them

type ShopPart = { readonly [F in keyof ShopFields]?: ShopFields[F] };

/** Writes one part of the shop's own fields; `old` are the values it had, for the undo. */
export function useShopEdit(): (what: string, set: ShopPart, old: ShopPart) => void {
  const { act } = useActions();
  const texts = useTexts(settingsTexts);
  return (what, set, old) => {
    const edit = (part: ShopPart): AnyEdit => ({ kind: 'shop', eid: SHOP_EID, set: part });
    void act({ edits: [edit(set)] }, { message: texts.saved(what), undo: { edits: [edit(old)] } });
  };
}

/** The shop's own text field as a self-saving input wants it: what stands, and how to save another. */
export function useShopText(field: 'name' | 'phone' | 'address' | 'account', what: string) {
  const shop = useShop();
  const edit = useShopEdit();
  const saved = shop[field] ?? '';
  return {
    saved,
    onSave(text: string) {
      const value = text.trim();
      edit(what, { [field]: value === '' ? null : value }, { [field]: saved === '' ? null : saved });
    },
  };
}
