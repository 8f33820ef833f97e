// `npm test`: every runner in order, and at the very end one line that sums them: `N passed, N failed`.
// Law: nothing is skipped in silence. A missing browser, a skipped test, a runner without tests or without a report
// count as failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'pickup-note-tests-'));

/**
 * What one runner found.
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ name: string, run: (report: string) => Tally }} Runner
 */

const vitest = (/** @type {string} */ project) => ({
  name: project,
  run: (/** @type {string} */ report) => {
    runTool('node_modules/vitest/vitest.mjs', [
      ...['run', '--project', project, '--reporter=default', '--reporter=json'],
      `--outputFile.json=${report}`,
    ]);
    return vitestTally(readReport(report));
  },
});

/** @type {Runner[]} */
const runners = [
  vitest('unit'),
  vitest('budget'),
  vitest('browser'),
  {
    name: 'end to end',
    run: (report) => {
      runTool('node_modules/@playwright/test/cli.js', ['test'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
      return playwrightTally(readReport(report));
    },
  },
  vitest('webkit'),
];

const missing = ['/usr/bin/chromium', '/usr/bin/firefox-esr', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'].filter(
  (program) => !existsSync(program),
);
if (missing.length > 0) console.error(`Missing: ${missing.join(', ')}. Run: npm run setup`);

const total = { passed: 0, failed: missing.length };
/** @type {string[]} */
const summary = [];
for (const { name, run } of runners) {
  const startedAtMs = performance.now();
  const found = run(join(reports, `${name.replaceAll(' ', '-')}.json`));
  const tally = found.passed + found.failed === 0 ? { passed: 0, failed: 1 } : found;
  total.passed += tally.passed;
  total.failed += tally.failed;
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  summary.push(`${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${summary.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} tool @param {string[]} args @param {Record<string, string>} [env] */
function runTool(tool, args, env = {}) {
  spawnSync(process.execPath, [join(root, tool), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
}

/** @param {string} report @returns {any} the parsed report, null where the runner wrote none */
function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
}

/** A file that could not be read holds no test but fails as a suite. @param {any} report @returns {Tally} */
function vitestTally(report) {
  if (report === null) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numTotalTests - passed + brokenFiles;
  // Errors outside every test (an unhandled rejection) leave success false with no failed test.
  return { passed, failed: report.success || failed > 0 ? failed : 1 };
}

/** @param {any} report @returns {Tally} */
function playwrightTally(report) {
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
}
