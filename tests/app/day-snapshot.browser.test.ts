// The list for the next first paint beside a PIN that is being set: whatever the turn, never both (docs/rules.md LK-5).
import { beforeEach, expect, test } from 'vitest';
import {
  clearDaySnapshot,
  type KeptDay,
  readDaySnapshot,
  withoutDaySnapshot,
  writeDaySnapshot,
} from '../../src/app/day-snapshot.ts';
import { localDate } from '../../src/domain/time.ts';
import { entriesToShop } from '../../src/store/derive.ts';

const list: KeptDay = {
  day: localDate('2022-10-15'),
  language: 'ko',
  shop: entriesToShop([]),
  rows: [],
  picture: null,
};
const keep = (isPinSet: boolean) =>
  writeDaySnapshot(
    'own',
    async () => isPinSet,
    async () => list,
  );

beforeEach(async () => {
  await clearDaySnapshot('own');
});

test('a list is kept for each book, and read back as it was', async () => {
  await keep(false);
  expect(await readDaySnapshot('own')).toMatchObject({ day: '2022-10-15', language: 'ko', rows: [] });
  expect(await readDaySnapshot('demo')).toBeNull();
});

test('LK-5 while a PIN is set no list is kept', async () => {
  await keep(true);
  expect(await readDaySnapshot('own')).toBeNull();
});

test('LK-5 the list is gone before the PIN is written, and a list that waited meanwhile is not kept', async () => {
  await keep(false);
  let isPinSet = false;
  let waiting: Promise<void> = Promise.resolve();
  await withoutDaySnapshot('own', async () => {
    expect(await readDaySnapshot('own')).toBeNull();
    waiting = writeDaySnapshot(
      'own',
      async () => isPinSet,
      async () => list,
    );
    await new Promise((resolve) => setTimeout(resolve, 50)); // as long as a slow disk takes
    expect(await readDaySnapshot('own')).toBeNull();
    isPinSet = true;
  });
  await waiting;
  expect(await readDaySnapshot('own')).toBeNull();
});

test('LK-5 a PIN waits for a list that is being kept, and takes it away', async () => {
  let answer: (isPinSet: boolean) => void = () => undefined;
  const keeping = writeDaySnapshot(
    'own',
    () => new Promise((resolve) => (answer = resolve)),
    async () => list,
  );
  const setting = withoutDaySnapshot('own', async () => expect(await readDaySnapshot('own')).toBeNull());
  await expect.poll(() => navigator.locks.query().then(({ pending }) => pending?.length)).toBe(1);
  answer(false);
  await Promise.all([keeping, setting]);
  expect(await readDaySnapshot('own')).toBeNull();
});

test('LK-5 a PIN that cannot be written says so; the list comes with the next change of the day', async () => {
  await keep(false);
  const full = withoutDaySnapshot('own', async () => {
    throw new Error('disk full');
  });
  await expect(full).rejects.toThrow('disk full');
  expect(await readDaySnapshot('own')).toBeNull();
  await keep(false);
  expect(await readDaySnapshot('own')).not.toBeNull();
});
