// The small parts of which the order form is made: a labelled line, a choice from the menu, an answer with 없음.
// Law: every control has a name; what was found in a message shows its words, what is doubtful asks beside the field.
import { type ReactNode, useId } from 'react';
import type { Alternative, DraftAnswer, NewOrderDraft } from '../../domain/new-order.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, spokenTime } from '../base/format.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { doubtText, doubtTexts } from '../today/doubt.texts.ts';
import { formPartTexts } from './fields.texts.ts';
import { useOrderForm } from './form-context.ts';
import { questionText, questionTexts } from './question.texts.ts';

export interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Path for evidence and questions. */
  readonly path?: string;
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'tel' | 'numeric' | 'decimal';
  readonly autoComplete?: string;
  /** What is odd about the value; it is said, not refused. */
  readonly problem?: string | null;
  readonly hint?: ReactNode;
  readonly rows?: number;
  readonly name?: string;
}

/** One labelled line of text, or several with `rows`. */
export function Line({ label, value, onChange, path, problem = null, hint, rows, ...input }: LineProps) {
  const id = useId();
  const noteId = useId();
  const shared = {
    id,
    value,
    'aria-describedby': noteId,
    'aria-invalid': problem !== null || undefined,
    autoComplete: 'off',
    ...input,
  };
  return (
    <div className="no-field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input type="text" {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea rows={rows} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
      <div id={noteId} className="no-notes">
        {problem === null ? null : <p className="field-problem">{problem}</p>}
        {hint === undefined ? null : <p className="hint">{hint}</p>}
      </div>
      {path === undefined ? null : <Found path={path} />}
    </div>
  );
}

/** Buttons of which one is pressed; pressing it again lets go where `canClear`. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  path,
  canClear = false,
  children,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly path?: string;
  readonly canClear?: boolean;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className="no-field" aria-labelledby={id}>
      <span className="label" id={id}>
        {label}
      </span>
      <div className="no-chips">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="no-chip"
            aria-pressed={option.value === value}
            onClick={() => onChange(canClear && option.value === value ? null : option.value)}
          >
            {option.text}
          </button>
        ))}
        {children}
      </div>
      {path === undefined ? null : <Found path={path} />}
    </fieldset>
  );
}

/** Words from the menu by one tap, or any others typed. */
export function MenuChoice({
  label,
  names,
  value,
  onChange,
  path,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly path: string;
}) {
  const texts = useTexts(formPartTexts);
  const isOther = value !== '' && !names.includes(value);
  return (
    <Choice
      label={label}
      options={names.map((name) => ({ value: name, text: name }))}
      value={value}
      onChange={(name) => onChange(name ?? '')}
      path={path}
      canClear
    >
      <input
        type="text"
        className={isOther ? 'no-other chosen' : 'no-other'}
        aria-label={texts.otherWords(label)}
        placeholder={texts.typeOther}
        autoComplete="off"
        value={isOther ? value : ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </Choice>
  );
}

/** Words to the letter, or 없음 as an answer of its own; blank stays a question. */
export function AnswerField({
  label,
  noneLabel,
  value,
  onChange,
  path,
  rows,
  inputId,
}: {
  readonly label: string;
  /** `문구 없음`: what the button says. */
  readonly noneLabel: string;
  readonly value: DraftAnswer;
  readonly onChange: (value: DraftAnswer) => void;
  readonly path: string;
  readonly rows: number;
  readonly inputId?: string;
}) {
  const ownId = useId();
  const id = inputId ?? ownId;
  return (
    <div className="no-field">
      <div className="no-label-row">
        <label htmlFor={id}>{label}</label>
        <button
          type="button"
          className="no-chip no-none"
          aria-pressed={value.none}
          onClick={() => onChange({ ...value, none: !value.none })}
        >
          {noneLabel}
        </button>
      </div>
      {value.none ? null : (
        <textarea
          id={id}
          className="no-words"
          rows={rows}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={value.text}
          onChange={(event) => onChange({ none: false, text: event.target.value })}
        />
      )}
      <Found path={path} />
    </div>
  );
}

/** A count with − and ＋ beside it; '' is not said. */
export function Stepper({
  label,
  value,
  onChange,
  lowest,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lowest: number;
}) {
  const id = useId();
  const texts = useTexts(formPartTexts);
  const count = Number(value || 0);
  const step = (by: number) => {
    const next = Math.max(lowest, count + by);
    onChange(next === 0 ? '' : String(next));
  };
  return (
    <div className="no-field no-step">
      <label htmlFor={id}>{label}</label>
      <div className="no-stepper">
        <button type="button" aria-label={texts.fewer(label)} disabled={count <= lowest} onClick={() => step(-1)}>
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 3))}
        />
        <button type="button" aria-label={texts.more(label)} onClick={() => step(1)}>
          ＋
        </button>
      </div>
    </div>
  );
}

/** The words in the message that a value came from, and the questions about it. */
export function Found({ path }: { readonly path: string }) {
  const { draft, questionsOn, pointed, point, edit } = useOrderForm();
  const texts = useTexts(formPartTexts);
  const standing = useStanding(path);
  const evidence = draft.message?.evidence[path];
  const questions = questionsOn(path);
  if (evidence === undefined && questions.length === 0) return null;
  const answer = (code: string, change: (draft: NewOrderDraft) => NewOrderDraft) =>
    edit((last) => ({
      ...change(last),
      questions: last.questions.filter((one) => !(one.path === path && one.code === code)),
    }));
  return (
    <>
      {evidence === undefined ? null : (
        <button
          type="button"
          className="no-evidence"
          aria-pressed={pointed === path}
          onClick={() => point(pointed === path ? '' : path)}
        >
          <span className="visually-hidden">{texts.foundIn}</span>
          {texts.quoted(evidence.raw)}
        </button>
      )}
      {questions.map((question) => (
        <div key={question.code} className="no-question">
          <p>
            <DoubtSentence code={question.code} raw={question.raw} />
          </p>
          <div className="no-chips">
            {question.alternatives.map((alternative) => (
              <button
                key={JSON.stringify(alternative)}
                type="button"
                className="no-chip"
                onClick={() => answer(question.code, (last) => takeAlternative(last, path, alternative))}
              >
                <AlternativeText alternative={alternative} />
              </button>
            ))}
            {standing === null ? null : (
              <button type="button" className="no-chip" onClick={() => answer(question.code, (last) => last)}>
                {standing}
              </button>
            )}
          </div>
        </div>
      ))}
    </>
  );
}

/** What the button says that leaves a doubtful value as it stands; null while there is nothing to leave. */
function useStanding(path: string): string | null {
  const { draft } = useOrderForm();
  const texts = useTexts(formPartTexts);
  const language = useLanguage();
  if (path === 'pickup.date') return draft.date === null ? null : texts.right(dayTitle(draft.date, language));
  if (path === 'pickup.time') {
    const time = draft.start ?? draft.end;
    return time === null ? null : texts.right(spokenTime(time, language));
  }
  if (path === 'price') return texts.menuPriceInstead;
  return texts.asItStands;
}

/** The customer's words, what is not clear about them, and the question. */
export function DoubtSentence({ code, raw }: { readonly code: string; readonly raw: string | null }) {
  const sentence = doubtText(code, useTexts(doubtTexts));
  return questionText({ code, raw: raw ?? '', sentence }, useTexts(questionTexts));
}

function AlternativeText({ alternative }: { readonly alternative: Alternative }) {
  const language = useLanguage();
  const words = useTexts(baseTexts);
  if (alternative.kind === 'date') return dayTitle(alternative.date, language);
  if (alternative.kind === 'text') return alternative.text;
  const { start, end, precision } = alternative;
  const time = start ?? end;
  if (time === null) return words.timeUnknown;
  const spoken = spokenTime(time, language);
  if (precision === 'about') return words.timeAbout(spoken);
  if (precision === 'from') return words.timeFrom(spoken);
  if (precision === 'until') return words.timeUntil(spoken);
  return end === null || start === null ? spoken : `${spoken} – ${spokenTime(end, language)}`;
}

/** Puts another meaning of a doubtful value into the draft. */
function takeAlternative(draft: NewOrderDraft, path: string, alternative: Alternative): NewOrderDraft {
  if (alternative.kind === 'date') return { ...draft, date: alternative.date };
  if (alternative.kind === 'time') {
    const { start, end, precision } = alternative;
    return { ...draft, start, end, precision };
  }
  const [first = '', field] = path.split(' ');
  const { text } = alternative;
  if (field === undefined) return { ...draft, [first]: text };
  return {
    ...draft,
    items: draft.items.map((item) => {
      if (item.eid !== first) return item;
      const old = (item as unknown as Readonly<Record<string, unknown>>)[field]; // a path names a field of a cake
      return { ...item, [field]: typeof old === 'string' ? text : { none: false, text } };
    }),
  };
}
