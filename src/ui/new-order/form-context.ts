// What every part of the order form has at hand: the draft, the one way to change it, and where its values were found.
// Law: parts change the draft by a function of the newest one, so that two quick taps never lose each other.
import { createContext, use } from 'react';
import type { DraftItem, NewOrderDraft, Question } from '../../domain/new-order.ts';
import type { DraftPrices } from '../../domain/new-order-fields.ts';
import type { Eid } from '../../domain/order.ts';

export interface OrderForm {
  readonly draft: NewOrderDraft;
  readonly prices: DraftPrices;
  readonly isEditing: boolean;
  readonly edit: (change: (draft: NewOrderDraft) => NewOrderDraft) => void;
  readonly set: (values: Partial<NewOrderDraft>) => void;
  readonly setItem: (eid: Eid, values: Partial<Omit<DraftItem, 'eid'>>) => void;
  /** Open questions about a field (`fieldPath`). */
  readonly questionsOn: (path: string) => readonly Question[];
  /** The field whose words are shown in the message; '' for none. */
  readonly pointed: string;
  readonly point: (path: string) => void;
}
export const OrderFormContext = createContext<OrderForm | null>(null);

/** @throws Error outside the form. */
export function useOrderForm(): OrderForm {
  const form = use(OrderFormContext);
  if (form === null) throw new Error('no order form here');
  return form;
}
