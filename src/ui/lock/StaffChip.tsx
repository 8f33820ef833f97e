// Who is working now, on the line above every screen: one tap shows the names, one more chooses.
import { useState } from 'react';
import { Dialog } from '../base/Dialog.tsx';
import { useShop } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { settingsTexts } from '../settings/settings.texts.ts';
import { useActor, WhoWorks } from './WhoWorks.tsx';

export function StaffChip({ label, nobody }: { readonly label: string; readonly nobody: string }) {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const [actor] = useActor();
  const [isOpen, setIsOpen] = useState(false);
  const name = shop.staff.find((member) => member.eid === actor)?.name ?? nobody;
  return (
    <>
      <button
        type="button"
        className="quiet small staff-chip"
        aria-label={`${label}: ${name}`}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {name} ▾
      </button>
      {isOpen ? (
        <Dialog title={texts.staffNow} onClose={() => setIsOpen(false)} variant="sheet">
          <WhoWorks onChosen={() => setIsOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}
