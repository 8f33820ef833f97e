// The server of `npm start` as a browser meets it: addresses, encodings, headers, and what it refuses.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startAppServer } from '../app-server.ts';

let folder: string;
let server: AppServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pickup-note-site-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not part of the site');
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>shop</title>');
  writeFileSync(join(dist, 'service-worker.js'), 'self.x = 1;');
  writeFileSync(join(dist, 'assets', 'main-1a2b.js'), 'export const words = "주문 ".repeat(9);'.repeat(99));
  writeFileSync(join(dist, 'manifest.webmanifest'), '{}');
  server = await startAppServer({ dist });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the server', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/orders/17?print=1', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/service-worker.js', 200, 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 200, 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['/assets/main-1a2b.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/main-gone.js', 404, 'text/plain; charset=utf-8', 'no-store'],
    ['/assets/gone', 404, 'text/plain; charset=utf-8', 'no-store'],
    ['/gone.png', 404, 'text/plain; charset=utf-8', 'no-store'],
    ['/%E0%A4%A', 400, 'text/plain; charset=utf-8', 'no-store'],
    ['/../secret.txt', 404, 'text/plain; charset=utf-8', 'no-store'],
    ['/..%2fsecret.txt', 404, 'text/plain; charset=utf-8', 'no-store'],
    ['/assets/..%2f..%2fsecret.txt', 404, 'text/plain; charset=utf-8', 'no-store'],
  ])('%s is answered %i as %s, %s', async (path, status, type, cacheControl) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      status,
      type,
      cacheControl,
    ]);
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('a browser that accepts "%s" gets %s', async (accepted, encoding) => {
    const answer = await ask('/assets/main-1a2b.js', { headers: { 'accept-encoding': accepted } });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('accept-encoding');
  });

  test('a page that has not changed is not sent again', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'if-none-match': headers.etag ?? '' } });
    expect([again.status, again.bytes]).toEqual([304, 0]);
  });

  test('HEAD carries the headers and no body', async () => {
    const answer = await ask('/', { method: 'HEAD' });
    expect([answer.status, answer.bytes, answer.headers['content-length']]).toEqual([200, 0, '34']);
  });

  test('POST is refused', async () => {
    const answer = await ask('/', { method: 'POST' });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('every answer, also a refusal, carries the security headers', async () => {
    for (const path of ['/', '/assets/main-1a2b.js', '/gone.png']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self'; style-src 'self';/);
      expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: number;
}

/** Plain `http`: `fetch` would tidy the path and unpack the body before the test sees them. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, ...options }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, `${value}`]));
        resolve({ status: response.statusCode, headers, bytes });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
