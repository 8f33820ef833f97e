// The head of a day: which day, the way to others, to print and to new orders; what the day comes to.
import { Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LocalDate } from '../../domain/time.ts';
import { addLocalDays } from '../../domain/time.ts';
import type { DaySummary } from '../../domain/today-list.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, dayTitleYear, moneyText } from '../base/format.ts';
import { Icon } from '../base/icons.tsx';
import { later } from '../base/later.ts';
import { useNow, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { todayTexts } from './today.texts.ts';

const DayCalendar = later(async () => (await import('./DayCalendar.tsx')).DayCalendar);

export interface DayHeaderProps {
  readonly day: LocalDate;
  readonly summary: DaySummary;
  readonly undated: number;
  readonly onUndated: () => void;
}

export function DayHeader({ day, summary, undated, onUndated }: DayHeaderProps) {
  const { isConfirmed } = useWorld();
  const today = useNow().date;
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [isPicking, setPicking] = useState(false);
  const hrefOf = (date: LocalDate) => (date === today ? '/' : `/day/${date}`);
  const title = day.slice(0, 4) === today.slice(0, 4) ? dayTitle(day, language) : dayTitleYear(day, language);
  const facts: [word: string, value: string][] = [
    [texts.pickups, String(summary.pickups)],
    [texts.toMake, String(summary.toMake)],
    [texts.ready, String(summary.ready)],
  ];
  if (summary.handedOver > 0) facts.push([texts.handedOver, String(summary.handedOver)]);
  for (const { currency, minor } of summary.receivable)
    facts.push([texts.receivable, moneyText(minor, currency, language)]);
  for (const { currency, minor } of summary.awaited)
    facts.push([base['status.awaiting-deposit'], moneyText(minor, currency, language)]);
  if (summary.unpriced > 0) facts.push([texts.unpriced, String(summary.unpriced)]);
  if (summary.noPhone > 0) facts.push([texts.noPhone, String(summary.noPhone)]);
  if (summary.noTime > 0) facts.push([texts.noTime, String(summary.noTime)]);
  return (
    <>
      <header className="screen-head today-head">
        <div className="today-days">
          <Link className="button sq" href={hrefOf(addLocalDays(day, -1))} aria-label={texts.previousDay}>
            ‹
          </Link>
          <h1>
            <button
              type="button"
              className="quiet today-pick"
              aria-haspopup="dialog"
              aria-label={texts.pickDay(title)}
              onClick={() => setPicking(true)}
            >
              {title}
              <span className="today-caret" aria-hidden="true">
                ▾
              </span>
            </button>
          </h1>
          <Link className="button sq" href={hrefOf(addLocalDays(day, 1))} aria-label={texts.nextDay}>
            ›
          </Link>
          {day === today ? null : (
            <Link className="button small today-back" href="/">
              {texts.toToday}
            </Link>
          )}
        </div>
        <span className="gap" />
        <div className="today-doors">
          <Link className="button today-print" href={`/print/${day}`} aria-label={texts.print}>
            <Icon name="print" />
          </Link>
          <Link className="button" href="/paste">
            {texts.paste}
          </Link>
          <Link className="button primary" href={`/new?day=${day}`}>
            ＋ {base.newOrder}
          </Link>
        </div>
      </header>
      <section className="today-sum" aria-label={texts.summary}>
        {summary.late > 0 ? (
          <span className="today-late">
            {texts.late} <b>{summary.late}</b>
          </span>
        ) : null}
        {facts.map(([word, value]) => (
          <span key={word}>
            {word} <b>{value}</b>
          </span>
        ))}
        {undated > 0 ? (
          <button type="button" className="today-undated" onClick={onUndated}>
            {texts.undated} <b>{undated}</b>
          </button>
        ) : null}
        {isConfirmed ? null : <span role="status">{texts.unconfirmed}</span>}
      </section>
      {isPicking ? (
        <Suspense fallback={null}>
          <DayCalendar
            day={day}
            onClose={() => setPicking(false)}
            onPick={(date) => {
              setPicking(false);
              navigate(hrefOf(date));
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
