// Menus come into view as a whole, close when one looks elsewhere, and give the focus back on Escape.
export function menus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  const show = (menu) => {
    if (menu?.open) menu.querySelector(".menu-items")?.scrollIntoView({ block: "nearest" });
  };
  // What stands in the menus of a post comes when they are opened, from where a link leads without scripts.
  const fill = (menu) => {
    const link = menu.open && window.htmx && menu.querySelector(":scope > .menu-items > a[data-load]");
    if (!link) return;
    const items = link.parentElement;
    link.removeAttribute("data-load");
    window.htmx
      .ajax("GET", link.getAttribute("href"), { source: items, target: items, swap: "innerHTML" })
      .catch(() => {})
      // What did not come is asked for when the menu is opened again.
      .finally(() => link.isConnected && link.setAttribute("data-load", ""));
  };
  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.("details.menu")) return;
    fill(target);
    show(target);
  }, true);
  document.addEventListener("htmx:afterSettle", ({ target }) => show(target.closest?.("details.menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
