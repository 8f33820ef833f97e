// When a backup is asked for, and what is only here (docs/rules.md NO).
import { expect, test } from 'vitest';
import { type Instant, localDate } from '../../src/domain/time.ts';
import type { LastBackup } from '../../src/store/backup-due.ts';
import { backupAgeTexts } from '../../src/ui/backup-age.texts.ts';
import { backupAge } from '../../src/ui/backup-age.ts';
import { backupAsked, type OnlyHere } from '../../src/ui/only-here.ts';

const DAY = 86_400_000;
const NOW = (100 * DAY) as Instant; // any moment
const TODAY = localDate('2022-10-15');
const backup = (daysAgo: number): LastBackup => ({
  at: (NOW - daysAgo * DAY) as Instant, // as NOW
  transactions: 10,
  bytes: 1,
  withPhotos: true,
  isEncrypted: false,
});
const makeState = (part: Partial<OnlyHere>): OnlyHere => ({
  changes: 5,
  oldestAt: NOW - 30 * DAY,
  last: null,
  isPersisted: false,
  postponedOn: null,
  ...part,
});

test.each<[string, Partial<OnlyHere>, 'daily' | 'weekly' | null]>([
  ['an empty book', { changes: 0, oldestAt: null }, null],
  ['a shop that was set up an hour ago', { oldestAt: NOW - DAY / 24 }, null],
  ['a day without any backup, not kept by the browser', { oldestAt: NOW - DAY }, 'daily'],
  ['a day without any backup, kept by the browser', { oldestAt: NOW - DAY, isPersisted: true }, null],
  ['a week without any backup, kept by the browser', { oldestAt: NOW - 7 * DAY, isPersisted: true }, 'weekly'],
  ['a backup of this morning', { last: backup(0.3) }, null],
  ['a backup of yesterday, not kept', { last: backup(1) }, 'daily'],
  ['a backup of six days ago, kept', { last: backup(6), isPersisted: true }, null],
  ['a backup of a week ago, kept', { last: backup(7), isPersisted: true }, 'weekly'],
  ['an old backup after which nothing changed', { last: backup(90), changes: 0 }, null],
  ['"tomorrow" was said today', { last: backup(9), postponedOn: '2022-10-15' }, null],
  ['"tomorrow" was said yesterday', { last: backup(9), postponedOn: '2022-10-14' }, 'daily'],
])('NT-2 %s', (_, part, asked) => {
  expect(backupAsked(makeState(part), NOW, TODAY)).toBe(asked);
});

test.each([
  [0, '방금'],
  [-5, '방금'],
  [59, '59분 전'],
  [60, '1시간 전'],
  [1439, '23시간 전'],
  [1440, '1일 전'],
])('%i minutes are %s', (minutes, words) => {
  expect(backupAge(NOW - minutes * 60_000, NOW, backupAgeTexts.ko)).toBe(words);
});
