// Words that were being typed into an entry when it was removed and the app ended: they have no field any more.
// Law: they are offered until a person has put them back or thrown them away (docs/rules.md SG-6).
import { useEffect, useState } from 'react';
import { useActions } from '../base/action-bar.tsx';
import { useTexts } from '../base/texts.ts';
import { conflictTexts } from './conflict.texts.ts';
import { editBack, type HomelessWords, homelessWords } from './left-words.ts';
import { fieldWord, useSettingWords } from './setting-words.ts';
import { useSettingsBook } from './settings-book.tsx';

export function LeftBehind() {
  const texts = useTexts(conflictTexts);
  const words = useSettingWords();
  const { act } = useActions();
  const { document, keeper } = useSettingsBook();
  const { shop, seen } = document;
  const [left, setLeft] = useState<readonly HomelessWords[]>([]);
  useEffect(() => {
    let isGone = false;
    keeper.allLeft().then(
      (all) => {
        if (!isGone) setLeft(homelessWords(all, shop));
      },
      () => undefined, // nothing can be offered now; the drafts stand
    );
    return () => {
      isGone = true;
    };
  }, [keeper, shop]);
  if (left.length === 0) return null;
  const isOver = ({ key, draft }: HomelessWords) => {
    keeper.take(key, draft);
    keeper.forget(key);
    setLeft((all) => all.filter((one) => one.draft !== draft));
  };
  const putBack = async (one: HomelessWords) => {
    const edit = editBack(one, shop.currency, seen);
    if (edit === null) return;
    const result = await act(
      { edits: [edit], discardDraft: one.draft },
      { message: texts.leftBackDone(one.text.trim()) },
    );
    if (result.ok) isOver(one);
  };
  return (
    <section className="card setting-left" aria-labelledby="setting-left">
      <h2 id="setting-left">{texts.leftTitle}</h2>
      <p className="hint">{texts.leftLead}</p>
      <ul className="settings-rows">
        {left.map((one) => (
          <li key={one.draft}>
            <span className="settings-words">
              {fieldWord({ ...one, kind: kindOf(one) }, words)} <b>{one.text}</b>
            </span>
            {editBack(one, shop.currency, seen) === null ? null : (
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
              aria-label={texts.discardThis(one.text)}
              onClick={() => isOver(one)}
            >
              {texts.discard}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const kindOf = ({ eid }: HomelessWords) => (eid.startsWith('shop/s') ? 'staff' : 'menuEntry');
