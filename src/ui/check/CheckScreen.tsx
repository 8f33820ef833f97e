// 확인 필요: every order and setting that somebody has to look at, by reason, each with the one tap that most often settles it.
// Law: a line leads to its order; nothing is settled but by the person's tap, and each tap can be taken back.
import { Fragment, useRef } from 'react';
import { Link } from 'wouter';
import type { OrderRow } from '../../domain/order-row.ts';
import { addLocalDays, type LocalMoment } from '../../domain/time.ts';
import { CHECK_KINDS, type CheckKind } from '../../domain/to-check.ts';
import { latenessOf, moneyDue } from '../../domain/today-list.ts';
import { editOrder } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, timeText } from '../base/format.ts';
import { useNow, useShop, useStore } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { fieldTexts } from '../order/field.texts.ts';
import { doubtText, doubtTexts } from '../today/doubt.texts.ts';
import { rowToFlow } from '../today/OrderCard.tsx';
import { cakeWords, dueWords, latenessWords, pickupTimeWords } from '../today/order-words.ts';
import { StatusPill } from '../today/StatusPill.tsx';
import { type StatusFlow, useStatusFlow } from '../today/status-flow.tsx';
import { todayTexts } from '../today/today.texts.ts';
import { checkTexts } from './check.texts.ts';
import { ShopDisputes } from './ShopDisputes.tsx';
import { useToCheck } from './use-to-check.ts';
import './check.css';

const MOST_SHOWN = 500;

export function CheckScreen() {
  const texts = useTexts(checkTexts);
  const base = useTexts(baseTexts);
  const found = useToCheck({ delayMs: 0 });
  const flow = useStatusFlow();
  const title = useRef<HTMLHeadingElement>(null);
  const count = found?.count ?? 0;
  // Settings stand beside the orders that were edited differently.
  const settings =
    found === null || found.disputes.length === 0 ? null : (
      <ShopDisputes
        document={found.settings}
        disputes={found.disputes}
        onSettled={() => title.current?.focus({ preventScroll: true })}
      />
    );
  return (
    <div className="screen">
      <div className="screen-head">
        <h1 ref={title} tabIndex={-1}>
          {texts.title}
        </h1>
        <p className="check-lead" aria-live="polite">
          {count === 0 ? '' : texts.lead(count)}
        </p>
      </div>
      <div className="screen-body">
        {found === null ? (
          <p className="empty">{base.reading}</p>
        ) : count === 0 ? (
          <div className="empty check-well">
            <svg viewBox="0 0 64 64" aria-hidden="true" fill="none" strokeWidth="4" strokeLinecap="round">
              <circle cx="32" cy="32" r="27" />
              <path d="M20 33l8 8 16-17" strokeLinejoin="round" />
            </svg>
            <h2>{texts.allWell}</h2>
            <p>{texts.allWellWhy}</p>
          </div>
        ) : (
          <>
            {/* Every kind keeps its place, so that what is being typed in one outlives the coming of another. */}
            {CHECK_KINDS.map((kind) => (
              <Fragment key={kind}>
                {found.orders[kind].length > 0 ? <Section kind={kind} rows={found.orders[kind]} flow={flow} /> : null}
                {kind === 'conflict' ? settings : null}
              </Fragment>
            ))}
          </>
        )}
      </div>
      {flow.dialog}
    </div>
  );
}

function Section({
  kind,
  rows,
  flow,
}: {
  readonly kind: CheckKind;
  readonly rows: readonly OrderRow[];
  readonly flow: StatusFlow;
}) {
  const texts = useTexts(checkTexts);
  return (
    <section className="check-kind" aria-labelledby={`check-${kind}`}>
      <h2 id={`check-${kind}`}>
        {texts[`kind.${kind}`]} <span className="check-kind-count">{texts.count(rows.length)}</span>
      </h2>
      <p className="check-why">{texts[`why.${kind}`]}</p>
      <ul>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <CheckLine key={row.eid} kind={kind} row={row} flow={flow} />
        ))}
      </ul>
      {rows.length >= MOST_SHOWN ? <p className="check-why">{texts.more}</p> : null}
    </section>
  );
}

interface LineProps {
  readonly kind: CheckKind;
  readonly row: OrderRow;
  readonly flow: StatusFlow;
}

function CheckLine({ kind, row, flow }: LineProps) {
  const texts = useTexts(checkTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const name = row.name === '' ? base.nameUnknown : row.name;
  const when = [row.day === '' ? texts.noDay : dayTitle(row.day, language), pickupTimeWords(row, base)];
  const cakes = row.items.map((item) => cakeWords(item)).filter((words) => words !== '');
  return (
    <li className="check-line">
      <Link href={`/order/${row.eid}`} className="check-order">
        <span className="check-who">
          <b>{name}</b> <span>{row.tail ?? ''}</span>
          <span className="check-number">{row.number}</span>
        </span>
        <StatusPill status={row.status} />
        <span className="check-when">{when.filter((part) => part !== null).join(' ')}</span>
        {cakes.length === 0 ? null : <span className="check-cakes">{cakes.join(' / ')}</span>}
      </Link>
      <Reason kind={kind} row={row} />
      <div className="check-actions">
        <LineActions kind={kind} row={row} name={name} flow={flow} />
      </div>
    </li>
  );
}

function Reason({ kind, row }: { readonly kind: CheckKind; readonly row: OrderRow }) {
  const base = useTexts(baseTexts);
  const today = useTexts(todayTexts);
  const doubts = useTexts(doubtTexts);
  const texts = useTexts(checkTexts);
  const language = useLanguage();
  const shop = useShop();
  const now: LocalMoment = useNow();
  if (kind === 'conflict') return <ConflictReason row={row} />;
  if (kind === 'doubt') return <p className="todo">{row.doubts.map((code) => doubtText(code, doubts)).join(' · ')}</p>;
  if (kind === 'lacking')
    return <p className="todo">{row.lacking.map((what) => base[`lacking.${what}`]).join(' · ')}</p>;
  if (kind === 'uncollected') {
    const late = latenessOf(row, now);
    return late === null ? null : <p className="todo">{latenessWords(late, today)}</p>;
  }
  const due = dueWords(moneyDue(row, now), {
    texts: today,
    language,
    currency: row.currency ?? shop.currency,
    today: now.date,
  });
  const until =
    row.depositDue === null
      ? ''
      : ` · ${texts.dueWas(`${dayTitle(row.depositDue.date, language)} ${timeText(row.depositDue.time)}`)}`;
  return due === null ? null : (
    <p className="todo">
      {due.label} {due.amount}
      {until}
    </p>
  );
}

/** Which fields disagree is known by the whole order only; there are never many of these lines. */
function ConflictReason({ row }: { readonly row: OrderRow }) {
  const texts = useTexts(checkTexts);
  const fields = useTexts(fieldTexts);
  const document = useAnswer(useStore().queries.order(row.eid));
  if (document == null) return null;
  const isDeletedButEdited = document.conflicts.some(({ eid, field }) => eid === row.eid && field === 'deleted');
  const names = [
    ...new Set(
      document.conflicts
        .filter(({ field }) => field !== 'deleted')
        .flatMap(({ field }) => (field in fields ? [fields[field as keyof typeof fields]] : [])), // looked up just before
    ),
  ];
  return (
    <>
      {isDeletedButEdited ? <p className="todo">{texts.deletedButEdited}</p> : null}
      {names.length === 0 ? null : <p className="todo">{texts.conflictFields(names.join(', '))}</p>}
    </>
  );
}

function LineActions({ kind, row, name, flow }: LineProps & { readonly name: string }) {
  const texts = useTexts(checkTexts);
  const language = useLanguage();
  const today = useNow().date;
  const { act } = useActions();
  const order = rowToFlow(row);
  const waitOneMoreDay = () => {
    const was = row.depositDue;
    if (was === null) return;
    const next = { date: addLocalDays(today, 1), time: was.time };
    void act(
      { edits: [editOrder(row.eid, { depositDue: next }, { was: { depositDue: was } })] },
      {
        message: texts.oneMoreDayDone(name, `${dayTitle(next.date, language)} ${timeText(next.time)}`),
        undo: { edits: [editOrder(row.eid, { depositDue: was }, { was: { depositDue: next } })] },
      },
    );
  };
  const button = (label: string, onClick: () => void) => (
    <button type="button" className="small" aria-label={texts.actionFor(label, name)} onClick={onClick}>
      {label}
    </button>
  );
  if (kind === 'uncollected') {
    return (
      <>
        {button(texts.handedOver, () => flow.moveTo(order, 'handed-over'))}
        {button(texts.noShow, () => flow.moveTo(order, 'no-show'))}
      </>
    );
  }
  if (kind === 'deposit') {
    return (
      <>
        {button(texts.depositSeen, () => flow.advance(order))}
        {button(texts.oneMoreDay, waitOneMoreDay)}
        {button(texts.cancel, () => flow.moveTo(order, 'cancelled'))}
      </>
    );
  }
  const label = kind === 'lacking' ? texts.fill : texts.settle;
  return (
    <Link
      href={kind === 'lacking' ? `/order/${row.eid}/edit` : `/order/${row.eid}`}
      className="button small"
      aria-label={texts.actionFor(label, name)}
    >
      {label}
    </Link>
  );
}
