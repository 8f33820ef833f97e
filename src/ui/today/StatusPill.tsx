// The status of an order: its colour, its sign and its word, always together.
import type { OrderStatus } from '../../domain/status.ts';
import { baseTexts } from '../base/base.texts.ts';
import { useTexts } from '../base/texts.ts';
import { STATUS_SIGN } from './order-words.ts';

export function StatusPill({ status }: { readonly status: OrderStatus }) {
  const texts = useTexts(baseTexts);
  return (
    <span className={`pill status-${status}`}>
      <span aria-hidden="true">{STATUS_SIGN[status]}</span>
      {texts[`status.${status}`]}
    </span>
  );
}
