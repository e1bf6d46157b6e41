// Everything can be done with the keyboard; the question mark shows with which keys.
const GROUPS = [
  ["Posts", [["j", "next post"], ["k", "previous post"], ["o", "open it"], ["r", "reply"], ["q", "quote"], ["b", "boost"], ["f", "favourite"], ["e", "react with an emoji"], ["s", "bookmark"], ["x", "show or hide what is covered"], ["v", "look at the pictures"], ["p", "open the author's profile"]]],
  ["Anywhere", [["n", "new post"], ["/", "search"], [".", "show what is new"], ["?", "these keys"], ["Esc", "close what is open"]]],
  ["Go to", [["g h", "home"], ["g n", "notifications"], ["g m", "messages"], ["g e", "explore"], ["g l", "this community"], ["g t", "the fediverse"], ["g i", "lists"], ["g s", "bookmarks"], ["g f", "favourites"], ["g p", "your profile"], ["g c", "settings"]]],
];
const PLACES = { h: "/home", n: "/notifications", m: "/messages", e: "/explore", l: "/local", t: "/federated", i: "/lists", s: "/bookmarks", f: "/favourites", c: "/settings/profile" };
const PRESSED = { b: '[data-action="boost"]', f: '[data-action="favourite"]', s: '[data-action="bookmark"]', r: 'a[data-key="reply"]', q: 'a[data-key="quote"]', p: ".post-name", v: "a[data-shot]" };

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

function help() {
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    const groups = document.createElement("div");
    groups.className = "keys-groups";
    for (const [name, keys] of GROUPS) groups.append(group(name, keys));
    dialog.append(title, groups, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}

function group(name, keys) {
  const section = document.createElement("section");
  const title = document.createElement("h3");
  title.textContent = name;
  const list = document.createElement("dl");
  for (const [key, deed] of keys) {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    for (const one of key.split(" ")) {
      const cap = document.createElement("kbd");
      cap.textContent = one;
      term.append(cap, " ");
    }
    const text = document.createElement("dd");
    text.textContent = deed;
    row.append(term, text);
    list.append(row);
  }
  section.append(title, list);
  return section;
}

function go(key) {
  const place = key === "p" ? document.querySelector(".me-link")?.getAttribute("href") : PLACES[key];
  if (place) location.assign(place);
}

function onPost(key) {
  const post = current();
  if (!post) return false;
  if (key === "o") post.querySelector(".post-when a:not(.post-edited)")?.click();
  else if (key === "e") {
    const menu = post.querySelector(".react-menu");
    if (menu) {
      menu.open = true;
      menu.querySelector(".react").focus();
    }
  } else if (key === "x") {
    const covers = post.querySelectorAll(".cover, .veil");
    const open = [...covers].some((cover) => !cover.open);
    for (const cover of covers) cover.open = open;
  } else if (PRESSED[key]) post.querySelector(PRESSED[key])?.click();
  else return false;
  return true;
}

function anywhere(key) {
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "?") help();
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
  return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]");
}

export function keyboard() {
  document.addEventListener("click", (event) => event.target.closest("[data-keys]") && help());
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
