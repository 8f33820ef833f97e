// What axe finds on a page, short enough to read in a failed test.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rule and place of each violation; what slides in stands still first, so that colours are their own. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
  );
}
