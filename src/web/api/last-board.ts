/** Where the last board is kept for when there is no network; the service worker writes it under the same name. */
const KEPT = 'verkeerstoren-board';

/** Lets the last board open without network. Browsers without service workers just do not have it. */
export const keepLastBoard = (): void => {
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
};

/** Forgets the last board: who leaves the role leaves no figures behind. */
export const forgetLastBoard = async (): Promise<void> => {
  if ('caches' in globalThis) await caches.delete(KEPT);
};
