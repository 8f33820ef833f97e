// Being built.
import type { Eid } from '../../domain/order.ts';
export function OrderAside({ eid }: { readonly eid: Eid }) {
  return <p>{eid}</p>;
}
