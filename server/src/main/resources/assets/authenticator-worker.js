// Works while the application is closed: says that there is something to look at, and keeps the shell for when there is no
// network. Of answers to anybody it keeps none (63B 3.1.3.1; ASVS 14.3.3). The server says the words: see WorkerPages.

const { page, title, text, icon, language, files } = self.poterne;
const PREFIX = `authenticator ${page} `;
const CACHE = PREFIX + [language, ...files].join(" ");

/** The shell as a stranger sees it. */
const asStranger = (address) => new Request(address, { credentials: "omit", cache: "no-cache" });

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([page, ...files].map(asStranger))));
});

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("activate", (event) => event.waitUntil(tidy()));

self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode === "navigate" && pathname === page) {
    event.respondWith(fetch(event.request).catch(() => caches.match(page, { cacheName: CACHE })));
  } else if (files.includes(pathname)) {
    event.respondWith(caches.match(pathname, { cacheName: CACHE }).then((kept) => kept ?? fetch(event.request)));
  }
});

/** No number and no secret: whoever sees a locked screen learns that somebody asked (PU-9). */
self.addEventListener("push", (event) => {
  const request = event.data?.text() ?? "";
  event.waitUntil(
    self.registration.showNotification(title, { body: text, icon, lang: language, tag: "request", renotify: true, data: { request } }),
  );
});

async function open(request) {
  const windows = await self.clients.matchAll({ type: "window" });
  const here = windows.find(({ url }) => new URL(url).pathname === page);
  if (!here) return self.clients.openWindow(`${page}#request=${request}`);
  here.postMessage({ request });
  return here.focus();
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.request));
});
