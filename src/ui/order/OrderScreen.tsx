// Being built.
import type { Eid } from '../../domain/order.ts';

export function OrderScreen({ eid }: { readonly eid: Eid }) {
  return <h1>{eid}</h1>;
}
