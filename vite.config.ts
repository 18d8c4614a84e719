import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { iconsPlugin } from './tools/vite-icons.ts';
import { sbomPlugin } from './tools/vite-sbom.ts';

const root = fileURLToPath(new URL('src/web', import.meta.url));

/**
 * Libraries that change less often than our screens: one file each, so that a new version of us leaves them cached. What
 * of ours every page begins with is one file too: one question to the server instead of fifty small ones.
 */
const CHUNKS: readonly (readonly [name: string, modules: RegExp])[] = [
  ['react', /node_modules\/(react|react-dom|scheduler)\//],
  ['mantine', /node_modules\/(@mantine\/(core|hooks|store)|@floating-ui|react-remove-scroll|clsx)\//],
  ['travel', /node_modules\/@tanstack\//],
  ['words', /node_modules\/(i18next|react-i18next)\//],
  [
    'house',
    /src\/(kernel\/(interval|freshness)|web\/(api|design\/(?!gallery|theme)|shell\/(?!Palette|HelpPage)|i18n\/[a-z-]+\.ts))/,
  ],
];

/** The web app: sources in src/web, result in dist/web, served from `/` by our own server. */
export default defineConfig({
  root,
  base: '/',
  // The server fills this in anew for every page it sends (src/app/web.ts).
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), iconsPlugin(root), sbomPlugin(fileURLToPath(new URL('.', import.meta.url)))],
  server: {
    host: '127.0.0.1',
    proxy: { '/api/v1': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
  },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: CHUNKS.map(([name, test]) => ({ name, test })) } },
    },
  },
});
