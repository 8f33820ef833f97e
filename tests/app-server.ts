// The real server of `npm start` as a child process, so that a test can really stop it.
// Law: the child ends with the test, by its ipc channel, even when the test is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** A running server: `url` ends with a slash; `stop` resolves when the port is free again. */
export interface AppServer {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** What a test may choose: the port (free one by default; the same one again after a stop) and another built app. */
export interface AppServerOptions {
  readonly port?: number;
  readonly dist?: string;
}

/** Starts the server and waits until it listens. */
export async function startAppServer({ port = 0, dist }: AppServerOptions = {}): Promise<AppServer> {
  const script = resolve(import.meta.dirname, '../scripts/start.mjs');
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...(dist === undefined ? {} : { DIST: dist }) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const listening = await firstMessage(child);
  // 127.0.0.1 and localhost are different origins; the tests use one name throughout, as people do.
  const url = listening.replace('127.0.0.1', 'localhost');
  return { url, port: Number(new URL(url).port), stop: () => stopChild(child) };
}

function firstMessage(child: ChildProcess): Promise<string> {
  return new Promise((resolveUrl, reject) => {
    child.once('message', (message: { readonly url: string }) => resolveUrl(message.url));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
