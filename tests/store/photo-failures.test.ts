// How a browser's refusal reads in the words of the store.
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { failureOf } from '../../src/store/browser-storage.ts';

const full = new DOMException('no room', 'QuotaExceededError');

test.each([
  ['thrown by the browser', full],
  ['as the cause of an aborted transaction', Object.assign(new Error('aborted'), { name: 'AbortError', inner: full })],
  ['in the list of a bulk call', new Dexie.BulkError('bulkPut()', [full])],
])('PH-2 a full disk is told, %s', (_, error) => {
  expect(failureOf(error).problem).toBe('disk-full');
});
