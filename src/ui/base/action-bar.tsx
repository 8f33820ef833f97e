// After an action: what was done and a way back, until the next action. After a failed save: the sentence that says what to do.
// Law: "saved" is said only after the commit has answered; a failure stays until it is read.
import './action-bar.css';
import type { ReactNode } from 'react';
import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { Change } from '../../store/change.ts';
import type { CommitResult } from '../../store/shop-store.ts';
import { baseTexts } from './base.texts.ts';
import { useStore } from './shop-context.ts';
import { useTexts } from './texts.ts';

export interface Done {
  readonly message: string;
  /** The change that takes it back; left out when there is no way back. */
  readonly undo?: Change;
}
interface ActionBarDoor {
  /** Commits; on failure shows why and what to do. On success shows `done`, if given, in place of what stood there. */
  readonly act: (
    change: Change,
    done?: Done | ((result: CommitResult & { readonly ok: true }) => Done),
  ) => Promise<CommitResult>;
  readonly announce: (done: Done) => void;
  readonly fail: (message: string) => void;
}
const ActionBarContext = createContext<ActionBarDoor | null>(null);

/** @throws Error outside the shell. */
export function useActions(): ActionBarDoor {
  const door = use(ActionBarContext);
  if (door === null) throw new Error('no action bar here');
  return door;
}

type Shown =
  | { readonly kind: 'done'; readonly done: Done; readonly id: number }
  | { readonly kind: 'failed'; readonly message: string; readonly id: number };

export function ActionBar({ children }: { readonly children: ReactNode }) {
  const store = useStore();
  const texts = useTexts(baseTexts);
  const [shown, setShown] = useState<Shown | null>(null);
  const announce = useCallback(
    (done: Done) => setShown((last) => ({ kind: 'done', done, id: (last?.id ?? 0) + 1 })),
    [],
  );
  const fail = useCallback(
    (message: string) => setShown((last) => ({ kind: 'failed', message, id: (last?.id ?? 0) + 1 })),
    [],
  );
  const act = useCallback<ActionBarDoor['act']>(
    async (change, done) => {
      const result = await store.commit(change);
      if (result.ok) {
        if (done !== undefined) announce(typeof done === 'function' ? done(result) : done);
        else setShown(null);
        return result;
      }
      const sentence = {
        'disk-full': texts.saveFailedDiskFull,
        lost: texts.saveFailedLost,
        closed: texts.saveFailedClosed,
        blocked: texts.saveFailedBlocked,
        failed: texts.saveFailed,
      };
      fail(sentence[result.problem]);
      return result;
    },
    [store, announce, fail, texts],
  );
  const door = useMemo(() => ({ act, announce, fail }), [act, announce, fail]);
  const undo = shown?.kind === 'done' ? shown.done.undo : undefined;
  return (
    <ActionBarContext value={door}>
      {children}
      <div className="action-bar" aria-live="polite" role="status">
        {shown?.kind === 'done' ? (
          <div className="action-done" key={shown.id}>
            <span>{shown.done.message}</span>
            {undo === undefined ? null : (
              <button type="button" onClick={() => void act(undo)}>
                {texts.undo}
              </button>
            )}
            <button type="button" className="quiet sq" aria-label={texts.close} onClick={() => setShown(null)}>
              ✕
            </button>
          </div>
        ) : null}
      </div>
      <div className="action-bar" role="alert">
        {shown?.kind === 'failed' ? (
          <div className="action-failed" key={shown.id}>
            <span>{shown.message}</span>
            <button type="button" onClick={() => setShown(null)}>
              {texts.close}
            </button>
          </div>
        ) : null}
      </div>
    </ActionBarContext>
  );
}
