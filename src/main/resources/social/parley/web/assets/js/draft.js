import { toast } from "./toast.js";
import { words } from "./words.js";

// What has been typed is kept: in this browser at once, and on the server in every pause for all devices.
const PREFIX = "draft:";
const KEPT = 7 * 24 * 3600 * 1000;
const PAUSE = 2000;
const FORM = "form.composer[data-draft]";
const SENT = /(?:^|; )((?:__Host-)?parley_sent)=([^;]+)/;

// By the name of the draft, as a form may be exchanged for the same with more room in it.
const timers = new Map();

function name(form) {
  return PREFIX + form.dataset.draft;
}

// What changes a post that is there has no draft on the server.
function draft(form) {
  return form.elements.draft?.value ?? "";
}

// A browser keeps text alone: whatever else there is, only the draft on the server has it.
function isTextAlone(form) {
  return !form.querySelector("[name='media[]'], [name='more[]']") && !form.elements.warning?.value.trim();
}

function continues(form, kept) {
  const there = form.elements.text.value;
  if (!draft(form)) return kept.base === there;
  return kept.draft !== draft(form) && (!there.trim() || kept.text.startsWith(there.trim()));
}

function restore(form) {
  const found = localStorage.getItem(name(form));
  if (!found) return;
  const kept = JSON.parse(found);
  if (Date.now() - kept.at > KEPT) localStorage.removeItem(name(form));
  else if (continues(form, kept)) {
    form.elements.text.value = kept.text;
    if (draft(form) && kept.alone && isTextAlone(form)) form.elements.draft.value = kept.draft;
  }
}

// What is changed is compared with what is published, not with what was refused before.
function published(form) {
  const { defaultValue } = form.elements.text;
  const before = JSON.parse(localStorage.getItem(name(form)));
  return before?.text === defaultValue ? before.base : defaultValue;
}

function keep(form) {
  const { value } = form.elements.text;
  const base = draft(form) ? undefined : published(form);
  const about = draft(form) ? { draft: draft(form), alone: isTextAlone(form) } : { base };
  if (value.trim() && (draft(form) || value !== base)) localStorage.setItem(name(form), JSON.stringify({ text: value, at: Date.now(), ...about }));
  else localStorage.removeItem(name(form));
}

function forget(isOver) {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX) && isOver(key, JSON.parse(localStorage.getItem(key)).draft)) localStorage.removeItem(key);
}

// Once part of a form is published, what is left goes on under another name.
function forgetElsewhere(form) {
  forget((key, of) => of && key !== name(form) && of === draft(form));
}

// The server says what has arrived, in case the page after it was left before its scripts ran.
function forgetSent() {
  const [, cookie, value] = SENT.exec(document.cookie) ?? [];
  if (!cookie) return;
  const sent = value.split("_");
  forget((key, of) => sent.includes(of ?? key.slice(PREFIX.length)));
  document.cookie = `${cookie}=; Path=/; Max-Age=0; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
}

// What would be typed while a form is under way is in none of the two that follow each other.
function hold(form, held) {
  for (const field of form.querySelectorAll("textarea, input:not([type])")) field.readOnly = held;
}

function sends(event) {
  const form = event.detail.elt.closest?.(FORM);
  return form && ["/compose", "/compose/more"].includes(event.detail.requestConfig.path) ? form : undefined;
}

async function save(form, more) {
  const body = new FormData(form);
  body.delete("files[]");
  const waiting = { stop: new AbortController(), form };
  timers.set(draft(form), waiting);
  const answer = await fetch("/drafts", { method: "POST", body, headers: { "HX-Request": "true" }, signal: waiting.stop.signal, ...more });
  if (timers.get(draft(form)) === waiting) timers.delete(draft(form));
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
  const waiting = timers.get(draft(form));
  clearTimeout(waiting?.timer);
  waiting?.stop?.abort();
  timers.delete(draft(form));
}

function later(form) {
  rest(form);
  if (draft(form)) timers.set(draft(form), { timer: setTimeout(() => save(form).catch(() => {}), PAUSE), form });
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
  forgetSent();
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
  document.addEventListener("htmx:beforeSwap", forgetSent);
  document.addEventListener("htmx:afterSwap", prepare);
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = sends(event);
    if (!form) return;
    rest(form);
    hold(form, true);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = sends(event);
    if (!form?.isConnected) return;
    hold(form, false);
    if (event.detail.failed) later(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches(FORM)) return;
    rest(form);
    keep(form);
    if (!form.hasAttribute("hx-post")) hold(form, true);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll(FORM)) hold(form, false);
  });
}
