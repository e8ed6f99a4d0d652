import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Catalogues are written as JSON of id and message; pages get them compiled, because Lingui interpolates nothing else in production. */
function compiledCatalogues(): Plugin {
  return {
    name: 'compiled-catalogues',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]app[\\/]texts[\\/][\w-]+\.json$/.test(id)) return null;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>);
      const compiled = Object.fromEntries(messages.map(([key, message]) => [key, compileMessage(message)]));
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`, moduleType: 'js' };
    },
  };
}

/**
 * What a phone keeps, so that the app starts without a network. Pages are asked for from the network as long as there is one, so that a new build shows at once;
 * only without one the shell is taken that was kept. Nothing of /api is ever kept: amounts and texts are asked for, or are not there.
 */
function keptOnThePhone() {
  return VitePWA({
    // By features/kept/keep-for-later.ts: what is kept for later must not come before what is shown now.
    injectRegister: false,
    registerType: 'autoUpdate',
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name: '打卡 Daka',
      short_name: '打卡',
      lang: 'zh-CN',
      start_url: '/today',
      scope: '/',
      display: 'standalone',
      background_color: '#faf8f4',
      theme_color: '#faf8f4',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      inlineWorkboxRuntime: true,
      // What is large and seldom needed is kept once it was opened.
      globPatterns: ['index.html', 'assets/*.{js,css}', 'icon.svg'],
      globIgnores: [
        'assets/{markdown,media,picker,picture,recorder,shown-files,evaluate,miss-a-day,open-in-browser,pass-on,use-copy,authenticator}-*',
        'assets/check-????????.js',
      ],
      directoryIndex: null,
      navigateFallback: null,
      cleanupOutdatedCaches: true,
      // A new build takes over at once: the files of the old one are gone from the server.
      skipWaiting: true,
      clientsClaim: true,
      runtimeCaching: [
        {
          urlPattern: ({ request, url }) => request.mode === 'navigate' && !/^\/(api|docs)(\/|$)/.test(url.pathname),
          handler: 'NetworkOnly',
          options: { precacheFallback: { fallbackURL: '/index.html' } },
        },
        {
          urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
          handler: 'CacheFirst',
          options: { cacheName: 'assets', expiration: { maxEntries: 80 } },
        },
      ],
    },
  });
}

export default defineConfig({
  root: path.join(here, 'app'),
  plugins: [compiledCatalogues(), react(), keptOnThePhone()],
  build: {
    outDir: path.join(here, 'dist/app'),
    emptyOutDir: true,
    // The browsers that the app is for: the WeCom of many offices is Chrome 107.
    target: ['chrome107', 'safari15.4'],
    cssTarget: ['chrome107', 'safari15.4'],
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        // Few files: on a phone far away every round trip costs more than a few kilobytes that the first page does not need.
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@lingui|openapi-fetch|react-aria|react-stately|react-aria-components|@react-aria|@react-stately|@internationalized|idb-keyval|clsx|use-sync-external-store)[\\/]/,
            },
            {
              name: 'shared',
              test: /[\\/]app[\\/](ui|api|features[\\/](?!worth|in-app-browser|pass-on|passkey|account|media|policy-text|days|proof|markdown|members|staff-page|answering|statement|class-draft|second-factor|desk|feedback|handed-in)[\w-]+)[\\/]/,
            },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
  },
});
