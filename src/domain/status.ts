// The ladder an order climbs, and what one button may do next.
// Law: forward steps may meet and the furthest wins; a step back, a cancel or a no-show never loses to one in silence.

export const FORWARD_STATUSES = ['awaiting-deposit', 'confirmed', 'making', 'ready', 'handed-over'] as const;
export const OUTCOME_STATUSES = ['cancelled', 'no-show'] as const;
export type OrderStatus = (typeof FORWARD_STATUSES)[number] | (typeof OUTCOME_STATUSES)[number];
export const ORDER_STATUSES: readonly OrderStatus[] = [...FORWARD_STATUSES, ...OUTCOME_STATUSES];

/** The status that the one button moves to; null at the end of the ladder. */
export function nextStatus(status: OrderStatus): OrderStatus | null {
  const rank = (FORWARD_STATUSES as readonly string[]).indexOf(status);
  return rank < 0 ? null : (FORWARD_STATUSES[rank + 1] ?? null);
}

/** The order is still to be made or handed over. */
export function isOpen(status: OrderStatus): boolean {
  return status !== 'handed-over' && status !== 'cancelled' && status !== 'no-show';
}

/** The order takes a place in the day's capacity: everything that was not called off. */
export function holdsPlace(status: OrderStatus): boolean {
  return status !== 'cancelled';
}
