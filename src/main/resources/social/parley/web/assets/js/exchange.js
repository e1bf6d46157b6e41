import { times } from "./time.js";
import { toast } from "./toast.js";
import { words } from "./words.js";

// Keeps the focus and tells of refusals when htmx exchanges parts of the page.
export function exchanges() {
  let pressed;
  let last;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const button = event.detail.elt.closest("[data-action]");
    const form = button?.form;
    pressed = button && { action: button.dataset.action, before: form?.previousElementSibling, parent: form?.parentElement };
  });
  // A button may belong to a form that stands elsewhere on the page.
  document.addEventListener("htmx:configRequest", (event) => {
    const { triggeringEvent, formData } = event.detail;
    const button = triggeringEvent?.submitter;
    if (button?.name && !formData.has(button.name)) formData.set(button.name, button.value);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    times(event.detail.elt);
    if (!pressed?.parent?.isConnected) return;
    const form = [...pressed.parent.children].find((one) => one.matches("form") && one.previousElementSibling === pressed.before);
    form?.querySelector(`[data-action="${pressed.action}"]`)?.focus({ preventScroll: true });
    pressed = undefined;
  });
  // Whoever asked for more with the keyboard goes on with what came.
  document.addEventListener("click", (event) => {
    const more = event.target.closest("a.more");
    if (more) last = more.previousElementSibling;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const next = last?.nextElementSibling;
    last = undefined;
    if (next?.matches("[tabindex]")) next.focus({ preventScroll: true });
  });
  document.addEventListener("htmx:responseError", (event) => {
    const reason = event.detail.xhr.responseText;
    toast(reason && reason.length < 200 && !reason.startsWith("<") ? reason : words.failed);
  });
  document.addEventListener("htmx:sendError", () => toast(words.unreachable));
}
