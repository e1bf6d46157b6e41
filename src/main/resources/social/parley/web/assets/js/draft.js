import { toast } from "./toast.js";
import { words } from "./words.js";

// What has been typed is kept: in this browser at once, and on the server in every pause for all devices.
const PREFIX = "draft:";
const KEPT = 7 * 24 * 3600 * 1000;
const PAUSE = 2000;
const FORM = "form.composer[data-draft]";

// By the name of the draft, as a form may be exchanged for the same with more room in it.
const timers = new Map();

function name(form) {
  return PREFIX + form.dataset.draft;
}

// A browser keeps text alone: whatever else there is, only the draft on the server has it.
function isTextAlone(form) {
  return !form.querySelector("[name='media[]'], [name='more[]']") && !form.elements.warning?.value.trim();
}

function restore(form) {
  const kept = localStorage.getItem(name(form));
  if (!kept) return;
  const { text, at, draft, alone } = JSON.parse(kept);
  if (Date.now() - at > KEPT) localStorage.removeItem(name(form));
  else if (draft !== form.elements.draft.value && (!form.elements.text.value.trim() || text.startsWith(form.elements.text.value.trim()))) {
    form.elements.text.value = text;
    if (alone && isTextAlone(form)) form.elements.draft.value = draft;
  }
}

function keep(form) {
  const text = form.elements.text.value;
  const draft = form.elements.draft.value;
  if (text.trim()) localStorage.setItem(name(form), JSON.stringify({ text, at: Date.now(), draft, alone: isTextAlone(form) }));
  else localStorage.removeItem(name(form));
}

// Once part of a form is published, what is left goes on under another name.
function forgetElsewhere(form) {
  for (const other of Object.keys(localStorage))
    if (other.startsWith(PREFIX) && other !== name(form) && JSON.parse(localStorage.getItem(other)).draft === form.elements.draft.value) localStorage.removeItem(other);
}

async function save(form, more) {
  const body = new FormData(form);
  body.delete("files[]");
  const waiting = { stop: new AbortController(), form };
  timers.set(form.elements.draft.value, waiting);
  const answer = await fetch("/drafts", { method: "POST", body, headers: { "HX-Request": "true" }, signal: waiting.stop.signal, ...more });
  if (timers.get(form.elements.draft.value) === waiting) timers.delete(form.elements.draft.value);
  // Somebody who is logged out is led to log in, with the same number.
  const kept = answer.status === 204 && !answer.headers.has("HX-Redirect");
  const saved = form.querySelector("[data-saved]");
  if (saved) saved.hidden = !kept;
  return kept ? "" : answer.status === 204 ? words.login : (await answer.text()).trim();
}

async function press(form) {
  const problem = await save(form).catch(() => words.unreachable);
  if (problem) toast(problem.length < 200 && !problem.startsWith("<") ? problem : words.unsaved);
}

function rest(form) {
  const waiting = timers.get(form.elements.draft.value);
  clearTimeout(waiting?.timer);
  waiting?.stop?.abort();
  timers.delete(form.elements.draft.value);
}

function later(form) {
  rest(form);
  timers.set(form.elements.draft.value, { timer: setTimeout(() => save(form).catch(() => {}), PAUSE), form });
}

function changed(event) {
  const form = event.target.closest?.(FORM);
  if (!form || event.target.type === "file" || event.target.matches("[data-picks]")) return;
  keep(form);
  later(form);
}

function prepare() {
  for (const form of document.querySelectorAll(FORM)) forgetElsewhere(form);
}

export function drafts() {
  for (const form of document.querySelectorAll(FORM)) restore(form);
  prepare();
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-save]");
    if (!button) return;
    event.preventDefault();
    rest(button.form);
    press(button.form);
  });
  // Whoever leaves in the middle of a pause has it saved all the same.
  addEventListener("pagehide", () => {
    for (const { form } of [...timers.values()]) {
      rest(form);
      if (form.isConnected) save(form, { keepalive: true }).catch(() => {});
    }
  });
  // A form that was sent without leaving the page is empty afterwards; another page says so itself.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = event.detail.elt.closest?.(FORM);
    if (form && event.detail.xhr.status < 300 && event.detail.requestConfig.path === "/compose") localStorage.removeItem(name(form));
  });
  document.addEventListener("htmx:afterSwap", prepare);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.detail.elt.closest?.(FORM);
    if (form && ["/compose", "/compose/more"].includes(event.detail.requestConfig.path)) rest(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches(FORM)) return;
    rest(form);
    if (!form.hasAttribute("hx-post")) sessionStorage.setItem("sent", name(form));
  });
  if (document.querySelector("[data-notice=POSTED], [data-notice=SCHEDULED]")) {
    const sent = sessionStorage.getItem("sent");
    if (sent) localStorage.removeItem(sent);
  }
  sessionStorage.removeItem("sent");
}
