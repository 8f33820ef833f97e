// Finding an order while typing, over every order ever taken: one field, and below it what was found and why.
// Law: the field keeps the focus while typing; results never take it. What is not searched yet is said.
import './find.css';
import { type KeyboardEvent, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { readQuestion, type Token } from '../../domain/search-text.ts';
import type { SearchAnswer, SearchHit } from '../../store/search-service.ts';
import { monthTitle } from '../base/format.ts';
import { Icon } from '../base/icons.tsx';
import { useNow, useShop } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { findTexts } from './find.texts.ts';
import { HitRow } from './HitRow.tsx';
import { useSearch } from './use-search.ts';

/** Enough for any screen; the rest follows a moment later, so that no key waits for rows below the fold. */
const AT_ONCE = 14;

/** The question stays with its place in the history: coming back from an order finds the same list. */
function rememberedQuestion(): string {
  const state: unknown = history.state;
  const kept = state !== null && typeof state === 'object' && 'question' in state ? state.question : null;
  return typeof kept === 'string' ? kept : '';
}

export function FindScreen() {
  const texts = useTexts(findTexts);
  const [question, setQuestion] = useState(rememberedQuestion);
  const searched = useSearch(question);
  const { answer, state } = searched;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);

  const ask = (next: string) => {
    setQuestion(next);
    history.replaceState({ ...history.state, question: next }, '');
  };
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.hit') ?? [])];
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      links()[0]?.focus();
    } else if (event.key === 'Enter') {
      const first = answer?.hits[0];
      if (first !== undefined && searched.question === question.trim()) navigate(`/order/${first.row.eid}`);
    } else if (event.key === 'Escape') ask('');
  };
  const onListKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = links();
    const at = all.findIndex((link) => link.matches(':focus'));
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    if (next < 0) field.current?.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  };

  const isAsking = question.trim() !== '';
  return (
    <section className="screen find" aria-labelledby="find-title">
      <div className="screen-head">
        <h1 id="find-title">{texts.title}</h1>
        <search className="find-field">
          <Icon name="find" />
          <input
            ref={field}
            type="search"
            value={question}
            aria-label={texts.field}
            placeholder={texts.field}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
            onChange={(event) => ask(event.target.value)}
            onKeyDown={onFieldKey}
          />
          {question === '' ? null : (
            <button
              type="button"
              className="quiet sq"
              aria-label={texts.clear}
              onClick={() => {
                ask('');
                field.current?.focus();
              }}
            >
              ✕
            </button>
          )}
        </search>
        <p className="find-status" role="status">
          {state.phase === 'failed' ? texts.failed : null}
          {state.phase !== 'failed' && isAsking && answer !== null && answer.total !== null
            ? texts.count(answer.total)
            : null}
          {state.phase === 'building' && state.remaining > 0 ? (
            <span className="find-building">{texts.stillReading(state.remaining.toLocaleString())}</span>
          ) : null}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move the focus between the links inside */}
      <div className="screen-body" ref={list} onKeyDown={onListKey}>
        {!isAsking ? <Examples /> : null}
        {isAsking && answer !== null && answer.hits.length > 0 ? (
          <Results answer={answer} question={searched.question} />
        ) : null}
        {isAsking && answer !== null && answer.hits.length === 0 && state.phase === 'ready' ? (
          <div className="empty">
            <b>{texts.nothing(searched.question)}</b>
            <p>{texts.nothingHint}</p>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Examples() {
  const texts = useTexts(findTexts);
  const examples = [
    [texts.exampleTail, '5678'],
    [texts.exampleName, texts.exampleNameWords],
    [texts.exampleLettering, texts.exampleLetteringWords],
    [texts.examplePayer, texts.examplePayerWords],
    [texts.exampleNumber, 'A-142'],
  ] as const;
  return (
    <div className="find-examples">
      <h2>{texts.examples}</h2>
      <dl>
        {examples.map(([what, words]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{texts.keys}</p>
    </div>
  );
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly hits: readonly SearchHit[];
}

function Results({ answer, question }: { readonly answer: SearchAnswer; readonly question: string }) {
  const texts = useTexts(findTexts);
  const language = useLanguage();
  const today = useNow().date;
  const shop = useShop();
  const [isWhole, setIsWhole] = useState<SearchAnswer | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setIsWhole(answer)), 120);
    return () => clearTimeout(timer);
  }, [answer]);
  const tokens = useMemo<readonly Token[]>(() => readQuestion(question), [question]);
  const shown = isWhole === answer ? answer.hits : answer.hits.slice(0, AT_ONCE);
  const groups = useMemo(() => {
    const made: Group[] = [];
    const put = (key: string, title: string, hits: readonly SearchHit[]) => {
      if (hits.length > 0) made.push({ key, title, hits });
    };
    put(
      'upcoming',
      texts.upcoming,
      shown.filter(({ row }) => row.day !== '' && row.day >= today),
    );
    put(
      'undated',
      texts.undated,
      shown.filter(({ row }) => row.day === ''),
    );
    const past = new Map<string, SearchHit[]>();
    for (const hit of shown) {
      if (hit.row.day === '' || hit.row.day >= today) continue;
      const month = monthTitle(hit.row.day, language);
      const list = past.get(month);
      if (list === undefined) past.set(month, [hit]);
      else list.push(hit);
    }
    for (const [month, hits] of past) put(month, month, hits);
    return made;
  }, [shown, texts, today, language]);
  return (
    <div className="find-results">
      {groups.map((group) => (
        <section key={group.key} aria-label={group.title}>
          <h2>{group.title}</h2>
          <ul>
            {group.hits.map((hit) => (
              <li key={hit.row.eid}>
                <HitRow hit={hit} tokens={tokens} today={today} language={language} currency={shop.currency} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {answer.total !== null && answer.total > answer.hits.length ? (
        <p className="hint">{texts.first(answer.hits.length, answer.total)}</p>
      ) : null}
    </div>
  );
}
