import { times } from "./time.js";
import { count, number, words } from "./words.js";

// What is new while a page is open: it waits above the list until somebody wants to see it.
const PAUSE = 1500;
const MOST = 40;

let source;
let timer;
let waiting = "";

function newest(feed) {
  const ids = [...feed.querySelectorAll(":scope > [data-post]:not([data-pinned])")].map((post) => BigInt(post.dataset.post));
  return ids.length ? ids.reduce((one, other) => (one > other ? one : other)) : 0n;
}

// Those of a piece of the list that are not on the page yet.
function fresh(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children].filter((post) => post.matches("[data-post]") && !document.getElementById(post.id));
}

async function look(place) {
  const feed = document.getElementById("feed");
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set("since_id", newest(feed));
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  waiting = await answer.text();
  offer(place, fresh(waiting).length);
}

function offer(place, found) {
  place.replaceChildren();
  if (!found) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-main news-button";
  button.textContent = found >= MOST ? count("many", MOST) : count("news", found);
  button.addEventListener("click", () => show(place, found));
  place.append(button);
}

function show(place, found) {
  if (found >= MOST) {
    location.assign(location.pathname);
    return;
  }
  const feed = document.getElementById("feed");
  const posts = fresh(waiting);
  feed.querySelector(":scope > .empty")?.remove();
  feed.prepend(...posts);
  for (const post of posts) {
    window.htmx?.process(post);
    times(post);
  }
  place.replaceChildren();
  posts[0]?.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

function badge() {
  const link = document.querySelector('.nav a[href="/notifications"]');
  if (!link) return;
  let mark = link.querySelector(".badge");
  if (!mark) {
    mark = document.createElement("span");
    mark.className = "badge";
    const more = document.createElement("span");
    more.className = "sr";
    more.textContent = ` ${words.fresh}`;
    mark.append("", more);
    link.append(mark);
  }
  const all = Number(mark.dataset.count ?? 0) + 1;
  mark.dataset.count = all;
  mark.firstChild.textContent = all > 99 ? `${number(99)}+` : number(all);
}

function listen(place) {
  if (source || document.hidden) return;
  const address = new URL("/live", location.origin);
  if (place) {
    address.searchParams.set("on", place.dataset.live);
    address.searchParams.set("of", place.dataset.of);
  }
  source = new EventSource(address);
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => look(place).catch(() => {}), PAUSE);
  };
  if (place) {
    source.addEventListener("post", later);
    source.addEventListener("gone", (event) => document.getElementById(`post-${event.data}`)?.remove());
  }
  source.addEventListener("notification", badge);
}

function hush() {
  source?.close();
  source = undefined;
}

export function live() {
  if (!document.body.dataset.member) return;
  const place = document.querySelector("[data-live]");
  listen(place);
  // A browser opens few connections to one server: only the page that is looked at has one.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hush();
    else {
      listen(place);
      if (place) look(place).catch(() => {});
    }
  });
  addEventListener("pagehide", hush);
  addEventListener("pageshow", (event) => event.persisted && listen(place));
}
