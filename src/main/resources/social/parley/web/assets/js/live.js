import { times } from "./time.js";
import { count as counted, number as shown, words } from "./words.js";

// What is new while a page is open: it waits above the list until somebody wants to see it.
const PAUSE = 1500;
const MOST = 40;
const SOON = 300;

let source;
let timer;
let counting;
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
  const found = fresh(waiting).length;
  offer(place, found);
  if (found && place.dataset.live === "messages") await seen();
}

// Whoever looks at a conversation has read what comes in it; whoever looks elsewhere has not.
async function seen() {
  if (document.hidden) return;
  const body = new URLSearchParams({ csrf: document.querySelector("main [name=csrf]").value });
  await fetch(`${location.pathname}/read`, { method: "POST", body, headers: { "HX-Request": "true" } });
}

function newsButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-main news-button";
  button.textContent = label;
  return button;
}

function offer(place, found) {
  place.replaceChildren();
  if (!found) return;
  const button = newsButton(found >= MOST ? counted("many", MOST) : counted("news", found));
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

// Notifications come in groups that change, and conversations change their place, so that the list is taken anew.
async function renew(place) {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const feed = document.importNode(page.getElementById("feed"), true);
  document.getElementById("feed").replaceWith(feed);
  window.htmx?.process(feed);
  times(feed);
  place.replaceChildren();
  scrollTo(0, 0);
  const first = feed.querySelector(".notification, .message");
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: true });
}

// An answer has its place in the tree, which is taken anew as soon as somebody wants to see it.
const answers = new Set();

async function branches(place) {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector(".branches-top");
  place.replaceChildren();
  if (!found) return;
  const tree = document.importNode(found, true);
  const before = document.querySelector(".branches-top");
  if (before) before.replaceWith(tree);
  else place.after(tree);
  window.htmx?.process(tree);
  times(tree);
  const first = [...answers].map((id) => document.getElementById(`post-${id}`)).find((post) => post);
  answers.clear();
  first?.focus();
}

// Not every answer of a conversation stands below the post that is looked at.
async function lookForAnswers(place) {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of answers) if (document.getElementById(`post-${id}`) || !page.getElementById(`post-${id}`)) answers.delete(id);
  if (!answers.size) return;
  const button = newsButton(counted("news", answers.size));
  button.addEventListener("click", () => branches(place).catch(() => {}));
  place.replaceChildren(button);
}

const letters = new Set();

function offerLetter(place, conversation) {
  letters.add(conversation);
  const button = newsButton(counted("news", letters.size));
  button.addEventListener("click", () => {
    letters.clear();
    renew(place).catch(() => {});
  });
  place.replaceChildren(button);
}

function offerTold(number) {
  const place = document.querySelector("[data-told]");
  if (!place) return;
  place.replaceChildren();
  if (!number) return;
  const button = newsButton(counted("told", number));
  button.addEventListener("click", () => renew(place).catch(() => {}));
  place.append(button);
}

// What is read here or elsewhere is read everywhere: the number comes from the server.
async function count() {
  const answer = await fetch("/notifications/unread", { headers: { "HX-Request": "true" } });
  if (answer.status !== 200) return;
  const number = Number(await answer.text());
  offerTold(number);
  document.title = (number ? `(${number}) ` : "") + document.title.replace(/^\(\d+\) /, "");
  const link = document.querySelector('.nav a[href="/notifications"]');
  let mark = link?.querySelector(".badge");
  if (!link || (!mark && !number)) return;
  if (!mark) {
    mark = document.createElement("span");
    mark.className = "badge";
    const more = document.createElement("span");
    more.className = "sr";
    more.textContent = ` ${words.fresh}`;
    mark.append("", more);
    link.append(mark);
  }
  mark.hidden = !number;
  mark.firstChild.textContent = number > 99 ? `${shown(99)}+` : shown(number);
}

function recount() {
  clearTimeout(counting);
  counting = setTimeout(() => count().catch(() => {}), SOON);
}

function listen(place) {
  if (source || document.hidden) return;
  const address = new URL("/live", location.origin);
  if (place) {
    address.searchParams.set("on", place.dataset.live);
    address.searchParams.set("of", place.dataset.of);
  }
  source = new EventSource(address);
  // Nobody tells again what came while the connection was broken.
  let broken = false;
  source.addEventListener("error", () => (broken = true));
  source.addEventListener("open", () => {
    if (broken) catchUp(place);
    broken = false;
  });
  const later = () => {
    clearTimeout(timer);
    const next = place.dataset.live === "thread" ? lookForAnswers : look;
    timer = setTimeout(() => next(place).catch(() => {}), PAUSE);
  };
  if (place) {
    source.addEventListener("post", (event) => {
      if (place.dataset.live === "thread") answers.add(event.data);
      later();
    });
    source.addEventListener("letter", ({ data }) => {
      if (place.dataset.of === "all") offerLetter(place, data);
      else if (place.dataset.of === data) later();
    });
    source.addEventListener("gone", (event) => document.getElementById(`post-${event.data}`)?.remove());
  }
  source.addEventListener("notification", recount);
  source.addEventListener("read", recount);
}

function catchUp(place) {
  recount();
  if (place && place.dataset.live !== "thread") look(place).catch(() => {});
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
      catchUp(place);
    }
  });
  addEventListener("pagehide", hush);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    listen(place);
    recount();
  });
}
