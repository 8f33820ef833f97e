// What changed in the book under an open form: taken over and told, or a choice between here and there.
// Law: a clash that nobody settles is saved beside the other value and asked again on the order (NO-7); what was typed where
// privacy has erased is not saved before somebody decides (NO-10).
import type { NewOrderDraft } from '../../domain/new-order.ts';
import type { DraftField } from '../../domain/new-order-rebase.ts';
import type { Language } from '../../domain/order.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle } from '../base/format.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { cakeTexts } from './cake.texts.ts';
import { formTexts } from './form.texts.ts';
import type { FollowedBook } from './use-follow-book.ts';

export function EditNotes({
  book: { taken, clashing, erased, wasErased, understand, choose },
  order,
  theirs,
}: {
  readonly book: FollowedBook;
  readonly order: NewOrderDraft;
  readonly theirs: NewOrderDraft | null;
}) {
  const texts = useTexts(formTexts);
  const language = useLanguage();
  const isTold = taken.length > 0 || wasErased;
  if (!isTold && clashing.length === 0 && erased.length === 0) return <div role="alert" />;
  return (
    <div className="no-edit-notes" role="alert">
      {isTold ? (
        <div className="no-question">
          {wasErased ? (
            <p>
              <b>{texts.erasedElsewhere}</b>
            </p>
          ) : null}
          {taken.length === 0 ? null : (
            <p>
              <b>{texts.changedElsewhere}</b> {taken.map((field) => fieldLabel(field, order, language)).join(', ')}
            </p>
          )}
          <button type="button" className="no-chip" onClick={understand}>
            {texts.understood}
          </button>
        </div>
      ) : null}
      {erased.map((field) => (
        <div key={fieldKey(field)} className="no-question">
          <p>
            <b>{texts.erased(fieldLabel(field, order, language))}</b>
          </p>
          <div className="no-chips">
            <button type="button" className="no-chip" onClick={() => choose(field, 'theirs')}>
              {texts.leaveErased}
            </button>
            <button type="button" className="no-chip" onClick={() => choose(field, 'mine')}>
              {texts.saveAnyway(shownValue(field, order, language))}
            </button>
          </div>
          <p className="hint">{texts.erasedHint}</p>
        </div>
      ))}
      {clashing.map((field) => (
        <div key={fieldKey(field)} className="no-question">
          <p>
            <b>{texts.clash(fieldLabel(field, order, language))}</b>
          </p>
          <div className="no-chips">
            <button type="button" className="no-chip" onClick={() => choose(field, 'mine')}>
              {texts.mine(shownValue(field, order, language))}
            </button>
            <button type="button" className="no-chip" onClick={() => choose(field, 'theirs')}>
              {texts.theirs(theirs === null ? '' : shownValue(field, theirs, language))}
            </button>
          </div>
          <p className="hint">{texts.clashHint}</p>
        </div>
      ))}
    </div>
  );
}

const fieldKey = ({ item, field }: DraftField) => `${item ?? ''} ${field}`;

/** `케이크 1 케이크 문구`. */
export function fieldLabel({ item, field }: DraftField, order: NewOrderDraft, language: Language): string {
  const texts = formTexts[language];
  if (item === null) return texts[`field.${field}`];
  const index = order.items.findIndex((one) => one.eid === item);
  const cake = cakeTexts[language].cake(index < 0 ? order.items.length + 1 : index + 1);
  return field === 'whole' ? cake : `${cake} ${texts[`cakeField.${field}`]}`;
}

/** The value as a person would say it; blank when there is none. */
function shownValue({ item, field }: DraftField, draft: NewOrderDraft, language: Language): string {
  const texts = formTexts[language];
  const words = baseTexts[language];
  if (item !== null) {
    const cake = draft.items.find((one) => one.eid === item);
    if (cake === undefined) return texts.cakeGone;
    if (field === 'whole') return [cake.size, cake.sheet, cake.cream].filter(Boolean).join(' ') || texts.cakeKept;
    if (field === 'candles') {
      const { none, big, small, digits, text } = cake.candles;
      if (none) return words.noCandles;
      const parts = [
        big === '' ? '' : words.bigCandles(Number(big)),
        small === '' ? '' : words.smallCandles(Number(small)),
        digits === '' ? '' : words.digitCandles(digits),
        text,
      ];
      return parts.filter(Boolean).join(', ') || words.blank;
    }
    const value = cake[field];
    if (typeof value === 'string') return value || words.blank;
    return value.none ? words.none : value.text || words.blank;
  }
  switch (field) {
    case 'pickup':
      return (
        [draft.date === null ? '' : dayTitle(draft.date, language), draft.start ?? draft.end ?? '']
          .filter(Boolean)
          .join(' ') || words.blank
      );
    case 'channel':
      return draft.channel === null ? words.blank : words[`channel.${draft.channel}`];
    case 'fulfilment':
      return [words[`method.${draft.method}`], draft.address].filter(Boolean).join(' ');
    case 'collector':
      return [draft.collectorName, draft.collectorPhone].filter(Boolean).join(' ') || words.blank;
    case 'packaging':
      return (
        Object.entries(draft.packaging)
          .filter(([, wanted]) => wanted)
          .map(([key]) => (words as Readonly<Record<string, unknown>>)[`packaging.${key}`])
          .filter((word) => typeof word === 'string')
          .join(', ') || words.none
      );
    case 'depositAsked':
      return draft.deposit || words.blank;
    case 'depositDue':
      return draft.depositDue === null
        ? words.blank
        : `${dayTitle(draft.depositDue.date, language)} ${draft.depositDue.time}`;
    case 'doubts':
      return String(draft.doubts.length);
    case 'customer':
      return draft.customer === null ? words.blank : draft.name;
    case 'language':
      return draft.language ?? words.blank;
    default:
      return draft[field] || words.blank;
  }
}
