// Builds the app: React, the shell's service worker and the manifest.
// Law: what it emits runs on iPadOS 16.4 and Chrome 110, and needs no host but its own.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';

const manifest: VitePWAOptions['manifest'] = {
  id: '/',
  name: '픽업노트',
  short_name: '픽업노트',
  lang: 'ko',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#faf8f4',
  theme_color: '#faf8f4',
};

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: null,
      manifest,
      injectManifest: { globPatterns: ['**/*.{html,js,css,woff2,svg,png,webp,txt,webmanifest}'] },
    }),
  ],
  build: { target: ['safari16.4', 'chrome110', 'firefox115'], sourcemap: false },
});
