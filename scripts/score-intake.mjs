// npm run -s score:intake -- FILE.jsonl [--list] [--quiet]: reads the messages of an annotated file and compares.
// Law: a wrong value is silent unless a flag speaks of that very field; --list shows each difference, for files we may look at.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { loadTypescript } from './load-typescript.mjs';

/** What each flag asks about; '*' is everything. @type {Record<string, string>} */
const ABOUT = {
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
];
const ITEM_FIELDS = ['name', 'size', 'flavor', 'lettering', 'quantity'];

/** @param {string} flag */
const aboutOf = (flag) =>
  ABOUT[flag] ?? (flag.startsWith('date_') ? 'pickup_date' : flag.startsWith('time_') ? 'pickup_time' : flag);

/** @param {unknown} value */
function plain(value) {
  if (value === null || value === undefined) return null;
  const text = String(value).normalize('NFKC').toLowerCase();
  return text.replace(/[\s"'“”‘’]/g, '').replace(/(?:님|씨|입니다|이에요|예요|요)$/, '');
}

/**
 * The differences of one reading from its annotation; `silent` when no flag of the reading speaks of the field.
 * @param {any} sample
 * @param {any} reading
 */
export function compareReading(sample, reading) {
  const want = sample.expected;
  const got = reading.expected;
  /** @type {string[]} */
  const flags = reading.flags;
  /** @type {{ field: string, want: unknown, got: unknown, wrong: boolean, silent: boolean }[]} */
  const differences = [];
  /** @param {string} field @param {unknown} a @param {unknown} b */
  const check = (field, a, b) => {
    if (plain(a) === plain(b)) return;
    const base = field === 'pickup_time_end' ? 'pickup_time' : field.startsWith('item') ? 'items' : field;
    const excused = flags.some((flag) => aboutOf(flag) === '*' || aboutOf(flag) === base);
    const wrong = plain(b) !== null;
    differences.push({ field, want: a, got: b, wrong, silent: wrong && !excused });
  };
  for (const field of ORDER_FIELDS) check(field, want[field], got[field]);
  check('items', want.items.length, got.items.length);
  want.items.forEach((/** @type {any} */ item, /** @type {number} */ i) => {
    for (const field of ITEM_FIELDS)
      if (field !== 'name' || item.name !== null)
        check(`item${i}.${field}`, item[field], got.items[i]?.[field] ?? null);
  });
  const notes = plain(JSON.stringify(got.notes)) ?? '';
  for (const part of want.notes_contains)
    if (!notes.includes(plain(part) ?? ''))
      differences.push({ field: 'notes', want: part, got: got.notes, wrong: false, silent: false });
  const missing = sample.flags.filter((/** @type {string} */ flag) => !flags.includes(flag));
  const extra = flags.filter((flag) => !sample.flags.includes(flag));
  return { differences, missing, extra };
}

/**
 * @param {any[]} samples
 * @param {(sample: any) => any} read
 */
export function scoreSamples(samples, read) {
  const score = { total: samples.length, fieldsExact: 0, exact: 0, silent: 0 };
  const results = samples.map((sample) => {
    const reading = read(sample);
    const compared = compareReading(sample, reading);
    const right = compared.differences.length === 0;
    if (right) score.fieldsExact++;
    if (right && compared.missing.length === 0 && compared.extra.length === 0) score.exact++;
    if (compared.differences.some((difference) => difference.silent)) score.silent++;
    return { sample, reading, ...compared };
  });
  return { score, results };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    console.error('Usage: npm run -s score:intake -- FILE.jsonl [--list]');
    process.exit(1);
  }
  const { readSample } = await loadTypescript('src/intake/read-sample.ts');
  const samples = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const { score, results } = scoreSamples(samples, readSample);
  if (process.argv.includes('--list')) {
    for (const result of results) {
      if (result.differences.length + result.missing.length + result.extra.length === 0) continue;
      console.log(
        `\n== ${result.sample.id}  ${result.sample.reference_now}  ${(result.sample.tags ?? []).join(',')}\n${result.sample.text}`,
      );
      for (const d of result.differences)
        console.log(
          `  ${d.silent ? 'SILENT' : d.wrong ? 'wrong ' : 'miss  '} ${d.field}: want ${JSON.stringify(d.want)} got ${JSON.stringify(d.got)}`,
        );
      if (result.missing.length > 0) console.log(`  flags missing: ${result.missing.join(' ')}`);
      if (result.extra.length > 0) console.log(`  flags extra: ${result.extra.join(' ')}`);
    }
  }
  const percent = (/** @type {number} */ n) =>
    `${n}/${score.total} (${((100 * n) / Math.max(1, score.total)).toFixed(1)} %)`;
  console.log(
    `\nfields exact ${percent(score.fieldsExact)}  exact ${percent(score.exact)}  silent wrong ${score.silent}/${score.total}`,
  );
}
