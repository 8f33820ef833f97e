// Being built.
import type { LocalDate } from '../../domain/time.ts';

export function TodayScreen({ day }: { readonly day: LocalDate }) {
  return <h1>{day}</h1>;
}
