// What has been typed stays in this browser until it is sent, whatever happens in between.
const PREFIX = "draft:";
const KEPT = 7 * 24 * 3600 * 1000;

function name(form) {
  return form.dataset.draft && PREFIX + form.dataset.draft;
}

function restore(form) {
  const kept = name(form) && localStorage.getItem(name(form));
  if (!kept) return;
  const { text, at } = JSON.parse(kept);
  if (Date.now() - at > KEPT) localStorage.removeItem(name(form));
  else if (!form.elements.text.value.trim() || text.startsWith(form.elements.text.value.trim())) form.elements.text.value = text;
}

export function drafts() {
  for (const form of document.querySelectorAll("form.composer[data-draft]")) restore(form);
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form.composer[data-draft]");
    if (!form || event.target.name !== "text") return;
    const text = event.target.value;
    if (text.trim()) localStorage.setItem(name(form), JSON.stringify({ text, at: Date.now() }));
    else localStorage.removeItem(name(form));
  });
  // A form that was sent without leaving the page is empty afterwards; another page says so itself.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = event.detail.elt.closest?.("form.composer[data-draft]");
    if (form && event.detail.xhr.status < 300 && event.detail.requestConfig.path === "/compose") localStorage.removeItem(name(form));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("form.composer[data-draft]") && !form.hasAttribute("hx-post")) sessionStorage.setItem("sent", name(form));
  });
  if (document.querySelector("[data-notice=POSTED], [data-notice=SCHEDULED]")) {
    const sent = sessionStorage.getItem("sent");
    if (sent) localStorage.removeItem(sent);
  }
  sessionStorage.removeItem("sent");
}
