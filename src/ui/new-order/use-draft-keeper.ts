// Keeps a half-typed form through reload, update and kill: every change goes to the local door shortly after the last key.
// Law: "kept" is said only after the database has answered; after the order is saved, no late write brings the draft back.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWorld } from '../base/shop-context.ts';
import type { DraftRecord } from './drafts.ts';
import { writeDraft } from './drafts.ts';

/** `waiting`: typed within the last moments. `failed`: the browser did not take it; the form stays on the screen. */
export type KeepState = 'untouched' | 'waiting' | 'kept' | 'failed';

/** Long enough not to write at every key, short enough that a kill costs a word at most. */
const PAUSE_MS = 300;

export interface DraftKeeper {
  readonly state: KeepState;
  readonly isStopped: boolean;
  /** Writes no more, and waits for the write under way: before a commit or a discard takes the draft away. */
  readonly stop: () => Promise<void>;
  /** Writes again: the commit failed. */
  readonly resume: () => void;
}

/** Keeps `record` under `key` while it is dirty. */
export function useDraftKeeper(key: string, record: DraftRecord, isDirty: boolean): DraftKeeper {
  const { store, services } = useWorld();
  const [state, setState] = useState<KeepState>('untouched');
  const [isStopped, setStopped] = useState(false);
  const work = useRef({
    record,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    writing: Promise.resolve() as Promise<void>,
    isPending: false,
    isStopped: false,
  });
  work.current.record = record;

  const write = useCallback(() => {
    const now = work.current;
    clearTimeout(now.timer);
    if (!now.isPending || now.isStopped) return;
    now.isPending = false;
    now.writing = now.writing
      .then(() => (now.isStopped ? undefined : store.drafts.put(key, writeDraft(now.record))))
      .then(
        () => setState((last) => (now.isPending ? last : 'kept')),
        () => {
          now.isPending = true; // the next key or a closing page tries again
          setState('failed');
        },
      );
  }, [store, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `record` is the trigger; the newest one is read when it is written.
  useEffect(() => {
    const now = work.current;
    if (!isDirty || now.isStopped) return;
    now.isPending = true;
    setState((last) => (last === 'failed' ? last : 'waiting'));
    clearTimeout(now.timer);
    now.timer = setTimeout(write, PAUSE_MS);
  }, [record, isDirty, write]);

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') write();
    };
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', onHide);
      write();
    };
  }, [write]);

  // No update may take the page from under words that are nowhere but here.
  const isHeld = isDirty && !isStopped;
  useEffect(() => (isHeld ? services.dirtyForms.hold() : undefined), [isHeld, services]);

  useEffect(() => {
    if (state !== 'failed' || isStopped) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [state, isStopped]);

  const stop = useCallback(async () => {
    work.current.isStopped = true;
    clearTimeout(work.current.timer);
    setStopped(true);
    await work.current.writing;
  }, []);
  const resume = useCallback(() => {
    work.current.isStopped = false;
    work.current.isPending = true;
    setStopped(false);
    write();
  }, [write]);
  return useMemo(() => ({ state, isStopped, stop, resume }), [state, isStopped, stop, resume]);
}
