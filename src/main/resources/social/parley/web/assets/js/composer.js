import { completions } from "./complete.js";
import { drafts } from "./draft.js";
import { focusing } from "./focus.js";
import { uploads } from "./upload.js";
import { words } from "./words.js";

// The form for writing: counting as the server counts, inserting, and sending with the keyboard.
const LINK_LENGTH = 23;
const NEEDS_SERVER = /https?:|@|:\/\//;
const PAUSE = 400;

const segments = new Intl.Segmenter();
const timers = new WeakMap();

function length(text) {
  return [...segments.segment(text)].length;
}

function rough(text) {
  const shortened = text.replace(/https?:\/\/\S+/g, "x".repeat(LINK_LENGTH)).replace(/(@[\p{L}\p{N}_]+)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/gu, "$1");
  return length(shortened);
}

function show(form, used) {
  const warning = form.querySelector(".switch-warning").checked ? form.elements.warning.value : "";
  const left = Number(form.dataset.most) - used - length(warning);
  const output = form.querySelector(".composer-count");
  output.textContent = left;
  output.classList.toggle("over", left < 0);
  output.classList.toggle("near", left >= 0 && left <= 50);
}

// Links and names count less than they are long; only the server knows for certain what is one.
async function ask(form) {
  const text = form.elements.text.value;
  const body = new URLSearchParams({ csrf: form.elements.csrf.value, text });
  const answer = await fetch("/compose/count", { method: "POST", body, headers: { "HX-Request": "true" } });
  if (answer.ok && form.elements.text.value === text) show(form, Number(await answer.text()));
}

function count(form) {
  const text = form.elements.text.value;
  show(form, rough(text));
  clearTimeout(timers.get(form));
  if (NEEDS_SERVER.test(text)) timers.set(form, setTimeout(() => ask(form).catch(() => {}), PAUSE));
}

export function insert(area, text) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}

export function prepare(root) {
  for (const one of root.querySelectorAll("[data-script]")) one.hidden = false;
  for (const offset of root.querySelectorAll("[data-offset]")) offset.value = new Date().getTimezoneOffset();
  for (const zone of root.querySelectorAll("[data-zone]")) zone.textContent = words.zone;
  for (const form of root.querySelectorAll("form.composer")) count(form);
  // One goes on writing after the names that are there already.
  const area = document.activeElement;
  if (area?.matches("form.composer textarea[name=text]") && area.selectionEnd === 0) area.setSelectionRange(area.value.length, area.value.length);
}

export function composers() {
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form.composer");
    if (form && event.target.matches("textarea[name=text], [name=warning], .switch-warning")) count(form);
  });
  document.addEventListener("click", (event) => {
    const form = event.target.closest("form.composer");
    if (!form) return;
    const sign = event.target.closest("[data-insert]");
    if (sign) {
      sign.closest("details").open = false;
      insert(form.elements.text, `${sign.dataset.insert} `);
    }
    if (event.target.closest("[data-close-preview]")) {
      form.querySelector(".composer-preview").replaceChildren();
      form.querySelector("[data-preview-text]").focus();
    }
    if (event.target.closest("[data-unquote]")) {
      form.querySelector(".composer-quote").remove();
      form.dispatchEvent(new Event("change", { bubbles: true }));
      form.elements.text.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form.composer");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  document.addEventListener("htmx:afterSwap", () => prepare(document));
  uploads();
  completions();
  drafts();
  focusing();
  prepare(document);
}
