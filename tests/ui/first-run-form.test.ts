// First run as a value (docs/rules.md FR).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { localTime } from '../../src/domain/time.ts';
import {
  FIRST_RUN_DRAFT,
  formProblems,
  formToChange,
  menuOfForm,
  proposedForm,
  readFormDraft,
} from '../../src/ui/first-run/first-run-form.ts';
import { countryOfZone } from '../../src/ui/settings/country.ts';

const form = proposedForm('Asia/Seoul', 'KR');

test('FR-2 only the name is missing from the proposal; closing before opening is a problem', () => {
  expect(formProblems(form)).toEqual({ name: true, hours: false });
  expect(formProblems({ ...form, name: '  ' }).name).toBe(true);
  const backwards = { open: localTime('20:00'), close: localTime('11:00') };
  expect(formProblems({ ...form, name: '달콤공방', hours: [backwards, ...form.hours.slice(1)] })).toEqual({
    name: false,
    hours: true,
  });
});

test('FR-1 the change holds the shop, its menu and its texts, and takes the draft with it', () => {
  const change = formToChange({ ...form, name: ' 달콤공방 ', account: '' }, 'ko');
  const shop = change.edits.find((edit) => edit.kind === 'shop');
  expect(shop?.set).toMatchObject({ name: '달콤공방', account: null, currency: 'KRW', zone: 'Asia/Seoul' });
  expect(change.edits.filter((edit) => edit.kind === 'menuEntry').length).toBeGreaterThan(15);
  expect(change.edits.filter((edit) => edit.kind === 'text')).toHaveLength(15);
  expect(change.discardDraft).toBe(FIRST_RUN_DRAFT);
});

test('FR-2 lines without a name are left out, the others are counted through', () => {
  const menu = [
    { eid: 'shop/ma' as Eid, group: 'size' as const, name: '', minor: 1 }, // children are named by who makes them
    { eid: 'shop/mb' as Eid, group: 'size' as const, name: ' 2호 ', minor: 44_000 },
    { eid: 'shop/mc' as Eid, group: 'size' as const, name: '3호', minor: null },
  ];
  const change = formToChange({ ...form, name: '달콤공방', menu }, 'ko');
  expect(change.edits.filter((edit) => edit.kind === 'menuEntry').map((edit) => edit.set)).toEqual([
    { group: 'size', name: '2호', price: { minor: 44_000, currency: 'KRW' }, position: 0, active: true },
    { group: 'size', name: '3호', price: null, position: 1, active: true },
  ]);
});

test('FR-1 a draft reads back as it was; a damaged one is none', () => {
  const typed = { ...form, name: '달콤공방', step: 'menu' as const, menu: menuOfForm(form, 'ko') };
  expect(readFormDraft(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  for (const damaged of [null, 1, {}, { ...typed, hours: [null] }, { ...typed, step: 'elsewhere' }]) {
    expect(readFormDraft(JSON.parse(JSON.stringify(damaged)))).toBe(null);
  }
});

test('the proposed menu follows language and country until it is touched', () => {
  expect(menuOfForm(form, 'ja')[0]?.name).not.toBe(menuOfForm(form, 'ko')[0]?.name);
  const size = menuOfForm({ ...form, country: 'JP' }, 'ja').find((line) => line.group === 'size');
  expect(size?.minor).toBe(1600);
});

test.each([
  ['Asia/Seoul', 'en', 'KR'],
  ['Asia/Tokyo', 'ko', 'JP'],
  ['America/Toronto', 'en', 'CA'],
  ['America/Chicago', 'en', 'US'],
  ['UTC', 'ko', 'KR'],
  ['Europe/Berlin', 'en', 'US'],
] as const)('a tablet in %s that speaks %s is taken to stand in %s', (zone, language, country) => {
  expect(countryOfZone(zone, language)).toBe(country);
});
