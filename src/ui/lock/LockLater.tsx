// The pad is loaded only on tablets that have a lock.
import { Suspense } from 'react';
import { later } from '../base/later.ts';
import type { AppLock } from './app-lock.ts';

const LockScreen = later(async () => (await import('./LockScreen.tsx')).LockScreen);

export function LockLater({ lock, now }: { readonly lock: AppLock; readonly now: () => number }) {
  return (
    <Suspense fallback={null}>
      <LockScreen lock={lock} now={now} />
    </Suspense>
  );
}
