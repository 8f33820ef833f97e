// Lets a script use a module of src/ on Node 20, which does not read TypeScript: packed in memory, then imported.
// Law: writes nothing to disk and nothing to stdout.
import { resolve } from 'node:path';
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
  return import(`data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`);
}
