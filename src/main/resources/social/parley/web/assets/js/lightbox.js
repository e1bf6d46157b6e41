import { words } from "./words.js";

// Pictures open in place; without this they open as pages of their own.
export function lightbox() {
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  const image = document.createElement("img");
  const text = document.createElement("p");
  const close = button("lightbox-close", words.close, "×", () => dialog.close());
  const previous = button("lightbox-previous", words.previous, "‹", () => step(-1));
  const next = button("lightbox-next", words.next, "›", () => step(1));
  dialog.append(image, text, previous, next, close);
  let shots = [];
  let at = 0;

  function button(name, label, sign, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.setAttribute("aria-label", label);
    made.textContent = sign;
    made.addEventListener("click", act);
    return made;
  }

  function show() {
    const shot = shots[at].querySelector("img");
    image.src = shots[at].href;
    image.alt = shot.alt;
    text.textContent = shot.alt;
    previous.hidden = next.hidden = shots.length < 2;
  }

  function step(by) {
    at = (at + by + shots.length) % shots.length;
    show();
  }

  document.addEventListener("click", (event) => {
    const shot = event.target.closest("a[data-shot]");
    if (!shot || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    shots = [...shot.closest(".gallery").querySelectorAll("a[data-shot]")];
    at = shots.indexOf(shot);
    if (!dialog.isConnected) document.body.append(dialog);
    show();
    dialog.showModal();
  });
  dialog.addEventListener("keydown", (event) => {
    const forward = document.documentElement.dir === "rtl" ? -1 : 1;
    if (event.key === "ArrowLeft") step(-forward);
    if (event.key === "ArrowRight") step(forward);
  });
  image.addEventListener("click", () => dialog.close());
}
