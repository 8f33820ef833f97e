// Words that were being typed into an entry when it was removed and the app ended: they have no field any more.
// Law: they are offered until a person has put them back or thrown them away (docs/rules.md SG-6).
import { useEffect, useState } from 'react';
import type { Eid } from '../../domain/order.ts';
import type { AnyEdit } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { useStore } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { conflictTexts } from './conflict.texts.ts';
import { keyToField, readKept } from './kept-words.ts';
import { useSettingsBook } from './settings-book.tsx';

interface Left {
  readonly key: string;
  readonly eid: string;
  readonly text: string;
}

/** The edit that brings an entry back with the words; null when they are no name. */
function editBack({ eid, text }: Left): AnyEdit | null {
  const set = { name: text.trim(), deleted: false };
  if (eid.startsWith('shop/m')) return { kind: 'menuEntry', eid: eid as Eid, set }; // the draft's own entity
  return eid.startsWith('shop/s') ? { kind: 'staff', eid: eid as Eid, set } : null; // as above
}

export function LeftBehind() {
  const texts = useTexts(conflictTexts);
  const store = useStore();
  const { act } = useActions();
  const { document, keeper } = useSettingsBook();
  const [left, setLeft] = useState<readonly Left[]>([]);
  useEffect(() => {
    let isGone = false;
    const known = new Set<string>([...document.shop.menu, ...document.shop.staff].map(({ eid }) => eid));
    const read = async () => {
      const found: Left[] = [];
      for (const draft of await store.drafts.list()) {
        const place = keyToField(draft.key);
        const words = readKept(draft.value);
        if (place?.field !== 'name' || words === null || !place.eid.startsWith('shop/') || known.has(place.eid))
          continue;
        // Another tab that lives is still writing it.
        if (words.text.trim() !== '' && (await keeper.left(draft.key)) !== null)
          found.push({ key: draft.key, eid: place.eid, text: words.text });
      }
      if (!isGone) setLeft(found);
    };
    read().catch(() => undefined); // nothing can be offered now; the drafts stand
    return () => {
      isGone = true;
    };
  }, [store, keeper, document]);
  if (left.length === 0) return null;
  const isOver = (key: string) => setLeft((all) => all.filter((one) => one.key !== key));
  const putBack = async (one: Left) => {
    const edit = editBack(one);
    if (edit === null) return;
    const result = await act(
      { edits: [edit], discardDraft: one.key },
      { message: texts.leftBackDone(one.text.trim()) },
    );
    if (result.ok) isOver(one.key);
  };
  return (
    <section className="card setting-left" aria-labelledby="setting-left">
      <h2 id="setting-left">{texts.leftTitle}</h2>
      <p className="hint">{texts.leftLead}</p>
      <ul className="settings-rows">
        {left.map((one) => (
          <li key={one.key}>
            <span className="settings-words">
              <b>{one.text}</b>
            </span>
            {editBack(one) === null ? null : (
              <button
                type="button"
                className="small"
                aria-label={texts.leftBackFor(one.text)}
                onClick={() => void putBack(one)}
              >
                {texts.leftBack}
              </button>
            )}
            <button
              type="button"
              className="small quiet"
              aria-label={texts.leftDiscardFor(one.text)}
              onClick={() => {
                keeper.forget(one.key);
                isOver(one.key);
              }}
            >
              {texts.leftDiscard}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
