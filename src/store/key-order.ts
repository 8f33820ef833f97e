// IndexedDB's order of keys, for the code that has to find its place in a list.
// Law: the same as the browser's, held by the storage contract suite.
import type { KeyPart } from './storage.ts';

/** Numbers before strings before arrays, arrays part by part. */
export function compareKeys(a: unknown, b: unknown): number {
  const rank = (key: unknown) => (Array.isArray(key) ? 2 : typeof key === 'string' ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let part = 0; part < Math.min(a.length, b.length); part++) {
      const order = compareKeys(a[part], b[part]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  if (a === b) return 0;
  return (a as KeyPart) < (b as KeyPart) ? -1 : 1; // both numbers or both strings, by their rank
}
