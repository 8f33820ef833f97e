// The pickup list printed by WebKit: every order on the paper, none cut, the day above each page.
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../app-server.ts';
import type { SeedBook } from '../e2e/in-page/book-seed.ts';
import { seedScript } from '../e2e/seed-book.ts';
import { startWebKit, until, type WebKit } from './webkit-session.ts';

const DAY = '2022-10-15';
let webkit: WebKit;
let server: AppServer;

beforeAll(async () => {
  server = await startAppServer();
  webkit = await startWebKit();
});

afterAll(async () => {
  await webkit?.close();
  await server?.stop();
});

test('PR-2 forty orders print whole in WebKit', async () => {
  const browser = await webkit.open(webkit.newProfile());
  await browser.driver.get(`${server.url}notices.txt`);
  const book: SeedBook = {
    orders: Array.from({ length: 40 }, (_, index) => ({
      day: DAY,
      time: `${10 + Math.floor(index / 4)}:00`,
      name: `시작${index}`,
      phone: `0100000${1000 + index}`,
      items: [
        { size: '1호', lettering: `${'축하해요\n'.repeat(index % 6)}끝${index}`, allergy: '견과', picture: '#cf6d8b' },
      ],
      price: 40_000,
    })),
  };
  const failed = await browser.driver.executeAsyncScript(
    `${await seedScript()}; const done = arguments[arguments.length - 1];
     globalThis.seedDoor.seedBook(arguments[0]).then(() => done(null), (error) => done(String(error)));`,
    book,
  );
  expect(failed).toBeNull();
  await browser.driver.get(`${server.url}print/${DAY}`);
  await until(
    () => browser.driver.executeScript('return document.body.innerText.includes("바로 인쇄할 수 있습니다")'),
    'the list does not become ready to print',
  );
  const pdf = await browser.print();
  const keep = process.env.SHOW_PRINTS;
  if (keep !== undefined) copyFileSync(pdf, join(keep, 'webkit.pdf'));
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  const pageOf = (word: string) => pages.findIndex((text) => new RegExp(`${word}(?!\\d)`).test(text));
  const cut = book.orders
    .map((_, index) => index)
    .filter((index) => pageOf(`시작${index}`) < 0 || pageOf(`시작${index}`) !== pageOf(`끝${index}`));
  expect(cut).toEqual([]);
  for (const text of pages) expect.soft(text.replace(/\s+/g, ' ')).toContain('픽업 모두 40건');
  await browser.quit();
});
