import { words } from "./words.js";

// Who somebody is, beside their name, once the pointer rests on it.
const WAIT = 500;
const LINGER = 300;
const APART = 6;
const NAME = /^\/@[^/?#]+$/;

let card;
let link;
let timer;

function close() {
  clearTimeout(timer);
  card?.remove();
  card = link = undefined;
}

function place() {
  const box = link.getBoundingClientRect();
  const start = document.documentElement.dir === "rtl" ? box.right - card.offsetWidth : box.left;
  const left = Math.min(Math.max(8, start), innerWidth - card.offsetWidth - 8);
  const below = box.bottom + APART;
  const fits = below + card.offsetHeight < innerHeight || box.top < card.offsetHeight + APART;
  card.style.left = `${left}px`;
  card.style.top = `${fits ? below : box.top - card.offsetHeight - APART}px`;
}

async function show(from) {
  const answer = await fetch(`${from.getAttribute("href")}/card`, { headers: { "HX-Request": "true" } });
  if (answer.status !== 200 || from !== link || !from.isConnected) return;
  const text = await answer.text();
  if (from !== link) return;
  card?.remove();
  card = document.createElement("div");
  card.className = "person-card";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", words.card);
  card.innerHTML = text;
  document.body.append(card);
  window.htmx?.process(card);
  place();
}

// Where a name is all there is; lists of people say who they are themselves.
function named(target) {
  const found = target.closest?.("a[href^='/@']");
  return found && NAME.test(found.getAttribute("href")) && found.closest(".main") && !found.closest(".profile, .tabs, .row, .person-card") ? found : undefined;
}

export function personCards() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    if (card?.contains(event.target)) {
      clearTimeout(timer);
      return;
    }
    const over = named(event.target);
    if (over && over === link) {
      if (card) clearTimeout(timer);
      return;
    }
    clearTimeout(timer);
    if (over) {
      timer = setTimeout(() => {
        close();
        link = over;
        show(over).catch(() => {});
      }, WAIT);
    } else if (card || link) timer = setTimeout(close, LINGER);
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("scroll", close, { passive: true });
  addEventListener("pagehide", close);
}
