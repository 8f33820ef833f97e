// Keeps the screen on while a long job runs: a tablet that falls asleep stops the page and what it writes.
// Law: on only while a job holds it. The browser lets go of it when the page is hidden; back in sight, it is asked again.

/** Answers how a job holds the screen on; what it gets back lets go. Where the browser cannot, nothing happens. */
export function createScreenWake(page: Document, wakeLock: WakeLock | undefined): () => () => void {
  let holders = 0;
  let sentinel: WakeLockSentinel | null = null;
  let isAsking = false;
  const ask = async () => {
    if (wakeLock === undefined || isAsking || page.visibilityState !== 'visible') return;
    if (sentinel !== null && !sentinel.released) return;
    isAsking = true;
    try {
      sentinel = await wakeLock.request('screen');
      if (holders === 0) await letGo();
    } catch {
      // Low battery, or the page was hidden meanwhile: the job goes on as long as the tablet lets it.
    } finally {
      isAsking = false;
    }
  };
  const letGo = async () => {
    const held = sentinel;
    sentinel = null;
    await held?.release();
  };
  page.addEventListener('visibilitychange', () => {
    if (holders > 0) void ask();
  });
  return () => {
    let isHeld = true;
    holders += 1;
    void ask();
    return () => {
      if (!isHeld) return;
      isHeld = false;
      holders -= 1;
      if (holders === 0) void letGo();
    };
  };
}
