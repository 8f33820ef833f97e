// One order of the day at a glance: who, when, each cake with its picture and words, what is due, where it stands.
// Law: what needs the eye stands out (allergy, lateness, what lacks); what is in order is quiet.
import './order-card.css';
import { memo } from 'react';
import { Link } from 'wouter';
import type { ItemRow, OrderRow } from '../../domain/order-row.ts';
import { nextStatus } from '../../domain/status.ts';
import type { LocalMoment } from '../../domain/time.ts';
import { latenessOf, moneyDue } from '../../domain/today-list.ts';
import { baseTexts } from '../base/base.texts.ts';
import { Icon } from '../base/icons.tsx';
import { useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { Photo } from '../photos/Photo.tsx';
import { doubtText, doubtTexts } from './doubt.texts.ts';
import { cakeWords, candleWords, dueWords, latenessWords, packagingWords, pickupTimeWords } from './order-words.ts';
import { StatusPill } from './StatusPill.tsx';
import type { FlowOrder, StatusFlow } from './status-flow.tsx';
import { todayTexts } from './today.texts.ts';

export function rowToFlow(row: OrderRow): FlowOrder {
  return { eid: row.eid, name: row.name, status: row.status, cakes: row.items };
}

export interface OrderCardProps {
  readonly row: OrderRow;
  /** What the shop's clock shows, for lateness and deadlines. */
  readonly now: LocalMoment;
  /** Where a tap leads: the order beside the list, or its own screen. */
  readonly href: string;
  /** A tap only changes what stands beside the list: it is no step to go back from. */
  readonly isBeside: boolean;
  readonly isChosen: boolean;
  readonly flow: StatusFlow;
}

export const OrderCard = memo(OrderCardShown, (a, b) => {
  const isSameFlow = a.row === b.row && a.href === b.href && a.isBeside === b.isBeside && a.isChosen === b.isChosen;
  return isSameFlow && a.now.date === b.now.date && a.now.time === b.now.time && a.flow === b.flow;
});

function OrderCardShown({ row, now, href, isBeside, isChosen, flow }: OrderCardProps) {
  const { shop, isConfirmed } = useWorld();
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const doubts = useTexts(doubtTexts);
  const language = useLanguage();
  const late = latenessOf(row, now);
  const due = dueWords(moneyDue(row, now), {
    texts,
    language,
    currency: row.currency ?? shop.currency,
    today: now.date,
  });
  const made = row.items.filter((item) => item.made).length;
  const name = row.name === '' ? base.nameUnknown : row.name;
  const next = nextStatus(row.status);
  const time = pickupTimeWords(row, base);
  const isPlainTime = row.precision === 'exact' && (row.end === null || row.end === row.start);
  const tags = [
    ...(row.method === 'pickup' ? [] : [base[`method.${row.method}`]]),
    ...(isPlainTime || time === null ? [] : [time]),
    ...(row.collector === '' ? [] : [texts.collector(row.collector)]),
    ...packagingWords(row.packaging, shop.menu, base),
  ];
  // A question about what is missing says the same as that it is missing.
  const todo = [
    ...row.lacking.map((lacking) => base[`lacking.${lacking}`]),
    ...(row.lacking.includes('phone') && row.payer !== '' ? [texts.payer(row.payer)] : []),
    ...row.doubts
      .filter((code) => !row.lacking.some((lacking) => code === `${lacking}_missing`))
      .map((code) => doubtText(code, doubts)),
  ];
  const isDone = !row.flags.includes('open');
  return (
    <article
      className={`today-card status-${row.status} ${isDone ? 'today-card-done' : ''} ${isChosen ? 'today-card-chosen' : ''}`}
      aria-label={`${name}${time === null ? '' : ` ${time}`}`}
    >
      <div className="today-card-head">
        <Link
          href={href}
          replace={isBeside}
          className="today-open"
          aria-current={isChosen ? 'true' : undefined}
          data-order={row.eid}
        >
          <b className="today-who">{name}</b> <span className="today-tail">{row.tail ?? base['lacking.phone']}</span>
        </Link>
        <span className="gap" />
        {late === null ? null : <span className="today-late">{latenessWords(late, texts)}</span>}
        {due === null ? null : (
          <span className={due.isLate ? 'today-late' : 'today-due'}>
            {due.label} {due.amount === null ? null : <b>{due.amount}</b>}
          </span>
        )}
        {row.items.length > 1 && made > 0 ? (
          <span className="today-due today-part">{texts.made(made, row.items.length)}</span>
        ) : null}
        <span className="today-break" />
        <button
          type="button"
          className="today-pill-button quiet"
          disabled={!isConfirmed}
          aria-haspopup="dialog"
          aria-label={texts.changeStatus(base[`status.${row.status}`])}
          onClick={() => flow.choose(rowToFlow(row))}
        >
          <StatusPill status={row.status} />
        </button>
        {next === null ? null : (
          <button
            type="button"
            className="small today-next"
            disabled={!isConfirmed}
            aria-label={texts.nextFor(texts[`next.${row.status as 'making'}`], name)}
            onClick={() => flow.advance(rowToFlow(row))}
          >
            {texts[`next.${row.status as 'making'}`]}
          </button>
        )}
      </div>
      {row.items.length === 0 ? <p className="today-what">{texts.cakeUnknown}</p> : null}
      <ul className="today-items">
        {row.items.map((item, index) => (
          <CakeLine
            key={item.eid}
            item={item}
            word={row.items.length > 1 ? texts.cake(index + 1) : texts.cakeAlone}
            canTick={isConfirmed && (row.flags.includes('open') || item.made) && row.status !== 'handed-over'}
            tags={index === 0 ? tags : []}
            isOpen={!isDone}
            onTick={() => flow.tick(rowToFlow(row), item.eid, !item.made)}
          />
        ))}
      </ul>
      {row.conflicts > 0 ? <p className="todo today-todo">⇄ {texts.conflict(row.conflicts)}</p> : null}
      {todo.length > 0 ? <p className="todo today-todo">{todo.join(' · ')}</p> : null}
    </article>
  );
}

function CakeLine({
  item,
  word,
  canTick,
  tags,
  isOpen,
  onTick,
}: {
  readonly item: ItemRow;
  readonly word: string;
  readonly canTick: boolean;
  readonly tags: readonly string[];
  readonly isOpen: boolean;
  readonly onTick: () => void;
}) {
  const texts = useTexts(todayTexts);
  const base = useTexts(baseTexts);
  const allTags = [...candleWords(item.candles, base), ...tags];
  const what = cakeWords(item);
  return (
    <li>
      {item.photo === null ? (
        <span className="photo photo-none today-no-photo" aria-hidden="true">
          <Icon name="picture" />
        </span>
      ) : (
        <Photo sha={item.photo} alt={item.photoRole === 'agreed' ? texts.agreedPicture : texts.referencePicture} />
      )}
      <div className="today-cake">
        <div>
          {item.allergy === '' ? null : (
            <p className="allergy today-allergy">
              <b aria-hidden="true">!</b> <span className="visually-hidden">{base.allergy}: </span>
              {item.allergy}
            </p>
          )}
          <p className="today-what">
            {what === '' ? texts.cakeUnknown : what}
            {item.quantity > 1 ? <b> {texts.quantity(item.quantity)}</b> : null}
          </p>
          {item.lettering === '' && item.boardLettering === '' ? null : (
            <p className="today-lettering">
              {item.lettering}
              {item.boardLettering === '' ? null : (
                <span className="today-board">
                  <small>{base.board}</small>
                  {item.boardLettering}
                </span>
              )}
            </p>
          )}
          {allTags.length === 0 ? null : (
            <p className="today-tags">
              {allTags.map((tag) => (
                <span className="tag" key={tag}>
                  {tag}
                </span>
              ))}
            </p>
          )}
        </div>
        {isOpen || item.made ? (
          <button
            type="button"
            className="today-tick quiet"
            disabled={!canTick}
            aria-pressed={item.made}
            aria-label={texts.tick(word)}
            onClick={onTick}
          >
            <span aria-hidden="true">{item.made ? '✓' : ''}</span>
          </button>
        ) : null}
      </div>
    </li>
  );
}
