// A month to pick a day from: how many pickups each day has, which days the shop is closed.
// Law: one day is in the tab order; arrows, Page Up and Page Down, Home and End move as in any calendar.
import './day-calendar.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { hoursOn } from '../../domain/shop.ts';
import type { LocalDate } from '../../domain/time.ts';
import { addLocalDays, daysOfMonth, localDate, weekdayOf } from '../../domain/time.ts';
import { baseTexts } from '../base/base.texts.ts';
import { Dialog } from '../base/Dialog.tsx';
import { dayTitleLong, monthTitle } from '../base/format.ts';
import { useNow, useShop, useStore } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useQuery } from '../base/use-query.ts';
import { todayTexts } from './today.texts.ts';

export interface DayCalendarProps {
  readonly day: LocalDate;
  readonly onPick: (day: LocalDate) => void;
  readonly onClose: () => void;
}

const firstOf = (day: LocalDate) => localDate(`${day.slice(0, 7)}-01`);
/** The same day of another month, or its last day where that month is shorter. */
function sameDayIn(month: LocalDate, day: LocalDate): LocalDate {
  const days = daysOfMonth(month);
  return days[Math.min(days.length, Number(day.slice(8))) - 1] ?? month;
}

export function DayCalendar({ day, onPick, onClose }: DayCalendarProps) {
  const store = useStore();
  const shop = useShop();
  const today = useNow().date;
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const [at, setAt] = useState(day);
  const grid = useRef<HTMLDivElement>(null);
  const month = firstOf(at);
  const days = daysOfMonth(month);
  const { answer: loads } = useQuery(store.queries.loads(month, days.at(-1) ?? month));
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day
  useEffect(() => {
    if (moved.current || grid.current?.contains(document.activeElement) !== true)
      grid.current?.querySelector<HTMLButtonElement>('button[tabindex="0"]')?.focus();
  }, [at]);
  const previous = addLocalDays(month, -1);
  const next = addLocalDays(days.at(-1) ?? month, 1);
  const move = (event: KeyboardEvent) => {
    const target = {
      ArrowLeft: addLocalDays(at, -1),
      ArrowRight: addLocalDays(at, 1),
      ArrowUp: addLocalDays(at, -7),
      ArrowDown: addLocalDays(at, 7),
      Home: addLocalDays(at, -weekdayOf(at)),
      End: addLocalDays(at, 6 - weekdayOf(at)),
      PageUp: sameDayIn(firstOf(previous), at),
      PageDown: sameDayIn(next, at),
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moved.current = true;
    setAt(target);
  };
  const turn = (to: LocalDate) => {
    moved.current = false;
    setAt(to);
  };
  const weekdays = Array.from({ length: 7 }, (_, index) => addLocalDays(localDate('2023-01-01'), index)); // a Sunday
  const weekdayName = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Dialog
      title={texts.calendarTitle}
      onClose={onClose}
      actions={
        <button type="button" onClick={() => onPick(today)}>
          {texts.toToday}
        </button>
      }
    >
      <div className="today-month">
        <button
          type="button"
          className="sq"
          aria-label={texts.previousMonth}
          onClick={() => turn(sameDayIn(firstOf(previous), at))}
        >
          ‹
        </button>
        <h3 aria-live="polite">{monthTitle(month, language)}</h3>
        <button type="button" className="sq" aria-label={texts.nextMonth} onClick={() => turn(sameDayIn(next, at))}>
          ›
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the days inside */}
      <div className="today-grid" ref={grid} onKeyDown={move}>
        {weekdays.map((weekday) => (
          <span key={weekday} className="today-weekday" aria-hidden="true">
            {weekdayName.format(new Date(`${weekday}T12:00:00Z`))}
          </span>
        ))}
        {days.map((date, index) => {
          const load = loads?.get(date);
          const orders = load?.orders ?? 0;
          const isClosed = hoursOn(shop, date) === null;
          const isFull = shop.dayPlaces !== null && orders >= shop.dayPlaces;
          return (
            <button
              key={date}
              type="button"
              style={index === 0 ? { gridColumnStart: weekdayOf(date) + 1 } : undefined}
              className={`quiet today-date ${date === day ? 'chosen' : ''} ${isClosed ? 'today-date-closed' : ''}`}
              tabIndex={date === at ? 0 : -1}
              aria-current={date === today ? 'date' : undefined}
              aria-pressed={date === day}
              aria-label={[
                texts.calendarDay(dayTitleLong(date, language), orders),
                ...(isClosed ? [texts.closedDay] : []),
                ...(isFull ? [texts.calendarFull] : []),
              ].join(', ')}
              onClick={() => onPick(date)}
            >
              <span className="today-date-number">{Number(date.slice(8))}</span>
              <small>
                {isClosed && orders === 0
                  ? texts.closedDay
                  : orders === 0
                    ? ' '
                    : isFull
                      ? `${orders} ${texts.calendarFull}`
                      : orders}
              </small>
            </button>
          );
        })}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {loads === undefined ? base.reading : ''}
      </p>
    </Dialog>
  );
}
