// Builds the contenders' pages as the app is built: minified, for the same browsers.
import { readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = new URL('.', import.meta.url).pathname;
const pages = readdirSync(`${here}pages`).filter((file) => file.endsWith('.html'));

export default defineConfig({
  root: here,
  plugins: [react()],
  // PouchDB's packages expect Node's names.
  define: { global: 'globalThis', 'import.meta.env.APP_VERSION': '"bench"' },
  resolve: { alias: { events: `${here}node_modules/events/events.js` }, dedupe: ['dexie', 'react', 'react-dom'] },
  worker: { format: 'es' },
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    target: ['safari16.4', 'chrome110', 'firefox115'],
    rollupOptions: { input: pages.map((file) => `${here}pages/${file}`) },
  },
});
