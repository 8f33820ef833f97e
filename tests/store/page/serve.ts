// Builds the store's bare page and serves it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'vite';

export interface StorePageServer {
  /** With a slash at the end; `localhost`, so that the page is a secure context. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function serveStorePage(port = 0): Promise<StorePageServer> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: resolve(import.meta.dirname, 'store-page.ts'), formats: ['es'], fileName: 'store-page' },
    },
  });
  const bundles = Array.isArray(output) ? output : [output];
  // The page and what it loads later (Dexie, when there is a database to lay out).
  const scripts = new Map<string, { readonly code: string; readonly isEntry: boolean }>(
    bundles
      .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
      .flatMap((part) => (part.type === 'chunk' ? [[`/${part.fileName}`, part] as const] : [])),
  );
  const page = [...scripts].find(([, { isEntry }]) => isEntry)?.[0];
  if (page === undefined) throw new Error('the page was not built');
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '');
    response.setHeader('content-type', script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(script?.code ?? `<!doctype html><title>store</title><script type="module" src="${page}"></script>`);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const address = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://localhost:${address.port}/`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
