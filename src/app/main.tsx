// The browser's composition root: time, chance and the page's element enter the app here and nowhere else.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workbox } from 'workbox-window';
import '../ui/base/tokens.css';
import '../ui/base/base.css';
import { App } from './App.tsx';
import { createBrowserEnv } from './browser-env.ts';
import { keepInstallPrompt } from './services.ts';
import { allowOwnScriptUrls } from './trusted-script-urls.ts';
import { whichBook } from './which-book.ts';

allowOwnScriptUrls(window);
keepInstallPrompt(window);
if (import.meta.env.PROD && 'serviceWorker' in navigator) void new Workbox('/service-worker.js').register();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App env={createBrowserEnv()} book={whichBook()} />
  </StrictMode>,
);
