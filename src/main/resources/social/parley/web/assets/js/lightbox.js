import { words } from "./words.js";
import { zooming } from "./zoom.js";

// Pictures open in place; without this they open as pages of their own.
export function lightbox() {
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", words.pictures);
  const stage = document.createElement("div");
  stage.className = "lightbox-stage";
  const image = document.createElement("img");
  image.draggable = false;
  stage.append(image);
  const text = document.createElement("p");
  text.dir = "auto";
  const place = document.createElement("span");
  place.className = "lightbox-place";
  const close = button("lightbox-close", words.close, "×", () => dialog.close());
  const larger = button("lightbox-zoom", words.zoom, "+", () => zoom.toggle());
  const previous = button("lightbox-previous", words.previous, "‹", () => step(-1));
  const next = button("lightbox-next", words.next, "›", () => step(1));
  dialog.append(stage, text, place, previous, next, larger, close);
  const zoom = zooming(stage, image, {
    swiped: (by) => shots.length > 1 && step(document.documentElement.dir === "rtl" ? -by : by),
    left: () => dialog.close(),
    changed: (zoomed) => {
      larger.textContent = zoomed ? "−" : "+";
      larger.setAttribute("aria-pressed", zoomed ? "true" : "false");
    },
  });
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
    zoom.reset();
    image.src = shots[at].href;
    image.alt = shot.alt;
    text.textContent = shot.alt;
    place.textContent = shots.length > 1 ? `${at + 1} / ${shots.length}` : "";
    previous.hidden = next.hidden = shots.length < 2;
    // The next one is there before it is asked for.
    if (shots.length > 1) new Image().src = shots[(at + 1) % shots.length].href;
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
    else if (event.key === "ArrowRight") step(forward);
    else if (event.key === "+" || event.key === "=") zoom.by(1.5);
    else if (event.key === "-") zoom.by(1 / 1.5);
    else if (event.key === "0") zoom.reset();
  });
}
