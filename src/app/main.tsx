// The browser's composition root: registers the service worker and puts the first screen on the page.
// Law: time, ids and chance enter the app here and nowhere else.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workbox } from 'workbox-window';
import { allowOwnScriptUrls } from './trusted-script-urls.ts';

allowOwnScriptUrls(window);
if (import.meta.env.PROD && 'serviceWorker' in navigator) void new Workbox('/service-worker.js').register();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <h1>{document.title}</h1>
  </StrictMode>,
);
