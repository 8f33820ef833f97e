// The browser's composition root: time, chance and the page's element enter the app here and nowhere else.
// biome-ignore assist/source/organizeImports: what asks the disk is run before what takes long
import { bookAtStart, dayAtStart, keepPictureOf } from './day-at-start.ts';
import type { StoredDay } from './day-snapshot.ts';
import { StrictMode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base/tokens.css';
import '../ui/base/base.css';
import { createDirtyForms } from '../ui/dirty-form.ts';
import { App } from './App.tsx';
import { createBrowserEnv } from './browser-env.ts';
import { createAppLock } from './lock.ts';
import { createScreenWake } from './screen-wake.ts';
import { keepInstallPrompt } from './services.ts';
import { allowOwnScriptUrls, refuseCodeFromText } from './trusted-script-urls.ts';
import { watchForUpdate } from './update.ts';

allowOwnScriptUrls(window);
refuseCodeFromText(globalThis as { __zod_globalConfig?: { jitless: boolean } }); // the place that zod reads
keepInstallPrompt(window);
// The code of the book is asked for at once and arrives while the first paint is made without it.
const bookCode = import('./open-book.ts');
const env = createBrowserEnv();
const reload = () => location.assign('/');
const dirtyForms = createDirtyForms(navigator.locks);
const update = watchForUpdate({
  version: String(import.meta.env.APP_VERSION),
  dirtyForms,
  now: env.now,
  container: import.meta.env.PROD ? navigator.serviceWorker : undefined,
  reload: () => location.reload(),
});

const book = bookAtStart;
const lock = createAppLock({ book, now: env.now });
const keepAwake = createScreenWake(document, navigator.wakeLock);
const page = { update, dirtyForms, lock, keepAwake, reload };

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
keepPictureOf(root, lock.state().isLocked);
/** What stands in the page can be touched once the app has drawn it. */
function Drawn() {
  useLayoutEffect(() => root?.removeAttribute('inert'), []);
  return null;
}
const render = (lastDay: StoredDay | null) =>
  createRoot(root).render(
    <StrictMode>
      <App env={env} book={book} lastDay={lastDay} bookCode={bookCode} page={page} />
      <Drawn />
    </StrictMode>,
  );
if (dayAtStart instanceof Promise) void dayAtStart.then(render);
else render(dayAtStart);

/** Long after the first screen; nobody waits for it. */
const TIDY_AFTER_MS = 10_000;
setTimeout(async () => {
  try {
    await (await import('../store/backup-file.ts')).removeLeftBackups(env.now());
  } catch (error) {
    console.warn('backups that were left behind could not be removed', error);
  }
}, TIDY_AFTER_MS);
