// Shows what the server sends while no page is open, and a page of its own when the server cannot be reached.
const PLACE = "/notifications";
const SHELL = "/offline";
const KEPT = `shell-${VERSION}`;

// The same for everybody: it is asked for as by a stranger, with the styles that go with it. Whenever
// they change, so does the version that the server writes above this file, and another worker comes.
async function keepShell() {
  const cache = await caches.open(KEPT);
  const answer = await fetch(SHELL, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.status);
  const styles = [...(await answer.clone().text()).matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((found) => found[1]);
  await cache.addAll(styles);
  await cache.put(SHELL, answer);
}

async function leaveOthers() {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
}

// What it varies by is not known here, and it was asked for as it is needed.
async function kept(what) {
  const cache = await caches.open(KEPT);
  return (await cache.match(what, { ignoreVary: true })) ?? Response.error();
}

addEventListener("install", (event) => event.waitUntil(keepShell().then(() => skipWaiting())));

addEventListener("activate", (event) => event.waitUntil(leaveOthers().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET")
    event.respondWith(fetch(request).catch(() => kept(SHELL)));
  else if (request.destination === "style")
    event.respondWith(fetch(request).catch(() => kept(request)));
});

addEventListener("push", (event) => {
  const news = event.data?.json() ?? {};
  const shown = {
    body: news.body ?? "",
    icon: news.icon,
    lang: news.preferred_locale,
    tag: String(news.notification_id ?? ""),
  };
  event.waitUntil(registration.showNotification(news.title ?? "", shown));
});

async function open() {
  const pages = await clients.matchAll({ type: "window" });
  const there = pages.find((page) => new URL(page.url).pathname === PLACE);
  return there ? there.focus() : clients.openWindow(PLACE);
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});
