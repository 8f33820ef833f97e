// When a backup is asked for.
import { expect, test } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { hasBackupDue } from '../../src/store/backup-due.ts';

const DAY_MS = 86_400_000;
const now = 1_665_900_000_000 as Instant;
const last = (daysAgo: number) => ({
  at: (now - daysAgo * DAY_MS) as Instant,
  transactions: 1,
  bytes: 1,
  withPhotos: true,
  isEncrypted: false,
});

test.each([
  ['never made', null, true, true],
  ['6.9 days ago, kept by the browser', 6.9, true, false],
  ['7 days ago, kept by the browser', 7, true, true],
  ['0.9 days ago, not kept by the browser', 0.9, false, false],
  ['a day ago, not kept by the browser', 1, false, true],
  ['in the future: the clock was put right since', -1, true, true],
])('BK-11 a backup %s', (_, daysAgo, isPersisted, isDue) => {
  expect(hasBackupDue(daysAgo === null ? null : last(daysAgo), now, isPersisted)).toBe(isDue);
});
