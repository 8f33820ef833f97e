// Being built.
import type { Eid } from '../../domain/order.ts';

export function NewOrderScreen({ editing }: { readonly editing: Eid | null }) {
  return <h1>{editing}</h1>;
}
