// An order that changed in the book while its form was open: what the form takes over, and what a person must choose.
// Law: a field nobody touched here follows the book and is told; a field touched on both sides is never chosen in silence (NO-7).
import type { DraftItem, NewOrderDraft } from './new-order.ts';
import type { Eid } from './order.ts';

/** Fields of the book and the form's values that make each of them. */
const ORDER_VALUES = {
  channel: ['channel'],
  customer: ['customer'],
  name: ['name'],
  phone: ['phone'],
  payer: ['payer'],
  collector: ['collectorName', 'collectorPhone'],
  fulfilment: ['method', 'address'],
  pickup: ['date', 'start', 'end', 'precision'],
  packaging: ['packaging'],
  price: ['price'],
  depositAsked: ['deposit'],
  depositDue: ['depositDue'],
  memo: ['memo'],
  doubts: ['doubts'],
  language: ['language'],
} as const satisfies Readonly<Record<string, readonly (keyof NewOrderDraft)[]>>;
const ITEM_VALUES = [
  'product',
  'size',
  'sheet',
  'cream',
  'shape',
  'baseColor',
  'textColor',
  'lettering',
  'boardLettering',
  'candles',
  'allergy',
  'quantity',
  'price',
  'design',
] as const satisfies readonly (keyof DraftItem)[];

export type OrderFormField = keyof typeof ORDER_VALUES;
export type ItemFormField = (typeof ITEM_VALUES)[number];
/** A field of the form: the order's own, or a cake's. `whole` is a cake that came or went. */
export type DraftField =
  | { readonly item: null; readonly field: OrderFormField }
  | { readonly item: Eid; readonly field: ItemFormField | 'whole' };

/** The form's field of that name; null when the form has none. */
export function formField(item: Eid | null, field: string): DraftField | null {
  if (item === null) return Object.hasOwn(ORDER_VALUES, field) ? { item, field: field as OrderFormField } : null; // looked up just before
  const own = ITEM_VALUES.find((name) => name === field);
  return own === undefined ? null : { item, field: own };
}

export interface Rebased {
  readonly draft: NewOrderDraft;
  readonly base: NewOrderDraft;
  /** Followed the book: the form shows the new value. */
  readonly taken: readonly DraftField[];
  /** Changed here and there: the form still shows its own value, saving it makes both stand side by side. */
  readonly clashing: readonly DraftField[];
}

/** Equal as values: keys in any order, absent as undefined. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}

const pick = <Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[]): Partial<Whole> =>
  Object.fromEntries(keys.map((key) => [key, whole[key]])) as Partial<Whole>; // the same keys with the same values

/** The form's values of one field, to be put into another draft of the same order. */
export function takeField(from: NewOrderDraft, into: NewOrderDraft, { item, field }: DraftField): NewOrderDraft {
  if (item === null) return { ...into, ...pick(from, ORDER_VALUES[field]) };
  const theirs = from.items.find((one) => one.eid === item);
  if (field === 'whole') {
    const without = into.items.filter((one) => one.eid !== item);
    return { ...into, items: theirs === undefined ? without : [...without, theirs] };
  }
  if (theirs === undefined) return into;
  return {
    ...into,
    items: into.items.map((one) => (one.eid === item ? { ...one, ...pick(theirs, [field]) } : one)),
  };
}

/**
 * Brings a half-edited form up to date.
 * @param base the order as the form was opened; @param mine as the form stands; @param theirs as the book is now.
 */
export function rebaseDraft(base: NewOrderDraft, mine: NewOrderDraft, theirs: NewOrderDraft): Rebased {
  const taken: DraftField[] = [];
  const clashing: DraftField[] = [];
  let draft = mine;
  let newBase = base;
  const settle = (field: DraftField, wasTouched: boolean, isSame: boolean) => {
    if (wasTouched && !isSame) {
      clashing.push(field);
      return;
    }
    if (!wasTouched) taken.push(field);
    draft = takeField(theirs, draft, field);
    newBase = takeField(theirs, newBase, field);
  };
  for (const field of Object.keys(ORDER_VALUES) as OrderFormField[]) {
    // keys of a const object
    const [was, here, there] = [base, mine, theirs].map((one) => pick(one, ORDER_VALUES[field]));
    if (sameValue(was, there)) continue;
    settle({ item: null, field }, !sameValue(was, here), sameValue(here, there));
  }
  const itemIn = (one: NewOrderDraft, eid: Eid) => one.items.find((item) => item.eid === eid);
  for (const { eid } of [...base.items, ...theirs.items.filter((item) => itemIn(base, item.eid) === undefined)]) {
    const [was, here, there] = [itemIn(base, eid), itemIn(mine, eid), itemIn(theirs, eid)];
    if (was === undefined || there === undefined) {
      if (was === undefined && there === undefined) continue;
      const wasTouched = was !== undefined && (here === undefined || !sameValue(was, here));
      settle({ item: eid, field: 'whole' }, wasTouched, sameValue(here, there));
      continue;
    }
    for (const field of ITEM_VALUES) {
      if (sameValue(was[field], there[field])) continue;
      const wasTouched = here === undefined || !sameValue(was[field], here[field]);
      settle({ item: eid, field }, wasTouched, here !== undefined && sameValue(here[field], there[field]));
    }
  }
  for (const photo of theirs.photos) {
    if (base.photos.some((known) => known.eid === photo.eid)) continue;
    if (!draft.photos.some((known) => known.eid === photo.eid)) draft = { ...draft, photos: [...draft.photos, photo] };
    newBase = { ...newBase, photos: [...newBase.photos, photo] };
  }
  return { draft, base: newBase, taken, clashing };
}
