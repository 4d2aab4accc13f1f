/*
 * The field desk without a network. Keeps one page, `/field`, and the static files it is made of; nothing else of the
 * portal, no answer of an interface, no write. Records lie in IndexedDB and are the page's own business.
 */
const cacheName = "field-desk";
const page = "/field";
/** So long a weak network may take before the kept page is shown. */
const patienceMs = 4_000;
/** Somebody logs out: a page that is just being kept is kept no more. */
let isLeaving = false;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  isLeaving = event.data?.kind === "forget-page";
  if (isLeaving) event.waitUntil(caches.delete(cacheName));
  if (event.data?.kind === "keep-page") event.waitUntil(keepPage(event.data.files ?? []));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === page) event.respondWith(pageFor(request));
  else if (isStatic(url.pathname)) event.respondWith(keptOrFetched(request));
});

function isStatic(path) {
  return path.startsWith("/_next/static/") || /^\/(field-icon-[a-z0-9-]+\.png|manifest\.webmanifest|icon\.svg)$/.test(path);
}

/** The page from the network, so that a log-in that ended is seen; the kept one when there is none. */
async function pageFor(request) {
  const kept = await caches.match(page, { cacheName });
  if (!kept) return fetch(request);
  const tooSlow = new Promise((resolve) => setTimeout(() => resolve(kept), patienceMs));
  const fresh = fetch(request).then((reply) => (reply.status >= 500 ? kept : reply));
  return Promise.race([fresh.catch(() => kept), tooSlow]);
}

/** A static file never changes under its name. */
async function keptOrFetched(request) {
  return (await caches.match(request, { cacheName })) ?? fetch(request);
}

/** Keeps the page with every file it names, the page last: what is kept always opens. */
async function keepPage(loaded) {
  const reply = await fetch(page, { credentials: "same-origin", redirect: "manual" });
  if (reply.status !== 200) return;
  const named = (await reply.clone().text()).match(/\/_next\/static\/[\w\-./~%]+\.(?:js|css|woff2)/g) ?? [];
  const files = new Set([...named, ...loaded].filter((path) => isStatic(path)));
  const cache = await caches.open(cacheName);
  for (const file of files) if (!(await cache.match(file))) await cache.add(file);
  await cache.put(page, reply);
  if (isLeaving) await caches.delete(cacheName);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== page && !files.has(pathname)) await cache.delete(request);
  }
}
