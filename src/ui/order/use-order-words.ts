// All the words that the parts of one order's screen need, at once.
import type { Order } from '../../domain/order.ts';
import { baseTexts } from '../base/base.texts.ts';
import { disputeTexts } from '../base/dispute.texts.ts';
import { useShop } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { doubtTexts } from '../today/doubt.texts.ts';
import { todayTexts } from '../today/today.texts.ts';
import { fieldTexts } from './field.texts.ts';
import type { FieldWords } from './field-words.ts';
import { orderTexts } from './order.texts.ts';

export function useOrderWords(order: Order): FieldWords {
  const today = useTexts(todayTexts);
  return {
    texts: useTexts(orderTexts),
    disputes: useTexts(disputeTexts),
    base: useTexts(baseTexts),
    fields: useTexts(fieldTexts),
    doubts: useTexts(doubtTexts),
    language: useLanguage(),
    shop: useShop(),
    order,
    cake: today.cake,
  };
}
