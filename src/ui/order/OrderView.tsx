// One order, whole: on its own screen and beside the day's list.
// Law: everything the book knows of the order can be reached from here, and everything that may happen to it be done.
import './order.css';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { nextStatus } from '../../domain/status.ts';
import { latenessOf } from '../../domain/today-list.ts';
import { editOrder } from '../../store/change.ts';
import type { OrderDocument } from '../../store/shop-store.ts';
import { useActions } from '../base/action-bar.tsx';
import { dayTitle, instantText } from '../base/format.ts';
import { useNow, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { latenessWords, pickupTimeWords } from '../today/order-words.ts';
import { StatusPill } from '../today/StatusPill.tsx';
import { type StatusFlow, useStatusFlow } from '../today/status-flow.tsx';
import { todayTexts } from '../today/today.texts.ts';
import { type FieldWords, packagingAnswers } from './field-words.ts';
import { Fact, OrderCakes } from './OrderCakes.tsx';
import { ContactButtons, PhoneNumber } from './OrderContact.tsx';
import { OrderHistory } from './OrderHistory.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { OrderPictures } from './OrderPictures.tsx';
import { OrderTrouble } from './OrderTrouble.tsx';
import { rowOfOrder } from './order-flow.ts';
import { RedactDialog } from './RedactDialog.tsx';
import { useOrderWords } from './use-order-words.ts';

export interface OrderViewProps {
  readonly document: OrderDocument;
  /** On its own screen the order's name is the page's title. */
  readonly place: 'screen' | 'aside';
  /** Stands before the title: the way back. */
  readonly before?: ReactNode;
}

export function OrderView({ document, place, before }: OrderViewProps) {
  const { order } = document;
  const { store, isConfirmed } = useWorld();
  const words = useOrderWords(order);
  const { texts, base, language, shop } = words;
  const now = useNow();
  const today = useTexts(todayTexts);
  const flow = useStatusFlow();
  const unsent = useAnswer(store.queries.outbox());
  const Title = place === 'screen' ? 'h1' : 'h2';
  const Heading = place === 'screen' ? 'h2' : 'h3';
  const name = order.name || base.nameUnknown;
  const pickup = order.pickup;
  const time = pickup === null ? null : pickupTimeWords(pickup, base);
  const method = base[`method.${order.fulfilment?.method ?? 'pickup'}`];
  const late =
    pickup?.date == null
      ? null
      : latenessOf(
          { status: order.status, day: pickup.date, start: pickup.start, end: pickup.end, precision: pickup.precision },
          now,
        );
  const next = nextStatus(order.status);
  const packaging = packagingAnswers(order.packaging ?? {}, words);
  return (
    <div className={`order order-${place}`}>
      <div className="order-scroll">
        <div className="order-columns">
          <div className="order-column">
            {before}
            {place === 'aside' ? <OrderPictures order={order} /> : null}
            <header className="order-title">
              <Title>
                {name}
                <span>
                  {pickup?.date == null
                    ? base.dateUnknown
                    : pickup.date === now.date && place === 'aside'
                      ? ''
                      : dayTitle(pickup.date, language)}{' '}
                  {texts.at(time ?? base.timeUnknown, method)}
                </span>
              </Title>
              <p className="order-marks">
                <StatusPill status={order.status} />
                <span className="tag">{order.number}</span>
                {late === null ? null : <span className="today-late">{latenessWords(late, today)}</span>}
                {(unsent?.transactions ?? 0) > 0 ? <span className="tag">{base.onlyHere}</span> : null}
              </p>
            </header>
            <OrderTrouble document={document} words={words} heading={Heading} />
            {place === 'screen' ? <OrderPictures order={order} /> : null}
            <OrderCakes order={order} words={words} heading={Heading} flow={flow} />
          </div>
          <div className="order-column">
            <section aria-labelledby="order-contact">
              <Heading id="order-contact">{texts.contact}</Heading>
              <PhoneNumber phone={order.phone} words={words} />
              <dl className="order-facts">
                {order.payer !== null && order.payer !== '' ? <Fact word={texts.payer}>{order.payer}</Fact> : null}
                <Fact word={texts.collector}>
                  {order.collector === null ? (
                    texts.sameAsOrderer
                  ) : (
                    <>
                      {order.collector.name}{' '}
                      {order.collector.phone === null ? null : (
                        <PhoneNumber phone={order.collector.phone} words={words} />
                      )}
                    </>
                  )}
                </Fact>
              </dl>
            </section>
            <section aria-labelledby="order-details">
              <Heading id="order-details">{texts.details}</Heading>
              <dl className="order-facts">
                <Fact word={texts.fulfilment}>{method}</Fact>
                {order.fulfilment?.address ? <Fact word={texts.address}>{order.fulfilment.address}</Fact> : null}
                <Fact word={texts.packaging}>
                  {packaging.length === 0 ? <span className="order-quiet">{base.blank}</span> : packaging.join(', ')}
                </Fact>
                {order.memo ? (
                  <Fact word={texts.memo}>
                    <span className="order-pre">{order.memo}</span>
                  </Fact>
                ) : null}
                <Fact word={texts.channel}>
                  {[
                    order.channel === null ? base.blank : base[`channel.${order.channel}`],
                    order.createdAt === null ? '' : instantText(order.createdAt, shop.zone, language),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Fact>
                {order.language === null || order.language === shop.language ? null : (
                  <Fact word={words.fields.language}>{texts[`language.${order.language}`]}</Fact>
                )}
                {order.readBack === null ? null : (
                  <Fact word={texts.readBack}>{order.readBack ? texts.yes : texts.no}</Fact>
                )}
              </dl>
            </section>
            <section aria-labelledby="order-money">
              <Heading id="order-money">{texts.money}</Heading>
              <OrderMoney order={order} words={words} />
            </section>
            {order.originals.some(({ source }) => source !== null) ? (
              <details className="order-fold">
                <summary>
                  <Heading>{texts.original}</Heading>
                </summary>
                {order.originals.map(({ eid, source }) =>
                  source === null ? null : (
                    <blockquote key={eid} className="order-original">
                      <small>{texts.originalAt(instantText(source.at, shop.zone, language))}</small>
                      {source.text}
                    </blockquote>
                  ),
                )}
              </details>
            ) : null}
            <History document={document} words={words} Heading={Heading} />
            <MoreActions document={document} words={words} Heading={Heading} flow={flow} />
          </div>
        </div>
      </div>
      <footer className="order-act">
        {next === null || order.deleted === true ? null : (
          <button
            type="button"
            className="primary"
            disabled={!isConfirmed}
            onClick={() => flow.advance(rowOfOrder(order))}
          >
            {today[`next.${order.status as 'making'}`]}
          </button>
        )}
        <ContactButtons order={order} words={words} />
      </footer>
      {flow.dialog}
    </div>
  );
}

function History({
  document,
  words,
  Heading,
}: {
  readonly document: OrderDocument;
  readonly words: FieldWords;
  readonly Heading: 'h2' | 'h3';
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="order-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Heading>{words.texts.history}</Heading>
      </summary>
      {isOpen ? <OrderHistory eid={document.order.eid} words={words} /> : null}
    </details>
  );
}

function MoreActions({
  document,
  words,
  Heading,
  flow,
}: {
  readonly document: OrderDocument;
  readonly words: FieldWords;
  readonly Heading: 'h2' | 'h3';
  readonly flow: StatusFlow;
}) {
  const { order } = document;
  const { texts, base } = words;
  const { act } = useActions();
  const [isRedacting, setRedacting] = useState(false);
  const name = order.name || base.nameUnknown;
  const path = `/order/${encodeURIComponent(order.eid)}`;
  const isCalledOff = order.status === 'cancelled' || order.status === 'no-show';
  return (
    <section aria-labelledby="order-more">
      <Heading id="order-more">{texts.more}</Heading>
      <div className="order-more">
        <Link className="button" href={`${path}/edit`}>
          {texts.edit}
        </Link>
        <button type="button" aria-haspopup="dialog" onClick={() => flow.choose(rowOfOrder(order))}>
          {texts.status}
        </button>
        <Link className="button" href={`/new?from=${encodeURIComponent(order.eid)}`}>
          {texts.again}
        </Link>
        {order.pickup?.date == null ? null : (
          <Link className="button" href={`/print/${order.pickup.date}`}>
            {texts.print}
          </Link>
        )}
        {isCalledOff ? null : (
          <>
            <button type="button" aria-haspopup="dialog" onClick={() => flow.moveTo(rowOfOrder(order), 'cancelled')}>
              {texts.cancelOrder}
            </button>
            <button type="button" onClick={() => flow.moveTo(rowOfOrder(order), 'no-show')}>
              {texts.noShow}
            </button>
          </>
        )}
        {order.deleted === true ? null : (
          <button
            type="button"
            className="danger"
            onClick={() =>
              void act(
                { edits: [editOrder(order.eid, { deleted: true }, { seen: document.seen })] },
                { message: texts.deleted(name), undo: { edits: [editOrder(order.eid, { deleted: false })] } },
              )
            }
          >
            {texts.deleteOrder}
          </button>
        )}
        <button type="button" className="danger" aria-haspopup="dialog" onClick={() => setRedacting(true)}>
          {texts.redact}
        </button>
      </div>
      {isRedacting ? <RedactDialog order={order} words={words} onClose={() => setRedacting(false)} /> : null}
    </section>
  );
}
