// Menus come into view as a whole, close when one looks elsewhere, and give the focus back on Escape.
export function menus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener(
    "toggle",
    ({ target: menu }) => {
      if (menu.open && menu.matches?.("details.menu")) menu.querySelector(".menu-items")?.scrollIntoView({ block: "nearest" });
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
