// Words that were typed into an entry which was removed when its tab ended: what they are, and the edit that puts them back. Pure.
// Law: whatever the field, they are offered; an edit is made only of what the field can hold (docs/rules.md SG-6).
import type { Currency } from '../../domain/money.ts';
import type { Eid } from '../../domain/order.ts';
import type { Shop } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import type { Seen } from '../../store/entity-values.ts';
import { readAmountField } from './amount.ts';
import { keyToField, type LeftWords } from './kept-words.ts';

export interface HomelessWords extends LeftWords {
  readonly key: string;
  readonly eid: Eid;
  readonly field: string;
}

/** The words whose field nobody can see any more. */
export function homelessWords(left: ReadonlyMap<string, readonly LeftWords[]>, shop: Shop): HomelessWords[] {
  const known = new Set<string>([...shop.menu, ...shop.staff].map(({ eid }) => eid));
  return [...left].flatMap(([key, found]) => {
    const place = keyToField(key);
    // The shop's own fields and its texts are always on the screen.
    if (place === null || !place.eid.startsWith('shop/') || place.eid.startsWith('shop/t-') || known.has(place.eid))
      return [];
    const { eid, field } = place;
    return found.filter(({ text }) => text.trim() !== '').map((words) => ({ ...words, key, eid: eid as Eid, field })); // the draft's own entity
  });
}

/** The edit that brings an entry back with the words; null when its field cannot hold them. `now` is what stands behind its fields. */
export function editBack({ eid, field, text, seen }: HomelessWords, currency: Currency, now: Seen): AnyEdit | null {
  // What the words were typed over, and the removal that is on the screen.
  const dots = seen === null ? null : new Map([...seen, ['deleted', now.get(eid)?.get('deleted') ?? []] as const]);
  const known = dots === null ? {} : { seen: new Map([[eid as string, dots]]) };
  const isMenu = eid.startsWith('shop/m');
  if (field === 'name' && (isMenu || eid.startsWith('shop/s'))) {
    return { kind: isMenu ? 'menuEntry' : 'staff', eid, set: { name: text.trim(), deleted: false }, ...known };
  }
  if (field !== 'price' || !isMenu) return null;
  const minor = readAmountField(text, currency);
  if (minor == null) return null;
  return { kind: 'menuEntry', eid, set: { price: { minor, currency }, deleted: false }, ...known };
}
