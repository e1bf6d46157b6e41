// A sentence that is said once and goes away.
let shown;

export function toast(text) {
  shown?.remove();
  shown = document.createElement("div");
  shown.className = "toast";
  shown.setAttribute("role", "status");
  document.body.append(shown);
  // Screen readers tell of what changes, not of what was there from the start.
  requestAnimationFrame(() => (shown.textContent = text));
  setTimeout((old) => old.remove(), 5000, shown);
}
