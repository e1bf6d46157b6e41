// Shows what the server sends while no page is open; it looks at no other request.
const PLACE = "/notifications";

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
