// `npm start`: builds when needed, serves the app on PORT (4173) and HOST (every address), prints where.
// Law: it ends at once on SIGTERM, SIGINT, or when the test that started it goes away.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildIfStale, distFolder } from './build.mjs';
import { answer, readSite } from './site.mjs';

const port = Number(process.env.PORT ?? 4173);
const host = process.env.HOST ?? '0.0.0.0';
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}

if (buildIfStale()) console.log('Built the app.');
if (!existsSync(distFolder())) {
  console.error(`There is no built app at ${distFolder()}. Build it: npm run build`);
  process.exit(1);
}
const site = readSite(distFolder());
const server = createServer((request, response) => answer(site, request, response));

server.on('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    taken ? `Port ${port} is in use. Choose another: PORT=${port + 1} npm start` : `Cannot listen: ${error.message}`,
  );
  process.exit(1);
});

server.listen(port, host, () => {
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const url = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${listening}/`;
  console.log(`Pickup Note is at ${url}`);
  process.send?.({ url });
});

function stop() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

// A signal to npm ends npm and the shell between, but does not reach this process: it sees its parent go.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
