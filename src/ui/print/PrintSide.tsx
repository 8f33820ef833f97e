// Beside the paper: which days, on which paper, what is on it, and what became of the last try to print or send.
// Law: it offers only what this browser can do.
import { useLocation } from 'wouter';
import { addLocalDays, type LocalDate, parseLocalDate } from '../../domain/time.ts';
import { dayTitle } from '../base/format.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { canBeOneStrip } from './paper-sheets.ts';
import { printTexts } from './print.texts.ts';
import type { PrintOptions } from './print-options.ts';

/** What became of the last try to print or send. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'cannot' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'file-ready'; readonly file: File }
  | { readonly kind: 'file-saved'; readonly name: string }
  | { readonly kind: 'file-failed' };

export function Days({
  from,
  to,
  today,
}: {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
}) {
  const texts = useTexts(printTexts);
  const language = useLanguage();
  const [, navigate] = useLocation();
  const open = (first: LocalDate, last: LocalDate) =>
    navigate(first === last ? `/print/${first}` : `/print/${first}/${last}`, { replace: true });
  const tomorrow = addLocalDays(today, 1);
  return (
    <fieldset className="print-group">
      <legend className="label">{texts.days}</legend>
      <div className="print-step">
        <button
          type="button"
          className="sq"
          aria-label={texts.earlier}
          onClick={() => open(addLocalDays(from, -1), addLocalDays(to, -1))}
        >
          ‹
        </button>
        <b aria-live="polite">
          {from === to ? dayTitle(from, language) : `${dayTitle(from, language)} – ${dayTitle(to, language)}`}
        </b>
        <button
          type="button"
          className="sq"
          aria-label={texts.later}
          onClick={() => open(addLocalDays(from, 1), addLocalDays(to, 1))}
        >
          ›
        </button>
      </div>
      <div className="print-buttons">
        <button
          type="button"
          className="small"
          aria-pressed={from === today && to === today}
          onClick={() => open(today, today)}
        >
          {texts.today}
        </button>
        <button
          type="button"
          className="small"
          aria-pressed={from === tomorrow && to === tomorrow}
          onClick={() => open(tomorrow, tomorrow)}
        >
          {texts.tomorrow}
        </button>
      </div>
      <div className="print-range">
        <label>
          {texts.from}
          <input
            type="date"
            value={from}
            onChange={(event) => {
              const day = parseLocalDate(event.target.value);
              if (day !== null) open(day, day > to || from === to ? day : to);
            }}
          />
        </label>
        <label>
          {texts.to}
          <input
            type="date"
            value={to}
            min={from}
            onChange={(event) => {
              const day = parseLocalDate(event.target.value);
              if (day !== null) open(from < day ? from : day, day);
            }}
          />
        </label>
      </div>
    </fieldset>
  );
}

export function Options({
  options,
  onChange,
}: {
  readonly options: PrintOptions;
  readonly onChange: (next: PrintOptions) => void;
}) {
  const texts = useTexts(printTexts);
  return (
    <>
      <fieldset className="print-group">
        <legend className="label">{texts.paper}</legend>
        <div className="print-buttons">
          {(['a4', 'roll'] as const).map((layout) => (
            <button
              key={layout}
              type="button"
              aria-pressed={options.layout === layout}
              onClick={() => onChange({ ...options, layout })}
            >
              {texts[layout]}
            </button>
          ))}
        </div>
        {options.layout === 'roll' && canBeOneStrip(navigator) ? (
          <>
            <label className="print-check">
              <input
                type="checkbox"
                checked={options.strip}
                aria-describedby="print-strip-hint"
                onChange={(event) => onChange({ ...options, strip: event.target.checked })}
              />
              {texts.strip}
            </label>
            <p className="hint" id="print-strip-hint">
              {texts.stripHint}
            </p>
          </>
        ) : null}
      </fieldset>
      <fieldset className="print-group">
        <legend className="label">{texts.show}</legend>
        <label className="print-check">
          <input
            type="checkbox"
            checked={options.photos}
            onChange={(event) => onChange({ ...options, photos: event.target.checked })}
          />
          {texts.photos}
        </label>
        <label className="print-check">
          <input
            type="checkbox"
            checked={options.phones}
            aria-describedby="print-phones-hint"
            onChange={(event) => onChange({ ...options, phones: event.target.checked })}
          />
          {texts.phones}
        </label>
        <p className="hint" id="print-phones-hint">
          {texts.phonesHint}
        </p>
      </fieldset>
    </>
  );
}

export function Outcomes({ outcome, onSend }: { readonly outcome: Outcome; readonly onSend: (file: File) => void }) {
  const texts = useTexts(printTexts);
  return (
    <div aria-live="polite">
      {outcome.kind === 'printed' ? <p className="hint">{texts.printAgain}</p> : null}
      {outcome.kind === 'unread' ? <p className="todo">{texts.readFailed}</p> : null}
      {outcome.kind === 'cannot' ? <p className="todo">{texts.cannotPrint}</p> : null}
      {outcome.kind === 'file-saved' ? <p className="hint">{texts.fileSaved(outcome.name)}</p> : null}
      {outcome.kind === 'file-failed' ? <p className="todo">{texts.fileFailed}</p> : null}
      {outcome.kind === 'file-ready' ? (
        <div className="print-ready">
          <p>{texts.fileReady(outcome.file.name)}</p>
          <button type="button" className="primary" onClick={() => onSend(outcome.file)}>
            {texts.sendNow}
          </button>
        </div>
      ) : null}
    </div>
  );
}
