// The week's opening hours: days switched on and off, one pair of hours for all of them, or one for each.
// Law: every change is a whole week; a day that opens again gets the hours of its neighbours.
import { useState } from 'react';
import type { OpenHours, WeekHours } from '../../domain/shop.ts';
import { type LocalTime, localTime, minutesOf, timeOfMinutes, type Weekday } from '../../domain/time.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { fieldTexts } from './fields.texts.ts';
import { WEEK, weekdayName } from './weekday.ts';
import './fields.css';

const USUAL: OpenHours = { open: localTime('11:00'), close: localTime('20:00') };
const STEP_MINUTES = 15;
const QUARTERS = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, index) => timeOfMinutes(index * STEP_MINUTES));

/** The quarter hours of a day, and `chosen` among them if it lies between two. */
function timesWith(chosen: LocalTime): readonly LocalTime[] {
  return QUARTERS.includes(chosen) ? QUARTERS : [...QUARTERS, chosen].sort((a, b) => minutesOf(a) - minutesOf(b));
}

export function TimeSelect({
  label,
  isLabelShown = false,
  value,
  isWrong = false,
  onChange,
}: {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly value: LocalTime;
  readonly isWrong?: boolean;
  readonly onChange: (time: LocalTime) => void;
}) {
  return (
    <label className="hours-time">
      <span className={isLabelShown ? 'label' : 'visually-hidden'}>{label}</span>
      <select value={value} aria-invalid={isWrong} onChange={(event) => onChange(localTime(event.target.value))}>
        {timesWith(value).map((time) => (
          <option key={time} value={time}>
            {time}
          </option>
        ))}
      </select>
    </label>
  );
}

const sameHours = (a: OpenHours, b: OpenHours) => a.open === b.open && a.close === b.close;

export function HoursEditor({
  hours,
  onChange,
}: {
  readonly hours: WeekHours;
  readonly onChange: (hours: WeekHours) => void;
}) {
  const texts = useTexts(fieldTexts);
  const language = useLanguage();
  const open = hours.filter((day) => day !== null);
  const common = open[0] ?? USUAL;
  const differs = open.some((day) => !sameHours(day, common));
  const [isEachDay, setIsEachDay] = useState(differs);
  const showsEachDay = isEachDay || differs;
  const isWrong = open.some((day) => day.close <= day.open);

  const put = (weekday: Weekday, day: OpenHours | null) =>
    onChange(hours.map((old, index) => (index === weekday ? day : old)));
  const putAll = (day: OpenHours) => onChange(hours.map((old) => (old === null ? null : day)));
  const toggle = (weekday: Weekday) => put(weekday, hours[weekday] == null ? common : null);

  return (
    <div className="hours">
      {showsEachDay ? (
        <ul className="hours-days">
          {WEEK.map((weekday) => {
            const day = hours[weekday] ?? null;
            const name = weekdayName(weekday, language, 'long');
            return (
              <li key={weekday}>
                <button
                  type="button"
                  className="hours-day"
                  aria-pressed={day !== null}
                  aria-label={texts.openOn(name)}
                  onClick={() => toggle(weekday)}
                >
                  {weekdayName(weekday, language)}
                </button>
                {day === null ? (
                  <span className="hint">{texts.closedDay}</span>
                ) : (
                  <>
                    <TimeSelect
                      label={texts.opensOn(name)}
                      value={day.open}
                      onChange={(time) => put(weekday, { ...day, open: time })}
                    />
                    <span aria-hidden="true">–</span>
                    <TimeSelect
                      label={texts.closesOn(name)}
                      value={day.close}
                      isWrong={day.close <= day.open}
                      onChange={(time) => put(weekday, { ...day, close: time })}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <>
          <fieldset>
            <legend className="label">{texts.openDays}</legend>
            <div className="hours-week">
              {WEEK.map((weekday) => (
                <button
                  key={weekday}
                  type="button"
                  className="hours-day"
                  aria-pressed={hours[weekday] != null}
                  aria-label={weekdayName(weekday, language, 'long')}
                  onClick={() => toggle(weekday)}
                >
                  {weekdayName(weekday, language)}
                </button>
              ))}
            </div>
            <p className="hint">{texts.openDaysHint}</p>
          </fieldset>
          <div className="hours-common">
            <TimeSelect
              label={texts.opensAt}
              isLabelShown
              value={common.open}
              onChange={(time) => putAll({ ...common, open: time })}
            />
            <TimeSelect
              label={texts.closesAt}
              isLabelShown
              value={common.close}
              isWrong={isWrong}
              onChange={(time) => putAll({ ...common, close: time })}
            />
          </div>
        </>
      )}
      {isWrong ? (
        <p className="field-problem" role="alert">
          {texts.hoursProblem}
        </p>
      ) : null}
      <button
        type="button"
        className="quiet hours-mode"
        onClick={() => {
          if (showsEachDay) putAll(common);
          setIsEachDay(!showsEachDay);
        }}
      >
        {showsEachDay ? texts.sameEachDay : texts.eachDay}
      </button>
    </div>
  );
}
