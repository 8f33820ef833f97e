// npm run -s score:intake -- FILE.jsonl [--list]: reads the messages of an annotated file and compares.
// Law: --list shows each difference with its text, so it is for files that we may look at.
import { readFileSync } from 'node:fs';
import { loadTypescript } from './load-typescript.mjs';

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run -s score:intake -- FILE.jsonl [--list]');
  process.exit(1);
}
const { readSample } = await loadTypescript('src/intake/read-sample.ts');
const { scoreSamples } = await loadTypescript('tests/intake/compare-reading.ts');
const lines = readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
const { score, comparisons } = scoreSamples(
  lines.map((line) => JSON.parse(line)),
  readSample,
);
if (flags.includes('--list')) {
  for (const { sample, differences, missing, extra } of comparisons) {
    if (differences.length + missing.length + extra.length === 0) continue;
    console.log(`\n== ${sample.id}  ${sample.reference_now}  ${(sample.tags ?? []).join(',')}\n${sample.text}`);
    for (const { field, want, got, wrong, silent } of differences) {
      const kind = silent ? 'SILENT' : wrong ? 'wrong' : 'miss';
      console.log(`  ${kind} ${field}: want ${JSON.stringify(want)} got ${JSON.stringify(got)}`);
    }
    if (missing.length > 0) console.log(`  flags missing: ${missing.join(' ')}`);
    if (extra.length > 0) console.log(`  flags extra: ${extra.join(' ')}`);
  }
}
const share = (/** @type {number} */ n) =>
  `${n}/${score.total} (${((100 * n) / Math.max(1, score.total)).toFixed(1)} %)`;
console.log(
  `fields exact ${share(score.fieldsExact)}  exact ${share(score.exact)}  silent wrong ${score.silent}/${score.total}`,
);
