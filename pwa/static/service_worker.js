// A table of route rules, and nothing else: what to do with a request, by the first rule that fits.

const CACHE = "ronda-1";
const OFFLINE = `/offline/${(self.navigator.language ?? "es").slice(0, 2) === "en" ? "en" : "es"}`;

const isStatic = ({ url }) => url.pathname.startsWith("/static/") && url.searchParams.has("v");
const isIcon = ({ url }) => url.pathname.startsWith("/static/icons/");
const isPage = ({ request }) => request.mode === "navigate" && request.method === "GET";

const RULES = [
  [isStatic, cacheFirst],
  [isIcon, cacheFirst],
  [isPage, networkElseOffline],
];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([OFFLINE])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const about = { request: event.request, url: new URL(event.request.url) };
  const rule = about.url.origin === location.origin && RULES.find(([fits]) => fits(about));
  if (rule) event.respondWith(rule[1](event.request));
});

async function cacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

async function networkElseOffline(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}
