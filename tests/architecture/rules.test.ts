// docs/rules.md and the tests: every title that begins with a number names a rule, and every rule is held by a test.
// Law: a rule that no test can hold stands in `heldElsewhere` with its reason; nothing is left out in silence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const RULE = /^- \*\*([A-Z]{1,2}-?\d+)\*\*|^\*\*([A-Z]{2}-\d+) /gm;
const NUMBERS = /^(?:(?:[A-Z]{2}-\d+|A\d+) )+/;

/** Rules that no title names, and why. */
const heldElsewhere: Readonly<Record<string, string>> = {};

/** Every text in a test file that begins with numbers of rules: titles stand in calls, tables and shared suites alike. */
function numbersNamed(path: string): string[] {
  const parsed = parseSync(path, readFileSync(join(root, 'tests', path), 'utf8'));
  const numbers: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') numbers.push(...(NUMBERS.exec(value)?.[0].trim().split(' ') ?? []));
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) visit(each);
  };
  visit(parsed.program);
  return [...new Set(numbers)];
}

const rules = ['docs/rules.md', 'docs/rules-intake.md'].flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(RULE)].map((match) => match[1] ?? match[2] ?? ''),
);
const named = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .flatMap((path) => numbersNamed(path).map((rule) => ({ path, rule })));

describe('docs/rules.md', () => {
  test('A13 every number that a test names is a rule', () => {
    expect(named.filter(({ rule }) => !rules.includes(rule)).map(({ path, rule }) => `tests/${path}  ${rule}`)).toEqual(
      [],
    );
  });

  test('A13 no number is two rules', () => {
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });

  test('A14 every rule is named by a test, or says here why none can', () => {
    const held = new Set([...named.map(({ rule }) => rule), ...Object.keys(heldElsewhere)]);
    expect(rules.filter((rule) => !held.has(rule))).toEqual([]);
    expect(Object.keys(heldElsewhere).filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
