// The search index follows the book: made, kept, caught up after a restart, thrown away when it is of another book.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexDatabase, IndexHead } from '../../src/app/search-index-database.ts';
import { openSearchKeeper, type SearchKeeper } from '../../src/app/search-keeper.ts';
import type { Eid } from '../../src/domain/order.ts';
import type { Segment } from '../../src/domain/search-segment.ts';
import { comparableText, readQuestion } from '../../src/domain/search-text.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import type { SearchState } from '../../src/store/search-service.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';
import type { Storage } from '../../src/store/storage.ts';
import { SATURDAY, takeOrder, testEnv } from '../store/store-makers.ts';

interface WrittenIndex extends IndexDatabase {
  readonly words: () => string;
}

/** What a browser's database would keep, copied as it copies. */
function memoryIndex(): WrittenIndex {
  let segments = new Map<number, Segment>();
  let head: Omit<IndexHead, 'version'> | null = null;
  return {
    async read() {
      return head === null
        ? null
        : { head: { version: '', ...head }, segments: structuredClone([...segments.values()]) };
    },
    async write(changed, gone, next) {
      for (const id of gone) segments.delete(id);
      for (const segment of structuredClone(changed)) segments.set(segment.id, segment);
      head = structuredClone(next);
    },
    async clear() {
      segments = new Map();
      head = null;
    },
    close: () => undefined,
    words: () => [...segments.values()].map(({ text }) => String.fromCharCode(...text)).join(' '),
  };
}

async function openKeeper(storage: Storage, database: IndexDatabase, isWriter = true) {
  const states: SearchState[] = [];
  const failures: unknown[] = [];
  const keeper = await openSearchKeeper({
    storage,
    database,
    isWriter,
    onState: (state) => states.push(state),
    onFailed: (cause) => failures.push(cause),
  });
  const ready = async () => {
    for (let turn = 0; turn < 200 && states.at(-1)?.phase !== 'ready'; turn++) await keeper.catchUp();
    expect(failures).toEqual([]);
    expect(states.at(-1)).toMatchObject({ phase: 'ready', remaining: 0 });
  };
  return { keeper, states, ready };
}

const find = (keeper: SearchKeeper, question: string) =>
  keeper
    .index()
    .find(readQuestion(question), SATURDAY, 50)
    .hits.map(({ eid }) => eid);

function openBook() {
  const storage = createMemoryStorage();
  return { storage, store: openShopStore({ storage, env: testEnv() }) };
}

/** Runs `body` and names what changed, as the page tells its worker. */
async function noticed(store: ShopStore, body: () => Promise<unknown>): Promise<string[]> {
  const roots: string[] = [];
  const stop = store.subscribe((notice) => roots.push(...notice.roots));
  await body();
  stop();
  return roots;
}

test('SE-20 an index is made from the book, and opened again without reading the book', async () => {
  const { storage, store } = openBook();
  await takeOrder(store, { eid: 'one', fields: { name: '김민지' } });
  await takeOrder(store, { eid: 'two', fields: { name: '박하윤' } });
  const database = memoryIndex();
  const first = await openKeeper(storage, database);
  await first.ready();
  expect(find(first.keeper, 'ㄱㅁㅈ')).toEqual(['one']);

  const second = await openKeeper(storage, database);
  expect(second.states.map(({ phase }) => phase)).not.toContain('building');
  expect(find(second.keeper, '하윤')).toEqual(['two']);
});

test('SE-21 what was edited while nobody looked is caught up with by the version vector', async () => {
  const { storage, store } = openBook();
  await takeOrder(store, { eid: 'one', fields: { name: '김민지' } });
  const database = memoryIndex();
  await (await openKeeper(storage, database)).ready();
  await takeOrder(store, { eid: 'two', fields: { name: '박하윤' } });
  await store.commit({ edits: [{ kind: 'order', eid: 'one' as Eid, set: { name: '이름바뀜' } }] });
  const { keeper } = await openKeeper(storage, database);
  expect(find(keeper, '박하윤')).toEqual(['two']);
  expect(find(keeper, '김민지')).toEqual([]);
  expect(find(keeper, '이름바뀜')).toEqual(['one']);
});

test('SE-22 a redacted word is gone from the index and from what is written down when the notice has been followed', async () => {
  const { storage, store } = openBook();
  const eid = await takeOrder(store, { eid: 'one', fields: { name: '비밀고객', memo: '비밀메모' } });
  const database = memoryIndex();
  const { keeper, ready } = await openKeeper(storage, database);
  await ready();
  expect(database.words()).toContain(comparableText('비밀고객'));
  const roots = await noticed(store, () =>
    store.commit({
      edits: [],
      redactions: [
        { kind: 'order', eid, field: 'name' },
        { kind: 'order', eid, field: 'memo' },
      ],
    }),
  );
  await keeper.changed(roots);
  expect(find(keeper, '비밀')).toEqual([]);
  expect(database.words()).not.toContain('비밀');
});

test('SE-23 a redaction made while no index was open is gone from what is written at the next start', async () => {
  const { storage, store } = openBook();
  const eid = await takeOrder(store, { eid: 'one', fields: { name: '비밀고객' } });
  const database = memoryIndex();
  await (await openKeeper(storage, database)).ready();
  await store.commit({ edits: [], redactions: [{ kind: 'order', eid, field: 'name' }] });
  await openKeeper(storage, database);
  expect(database.words()).not.toContain('비밀');
});

test('SE-24 an index of another book is thrown away', async () => {
  const other = openBook();
  await takeOrder(other.store, { eid: 'strange', fields: { name: '남의손님' } });
  const database = memoryIndex();
  await (await openKeeper(other.storage, database)).ready();
  const storage = createMemoryStorage();
  const store = openShopStore({ storage, env: testEnv('b') });
  await takeOrder(store, { eid: 'own', fields: { name: '우리손님' } });
  const { keeper, ready } = await openKeeper(storage, database);
  await ready();
  expect(find(keeper, '손님')).toEqual(['own']);
  expect(database.words()).not.toContain('남의');
});

test('SE-25 only the writer writes; one that becomes it writes everything it holds', async () => {
  const { storage, store } = openBook();
  await takeOrder(store, { eid: 'one', fields: { name: '김민지' } });
  const database = memoryIndex();
  const reader = await openKeeper(storage, database, false);
  await reader.ready();
  expect(find(reader.keeper, '김민지')).toEqual(['one']);
  expect(database.words()).toBe('');
  await reader.keeper.becomeWriter();
  expect(database.words()).toContain('김민지');
});

test('SE-26 whatever is edited, noticed or missed, restarted or not, it finds what the book holds', {
  timeout: 60_000,
}, async () => {
  const step = fc.record({
    eid: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constantFrom('김민지', '김미자', '박민준', ''),
    isNoticed: fc.boolean(),
    isRestarted: fc.boolean(),
    isRedacted: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { storage, store } = openBook();
      const database = memoryIndex();
      let { keeper } = await openKeeper(storage, database);
      for (const { eid, name, isNoticed, isRestarted, isRedacted } of steps) {
        const roots = await noticed(store, async () => {
          await store.commit({ edits: [{ kind: 'order', eid: eid as Eid, set: { name } }] });
          if (isRedacted)
            await store.commit({ edits: [], redactions: [{ kind: 'order', eid: eid as Eid, field: 'name' }] });
        });
        if (isNoticed && roots.length > 0) await keeper.changed(roots);
        if (isRestarted) ({ keeper } = await openKeeper(storage, database));
      }
      for (let turn = 0; turn < 3; turn++) await keeper.catchUp();
      const rows = await store.queries.page(null, 100).run();
      for (const question of ['김', 'ㅁㅈ', '민ㅈ']) {
        const tokens = readQuestion(question);
        const wanted = rows.filter((row) => matches(row.name, question)).map((row) => row.eid);
        expect(
          keeper
            .index()
            .find(tokens, SATURDAY, 50)
            .hits.map(({ eid }) => eid)
            .sort(),
        ).toEqual([...wanted].sort());
      }
    }),
    { numRuns: 60 },
  );
});

const MATCHING: Readonly<Record<string, RegExp>> = { 김: /김/, ㅁㅈ: /[미민][지자준]/, 민ㅈ: /민[지준]/ };
const matches = (name: string, question: string) => MATCHING[question]?.test(name) === true;
