// The storage contract in WebKit, and that what was confirmed is there after the browser is opened again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StorePageServer, serveStorePage } from '../store/page/serve.ts';
import type {} from '../store/page/store-page.ts';
import { startWebKit, until, type WebKit, type WebKitBrowser } from './webkit-session.ts';

let webkit: WebKit;
let server: StorePageServer;

beforeAll(async () => {
  server = await serveStorePage();
  webkit = await startWebKit();
});
afterAll(async () => {
  await webkit?.close();
  await server?.stop();
});

async function openPage(profile: string): Promise<WebKitBrowser> {
  const browser = await webkit.open(profile);
  await browser.driver.manage().setTimeouts({ script: 60_000 });
  await browser.driver.get(server.url);
  await until(() => browser.driver.executeScript('return window.storePage !== undefined'), 'the page has not started');
  return browser;
}

/** What a promise of the page answers; `words` is an expression of the page. */
async function answerOf<Answer>(browser: WebKitBrowser, words: string): Promise<Answer> {
  const { answer, error } = await browser.driver.executeAsyncScript<{ answer: Answer; error: string | null }>(
    `const done = arguments[arguments.length - 1];
     Promise.resolve(${words}).then((answer) => done({ answer, error: null }), (error) => done({ error: String(error) }));`,
  );
  if (error !== null) throw new Error(error);
  return answer;
}

test('ST-1 to ST-7 the storage contract holds in WebKit', async () => {
  const browser = await openPage(webkit.newProfile());
  const found = await answerOf<{ title: string; error: string | null }[]>(browser, 'storePage.contract()');
  await browser.quit();
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter(({ error }) => error !== null)).toEqual([]);
});

test('ST-8 orders that were confirmed are there after a restart, each once and with its number', async () => {
  const profile = webkit.newProfile();
  const first = await openPage(profile);
  await answerOf(first, "storePage.open('shop')");
  const taken = await answerOf<string[]>(first, "storePage.takeOrders('shop', 20)");
  await first.quit();
  expect(taken).toEqual(Array.from({ length: 20 }, (_, index) => `A-${index + 1}`));

  const second = await openPage(profile);
  await answerOf(second, "storePage.open('shop')");
  const kept = await answerOf<string[]>(second, "storePage.numbers('shop')");
  const next = await answerOf<string[]>(second, "storePage.takeOrders('shop', 1)");
  await second.quit();
  expect(kept.sort()).toEqual(taken.sort());
  expect(next).toEqual(['A-21']);
});
