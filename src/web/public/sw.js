/* Keeps the last board and the pages of the app, so that they open without network and without server. Nothing that is
   about a person is kept: of the API only the board (counts), which holds nobody. */
const SHELL = 'verkeerstoren-shell';
const ASSETS = 'verkeerstoren-assets';
const BOARD = 'verkeerstoren-board';
const MOST_ASSETS = 120;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const keep = async (name, request, answer) => {
  const cache = await caches.open(name);
  await cache.put(request, answer);
  return cache;
};

const fromNetwork = async (name, request, key) => {
  const answer = await fetch(request);
  if (answer.ok) await keep(name, key, answer.clone());
  return answer;
};

/** The network first; what was kept when there is none. */
const latest = (name, request, key) =>
  fromNetwork(name, request, key).catch(async (fault) => {
    const kept = await (await caches.open(name)).match(key);
    if (kept === undefined) throw fault;
    return kept;
  });

/** Files with a hash in their name never change. */
const asset = async (request) => {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_ASSETS)).map((key) => cache.delete(key)));
  }
  return answer;
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(latest(SHELL, request, '/'));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (url.pathname === '/scheme.js' || url.pathname === '/logo.svg')
    event.respondWith(latest(SHELL, request, url.pathname));
  else if (url.pathname === '/api/v1/board') event.respondWith(latest(BOARD, request, '/api/v1/board'));
});
