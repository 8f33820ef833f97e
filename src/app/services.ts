// Builds what screens may do beyond the book: search, update, install, persistence, the demo shop.
import type { Env } from '../domain/environment.ts';
import type { SearchService } from '../store/search-service.ts';
import type { ShopStore } from '../store/shop-store.ts';
import type { AppUpdate } from '../ui/app-update.ts';
import type { AppServices } from '../ui/base/services.ts';
import type { DirtyForms } from '../ui/dirty-form.ts';
import { clearDaySnapshot } from './day-snapshot.ts';
import type { PageLock } from './lock.ts';
import { type Book, hintBook } from './which-book.ts';

/** What lives as long as the page, whichever book is open. */
export interface PageServices {
  readonly update: AppUpdate;
  readonly dirtyForms: DirtyForms;
  readonly lock: PageLock;
  readonly keepAwake: () => () => void;
  /** Loads the app again, into the book that is chosen now. */
  readonly reload: () => void;
}

interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}
let installPrompt: InstallPrompt | null = null;

/** The browser offers its installation prompt once, early: keep it for the owner's tap. */
export function keepInstallPrompt(page: Window): void {
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installPrompt = event as InstallPrompt; // what the event is by its name; Chromium only
  });
}

function installState(): ReturnType<AppServices['installState']> {
  const { standalone } = navigator as { readonly standalone?: boolean }; // iPadOS only
  if (matchMedia('(display-mode: standalone)').matches || standalone === true) return 'installed';
  if (installPrompt !== null) return 'can-install';
  const isApple =
    /iPad|iPhone/.test(navigator.userAgent) || (navigator.userAgent.includes('Mac') && navigator.maxTouchPoints > 1);
  return isApple ? 'ios-tab' : 'tab';
}

async function persistence(): Promise<'granted' | 'refused' | 'unknown'> {
  if (navigator.storage?.persisted === undefined) return 'unknown';
  return (await navigator.storage.persisted()) ? 'granted' : 'refused';
}

async function usage(): Promise<{ readonly usage: number; readonly quota: number } | null> {
  const answer = await navigator.storage?.estimate?.();
  return answer?.usage === undefined || answer.quota === undefined
    ? null
    : { usage: answer.usage, quota: answer.quota };
}

export interface CreateServicesOptions {
  /** null while the database has not answered. */
  readonly store: ShopStore | null;
  readonly book: Book;
  readonly env: Env;
  readonly page: PageServices;
  /** The search over the open book; left out while the database has not answered. */
  readonly search?: SearchService;
}

const bookCode = () => Promise.all([import('./demo-book.ts'), import('./book-mark.ts')]);

const SEARCH_LATER: SearchService = {
  find: () => new Promise(() => undefined),
  state: () => ({ phase: 'building', indexed: 0, remaining: 0, revision: 0 }),
  subscribe: () => () => undefined,
};

export function createServices({ store, page, search = SEARCH_LATER }: CreateServicesOptions): AppServices {
  return {
    search,
    update: page.update,
    dirtyForms: page.dirtyForms,
    lock: page.lock,
    keepAwake: page.keepAwake,
    async openDemo() {
      const [{ throwDemoAway }, { writeBookMark }] = await bookCode();
      // A start that a kill sends to the own book first must not show its list.
      await clearDaySnapshot('own');
      await throwDemoAway();
      await writeBookMark('demo');
      hintBook('demo');
      page.reload();
    },
    async leaveDemo() {
      const [{ throwDemoAway }, { writeBookMark }] = await bookCode();
      await writeBookMark('own');
      hintBook('own');
      await clearDaySnapshot('demo').catch(() => undefined); // invented people; it is of a day that passes
      store?.close(); // it goes with its database; another tab's says that it was closed
      await throwDemoAway();
      page.reload();
    },
    persistence,
    async askPersistence() {
      if (navigator.storage?.persist === undefined) return 'unknown';
      return (await navigator.storage.persist()) ? 'granted' : 'refused';
    },
    usage,
    installState,
    async promptInstall() {
      if (installPrompt === null) return false;
      const { outcome } = await installPrompt.prompt();
      installPrompt = null;
      return outcome === 'accepted';
    },
  };
}
