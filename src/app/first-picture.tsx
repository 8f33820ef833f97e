// Draws the first paint of the next start ahead of it, as HTML that the service worker puts into the page: the list is
// there before any code is. Law: it is what the app itself would draw first from the same list, and as little to be acted on.
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { firstOpenRow, listDay } from '../domain/today-list.ts';
import { NowContext, ShopContext, type ShopNow } from '../ui/base/shop-context.ts';
import { LanguageContext } from '../ui/base/texts.ts';
import { Shell } from '../ui/Shell.tsx';
import { type WaitingWorldOptions, waitingWorld } from './waiting-world.ts';

/** The page's first HTML for this list; the app draws the same over it when its code is there. */
export function drawFirstPicture(now: ShopNow, options: WaitingWorldOptions): string {
  const { snapshot } = options;
  const { hook } = memoryLocation({ path: '/', static: true });
  const box = document.createElement('div');
  const root = createRoot(box);
  try {
    flushSync(() =>
      root.render(
        <Router hook={hook}>
          <LanguageContext value={snapshot.language}>
            <NowContext value={now}>
              <ShopContext value={waitingWorld(options)}>
                <Shell />
              </ShopContext>
            </NowContext>
          </LanguageContext>
        </Router>,
      ),
    );
    const drawn = box.cloneNode(true) as HTMLElement; // a copy of an element is one
    // Styles in HTML are refused by the content security policy.
    for (const element of drawn.querySelectorAll('[style]')) element.removeAttribute('style');
    // Where the day is opened (ui/today/TodayScreen.tsx), for whoever shows the picture.
    const first = firstOpenRow(listDay(snapshot.rows, snapshot.day, now));
    const link = first === null ? null : drawn.querySelector(`a[data-order="${CSS.escape(first.eid)}"]`);
    link?.closest('section')?.setAttribute('data-open-at', '');
    return drawn.innerHTML;
  } finally {
    root.unmount();
  }
}
