// Menus close when one looks elsewhere, and give the focus back on Escape.
export function menus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  // What does not fit below is brought up; the event does not bubble.
  document.addEventListener("toggle", ({ target }) => target.open && target.matches("details.menu") && target.querySelector(".menu-items")?.scrollIntoView({ block: "nearest" }), true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
