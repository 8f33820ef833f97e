// The reader's door: a customer's message becomes a draft of an order with evidence, doubts and questions.
// Law: pure; never throws, whatever the text; rules are numbered in docs/rules-intake.md.
import type { MessageReading, OrderDraft, ReadContext } from './message-reading.ts';

export const EMPTY_DRAFT: OrderDraft = {
  customerName: null,
  phone: null,
  pickupDate: null,
  pickupTime: null,
  items: [],
  candles: null,
  packaging: { coolerBag: null, shoppingBag: null },
  depositor: null,
  collector: null,
  allergy: null,
  notes: [],
  fulfilment: null,
  price: null,
};

/** Reads one pasted message (or a pasted piece of a chat) as it was meant at `context.now`. */
export function readMessage(text: string, _context: ReadContext): MessageReading {
  const kind = 'not-an-order';
  return { kind, draft: EMPTY_DRAFT, flags: ['not_an_order'], leftover: [{ start: 0, end: text.length }], refusal: null };
}
