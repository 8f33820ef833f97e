// Lets a script use a module of src/ on Node 20, which does not read TypeScript: packed, then imported.
// Law: nothing on stdout, nothing left on disk (a data URL would print the whole program in every stack trace).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

/**
 * The exports of `entry` (path from the project's root) with everything it imports.
 * @param {string} entry
 * @returns {Promise<Record<string, any>>}
 */
export async function loadTypescript(entry) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: resolve(root, entry), write: false, target: 'node20', minify: false },
  });
  const output = 'output' in built ? built.output : Array.isArray(built) ? built[0]?.output : undefined;
  const chunk = output?.find((part) => part.type === 'chunk');
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error(`${entry} could not be packed`);
  const folder = mkdtempSync(join(tmpdir(), 'pickup-note-'));
  try {
    const file = join(folder, 'packed.mjs');
    writeFileSync(file, chunk.code);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
