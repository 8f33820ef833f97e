// Opening the browser's print window, and knowing whether it opened.
// Law: a browser that cannot print says nothing, so its silence is the answer: no `beforeprint`, no window.

/** How long a browser may take to begin; those that can print begin at once. */
const BEGINS_WITHIN_MS = 1_200;

/** Opens the print window. `silent`: this browser has none (home-screen apps, in-app browsers). */
export async function openPrintWindow(page: Window): Promise<'opened' | 'silent'> {
  let hasBegun = false;
  let began: () => void = () => undefined;
  const beginning = new Promise<void>((resolve) => {
    began = () => {
      hasBegun = true;
      resolve();
    };
  });
  page.addEventListener('beforeprint', began);
  page.addEventListener('afterprint', began);
  try {
    page.print();
    if (!hasBegun) await Promise.race([beginning, new Promise((resolve) => setTimeout(resolve, BEGINS_WITHIN_MS))]);
    return hasBegun ? 'opened' : 'silent';
  } finally {
    page.removeEventListener('beforeprint', began);
    page.removeEventListener('afterprint', began);
  }
}

/** iPhones and iPads say so when the app was opened from the home screen. */
export function isAppleHomeScreen(browser: Navigator): boolean {
  return (browser as Navigator & { readonly standalone?: boolean }).standalone === true; // Apple's own property
}
