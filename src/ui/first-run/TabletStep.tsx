// First run, last step: the browser is asked to keep the orders, and how the app comes onto the home screen is shown.
// Law: what was not granted is said, with what follows from it.

import type { AppServices } from '../base/services.ts';
import { useTexts } from '../base/texts.ts';
import { InstallHelp } from '../settings/InstallHelp.tsx';
import { StorageKeeping } from '../settings/StorageKeeping.tsx';
import { firstRunTexts } from './first-run.texts.ts';

export function TabletStep({ services }: { readonly services: AppServices }) {
  const texts = useTexts(firstRunTexts);
  return (
    <>
      <p>{texts.tabletLead}</p>
      <StorageKeeping services={services} asksAtOnce />
      <InstallHelp services={services} />
    </>
  );
}
