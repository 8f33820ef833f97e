// When: two weeks of days with what is booked, and the day's slots with the places left.
// Law: nothing is refused. A full slot, a closed day, short notice are said plainly and may still be taken (NO-9).
import './pickup-part.css';
import { useId, useState } from 'react';
import type { TimePrecision } from '../../domain/order.ts';
import type { DayLoad } from '../../domain/shop.ts';
import { firstOpenDay, hoursOn, isShortNotice, slotGrid } from '../../domain/shop.ts';
import type { LocalDate, LocalTime } from '../../domain/time.ts';
import { addLocalDays, daysBetween, parseLocalDate, parseLocalTime } from '../../domain/time.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, monthTitle } from '../base/format.ts';
import { useNow, useShop, useStore } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useQuery } from '../base/use-query.ts';
import { weekdayText } from './day-words.ts';
import { Choice, Found } from './fields.tsx';
import { useOrderForm } from './form-context.ts';
import { newOrderTexts } from './new-order.texts.ts';

const DAYS_SHOWN = 14;
/** Id of the part: a chosen customer leads there. */
export const PICKUP_ID = 'order-pickup';

/** @param wanted the day on which the form was opened, if any; @param onPicked a slot was tapped. */
export function PickupPart({ wanted, onPicked }: { readonly wanted: LocalDate | null; readonly onPicked: () => void }) {
  const { draft, set, edit } = useOrderForm();
  const shop = useShop();
  const store = useStore();
  const now = useNow();
  const titleId = useId();
  const open = firstOpenDay(shop, now.date) ?? now.date;
  const shown = draft.date ?? (wanted !== null && wanted > open ? wanted : open);
  const [from, setFrom] = useState<LocalDate>(() => fortnightOf(now.date, shown));
  const loads = useQuery(store.queries.loads(from, addLocalDays(from, DAYS_SHOWN - 1)));
  const shownLoads = useQuery(store.queries.loads(shown, shown));
  const load = shownLoads.state === 'ready' ? (shownLoads.answer.get(shown) ?? null) : null;

  const pickDay = (date: LocalDate) =>
    edit((last) => ({ ...last, date, questions: last.questions.filter((one) => one.path !== 'pickup.date') }));
  const pickSlot = (start: LocalTime) => {
    edit((last) => ({
      ...last,
      date: shown,
      start,
      end: null,
      precision: 'exact',
      questions: last.questions.filter((one) => !one.path.startsWith('pickup.')),
    }));
    onPicked();
  };
  return (
    <section className="no-part" id={PICKUP_ID} aria-labelledby={titleId}>
      <Days
        titleId={titleId}
        from={from}
        loads={loads.state === 'ready' ? loads.answer : null}
        shown={shown}
        isPicked={draft.date !== null}
        onTurn={(days) => setFrom((last) => addLocalDays(last, days))}
        onPick={pickDay}
      />
      <Found path="pickup.date" />
      <DayNotes day={shown} load={load} />
      <Slots day={shown} load={load} picked={draft.date === shown ? draft.start : null} onPick={pickSlot} />
      <OtherTime
        onDay={(date) => {
          pickDay(date);
          setFrom(fortnightOf(now.date, date));
        }}
        onTime={(values) => set({ ...values, date: draft.date ?? shown })}
      />
      <Found path="pickup.time" />
    </section>
  );
}

/** The fourteen days, counted from today, that hold `day`. */
function fortnightOf(today: LocalDate, day: LocalDate): LocalDate {
  return addLocalDays(today, Math.floor(daysBetween(today, day) / DAYS_SHOWN) * DAYS_SHOWN);
}

function Days({
  titleId,
  from,
  loads,
  shown,
  isPicked,
  onTurn,
  onPick,
}: {
  readonly titleId: string;
  readonly from: LocalDate;
  readonly loads: ReadonlyMap<LocalDate, DayLoad> | null;
  readonly shown: LocalDate;
  readonly isPicked: boolean;
  readonly onTurn: (days: number) => void;
  readonly onPick: (day: LocalDate) => void;
}) {
  const texts = useTexts(newOrderTexts);
  const language = useLanguage();
  const shop = useShop();
  const today = useNow().date;
  const days = Array.from({ length: DAYS_SHOWN }, (_, ahead) => addLocalDays(from, ahead));
  return (
    <div className="no-days">
      <div className="no-days-head">
        <h2 id={titleId}>{texts.when}</h2>
        <button type="button" className="small" aria-label={texts.earlierDays} onClick={() => onTurn(-DAYS_SHOWN)}>
          ‹
        </button>
        <span aria-live="polite">{monthTitle(from, language)}</span>
        <button type="button" className="small" aria-label={texts.laterDays} onClick={() => onTurn(DAYS_SHOWN)}>
          ›
        </button>
      </div>
      <ul className="no-days-grid">
        {days.map((day) => {
          const load = loads?.get(day) ?? null;
          const isClosed = hoursOn(shop, day) === null;
          const isFull = shop.dayPlaces !== null && (load?.orders ?? 0) >= shop.dayPlaces;
          const note = isClosed
            ? texts.closedShort
            : isFull
              ? texts.fullShort
              : load === null || load.orders === 0
                ? ' '
                : texts.ordersShort(load.orders);
          return (
            <li key={day}>
              <button
                type="button"
                className={`no-day${isClosed ? ' no-day-closed' : ''}${day === shown && !isPicked ? ' no-day-shown' : ''}`}
                aria-pressed={day === shown && isPicked}
                aria-label={[dayTitle(day, language), note.trim()].filter((part) => part !== '').join(', ')}
                onClick={() => onPick(day)}
              >
                <small>{day === today ? texts.todayShort : weekdayText(day, language)}</small>
                <b>{Number(day.slice(8))}</b>
                <small>{note}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function DayNotes({ day, load }: { readonly day: LocalDate; readonly load: DayLoad | null }) {
  const texts = useTexts(newOrderTexts);
  const language = useLanguage();
  const shop = useShop();
  const today = useNow().date;
  const { draft } = useOrderForm();
  const special = shop.specialDays.get(day);
  const notes: string[] = [];
  if (draft.date !== null && day < today) notes.push(texts.dayIsPast);
  else if (draft.date !== null && isShortNotice(shop, today, day)) notes.push(texts.shortNotice(shop.leadDays));
  if (hoursOn(shop, day) === null) notes.push(texts.dayClosed(special?.note ?? ''));
  else if (special?.note) notes.push(special.note);
  if (shop.dayPlaces !== null && (load?.orders ?? 0) >= shop.dayPlaces)
    notes.push(texts.dayFull(load?.orders ?? 0, shop.dayPlaces));
  const slot = slotGrid(shop, day, load).find((one) => one.start === draft.start);
  if (draft.date === day && slot !== undefined && slot.left <= 0) notes.push(texts.slotFull(slot.start, slot.taken));
  return (
    <>
      <h3 className="no-shown-day">{dayTitle(day, language)}</h3>
      <div aria-live="polite" className="no-day-notes">
        {notes.map((note) => (
          <p key={note} className="no-warning">
            {note}
          </p>
        ))}
      </div>
    </>
  );
}

function Slots({
  day,
  load,
  picked,
  onPick,
}: {
  readonly day: LocalDate;
  readonly load: DayLoad | null;
  readonly picked: LocalTime | null;
  readonly onPick: (start: LocalTime) => void;
}) {
  const texts = useTexts(newOrderTexts);
  const shop = useShop();
  const slots = slotGrid(shop, day, load);
  if (slots.length === 0) return null;
  return (
    <ul className="no-slots" aria-label={texts.slots}>
      {slots.map(({ start, left }) => (
        <li key={start}>
          <button
            type="button"
            className={left <= 0 ? 'no-slot no-slot-full' : 'no-slot'}
            aria-pressed={picked === start}
            onClick={() => onPick(start)}
          >
            <b>{start}</b>
            <small>{left <= 0 ? texts.fullShort : texts.placesLeft(left)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

const PRECISIONS: readonly TimePrecision[] = ['exact', 'about', 'from', 'until'];

function OtherTime({
  onDay,
  onTime,
}: {
  readonly onDay: (day: LocalDate) => void;
  readonly onTime: (values: {
    readonly start: LocalTime | null;
    readonly end: LocalTime | null;
    readonly precision: TimePrecision;
  }) => void;
}) {
  const { draft } = useOrderForm();
  const texts = useTexts(newOrderTexts);
  const words = useTexts(baseTexts);
  const ids = [useId(), useId(), useId()] as const;
  const [isBadDay, setBadDay] = useState(false);
  const time = draft.precision === 'until' ? draft.end : draft.start;
  const change = (value: LocalTime | null, end: LocalTime | null, precision: TimePrecision) =>
    onTime(
      precision === 'until'
        ? { start: null, end: value, precision }
        : { start: value, end: precision === 'from' ? null : end, precision },
    );
  const range = draft.precision === 'until' ? null : draft.end;
  return (
    <details className="no-more" open={draft.precision !== 'exact' || draft.end !== null || undefined}>
      <summary>{texts.otherTime}</summary>
      <div className="no-more-body">
        <div className="no-field">
          <label htmlFor={ids[0]}>{texts.calendar}</label>
          <input
            id={ids[0]}
            type="date"
            value={draft.date ?? ''}
            aria-invalid={isBadDay || undefined}
            onChange={(event) => {
              const day = parseLocalDate(event.target.value);
              setBadDay(event.target.validity.badInput);
              if (day !== null) onDay(day);
            }}
            onBlur={(event) => setBadDay(event.target.validity.badInput)}
          />
          <div aria-live="polite">{isBadDay ? <p className="field-problem">{texts.noSuchDay}</p> : null}</div>
        </div>
        <div className="no-pair">
          <div className="no-field">
            <label htmlFor={ids[1]}>{texts.time}</label>
            <input
              id={ids[1]}
              type="time"
              value={time ?? ''}
              onChange={(event) => change(parseLocalTime(event.target.value), range, draft.precision)}
            />
          </div>
          {draft.precision === 'exact' || draft.precision === 'about' ? (
            <div className="no-field">
              <label htmlFor={ids[2]}>{texts.timeEnd}</label>
              <input
                id={ids[2]}
                type="time"
                value={range ?? ''}
                onChange={(event) => change(time, parseLocalTime(event.target.value), draft.precision)}
              />
            </div>
          ) : null}
        </div>
        <Choice
          label={texts.precision}
          options={PRECISIONS.map((value) => ({
            value,
            text: {
              exact: texts.exactly,
              about: words.timeAbout(''),
              from: words.timeFrom(''),
              until: words.timeUntil(''),
            }[value].trim(),
          }))}
          value={draft.precision}
          onChange={(precision) => change(time, range, precision ?? 'exact')}
        />
      </div>
    </details>
  );
}
