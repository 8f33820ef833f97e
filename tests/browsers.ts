// Where Debian puts the browsers and how the tests start them.
// Law: one list for every runner; a browser that is missing fails with a sentence, it is never skipped.
import { existsSync } from 'node:fs';

/** Debian's Chromium: a Playwright `channel` does not find it, the path does. */
export const CHROMIUM = '/usr/bin/chromium';

/** Debian's Firefox, driven over WebDriver BiDi (Playwright channel `moz-firefox`). */
export const FIREFOX = '/usr/bin/firefox-esr';

/** The driver of WebKitGTK; the browser itself is tests/webkit/persistent-browser.py. */
export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';

/** Quiet, sandbox-free (CI runs as root) and silent towards the internet. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Lets `navigator.storage.persist()` answer in Firefox, which would wait for a person otherwise. */
export const FIREFOX_PREFS = {
  'dom.storageManager.prompt.testing': true,
  'dom.storageManager.prompt.testing.allow': true,
};

/** Throws a sentence that says what to do when a program is not there. */
export function requireBrowser(program: string): void {
  if (!existsSync(program)) throw new Error(`${program} is missing. Run: npm run setup`);
}
