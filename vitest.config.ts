// `unit` runs in plain Node, `browser` in Debian's Chromium, `webkit` drives WebKitGTK, `budget` weighs the built app.
// Law: a missing browser fails and names `npm run setup`; nothing is skipped.
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { CHROMIUM, CHROMIUM_ARGS } from './tests/browsers.ts';

export default defineConfig({
  plugins: [react()],
  test: {
    // Generous: a busy machine must not fail what is right. Nothing here waits for time to pass.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            ...configDefaults.exclude,
            'tests/**/*.browser.test.{ts,tsx}',
            'tests/budget/**',
            'tests/webkit/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'budget',
          environment: 'node',
          include: ['tests/budget/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'webkit',
          environment: 'node',
          include: ['tests/webkit/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['tests/require-chromium.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { executablePath: CHROMIUM, args: [...CHROMIUM_ARGS] } }),
          },
        },
      },
    ],
  },
});
