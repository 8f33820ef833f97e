// The pad is loaded only on tablets that have a lock.
import { lazy, Suspense } from 'react';
import type { AppLock } from './app-lock.ts';

const LockScreen = lazy(async () => ({ default: (await import('./LockScreen.tsx')).LockScreen }));

export function LockLater({ lock, now }: { readonly lock: AppLock; readonly now: () => number }) {
  return (
    <Suspense fallback={null}>
      <LockScreen lock={lock} now={now} />
    </Suspense>
  );
}
