import { words } from "./words.js";

// Everything can be done with the keyboard; the question mark shows with which keys.
const PLACES = { h: "/home", n: "/notifications", m: "/messages", e: "/explore", l: "/local", t: "/federated", i: "/lists", s: "/bookmarks", f: "/favourites", c: "/settings/profile" };
const PRESSED = { b: '[data-action="boost"]', f: '[data-action="favourite"]', s: '[data-action="bookmark"]', r: 'a[data-key="reply"]', p: ".post-name", v: "a[data-shot]" };

let dialog;
let going = 0;

function posts() {
  return [...document.querySelectorAll("article.post")].filter((post) => post.checkVisibility());
}

function current() {
  return document.activeElement?.closest("article.post");
}

function move(by) {
  const all = posts();
  if (!all.length) return;
  const at = all.indexOf(current());
  const seen = all.findIndex((post) => post.getBoundingClientRect().bottom > 80);
  const next = at < 0 ? Math.max(0, seen) : Math.min(all.length - 1, Math.max(0, at + by));
  all[next].focus({ preventScroll: true });
  const box = all[next].getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight - 60) scrollBy({ top: box.top - 80, behavior: "instant" });
}

async function help() {
  if (!dialog) {
    const answer = await fetch("/keys", { headers: { "HX-Request": "true" } });
    if (!answer.ok || dialog) return;
    dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-label", words.keys);
    const title = document.createElement("h2");
    title.textContent = words.keys;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button";
    close.textContent = words.close;
    close.addEventListener("click", () => dialog.close());
    const keys = document.createElement("div");
    keys.innerHTML = await answer.text();
    dialog.append(title, keys, close);
    document.body.append(dialog);
  }
  dialog.showModal();
  dialog.scrollTop = 0;
}

function go(key) {
  const place = key === "p" ? document.querySelector(".me-link")?.getAttribute("href") : PLACES[key];
  if (place) location.assign(place);
}

// The emoji come when the menu opens for the first time.
function react(menu) {
  const items = menu.querySelector(".react-items");
  const focus = () => items.querySelector(".react, a").focus();
  menu.open = true;
  focus();
  if (items.querySelector(".react")) return;
  // The link that had the focus is gone then; who has gone elsewhere stays there.
  const goOn = () => {
    if (document.activeElement === document.body) focus();
  };
  items.addEventListener("htmx:afterSettle", goOn, { once: true });
}

function onPost(key) {
  const post = current();
  if (!post) return false;
  if (key === "o") post.querySelector(".post-when a:not(.post-edited)")?.click();
  else if (key === "e") {
    const menu = post.querySelector(".react-menu");
    if (menu) react(menu);
  } else if (key === "x") {
    const covers = post.querySelectorAll(".cover, .veil");
    const open = [...covers].some((cover) => !cover.open);
    for (const cover of covers) cover.open = open;
  } else if (key === "q") {
    const quote = post.querySelector("[data-quote]")?.dataset.quote;
    if (quote) location.assign(quote);
  } else if (PRESSED[key]) post.querySelector(PRESSED[key])?.click();
  else return false;
  return true;
}

function anywhere(key) {
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "?") help().catch(() => {});
  else if (key === "/") document.querySelector('input[data-key="search"]:not([hidden])')?.focus();
  else if (key === ".") document.querySelector(".news-button")?.click();
  else if (key === "n") compose();
  else return false;
  return true;
}

function compose() {
  const area = document.querySelector('form.composer[action="/compose"] textarea[name=text]');
  if (area && location.pathname === "/home") area.focus();
  else document.querySelector("a[data-key=compose]")?.click();
}

function writes(target) {
  return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, dialog[open], [contenteditable]");
}

export function keyboard() {
  document.addEventListener("click", (event) => event.target.closest("[data-keys]") && help().catch(() => {}));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes(event.target)) return;
    const key = event.key;
    if (Date.now() - going < 1500) {
      going = 0;
      go(key);
      return;
    }
    if (key === "g") going = Date.now();
    else if (!onPost(key) && !anywhere(key)) return;
    event.preventDefault();
  });
}
