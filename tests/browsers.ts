// Where Debian puts the browsers and how the tests start them.
// Law: one list for every runner, so that no runner meets a browser that another does not know.

/** Debian's Chromium: a Playwright `channel` does not find it, the path does. */
export const CHROMIUM = '/usr/bin/chromium';

/** Debian's Firefox, driven over WebDriver BiDi (Playwright channel `moz-firefox`). */
export const FIREFOX = '/usr/bin/firefox-esr';

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
