import { times } from "./time.js";
import { toast } from "./toast.js";

// Keeps the focus and tells of refusals when htmx exchanges parts of the page.
export function exchanges() {
  let pressed;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const button = event.detail.elt.closest("[data-action]");
    const form = button?.form;
    pressed = button && { action: button.dataset.action, before: form?.previousElementSibling, parent: form?.parentElement };
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    times(event.detail.elt);
    if (!pressed?.parent?.isConnected) return;
    const form = [...pressed.parent.children].find((one) => one.matches("form") && one.previousElementSibling === pressed.before);
    form?.querySelector(`[data-action="${pressed.action}"]`)?.focus({ preventScroll: true });
    pressed = undefined;
  });
  document.addEventListener("htmx:responseError", (event) => {
    const reason = event.detail.xhr.responseText;
    toast(reason && reason.length < 200 && !reason.startsWith("<") ? reason : "That did not work");
  });
  document.addEventListener("htmx:sendError", () => toast("The server cannot be reached"));
}
