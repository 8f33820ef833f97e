// Freezes a sample database of the present version: `node scripts/freeze-database.mjs`, once for each released version.
// Law: a frozen file is never made again. `--rows` writes anew only what today's code derives from every frozen one.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'tests/fixtures');
const { module: sample } = await runnerImport(join(root, 'tests/store/sample-book.ts'));
const { module: frozen } = await runnerImport(join(root, 'tests/store/frozen-rows.ts'));

if (!process.argv.includes('--rows')) {
  const book = await sample.makeSampleBook();
  const file = join(folder, `database-v${book.database}-schema${book.schema}.json`);
  if (existsSync(file)) throw new Error(`${file} is frozen already`);
  writeFileSync(file, `${JSON.stringify(book, null, 1)}\n`);
  console.log(file);
}
for (const name of readdirSync(folder).filter((one) => /^database-v\d+-schema\d+\.json$/.test(one))) {
  const book = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const rows = await frozen.deriveFrozen(book);
  const file = join(folder, name.replace('.json', '.rows.json'));
  if (existsSync(file)) {
    const known = JSON.parse(readFileSync(file, 'utf8'));
    const differs = JSON.stringify(known.tables) !== JSON.stringify(rows.tables);
    if (differs && known.derived === rows.derived) throw new Error('raise DERIVED_VERSION: the rows have changed');
  }
  writeFileSync(file, `${JSON.stringify(rows, null, 1)}\n`);
}
