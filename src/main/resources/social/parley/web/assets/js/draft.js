// What has been typed is kept: in this browser at once, and on the server in every pause for all devices.
const PREFIX = "draft:";
const KEPT = 7 * 24 * 3600 * 1000;
const PAUSE = 2000;

const timers = new WeakMap();

function name(form) {
  return form.dataset.draft && PREFIX + form.dataset.draft;
}

function restore(form) {
  const kept = name(form) && localStorage.getItem(name(form));
  if (!kept) return;
  const { text, at, draft } = JSON.parse(kept);
  if (Date.now() - at > KEPT) localStorage.removeItem(name(form));
  else if (draft !== form.elements.draft?.value && (!form.elements.text.value.trim() || text.startsWith(form.elements.text.value.trim()))) {
    form.elements.text.value = text;
    if (draft) form.elements.draft.value = draft;
  }
}

function keep(form) {
  const text = form.elements.text.value;
  const draft = form.elements.draft?.value;
  if (text.trim()) localStorage.setItem(name(form), JSON.stringify({ text, at: Date.now(), draft }));
  else localStorage.removeItem(name(form));
}

async function save(form) {
  const body = new FormData(form);
  body.delete("files[]");
  const waiting = { stop: new AbortController() };
  timers.set(form, waiting);
  const answer = await fetch("/drafts", { method: "POST", body, headers: { "HX-Request": "true" }, signal: waiting.stop.signal });
  const saved = form.querySelector("[data-saved]");
  if (saved) saved.hidden = !answer.ok;
}

function rest(form) {
  const waiting = timers.get(form);
  clearTimeout(waiting?.timer);
  waiting?.stop?.abort();
}

function later(form) {
  rest(form);
  timers.set(form, { timer: setTimeout(() => save(form).catch(() => {}), PAUSE) });
}

export function drafts() {
  for (const form of document.querySelectorAll("form.composer[data-draft]")) restore(form);
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form.composer[data-draft]");
    if (!form) return;
    if (event.target.name === "text") keep(form);
    later(form);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-save]");
    if (!button) return;
    event.preventDefault();
    rest(button.form);
    save(button.form).catch(() => {});
  });
  // A form that was sent without leaving the page is empty afterwards; another page says so itself.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = event.detail.elt.closest?.("form.composer[data-draft]");
    if (form && event.detail.xhr.status < 300 && event.detail.requestConfig.path === "/compose") localStorage.removeItem(name(form));
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.detail.elt.closest?.("form.composer[data-draft]");
    if (form && event.detail.requestConfig.path === "/compose") rest(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form.composer[data-draft]")) return;
    rest(form);
    if (!form.hasAttribute("hx-post")) sessionStorage.setItem("sent", name(form));
  });
  if (document.querySelector("[data-notice=POSTED], [data-notice=SCHEDULED]")) {
    const sent = sessionStorage.getItem("sent");
    if (sent) localStorage.removeItem(sent);
  }
  sessionStorage.removeItem("sent");
}
