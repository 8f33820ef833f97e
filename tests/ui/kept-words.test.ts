// Words typed into a setting, from the first key to the book (docs/rules.md SG).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { type Draft, openShopStore } from '../../src/store/shop-store.ts';
import {
  createWordsKeeper,
  fieldsToSeen,
  keyToField,
  seenFields,
  withOwnDots,
  wordsKey,
} from '../../src/ui/settings/kept-words.ts';
import { testEnv, written } from '../store/store-makers.ts';

const KEY = wordsKey('shop', 'name');
const words = (text: string) => ({ text, seen: null });

/** A tab's marks and a book's drafts; a tab dies by no longer being called. */
function makeTablet() {
  const drafts = new Map<string, Draft>();
  const alive = new Set<string>();
  let held: Promise<void> | null = null;
  const door = {
    get: async (key: string) => drafts.get(key),
    async put(key: string, value: Draft['value']) {
      await held;
      drafts.set(key, { key, value, at: 0 });
    },
    async remove(key: string) {
      drafts.delete(key);
    },
  };
  const openTab = (session: string, marks = new Map<string, string>()) => {
    alive.add(session);
    const keeper = createWordsKeeper({
      drafts: door,
      marks: {
        getItem: (key) => marks.get(key) ?? null,
        setItem: (key, text) => void marks.set(key, text),
        removeItem: (key) => void marks.delete(key),
      },
      book: 'own',
      session,
      isAlive: async (one) => alive.has(one),
    });
    return { keeper, marks, die: () => void alive.delete(session) };
  };
  const holdWrites = () => {
    let letGo: (() => void) | undefined;
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    return () => letGo?.();
  };
  return { drafts, openTab, holdWrites, textOf: () => (drafts.get(KEY)?.value as { text?: string } | undefined)?.text };
}

test('SG-5 a reload finds what was typed even when no write has ended', () => {
  const tablet = makeTablet();
  tablet.holdWrites();
  const { keeper, marks, die } = tablet.openTab('a');
  keeper.keep(KEY, words('달콤'));
  keeper.keep(KEY, words('달콤공방'));
  die();
  expect(tablet.openTab('b', marks).keeper.marked(KEY)).toMatchObject(words('달콤공방'));
});

test('SG-5 a new start finds what a killed tab had typed, and leaves a living tab its words', async () => {
  const tablet = makeTablet();
  const first = tablet.openTab('a');
  first.keeper.keep(KEY, words('달콤공방'));
  await first.keeper.idle();
  const second = tablet.openTab('b');
  expect(await second.keeper.left(KEY)).toBeNull();
  first.die();
  expect(await second.keeper.left(KEY)).toMatchObject(words('달콤공방'));
});

test('SG-5 the newest words are written, however fast they are typed', async () => {
  const tablet = makeTablet();
  const letGo = tablet.holdWrites();
  const { keeper } = tablet.openTab('a');
  for (const text of ['달', '달콤', '달콤공', '달콤공방']) keeper.keep(KEY, words(text));
  letGo();
  await keeper.idle();
  expect(tablet.textOf()).toBe('달콤공방');
});

test('SG-5 a commit waits for the write before it; nothing brings the draft back after it', async () => {
  const tablet = makeTablet();
  const letGo = tablet.holdWrites();
  const { keeper, marks } = tablet.openTab('a');
  keeper.keep(KEY, words('달콤'));
  const saving = keeper.save(KEY, async () => {
    tablet.drafts.delete(KEY);
    return true;
  });
  letGo();
  expect(await saving).toBe(true);
  await keeper.idle();
  expect(tablet.textOf()).toBeUndefined();
  expect(marks.size).toBe(0);
});

test('SG-5 words typed while the commit runs are kept for the next one', async () => {
  const tablet = makeTablet();
  const { keeper, marks } = tablet.openTab('a');
  keeper.keep(KEY, words('달콤'));
  await keeper.save(KEY, async () => {
    keeper.keep(KEY, words('달콤공방'));
    tablet.drafts.delete(KEY);
    return true;
  });
  await keeper.idle();
  expect(tablet.textOf()).toBe('달콤공방');
  expect(marks.size).toBe(1);
});

test('SG-5 a commit that fails keeps the words', async () => {
  const tablet = makeTablet();
  const { keeper, marks } = tablet.openTab('a');
  keeper.keep(KEY, words('달콤공방'));
  expect(await keeper.save(KEY, async () => false)).toBe(false);
  await expect(keeper.save(KEY, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  await keeper.idle();
  expect(tablet.textOf()).toBe('달콤공방');
  expect(marks.size).toBe(1);
});

test('SG-5 words thrown away are gone from the tab and from the drafts', async () => {
  const tablet = makeTablet();
  const { keeper, marks } = tablet.openTab('a');
  keeper.keep(KEY, words('달콤공방'));
  keeper.forget(KEY);
  await keeper.idle();
  await Promise.resolve();
  expect(tablet.textOf()).toBeUndefined();
  expect(marks.size).toBe(0);
});

test('SG-6 a draft says which field of which entity it belongs to; other forms’ drafts are none', () => {
  expect(keyToField(wordsKey('shop/m1', 'name'))).toEqual({ eid: 'shop/m1', field: 'name' });
  expect(keyToField('order o1')).toBeNull();
});

test('SG-5 words typed back while others of the same field are being written are written too', async () => {
  const eid = 'shop' as Eid;
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv('a') });
  const other = { kind: 'shop', eid } as const;
  written(await store.commit({ edits: [{ ...other, set: { name: '달콤' } }] }));
  const begun = seenFields((await store.queries.shopDocument().run()).seen, eid);
  for (const name of ['달콤공방', '달콤']) {
    const now = seenFields((await store.queries.shopDocument().run()).seen, eid);
    const seen = fieldsToSeen(eid, withOwnDots(begun, now, store.session));
    written(await store.commit({ edits: [{ ...other, set: { name }, seen }] }));
  }
  expect((await store.queries.shopDocument().run()).shop.name).toBe('달콤');
});

test('SG-4 what another wrote since the typing began stays unseen', () => {
  const begun = [['name', [['b', 1]]]] as const;
  const now = [
    [
      'name',
      [
        ['b', 2],
        ['a', 4],
      ],
    ],
  ] as const;
  expect(withOwnDots(begun, now, 'a')).toEqual([
    [
      'name',
      [
        ['b', 1],
        ['a', 4],
      ],
    ],
  ]);
});
