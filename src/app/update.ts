// Registers the service worker and watches for a new version of the app.
// Law: the page is loaded again only in the tab where the owner tapped, and never under a half-typed form in any tab.
//
//   current --a new version waits--> ready --tap--> applying --its worker controls--> the page is loaded again
//      |                               '--tap, a form is open--> ready (answer: form-open)
//      '--another tab took the new version--> outdated --tap--> the page is loaded again
import type { Workbox } from 'workbox-window';
import type { ApplyAnswer, AppUpdate, CheckAnswer, UpdateState } from '../ui/app-update.ts';
import type { DirtyForms } from '../ui/dirty-form.ts';

const CHECK_EVERY_MS = 60 * 60 * 1000;

export interface WatchForUpdateOptions {
  /** Version of the code that runs in this tab. */
  readonly version: string;
  readonly dirtyForms: DirtyForms;
  readonly now: () => number;
  /** undefined: no service worker is registered (development, plain HTTP). */
  readonly container: ServiceWorkerContainer | undefined;
  readonly reload: () => void;
}

/** Registers the service worker; asks for a new version every hour, when the network comes back, when the app is shown. */
export function watchForUpdate({ version, dirtyForms, now, container, reload }: WatchForUpdateOptions): AppUpdate {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  if (container === undefined) {
    const state: UpdateState = { kind: 'unsupported' };
    return {
      version,
      state: () => state,
      subscribe,
      check: async () => 'unsupported',
      apply: async () => 'nothing',
      stop: () => undefined,
    };
  }

  let hasController = container.controller !== null;
  let state: UpdateState = { kind: 'current', keptForOffline: hasController, checkedAt: null };
  const setState = (next: UpdateState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  let workbox: Workbox | undefined;
  let registration: ServiceWorkerRegistration | undefined;
  let lastCheckMs = now();
  const noticeWaiting = () => {
    if (hasController && state.kind === 'current' && registration?.waiting != null) setState({ kind: 'ready' });
  };
  const followInstalling = () => registration?.installing?.addEventListener('statechange', noticeWaiting);
  const noticeController = () => {
    // The first worker ever takes the page that brought it: the same version, now kept on this device.
    const isFirst = !hasController;
    hasController = true;
    if (isFirst) setState({ kind: 'current', keptForOffline: true, checkedAt: now() });
    else if (state.kind === 'applying') void reloadWhenClean();
    else setState({ kind: 'outdated' });
  };
  /** Between the tap and the new worker somebody may have begun to type. */
  const reloadWhenClean = async () => {
    const wasClean = await dirtyForms.runWhenClean(async () => reload());
    if (!wasClean) setState({ kind: 'outdated' });
  };
  container.addEventListener('controllerchange', noticeController);
  const register = async () => {
    try {
      // Asked for when the first screen stands: it is no part of it.
      const code = await import('workbox-window');
      workbox = new code.Workbox('/service-worker.js');
      registration = await workbox.register({ immediate: true });
    } catch (error) {
      // The browser refuses to keep anything (its settings, or a first visit that lost the network on the way).
      console.warn('the app is not kept on this device', error);
      if (!hasController) setState({ kind: 'unsupported' });
      return;
    }
    registration?.addEventListener('updatefound', followInstalling);
    // What came before this page could listen: Workbox's own events would miss it.
    followInstalling();
    noticeWaiting();
  };
  if (document.readyState === 'complete') void register();
  else window.addEventListener('load', () => void register(), { once: true });

  const check = async (): Promise<CheckAnswer> => {
    if (state.kind === 'outdated') return 'ready';
    if (registration === undefined) return 'offline';
    lastCheckMs = now();
    try {
      await registration.update();
    } catch {
      return 'offline'; // no network, or no server: what is here goes on working, and the next check asks again
    }
    if (registration.installing !== null || registration.waiting !== null) return 'ready';
    if (state.kind === 'current') setState({ ...state, checkedAt: now() });
    return 'current';
  };
  const checkWhenDue = () => {
    const isDue = now() - lastCheckMs >= CHECK_EVERY_MS || now() < lastCheckMs; // a tablet's clock may be set back
    if (isDue && navigator.onLine && document.visibilityState === 'visible') void check();
  };
  const timer = setInterval(checkWhenDue, CHECK_EVERY_MS / 4);
  document.addEventListener('visibilitychange', checkWhenDue);
  window.addEventListener('online', checkWhenDue);

  return {
    version,
    state: () => state,
    subscribe,
    check,
    async apply(): Promise<ApplyAnswer> {
      const { kind } = state;
      if (kind !== 'ready' && kind !== 'outdated') return 'nothing';
      let answer: ApplyAnswer = 'form-open';
      await dirtyForms.runWhenClean(async () => {
        answer = 'applying';
        if (kind === 'outdated') return reload();
        if (registration?.waiting == null) {
          // It has become the worker of all pages already, or was withdrawn.
          answer = 'nothing';
          return setState({ kind: 'current', keptForOffline: true, checkedAt: null });
        }
        setState({ kind: 'applying' });
        workbox?.messageSkipWaiting();
      });
      return answer;
    },
    stop() {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', checkWhenDue);
      window.removeEventListener('online', checkWhenDue);
      container.removeEventListener('controllerchange', noticeController);
      listeners.clear();
    },
  };
}
