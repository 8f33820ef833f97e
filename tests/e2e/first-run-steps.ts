// The shortest way through first run, for tests that need a shop of their own making.
import { expect, type Page } from '@playwright/test';
import { typeText } from './type-text.ts';

/** From an empty book to the open shop: the name is typed, everything else left as proposed. */
export async function openNewShop(page: Page, name = '달콤공방'): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: '우리 가게 시작하기' }).click();
  await typeText(page.getByLabel('가게 이름'), name);
  await page.getByRole('button', { name: '나머지는 나중에' }).click();
  await page.getByRole('button', { name: '가게 열기' }).click();
  await expect(page.getByRole('navigation', { name: '메뉴' })).toBeVisible();
}
