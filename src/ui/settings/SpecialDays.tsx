// Days that differ from the week: closed, or open at other hours; several days at once for holidays.
// Law: a special day stands above the week and is named by its date, so that two tablets meet in one entry.
import { type FormEvent, useState } from 'react';
import type { OpenHours, SpecialDay } from '../../domain/shop.ts';
import { addLocalDays, daysBetween, type LocalDate, localTime, parseLocalDate } from '../../domain/time.ts';
import type { AnyEdit } from '../../store/change.ts';
import type { Seen } from '../../store/entity-values.ts';
import { useActions } from '../base/action-bar.tsx';
import { dayTitleYear } from '../base/format.ts';
import { useNow, useShop } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { Choice } from './Choice.tsx';
import { ConflictMark } from './ConflictMark.tsx';
import { fieldTexts } from './fields.texts.ts';
import { TimeSelect } from './HoursEditor.tsx';
import { settingsTexts } from './settings.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { shopChild, useAddUndo } from './use-shop-edit.ts';

const LONGEST_DAYS = 60;

function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, ahead) => addLocalDays(first, ahead));
}

type DayPart = Extract<AnyEdit, { kind: 'specialDay' }>['set'];

/** What makes the day as it was before: its old values, or gone. `set` is what was written over them, `seen` as it then stood. */
function editBack(date: LocalDate, old: SpecialDay | undefined, set: DayPart, seen?: Seen): AnyEdit {
  const eid = shopChild('d', date);
  if (old === undefined)
    return { kind: 'specialDay', eid, set: { deleted: true }, ...(seen === undefined ? { was: set } : { seen }) };
  const before = { date, hours: old.hours, note: old.note, deleted: false };
  return { kind: 'specialDay', eid, set: 'hours' in set ? before : { deleted: false }, was: set };
}

export function SpecialDays() {
  const texts = useTexts(settingsTexts);
  const language = useLanguage();
  const shop = useShop();
  const today = useNow().date;
  const { act } = useActions();
  const { document } = useSettingsBook();
  const coming = [...shop.specialDays.values()]
    .filter((day) => day.date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const remove = (day: SpecialDay) =>
    void act(
      { edits: [{ kind: 'specialDay', eid: shopChild('d', day.date), set: { deleted: true }, seen: document.seen }] },
      {
        message: texts.removed(dayTitleYear(day.date, language)),
        undo: { edits: [editBack(day.date, day, { deleted: true })] },
      },
    );
  return (
    <section>
      <h2>{texts.specialTitle}</h2>
      <p className="hint">{texts.specialLead}</p>
      {coming.length === 0 ? <p>{texts.specialNone}</p> : null}
      <ul className="settings-rows">
        {coming.map((day) => (
          <li key={day.date}>
            <span className="settings-words">
              <b>{dayTitleYear(day.date, language)}</b>{' '}
              {'closed' in day.hours ? texts.specialClosed : texts.specialHours(day.hours.open, day.hours.close)}
              {day.note === null ? '' : ` · ${day.note}`}
            </span>
            <button
              type="button"
              className="quiet sq small"
              aria-label={texts.specialRemove(dayTitleYear(day.date, language))}
              onClick={() => remove(day)}
            >
              ✕
            </button>
            <ConflictMark eid={shopChild('d', day.date)} />
          </li>
        ))}
      </ul>
      <NewSpecialDay today={today} />
    </section>
  );
}

interface DayForm {
  readonly from: string;
  readonly to: string;
  readonly isOpen: boolean;
  readonly hours: OpenHours;
  readonly note: string;
}
const NO_DAY: DayForm = {
  from: '',
  to: '',
  isOpen: false,
  hours: { open: localTime('11:00'), close: localTime('20:00') },
  note: '',
};

function NewSpecialDay({ today }: { readonly today: LocalDate }) {
  const texts = useTexts(settingsTexts);
  const fields = useTexts(fieldTexts);
  const language = useLanguage();
  const shop = useShop();
  const addWithUndo = useAddUndo();
  const { document } = useSettingsBook();
  const { form, change, add: addKept, draft } = useKeptForm('specialDay', NO_DAY);
  const { from, to, isOpen, hours, note } = form;
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const first = parseLocalDate(from);
    const last = to === '' ? first : parseLocalDate(to);
    if (first === null || last === null) return setProblem(texts.specialBadDate);
    if (last < first) return setProblem(texts.specialBadRange);
    if (daysBetween(first, last) >= LONGEST_DAYS) return setProblem(texts.specialTooLong);
    if (isOpen && hours.close <= hours.open) return setProblem(texts.specialBadHours);
    setProblem(null);
    const days = daysFrom(first, last);
    const setOf = (date: LocalDate): DayPart => ({
      date,
      hours: isOpen ? hours : { closed: true },
      note: note.trim() === '' ? null : note.trim(),
      deleted: false,
    });
    const commit = () =>
      addWithUndo(
        {
          edits: days.map((date) => ({
            kind: 'specialDay',
            eid: shopChild('d', date),
            set: setOf(date),
            seen: document.seen,
          })),
          discardDraft: draft,
        },
        texts.added(
          first === last
            ? dayTitleYear(first, language)
            : `${dayTitleYear(first, language)} – ${dayTitleYear(last, language)}`,
        ),
        (seen) => days.map((date) => editBack(date, shop.specialDays.get(date), setOf(date), seen)),
      );
    await addKept(commit);
  };

  return (
    <form className="card settings-form" onSubmit={(event) => void add(event)} noValidate>
      <div className="settings-pair">
        <label className="field">
          <span>{texts.specialFrom}</span>
          <input type="date" min={today} value={from} onChange={(event) => change({ from: event.target.value })} />
        </label>
        <label className="field">
          <span>{texts.specialTo}</span>
          <input type="date" min={from || today} value={to} onChange={(event) => change({ to: event.target.value })} />
        </label>
      </div>
      <Choice
        legend={texts.specialKind}
        value={isOpen ? 'open' : 'closed'}
        options={[
          { value: 'closed', label: texts.specialClosed },
          { value: 'open', label: texts.specialOpen },
        ]}
        onChange={(value) => change({ isOpen: value === 'open' })}
      />
      {isOpen ? (
        <div className="hours-common">
          <TimeSelect
            label={fields.opensAt}
            isLabelShown
            value={hours.open}
            onChange={(open) => change({ hours: { ...hours, open } })}
          />
          <TimeSelect
            label={fields.closesAt}
            isLabelShown
            value={hours.close}
            onChange={(close) => change({ hours: { ...hours, close } })}
          />
        </div>
      ) : null}
      <label className="field">
        <span>{texts.specialNote}</span>
        <input
          value={note}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit">{texts.specialAdd}</button>
    </form>
  );
}
