// Registers the service worker and watches for a new version of the app.
// Law: the page is loaded again only in the tab where the owner tapped, and never under a half-typed form in any tab.
import { Workbox } from 'workbox-window';
import type { ApplyAnswer, AppUpdate, CheckAnswer, UpdateState } from '../ui/app-update.ts';
import type { DirtyForms } from '../ui/dirty-form.ts';

const CHECK_EVERY_MS = 60 * 60 * 1000;

export interface WatchForUpdateOptions {
  readonly version: string;
  readonly dirtyForms: DirtyForms;
  readonly now: () => number;
  /** Absent: no service worker is registered (development, plain HTTP). */
  readonly container: ServiceWorkerContainer | undefined;
  readonly reload: () => void;
}

/** Registers the service worker and answers what screens may know and ask of updates. */
export function watchForUpdate(options: WatchForUpdateOptions): AppUpdate {
  const { version, dirtyForms, now, container, reload } = options;
  const listeners = new Set<() => void>();
  let state: UpdateState =
    container === undefined
      ? { kind: 'unsupported' }
      : { kind: 'current', keptForOffline: container.controller !== null, checkedAt: null };
  const setState = (next: UpdateState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const base = {
    version,
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  if (container === undefined) {
    return {
      ...base,
      check: async () => 'unsupported',
      apply: async () => 'nothing',
      stop: () => undefined,
    };
  }

  const workbox = new Workbox('/service-worker.js');
  let registration: ServiceWorkerRegistration | undefined;
  let hadController = container.controller !== null;
  let lastCheckMs = now();
  let reloadWanted = false;

  const noticeWaiting = () => {
    if (state.kind === 'current') setState({ kind: 'ready' });
  };
  const onControllerChange = () => {
    const isFirst = !hadController;
    hadController = true;
    if (reloadWanted) reload();
    else if (isFirst) setState({ kind: 'current', keptForOffline: true, checkedAt: now() });
    else setState({ kind: 'outdated' });
  };
  workbox.addEventListener('waiting', noticeWaiting);
  container.addEventListener('controllerchange', onControllerChange);

  const check = async (): Promise<CheckAnswer> => {
    if (registration === undefined) return 'offline';
    lastCheckMs = now();
    try {
      await registration.update();
    } catch {
      // No network, or the server is down: the version that is here goes on working, the next check asks again.
      return 'offline';
    }
    const isNew = registration.installing !== null || registration.waiting !== null;
    if (!isNew && state.kind === 'current') setState({ ...state, checkedAt: now() });
    return isNew ? 'ready' : 'current';
  };
  const checkWhenDue = () => {
    if (navigator.onLine && document.visibilityState === 'visible' && now() - lastCheckMs >= CHECK_EVERY_MS)
      void check();
  };
  const timer = setInterval(checkWhenDue, CHECK_EVERY_MS / 4);
  document.addEventListener('visibilitychange', checkWhenDue);
  window.addEventListener('online', checkWhenDue);

  void workbox.register({ immediate: document.readyState === 'complete' }).then((registered) => {
    registration = registered;
    if (registered?.waiting != null && container.controller !== null) noticeWaiting();
  });

  const apply = async (): Promise<ApplyAnswer> => {
    if (state.kind !== 'ready' && state.kind !== 'outdated') return 'nothing';
    const before = state;
    const ran = await dirtyForms.runWhenClean(async () => {
      if (before.kind === 'outdated') return reload();
      setState({ kind: 'applying' });
      reloadWanted = true;
      workbox.messageSkipWaiting();
    });
    return ran ? 'applying' : 'form-open';
  };
  return {
    ...base,
    check,
    apply,
    stop() {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', checkWhenDue);
      window.removeEventListener('online', checkWhenDue);
      container.removeEventListener('controllerchange', onControllerChange);
      listeners.clear();
    },
  };
}
