// Code of the app that neither the tablet nor the network gives: it is said, the rest stands, and one tap tries again.
import { expect, type Page, test } from '@playwright/test';
import { axeProblems } from './axe-problems.ts';
import { openNewShop } from './first-run-steps.ts';

// Requests are broken on their way to the network: a worker that keeps the code would answer before.
test.use({ serviceWorkers: 'block' });

const told = (page: Page) => page.getByRole('alert').filter({ hasText: '앱의 일부를 불러오지 못했습니다.' });

test('PW-7 the code that opens the book is gone: it is said, and one tap tries again', async ({ page }) => {
  await page.route('**/assets/book-*.js', (route) => route.abort());
  await page.goto('/');
  await expect(told(page)).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await page.unrouteAll();
  await page.getByRole('button', { name: '다시 열기' }).click();
  await expect(page.getByRole('button', { name: '데모 가게 열어 보기' })).toBeVisible();
});

test('PW-7 the code of first run is gone: no empty page', async ({ page }) => {
  await page.route('**/assets/FirstRunScreen-*.js', (route) => route.abort());
  await page.goto('/');
  await expect(told(page)).toBeVisible();
});

test('PW-7 the code of a screen is gone: the others stand, and one tap tries again', async ({ page }) => {
  await openNewShop(page);
  await page.route('**/assets/PasteScreen-*.js', (route) => route.abort());
  await page.goto('/paste');
  await expect(told(page)).toBeVisible();
  await expect(page.getByRole('navigation', { name: '메뉴' })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await page.unrouteAll();
  await page.getByRole('button', { name: '다시 열기' }).click();
  await expect(told(page)).toHaveCount(0);
  await expect(page.getByRole('textbox').first()).toBeVisible();
});
