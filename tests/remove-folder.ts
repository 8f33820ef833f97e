// Removes what a browser left in a temporary folder.
// Law: it never fails a test; a process of the browser that outlives it by a moment may still write there.
import { rm } from 'node:fs/promises';

/** Removes `path` and all in it; tries again for ten seconds, then leaves the rest to the system's own cleaning and says so. */
export async function removeFolder(path: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    try {
      return await rm(path, { recursive: true, force: true });
    } catch (fault) {
      if (performance.now() > deadline) return console.warn(`${path} is left behind: ${fault}`);
      await new Promise((again) => setTimeout(again, 250));
    }
  }
}
