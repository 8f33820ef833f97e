// End-to-end tests in Debian's Chromium (landscape, portrait, phone) and Firefox.
// Law: every spec runs in `chromium` unless tagged @elsewhere; @portrait, @phone and @firefox add those looks.
import { defineConfig } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS, FIREFOX, FIREFOX_PREFS, requireBrowser } from './tests/browsers.ts';

requireBrowser(CHROMIUM);
requireBrowser(FIREFOX);

const port = Number(process.env.E2E_PORT ?? 4189);
const chromium = {
  browserName: 'chromium' as const,
  launchOptions: { executablePath: CHROMIUM, args: [...CHROMIUM_ARGS] },
};

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: `test-results/${port}`,
  timeout: 40_000,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      grepInvert: /@elsewhere/,
      use: { ...chromium, viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'portrait',
      grep: /@portrait/,
      use: { ...chromium, viewport: { width: 800, height: 1280 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'phone',
      grep: /@phone/,
      use: { ...chromium, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'firefox',
      grep: /@firefox/,
      use: {
        browserName: 'firefox',
        channel: 'moz-firefox',
        viewport: { width: 1280, height: 800 },
        launchOptions: { executablePath: FIREFOX, firefoxUserPrefs: FIREFOX_PREFS },
      },
    },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/`,
    env: { PORT: String(port), HOST: '127.0.0.1' },
    timeout: 60_000,
  },
});
