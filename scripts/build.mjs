// Builds the app into dist/, and knows whether that is needed.
// Law: dist/ is swapped in whole, so that a failed build leaves the last good one standing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeNotices } from './notices.mjs';

const root = resolve(import.meta.dirname, '..');

/** Everything that a build reads. The generated notices are left out: they follow from the lock file. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'scripts/notices.mjs'];
const generated = join(root, 'public', 'notices.txt');

/** Where the built app lies: `DIST`, or dist/ beside the sources. */
export const distFolder = () => resolve(root, process.env.DIST ?? 'dist');

/** Builds only when dist/ is missing or older than a source; a folder named by `DIST` is taken as it is. Returns whether it built. */
export function buildIfStale() {
  if (process.env.DIST || !isStale()) return false;
  buildApp();
  return true;
}

function buildApp() {
  const dist = distFolder();
  const fresh = `${dist}.new-${process.pid}`;
  writeNotices(generated);
  try {
    runVite(['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']);
    rmSync(dist, { recursive: true, force: true });
    renameUnlessThere(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Two builds at once (two test runs) make the same thing: the one that stands first stays.
 * @param {string} from
 * @param {string} to
 */
function renameUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/**
 * A process of its own: started from a test, NODE_ENV would be `test` and React's development build would be packed.
 * @param {string[]} args
 */
function runVite(args) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [vite, ...args], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; what is wrong stands above.');
}

function isStale() {
  const page = join(distFolder(), 'index.html');
  if (!existsSync(page)) return true;
  const builtAt = statSync(page).mtimeMs;
  return sources.some((name) => newestChangeMs(join(root, name)) > builtAt);
}

/** @param {string} path @returns {number} */
function newestChangeMs(path) {
  if (path === generated || !existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time counts too: it changes when a file in it is removed.
  const times = readdirSync(path).map((name) => newestChangeMs(join(path, name)));
  const own = path === join(root, 'public') ? 0 : stat.mtimeMs;
  return Math.max(own, ...times);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--if-stale')) buildIfStale();
  else buildApp();
}
