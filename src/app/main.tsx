// The browser's composition root: time, chance and the page's element enter the app here and nowhere else.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base/tokens.css';
import '../ui/base/base.css';
import { createDirtyForms } from '../ui/dirty-form.ts';
import { App } from './App.tsx';
import { createBrowserEnv } from './browser-env.ts';
import { keepInstallPrompt } from './services.ts';
import { allowOwnScriptUrls } from './trusted-script-urls.ts';
import { watchForUpdate } from './update.ts';
import { whichBook } from './which-book.ts';

allowOwnScriptUrls(window);
keepInstallPrompt(window);
const env = createBrowserEnv();
const reload = () => location.assign('/');
const dirtyForms = createDirtyForms(navigator.locks);
const update = watchForUpdate({
  version: __APP_VERSION__,
  dirtyForms,
  now: env.now,
  container: import.meta.env.PROD ? navigator.serviceWorker : undefined,
  reload,
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App env={env} book={whichBook()} page={{ update, dirtyForms, reload }} />
  </StrictMode>,
);
