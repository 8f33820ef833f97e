// Types into a field so that React hears of it in every browser.
// Law: over BiDi (Firefox) Playwright writes Hangul, and `fill` everything, through the page's own `value`, which React has
// wrapped: it then sees no change. There the browser's own setter is used, as a keyboard would.
import type { Locator } from '@playwright/test';

/** Replaces what stands in a field. */
export async function typeText(field: Locator, text: string): Promise<void> {
  await field.click();
  if (field.page().context().browser()?.browserType().name() !== 'firefox') {
    await field.press('ControlOrMeta+a');
    await field.pressSequentially(text);
    return;
  }
  await field.evaluate((element, words) => {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setter?.call(element, words);
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }, text);
}
