import { words } from "./words.js";

// Offers what a name, a tag or an emoji may become while it is typed.
const BEGUN = /(?:^|[\s(])([@#][\p{L}\p{N}_@.-]+|:[a-z0-9_]{2,})$/u;
const PAUSE = 150;

let list;
let area;
let timer;
let asked = 0;

function begun() {
  if (area.dataset.completes === "people") {
    const name = area.value.trim();
    return name ? (name.startsWith("@") ? name : `@${name}`) : "";
  }
  return BEGUN.exec(area.value.slice(0, area.selectionStart))?.[1] ?? "";
}

function close() {
  list?.remove();
  list = undefined;
  area?.removeAttribute("aria-activedescendant");
  area?.removeAttribute("aria-controls");
}

function mark(option) {
  for (const one of list.children) one.setAttribute("aria-selected", one === option ? "true" : "false");
  option.scrollIntoView({ block: "nearest" });
  area.setAttribute("aria-activedescendant", option.id);
}

function step(by) {
  const all = [...list.children];
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  mark(all[(at + by + all.length) % all.length]);
}

function take(option) {
  const typed = begun();
  if (area.dataset.completes === "people") area.value = option.dataset.value;
  else {
    const end = area.selectionStart;
    area.setRangeText(`${option.dataset.value} `, end - typed.length, end, "end");
  }
  close();
  area.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "taken" }));
  area.focus();
}

async function offer() {
  const typed = begun();
  if (typed.length < 2) return close();
  const number = ++asked;
  const answer = await fetch(`/compose/complete?q=${encodeURIComponent(typed)}`, { headers: { "HX-Request": "true" } });
  const text = await answer.text();
  if (!answer.ok || number !== asked || document.activeElement !== area) return;
  close();
  if (!text.trim()) return;
  list = document.createElement("ul");
  list.className = "offers";
  list.id = "offers";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestions);
  list.innerHTML = text;
  [...list.children].forEach((option, i) => (option.id = `offer-${i}`));
  area.parentElement.append(list);
  area.setAttribute("aria-controls", "offers");
  mark(list.firstElementChild);
}

export function completions() {
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-completes]") || event.detail === "taken") return;
    area = event.target;
    clearTimeout(timer);
    timer = setTimeout(() => offer().catch(() => {}), PAUSE);
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (!list || event.target !== area) return;
      const option = list.querySelector('[aria-selected="true"]');
      if (event.key === "ArrowDown") step(1);
      else if (event.key === "ArrowUp") step(-1);
      else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(option);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest(".offer");
    if (!option) return;
    event.preventDefault();
    take(option);
  });
  document.addEventListener("focusout", (event) => event.target === area && setTimeout(close, 100));
}
