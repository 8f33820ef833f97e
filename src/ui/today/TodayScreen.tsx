// A day: every pickup by time, what it still owes, and one order beside the list where there is room.
// Law: the list is the database's; which order is chosen stands in the address, so that it survives a reload.
import './today.css';
import { type KeyboardEvent, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { OrderRow } from '../../domain/order-row.ts';
import { hoursOn } from '../../domain/shop.ts';
import type { LocalDate } from '../../domain/time.ts';
import { firstOpenRow, listDay, rowsInOrder, summarizeDay } from '../../domain/today-list.ts';
import { baseTexts } from '../base/base.texts.ts';
import { timeText } from '../base/format.ts';
import { later } from '../base/later.ts';
import { useNow, useShop, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { DayHeader } from './DayHeader.tsx';
import { OrderCard } from './OrderCard.tsx';
import { useStatusFlow } from './status-flow.tsx';
import { todayTexts } from './today.texts.ts';

const asideCode = () => import('../order/OrderAside.tsx');
const OrderAside = later(async () => (await asideCode()).OrderAside);

/** Groups that are laid out at once behind the one where work begins: more than a screen holds. */
const SHOWN_GROUPS = 2;

/** There is room for an order beside the list: a tablet held flat. Same numbers as in today.css. */
const WIDE = '(min-width: 1100px) and (orientation: landscape)';
function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(WIDE).matches,
  );
}

export function TodayScreen({ day }: { readonly day: LocalDate }) {
  const { store, isConfirmed } = useWorld();
  const shop = useShop();
  const now = useNow();
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const rows = useAnswer(store.queries.day(day));
  const undated = useAnswer(store.queries.day('')) ?? [];
  const isWide = useIsWide();
  const [params] = useSearchParams();
  const [path, navigate] = useLocation();
  const flow = useStableFlow(useStatusFlow());
  const list = useMemo(() => listDay(rows ?? [], day, now), [rows, day, now]);
  const shown = useMemo(() => [...rowsInOrder(list), ...undated], [list, undated]);
  const asked = params.get('order');
  const proposed = useProposed(shown, firstOpenRow(list), day);
  const chosen = isWide ? (shown.find((row) => row.eid === asked) ?? proposed) : null;
  const openGroup = list.groups.findIndex((group) => group.rows.some((row) => row.eid === firstOpenRow(list)?.eid));
  const summary = summarizeDay(rows ?? [], now, shop.currency);
  const scroller = useRef<HTMLDivElement>(null);
  const [openFolds, setOpenFolds] = useState<ReadonlySet<string>>(new Set());

  const hrefOf = (row: OrderRow) =>
    isWide ? `${path}?order=${encodeURIComponent(row.eid)}` : `/order/${encodeURIComponent(row.eid)}`;

  useAsideCodeLater(isWide);
  useOpenAtWork(scroller, rows !== undefined, day, firstOpenRow(list)?.eid ?? null);

  const stepThrough = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[
      event.key
    ];
    const links = [...(scroller.current?.querySelectorAll<HTMLAnchorElement>('a[data-order]') ?? [])].filter(
      (link) => link.offsetParent !== null,
    );
    const at = links.indexOf(document.activeElement as HTMLAnchorElement); // whatever it is, it is only compared;
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const target = links[Math.max(0, Math.min(links.length - 1, at + step))];
    if (target === undefined) return;
    target.focus();
    target.closest('article')?.scrollIntoView({ block: 'nearest' });
    if (isWide) navigate(`${path}?order=${encodeURIComponent(target.dataset.order ?? '')}`, { replace: true });
  };

  const card = (row: OrderRow) => (
    <li key={row.eid}>
      <OrderCard
        row={row}
        now={now}
        href={hrefOf(row)}
        isBeside={isWide}
        isChosen={chosen?.eid === row.eid}
        flow={flow}
      />
    </li>
  );
  const fold = (key: string, title: string, folded: readonly OrderRow[], hint?: string) =>
    folded.length === 0 ? null : (
      <details
        className="today-fold"
        id={`today-${key}`}
        open={openFolds.has(key) || folded.some((row) => row.eid === asked)}
        onToggle={(event) => {
          const { open } = event.currentTarget;
          setOpenFolds((last) => {
            const next = new Set(last);
            if (open) next.add(key);
            else next.delete(key);
            return next;
          });
        }}
      >
        <summary>
          <h2>
            {title} <span>{texts.count(folded.length)}</span>
          </h2>
        </summary>
        {hint === undefined ? null : <p className="hint">{hint}</p>}
        <ul className="today-orders">{folded.map(card)}</ul>
      </details>
    );
  const openFold = (key: string) => {
    setOpenFolds((last) => new Set(last).add(key));
    requestAnimationFrame(() => document.getElementById(`today-${key}`)?.scrollIntoView({ block: 'start' }));
  };

  const nowLine = (
    <p className="today-now" key="now">
      <span>{texts.now(timeText(now.time))}</span>
    </p>
  );
  const isEmpty = rows !== undefined && rows.length === 0;
  const hasAside = isWide && !(isEmpty && shown.length === 0);
  return (
    <div className={isWide && !hasAside ? 'today today-alone' : 'today'}>
      <div className="screen today-main">
        <DayHeader day={day} summary={summary} undated={undated.length} onUndated={() => openFold('undated')} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside */}
        <div className="screen-body today-list" ref={scroller} onKeyDown={stepThrough}>
          {rows === undefined ? <p className="empty">{base.reading}</p> : null}
          {isEmpty ? (
            <div className="empty today-empty">
              <b>{day === now.date ? texts.emptyToday : texts.emptyDay}</b>
              {hoursOn(shop, day) === null ? <p>{texts.closedDay}</p> : null}
              <p>{texts.emptyHint}</p>
              <p className="today-empty-doors">
                <Link className="button" href="/paste">
                  {texts.paste}
                </Link>
                <Link className="button primary" href={`/new?day=${day}`}>
                  ＋ {base.newOrder}
                </Link>
              </p>
            </div>
          ) : null}
          {list.groups.map((group, index) => (
            <section
              key={group.time}
              aria-labelledby={`today-at-${group.time}`}
              className={!isConfirmed && index > openGroup + SHOWN_GROUPS ? 'today-later' : undefined}
            >
              {list.nowBefore === index ? nowLine : null}
              <h2 id={`today-at-${group.time}`}>
                {timeText(group.time)} <span>{texts.count(group.rows.length)}</span>
              </h2>
              <ul className="today-orders">{group.rows.map(card)}</ul>
            </section>
          ))}
          {list.groups.length > 0 && list.nowBefore === list.groups.length ? nowLine : null}
          {list.untimed.length === 0 ? null : (
            <section aria-labelledby="today-untimed">
              <h2 id="today-untimed">
                {texts.untimedTitle} <span>{texts.count(list.untimed.length)}</span>
              </h2>
              <ul className="today-orders">{list.untimed.map(card)}</ul>
            </section>
          )}
          {fold('called-off', texts.calledOffTitle, list.calledOff)}
          {fold('undated', texts.undatedTitle, undated, texts.undatedHint)}
        </div>
      </div>
      {hasAside ? (
        <aside
          className="today-aside"
          aria-label={chosen === null ? texts.selectHint : texts.selected(chosen.name || base.nameUnknown)}
        >
          {chosen === null ? <p className="empty">{texts.selectHint}</p> : null}
          {chosen !== null && !isConfirmed ? <p className="empty">{base.reading}</p> : null}
          {chosen === null || !isConfirmed ? null : (
            <Suspense fallback={<p className="empty">{base.reading}</p>}>
              <OrderAside key={chosen.eid} eid={chosen.eid} />
            </Suspense>
          )}
        </aside>
      ) : null}
      {flow.dialog}
    </div>
  );
}

/** Fetches the order beside the list once the list itself is painted: both at once would hold the list back. */
function useAsideCodeLater(isWide: boolean): void {
  useEffect(() => {
    if (!isWide) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => void asideCode().catch(() => undefined)); // asked again, and told, when it is shown
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isWide]);
}

/** The order beside the list while nobody has chosen one. It stays when it is handed over: undo and its money are there. */
function useProposed(shown: readonly OrderRow[], first: OrderRow | null, day: LocalDate): OrderRow | null {
  const last = useRef<{ readonly day: LocalDate; readonly eid: string } | null>(null);
  const kept = last.current?.day === day ? shown.find((row) => row.eid === last.current?.eid) : undefined;
  const proposed = kept ?? first ?? shown[0] ?? null;
  last.current = proposed === null ? null : { day, eid: proposed.eid };
  return proposed;
}

/** One object for all cards of the screen, so that a card is drawn again only when its own order changed. */
function useStableFlow(flow: ReturnType<typeof useStatusFlow>): ReturnType<typeof useStatusFlow> {
  const latest = useRef(flow);
  latest.current = flow;
  return useMemo(
    () => ({
      advance: (order) => latest.current.advance(order),
      choose: (order) => latest.current.choose(order),
      moveTo: (order, to) => latest.current.moveTo(order, to),
      tick: (order, cake, made) => latest.current.tick(order, cake, made),
      get dialog() {
        return latest.current.dialog;
      },
    }),
    [],
  );
}

/** A day opens where there is something to do: what was handed over in the morning is scrolled past. Once for each day. */
function useOpenAtWork(
  scroller: React.RefObject<HTMLDivElement | null>,
  isReady: boolean,
  day: LocalDate,
  first: string | null,
): void {
  const opened = useRef('');
  useEffect(() => {
    if (!isReady || opened.current === day) return;
    opened.current = day;
    const list = scroller.current;
    if (list === null) return;
    const chosen = list.querySelector('a[data-order][aria-current]');
    const link = chosen ?? (first === null ? null : list.querySelector(`a[data-order="${CSS.escape(first)}"]`));
    const section = link?.closest('section');
    if (section != null && section !== list.querySelector('section')) section.scrollIntoView({ block: 'start' });
    chosen?.closest('article')?.scrollIntoView({ block: 'nearest' });
  }, [scroller, isReady, day, first]);
}
