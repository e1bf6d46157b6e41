// Finds an emoji among many by its name.
export function pickers() {
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-picks]")) return;
    const sought = event.target.value.trim().toLowerCase();
    const picker = event.target.closest(".picker");
    for (const section of picker.querySelectorAll("section")) {
      let any = false;
      for (const one of section.querySelectorAll(".react")) {
        one.hidden = !one.title.toLowerCase().includes(sought);
        any ||= !one.hidden;
      }
      section.hidden = !any;
    }
  });
  document.addEventListener("keydown", (event) => {
    // Enter takes the first one found instead of sending the form around it.
    if (event.key !== "Enter" || !event.target.matches("[data-picks]")) return;
    event.preventDefault();
    event.target.closest(".picker").querySelector("section:not([hidden]) .react:not([hidden])")?.click();
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(".react-items .react");
    const menu = pressed?.closest("details");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
