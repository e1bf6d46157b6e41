// The point of a picture to keep in sight: a click sets it, arrow keys move it, the numbers beside it hold it.
const STEP = 0.1;
const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

function numbers(button) {
  return button.closest(".focus").querySelectorAll("input[type=number]");
}

function show(button) {
  const [x, y] = [...numbers(button)].map((one) => Number(one.value) || 0);
  const point = button.querySelector(".focus-point");
  point.style.left = `${((x + 1) / 2) * 100}%`;
  point.style.top = `${((1 - y) / 2) * 100}%`;
}

function set(button, x, y) {
  const inside = (value) => Math.round(Math.min(1, Math.max(-1, value)) * 100) / 100;
  const [across, up] = numbers(button);
  across.value = inside(x);
  up.value = inside(y);
  up.dispatchEvent(new Event("input", { bubbles: true }));
}

export function focusing() {
  document.addEventListener("toggle", (event) => {
    const button = event.target.querySelector?.("[data-focus]");
    if (!button) return;
    button.hidden = false;
    show(button);
  }, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-focus]");
    // A press of a key counts as a click without a place.
    if (!button || event.detail === 0) return;
    const box = button.getBoundingClientRect();
    set(button, ((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
  });
  document.addEventListener("keydown", (event) => {
    const button = event.target.closest?.("[data-focus]");
    const move = button && MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const [across, up] = numbers(button);
    set(button, Number(across.value) + move[0], Number(up.value) + move[1]);
  });
  document.addEventListener("input", (event) => {
    const button = event.target.closest(".focus")?.querySelector("[data-focus]");
    if (button) show(button);
  });
}
