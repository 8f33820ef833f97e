// Being built.
import type { LocalDate } from '../../domain/time.ts';

export function PrintScreen({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }) {
  return <h1>{from + to}</h1>;
}
