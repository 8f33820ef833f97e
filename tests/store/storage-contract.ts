// What every storage behind the store's door does the same, as plain cases that a test runner or a bare page can run.
// Law: no import of a test runner; a case that fails throws an error that says what was expected and what was found.
import { compareKeys } from '../../src/store/key-order.ts';
import type { ListOptions, Storage, StorageTx, TableName } from '../../src/store/storage.ts';
import { StorageFailure } from '../../src/store/storage.ts';

export interface StorageCase {
  /** Begins with the number of its rule in docs/rules.md. */
  readonly title: string;
  readonly run: (storage: Storage) => Promise<void>;
}

function same(found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}

async function failureOf(promise: Promise<unknown>): Promise<StorageFailure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof StorageFailure) return error;
    throw new Error(`expected a StorageFailure, found ${String(error)}`);
  }
  throw new Error('expected a StorageFailure, found success');
}

const write = <Answer>(storage: Storage, tables: readonly TableName[], body: (tx: StorageTx) => Promise<Answer>) =>
  storage.transact('write', tables, body);
const read = <Answer>(storage: Storage, tables: readonly TableName[], body: (tx: StorageTx) => Promise<Answer>) =>
  storage.transact('read', tables, body);

const record = (day: string, sort: string, root: string, more: object = {}) => ({ root, day, sort, ...more });
/** In the order of their places. */
const RECORDS = [
  record('', '99:99', 'e0', { flags: ['open', 'lacking'] }),
  record('2022-10-14', '18:00', 'e1', { flags: [] }),
  record('2022-10-15', '10:00', 'e2', { flags: ['open'], tail: '1234' }),
  record('2022-10-15', '10:00', 'e3', { flags: ['open', 'conflict', 'open'], tail: '1234' }),
  record('2022-10-15', '13:30', 'e6', { flags: ['conflict'], tail: '0007' }),
  record('2022-10-15~', '10:00', 'e4', {}),
  record('2022-10-16', '09:00', 'e5', { flags: ['open'], tail: null }),
];
const fillRoots = (storage: Storage) =>
  write(storage, ['roots'], (tx) => tx.putMany('roots', [{ root: 'shop' }, ...RECORDS].reverse()));
/** Names of the roots found, by their places unless another index is asked for. */
const rootsFound = async (storage: Storage, options: ListOptions = {}) =>
  (
    await read(storage, ['roots'], (tx) => tx.list<{ readonly root: string }>('roots', { index: 'place', ...options }))
  ).map(({ root }) => root);

const ODD_KEYS: readonly (string | number)[] = [
  ...[0, -1, 1, 1.5, 2 ** 53, -0.25, 10, 9],
  ...[
    '',
    ' ',
    '!',
    '~',
    '0',
    '10',
    '9',
    'a',
    'A',
    'aa',
    '가',
    '각',
    '\u00e9',
    'e\u0301',
    '🎂',
    '\uffff',
    '__proto__',
    'constructor',
  ],
];

export const STORAGE_CASES: readonly StorageCase[] = [
  {
    title: 'ST-1 keys are in one order: numbers, then texts by their code units',
    async run(storage) {
      await write(storage, ['drafts'], (tx) =>
        tx.putMany(
          'drafts',
          ODD_KEYS.map((key) => ({ key, value: null })),
        ),
      );
      same(await read(storage, ['drafts'], (tx) => tx.keys('drafts')), [...ODD_KEYS].sort(compareKeys));
      for (const key of ODD_KEYS) {
        same((await read(storage, ['drafts'], (tx) => tx.get<{ key: unknown }>('drafts', key)))?.key, key);
      }
    },
  },
  {
    title: 'ST-1 keys of several parts are in the order of their parts',
    async run(storage) {
      const lines = [
        { session: '', n: 7 },
        { session: 'a', n: 2 },
        { session: 'a', n: 10 },
        { session: 'aa', n: 1 },
      ];
      await write(storage, ['transactions'], (tx) => tx.putMany('transactions', [...lines].reverse()));
      same(await read(storage, ['transactions'], (tx) => tx.list('transactions')), lines);
      same(await read(storage, ['transactions'], (tx) => tx.keys('transactions', { limit: 2 })), [
        ['', 7],
        ['a', 2],
      ]);
      same(await read(storage, ['transactions'], (tx) => tx.get('transactions', ['a', 10])), { session: 'a', n: 10 });
    },
  },
  {
    title: 'ST-4 an index of several parts is in the order of its parts, without the rows that lack one',
    async run(storage) {
      await fillRoots(storage);
      same(await rootsFound(storage), ['e0', 'e1', 'e2', 'e3', 'e6', 'e4', 'e5']);
      same(await read(storage, ['roots'], (tx) => tx.keys('roots', { index: 'place', limit: 2 })), ['e0', 'e1']);
      same(await read(storage, ['roots'], (tx) => tx.count('roots')), 8);
      same(await read(storage, ['roots'], (tx) => tx.count('roots', { index: 'place' })), 7);
      await write(storage, ['roots'], (tx) => tx.put('roots', record('2022-10-13', '10:00', 'e5')));
      same(await rootsFound(storage), ['e0', 'e5', 'e1', 'e2', 'e3', 'e6', 'e4']);
    },
  },
  {
    title: 'ST-2 a prefix gives the keys that begin with these parts, whole, and no others',
    async run(storage) {
      await fillRoots(storage);
      same(await rootsFound(storage, { range: { prefix: ['2022-10-15'] } }), ['e2', 'e3', 'e6']);
      same(await rootsFound(storage, { range: { prefix: ['2022-10-15', '10:00'] } }), ['e2', 'e3']);
      same(await rootsFound(storage, { range: { prefix: [''] } }), ['e0']);
      same(await rootsFound(storage, { range: { prefix: ['2022-10'] } }), []);
      same(await rootsFound(storage, { range: { prefix: ['2022-10-15'] }, reverse: true }), ['e6', 'e3', 'e2']);
    },
  },
  {
    title: 'ST-2 a range holds both its ends, the upper one unless it is open',
    async run(storage) {
      await fillRoots(storage);
      const from = ['2022-10-15', '10:00', 'e3'] as const;
      const to = ['2022-10-16', '09:00', 'e5'] as const;
      same(await rootsFound(storage, { range: { from, to } }), ['e3', 'e6', 'e4', 'e5']);
      same(await rootsFound(storage, { range: { from, to, toOpen: true } }), ['e3', 'e6', 'e4']);
      same(await rootsFound(storage, { range: { from } }), ['e3', 'e6', 'e4', 'e5']);
      same(await rootsFound(storage, { range: { to: from } }), ['e0', 'e1', 'e2', 'e3']);
      same(await rootsFound(storage, { range: { to: from, toOpen: true } }), ['e0', 'e1', 'e2']);
      same(await rootsFound(storage, { range: { from: to, to: from } }), []);
      same(await rootsFound(storage, { range: { from: ['2022-10-15'], to: ['2022-10-15~'], toOpen: true } }), [
        'e2',
        'e3',
        'e6',
      ]);
    },
  },
  {
    title: 'ST-3 reverse, offset and limit mean the same in lists, keys and counts',
    async run(storage) {
      await fillRoots(storage);
      const cases: [ListOptions, string[]][] = [
        [{ limit: 2 }, ['e0', 'e1']],
        [{ limit: 0 }, []],
        [{ offset: 5 }, ['e4', 'e5']],
        [{ offset: 5, limit: 1 }, ['e4']],
        [{ offset: 99 }, []],
        [{ reverse: true, limit: 2 }, ['e5', 'e4']],
        [{ reverse: true, offset: 1, limit: 2 }, ['e4', 'e6']],
        [{ range: { prefix: ['2022-10-15'] }, offset: 1, limit: 5 }, ['e3', 'e6']],
        [{ index: 'flags', range: { from: 'open', to: 'open' }, offset: 1, limit: 2 }, ['e2', 'e3']],
        [{ index: 'flags', range: { from: 'open', to: 'open' }, reverse: true, limit: 1 }, ['e5']],
      ];
      for (const [options, expected] of cases) {
        same([options, await rootsFound(storage, options)], [options, expected]);
        const asked = { index: 'place', ...options };
        same([options, await read(storage, ['roots'], (tx) => tx.keys('roots', asked))], [options, expected]);
        same([options, await read(storage, ['roots'], (tx) => tx.count('roots', asked))], [options, expected.length]);
      }
    },
  },
  {
    title: 'ST-4 an index lists each row that has the property, equal ones in the order of their keys',
    async run(storage) {
      await fillRoots(storage);
      same(await rootsFound(storage, { index: 'tail' }), ['e6', 'e2', 'e3']);
      same(await rootsFound(storage, { index: 'tail', range: { from: '1234', to: '1234' } }), ['e2', 'e3']);
      same(await rootsFound(storage, { index: 'tail', range: { from: '0' }, reverse: true }), ['e3', 'e2', 'e6']);
    },
  },
  {
    title: 'ST-4 an index over a list finds a row once under each of its words, and no more after they are gone',
    async run(storage) {
      await fillRoots(storage);
      const flagged = (flag: string) => rootsFound(storage, { index: 'flags', range: { from: flag, to: flag } });
      same(await flagged('open'), ['e0', 'e2', 'e3', 'e5']);
      same(await flagged('conflict'), ['e3', 'e6']);
      await write(storage, ['roots'], async (tx) => {
        await tx.put('roots', record('2022-10-15', '10:00', 'e3', { flags: ['doubt'] }));
        await tx.remove('roots', 'e0');
      });
      same(await flagged('open'), ['e2', 'e5']);
      same(await flagged('conflict'), ['e6']);
      same(await flagged('doubt'), ['e3']);
    },
  },
  {
    title: 'ST-5 several keys are answered in the order asked, the missing ones as undefined',
    async run(storage) {
      await write(storage, ['device'], (tx) =>
        tx.putMany('device', [
          { key: 'a', value: 1 },
          { key: 'b', value: 2 },
        ]),
      );
      const found = await read(storage, ['device'], (tx) =>
        tx.getMany<{ readonly value: number }>('device', ['b', 'x', 'a', 'b']),
      );
      same(
        found.map((one) => one?.value ?? 'none'),
        [2, 'none', 1, 2],
      );
      same(await read(storage, ['device'], (tx) => tx.getMany('device', [])), []);
      same((await read(storage, ['device'], (tx) => tx.get('device', 'x'))) === undefined, true);
    },
  },
  {
    title: 'ST-5 a row is replaced under its key, removed, and a table emptied',
    async run(storage) {
      await write(storage, ['device'], async (tx) => {
        await tx.put('device', { key: 'a', value: 1, extra: true });
        await tx.put('device', { key: 'a', value: 2 });
        await tx.putMany('device', []);
        await tx.put('device', { key: 'b', value: 3 });
        await tx.remove('device', 'nobody');
      });
      same(await read(storage, ['device'], (tx) => tx.list('device')), [
        { key: 'a', value: 2 },
        { key: 'b', value: 3 },
      ]);
      await write(storage, ['device'], (tx) => tx.remove('device', 'a'));
      same(await read(storage, ['device'], (tx) => tx.count('device')), 1);
      await write(storage, ['device'], (tx) => tx.clear('device'));
      same(await read(storage, ['device'], (tx) => tx.list('device')), []);
    },
  },
  {
    title: 'ST-5 what is written and what is read are copies',
    async run(storage) {
      const value = { list: ['a'] };
      await write(storage, ['device'], (tx) => tx.put('device', { key: 'a', value }));
      value.list.push('b');
      const first = await read(storage, ['device'], (tx) => tx.get<{ value: { list: string[] } }>('device', 'a'));
      first?.value.list.push('c');
      const second = await read(storage, ['device'], (tx) => tx.get<{ value: { list: string[] } }>('device', 'a'));
      same(second?.value.list, ['a']);
    },
  },
  {
    title: 'ST-6 a transaction reads what it has written',
    async run(storage) {
      const found = await write(storage, ['device', 'roots'], async (tx) => {
        await tx.put('device', { key: 'a', value: 1 });
        await tx.putMany('roots', RECORDS);
        await tx.remove('roots', 'e0');
        return [
          await tx.get<{ value: number }>('device', 'a'),
          await tx.count('roots', { index: 'flags', range: { from: 'open', to: 'open' } }),
        ];
      });
      same(found, [{ key: 'a', value: 1 }, 3]);
    },
  },
  {
    title: 'ST-6 a transaction that fails leaves nothing behind, in none of its tables',
    async run(storage) {
      await write(storage, ['device'], (tx) => tx.put('device', { key: 'a', value: 1 }));
      const cause = new Error('no');
      const failure = await failureOf(
        write(storage, ['device', 'drafts'], async (tx) => {
          await tx.put('device', { key: 'a', value: 2 });
          await tx.put('drafts', { key: 'd', value: 2 });
          await tx.clear('device');
          throw cause;
        }),
      );
      same([failure.problem, failure.cause === cause], ['failed', true]);
      same(await read(storage, ['device'], (tx) => tx.list('device')), [{ key: 'a', value: 1 }]);
      same(await read(storage, ['drafts'], (tx) => tx.list('drafts')), []);
    },
  },
  {
    title: 'ST-6 a row that the database refuses fails the whole transaction',
    async run(storage) {
      const failure = await failureOf(
        write(storage, ['device'], async (tx) => {
          await tx.put('device', { key: 'a', value: 1 });
          await tx.putMany('device', [{ key: 'b', value: 1 }, { value: 'no key' }]);
        }),
      );
      same(failure.problem, 'failed');
      same(await read(storage, ['device'], (tx) => tx.list('device')), []);
    },
  },
  {
    title: 'ST-6 a reading transaction writes nothing, and no transaction touches tables it did not name',
    async run(storage) {
      same((await failureOf(read(storage, ['device'], (tx) => tx.put('device', { key: 'a' })))).problem, 'failed');
      same((await failureOf(write(storage, ['device'], (tx) => tx.put('drafts', { key: 'a' })))).problem, 'failed');
      same(
        await read(
          storage,
          ['device', 'drafts'],
          async (tx) => (await tx.count('device')) + (await tx.count('drafts')),
        ),
        0,
      );
    },
  },
  {
    title: 'ST-6 writes that overlap follow one another',
    async run(storage) {
      await write(storage, ['meta'], (tx) => tx.put('meta', { key: 'count', next: 0 }));
      await Promise.all(
        Array.from({ length: 20 }, () =>
          write(storage, ['meta'], async (tx) => {
            const known = await tx.get<{ readonly next: number }>('meta', 'count');
            await tx.put('meta', { key: 'count', next: (known?.next ?? 0) + 1 });
          }),
        ),
      );
      same(await read(storage, ['meta'], (tx) => tx.get('meta', 'count')), { key: 'count', next: 20 });
    },
  },
  {
    title: 'ST-7 a closed storage says so and stays closed',
    async run(storage) {
      storage.close();
      same((await failureOf(read(storage, ['device'], (tx) => tx.list('device')))).problem, 'closed');
      same((await failureOf(write(storage, ['device'], (tx) => tx.clear('device')))).problem, 'closed');
    },
  },
];
