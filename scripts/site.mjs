// The built app as answers to requests: which file, which headers, which encoding.
// Law: the files are read once at start. A path is looked up in that list, never on the disk, so no request can
// leave dist/, and a build made meanwhile cannot mix two versions.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};
const compressible = /^text\/|json|javascript|svg/;

/** Sent with every answer. No inline script or style, nothing from elsewhere, script addresses only through one policy. */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * One file of the site.
 * @typedef {{ body: Buffer, type: string, cacheControl: string, etag: string, encoded: Map<string, Buffer> }} SiteFile
 */

/**
 * Reads the built app into memory (about 1 MB).
 * @param {string} dist
 * @returns {Map<string, SiteFile>} by path, such as `/assets/main-1a2b.js`
 */
export function readSite(dist) {
  /** @type {Map<string, SiteFile>} */
  const site = new Map();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file
      .slice(dist.length + 1)
      .split('\\')
      .join('/')}`;
    const body = readFileSync(file);
    site.set(path, {
      body,
      type: contentTypes[extname(path)] ?? 'application/octet-stream',
      // Names under /assets/ carry a hash of their content; everything else must be asked for again.
      cacheControl: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      encoded: new Map(),
    });
  }
  return site;
}

/**
 * Answers one request from the site.
 * @param {Map<string, SiteFile>} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function answer(site, request, response) {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD are answered here.');
  }
  const path = requestedPath(request.url ?? '/');
  if (path === null) return refuse(response, 400, 'This address cannot be read.');
  const file = site.get(path === '/' ? '/index.html' : path) ?? pageFor(site, path);
  if (file === undefined) return refuse(response, 404, 'There is no such file.');

  response.setHeader('content-type', file.type);
  response.setHeader('cache-control', file.cacheControl);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('etag', file.etag);
  if (request.headers['if-none-match'] === file.etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const encoding = compressible.test(file.type) ? acceptedEncoding(request.headers['accept-encoding']) : null;
  const body = encoding === null ? file.body : encodedBody(file, encoding);
  if (encoding !== null) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * A screen's address (`/orders/17`) is the app's one page; a missing file with an ending stays missing.
 * @param {Map<string, SiteFile>} site
 * @param {string} path
 */
function pageFor(site, path) {
  return extname(path) === '' && !path.startsWith('/assets/') ? site.get('/index.html') : undefined;
}

/** @param {string} url @returns {string | null} */
function requestedPath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/** @param {string | undefined} header @returns {'br' | 'gzip' | null} */
function acceptedEncoding(header) {
  const refused = (/** @type {string} */ part) => /;\s*q=0(\.0*)?$/.test(part);
  const names = (header ?? '').split(',').flatMap((part) => (refused(part.trim()) ? [] : [part.split(';')[0]?.trim()]));
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : null;
}

/** @param {SiteFile} file @param {'br' | 'gzip'} encoding */
function encodedBody(file, encoding) {
  const known = file.encoded.get(encoding);
  if (known !== undefined) return known;
  const made =
    encoding === 'br'
      ? brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : gzipSync(file.body, { level: 9 });
  file.encoded.set(encoding, made);
  return made;
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} sentence */
function refuse(response, status, sentence) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
}
