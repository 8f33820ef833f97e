// A value of neither side of a disagreement about an order, typed on the spot.
// Law: each key is kept with the book's drafts at once, and found there after a reload; the commit itself takes it away.
import { useEffect, useState } from 'react';
import type { Answer, Eid } from '../../domain/order.ts';
import type { FieldConflict, Seen } from '../../store/entity-values.ts';
import type { Draft, ShopStore } from '../../store/shop-store.ts';
import { useWorld } from '../base/shop-context.ts';
import { fieldsToSeen, type KeptWords, readKept, seenFields } from '../settings/kept-words.ts';
import { type FieldWords, valueText } from './field-words.ts';

/** Fields whose third value can be typed on the spot; others have their own form. */
const TYPED = new Set([
  'name',
  'payer',
  'memo',
  'product',
  'size',
  'sheet',
  'cream',
  'shape',
  'baseColor',
  'textColor',
  'design',
]);
const ANSWERED = new Set(['lettering', 'boardLettering', 'allergy']);

export const canBeTyped = (field: string): boolean => TYPED.has(field) || ANSWERED.has(field);

const PREFIX = 'value ';
const keyOf = (eid: string, field: string) => `${PREFIX}${eid} ${field}`;

/** Throws away what is half typed for an order: with its personal details these words go too. */
export async function forgetTyped(drafts: ShopStore['drafts'], order: Eid): Promise<void> {
  for (const { key } of await drafts.list()) {
    const [eid = ''] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(' ') : [];
    if (eid === order || eid.startsWith(`${order}/`)) await drafts.remove(key);
  }
}

export interface OtherValueProps {
  readonly conflict: FieldConflict;
  readonly seen: Seen;
  readonly name: string;
  readonly words: FieldWords;
  /** Writes it over what was seen when the typing began, and discards the draft. */
  readonly onUse: (value: unknown, seen: Seen, draft: string) => void;
}

export function OtherValue({ conflict, seen, name, words, onUse }: OtherValueProps) {
  const { disputes } = words;
  const { eid, field, contenders } = conflict;
  const { services, store } = useWorld();
  const { drafts } = store;
  const key = keyOf(eid, field);
  const [typed, setTyped] = useState<KeptWords | null>(null);
  const isTyped = typed !== null;
  useEffect(() => (isTyped ? services.dirtyForms.hold() : undefined), [isTyped, services]);
  useEffect(() => {
    let isGone = false;
    drafts.get(key).then(
      (draft) => {
        const kept = draft === undefined ? null : readKept(draft.value);
        if (!isGone && kept !== null) setTyped((now) => now ?? kept);
      },
      () => undefined, // it could not be read: nothing is taken over now, and nothing thrown away
    );
    return () => {
      isGone = true;
    };
  }, [drafts, key]);
  const type = (text: string) => {
    const next: KeptWords = { text, seen: typed?.seen ?? seenFields(seen, eid) };
    setTyped(next);
    const kept = text.trim() === '' ? drafts.remove(key) : drafts.put(key, next as unknown as Draft['value']); // plain JSON by its type
    kept.catch(() => undefined); // the words stand in the field; the next key tries again
  };
  if (typed === null) {
    const first = contenders.find(({ isReadable }) => isReadable)?.value ?? null;
    return (
      <button
        type="button"
        className="small quiet order-other"
        onClick={() => setTyped({ text: valueText(field, first, words), seen: seenFields(seen, eid) })}
      >
        {disputes.otherValue}…
      </button>
    );
  }
  const use = () => {
    const { text } = typed;
    const answer: Answer = { text };
    onUse(ANSWERED.has(field) ? answer : text, typed.seen === null ? seen : fieldsToSeen(eid, typed.seen), key);
  };
  const props = {
    'aria-label': name,
    value: typed.text,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
  };
  const isMultiline = ANSWERED.has(field) || field === 'memo' || field === 'design';
  return (
    <form
      className="order-row"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      {isMultiline ? <textarea {...props} /> : <input {...props} />}
      <button type="submit" className="primary" disabled={typed.text.trim() === ''}>
        {disputes.useOther}
      </button>
    </form>
  );
}
