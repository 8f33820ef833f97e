// The offline core in WebKit: opens, is kept by its service worker, comes back with the server gone and after a restart.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../app-server.ts';
import { startWebKit, until, type WebKit, type WebKitBrowser } from './webkit-session.ts';

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

test('opens with the server stopped, also after a restart of the browser', async () => {
  const profile = webkit.newProfile();
  const first = await webkit.open(profile);
  await first.driver.get(server.url);
  await appIsShown(first);
  await until(
    () => first.driver.executeScript('return navigator.serviceWorker.controller?.state === "activated"'),
    'no service worker controls the page',
  );

  await server.stop();
  await first.driver.navigate().refresh();
  await appIsShown(first);
  await first.driver.get(`${server.url}somewhere/deep`);
  await appIsShown(first);
  await first.quit();

  const second = await webkit.open(profile);
  await second.driver.get(server.url);
  await appIsShown(second);
  expect(await second.driver.getTitle()).toContain('픽업노트');
  await second.quit();
});

test('prints the screen to a file', async () => {
  const printServer = await startAppServer();
  const browser = await webkit.open(webkit.newProfile());
  await browser.driver.get(printServer.url);
  await appIsShown(browser);
  const pdf = await browser.print();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await browser.quit();
  await printServer.stop();
});

function appIsShown(browser: WebKitBrowser): Promise<void> {
  return until(
    () => browser.driver.executeScript('return (document.querySelector("#root")?.children.length ?? 0) > 0'),
    'the app is not shown',
  );
}
