// Keeps the checking page, so that it also opens without a network. With a network the page always comes fresh, because the
// keys that the office has published stand in it. Status lists are never kept: an old one would call a cancelled card good.
const KEPT = 'pehchan-verify';
const PAGE = new URL('index.html', self.registration.scope).href;
const WITH_IT = ['manifest.webmanifest', 'icon-192.png', 'icon-512.png', 'icon-maskable.png'];
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll([PAGE, ...WITH_IT])));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const within = request.url.startsWith(self.registration.scope);
  if (request.method !== 'GET' || !within) return;
  if (request.mode === 'navigate') event.respondWith(freshPage(request));
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});

async function freshPage(request) {
  const kept = await caches.match(PAGE);
  try {
    const signal = kept ? AbortSignal.timeout(PATIENCE_MS) : undefined;
    const fresh = await fetch(request, { cache: 'no-cache', signal });
    if (!fresh.ok) return kept ?? fresh;
    if (!fresh.redirected) await (await caches.open(KEPT)).put(PAGE, fresh.clone());
    return fresh;
  } catch (noNetwork) {
    if (kept) return kept;
    throw noNetwork;
  }
}
