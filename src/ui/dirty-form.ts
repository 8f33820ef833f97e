// Half-typed forms, known across tabs: an update must not take the page from under one.
// Law: a form holds a shared Web Lock while it has words that are not in the book; whoever wants to swap the app takes
// the lock alone. A tab that dies lets go by itself.

const LOCK = 'pickup-note half-typed form';

export interface DirtyForms {
  /** Says that a form holds words nobody has saved. Call the answer, once, when they are saved or thrown away. */
  hold(): () => void;
  /** Whether a form is half-typed, in this tab or another. */
  isAnyDirty(): Promise<boolean>;
  /** Runs `body` only while no form anywhere is half-typed; answers false when one is. Forms that turn dirty meanwhile wait. */
  runWhenClean(body: () => Promise<void>): Promise<boolean>;
}

/** The registry of one tab. Without Web Locks (plain HTTP) it knows this tab's forms only. */
export function createDirtyForms(locks: LockManager | undefined): DirtyForms {
  let held = 0;
  return {
    hold() {
      held += 1;
      const giveUp = new AbortController();
      let letGo: () => void = () => undefined;
      const holding = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      let isHeld = true;
      locks
        ?.request(LOCK, { mode: 'shared', signal: giveUp.signal }, () => holding)
        .catch((error: unknown) => {
          // Given up before the lock came: the form was saved while an update held it.
          if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
        });
      return () => {
        if (!isHeld) return;
        isHeld = false;
        held -= 1;
        letGo();
        giveUp.abort();
      };
    },
    async isAnyDirty() {
      if (held > 0) return true;
      const known = await locks?.query();
      return known?.held?.some((lock) => lock.name === LOCK && lock.mode === 'shared') === true;
    },
    async runWhenClean(body) {
      if (held > 0) return false;
      if (locks === undefined) {
        await body();
        return true;
      }
      return await locks.request(LOCK, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await body();
        return true;
      });
    },
  };
}
