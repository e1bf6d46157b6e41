import { toast } from "./toast.js";
import { words } from "./words.js";

// Elements with data-copy put its value on the clipboard.
export function copying() {
  if (!navigator.clipboard) return;
  document.addEventListener("click", async (event) => {
    const source = event.target.closest("[data-copy]");
    if (!source) return;
    event.preventDefault();
    await navigator.clipboard.writeText(source.dataset.copy);
    source.closest("details")?.removeAttribute("open");
    toast(words.copied);
  });
}
