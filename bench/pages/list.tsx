// The same small React screen for every contender: a field to type in and the orders it shows.
import { useEffect, useLayoutEffect, useState } from 'react';
import type { Contender, ListedOrder } from '../contender.ts';

export function OrderList({ orders }: { readonly orders: readonly ListedOrder[] }) {
  return (
    <ul>
      {orders.map((order) => (
        <li key={order.eid} data-bench-row={order.eid}>
          <b>{order.sort}</b> {order.name} <i>{order.status}</i>
          <p>{order.lettering}</p>
        </li>
      ))}
    </ul>
  );
}

/** Today's list, kept up to date, and what was searched. */
export function Screen({
  contender,
  today,
  onShown,
}: {
  readonly contender: Contender;
  readonly today: string;
  readonly onShown: () => void;
}) {
  const [orders, setOrders] = useState<readonly ListedOrder[]>([]);
  const [found, setFound] = useState<readonly ListedOrder[]>([]);
  useEffect(() => contender.watch(today, setOrders), [contender, today]);
  useLayoutEffect(() => {
    onShown();
  }, [orders, found]);
  return (
    <main>
      <input
        aria-label="search"
        onChange={(event) => void contender.search(event.target.value, setFound).then(setFound)}
      />
      <section id="found">
        <OrderList orders={found} />
      </section>
      <section id="today">
        <OrderList orders={orders} />
      </section>
    </main>
  );
}
