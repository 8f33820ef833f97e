// The browser's composition root: time, chance and the page's element enter the app here and nowhere else.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base/tokens.css';
import '../ui/base/base.css';
import { createDirtyForms } from '../ui/dirty-form.ts';
import { App } from './App.tsx';
import { createBrowserEnv } from './browser-env.ts';
import { createAppLock } from './lock.ts';
import { keepInstallPrompt } from './services.ts';
import { allowOwnScriptUrls, refuseCodeFromText } from './trusted-script-urls.ts';
import { watchForUpdate } from './update.ts';
import { whichBook } from './which-book.ts';

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

const book = whichBook();
const lock = createAppLock({ book, now: env.now });
const page = { update, dirtyForms, lock, reload };

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App env={env} book={book} bookCode={bookCode} page={page} />
  </StrictMode>,
);
