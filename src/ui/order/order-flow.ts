// A whole order as the steps of its progress see it.
import type { Order } from '../../domain/order.ts';
import type { FlowOrder } from '../today/status-flow.tsx';

export function rowOfOrder(order: Order): FlowOrder {
  return {
    eid: order.eid,
    name: order.name ?? '',
    status: order.status,
    cakes: order.items.map((item) => ({ eid: item.eid, made: item.made === true })),
  };
}
