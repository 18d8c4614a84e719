/** The names under which the service worker keeps the page and its files. */
const SHELL = 'verkeerstoren-shell';
const ASSETS = 'verkeerstoren-assets';

/**
 * Keeps this page and every file it was made of: what was fetched before the service worker came is not kept by it. A
 * browser that keeps nothing goes on, but does not open without a network.
 */
export const keepPage = async (): Promise<void> => {
  if (!('caches' in globalThis)) return;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
  const keep = async (): Promise<void> => {
    const shell = await caches.open(SHELL);
    await shell.add('/');
    await shell.add('/scheme.js');
    const assets = await caches.open(ASSETS);
    const kept = new Set((await assets.keys()).map(({ url }) => url));
    await assets.addAll(files.map(({ href }) => href).filter((href) => !kept.has(href)));
  };
  await keep().catch(() => undefined);
};
