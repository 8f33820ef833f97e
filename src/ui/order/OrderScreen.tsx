// One order on a screen of its own.
import { Link } from 'wouter';
import type { Eid } from '../../domain/order.ts';
import type { OrderDocument } from '../../store/shop-store.ts';
import { baseTexts } from '../base/base.texts.ts';
import { useNow, useStore } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { OrderView } from './OrderView.tsx';
import { orderTexts } from './order.texts.ts';

export function OrderScreen({ eid }: { readonly eid: Eid }) {
  const document = useAnswer(useStore().queries.order(eid));
  const texts = useTexts(orderTexts);
  const base = useTexts(baseTexts);
  if (document === undefined) return <p className="empty">{base.reading}</p>;
  if (document === null)
    return (
      <div className="empty" role="alert">
        <h1>{texts.gone}</h1>
        <p>{texts.goneHint}</p>
        <Link className="button" href="/find">
          {base.find}
        </Link>
      </div>
    );
  return <OrderView document={document} place="screen" before={<Back document={document} />} />;
}

/** To the day of the order; what stood there is found again, whichever way the order was reached. */
function Back({ document }: { readonly document: OrderDocument }) {
  const base = useTexts(baseTexts);
  const today = useNow().date;
  const day = document.order.pickup?.date ?? null;
  return (
    <Link
      className="button small quiet order-back"
      href={day === null || day === today ? '/' : `/day/${day}`}
      onClick={(event) => {
        if (window.history.length < 2) return;
        event.preventDefault();
        window.history.back();
      }}
    >
      ‹ {base.back}
    </Link>
  );
}
