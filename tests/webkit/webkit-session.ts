// WebKitGTK for tests: Xvfb, WebKitWebDriver and the persistent browser as one thing that can be opened and closed.
// Law: what it starts it ends; a profile folder outlives a browser, so "restart" is a second `openWebKit`.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { requireBrowser, WEBKIT_DRIVER } from '../browsers.ts';
import { removeFolder } from '../remove-folder.ts';

const browserProgram = join(import.meta.dirname, 'persistent-browser.py');

/** A screen without a monitor, and the driver that starts browsers on it. */
export interface WebKit {
  /** Opens a browser on a profile folder; the same folder again is the same tablet restarted. */
  open(profile: string): Promise<WebKitBrowser>;
  newProfile(): string;
  close(): Promise<void>;
}

/** One running browser. */
export interface WebKitBrowser {
  readonly driver: WebDriver;
  /** Prints the page as it is and resolves with the path of the PDF. */
  print(): Promise<string>;
  /** Ends the browser as a person would. */
  quit(): Promise<void>;
}

/** Starts Xvfb and the driver; throws a sentence where one of them is missing. */
export async function startWebKit(): Promise<WebKit> {
  requireBrowser(WEBKIT_DRIVER);
  requireBrowser('/usr/bin/Xvfb');
  const home = mkdtempSync(join(tmpdir(), 'pickup-note-webkit-'));
  const { xvfb, display } = await startXvfb();
  const port = await freePort();
  const driverProcess = spawn(WEBKIT_DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
    env: browserEnvironment(home, display),
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  await until(() => answers(`${address}/status`), 'WebKitWebDriver does not answer');

  return {
    open: (profile) => openBrowser(address, profile),
    newProfile: () => mkdtempSync(join(home, 'profile-')),
    async close() {
      await ended(driverProcess);
      await ended(xvfb);
      await removeFolder(home);
    },
  };
}

async function openBrowser(address: string, profile: string): Promise<WebKitBrowser> {
  const capabilities = new Capabilities({
    browserName: 'persistent-browser',
    'webkitgtk:browserOptions': { binary: browserProgram, args: ['--profile', profile] },
  });
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(address)
    .withCapabilities(capabilities)
    .build();
  await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  const pid = Number(readFileSync(join(profile, 'pid'), 'utf8'));
  return {
    driver,
    print: () => printPage(profile, pid),
    async quit() {
      await driver.quit();
      await until(() => Promise.resolve(!isRunning(pid)), 'the browser does not end');
    },
  };
}

async function printPage(profile: string, pid: number): Promise<string> {
  const pdf = join(profile, 'print.pdf');
  rmSync(pdf, { force: true });
  process.kill(pid, 'SIGUSR1');
  await until(() => Promise.resolve(existsSync(pdf)), 'the page was not printed');
  return pdf;
}

/** Everything that WebKit would keep in a person's home goes to the test's own folder. */
function browserEnvironment(home: string, display: string): NodeJS.ProcessEnv {
  const folder = (name: string) => {
    const path = join(home, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Seoul',
    DISPLAY: display,
    HOME: home,
    XDG_DATA_HOME: folder('data'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_RUNTIME_DIR: folder('run'),
    GDK_BACKEND: 'x11',
    GIO_USE_VFS: 'local',
    GSETTINGS_BACKEND: 'memory',
    // Its writer outlives the browser by a moment and would fill the folder while it is being removed.
    MESA_SHADER_CACHE_DISABLE: 'true',
    NO_AT_BRIDGE: '1',
    // bubblewrap needs user namespaces, which containers often refuse.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
}

/** Xvfb picks a free display by itself and writes its number to the descriptor that it is given. */
function startXvfb(): Promise<{ readonly xvfb: ChildProcess; readonly display: string }> {
  const xvfb = spawn('/usr/bin/Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    xvfb.stdio[3]?.once('data', (number: Buffer) => resolve({ xvfb, display: `:${number.toString().trim()}` }));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/** Asks every 50 ms until the answer is yes; gives up after `limitMs` with the sentence. */
export async function until(ask: () => Promise<boolean>, sentence: string, limitMs = 15_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await ask())) {
    if (performance.now() > deadline) throw new Error(`${sentence} (waited ${limitMs} ms)`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
