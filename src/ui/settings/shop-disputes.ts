// Where people disagree about the shop's settings, as the questions that a person is asked. Pure, and light: the badge counts with it.
// Law: each field is one question; how a list is ordered is one, however many of its entries were moved (docs/rules.md CK-4).
import type { Eid } from '../../domain/order.ts';
import type { MenuGroup } from '../../domain/shop.ts';
import type { FieldConflict } from '../../store/entity-values.ts';
import type { ShopDocument } from '../../store/shop-document.ts';

/** A list whose entries have places: a group of the menu, or the staff. */
export type OrderedList = MenuGroup | 'staff';

/** One way of ordering a list, with who left it so and when. */
export interface ListOrder {
  readonly key: string;
  /** false: a newer version gave the places; nobody can choose them here. */
  readonly isReadable: boolean;
  readonly session: string;
  readonly actor: string;
  readonly at: number;
  readonly entries: readonly { readonly eid: Eid; readonly name: string }[];
}
export type ShopDispute =
  | { readonly type: 'field'; readonly key: string; readonly conflict: FieldConflict }
  | { readonly type: 'order'; readonly key: string; readonly list: OrderedList; readonly orders: readonly ListOrder[] };

interface Placed {
  readonly eid: Eid;
  readonly name: string;
  readonly position: number;
}

/** The questions in the order of the settings: the shop, its menu, its staff, its texts. */
export function shopDisputes({ shop, conflicts }: Pick<ShopDocument, 'shop' | 'conflicts'>): ShopDispute[] {
  const disputes: ShopDispute[] = [];
  const moved = new Map<OrderedList, FieldConflict[]>();
  for (const conflict of conflicts) {
    const list =
      conflict.field !== 'position'
        ? undefined
        : conflict.kind === 'staff'
          ? 'staff'
          : shop.menu.find(({ eid }) => eid === conflict.eid)?.group;
    if (list === undefined) disputes.push({ type: 'field', key: `${conflict.eid} ${conflict.field}`, conflict });
    else moved.set(list, [...(moved.get(list) ?? []), conflict]);
  }
  for (const [list, moves] of moved) {
    const entries = list === 'staff' ? shop.staff : shop.menu.filter(({ group }) => group === list);
    disputes.push({ type: 'order', key: `order ${list}`, list, orders: ordersOf(entries, moves) });
  }
  const rank = (dispute: ShopDispute) =>
    RANK.indexOf(dispute.type === 'field' ? dispute.conflict.kind : dispute.list === 'staff' ? 'staff' : 'menuEntry');
  return disputes.sort((a, b) => rank(a) - rank(b));
}
const RANK: readonly string[] = ['shop', 'specialDay', 'menuEntry', 'staff', 'text'];

/** The list as each session left it: its own places where it wrote any, the standing ones elsewhere. Equal ones stand once. */
function ordersOf(entries: readonly Placed[], moves: readonly FieldConflict[]): ListOrder[] {
  const places = new Map<string, Map<Eid, number>>();
  const newest = new Map<string, { readonly actor: string; readonly at: number }>();
  const unread = new Set<string>();
  for (const { eid, contenders } of moves) {
    for (const { dot, value, isReadable, actor, at } of contenders) {
      const [session] = dot;
      const own = places.get(session) ?? new Map<Eid, number>();
      places.set(session, own);
      if (isReadable) own.set(eid, typeof value === 'number' ? value : 0);
      else unread.add(session);
      if (at >= (newest.get(session)?.at ?? 0)) newest.set(session, { actor, at });
    }
  }
  const orders = new Map<string, ListOrder>();
  for (const [session, own] of places) {
    const placeOf = ({ eid, position }: Placed) => own.get(eid) ?? position;
    const isReadable = !unread.has(session);
    const sorted = [...entries].sort((a, b) => placeOf(a) - placeOf(b) || (a.eid < b.eid ? -1 : 1));
    const key = isReadable ? sorted.map(({ eid }) => eid).join(' ') : `unread ${session}`;
    const { actor = '', at = 0 } = newest.get(session) ?? {};
    const known = orders.get(key);
    if (known !== undefined && known.at >= at) continue;
    const shown = sorted.map(({ eid, name }) => ({ eid, name }));
    orders.set(key, { key, isReadable, session, actor, at, entries: shown });
  }
  return [...orders.values()];
}
