import { queryClient } from '../../api/query-client';

const LOOK_EVERY_MS = 1_000;

/**
 * Lets the browser keep the app, so that it starts without a network (see vite.config.mts): once the page that was asked for is there, because
 * on a slow network the half megabyte that is kept would come before what is waited for. Browsers inside other apps keep nothing.
 */
export function keepForLater(): void {
  if (!('serviceWorker' in navigator)) return;
  const looking = setInterval(() => {
    if (document.readyState !== 'complete' || queryClient.isFetching() > 0) return;
    clearInterval(looking);
    navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => undefined); // forbidden here: it works without
  }, LOOK_EVERY_MS);
}
