// What a tablet reads when the app is put on its home screen: the browser itself says whether it is whole.
import { expect, test } from '@playwright/test';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
}
interface Manifest {
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly shortcuts: readonly { readonly url: string; readonly icons: readonly Picture[] }[];
}

test('PW-4 the browser finds nothing wrong with the manifest and would install the app', async ({ page, context }) => {
  await page.goto('/');
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 20_000 })
    .toBe('activated');
  const devtools = await context.newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A test's context is a private window, in which Chromium installs nothing.
  expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('PW-4 every picture it names is there, of the size and kind it says', async ({ page, request }) => {
  await page.goto('/');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest: Manifest = await (await request.get(`${address}`)).json();
  const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
  expect(pictures.length).toBeGreaterThan(8);
  for (const { src, sizes, type } of pictures) {
    const answer = await request.get(src);
    expect([src, answer.status(), answer.headers()['content-type']]).toEqual([src, 200, type]);
    const header = await answer.body();
    // Width and height of a PNG stand at bytes 16 and 20.
    expect([src, `${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
  for (const link of ['link[rel=icon]', 'link[rel=apple-touch-icon]']) {
    const href = await page.locator(link).getAttribute('href');
    expect((await request.get(`${href}`)).status()).toBe(200);
  }
});
