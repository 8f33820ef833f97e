// Builds the app: React, the shell's service worker and the manifest.
// Law: what it emits runs on iPadOS 16.4 and Chrome 110, and needs no host but its own.
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './src/app/manifest.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

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
  build: { target: ['safari16.4', 'chrome110', 'firefox115'], sourcemap: false },
});
