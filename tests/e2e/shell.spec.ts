// The shell: opens, is kept by its service worker, and comes back when the server is really gone.
import { expect, type Page, test } from '@playwright/test';
import { startAppServer } from '../app-server.ts';

test('opens with the server stopped, at any address', { tag: ['@portrait', '@firefox'] }, async ({ page }) => {
  const complaints = collectComplaints(page);
  const server = await startAppServer();
  try {
    await page.goto(server.url);
    await expect(page.locator('#root > *').first()).toBeVisible();
    await serviceWorkerControls(page);

    await server.stop();
    await page.reload();
    await expect(page.locator('#root > *').first()).toBeVisible();
    await page.goto(`${server.url}somewhere/deep?with=words`);
    await expect(page.locator('#root > *').first()).toBeVisible();
  } finally {
    await server.stop();
  }
  expect(complaints).toEqual([]);
});

test('shows the third-party notices with the server stopped', async ({ page }) => {
  const server = await startAppServer();
  try {
    await page.goto(server.url);
    await serviceWorkerControls(page);
    await server.stop();
    await page.goto(`${server.url}notices.txt`);
    await expect(page.getByText('react-dom 19')).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('refuses HTML from strings and scripts from elsewhere', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#root > *').first()).toBeVisible();
  const refused = await page.evaluate(() => {
    const attempts = [
      () => {
        document.createElement('div').innerHTML = '<b>x</b>';
      },
      () => new Worker('https://elsewhere.example/worker.js'),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    });
  });
  expect(refused).toEqual([true, true]);
});

/** Errors that a person with the console open would see; failed requests belong to a stopped server. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const expected = /ERR_CONNECTION_REFUSED|NetworkError|Failed to fetch/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return complaints;
}

async function serviceWorkerControls(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}
