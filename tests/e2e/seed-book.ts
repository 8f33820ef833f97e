// Gives an end-to-end test a filled book: packs tests/e2e/in-page/book-seed.ts and runs it in the page.
// Law: the page's own policy stays as it is; the code comes in through the test's door, not through the page.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { SeedBook, SeedDoor } from './in-page/book-seed.ts';

let packed: Promise<string> | null = null;

async function packSeed(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'in-page/book-seed.ts'), formats: ['iife'], name: 'bookSeed' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk =
    bundle !== undefined && 'output' in bundle ? bundle.output.find((part) => part.type === 'chunk') : undefined;
  if (chunk === undefined) throw new Error('the seed was not packed');
  return chunk.code;
}

/** The packed seed as a script; it leaves `seedDoor` in the global scope. */
export function seedScript(): Promise<string> {
  packed ??= packSeed();
  return packed;
}

/** Fills the book of the page's origin, then loads the app on it. Answers the orders' names. */
export async function openSeededApp(page: Page, book: SeedBook, address = '/'): Promise<readonly string[]> {
  // A file without script: the app must not hold the database while it is filled.
  await page.goto('/notices.txt');
  await page.evaluate(await seedScript());
  const eids = await page.evaluate(
    async (given) => await (globalThis as typeof globalThis & { seedDoor: SeedDoor }).seedDoor.seedBook(given),
    book,
  );
  await page.goto(address);
  return eids;
}
