// npm run -s read-orders -- FILE.jsonl: reads each message of a sample file and prints one JSON line for it.
// Law: stdout carries nothing but those lines; what cannot be read is said on stderr and makes the exit code 1.
import { readFileSync } from 'node:fs';
import { loadTypescript } from './load-typescript.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error(
    'Usage: npm run -s read-orders -- FILE.jsonl   (one {"id", "reference_now", "timezone", "shop_hours", "text"} per line)',
  );
  process.exit(1);
}
// `read-orders … | head`: whoever reads the lines has had enough; that is no error.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});
const { readSample } = await loadTypescript('src/intake/read-sample.ts');
const lines = readFileSync(file, 'utf8').split(/\r?\n/);
lines.forEach((line, index) => {
  if (line.trim() === '') return;
  try {
    process.stdout.write(`${JSON.stringify(readSample(JSON.parse(line)))}\n`);
  } catch (error) {
    console.error(`${file}:${index + 1}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
});
