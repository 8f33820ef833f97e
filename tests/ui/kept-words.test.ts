// Words typed into a setting, from the first key to the book (docs/rules.md SG).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { Seen } from '../../src/store/entity-values.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { type Draft, openShopStore } from '../../src/store/shop-store.ts';
import {
  createWordsKeeper,
  draftKey,
  fieldsToSeen,
  keyToField,
  type LeftWords,
  seenFields,
  withOwnDots,
  wordsKey,
} from '../../src/ui/settings/kept-words.ts';
import { editBack, homelessWords } from '../../src/ui/settings/left-words.ts';
import { testEnv, written } from '../store/store-makers.ts';

const KEY = wordsKey('shop', 'name');
const words = (text: string) => ({ text, seen: null });

/** A tab's marks and a book's drafts; a tab dies by no longer being called. */
function makeTablet() {
  const drafts = new Map<string, Draft>();
  const alive = new Set<string>();
  let held: Promise<void> | null = null;
  let at = 0;
  let lists = 0;
  const door = {
    async list() {
      lists += 1;
      return [...drafts.values()];
    },
    async put(key: string, value: Draft['value']) {
      await held;
      drafts.set(key, { key, value, at: ++at });
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
      living: async () => alive,
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
  const textOf = (session = 'a') => (drafts.get(draftKey(KEY, session))?.value as { text?: string } | undefined)?.text;
  return { drafts, openTab, holdWrites, textOf, listsRead: () => lists };
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
  expect(await second.keeper.left(KEY)).toEqual([]);
  first.die();
  expect(await second.keeper.left(KEY)).toMatchObject([words('달콤공방')]);
});

test('SG-5 two tabs that type into one field keep their words apart; what both left is offered, the newest first', async () => {
  const tablet = makeTablet();
  const [first, second] = [tablet.openTab('a'), tablet.openTab('b')];
  first.keeper.keep(KEY, words('달콤공방'));
  second.keeper.keep(KEY, words('새콤공방'));
  await Promise.all([first.keeper.idle(), second.keeper.idle()]);
  first.die();
  second.die();
  const third = tablet.openTab('c');
  const left = await third.keeper.left(KEY);
  expect(left.map(({ text }) => text)).toEqual(['새콤공방', '달콤공방']);
  // One is settled; the other is still offered.
  third.keeper.take(KEY, left[0]?.draft ?? '');
  third.keeper.forget(KEY);
  expect((await third.keeper.left(KEY)).map(({ text }) => text)).toEqual(['달콤공방']);
  await expect.poll(() => [...tablet.drafts.keys()]).toEqual([draftKey(KEY, 'a')]);
});

test('SG-5 left words go when their field’s own are kept or saved, and not before', async () => {
  const tablet = makeTablet();
  const first = tablet.openTab('a');
  first.keeper.keep(KEY, words('달콤공방'));
  await first.keeper.idle();
  first.die();
  const { keeper } = tablet.openTab('b');
  const [left] = await keeper.left(KEY);
  keeper.take(KEY, left?.draft ?? '');
  expect(await keeper.save(KEY, async () => false)).toBe(false);
  expect(tablet.textOf('a')).toBe('달콤공방');
  keeper.keep(KEY, words('달콤공방 본점'));
  await keeper.idle();
  expect([...tablet.drafts.keys()]).toEqual([draftKey(KEY, 'b')]);
});

test('SG-5 a duplicated tab, which has the marks of one that lives, leaves it its draft', async () => {
  const tablet = makeTablet();
  const first = tablet.openTab('a');
  first.keeper.keep(KEY, words('달콤공방'));
  await first.keeper.idle();
  const twin = tablet.openTab('b', new Map(first.marks));
  const marked = twin.keeper.marked(KEY);
  expect(marked).toMatchObject(words('달콤공방'));
  twin.keeper.take(KEY, marked?.draft ?? '');
  await twin.keeper.save(KEY, async () => true);
  expect(tablet.textOf('a')).toBe('달콤공방');
});

test('SG-5 a section full of fields reads the drafts once', async () => {
  const tablet = makeTablet();
  const { keeper } = tablet.openTab('a');
  await Promise.all(Array.from({ length: 60 }, (_, index) => keeper.left(wordsKey(`shop/m${index}`, 'name'))));
  expect(tablet.listsRead()).toBe(1);
});

test('SG-6 words of any field of an entry that is gone are offered; what its field cannot hold is only shown', async () => {
  const left = new Map([
    [wordsKey('shop/m1', 'name'), [{ text: '1호 (15cm)', seen: [['name', [['b', 1]]]], draft: 'n' }]],
    [wordsKey('shop/m1', 'price'), [{ text: '4만', seen: null, draft: 'p' }]],
    [wordsKey('shop/m2', 'price'), [{ text: '사만쯤', seen: null, draft: 'q' }]],
    [wordsKey('shop', 'address'), [{ text: '달콤길', seen: null, draft: 'a' }]],
    [wordsKey('shop/t-ready-ko', 'body'), [{ text: '다 됐습니다', seen: null, draft: 't' }]],
  ]) as ReadonlyMap<string, readonly LeftWords[]>; // as JSON gives them
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv('a') });
  const { shop } = await store.queries.shopDocument().run();
  const homeless = homelessWords(left, shop);
  expect(homeless.map(({ field, text }) => [field, text])).toEqual([
    ['name', '1호 (15cm)'],
    ['price', '4만'],
    ['price', '사만쯤'],
  ]);
  const now: Seen = new Map([['shop/m1', new Map([['deleted', [['c', 3]]]])]]);
  const edits = homeless.map((one) => editBack(one, 'KRW', now));
  expect(edits.map((edit) => edit?.set ?? null)).toEqual([
    { name: '1호 (15cm)', deleted: false },
    { price: { minor: 40_000, currency: 'KRW' }, deleted: false },
    null,
  ]);
  expect(edits[0]?.seen?.get('shop/m1')?.get('deleted')).toEqual([['c', 3]]);
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
    tablet.drafts.delete(draftKey(KEY, 'a'));
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
    tablet.drafts.delete(draftKey(KEY, 'a'));
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
  const field = { eid: 'shop/m1', field: 'name' };
  expect(keyToField(draftKey(wordsKey('shop/m1', 'name'), 'a'))).toEqual(field);
  // Before drafts were named by their tab.
  expect(keyToField(wordsKey('shop/m1', 'name'))).toEqual(field);
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
