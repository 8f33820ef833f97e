// The chosen order beside the day's list. A deleted one is gone from the list, and so from here.
import type { Eid } from '../../domain/order.ts';
import { baseTexts } from '../base/base.texts.ts';
import { useStore } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { OrderView } from './OrderView.tsx';

export function OrderAside({ eid }: { readonly eid: Eid }) {
  const document = useAnswer(useStore().queries.order(eid));
  const base = useTexts(baseTexts);
  if (document == null) return <p className="empty">{document === undefined ? base.reading : base.blank}</p>;
  return <OrderView document={document} place="aside" />;
}
