// Who changed what, when, from what to what; newest first, in the words of the fields.
import { useState } from 'react';
import type { Eid } from '../../domain/order.ts';
import type { HistoryChange, HistoryEntry } from '../../store/history.ts';
import { instantText } from '../base/format.ts';
import { useStore } from '../base/shop-context.ts';
import { useAnswer } from '../base/use-query.ts';
import { useWriterName } from '../base/writer-name.ts';
import { type FieldWords, fieldName, writtenText } from './field-words.ts';

/** Fields that say nothing to a person. */
const SILENT = new Set(['position', 'customer', 'item']);
/** Changes of one action that are shown before "show all". */
const SHOWN = 6;

export function OrderHistory({ eid, words }: { readonly eid: Eid; readonly words: FieldWords }) {
  const store = useStore();
  const { texts, base } = words;
  const history = useAnswer(store.queries.history(eid));
  if (history === undefined) return <p className="order-quiet">{base.reading}</p>;
  if (history.length === 0) return <p className="order-quiet">{texts.historyEmpty}</p>;
  return (
    <ol className="order-history">
      {history.map((entry) => (
        <Entry key={`${entry.session} ${entry.n}`} entry={entry} words={words} />
      ))}
    </ol>
  );
}

function Entry({ entry, words }: { readonly entry: HistoryEntry; readonly words: FieldWords }) {
  const { texts, shop, language } = words;
  const nameOf = useWriterName();
  const [isWhole, setWhole] = useState(false);
  const isTaken = entry.changes.some(({ kind, field }) => kind === 'order' && field === 'createdAt');
  const told = entry.changes.filter((change) => change.isRedaction || isTold(change, isTaken));
  const shown = isWhole ? told : told.slice(0, isTaken ? 0 : SHOWN);
  return (
    <li>
      <p className="order-history-who">
        <b>{nameOf(entry)}</b> {instantText(entry.at, shop.zone, language)}
      </p>
      {isTaken ? <p>{texts.historyTaken}</p> : null}
      <ul>
        {shown.map((change) => (
          <li key={`${change.eid} ${change.field}`}>{changeWords(change, words)}</li>
        ))}
      </ul>
      {shown.length < told.length ? (
        <button type="button" className="small quiet order-other" onClick={() => setWhole(true)}>
          {texts.historyMore(told.length)}
        </button>
      ) : null}
    </li>
  );
}

function isTold({ field, value, replaced }: HistoryChange, isTaken: boolean): boolean {
  if (SILENT.has(field) || (isTaken && field === 'createdAt')) return false;
  // A blank that stays blank, or is written as such, says nothing; a value taken away does.
  return value !== null || replaced.some((old) => old !== null);
}

function changeWords(change: HistoryChange, words: FieldWords): string {
  const { texts } = words;
  const { eid, kind, field, value, replaced, isRedaction } = change;
  const name = fieldName(eid, kind, field, words);
  if (isRedaction) return texts.redacted(name);
  const to = writtenText(change, value, words);
  const from = [...new Set(replaced.filter((old) => old !== null).map((old) => writtenText(change, old, words)))];
  return from.length === 0 ? texts.changedTo(name, to) : texts.changedFrom(name, from.join(' / '), to);
}
