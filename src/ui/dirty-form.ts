// Half-typed forms, known across tabs: an update must not take the page from under one.
// Law: a form holds a shared Web Lock while it has words that are not in the book; whoever wants to swap the app takes
// the lock alone. A tab that dies lets go by itself.

const LOCK = 'pickup-note half-typed form';

export interface DirtyForms {
  /** Says that a form holds words nobody has saved. Call the answer when they are saved or thrown away. */
  hold(): () => void;
  /** Whether a form is half-typed, in this tab or another. */
  isAnyDirty(): Promise<boolean>;
  /** Runs `body` only when no form in any tab is half-typed; answers false, at once, when one is. */
  runWhenClean(body: () => Promise<void>): Promise<boolean>;
}

/** The forms of this tab, joined with those of the others; without Web Locks (plain HTTP) this tab's alone. */
export function createDirtyForms(locks: LockManager | undefined): DirtyForms {
  let held = 0;
  return {
    hold() {
      held += 1;
      let letGo: (() => void) | undefined;
      const holding = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      // Released before the lock was given: it is then given to a promise that is already kept.
      void locks?.request(LOCK, { mode: 'shared' }, () => holding);
      return () => {
        if (letGo === undefined) return;
        letGo();
        letGo = undefined;
        held -= 1;
      };
    },
    async runWhenClean(body) {
      if (held > 0) return false;
      if (locks === undefined) {
        await body();
        return true;
      }
      return await locks.request(LOCK, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
        if (lock === null || held > 0) return false;
        await body();
        return true;
      });
    },
    async isAnyDirty() {
      if (held > 0) return true;
      const known = await locks?.query();
      return known?.held?.some((lock) => lock.name === LOCK && lock.mode === 'shared') === true;
    },
  };
}
