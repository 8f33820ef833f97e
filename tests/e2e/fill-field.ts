// Fills a field as a person's keyboard would, in Firefox too: there Playwright's own `fill` and Korean typing set the
// value through the setter that React watches, so that React sees no change.
import type { Locator } from '@playwright/test';

/** Sets the whole text of an <input> or <textarea> and tells the page. */
export async function fillField(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, value);
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }, text);
}
