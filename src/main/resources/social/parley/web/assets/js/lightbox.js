import { zooming } from "./zoom.js";

// Pictures open in place; without this they open as pages of their own.
export function lightbox() {
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", "Pictures");
  const stage = document.createElement("div");
  stage.className = "lightbox-stage";
  const image = document.createElement("img");
  image.draggable = false;
  stage.append(image);
  const text = document.createElement("p");
  const place = document.createElement("span");
  place.className = "lightbox-place";
  const close = button("lightbox-close", "Close", "×", () => dialog.close());
  const larger = button("lightbox-zoom", "Zoom", "+", () => zoom.toggle());
  const previous = button("lightbox-previous", "Previous picture", "‹", () => step(-1));
  const next = button("lightbox-next", "Next picture", "›", () => step(1));
  dialog.append(stage, text, place, previous, next, larger, close);
  const zoom = zooming(stage, image, {
    swiped: (by) => shots.length > 1 && step(by),
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
    if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
    else if (event.key === "+" || event.key === "=") zoom.by(1.5);
    else if (event.key === "-") zoom.by(1 / 1.5);
    else if (event.key === "0") zoom.reset();
  });
}
