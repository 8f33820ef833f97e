// Builds what screens may do beyond the book: search, update, install, persistence, the demo shop.
import type { Env } from '../domain/environment.ts';
import type { ShopStore } from '../store/shop-store.ts';
import type { AppServices } from '../ui/base/services.ts';
import { type Book, chooseBook } from './which-book.ts';

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
  if (matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true)
    return 'installed';
  if (installPrompt !== null) return 'can-install';
  const isApple =
    /iPad|iPhone/.test(navigator.userAgent) || (navigator.userAgent.includes('Mac') && navigator.maxTouchPoints > 1);
  return isApple ? 'ios-tab' : 'tab';
}

export function createServices({
  store,
}: {
  readonly store: ShopStore;
  readonly book: Book;
  readonly env: Env;
}): AppServices {
  void store;
  const persistence = async () => {
    if (navigator.storage?.persisted === undefined) return 'unknown';
    return (await navigator.storage.persisted()) ? 'granted' : 'refused';
  };
  return {
    search: {
      find: async () => ({ hits: [], total: 0 }),
      state: () => ({ phase: 'building', indexed: 0 }),
      subscribe: () => () => undefined,
    },
    update: { state: () => 'none', subscribe: () => () => undefined, apply: () => undefined, version: '0' },
    holdForm: () => () => undefined,
    async openDemo() {
      chooseBook('demo');
      location.assign('/');
    },
    async leaveDemo() {
      chooseBook('own');
      location.assign('/');
    },
    persistence,
    async askPersistence() {
      if (navigator.storage?.persist === undefined) return 'unknown';
      return (await navigator.storage.persist()) ? 'granted' : 'refused';
    },
    installState,
    async promptInstall() {
      if (installPrompt === null) return false;
      const { outcome } = await installPrompt.prompt();
      installPrompt = null;
      return outcome === 'accepted';
    },
  };
}
