// Being built.
import type { Eid } from '../../domain/order.ts';
export function CancelDialog({ eid, onClose }: { readonly eid: Eid; readonly onClose: () => void }) {
  return (
    <button type="button" onClick={onClose}>
      {eid}
    </button>
  );
}
