// First run is loaded only where it is needed: once in the life of a tablet.
import { Suspense } from 'react';
import { later } from '../ui/base/later.ts';
import type { FirstRunDoor } from '../ui/first-run/first-run-door.ts';

const FirstRunScreen = later(async () => (await import('../ui/first-run/FirstRunScreen.tsx')).FirstRunScreen);

export function FirstRunLater({ door }: { readonly door: FirstRunDoor }) {
  return (
    <Suspense fallback={null}>
      <FirstRunScreen door={door} />
    </Suspense>
  );
}
