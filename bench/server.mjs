// Serves the built app and the contenders' pages from one address, as a child that a run can really stop.
// node bench/server.mjs PORT DIR [DIR ...]: the first folder that has the file answers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [port, ...folders] = process.argv.slice(2);
/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
process.on('disconnect', () => process.exit(0));
createServer((request, response) => {
  const path = normalize(new URL(request.url ?? '/', 'http://bench').pathname);
  // Isolated, so that the page may measure its memory, workers included.
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
  for (const folder of folders) {
    try {
      const body = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
      response.setHeader('content-type', types[extname(path) || '.html'] ?? 'application/octet-stream');
      response.setHeader('cache-control', 'no-cache');
      response.end(body);
      return;
    } catch {
      // The next folder may have it.
    }
  }
  response.statusCode = 404;
  response.end('not found');
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'));
