// Photos and backups on the engine of iPads: its canvas cannot write WebP. Its GTK port cannot write files at all, so what
// is tried here is the way through memory; the worker that iPads need is tried in Chromium.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWebKit, type WebKit, type WebKitBrowser } from './webkit-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'pickup-note-tour-'));
let server: Server;
let webkit: WebKit;
let browser: WebKitBrowser;
let address = '';

beforeAll(async () => {
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../store'),
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'safari16.4',
      rollupOptions: {
        input: join(import.meta.dirname, '../store/photo-tour.ts'),
        output: { entryFileNames: 'tour.js' },
      },
    },
  });
  server = createServer((request, response) => {
    const isScript = request.url?.endsWith('.js') === true;
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? readFileSync(join(folder, request.url ?? ''))
        : '<!doctype html><script type="module" src="/tour.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}/`; // listens on a port, so not a string
  webkit = await startWebKit();
  browser = await webkit.open(webkit.newProfile());
});

afterAll(async () => {
  await browser?.quit();
  await webkit?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('PH-1, BK-10 WebKit stores an upright JPEG; a backup goes through memory where files cannot be written', async () => {
  await browser.driver.get(address);
  const seen = await browser.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    walk().then(done, (error) => done(String(error && error.stack || error)));
  `);
  const joined = {
    kind: 'whole',
    joined: { ok: true, joined: { transactions: 1, photos: 1, photosUnnamed: 0, photosDamaged: 0 } },
    photo: { ok: true },
  };
  expect(seen).toMatchObject({
    photo: { mime: 'image/jpeg', width: 800, height: 1600, full: 'bryg', thumb: 'bryg' },
    isThumbSmall: true,
    refused: 'not-a-picture',
    own: joined,
    worker: expect.stringContaining('NotSupportedError'),
  });
});
