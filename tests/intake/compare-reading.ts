// Compares readings with annotated samples; used by the corpus test and by scripts/score-intake.mjs.
// Law: a wrong value is silent unless a flag of the reading speaks of that very field.
import type { FlatReading, Sample } from '../../src/intake/flat-reading.ts';

interface ExpectedItem {
  readonly name: string | null;
  readonly size: string | null;
  readonly flavor: string | null;
  readonly lettering: string | null;
  readonly quantity: number;
}
export interface AnnotatedSample extends Sample {
  readonly expected: Readonly<Record<(typeof ORDER_FIELDS)[number], string | boolean | null>> & {
    readonly items: readonly ExpectedItem[];
    readonly notes_contains: readonly string[];
  };
  readonly flags: readonly string[];
  readonly tags?: readonly string[];
}
export interface Difference {
  readonly field: string;
  readonly want: unknown;
  readonly got: unknown;
  readonly wrong: boolean;
  readonly silent: boolean;
}
export interface Comparison {
  readonly sample: AnnotatedSample;
  readonly differences: readonly Difference[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}
export interface Score {
  readonly total: number;
  readonly fieldsExact: number;
  readonly exact: number;
  readonly silent: number;
}

const ORDER_FIELDS = [
  'customer_name',
  'phone_e164',
  'pickup_date',
  'pickup_time',
  'pickup_time_end',
  'candles',
  'cooler_bag',
  'depositor',
  'allergy',
  'fulfilment',
] as const;
const ITEM_FIELDS = ['name', 'size', 'flavor', 'lettering', 'quantity'] as const;

/** What each flag asks about; '*' is everything. */
const ABOUT: Readonly<Record<string, string>> = {
  name_missing: 'customer_name',
  phone_missing: 'phone_e164',
  phone_invalid: 'phone_e164',
  relative_date_after_midnight: 'pickup_date',
  closed_day: 'pickup_date',
  multi_item: 'items',
  field_conflict: '*',
  not_an_order: '*',
  empty_form: '*',
  change_request: '*',
  cancel_request: '*',
};

function aboutOf(flag: string): string {
  return ABOUT[flag] ?? (flag.startsWith('date_') ? 'pickup_date' : 'pickup_time');
}

/** As strings are compared: NFKC, lower case, without blanks, quotes and a last polite ending. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).normalize('NFKC').toLowerCase();
  return text.replace(/[\s"'“”‘’]/g, '').replace(/(?:님|씨|입니다|이에요|예요|요)$/, '');
}

function compare(sample: AnnotatedSample, reading: FlatReading): Comparison {
  const { expected, flags } = reading;
  const differences: Difference[] = [];
  const check = (field: string, about: string, want: unknown, got: unknown) => {
    if (plain(want) === plain(got)) return;
    const wrong = plain(got) !== null;
    const excused = flags.some((flag) => aboutOf(flag) === '*' || aboutOf(flag) === about);
    differences.push({ field, want, got, wrong, silent: wrong && !excused });
  };
  for (const field of ORDER_FIELDS) {
    check(field, field === 'pickup_time_end' ? 'pickup_time' : field, sample.expected[field], expected[field]);
  }
  check('items', 'items', sample.expected.items.length, expected.items.length);
  sample.expected.items.forEach((item, i) => {
    for (const field of ITEM_FIELDS) {
      const mayBeAnything = field === 'name' && item.name === null;
      if (!mayBeAnything) check(`item ${i + 1} ${field}`, 'items', item[field], expected.items[i]?.[field] ?? null);
    }
  });
  const notes = plain(JSON.stringify(expected.notes)) ?? '';
  for (const part of sample.expected.notes_contains) {
    if (notes.includes(plain(part) ?? '')) continue;
    differences.push({ field: 'notes', want: part, got: expected.notes, wrong: false, silent: false });
  }
  return {
    sample,
    differences,
    missing: sample.flags.filter((flag) => !flags.includes(flag)),
    extra: flags.filter((flag) => !sample.flags.includes(flag)),
  };
}

/** Reads and compares every sample; `exact` wants all fields and exactly the annotated flags. */
export function scoreSamples(
  samples: readonly AnnotatedSample[],
  read: (sample: Sample) => FlatReading,
): { readonly score: Score; readonly comparisons: readonly Comparison[] } {
  const comparisons = samples.map((sample) => compare(sample, read(sample)));
  const right = comparisons.filter((one) => one.differences.length === 0);
  const score = {
    total: samples.length,
    fieldsExact: right.length,
    exact: right.filter((one) => one.missing.length === 0 && one.extra.length === 0).length,
    silent: comparisons.filter((one) => one.differences.some((difference) => difference.silent)).length,
  };
  return { score, comparisons };
}
