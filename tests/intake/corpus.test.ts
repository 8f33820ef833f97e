// The reader against messages that were written by somebody else, before the reader saw them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSample } from '../../src/intake/read-sample.ts';
import type { AnnotatedSample } from './compare-reading.ts';
import { scoreSamples } from './compare-reading.ts';

function samplesOf(name: string): AnnotatedSample[] {
  const text = readFileSync(new URL(`./corpus/${name}`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as AnnotatedSample])); // our own annotated file
}

const LOOKED_AT = ['develop', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** held-out.jsonl is left to `scripts/score-intake.mjs`: a file that a test holds is soon written for. */
test.each(LOOKED_AT.map((name) => `${name}.jsonl`))(
  'IN-2 of the messages in %s none is silently wrong, 95 % are right, 90 % with the right flags',
  (name) => {
    const { score, comparisons } = scoreSamples(samplesOf(name), readSample);
    const silent = comparisons.filter((one) => one.differences.some((difference) => difference.silent));
    expect(silent.map((one) => one.sample.id)).toEqual([]);
    expect(score.fieldsExact / score.total).toBeGreaterThanOrEqual(0.95);
    expect(score.exact / score.total).toBeGreaterThanOrEqual(0.9);
  },
);
