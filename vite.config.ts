// Builds the app: React, the shell's service worker and the manifest.
// Law: what it emits runs on iPadOS 16.4 and Chrome 110, and needs no host but its own.
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './src/app/manifest.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Names the chunk `name` for whatever the module at `root` reaches by static imports. */
function chunkOf(name: string, root: string) {
  const known = new Map<string, boolean>();
  const isReached = (id: string, modules: Modules): boolean => {
    if (id.endsWith(root) || id.endsWith('rolldown/runtime.js')) return true;
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    known.set(id, false); // a circle reaches nothing by itself
    const isIn = modules.getModuleInfo(id)?.importers.some((importer) => isReached(importer, modules)) ?? false;
    known.set(id, isIn);
    return isIn;
  };
  const nameFor = (id: string, modules: Modules) => (isReached(id, modules) ? name : null);
  return { name: nameFor, debugName: name };
}

export default defineConfig({
  // An update test builds the same code as another version.
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(process.env.APP_VERSION ?? version) },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: null,
      manifest,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webp,txt,webmanifest}'],
        // Shown by the browser's install prompt only, so never needed without a network.
        globIgnores: ['screenshots/**'],
      },
    }),
  ],
  // Its packages are this page's; what bench/ compares with is installed apart.
  optimizeDeps: { entries: ['index.html'] },
  build: {
    target: ['safari16.4', 'chrome110', 'firefox115'],
    sourcemap: false,
    // Few files at a start: each costs a way through the service worker. What comes later may be shared in small pieces.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { ...chunkOf('first', '/src/app/main.tsx'), priority: 2 },
            { ...chunkOf('book', '/src/app/open-book.ts'), priority: 1 },
          ],
        },
      },
    },
  },
});
