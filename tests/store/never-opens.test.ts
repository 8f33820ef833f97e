// A browser that does not answer the question for a database: behind another tab's blocked upgrade, or as some versions of
// Safari do after a start.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openBrowserStorage } from '../../src/store/browser-storage.ts';
import { StorageFailure } from '../../src/store/storage.ts';

const request: Partial<IDBOpenDBRequest> & { result: { close: () => void } } = { result: { close: vi.fn() } } as never; // only what is asked of it
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('indexedDB', { open: () => request });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('ST-11 a database that never opens is said to be blocked, and let go when it opens too late', async () => {
  const opening = openBrowserStorage({ name: 'silent', layOut: () => Promise.reject(new Error('not asked for')) });
  const failed = opening.then(
    () => null,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await Promise.race([failed, 'still waiting'])).toBe('still waiting');
  await vi.advanceTimersByTimeAsync(2_000);
  const failure = await failed;
  expect(failure instanceof StorageFailure && failure.problem).toBe('blocked');
  request.onsuccess?.call(request as IDBOpenDBRequest, new Event('success'));
  expect(request.result.close).toHaveBeenCalled();
});
