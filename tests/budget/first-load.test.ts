// The first-load budget: scripts that index.html loads before anything can be seen, gzipped.
// Law: what a screen needs later is imported lazily; raising the figure needs a decision.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const dist = resolve(root, process.env.DIST ?? 'dist');
const budgetBytes = 130 * 1000;

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: root, stdio: 'inherit' });
}, 60_000);

describe('first load', () => {
  test('the scripts of the first screen stay under 130 KB gzip', () => {
    const sizes = firstLoadScripts().map((path) => [
      path,
      gzipSync(readFileSync(join(dist, path)), { level: 9 }).length,
    ]);
    const total = sizes.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
    expect(sizes.length).toBeGreaterThan(0);
    expect(total, `${JSON.stringify(sizes)}`).toBeLessThanOrEqual(budgetBytes);
  });

  test('the page has no inline script or style, which the security policy would block', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=/);
  });
});

/** Entry and preloaded scripts, and everything that they import statically. */
function firstLoadScripts(): string[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const waiting = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].flatMap((match) => match[1] ?? []);
  const found = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...staticImports(path));
  }
  return [...found].sort();
}

function staticImports(path: string): string[] {
  const code = readFileSync(join(dist, path), 'utf8');
  const statements = code.matchAll(/\b(?:import|export)\s*(?:[\w$*{}\s,]+?from\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g);
  return [...statements].flatMap((match) => (match[1] ? [posix.join(dirname(path), match[1])] : []));
}
